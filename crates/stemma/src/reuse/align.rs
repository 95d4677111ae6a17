//! Which candidates share a passage, and which words of each it takes.

use super::seeds::Candidate;
use super::units::{Unit, UnitIdx};
use super::weights::CONTENT_WORD;
use super::word_table::local_alignment;
use rayon::prelude::*;
use std::ops::Range;

/// What a shared stretch must weigh: about four content words and what stands between them.
/// Lower lets in stock phrases and names ("President Vladimir Putin said that the"); measured on dev-1
/// and dev-2, see quality/README.md.
const MIN_WEIGHT: i32 = 60;
/// What two units must weigh that are alike from end to end, however short they are.
const MIN_WHOLE_WEIGHT: i32 = 36;
/// Of a stretch, at least this share (in percent of weight, on the denser side) is the same words.
const MIN_SHARED_PERCENT: i32 = 50;
/// Shared words that are neither names nor numbers nor grammar; names alone are no passage.
const MIN_PLAIN_WORDS: usize = 3;

/// A stretch that two units share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The earlier unit, and which of its words.
    pub a: (UnitIdx, Range<usize>),
    /// The later unit, and which of its words.
    pub b: (UnitIdx, Range<usize>),
    /// How many words are the same.
    pub n_shared: usize,
    /// What these words weigh.
    pub weight: i32,
}

/// Aligns all candidates and keeps those that share a passage, in the order given.
pub fn align_candidates(units: &[Unit], candidates: &[Candidate]) -> Vec<Match> {
    candidates.par_iter().filter_map(|(a, b)| align_units(units, *a, *b, MIN_WEIGHT)).collect()
}

/// The stretch that two units share, if it weighs enough.
pub fn align_units(units: &[Unit], a: UnitIdx, b: UnitIdx, min_weight: i32) -> Option<Match> {
    let (left, right) = (&units[a.0 as usize], &units[b.0 as usize]);
    let pairs = local_alignment(left.words(), right.words());
    let (first, last) = (*pairs.first()?, *pairs.last()?);
    let (of_a, of_b) = (first.0..last.0 + 1, first.1..last.1 + 1);
    let weights = || pairs.iter().map(|(i, j)| left.weights[*i].min(right.weights[*j]));
    let weight: i32 = weights().sum();
    let plain = weights().filter(|weight| *weight == CONTENT_WORD).count();
    let whole = |unit: &Unit, range: &Range<usize>| unit.weights[range.clone()].iter().sum::<i32>();
    let denser = whole(left, &of_a).min(whole(right, &of_b));
    let covers = |range: &Range<usize>, unit: &Unit| 5 * range.len() >= 4 * unit.hashes.len();
    let enough = if covers(&of_a, left) && covers(&of_b, right) {
        MIN_WHOLE_WEIGHT.min(min_weight)
    } else {
        min_weight
    };
    let holds = weight >= enough && plain >= MIN_PLAIN_WORDS && 100 * weight >= MIN_SHARED_PERCENT * denser;
    holds.then_some(Match { a: (a, of_a), b: (b, of_b), n_shared: pairs.len(), weight })
}
