//! Where has a label room? Beside its point, above or below it, the first place that no other label and no point has taken.

use super::{RADIUS, TENTHS};

/// Height of a line of text.
const HEIGHT: i64 = 14 * TENTHS;
/// From its lower edge to the line that letters stand on.
const DESCENT: i64 = 3 * TENTHS;
/// Width of a letter of ours, and of one of another script, rather too wide than too narrow.
const LETTER: i64 = 7 * TENTHS;
const WIDE_LETTER: i64 = 12 * TENTHS;
/// Between a point and its label.
const GAP: i64 = RADIUS + 3 * TENTHS;
/// Longer labels are cut.
const LONGEST: usize = 32;

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    /// Left end of its text.
    pub x: i64,
    /// The line that its letters stand on.
    pub y: i64,
    pub area: Area,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub left: i64,
    pub top: i64,
    pub right: i64,
    pub bottom: i64,
}

impl Area {
    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A label that is not too long; what is cut off leaves a mark.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}\u{2026}", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// The places of labels, where they have room; points and labels are in the same order, and the first comes first.
pub(super) fn place(points: &[(i64, i64)], texts: &[String], size: (i64, i64)) -> Vec<Option<Label>> {
    let circles: Vec<Area> = points.iter().map(|(x, y)| around(*x, *y)).collect();
    let mut taken: Vec<Area> = Vec::new();
    let mut drawn: Vec<(&str, (i64, i64))> = Vec::new();
    points
        .iter()
        .zip(texts)
        .map(|(point, text)| {
            // The same words at the same place stand there once.
            let known = drawn.iter().any(|(words, at)| *words == text && at == point);
            let is_free = |label: &Label| {
                let area = &label.area;
                let is_inside =
                    area.left >= 0 && area.top >= 0 && area.right <= size.0 && area.bottom <= size.1;
                let overlaps = |other: &Area| other.overlaps(area);
                is_inside && !taken.iter().any(overlaps) && !circles.iter().any(overlaps)
            };
            let label =
                if known || text.is_empty() { None } else { positions(*point, width(text)).find(is_free) };
            if let Some(label) = label {
                taken.push(label.area);
                drawn.push((text, *point));
            }
            label
        })
        .collect()
}

fn around(x: i64, y: i64) -> Area {
    Area { left: x - RADIUS, top: y - RADIUS, right: x + RADIUS, bottom: y + RADIUS }
}

fn width(text: &str) -> i64 {
    text.chars().map(|c| if c.is_ascii() { LETTER } else { WIDE_LETTER }).sum()
}

/// The places beside a point, the best first: right, left, above, below, and the corners.
fn positions((x, y): (i64, i64), width: i64) -> impl Iterator<Item = Label> {
    let (right, left, middle) = (x + GAP, x - GAP - width, x - width / 2);
    let (level, above, below) = (y - HEIGHT / 2, y - GAP - HEIGHT, y + GAP);
    let places = [
        (right, level),
        (left, level),
        (middle, above),
        (middle, below),
        (right, above),
        (right, below),
        (left, above),
        (left, below),
    ];
    places.into_iter().map(move |(left, top)| Label {
        x: left,
        y: top + HEIGHT - DESCENT,
        area: Area { left, top, right: left + width, bottom: top + HEIGHT },
    })
}
