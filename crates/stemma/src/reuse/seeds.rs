//! Which units may share a passage: those that share runs of words that few others have.
//!
//! A seed is three words in a row. Text whose every fourth word was swapped still keeps such runs, and two
//! of them between the same two sentences are a reason to look closer. (Sampling seeds, as near-duplicate
//! detectors do, is what loses spun text.) Seeds are brought together by sorting, part by part of their
//! hash, so that a part fits into memory when the pile does not: what does not fit waits in the [`Scratch`].

use super::tokens::Token;
use super::units::{UnitIdx, Units};
use crate::model::{Sha256, Table};
use crate::scratch::{Scratch, ScratchError};
use rayon::prelude::*;
use std::ops::Range;

/// Words in a seed.
pub const SEED_WORDS: usize = 3;
/// Version of the rule that learns which seeds are common.
const COMMON_SEEDS_VERSION: u32 = 2;
/// Parts of the hash, each sorted by itself. With a million reports a part has some 3 MB.
const PARTS: usize = 1024;
/// Postings that are made before they go to their parts, where memory has no limit.
const CHUNK: usize = 1 << 20;
/// Fewer would make too small pieces of the parts.
const MIN_CHUNK: usize = 1 << 14;
/// Bytes of a posting.
const POSTING: u64 = 8;
/// Of a seed that is too common, the units that are kept, so that a sentence in thousands of wordings is
/// still found by comparing each with these.
const HUBS: usize = 4;

/// Units by the seeds that they share.
#[derive(Debug, Default)]
pub struct Shared {
    /// The units of each rare seed, in order, one seed after another; the last of each is marked.
    rare: Vec<u32>,
    /// The first units of each common seed, likewise.
    hubs: Vec<u32>,
    /// Every unit of a common seed, with where the first units of that seed begin; by unit.
    hub_posts: Vec<(u32, u32)>,
    /// The common seeds.
    pub common: Vec<u64>,
}

/// The units that some units are compared with. It is as large as what these share, not as all.
#[derive(Debug)]
pub struct Partners<'a> {
    shared: &'a Shared,
    /// The first of these units.
    first: u32,
    /// By unit: one past its last post.
    ends: Vec<u32>,
    /// By unit: where to read on among the units of rare seeds.
    posts: Vec<u32>,
}

/// Marks the last unit of a group.
const LAST: u32 = 1 << 31;
/// Marks the units of a group that is small.
const TELLING: u32 = 1 << 30;
/// A seed that at most this many units share tells them from all others: more wordings of one sentence are rare,
/// and formulas of news ("registration statement with the") stand in more.
const MAX_TELLING: usize = 16;

impl Shared {
    /// Where a run of units reads on: behind itself in each seed that it shares, so that each pair is met once.
    pub fn partners_of(&self, units: Range<u32>) -> Partners<'_> {
        let mut ends = vec![0u32; units.len()];
        let posts_of = |member: &u32| {
            let unit = unit_of(*member);
            (*member & LAST == 0 && units.contains(&unit)).then(|| (unit - units.start) as usize)
        };
        self.rare.iter().filter_map(posts_of).for_each(|at| ends[at] += 1);
        let mut sum = 0;
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        let mut posts = vec![0; sum as usize];
        for (member, next_member) in self.rare.iter().zip(1..) {
            if let Some(at) = posts_of(member) {
                posts[ends[at] as usize] = next_member;
                ends[at] += 1;
            }
        }
        Partners { shared: self, first: units.start, ends, posts }
    }
}

impl Partners<'_> {
    /// Calls `met` for every unit that a unit is to be compared with, once for each seed that both have, and says
    /// whether the seed tells them from most others.
    pub fn each_met(&self, unit: UnitIdx, mut met: impl FnMut(UnitIdx, bool)) {
        let at = (unit.0 - self.first) as usize;
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        for post in &self.posts[from as usize..self.ends[at] as usize] {
            each_member(&self.shared.rare, *post, &mut met);
        }
        let posts = &self.shared.hub_posts;
        let from = posts.partition_point(|post| post.0 < unit.0);
        for (_, post) in posts[from..].iter().take_while(|post| post.0 == unit.0) {
            each_member(&self.shared.hubs, *post, &mut met);
        }
    }
}

/// Calls `met` for the units of a seed, from one of them on.
fn each_member(members: &[u32], from: u32, met: &mut impl FnMut(UnitIdx, bool)) {
    for member in &members[from as usize..] {
        met(UnitIdx(unit_of(*member)), member & TELLING != 0);
        if member & LAST != 0 {
            break;
        }
    }
}

fn unit_of(member: u32) -> u32 {
    member & !(LAST | TELLING)
}

/// What one part of the hash gives.
#[derive(Debug, Default)]
struct Groups {
    rare: Vec<u32>,
    hubs: Vec<u32>,
    hub_posts: Vec<(u32, u32)>,
    common: Vec<u64>,
}

/// Brings units together by their seeds. `memory` is how many bytes the join may take for what it sorts.
pub fn join(
    units: &Units,
    common_seed_limit: u32,
    memory: Option<u64>,
    scratch: &dyn Scratch,
) -> Result<Shared, ScratchError> {
    let limit = common_seed_limit as usize;
    let needed = units.n_words() as u64 * POSTING;
    let parts = match memory {
        Some(memory) if memory < needed => join_through_scratch(units, limit, memory, scratch)?,
        _ => join_in_memory(units, limit),
    };
    let mut shared = Shared::default();
    shared.rare.reserve_exact(parts.iter().map(|part| part.rare.len()).sum());
    for part in parts {
        let base = shared.hubs.len() as u32;
        shared.rare.extend(part.rare);
        shared.hubs.extend(part.hubs);
        shared.hub_posts.extend(part.hub_posts.iter().map(|(unit, at)| (*unit, base + at)));
        shared.common.extend(part.common);
    }
    // Stable, though the order in which a unit meets others does not matter.
    shared.hub_posts.par_sort_by_key(|post| post.0);
    Ok(shared)
}

fn join_in_memory(units: &Units, limit: usize) -> Vec<Groups> {
    let chunks: Vec<Vec<Vec<u64>>> =
        chunks(units, CHUNK).into_par_iter().map(|chunk| by_part(units, chunk)).collect();
    (0..PARTS)
        .into_par_iter()
        .map(|part| {
            let mut postings = Vec::with_capacity(chunks.iter().map(|chunk| chunk[part].len()).sum());
            chunks.iter().for_each(|chunk| postings.extend_from_slice(&chunk[part]));
            groups(part, postings, limit)
        })
        .collect()
}

fn join_through_scratch(
    units: &Units,
    limit: usize,
    memory: u64,
    scratch: &dyn Scratch,
) -> Result<Vec<Groups>, ScratchError> {
    // Each thread fills a chunk, and the chunk is laid out by part beside it.
    let share = memory / POSTING / 2 / rayon::current_num_threads() as u64;
    let chunks = chunks(units, (share as usize).clamp(MIN_CHUNK, CHUNK));
    chunks.into_par_iter().try_for_each(|chunk| {
        let parts = by_part(units, chunk);
        parts
            .iter()
            .enumerate()
            .filter(|(_, numbers)| !numbers.is_empty())
            .try_for_each(|(part, numbers)| scratch.append(part, numbers))
    })?;
    (0..PARTS).into_par_iter().map(|part| Ok(groups(part, scratch.take(part)?, limit))).collect()
}

/// Runs of units with some number of words, at least.
fn chunks(units: &Units, n_words: usize) -> Vec<Range<u32>> {
    let mut chunks = Vec::new();
    let (mut start, mut words) = (0, 0);
    for unit in units.all() {
        words += units.words(unit).len();
        if words >= n_words {
            chunks.push(start..unit.0 + 1);
            (start, words) = (unit.0 + 1, 0);
        }
    }
    chunks.push(start..units.len() as u32);
    chunks
}

/// The seeds of some units, each with its unit, by part.
fn by_part(units: &Units, chunk: Range<u32>) -> Vec<Vec<u64>> {
    let mut parts: Vec<Vec<u64>> = vec![Vec::new(); PARTS];
    for unit in chunk {
        for words in units.words(UnitIdx(unit)).windows(SEED_WORDS) {
            let (part, rest) = seed(words);
            parts[part].push(u64::from(rest) << 32 | u64::from(unit));
        }
    }
    parts
}

/// The units that share a seed of one part.
fn groups(part: usize, mut postings: Vec<u64>, limit: usize) -> Groups {
    postings.sort_unstable();
    postings.dedup();
    let mut found = Groups::default();
    for group in postings.chunk_by(|a, b| a >> 32 == b >> 32).filter(|group| group.len() > 1) {
        let unit = |posting: &u64| *posting as u32;
        if group.len() > limit {
            found.common.push((part as u64) << 32 | group[0] >> 32);
            let start = found.hubs.len() as u32;
            found.hubs.extend(group[..HUBS.min(group.len())].iter().map(unit));
            mark_last(&mut found.hubs);
            found.hub_posts.extend(group.iter().map(|posting| (unit(posting), start)));
        } else {
            let mark = if group.len() <= MAX_TELLING { TELLING } else { 0 };
            found.rare.extend(group.iter().map(|posting| unit(posting) | mark));
            mark_last(&mut found.rare);
        }
    }
    found.rare.shrink_to_fit();
    found
}

fn mark_last(members: &mut [u32]) {
    if let Some(last) = members.last_mut() {
        *last |= LAST;
    }
}

/// The part of a run of words, and the rest of its hash; order matters.
fn seed(words: &[Token]) -> (usize, u32) {
    let mixed = words.iter().fold(0u64, |state, word| {
        (state ^ u64::from(word.word())).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
    });
    let mixed = (mixed ^ mixed >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    ((mixed >> 54) as usize % PARTS, (mixed >> 16) as u32)
}

/// What was learned of the pile: which seeds are common, and how many rare ones prove copying.
pub fn common_seeds(sorted: &[u64], many_telling: u8) -> Table {
    let bytes: Vec<u8> =
        [u64::from(many_telling)].iter().chain(sorted).flat_map(|seed| seed.to_be_bytes()).collect();
    Table {
        name: "common-seeds".into(),
        version: COMMON_SEEDS_VERSION,
        entries: sorted.len() as u64,
        sha256: Sha256::of(&bytes),
    }
}
