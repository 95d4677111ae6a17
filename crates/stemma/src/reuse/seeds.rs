//! Which units may share a passage: those that share runs of words that few others have.
//!
//! A seed is three words in a row. Text whose every fourth word was swapped still keeps such runs, and two
//! of them between the same two sentences are a reason to look closer. (Sampling seeds, as near-duplicate
//! detectors do, is what loses spun text.) Seeds are brought together by sorting, not by a hash map, so the
//! cost is that of a sort and the order is fixed.

use super::units::{Unit, UnitIdx};
use crate::model::{Sha256, Table};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::ops::Range;

/// Words in a seed.
pub const SEED_WORDS: usize = 3;
/// Shared seeds that make two units a candidate.
const MIN_SHARED_SEEDS: usize = 2;
/// Version of the rule that learns which seeds are common.
const COMMON_SEEDS_VERSION: u32 = 1;
/// The most units that one unit is compared with, those that share most seeds first: a bound on the work,
/// far above what the rewrites of one sentence reach.
const MAX_PARTNERS: usize = 200;

/// Two units that may share a passage, the earlier first.
pub type Candidate = (UnitIdx, UnitIdx);

/// The pairs of units that share seeds, and the table of seeds that are too common to count.
pub fn find_candidates(units: &[Unit], common_seed_limit: u32) -> (Vec<Candidate>, Table) {
    let seeds = sorted_seeds(units);
    let limit = common_seed_limit as usize;
    let mut common = Vec::new();
    let mut posts: Vec<(UnitIdx, Range<usize>)> = Vec::new();
    let mut start = 0;
    for group in seeds.chunk_by(|a, b| a.0 == b.0) {
        let end = start + group.len();
        if group.len() > limit {
            common.push(group[0].0);
        } else {
            // Only units behind this one, so that each pair is met once.
            posts
                .extend(group[..group.len() - 1].iter().zip(start + 1..).map(|(seed, at)| (seed.1, at..end)));
        }
        start = end;
    }
    posts.par_sort_unstable_by_key(|(unit, range)| (*unit, range.start));
    let by_unit: Vec<_> = posts.chunk_by(|a, b| a.0 == b.0).collect();
    let candidates = by_unit.into_par_iter().flat_map_iter(|posts| partners(&seeds, posts)).collect();
    (candidates, common_seeds(&common))
}

/// Every seed of every unit once, equal seeds together, units in order.
fn sorted_seeds(units: &[Unit]) -> Vec<(u64, UnitIdx)> {
    let of_unit = |(idx, unit): (usize, &Unit)| {
        let seeds = unit.hashes.windows(SEED_WORDS).map(seed);
        seeds.map(|seed| (seed, UnitIdx(idx as u32))).collect::<Vec<_>>()
    };
    let mut seeds: Vec<(u64, UnitIdx)> = units.par_iter().enumerate().flat_map_iter(of_unit).collect();
    seeds.par_sort_unstable();
    seeds.dedup();
    seeds
}

/// The later units that share enough seeds with the unit of some posts, in order.
fn partners(seeds: &[(u64, UnitIdx)], posts: &[(UnitIdx, Range<usize>)]) -> Vec<Candidate> {
    let mut met: Vec<UnitIdx> =
        posts.iter().flat_map(|(_, range)| seeds[range.clone()].iter().map(|seed| seed.1)).collect();
    met.sort_unstable();
    let mut partners: Vec<(usize, UnitIdx)> = met
        .chunk_by(|a, b| a == b)
        .filter(|same| same.len() >= MIN_SHARED_SEEDS)
        .map(|same| (same.len(), same[0]))
        .collect();
    if partners.len() > MAX_PARTNERS {
        partners.sort_unstable_by_key(|(shared, unit)| (Reverse(*shared), *unit));
        partners.truncate(MAX_PARTNERS);
        partners.sort_unstable_by_key(|(_, unit)| *unit);
    }
    partners.into_iter().map(|(_, partner)| (posts[0].0, partner)).collect()
}

/// Mixes the hashes of a run of words; order matters.
pub fn seed(words: &[u64]) -> u64 {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A unit of letters, each a word.
    fn unit(letters: &str) -> Unit {
        let hashes: Vec<u64> = letters.bytes().map(u64::from).collect();
        Unit {
            weights: vec![12; hashes.len()],
            by_hash: Vec::new(),
            hashes,
            quoted: Vec::new(),
            places: Vec::new(),
        }
    }

    fn candidates(units: &[&str], limit: u32) -> Vec<(u32, u32)> {
        let units: Vec<Unit> = units.iter().map(|letters| unit(letters)).collect();
        find_candidates(&units, limit).0.into_iter().map(|(a, b)| (a.0, b.0)).collect()
    }

    #[test]
    fn two_shared_runs_of_three_words_make_a_candidate() {
        assert_eq!(candidates(&["abcXdefY", "QabcRdef", "abcMNOPQ"], 200), [(0, 1)]);
    }

    #[test]
    fn a_run_that_many_units_share_counts_for_nothing() {
        let units = ["abcd1", "abcd2", "abcd3"];
        assert_eq!(candidates(&units, 3), [(0, 1), (0, 2), (1, 2)]);
        assert!(candidates(&units, 2).is_empty());
    }

    #[test]
    fn the_table_names_the_common_runs_by_number_and_hash() {
        let units = [unit("abcd"), unit("abce")];
        let (_, with) = find_candidates(&units, 1);
        let (_, without) = find_candidates(&units, 2);
        assert_eq!((with.entries, without.entries), (1, 0));
        assert_ne!(with.sha256, without.sha256);
    }
}
