//! Which part of the world is drawn, and where in the drawing does a point lie?
//!
//! Degrees east are shortened by the cosine of the middle latitude (equirectangular projection): near enough for a country or a few, and whole
//! numbers suffice. A pile whose points lie on both sides of the date line is cut where its points leave the widest gap.

use super::TENTHS;
use stemma_gazetteer::{Point, cosine};

/// Width of the drawing.
const WIDTH: i64 = 640 * TENTHS;
/// Its least and its greatest height.
const HEIGHTS: (i64, i64) = (320 * TENTHS, 480 * TENTHS);

const DEGREE: i64 = Point::DEGREE as i64;
/// Once round the earth.
pub(super) const ROUND: i64 = 360 * DEGREE;

/// The least of the world that is drawn, from south to north: some 220 km, below which the outlines have no shape.
const LEAST: i64 = 2 * DEGREE;

/// How much more is drawn than the points span, in hundredths.
const MARGIN: i64 = 140;

/// The least cosine: towards the poles a drawing is cut rather than drawn out.
const LEAST_COSINE: i64 = 1_000;

/// Hundred-thousandths of a degree of latitude in ten kilometres.
const TEN_KILOMETRES: i64 = 9_000;

/// The part of the world that is drawn. Lengths along a parallel are told in hundred-thousandths of a degree of latitude.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Crop {
    /// Degrees east of the left edge.
    west: i64,
    /// Degrees north of the upper edge.
    north: i64,
    /// From left to right, as such lengths.
    across: i64,
    /// The height of the drawing.
    height: i64,
    cosine: i64,
}

/// The bar that shows how long some kilometres are.
pub(super) struct Scale {
    pub length: i64,
    pub kilometres: i64,
}

impl Crop {
    /// The crop around points, if there are any.
    pub fn around(points: &[Point]) -> Option<Self> {
        let north = points.iter().map(|point| i64::from(point.latitude)).max()?;
        let south = points.iter().map(|point| i64::from(point.latitude)).min()?;
        let middle = (north + south) / 2;
        let cosine = cosine(middle as i32).max(LEAST_COSINE);
        let first = west_of(points);
        let east = points.iter().map(|point| (i64::from(point.longitude) - first).rem_euclid(ROUND)).max()?;
        let across = (east * cosine / 10_000 * MARGIN / 100).max(LEAST);
        let down = ((north - south) * MARGIN / 100).max(LEAST);
        let height = (WIDTH * down / across).clamp(HEIGHTS.0, HEIGHTS.1);
        let across = across.max(down * WIDTH / height);
        let down = across * height / WIDTH;
        let half = across * 10_000 / cosine / 2;
        Some(Crop { west: first + east / 2 - half, north: middle + down / 2, across, height, cosine })
    }

    /// Width and height of the drawing.
    pub fn size(&self) -> (i64, i64) {
        (WIDTH, self.height)
    }

    /// Where a point lies in the drawing: of the times that it comes round the earth, the one nearest to the middle.
    pub fn project(&self, point: Point) -> (i64, i64) {
        let half = self.across * 10_000 / self.cosine / 2;
        let from_middle =
            (i64::from(point.longitude) - self.west - half + ROUND / 2).rem_euclid(ROUND) - ROUND / 2;
        self.at(from_middle + half, point.latitude.into())
    }

    /// Where a latitude and a longitude lie, so many turns round the earth further east; not brought back into the drawing.
    pub fn project_turned(&self, latitude: i64, longitude: i64, turns: i64) -> (i64, i64) {
        self.at(longitude + turns * ROUND - self.west, latitude)
    }

    fn at(&self, east: i64, latitude: i64) -> (i64, i64) {
        (east * self.cosine / 10_000 * WIDTH / self.across, (self.north - latitude) * WIDTH / self.across)
    }

    /// A bar of at most a fifth of the width, with a round number of kilometres.
    pub fn scale(&self) -> Scale {
        let mut kilometres = 10;
        for next in [20, 50, 100, 200, 500, 1_000, 2_000, 5_000] {
            if length(next, self.across) <= WIDTH / 5 {
                kilometres = next;
            }
        }
        Scale { length: length(kilometres, self.across), kilometres }
    }
}

fn length(kilometres: i64, across: i64) -> i64 {
    kilometres * TEN_KILOMETRES / 10 * WIDTH / across
}

/// The longitude behind the widest gap between points, going east.
fn west_of(points: &[Point]) -> i64 {
    let mut longitudes: Vec<i64> = points.iter().map(|point| point.longitude.into()).collect();
    longitudes.sort_unstable();
    let n_points = longitudes.len();
    let gap = |nth: usize| (longitudes[nth] - longitudes[(nth + n_points - 1) % n_points]).rem_euclid(ROUND);
    // One point, or several at one longitude, have no gap at all.
    let widest = (0..n_points).max_by_key(|nth| (gap(*nth), std::cmp::Reverse(*nth)));
    widest.map_or(0, |nth| longitudes[nth])
}
