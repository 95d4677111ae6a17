//! What do the words between two names say: does one hold the other ("Paris, Texas"), or are both of a kind ("Georgia, Armenia and Iran")?

use super::atlas::Atlas;
use super::candidates::{Candidate, DOUBLING, kind_of_word};
use super::names::PlaceName;
use stemma_gazetteer::Kind;

/// What it adds that the name of a holder stands behind a comma.
const HELD: i32 = 14 * DOUBLING;
/// What it adds that "in", "of" or a genitive joins them.
const WITHIN: i32 = 6 * DOUBLING;
/// What it adds that all of a row are of one kind.
const OF_A_KIND: i32 = 2 * DOUBLING;

/// How two names that follow each other are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "Paris, Texas", "Paris (Texas)".
    Comma,
    /// "and", "or".
    And,
    /// "Paris in Texas".
    In,
    /// "Texas's Paris", "the Texas town of Paris".
    Genitive,
}

/// Words that stand between a holder and what it holds ("the Texas town of Paris").
const OF_A_PLACE: [&str; 14] = [
    "capital", "city", "district", "neighborhood", "neighbourhood", "port", "province", "region", "state",
    "suburb", "town", "village", "governorate", "county",
];

fn joint(between: &str) -> Option<Joint> {
    let words = between.trim().to_lowercase();
    match words.as_str() {
        "," | "(" => Some(Joint::Comma),
        "and" | "or" | "&" | ", and" | ", or" => Some(Joint::And),
        "in" | "of" | ", in" | "in the" => Some(Joint::In),
        "'s" | "\u{2019}s" => Some(Joint::Genitive),
        _ => {
            let words = words.strip_suffix(" of").unwrap_or(&words);
            let last = words.rsplit(' ').next().unwrap_or_default();
            let is_short = words.split(' ').count() <= 3 && !words.contains([',', '.', ';']);
            (is_short && OF_A_PLACE.contains(&last)).then_some(Joint::Genitive)
        }
    }
}

/// What the words around each name add to each of its candidates, and which name holds it.
pub(super) struct Beside {
    /// By what stands beside it; what one mention gains helps the others of the same name.
    pub gains: Vec<i32>,
    /// By the word that follows ("Homs province") and by what it holds ("Khan Sheikhoun in Idlib"), for this mention alone: elsewhere in the report the
    /// name may be that of the town.
    pub own: Vec<i32>,
    pub holders: Vec<Option<usize>>,
    /// Whether it holds another.
    pub holds: bool,
}

/// What it adds that the word behind a name says what kind of place it is.
const OF_THE_KIND: i32 = 6 * DOUBLING;

/// What the word behind a name adds to each candidate.
fn by_word_behind(atlas: Atlas, text: &str, name: &PlaceName, candidates: &[Candidate]) -> Vec<i32> {
    let behind = text[name.range.end as usize..].strip_prefix(' ').unwrap_or_default();
    let word = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let gain = |candidate: &Candidate| match kind_of_word(word) {
        Some(fits) if fits(atlas.kind(candidate.entry)) => OF_THE_KIND,
        _ => 0,
    };
    candidates.iter().map(gain).collect()
}

/// Reads the words between names; `names` are in the order of the text, with the candidates of each.
pub(super) fn beside(
    atlas: Atlas,
    text: &str,
    names: &[PlaceName],
    candidates: &[&[Candidate]],
) -> Vec<Beside> {
    let mut all: Vec<Beside> = candidates
        .iter()
        .zip(names)
        .map(|(candidates, name)| Beside {
            gains: vec![0; candidates.len()],
            own: by_word_behind(atlas, text, name, candidates),
            holders: vec![None; candidates.len()],
            holds: false,
        })
        .collect();
    let joints: Vec<Option<Joint>> = names
        .windows(2)
        .map(|pair| {
            let (end, start) = (pair[0].range.end as usize, pair[1].range.start as usize);
            if end > start { None } else { text.get(end..start).and_then(joint) }
        })
        .collect();
    for (at, joint) in joints.iter().enumerate() {
        let Some(joint) = joint else { continue };
        let (held, holder, gain) = match joint {
            Joint::Comma if is_row(atlas, candidates, &joints, at) => {
                of_a_kind(atlas, candidates, at, &mut all);
                continue;
            }
            Joint::Comma => (at, at + 1, HELD),
            Joint::In => (at, at + 1, WITHIN),
            Joint::Genitive => (at + 1, at, WITHIN),
            Joint::And => {
                of_a_kind(atlas, candidates, at, &mut all);
                continue;
            }
        };
        let mut is_held = false;
        // Few names have more than a few places that can hold others.
        let is_holder = |(_, candidate): &(usize, &Candidate)| {
            matches!(atlas.kind(candidate.entry), Kind::Country | Kind::Division | Kind::District)
        };
        let holders: Vec<(usize, &Candidate)> =
            candidates[holder].iter().enumerate().filter(is_holder).collect();
        for (nth, candidate) in candidates[held].iter().enumerate() {
            for (mth, other) in &holders {
                if atlas.holds(other.entry, candidate.entry) {
                    all[held].gains[nth] = all[held].gains[nth].max(gain);
                    all[held].holders[nth] = Some(holder);
                    all[holder].own[*mth] = all[holder].own[*mth].max(gain);
                    all[holder].holds = true;
                    is_held = true;
                }
            }
        }
        if !is_held && *joint == Joint::Comma {
            of_a_kind(atlas, candidates, at, &mut all);
        }
    }
    all
}

/// Whether a comma parts the members of a row rather than a place and its holder: both can be of one large kind, and the row goes on.
fn is_row(atlas: Atlas, candidates: &[&[Candidate]], joints: &[Option<Joint>], at: usize) -> bool {
    let goes_on = |at: Option<usize>| {
        at.and_then(|at| joints.get(at)).is_some_and(|joint| matches!(joint, Some(Joint::And | Joint::Comma)))
    };
    let shares = |kind: Kind| {
        [at, at + 1]
            .iter()
            .all(|at| candidates[*at].first().is_some_and(|best| atlas.kind(best.entry) == kind))
    };
    (shares(Kind::Country) || shares(Kind::Division)) && (goes_on(Some(at + 1)) || goes_on(at.checked_sub(1)))
}

/// Raises the candidates of both that are of a kind which the other has too, as its best known.
fn of_a_kind(atlas: Atlas, candidates: &[&[Candidate]], at: usize, all: &mut [Beside]) {
    for (one, other) in [(at, at + 1), (at + 1, at)] {
        let Some(best) = candidates[other].first() else { continue };
        let kind = atlas.kind(best.entry);
        for (nth, candidate) in candidates[one].iter().enumerate() {
            let is_same = atlas.kind(candidate.entry) == kind
                || kind.is_populated() && atlas.kind(candidate.entry).is_populated();
            if is_same {
                all[one].gains[nth] = all[one].gains[nth].max(OF_A_KIND);
            }
        }
    }
}
