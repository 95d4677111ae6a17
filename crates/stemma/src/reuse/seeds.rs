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
    /// Rare seeds: the units that have one, in order, one seed after another.
    pub rare: Index,
    /// Common seeds: the first units that have one.
    pub hubs: Index,
    /// The common seeds.
    pub common: Vec<u64>,
}

/// Groups of units, and for each unit the groups that it belongs to.
#[derive(Debug, Default)]
pub struct Index {
    /// The units of all groups, group after group; the last of each is marked.
    members: Vec<u32>,
    /// By unit: one past its last post.
    ends: Vec<u32>,
    /// By unit: where to read on in `members`.
    posts: Vec<u32>,
}

/// Marks the last unit of a group.
const LAST: u32 = 1 << 31;
/// Marks the units of a group that is small.
const TELLING: u32 = 1 << 30;
/// A seed that at most this many units share tells them from all others: more wordings of one sentence are rare,
/// and formulas of news ("registration statement with the") stand in more.
const MAX_TELLING: usize = 16;

impl Index {
    /// Calls `met` for every unit that a unit is to be compared with, once for each seed that both have, and says
    /// whether the seed tells them from most others.
    pub fn each_met(&self, unit: UnitIdx, mut met: impl FnMut(UnitIdx, bool)) {
        let at = unit.0 as usize;
        let from = if at == 0 { 0 } else { self.ends[at - 1] };
        for post in &self.posts[from as usize..self.ends[at] as usize] {
            for member in &self.members[*post as usize..] {
                met(UnitIdx(member & !(LAST | TELLING)), member & TELLING != 0);
                if member & LAST != 0 {
                    break;
                }
            }
        }
    }

    fn new(n_units: usize, parts: Vec<Part>) -> Self {
        let mut ends = vec![0u32; n_units];
        for part in &parts {
            part.posts.iter().for_each(|(unit, _)| ends[*unit as usize] += 1);
        }
        let mut sum = 0;
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        let mut index = Index { members: Vec::new(), ends, posts: vec![0; sum as usize] };
        for part in parts {
            let base = index.members.len() as u32;
            index.members.extend_from_slice(&part.members);
            for (unit, at) in part.posts {
                let next = &mut index.ends[unit as usize];
                index.posts[*next as usize] = base + at;
                *next += 1;
            }
        }
        index
    }
}

/// A part of an index: its units, and for some of them where to read on.
#[derive(Debug, Default)]
struct Part {
    members: Vec<u32>,
    posts: Vec<(u32, u32)>,
}

/// What one part of the hash gives.
#[derive(Debug, Default)]
struct Groups {
    rare: Part,
    hubs: Part,
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
    let mut parts = match memory {
        Some(memory) if memory < needed => join_through_scratch(units, limit, memory, scratch)?,
        _ => join_in_memory(units, limit),
    };
    let common = parts.iter_mut().flat_map(|part| std::mem::take(&mut part.common)).collect();
    let hubs = parts.iter_mut().map(|part| std::mem::take(&mut part.hubs)).collect();
    let hubs = Index::new(units.len(), hubs);
    let rare = Index::new(units.len(), parts.into_iter().map(|part| part.rare).collect());
    Ok(Shared { rare, hubs, common })
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
fn chunks(units: &Units, n_words: usize) -> Vec<std::ops::Range<u32>> {
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
fn by_part(units: &Units, chunk: std::ops::Range<u32>) -> Vec<Vec<u64>> {
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
            let Part { members, posts } = &mut found.hubs;
            let start = members.len() as u32;
            members.extend(group[..HUBS.min(group.len())].iter().map(unit));
            mark_last(members);
            posts.extend(group.iter().map(|posting| (unit(posting), start)));
        } else {
            // Only units behind this one, so that each pair is met once.
            let Part { members, posts } = &mut found.rare;
            let start = members.len() as u32 + 1;
            let mark = if group.len() <= MAX_TELLING { TELLING } else { 0 };
            members.extend(group.iter().map(|posting| unit(posting) | mark));
            mark_last(members);
            let before_last = group[..group.len() - 1].iter();
            posts.extend(before_last.zip(start..).map(|(posting, at)| (unit(posting), at)));
        }
    }
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
