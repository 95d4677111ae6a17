//! Sentences as units of comparison: equal ones only once, with every place where they stand.
//!
//! Twenty thousand equal copies are one unit with twenty thousand places. All words lie in one run of memory,
//! four bytes each; where a word of a place stands in the text is read again when it is asked for.

use super::features::Features;
use super::tokens::{Class, Token, same_words};
use crate::model::{ByteRange, Report, ReportIdx, Span};
use crate::text::each_word_place;
use hashbrown::HashTable;
use std::ops::Range;

/// A unit shorter than this many words proves nothing by itself.
const MIN_WORDS: usize = 4;
/// What a unit must weigh to be a passage by itself: three content words, or one with what goes with it.
const MIN_WEIGHT: i32 = 36;
/// Different words of it that are neither names nor numbers nor grammar.
const MIN_PLAIN_WORDS: usize = 2;

/// Which distinct unit, counted from 0 in the order of first appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitIdx(pub u32);

/// A stretch of a unit that takes part in a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    /// The unit.
    pub unit: UnitIdx,
    /// Its first word in the stretch, by number.
    pub start: u8,
    /// One past the last.
    pub end: u8,
}

impl Stretch {
    /// Some words of a unit.
    pub fn new(unit: UnitIdx, words: Range<usize>) -> Self {
        Stretch { unit, start: words.start as u8, end: words.end as u8 }
    }

    /// Which of the unit's words.
    pub fn words(&self) -> Range<usize> {
        usize::from(self.start)..usize::from(self.end)
    }
}

/// The distinct units of a pile.
#[derive(Debug, Default)]
pub struct Units {
    tokens: Vec<Token>,
    /// By unit: one past its last word.
    ends: Vec<u32>,
    /// All places in the order of the account, with their units.
    in_order: Vec<(Span, UnitIdx)>,
    /// The numbers of these, by unit and then in the order of the account.
    places: Vec<u32>,
    /// By unit: one past its last place.
    place_ends: Vec<u32>,
    /// Quoted words, by unit, from its first place.
    quoted: Vec<(UnitIdx, Range<u8>)>,
}

impl Units {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many words all of them have together.
    pub fn n_words(&self) -> usize {
        self.tokens.len()
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = UnitIdx> + use<> {
        (0..self.len() as u32).map(UnitIdx)
    }

    /// The words of a unit.
    pub fn words(&self, unit: UnitIdx) -> &[Token] {
        &self.tokens[range_of(&self.ends, unit)]
    }

    /// The words of a stretch.
    pub fn words_of(&self, stretch: &Stretch) -> &[Token] {
        &self.words(stretch.unit)[stretch.words()]
    }

    /// Where a unit stands, in the order of the account; at least one place. A place is the whole unit: a
    /// sentence, or a piece of an overlong one.
    pub fn places(&self, unit: UnitIdx) -> Places<'_> {
        Places { in_order: &self.in_order, numbers: self.numbers(unit) }
    }

    /// Where a unit stands, by number among all sentences, in order.
    fn numbers(&self, unit: UnitIdx) -> &[u32] {
        &self.places[range_of(&self.place_ends, unit)]
    }

    /// Which sentence of the pile one place of a unit is.
    pub fn sentence(&self, unit: UnitIdx, place: u32) -> usize {
        self.numbers(unit)[place as usize] as usize
    }

    /// Which place of its unit a sentence of the pile is.
    pub fn place_of(&self, sentence: usize) -> u32 {
        let numbers = self.numbers(self.in_order[sentence].1);
        numbers.partition_point(|number| (*number as usize) < sentence) as u32
    }

    /// Takes words of spinners for those that they stand for. `words` are the hashes of a new word and the old
    /// one, by the new one. What is shown later is read off the texts, which nothing changes.
    pub fn undo_spin(&mut self, words: &[(u64, u64)]) {
        let number = |hash: u64| Token::new(hash, Class::Grammar).word();
        let mut numbers: Vec<(u32, u64)> = words.iter().map(|(new, old)| (number(*new), *old)).collect();
        numbers.sort_unstable();
        for token in &mut self.tokens {
            if let Ok(at) = numbers.binary_search_by_key(&token.word(), |(new, _)| *new) {
                *token = Token::new(numbers[at].1, token.class());
            }
        }
    }

    /// Forgets the words and places of all units but some. Those that are left keep their numbers, and their
    /// places follow each other as before.
    pub fn keep(&mut self, is_kept: impl Fn(UnitIdx) -> bool) {
        let (mut start, mut kept) = (0, 0);
        for at in 0..self.ends.len() {
            let words = start..std::mem::replace(&mut self.ends[at], 0) as usize;
            start = words.end;
            if is_kept(UnitIdx(at as u32)) {
                self.tokens.copy_within(words.clone(), kept);
                kept += words.len();
            }
            self.ends[at] = kept as u32;
        }
        self.tokens.truncate(kept);
        self.tokens.shrink_to_fit();
        self.in_order.retain(|(_, unit)| is_kept(*unit));
        self.in_order.shrink_to_fit();
        self.find_places();
    }

    /// Counting sort: places of one unit keep their order.
    fn find_places(&mut self) {
        let mut ends = vec![0u32; self.len()];
        for (_, unit) in &self.in_order {
            ends[unit.0 as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        // What was there before goes first: in a large pile either is large.
        self.places = Vec::new();
        let mut places = vec![0; self.in_order.len()];
        for ((_, unit), number) in self.in_order.iter().zip(0..) {
            let next = &mut ends[unit.0 as usize];
            places[*next as usize] = number;
            *next += 1;
        }
        (self.places, self.place_ends) = (places, ends);
    }

    /// All sentences of the pile, in the order of the account.
    pub fn in_order(&self) -> &[(Span, UnitIdx)] {
        &self.in_order
    }

    /// Which words of a unit stand between quotation marks.
    pub fn quoted(&self, unit: UnitIdx) -> impl Iterator<Item = Range<usize>> + '_ {
        let from = self.quoted.partition_point(|quoted| quoted.0 < unit);
        let of_unit = self.quoted[from..].iter().take_while(move |quoted| quoted.0 == unit);
        of_unit.map(|(_, words)| usize::from(words.start)..usize::from(words.end))
    }

    /// Whether two equal copies of a unit are a passage: not for "he said on Monday", nor for one word over
    /// and over.
    pub fn proves_copying(&self, unit: UnitIdx) -> bool {
        let words = self.words(unit);
        let mut plain = words.iter().filter(|word| word.class() == Class::Content).map(|word| word.word());
        let first = plain.next();
        let n_plain = usize::from(first.is_some()) + usize::from(plain.any(|word| Some(word) != first));
        words.len() >= MIN_WORDS
            && n_plain >= MIN_PLAIN_WORDS
            && words.iter().map(|word| word.weight()).sum::<i32>() >= MIN_WEIGHT
    }

    /// The bytes from the first word of a stretch to its last, in one place of its unit.
    fn bytes_of_words(&self, reports: &[Report], stretch: &Stretch, place: Span) -> Option<ByteRange> {
        let mut found: Option<ByteRange> = None;
        self.each_word_place(reports, stretch, place, |word| {
            found = Some(ByteRange { start: found.map_or(word.start, |words| words.start), end: word.end });
        });
        found
    }

    /// Calls `found` for the bytes of each word of a stretch in one place of its unit.
    pub fn each_word_place(
        &self,
        reports: &[Report],
        stretch: &Stretch,
        place: Span,
        mut found: impl FnMut(ByteRange),
    ) {
        let (words, mut at) = (stretch.words(), 0);
        each_word_place(&reports[place.report.0 as usize].text, place.range, |range| {
            if words.contains(&at) {
                found(range);
            }
            at += 1;
            at < words.end
        });
        debug_assert_eq!(at, words.end);
    }

    /// Where a stretch stands in one place of its unit; at the unit's borders with the marks beside them.
    pub fn span_of(&self, reports: &[Report], stretch: &Stretch, place: Span) -> Span {
        let whole = place.range;
        let n_words = self.words(stretch.unit).len();
        if stretch.words() == (0..n_words) {
            return place;
        }
        let words = self.bytes_of_words(reports, stretch, place).unwrap_or(whole);
        let start = if stretch.start == 0 { whole.start } else { words.start };
        let end = if stretch.words().end == n_words { whole.end } else { words.end };
        Span { report: place.report, range: ByteRange { start, end } }
    }
}

/// Where a unit stands, in the order of the account.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    in_order: &'a [(Span, UnitIdx)],
    numbers: &'a [u32],
}

impl<'a> Places<'a> {
    /// How many places there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The first.
    pub fn first(&self) -> Span {
        self.nth(0)
    }

    /// One of them, counted from 0.
    pub fn nth(&self, place: usize) -> Span {
        self.in_order[self.numbers[place] as usize].0
    }

    /// Whether one of them lies in a report.
    pub fn lie_in(&self, report: ReportIdx) -> bool {
        let of = |number: &u32| self.in_order[*number as usize].0.report;
        self.numbers.binary_search_by_key(&report, of).is_ok()
    }

    /// All of them.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Span> + Clone + use<'a> {
        let in_order = self.in_order;
        self.numbers.iter().map(move |number| in_order[*number as usize].0)
    }
}

fn range_of(ends: &[u32], unit: UnitIdx) -> Range<usize> {
    let at = unit.0 as usize;
    let start = if at == 0 { 0 } else { ends[at - 1] };
    start as usize..ends[at] as usize
}

/// Brings equal sentences together, report by report.
#[derive(Debug, Default)]
pub struct Gatherer {
    units: Units,
    /// By the hash of their words.
    known: HashTable<UnitIdx>,
}

impl Gatherer {
    /// Adds the sentences of the next report.
    pub fn add(&mut self, report: ReportIdx, features: &Features) {
        let mut quoted = features.quoted.iter().peekable();
        let mut at = 0;
        for (nth, piece) in features.pieces.iter().enumerate() {
            let words = &features.tokens[at..at + usize::from(piece.n_words)];
            at += words.len();
            let n_known = self.units.len();
            let unit = self.unit(words);
            let is_new = self.units.len() > n_known;
            while let Some((_, range)) = quoted.next_if(|(piece, _)| *piece == nth as u32) {
                if is_new {
                    self.units.quoted.push((unit, range.clone()));
                }
            }
            self.units.in_order.push((Span { report, range: piece.range }, unit));
        }
    }

    /// The unit of some words, a new one where they stand for the first time.
    fn unit(&mut self, words: &[Token]) -> UnitIdx {
        let Gatherer { units, known, .. } = self;
        let is_same = |unit: &UnitIdx| same_words(units.words(*unit), words);
        let key = hash(words);
        if let Some(unit) = known.find(key, is_same) {
            return *unit;
        }
        let unit = UnitIdx(units.len() as u32);
        units.tokens.extend_from_slice(words);
        units.ends.push(u32::try_from(units.tokens.len()).expect("fewer than four thousand million words"));
        known.insert_unique(key, unit, |unit| hash(units.words(*unit)));
        unit
    }

    /// All units, with their places.
    pub fn finish(self) -> Units {
        let Gatherer { mut units, known } = self;
        drop(known);
        units.find_places();
        units
    }
}

fn hash(words: &[Token]) -> u64 {
    let mixed = words.iter().fold(words.len() as u64, |state, word| {
        (state ^ u64::from(word.word())).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    });
    mixed ^ (mixed >> 29)
}
