//! Which lines of the outlines lie in a drawing? Rings are cut at its edges (Sutherland and Hodgman 1974), so that a page holds no more of the world than
//! it shows.

use super::TENTHS;
use super::crop::{Crop, ROUND};
use std::fmt::Write;
use stemma_gazetteer::{Outlines, Point};

/// So far beyond the edges of the drawing rings are cut, so that the cuts are not seen.
const BEYOND: i64 = 10 * TENTHS;

/// Points of a line nearer than this to the one before are left out.
const NEAR: i64 = 6;

/// A point of a drawing.
type Spot = (i64, i64);

/// All land in a drawing, as the data of a path.
pub(super) fn path(outlines: &Outlines, crop: &Crop) -> String {
    let (width, height) = crop.size();
    let mut path = String::new();
    for ring in outlines.rings() {
        let ring = unwound(&ring);
        for turns in -2..=2 {
            let spots: Vec<Spot> = ring
                .iter()
                .map(|(latitude, longitude)| crop.project_turned(*latitude, *longitude, turns))
                .collect();
            let is_beside = spots.iter().all(|spot| spot.0 < 0)
                || spots.iter().all(|spot| spot.0 > width)
                || spots.iter().all(|spot| spot.1 < 0)
                || spots.iter().all(|spot| spot.1 > height);
            if !is_beside {
                add(&thinned(&cut(spots, width, height)), &mut path);
            }
        }
    }
    path
}

/// A ring with longitudes that go on beyond the date line rather than leap back. One round a pole does not close by that, and is led over it.
fn unwound(ring: &[Point]) -> Vec<(i64, i64)> {
    let mut unwound: Vec<(i64, i64)> = Vec::with_capacity(ring.len() + 2);
    for point in ring {
        let longitude = i64::from(point.longitude);
        let longitude = unwound.last().map_or(longitude, |(_, last)| nearest(longitude, *last));
        unwound.push((point.latitude.into(), longitude));
    }
    if let (Some((latitude, first)), Some((_, last))) = (unwound.first().copied(), unwound.last().copied())
        && nearest(first, last) != first
    {
        let pole = 90 * i64::from(Point::DEGREE) * latitude.signum();
        let closed = nearest(first, last);
        unwound.extend([(latitude, closed), (pole, closed), (pole, first)]);
    }
    unwound
}

/// A longitude, as many turns round the earth further as brings it nearest to another.
fn nearest(longitude: i64, other: i64) -> i64 {
    other + (longitude - other + ROUND / 2).rem_euclid(ROUND) - ROUND / 2
}

/// Cuts a ring at the four edges, one after the other.
fn cut(ring: Vec<Spot>, width: i64, height: i64) -> Vec<Spot> {
    let ring = cut_at(&ring, |spot| spot.0 + BEYOND);
    let ring = cut_at(&ring, |spot| width + BEYOND - spot.0);
    let ring = cut_at(&ring, |spot| spot.1 + BEYOND);
    cut_at(&ring, |spot| height + BEYOND - spot.1)
}

/// The part of a ring on the side of an edge where `inside` is not negative.
fn cut_at(ring: &[Spot], inside: impl Fn(Spot) -> i64) -> Vec<Spot> {
    let mut kept = Vec::with_capacity(ring.len());
    let Some(mut before) = ring.last().copied() else { return kept };
    for spot in ring.iter().copied() {
        let (from, to) = (inside(before), inside(spot));
        if (from < 0) != (to < 0) {
            // Where the line crosses the edge.
            let part = |a: i64, b: i64| a + (b - a) * from / (from - to);
            kept.push((part(before.0, spot.0), part(before.1, spot.1)));
        }
        if to >= 0 {
            kept.push(spot);
        }
        before = spot;
    }
    kept
}

/// A ring without points that would not be seen.
fn thinned(ring: &[Spot]) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::new();
    for spot in ring {
        let is_seen = |last: &Spot| (spot.0 - last.0).abs().max((spot.1 - last.1).abs()) >= NEAR;
        if kept.last().is_none_or(is_seen) {
            kept.push(*spot);
        }
    }
    kept
}

/// Adds a ring; fewer than three points enclose nothing.
fn add(ring: &[Spot], path: &mut String) {
    if let [first, rest @ ..] = ring
        && rest.len() >= 2
    {
        // Writing to a text cannot fail.
        _ = write!(path, "M{} {}", first.0, first.1);
        let mut last = *first;
        for spot in rest {
            _ = write!(path, "l{} {}", spot.0 - last.0, spot.1 - last.1);
            last = *spot;
        }
        path.push('z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(degrees: &[(i32, i32)]) -> Vec<Point> {
        let point = |(north, east): &(i32, i32)| Point {
            latitude: north * Point::DEGREE,
            longitude: east * Point::DEGREE,
        };
        degrees.iter().map(point).collect()
    }

    fn in_degrees(ring: &[(i64, i64)]) -> Vec<(i64, i64)> {
        let degree = i64::from(Point::DEGREE);
        ring.iter().map(|(north, east)| (north / degree, east / degree)).collect()
    }

    #[test]
    fn a_ring_over_the_date_line_does_not_leap() {
        let land = ring(&[(60, 170), (60, -170), (70, -170), (70, 170)]);
        assert_eq!(in_degrees(&unwound(&land)), [(60, 170), (60, 190), (70, 190), (70, 170)]);
    }

    #[test]
    fn a_ring_round_a_pole_is_led_over_it() {
        let land = ring(&[(-70, 0), (-75, 120), (-70, -120)]);
        let led = [(-70, 0), (-75, 120), (-70, 240), (-70, 360), (-90, 360), (-90, 0)];
        assert_eq!(in_degrees(&unwound(&land)), led);
    }

    #[test]
    fn a_ring_is_cut_at_the_edges() {
        let square = vec![(-1_000, -1_000), (500, -1_000), (500, 500), (-1_000, 500)];
        let cut = cut(square, 2_000, 2_000);
        assert!(cut.iter().all(|spot| spot.0 >= -BEYOND && spot.1 >= -BEYOND), "{cut:?}");
        assert_eq!(cut.len(), 4);
    }
}
