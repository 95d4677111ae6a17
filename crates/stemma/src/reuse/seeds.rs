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

/// Units by the seeds that they share. A large pile has hundreds of millions of entries, so each is a number.
#[derive(Debug, Default)]
pub struct Shared {
    /// The units of each rare seed, in order, one seed after another; the last of each is marked.
    rare: Vec<u32>,
    /// The units of each common seed, likewise. The first of them stand for all.
    crowds: Vec<u32>,
    /// The common seeds.
    pub common: Vec<u64>,
}

/// The units that some units are compared with. It is as large as what these share, not as all.
#[derive(Debug)]
pub struct Partners<'a> {
    shared: &'a Shared,
    /// The first of these units.
    first: u32,
    /// Where to read on among the units of rare seeds.
    rare: Posts,
    /// Where the units of a common seed begin.
    crowds: Posts,
}

/// Places in a run of groups, by unit.
#[derive(Debug)]
struct Posts {
    /// By unit: one past its last post.
    ends: Vec<u32>,
    posts: Vec<u32>,
}

impl Posts {
    /// Files the posts of `all`, each with the number of its unit among `n_units`.
    fn new<I: Iterator<Item = (u32, u32)>>(n_units: usize, all: impl Fn() -> I) -> Self {
        let mut ends = vec![0u32; n_units];
        all().for_each(|(at, _)| ends[at as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        let mut posts = vec![0; sum as usize];
        for (at, post) in all() {
            let end = &mut ends[at as usize];
            posts[*end as usize] = post;
            *end += 1;
        }
        Posts { ends, posts }
    }

    fn of(&self, at: u32) -> &[u32] {
        let from = if at == 0 { 0 } else { self.ends[at as usize - 1] };
        &self.posts[from as usize..self.ends[at as usize] as usize]
    }
}

/// Marks the last unit of a group.
const LAST: u32 = 1 << 31;
/// Marks the units of a group that is small.
const TELLING: u32 = 1 << 30;
/// A seed that at most this many units share tells them from all others: more wordings of one sentence are rare,
/// and formulas of news ("registration statement with the") stand in more.
const MAX_TELLING: usize = 16;

impl Shared {
    /// Where a run of units reads on: behind itself in each rare seed that it shares, so that each pair is met once,
    /// and from the first unit of each common one.
    pub fn partners_of(&self, units: Range<u32>) -> Partners<'_> {
        let (n_units, units) = (units.len(), &units);
        let rare = || {
            let behind = self.rare.iter().zip(1..).filter(|(member, _)| *member & LAST == 0);
            behind.filter_map(|(member, post)| Some((place_in(units, *member)?, post)))
        };
        let crowds = || {
            let mut start = 0;
            self.crowds.iter().zip(1..).filter_map(move |(member, next)| {
                let post = start;
                if member & LAST != 0 {
                    start = next;
                }
                Some((place_in(units, *member)?, post))
            })
        };
        let (rare, crowds) = (Posts::new(n_units, rare), Posts::new(n_units, crowds));
        Partners { shared: self, first: units.start, rare, crowds }
    }
}

/// Which of some units a member is.
fn place_in(units: &Range<u32>, member: u32) -> Option<u32> {
    let (UnitIdx(unit), _) = member_of(member);
    units.contains(&unit).then(|| unit - units.start)
}

impl Partners<'_> {
    /// Calls `met` with the units that a unit is to be compared with, once for each seed, to be read by
    /// [`member_of`].
    pub fn each_met(&self, unit: UnitIdx, mut met: impl FnMut(&[u32])) {
        let at = unit.0 - self.first;
        self.rare.of(at).iter().for_each(|post| met(group_from(&self.shared.rare, *post)));
        for post in self.crowds.of(at) {
            let crowd = &self.shared.crowds[*post as usize..];
            met(group_from(&crowd[..HUBS.min(crowd.len())], 0));
        }
    }
}

/// The units of a seed, from one of them on.
fn group_from(members: &[u32], from: u32) -> &[u32] {
    let rest = &members[from as usize..];
    let last = rest.iter().position(|member| member & LAST != 0);
    &rest[..last.map_or(rest.len(), |last| last + 1)]
}

/// Which unit has a seed, and whether the seed tells its units from most others.
pub fn member_of(member: u32) -> (UnitIdx, bool) {
    (UnitIdx(member & !(LAST | TELLING)), member & TELLING != 0)
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
    match memory {
        Some(memory) if memory < needed => join_through_scratch(units, limit, memory, scratch),
        _ => join_in_memory(units, limit),
    }
}

fn join_in_memory(units: &Units, limit: usize) -> Result<Shared, ScratchError> {
    let chunks: Vec<Vec<Vec<u64>>> =
        chunks(units, CHUNK).into_par_iter().map(|chunk| by_part(units, chunk)).collect();
    gather(limit, |part| {
        let mut postings = Vec::with_capacity(chunks.iter().map(|chunk| chunk[part].len()).sum());
        chunks.iter().for_each(|chunk| postings.extend_from_slice(&chunk[part]));
        Ok(postings)
    })
}

fn join_through_scratch(
    units: &Units,
    limit: usize,
    memory: u64,
    scratch: &dyn Scratch,
) -> Result<Shared, ScratchError> {
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
    gather(limit, |part| scratch.take(part))
}

/// Parts that are sorted before what they give is put to the rest.
const PARTS_AT_ONCE: usize = 32;

/// The groups of all parts, given the postings of each.
fn gather(
    limit: usize,
    postings: impl Fn(usize) -> Result<Vec<u64>, ScratchError> + Sync,
) -> Result<Shared, ScratchError> {
    let mut shared = Shared::default();
    for first in (0..PARTS).step_by(PARTS_AT_ONCE) {
        let some = (first..first + PARTS_AT_ONCE).into_par_iter();
        let parts: Vec<Shared> =
            some.map(|part| Ok(groups(part, postings(part)?, limit))).collect::<Result<_, _>>()?;
        for part in parts {
            shared.rare.extend(part.rare);
            shared.crowds.extend(part.crowds);
            shared.common.extend(part.common);
        }
    }
    shared.rare.shrink_to_fit();
    shared.crowds.shrink_to_fit();
    Ok(shared)
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
fn groups(part: usize, mut postings: Vec<u64>, limit: usize) -> Shared {
    postings.sort_unstable();
    postings.dedup();
    let mut found = Shared::default();
    for group in postings.chunk_by(|a, b| a >> 32 == b >> 32).filter(|group| group.len() > 1) {
        let unit = |posting: &u64| *posting as u32;
        if group.len() > limit {
            found.common.push((part as u64) << 32 | group[0] >> 32);
            found.crowds.extend(group.iter().map(unit));
            mark_last(&mut found.crowds);
        } else {
            let mark = if group.len() <= MAX_TELLING { TELLING } else { 0 };
            found.rare.extend(group.iter().map(|posting| unit(posting) | mark));
            mark_last(&mut found.rare);
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
