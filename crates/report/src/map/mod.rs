//! A map of given places, as an inline drawing.
//!
//! In: outlines of countries and points with labels. Out: an SVG drawing of the land around them, in which every point stands and as many labels as
//! have room; which have none is said, so that the page lists them. It is a drawing beside a table, never in place of one. Invariants: all numbers are whole;
//! labels do not overlap each other or a point, and lie in the drawing; text is only ever inserted as text.
//!
//! | module | question |
//! |---|---|
//! | `crop` | which part of the world is drawn, and where in the drawing does a point lie? |
//! | `land` | which lines of the outlines lie in it? |
//! | `labels` | where has a label room? |

mod crop;
mod labels;
mod land;

#[cfg(test)]
mod tests;

use crate::visible;
use crop::Crop;
use labels::Label;
use maud::{Markup, html};
use stemma_gazetteer::{Outlines, Point};

/// Tenths of a pixel in a pixel: the drawing is told in them, so that whole numbers suffice.
const TENTHS: i64 = 10;

/// Radius of the circle of a place.
const RADIUS: i64 = 4 * TENTHS;

/// A place to be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapPoint<'a> {
    /// Where it is.
    pub point: Point,
    /// What stands beside it.
    pub label: &'a str,
    /// Whether the place is there, or only somewhere around (a district, a region).
    pub is_exact: bool,
}

/// A drawing.
pub struct Map {
    /// The `svg` element.
    pub svg: Markup,
    /// The points, counted from 0, whose labels have no room.
    pub without_label: Vec<usize>,
}

/// Draws points on the land around them, earlier ones first where labels compete for room; nothing where there are none. `title` is what the
/// drawing is called for those who do not see it.
pub fn draw_map(outlines: &Outlines, points: &[MapPoint], title: &str) -> Option<Map> {
    let places: Vec<Point> = points.iter().map(|point| point.point).collect();
    let crop = Crop::around(&places)?;
    let at: Vec<(i64, i64)> = places.iter().map(|place| crop.project(*place)).collect();
    let texts: Vec<String> = points.iter().map(|point| labels::shortened(&visible(point.label))).collect();
    let labels = labels::place(&at, &texts, crop.size());
    let without_label = (0..points.len()).filter(|nth| labels[*nth].is_none()).collect();
    let (width, height) = crop.size();
    let scale = crop.scale();
    let svg = html! {
        svg.map viewBox=(format!("0 0 {width} {height}")) width=(width / TENTHS) height=(height / TENTHS) role="img" aria-label=(visible(title)) focusable="false" {
            path.land d=(land::path(outlines, &crop)) fill-rule="evenodd" {}
            @for (point, (x, y)) in points.iter().zip(&at) {
                @if point.is_exact { circle.place cx=(x) cy=(y) r=(RADIUS) {} }
                @else { circle.around cx=(x) cy=(y) r=(2 * RADIUS) {} }
            }
            @for (label, words) in labels.iter().zip(&texts) {
                @if let Some(Label { x, y, .. }) = label { text x=(x) y=(y) { (words) } }
            }
            path.scale d=(format!("M{} {}h{}", RADIUS * 2, height - RADIUS * 2, scale.length)) {}
            text x=(RADIUS * 2) y=(height - RADIUS * 4) { (scale.kilometres) " km" }
        }
    };
    Some(Map { svg, without_label })
}
