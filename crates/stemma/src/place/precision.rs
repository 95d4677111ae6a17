//! How near do the words of a name come to a point on the map?

use super::candidates::Candidate;
use crate::model::{ByteRange, PlacePrecision};
use stemma_gazetteer::Kind;

/// Words before a name that say its surroundings are meant.
const NEAR: [&str; 14] = [
    "near", "outside", "around", "beyond", "towards", "toward", "approaching", "surrounding", "encircling",
    "countryside of", "outskirts of", "suburbs of", "vicinity of", "environs of",
];

/// Words behind a name that say its surroundings are meant.
const SURROUNDINGS: [&str; 6] = ["countryside", "outskirts", "suburbs", "area", "surroundings", "hinterland"];

/// The grade of a mention.
pub(super) fn precision(text: &str, range: ByteRange, kind: Kind, candidate: &Candidate) -> PlacePrecision {
    match kind {
        Kind::Country => PlacePrecision::Country,
        Kind::Division => PlacePrecision::Division,
        Kind::District => PlacePrecision::District,
        Kind::Continent => PlacePrecision::Continent,
        Kind::Sea => PlacePrecision::Sea,
        Kind::Region | Kind::River | Kind::Desert | Kind::Mountain | Kind::Island | Kind::Lake => {
            PlacePrecision::Region
        }
        Kind::Capital | Kind::Seat | Kind::City | Kind::Quarter | Kind::Camp | Kind::Site => {
            if candidate.is_part || is_near(text, range) {
                PlacePrecision::Near
            } else {
                PlacePrecision::Exact
            }
        }
    }
}

fn is_near(text: &str, range: ByteRange) -> bool {
    let before = text[..range.start as usize].trim_end();
    let before = before.strip_suffix("the").map_or(before, str::trim_end);
    let behind = text[range.end as usize..].trim_start_matches(['\'', '\u{2019}', 's', ' ']);
    let ends_with = |word: &&str| {
        let at = before.len().checked_sub(word.len());
        at.and_then(|at| before.get(at..)).is_some_and(|tail| tail.eq_ignore_ascii_case(word))
            && at.is_some_and(|at| !before[..at].ends_with(char::is_alphanumeric))
    };
    let first = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    NEAR.iter().any(ends_with) || SURROUNDINGS.contains(&first)
}
