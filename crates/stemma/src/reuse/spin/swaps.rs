//! Which differences recur: the first look, over the edits alone.
//!
//! Every edit that puts a few words for a few others is a swap. Swaps of the same words, in either direction,
//! are brought together by sorting; what stands in one place only is dropped, which is nearly all of what
//! people do. The rest is small, and only from there on are texts looked at.

use super::dictionary::Dictionary;
use super::phrase::{MAX_WORDS, Phrase, extend, phrase, written};
use super::{Pile, ordinary};
use crate::model::{Edit, EditKind, EditSide, Span};
use hashbrown::HashTable;
use rayon::prelude::*;
use std::cmp::Reverse;

/// Longest side of an edit that is looked at, in bytes: four words and some room.
const MAX_BYTES: usize = 80;
/// Places that do not copy each other in which a swap must stand to be looked at.
const MIN_PLACES: usize = 2;
/// A swap is typical of one spinner where it makes up at least one in this many of all swaps of its old words.
/// It is a first sieve: people, and machines that put words at random, put a new word each time.
const TYPICAL_ONE_IN: usize = 4;

/// Different swaps that a page must show to be a reason to look for a spinner. Copies by people agree with
/// each other in one or two.
pub const MIN_SWAPS_IN_PAGE: usize = 4;
/// Different swaps of a dictionary that a page, and a page beside one of its sources, must show to be looked
/// at: people agree with a machine in one by chance.
pub const MIN_SHARED: usize = 2;

/// Edits that are looked at before what was seen in them is put to the rest.
const EDITS_AT_ONCE: usize = 1 << 18;

/// Pages that are read to find out whether there is a spinner, those that share most swaps first. It bounds
/// the work on piles full of noise.
const MAX_LIKELY: usize = 50;

/// A swap in one direction: the words replaced, the words put there.
pub type Pair = (Phrase, Phrase);

/// One place of a swap that recurs, in one of its two directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The swap.
    pub pair: Pair,
    /// The report that has the new words.
    pub report: u32,
    /// Whether the swap tells of a spinner: it is typical for its old words, and more than initials.
    pub tells: bool,
    /// Whether one side is the initials of the other.
    pub initials: bool,
}

/// A place as it is kept: the number of its swap and of its report, and what the swap is. A large pile has tens of
/// millions of places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Kept {
    pair: u32,
    report: u32,
    /// Whether the swap tells of a spinner, and whether one side is the initials of the other.
    is: (bool, bool),
}

/// The swaps that recur, in both directions.
#[derive(Debug, Default)]
pub struct Swaps {
    /// Each swap once, in order.
    pairs: Vec<Pair>,
    /// Places by swap and report; each once.
    by_pair: Vec<Kept>,
    /// By swap: one past its last place.
    ends: Vec<u32>,
    /// The numbers of the places, by report and pair.
    by_report: Vec<u32>,
}

impl Swaps {
    /// Finds them among all edits.
    pub fn find(pile: &Pile) -> Self {
        let (pairs, mut by_pair) = places_of_all(pile);
        by_pair.par_sort_unstable();
        by_pair.dedup();
        by_pair.shrink_to_fit();
        let mut ends = vec![0u32; pairs.len()];
        by_pair.iter().for_each(|place| ends[place.pair as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        // Counting sort: places of one report keep the order of their pairs.
        let mut starts = vec![0u32; pile.reports.len()];
        by_pair.iter().for_each(|place| starts[place.report as usize] += 1);
        let mut sum = 0;
        for start in &mut starts {
            (*start, sum) = (sum, sum + *start);
        }
        let mut by_report = vec![0u32; by_pair.len()];
        for (place, number) in by_pair.iter().zip(0..) {
            let next = &mut starts[place.report as usize];
            by_report[*next as usize] = number;
            *next += 1;
        }
        Swaps { pairs, by_pair, ends, by_report }
    }

    fn place(&self, kept: &Kept) -> Place {
        let Kept { pair, report, is: (tells, initials) } = *kept;
        Place { pair: self.pairs[pair as usize], report, tells, initials }
    }

    /// The reports that have the new words of a pair.
    fn with_new(&self, pair: Pair) -> &[Kept] {
        let Ok(at) = self.pairs.binary_search(&pair) else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.by_pair[start as usize..self.ends[at] as usize]
    }

    /// The reports that have the new words of a pair, each once.
    pub fn reports_with(&self, pair: Pair) -> impl Iterator<Item = u32> {
        self.with_new(pair).iter().map(|place| place.report)
    }

    /// Whether a swap recurs, in whatever direction.
    pub fn has(&self, pair: Pair) -> bool {
        !self.with_new(pair).is_empty()
    }

    /// The reports that show some swaps of a dictionary, in order. As long as it is not certain that there is
    /// a spinner, only such as are full of swaps that recur.
    pub fn pages(&self, known: &Dictionary, is_spinner: bool) -> Vec<u32> {
        let of_pair = |pair: &Pair| self.with_new(*pair).iter().filter(|place| !place.is.1);
        let mut reports: Vec<u32> =
            known.pairs().iter().flat_map(of_pair).map(|place| place.report).collect();
        reports.sort_unstable();
        let enough = reports.chunk_by(|a, b| a == b).filter(|same| same.len() >= MIN_SHARED);
        if is_spinner {
            return enough.map(|same| same[0]).collect();
        }
        let is_full = |report: u32| self.n_telling(report) >= MIN_SWAPS_IN_PAGE;
        let mut likely: Vec<(Reverse<usize>, u32)> =
            enough.filter(|same| is_full(same[0])).map(|same| (Reverse(same.len()), same[0])).collect();
        likely.sort_unstable();
        likely.truncate(MAX_LIKELY);
        let mut pages: Vec<u32> = likely.into_iter().map(|(_, report)| report).collect();
        pages.sort_unstable();
        pages
    }

    /// How many of the swaps whose new words stand in a report tell of a spinner.
    fn n_telling(&self, report: u32) -> usize {
        let kept = |number: &u32| &self.by_pair[*number as usize];
        let start = self.by_report.partition_point(|number| kept(number).report < report);
        let of_report = self.by_report[start..].iter().map(kept).take_while(|place| place.report == report);
        of_report.filter(|place| place.is.0).count()
    }

    /// The pairs whose new words stand in a report, one list a report.
    pub fn of_reports(&self) -> impl Iterator<Item = Vec<Place>> {
        let kept = |number: &u32| &self.by_pair[*number as usize];
        let reports = self.by_report.chunk_by(move |a, b| kept(a).report == kept(b).report);
        reports.map(move |numbers| numbers.iter().map(|number| self.place(kept(number))).collect())
    }
}

/// An edit that puts a few words for a few others.
struct Sighting {
    /// Both sides as [`folded`], the smaller first.
    key: (u64, u64),
    /// Whether the representative has the larger one.
    turned: bool,
    /// The edit.
    edit: u32,
}

impl Sighting {
    fn of(pile: &Pile, idx: usize, edit: &Edit) -> Option<Self> {
        let short = |side: EditSide| !side.range.is_empty() && side.range.len() <= MAX_BYTES;
        let other_words =
            edit.kinds.iter().any(|kind| !matches!(kind, EditKind::Punctuation | EditKind::Reorder));
        if !other_words || !short(edit.from) || !short(edit.to) {
            return None;
        }
        let side = |side: EditSide| folded(side.range.of(pile.text(pile.span(side))));
        let (from, to) = (side(edit.from)?, side(edit.to)?);
        let key = (from.min(to), from.max(to));
        (from != to).then_some(Sighting { key, turned: from > to, edit: idx as u32 })
    }

    /// Where both sides stand, in the order of the key.
    fn sides(&self, pile: &Pile) -> (Span, Span) {
        let edit = &pile.edits[self.edit as usize];
        let (from, to) = (pile.span(edit.from), pile.span(edit.to));
        if self.turned { (to, from) } else { (from, to) }
    }
}

/// The swaps that recur, in order, and where they stand, in both directions.
fn places_of_all(pile: &Pile) -> (Vec<Pair>, Vec<Kept>) {
    let mut sightings: Vec<Sighting> = Vec::new();
    for (nth, some) in pile.edits.chunks(EDITS_AT_ONCE).enumerate() {
        let numbered = some.par_iter().enumerate();
        let seen = numbered.filter_map(|(at, edit)| Sighting::of(pile, nth * EDITS_AT_ONCE + at, edit));
        sightings.extend(seen.collect::<Vec<_>>());
    }
    sightings.par_sort_unstable_by_key(|seen| (seen.key, seen.edit));
    let recurring = || sightings.chunk_by(|a, b| a.key == b.key).filter(|group| group.len() >= MIN_PLACES);
    let usual = Usual::of(&sightings, recurring());
    let groups: Vec<&[Sighting]> = recurring().collect();
    let seen: Vec<Option<Seen>> = groups.par_iter().map(|group| Seen::of(pile, group, &usual)).collect();
    drop(usual);
    let mut pairs: Vec<Pair> =
        seen.iter().flatten().flat_map(|seen| [seen.pair, turned(seen.pair)]).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    let number = |pair: Pair| pairs.partition_point(|other| *other < pair) as u32;
    let mut found: Vec<Kept> = Vec::new();
    for (group, seen) in groups.iter().zip(&seen) {
        let Some(seen) = seen else { continue };
        let (forward, backward) = (number(seen.pair), number(turned(seen.pair)));
        for sighting in *group {
            let (x, y) = sighting.sides(pile);
            let kept = |pair: u32, side: Span, tells: bool| Kept {
                pair,
                report: side.report.0,
                is: (tells, seen.initials),
            };
            found.push(kept(forward, y, seen.tells.0));
            found.push(kept(backward, x, seen.tells.1));
        }
    }
    (pairs, found)
}

fn turned(pair: Pair) -> Pair {
    (pair.1, pair.0)
}

/// A hash of one side without capitals and marks, where its words are few. It is made of every edit of a pile,
/// so it does without taking words apart; what recurs by it is looked at more closely.
fn folded(text: &str) -> Option<u64> {
    let (mut hash, mut words, mut inside) = (0u64, 0, false);
    for byte in text.bytes() {
        let in_word = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        if in_word {
            words += usize::from(!inside);
            let begins = u64::from(!inside) << 8;
            hash = extend(hash, begins | u64::from(byte.to_ascii_lowercase()));
        }
        inside = in_word;
    }
    (1..=MAX_WORDS).contains(&words).then_some(hash)
}

/// How often the folded sides of swaps that recur stand among all swaps.
struct Usual(HashTable<(u64, u32)>);

impl Usual {
    fn of<'a>(sightings: &[Sighting], recurring: impl Iterator<Item = &'a [Sighting]>) -> Self {
        let mut counts: HashTable<(u64, u32)> = HashTable::new();
        let hash = |side: &(u64, u32)| side.0;
        for side in recurring.flat_map(|group| [group[0].key.0, group[0].key.1]) {
            counts.entry(side, |other| other.0 == side, hash).or_insert((side, 0));
        }
        for side in sightings.iter().flat_map(|seen| [seen.key.0, seen.key.1]) {
            if let Some((_, count)) = counts.find_mut(side, |other| other.0 == side) {
                *count += 1;
            }
        }
        Usual(counts)
    }

    fn count(&self, side: u64) -> usize {
        self.0.find(side, |other| other.0 == side).map_or(0, |(_, count)| *count as usize)
    }
}

/// A swap that recurs.
struct Seen {
    /// In one direction.
    pair: Pair,
    /// Whether it tells of a spinner in this direction, and in the other.
    tells: (bool, bool),
    /// Whether one side is the initials of the other.
    initials: bool,
}

impl Seen {
    fn of(pile: &Pile, group: &[Sighting], usual: &Usual) -> Option<Self> {
        // Nearly always the first two tell already that something recurs.
        let recurs = |key: &dyn Fn(&Sighting) -> (u32, u32)| {
            let mut keys: Vec<(u32, u32)> = Vec::new();
            for found in group.iter().map(key) {
                if !keys.contains(&found) {
                    keys.push(found);
                }
                if keys.len() >= MIN_PLACES {
                    return true;
                }
            }
            false
        };
        let place = |span: Span| (span.report.0, span.range.start);
        let several = recurs(&|seen| (pile.edits[seen.edit as usize].family.0, 0))
            && recurs(&|seen| place(seen.sides(pile).0))
            && recurs(&|seen| place(seen.sides(pile).1));
        if !several {
            return None;
        }
        let (a, b) = group[0].sides(pile);
        let (a_words, b_words) = (pile.words(a), pile.words(b));
        let (first, second) = (written(pile.text(a), &a_words), written(pile.text(b), &b_words));
        if first.is_empty() || second.is_empty() || ordinary::is_ordinary(&first, &second) {
            return None;
        }
        let initials = ordinary::is_initials(&first, &second);
        let tells = |old: u64| !initials && group.len() * TYPICAL_ONE_IN >= usual.count(old);
        let (of_first, of_second) = group[0].key;
        let pair = (phrase(&a_words), phrase(&b_words));
        Some(Seen { pair, tells: (tells(of_first), tells(of_second)), initials })
    }
}
