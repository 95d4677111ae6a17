//! Sentences as units of comparison: equal ones only once, with every place where they stand.
//!
//! Twenty thousand equal copies are one unit with twenty thousand places. All words lie in one run of memory,
//! four bytes each; where a word of a place stands in the text is read again when it is asked for.

use super::features::Features;
use super::tokens::{Class, Token, same_words};
use crate::model::{ByteRange, Report, ReportIdx, Span};
use crate::text::each_word;
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
    /// The places of all units, by unit and then in the order of the account.
    places: Vec<Span>,
    /// By unit: one past its last place.
    place_ends: Vec<u32>,
    /// All places in the order of the account, with their units.
    in_order: Vec<(Span, UnitIdx)>,
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
    pub fn places(&self, unit: UnitIdx) -> &[Span] {
        &self.places[range_of(&self.place_ends, unit)]
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

    /// Forgets the order of sentences, where nothing walks through texts any more.
    pub fn forget_order(&mut self) {
        self.in_order = Vec::new();
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

    /// Calls `found` for each word of a stretch in one place of its unit, with its bytes and its hash.
    pub fn each_word(
        &self,
        reports: &[Report],
        stretch: &Stretch,
        place: Span,
        mut found: impl FnMut(ByteRange, u64),
    ) {
        let words = stretch.words();
        let mut at = 0;
        each_word(&reports[place.report.0 as usize].text, place.range, |range, hash| {
            if words.contains(&at) {
                found(range, hash);
            }
            at += 1;
        });
        debug_assert_eq!(at, self.words(stretch.unit).len());
    }

    /// Where a stretch stands in one place of its unit; at the unit's borders with the marks beside them.
    pub fn span_of(&self, reports: &[Report], stretch: &Stretch, place: Span) -> Span {
        let whole = place.range;
        let n_words = self.words(stretch.unit).len();
        if stretch.words() == (0..n_words) {
            return place;
        }
        let mut words: Option<ByteRange> = None;
        self.each_word(reports, stretch, place, |word, _| {
            words = Some(ByteRange { start: words.map_or(word.start, |words| words.start), end: word.end });
        });
        let words = words.unwrap_or(whole);
        let start = if stretch.start == 0 { whole.start } else { words.start };
        let end = if stretch.words().end == n_words { whole.end } else { words.end };
        Span { report: place.report, range: ByteRange { start, end } }
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
        let mut units = self.units;
        // Counting sort: places of one unit keep their order.
        let mut ends = vec![0u32; units.len()];
        for (_, unit) in &units.in_order {
            ends[unit.0 as usize] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            (*end, sum) = (sum, sum + *end);
        }
        let nowhere = Span { report: ReportIdx(0), range: ByteRange { start: 0, end: 0 } };
        let mut places = vec![nowhere; units.in_order.len()];
        for (place, unit) in &units.in_order {
            let next = &mut ends[unit.0 as usize];
            places[*next as usize] = *place;
            *next += 1;
        }
        (units.places, units.place_ends) = (places, ends);
        units
    }
}

fn hash(words: &[Token]) -> u64 {
    let mixed = words.iter().fold(words.len() as u64, |state, word| {
        (state ^ u64::from(word.word())).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
    });
    mixed ^ (mixed >> 29)
}
