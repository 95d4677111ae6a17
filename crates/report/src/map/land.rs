//! Which lines of the outlines lie in a drawing? Rings are cut at its edges (Sutherland and Hodgman 1974), so that a page holds no more of the world than
//! it shows.

use super::TENTHS;
use super::crop::Crop;
use std::fmt::Write;
use stemma_gazetteer::Outlines;

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
        for turns in -1..=1 {
            let spots: Vec<Spot> = ring.iter().map(|point| crop.project_turned(*point, turns)).collect();
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
