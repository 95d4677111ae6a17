//! Which candidates share a passage, and which words of each it takes.

use super::alignment::Aligner;
use super::candidates::Candidates;
use super::seeds::Shared as SharedSeeds;
use super::tokens::{Class, Token};
use super::units::{Stretch, UnitIdx, Units};
use rayon::prelude::*;
use std::ops::Range;

/// What a shared part of two sentences must weigh: six content words, or five and what stands between them.
/// Lower lets in stock phrases ("did not immediately respond to requests for comment" weighs 64) and what
/// people are called ("vice presidential nominee X" weighs 60).
const MIN_WEIGHT: i32 = 72;
/// What a part must weigh that is mostly names and numbers: a list, a table, a full title.
const MIN_NAMES_WEIGHT: i32 = 110;
/// What a stretch must weigh that covers two sentences nearly from end to end.
const MIN_WHOLE_WEIGHT: i32 = 60;
/// What it must weigh where nearly all of its words are the same.
const MIN_ALIKE_WEIGHT: i32 = 36;
/// What a stretch must weigh that holds a quotation which both units have word for word.
const MIN_QUOTED_WEIGHT: i32 = 28;
/// Words of such a quotation; a quoted word or two are no utterance.
const MIN_QUOTED_WORDS: usize = 3;
/// Of a stretch, at least this share (in percent of weight, on the denser side) is the same words.
const MIN_SHARED_PERCENT: i32 = 50;
/// Different shared words that are neither names nor numbers nor grammar; names alone are no passage.
const MIN_PLAIN_WORDS: usize = 4;
/// The same for a stretch that covers both sentences: fewer, for what stands around them agrees as well.
const MIN_WHOLE_PLAIN_WORDS: usize = 3;
/// The same where nearly all words are the same: two, or none where it weighs as much as a whole sentence.
const MIN_ALIKE_PLAIN_WORDS: usize = 2;
/// A stretch covers a sentence from this share of its words on.
const WHOLE_PERCENT: usize = 80;
/// Sentences are alike when this share of the longer one's words is the same.
const ALIKE_PERCENT: usize = 70;

/// Units that one task compares; the results come in the order of units whatever their number.
const UNITS_OF_TASK: u32 = 8192;

/// A stretch that two units share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Of the earlier unit.
    pub a: Stretch,
    /// Of the later unit.
    pub b: Stretch,
    /// How many words are the same.
    pub n_shared: u8,
    /// What these words weigh.
    pub weight: u16,
    /// Whether a quotation is among them word for word.
    pub same_quotation: bool,
}

/// Aligns all units that share seeds and keeps what proves copying, in the order of units.
pub fn find_matches(units: &Units, shared: &SharedSeeds) -> Vec<Match> {
    let n_units = units.len() as u32;
    let mut matches: Vec<Match> = (0..n_units.div_ceil(UNITS_OF_TASK))
        .into_par_iter()
        .flat_map_iter(|task| {
            let first = task * UNITS_OF_TASK;
            let mut candidates = Candidates::new(shared, units.len());
            let mut aligner = Aligner::default();
            let mut matches = Vec::new();
            for unit in (first..n_units.min(first + UNITS_OF_TASK)).map(UnitIdx) {
                let partners = candidates.of(unit);
                if !partners.is_empty() {
                    aligner.set_left(units.words(unit));
                    matches.extend(partners.iter().filter_map(|b| align_units(units, &mut aligner, unit, *b)));
                }
            }
            matches
        })
        .collect();
    // A pair that shares common and rare seeds is met from both sides.
    matches.par_sort_unstable_by_key(|found| (found.a, found.b));
    matches.dedup_by_key(|found| (found.a.unit, found.b.unit));
    matches
}

/// The stretch that two units share, if it proves copying; `aligner` has the first.
fn align_units(units: &Units, aligner: &mut Aligner, a: UnitIdx, b: UnitIdx) -> Option<Match> {
    let (left, right) = (units.words(a), units.words(b));
    let pairs = aligner.align_stretches(right, MIN_QUOTED_WEIGHT);
    let (first, last) = (*pairs.first()?, *pairs.last()?);
    let of_left = usize::from(first.0)..usize::from(last.0) + 1;
    let of_right = usize::from(first.1)..usize::from(last.1) + 1;
    let weight = pairs.iter().map(|pair| weight_of(left, right, *pair)).sum();
    let shared = Shared { units, a, b, of_left, of_right, pairs, weight };
    shared.proves_copying().then(|| {
        let (a, b) = (Stretch::new(a, shared.of_left.clone()), Stretch::new(b, shared.of_right.clone()));
        Match {
            a: a.min(b),
            b: a.max(b),
            n_shared: pairs.len() as u8,
            weight: weight as u16,
            same_quotation: shared.same_quotation(),
        }
    })
}

fn weight_of(left: &[Token], right: &[Token], (i, j): (u8, u8)) -> i32 {
    left[usize::from(i)].weight().min(right[usize::from(j)].weight())
}

/// What two units share.
struct Shared<'a> {
    units: &'a Units,
    a: UnitIdx,
    b: UnitIdx,
    of_left: Range<usize>,
    of_right: Range<usize>,
    /// The words that are the same.
    pairs: &'a [(u8, u8)],
    /// What they weigh.
    weight: i32,
}

impl Shared<'_> {
    fn proves_copying(&self) -> bool {
        let weight = self.weight;
        if 100 * weight < MIN_SHARED_PERCENT * self.denser_weight() {
            return false;
        }
        let plain = self.n_plain_words();
        let part = || weight >= MIN_WEIGHT && plain >= MIN_PLAIN_WORDS;
        let whole = || weight >= MIN_WHOLE_WEIGHT && (plain >= MIN_WHOLE_PLAIN_WORDS || self.alike());
        let alike = || weight >= MIN_ALIKE_WEIGHT && plain >= MIN_ALIKE_PLAIN_WORDS;
        let near = self.alike() && (alike() || whole());
        let names = || weight >= MIN_NAMES_WEIGHT && plain >= MIN_ALIKE_PLAIN_WORDS;
        let far = || part() || names() || self.covers_both() && whole() || self.contained();
        near || self.same_quotation() || far() && !self.within_one_report()
    }

    fn left(&self) -> &[Token] {
        self.units.words(self.a)
    }

    fn right(&self) -> &[Token] {
        self.units.words(self.b)
    }

    /// Whether both stand in one and the same report only: a headline and the sentence it sums up share
    /// words without being copies, so only sentences that are alike count there.
    fn within_one_report(&self) -> bool {
        let places = [self.units.places(self.a), self.units.places(self.b)];
        let first = places[0][0].report;
        places.iter().all(|places| places.iter().all(|place| place.report == first))
    }

    /// Whether one of the units stands in the other: a sentence run into another, word for word or nearly so.
    fn contained(&self) -> bool {
        let shorter = self.left().len().min(self.right().len());
        let min_weight = if self.pairs.len() == shorter { MIN_WHOLE_WEIGHT } else { MIN_WEIGHT };
        100 * self.pairs.len() >= ALIKE_PERCENT * shorter && self.weight >= min_weight
    }

    fn covers_both(&self) -> bool {
        let covers = |range: &Range<usize>, unit: &[Token]| 100 * range.len() >= WHOLE_PERCENT * unit.len();
        covers(&self.of_left, self.left()) && covers(&self.of_right, self.right())
    }

    fn denser_weight(&self) -> i32 {
        let whole = |unit: &[Token], range: &Range<usize>| -> i32 {
            unit[range.clone()].iter().map(|word| word.weight()).sum()
        };
        whole(self.left(), &self.of_left).min(whole(self.right(), &self.of_right))
    }

    /// How many different shared words are neither names nor numbers nor grammar, as far as it matters.
    fn n_plain_words(&self) -> usize {
        let mut met = [0; MIN_PLAIN_WORDS];
        let mut n_met = 0;
        for (i, j) in self.pairs {
            let (word, other) = (self.left()[usize::from(*i)], self.right()[usize::from(*j)]);
            let plain = word.class() == Class::Content && other.class() == Class::Content;
            if plain && n_met < MIN_PLAIN_WORDS && !met[..n_met].contains(&word.word()) {
                met[n_met] = word.word();
                n_met += 1;
            }
        }
        n_met
    }

    /// Whether the units are alike from end to end.
    fn alike(&self) -> bool {
        let longer = self.left().len().max(self.right().len());
        100 * self.pairs.len() >= ALIKE_PERCENT * longer
    }

    /// Whether both have one quotation word for word.
    fn same_quotation(&self) -> bool {
        self.units.quoted(self.a).any(|quoted| {
            let inside = |(i, _): &&(u8, u8)| quoted.contains(&usize::from(*i));
            let (first, last) = (self.pairs.iter().find(inside), self.pairs.iter().rfind(inside));
            let whole = self.pairs.iter().filter(inside).count() == quoted.len()
                && first.zip(last).is_some_and(|(first, last)| {
                    let of_right = usize::from(first.1)..usize::from(last.1) + 1;
                    of_right.len() == quoted.len() && self.units.quoted(self.b).any(|other| other == of_right)
                });
            whole && quoted.len() >= MIN_QUOTED_WORDS && self.weight >= MIN_QUOTED_WEIGHT
        })
    }
}
