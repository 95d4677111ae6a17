//! Which differences recur: the first look, over the edits alone.
//!
//! Every edit that puts a few words for a few others is a swap. Swaps of the same words, in either direction,
//! are brought together by sorting; what stands in one place only is dropped, which is nearly all of what
//! people do. The rest is small, and only from there on are texts looked at.

use super::dictionary::Dictionary;
use super::phrase::{MAX_WORDS, Phrase, extend, phrase, written};
use super::{Pile, ordinary};
use crate::model::{Edit, EditKind, EditSide, Span};
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

/// Swaps whose places are gathered at a time.
const GROUPS_AT_ONCE: usize = 1 << 14;

/// Pages that are read to find out whether there is a spinner, those that share most swaps first. It bounds
/// the work on piles full of noise.
const MAX_LIKELY: usize = 50;

/// A swap in one direction: the words replaced, the words put there.
pub type Pair = (Phrase, Phrase);

/// One place of a swap that recurs, in one of its two directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// The swaps that recur, in both directions.
#[derive(Debug, Default)]
pub struct Swaps {
    /// By pair and report; each once.
    by_pair: Vec<Place>,
    /// The same, by report and pair.
    by_report: Vec<Place>,
}

impl Swaps {
    /// Finds them among all edits.
    pub fn find(pile: &Pile) -> Self {
        let mut by_pair = places_of_all(pile);
        by_pair.par_sort_unstable();
        by_pair.dedup();
        by_pair.shrink_to_fit();
        let mut by_report = by_pair.clone();
        by_report.par_sort_unstable_by_key(|place| (place.report, place.pair));
        Swaps { by_pair, by_report }
    }

    /// The reports that have the new words of a pair.
    fn with_new(&self, pair: Pair) -> &[Place] {
        let start = self.by_pair.partition_point(|place| place.pair < pair);
        let len = self.by_pair[start..].partition_point(|place| place.pair == pair);
        &self.by_pair[start..start + len]
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
        let of_pair = |pair: &Pair| self.with_new(*pair).iter().filter(|place| !place.initials);
        let mut reports: Vec<u32> =
            known.pairs().iter().flat_map(of_pair).map(|place| place.report).collect();
        reports.sort_unstable();
        let enough = reports.chunk_by(|a, b| a == b).filter(|same| same.len() >= MIN_SHARED);
        if is_spinner {
            return enough.map(|same| same[0]).collect();
        }
        let is_full =
            |report: u32| self.of_report(report).filter(|place| place.tells).count() >= MIN_SWAPS_IN_PAGE;
        let mut likely: Vec<(Reverse<usize>, u32)> =
            enough.filter(|same| is_full(same[0])).map(|same| (Reverse(same.len()), same[0])).collect();
        likely.sort_unstable();
        likely.truncate(MAX_LIKELY);
        let mut pages: Vec<u32> = likely.into_iter().map(|(_, report)| report).collect();
        pages.sort_unstable();
        pages
    }

    /// The swaps whose new words stand in a report.
    fn of_report(&self, report: u32) -> impl Iterator<Item = &Place> {
        let start = self.by_report.partition_point(|place| place.report < report);
        self.by_report[start..].iter().take_while(move |place| place.report == report)
    }

    /// The pairs whose new words stand in a report, one slice a report.
    pub fn of_reports(&self) -> impl Iterator<Item = &[Place]> {
        self.by_report.chunk_by(|a, b| a.report == b.report)
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
}

/// Where all swaps that recur stand, in both directions. What is seen on the way goes before they are sorted.
fn places_of_all(pile: &Pile) -> Vec<Place> {
    let mut sightings: Vec<Sighting> = Vec::new();
    for (nth, some) in pile.edits.chunks(EDITS_AT_ONCE).enumerate() {
        let numbered = some.par_iter().enumerate();
        let seen = numbered.filter_map(|(at, edit)| Sighting::of(pile, nth * EDITS_AT_ONCE + at, edit));
        sightings.extend(seen.collect::<Vec<_>>());
    }
    sightings.par_sort_unstable_by_key(|seen| (seen.key, seen.edit));
    let usual = Usual::of(&sightings);
    let several = sightings.chunk_by(|a, b| a.key == b.key).filter(|group| group.len() >= MIN_PLACES);
    let groups: Vec<&[Sighting]> = several.collect();
    let mut found = Vec::new();
    for some in groups.chunks(GROUPS_AT_ONCE) {
        let places: Vec<Place> = some.par_iter().flat_map_iter(|group| places(pile, group, &usual)).collect();
        found.extend(places);
    }
    found
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

/// How often each folded side stands among the swaps.
struct Usual(Vec<u64>);

impl Usual {
    fn of(sightings: &[Sighting]) -> Self {
        let mut sides: Vec<u64> = Vec::with_capacity(2 * sightings.len());
        sightings.iter().for_each(|seen| sides.extend([seen.key.0, seen.key.1]));
        sides.par_sort_unstable();
        Usual(sides)
    }

    fn count(&self, words: u64) -> usize {
        let start = self.0.partition_point(|side| *side < words);
        self.0[start..].partition_point(|side| *side == words)
    }
}

/// Where a swap stands, in both directions, if it recurs.
fn places(pile: &Pile, group: &[Sighting], usual: &Usual) -> Vec<Place> {
    let sides = |seen: &Sighting| {
        let edit = &pile.edits[seen.edit as usize];
        let (from, to) = (pile.span(edit.from), pile.span(edit.to));
        if seen.turned { (to, from) } else { (from, to) }
    };
    let spans: Vec<(Span, Span)> = group.iter().map(sides).collect();
    let different = |key: &dyn Fn(usize) -> (u32, u32)| {
        let mut keys: Vec<(u32, u32)> = (0..group.len()).map(key).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.len()
    };
    let place = |span: Span| (span.report.0, span.range.start);
    let recurs = different(&|at| place(spans[at].0)) >= MIN_PLACES
        && different(&|at| place(spans[at].1)) >= MIN_PLACES
        && different(&|at| (pile.edits[group[at].edit as usize].family.0, 0)) >= MIN_PLACES;
    let Some((a, b)) = spans.first().filter(|_| recurs) else { return Vec::new() };
    let (a_words, b_words) = (pile.words(*a), pile.words(*b));
    let (first, second) = (written(pile.text(*a), &a_words), written(pile.text(*b), &b_words));
    if first.is_empty() || second.is_empty() || ordinary::is_ordinary(&first, &second) {
        return Vec::new();
    }
    let initials = ordinary::is_initials(&first, &second);
    let pair = (phrase(&a_words), phrase(&b_words));
    let direction = |pair: Pair, old: u64| {
        let typical = group.len() * TYPICAL_ONE_IN >= usual.count(old);
        move |report: u32| Place { pair, report, tells: typical && !initials, initials }
    };
    let key = group[0].key;
    let (forward, backward) = (direction(pair, key.0), direction((pair.1, pair.0), key.1));
    spans.iter().flat_map(|(x, y)| [forward(y.report.0), backward(x.report.0)]).collect()
}
