//! Which units may share a passage: those that share runs of words that few others have.
//!
//! A seed is three words in a row. Text whose every fourth word was swapped still keeps such runs, and two
//! of them between the same two sentences are a reason to look closer. (Sampling seeds, as near-duplicate
//! detectors do, is what loses spun text.) Seeds are brought together by sorting, not by a hash map, so the
//! cost is that of a sort and the order is fixed.

use super::units::{Unit, UnitIdx};
use crate::model::{Sha256, Table};
use rayon::prelude::*;

/// Words in a seed.
const SEED_WORDS: usize = 3;
/// Shared seeds that make two units a candidate.
const MIN_SHARED_SEEDS: usize = 2;
/// Version of the rule that learns which seeds are common.
const COMMON_SEEDS_VERSION: u32 = 1;

/// Two units that may share a passage, the earlier first.
pub type Candidate = (UnitIdx, UnitIdx);

/// The pairs of units that share seeds, and the table of seeds that are too common to count.
pub fn find_candidates(units: &[Unit], common_seed_limit: u32) -> (Vec<Candidate>, Table) {
    let mut seeds: Vec<(u64, UnitIdx)> = units
        .par_iter()
        .enumerate()
        .flat_map_iter(|(idx, unit)| {
            unit.hashes.windows(SEED_WORDS).map(move |words| (seed(words), UnitIdx(idx as u32)))
        })
        .collect();
    seeds.par_sort_unstable();
    seeds.dedup();
    let (mut pairs, mut common) = (Vec::new(), Vec::new());
    for group in seeds.chunk_by(|a, b| a.0 == b.0) {
        if group.len() > common_seed_limit as usize {
            common.push(group[0].0);
        } else {
            let later = |at: usize| group[at + 1..].iter();
            let found = group.iter().enumerate();
            pairs.extend(found.flat_map(|(at, a)| later(at).map(move |b| (a.1, b.1))));
        }
    }
    pairs.par_sort_unstable();
    let candidates =
        pairs.chunk_by(|a, b| a == b).filter(|same| same.len() >= MIN_SHARED_SEEDS).map(|same| same[0]);
    (candidates.collect(), common_seeds(&common))
}

/// Mixes the hashes of a run of words; order matters.
fn seed(words: &[u64]) -> u64 {
    words.iter().fold(0, |state, word| (state ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29))
}

fn common_seeds(sorted: &[u64]) -> Table {
    let bytes: Vec<u8> = sorted.iter().flat_map(|seed| seed.to_be_bytes()).collect();
    Table {
        name: "common-seeds".into(),
        version: COMMON_SEEDS_VERSION,
        entries: sorted.len() as u64,
        sha256: Sha256::of(&bytes),
    }
}
