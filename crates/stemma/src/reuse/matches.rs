//! Which candidates share a passage, and which words of each it takes.

use super::alignment::Aligner;
use super::candidates;
use super::seeds::Shared as SharedSeeds;
use super::tokens::{Class, Token};
use super::units::{Stretch, UnitIdx, Units};
use rayon::prelude::*;
use std::cmp::Reverse;
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

/// Nearly every word is the same from this share of the longer one's words on.
const NEARLY_ALL_PERCENT: usize = 80;
/// Words in a row that two authors seldom share by chance: eight, as in the gold of most data sets.
const LONG_RUN: usize = 8;
/// Shared words of a stretch in which one word in three may differ.
const LONG_STRETCH: usize = 12;
/// Shared words of a stretch that was spun: swaps of at most so many words, and no more than so many of them
/// with more words on one side than on the other.
const SPUN_STRETCH: usize = 10;
const WIDEST_SWAP: u8 = 2;
const MOST_UNEVEN: usize = 1;
/// Shared seeds that few other units have; without so many nothing proves copying by itself.
const MIN_TELLING: u8 = 1;
/// So many prove it whatever else in a small pile, and one more for every fourfold number of units beyond: the
/// more sentences are compared, the more of them share something by chance (as E-values grow with a database:
/// Karlin and Altschul 1990).
const MANY_TELLING: u8 = 4;
const SMALL_PILE: usize = 1024;
/// A quotation of fewer words may be a saying ("a level playing field").
const MIN_UTTERANCE: usize = 5;
/// Numbers of a form.
const MIN_FORM_NUMBERS: usize = 2;
/// Of the numbers of a form, fewer than this share (in percent) are the same; a spinner leaves most alone.
const MAX_FORM_PERCENT: usize = 25;

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
    /// Whether it proves copying by itself; what does not needs reports that share something else.
    pub strong: bool,
    /// Whether it is a form that was filled in twice, which supports nothing else.
    pub is_form: bool,
}

/// Aligns all units that share seeds and keeps what proves copying, in the order of units.
pub fn find_matches(units: &Units, shared: &SharedSeeds) -> Vec<Match> {
    let mut matches = candidates::in_runs(units, shared, |candidates, run| {
        let mut aligner = Aligner::default();
        let mut matches = Vec::new();
        for unit in run.map(UnitIdx) {
            let partners = candidates.of(unit, units.words(unit).len());
            if !partners.is_empty() {
                aligner.set_left(units.words(unit));
                matches.extend(partners.iter().filter_map(|b| align_units(units, &mut aligner, unit, *b)));
            }
        }
        matches
    });
    // A pair that shares common and rare seeds is met from both sides. Of equal matches a strong one counts.
    matches.par_sort_unstable_by_key(|found| (found.a, found.b, Reverse(found.strong)));
    matches.dedup_by_key(|found| (found.a.unit, found.b.unit));
    matches
}

/// How many shared seeds that few other units have prove copying in a pile of so many units.
pub fn many_telling(units: &Units) -> u8 {
    MANY_TELLING + ((units.len() / SMALL_PILE).max(1).ilog2() / 2) as u8
}

/// In a pile of at least so many units, runs of names that hardly any other unit has are as good as plain words; in
/// a small pile nothing says that what somebody is called is rare.
const LARGE_PILE: usize = 16 * SMALL_PILE;
/// How many such runs.
const RARE_RUNS: u8 = 4;

/// What some shared words amount to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sum {
    /// How many there are.
    pub words: usize,
    /// What they weigh.
    pub weight: i32,
    /// How many different ones are neither names nor numbers nor grammar, as far as it matters.
    pub plain: usize,
    /// How many runs of three among them hardly any other unit has, where the pile is large enough to say so.
    pub telling: u8,
}

impl Sum {
    /// Whether so much may prove copying: a part of two sentences, or both from end to end, or one that stands
    /// in the other. `lengths` are the words of both; `covers_both` says whether what is shared reaches nearly
    /// from end to end.
    ///
    /// More words never prove less, so what two sentences have in common in any order gives a bound on what
    /// an alignment can prove.
    fn is_enough(&self, lengths: (usize, usize), covers_both: bool) -> bool {
        self.weight >= MIN_WEIGHT && self.plain >= MIN_PLAIN_WORDS
            || self.weight >= MIN_NAMES_WEIGHT && self.plain >= MIN_ALIKE_PLAIN_WORDS
            || self.weight >= MIN_WHOLE_WEIGHT && self.plain > 0 && self.telling >= RARE_RUNS
            || covers_both && self.weight >= MIN_WHOLE_WEIGHT && self.plain >= MIN_WHOLE_PLAIN_WORDS
            || self.is_alike_enough(lengths)
            || self.contains_one(lengths)
    }

    /// Whether both sentences are alike from end to end, and say something.
    fn is_alike_enough(&self, lengths: (usize, usize)) -> bool {
        let says_something = self.weight >= MIN_ALIKE_WEIGHT && self.plain >= MIN_ALIKE_PLAIN_WORDS
            || self.weight >= MIN_WHOLE_WEIGHT;
        100 * self.words >= ALIKE_PERCENT * lengths.0.max(lengths.1) && says_something
    }

    /// Whether nearly every word of both sentences is the same, and they say much: such wordings of one sentence may
    /// be so many that nothing in them is rare.
    fn is_nearly_all(&self, lengths: (usize, usize)) -> bool {
        let nearly_all = 100 * self.words >= NEARLY_ALL_PERCENT * lengths.0.max(lengths.1);
        nearly_all && self.weight >= MIN_WEIGHT && self.plain >= MIN_WHOLE_PLAIN_WORDS
    }

    /// Whether one of the units stands in the other: a sentence run into another, word for word or nearly so.
    fn contains_one(&self, lengths: (usize, usize)) -> bool {
        let shorter = lengths.0.min(lengths.1);
        let min_weight = if self.words >= shorter { MIN_WHOLE_WEIGHT } else { MIN_WEIGHT };
        100 * self.words >= ALIKE_PERCENT * shorter && self.weight >= min_weight
    }
}

/// The stretch that two units share, if it may prove copying; `aligner` has the first. The second comes with the
/// number of shared seeds that tell both from most others.
fn align_units(
    units: &Units,
    aligner: &mut Aligner,
    a: UnitIdx,
    (b, n_telling): (UnitIdx, u8),
) -> Option<Match> {
    let (left, right) = (units.words(a), units.words(b));
    let lengths = (left.len(), right.len());
    let quoted = || units.quoted(a).next().is_some() && units.quoted(b).next().is_some();
    let telling = if units.len() >= LARGE_PILE { n_telling } else { 0 };
    let common = Sum { telling, ..aligner.look_up(right) };
    if !common.is_enough(lengths, true) && (common.weight < MIN_QUOTED_WEIGHT || !quoted()) {
        return None;
    }
    let pairs = aligner.align_stretches();
    let (first, last) = (*pairs.first()?, *pairs.last()?);
    let of_left = usize::from(first.0)..usize::from(last.0) + 1;
    let of_right = usize::from(first.1)..usize::from(last.1) + 1;
    let sum = Sum { telling, ..sum(left, right, pairs) };
    let shared = Shared { units, a, b, of_left, of_right, pairs, sum, n_telling };
    let quoted_words = shared.quoted_words();
    shared.may_prove_copying(quoted_words).then(|| {
        let (a, b) = (Stretch::new(a, shared.of_left.clone()), Stretch::new(b, shared.of_right.clone()));
        let is_form = shared.is_form();
        Match {
            a: a.min(b),
            b: a.max(b),
            n_shared: pairs.len() as u8,
            weight: sum.weight as u16,
            same_quotation: quoted_words > 0,
            strong: shared.proves_copying(quoted_words, is_form),
            is_form,
        }
    })
}

fn sum(left: &[Token], right: &[Token], pairs: &[(u8, u8)]) -> Sum {
    let mut sum = Sum { words: pairs.len(), ..Sum::default() };
    let mut met = [0; MIN_PLAIN_WORDS];
    for (i, j) in pairs {
        let (word, other) = (left[usize::from(*i)], right[usize::from(*j)]);
        sum.weight += word.weight().min(other.weight());
        let plain = word.class() == Class::Content && other.class() == Class::Content;
        if plain && sum.plain < MIN_PLAIN_WORDS && !met[..sum.plain].contains(&word.word()) {
            met[sum.plain] = word.word();
            sum.plain += 1;
        }
    }
    sum
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
    /// What they amount to.
    sum: Sum,
    /// How many shared seeds few other units have.
    n_telling: u8,
}

impl Shared<'_> {
    /// Whether it may prove copying, given that the reports share something else.
    fn may_prove_copying(&self, quoted_words: usize) -> bool {
        let dense = 100 * self.sum.weight >= MIN_SHARED_PERCENT * self.denser_weight();
        let is_enough =
            || self.sum.is_enough(self.lengths(), self.covers_both()) && !self.within_one_report();
        dense && (self.sum.is_alike_enough(self.lengths()) || quoted_words > 0 || is_enough())
    }

    /// Whether what may prove copying does so by itself. Authors who write of one thing in their own words share
    /// its formulas ("suspended interest payments on its foreign debt"), and in a large pile many do.
    fn proves_copying(&self, quoted_words: usize, is_form: bool) -> bool {
        let (left, right) = self.lengths();
        let whole = self.sum.is_alike_enough((left, right)) || self.sum.words >= left.min(right);
        let holds = self.n_telling >= many_telling(self.units) || whole || self.holds_together();
        let tells = self.n_telling >= MIN_TELLING || self.sum.is_nearly_all(self.lengths());
        tells && (holds && !is_form || quoted_words >= MIN_UTTERANCE)
    }

    fn lengths(&self) -> (usize, usize) {
        (self.left().len(), self.right().len())
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
        let first = places[0].first().report;
        places.iter().all(|places| places.iter().all(|place| place.report == first))
    }

    /// Whether a long run is shared word for word, or nearly all words of a stretch: of a long one, or of one
    /// whose swaps stand word for word, as a spinner makes them.
    fn holds_together(&self) -> bool {
        let (mut run, mut longest, mut widest, mut uneven) = (1, 1, 0, 0);
        for two in self.pairs.windows(2) {
            let gap = (two[1].0 - two[0].0 - 1, two[1].1 - two[0].1 - 1);
            run = if gap == (0, 0) { run + 1 } else { 1 };
            longest = longest.max(run);
            widest = widest.max(gap.0.max(gap.1));
            uneven += usize::from(gap.0 != gap.1);
        }
        let longer = self.of_left.len().max(self.of_right.len());
        let dense = 100 * self.pairs.len() >= ALIKE_PERCENT * longer;
        let spun = widest <= WIDEST_SWAP && uneven <= MOST_UNEVEN && self.pairs.len() >= SPUN_STRETCH;
        longest >= LONG_RUN || dense && (spun || self.pairs.len() >= LONG_STRETCH)
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

    /// Whether it is a form that was filled in twice ("net income of 18.4 million or 60 cents a share"): most of
    /// its numbers differ.
    fn is_form(&self) -> bool {
        let is_number = |word: &&Token| word.class() == Class::Number;
        let numbers = |words: &[Token]| words.iter().filter(is_number).count();
        let of_both =
            numbers(&self.left()[self.of_left.clone()]).max(numbers(&self.right()[self.of_right.clone()]));
        let same = self.pairs.iter().filter(|(i, _)| is_number(&&self.left()[usize::from(*i)])).count();
        of_both >= MIN_FORM_NUMBERS && 100 * same < MAX_FORM_PERCENT * of_both
    }

    /// How many words a quotation has that both have word for word; 0 where there is none that counts.
    fn quoted_words(&self) -> usize {
        if self.sum.weight < MIN_QUOTED_WEIGHT {
            return 0;
        }
        let same = self.units.quoted(self.a).filter(|quoted| {
            let inside = |(i, _): &&(u8, u8)| quoted.contains(&usize::from(*i));
            let (first, last) = (self.pairs.iter().find(inside), self.pairs.iter().rfind(inside));
            self.pairs.iter().filter(inside).count() == quoted.len()
                && first.zip(last).is_some_and(|(first, last)| {
                    let of_right = usize::from(first.1)..usize::from(last.1) + 1;
                    of_right.len() == quoted.len() && self.units.quoted(self.b).any(|other| other == of_right)
                })
        });
        same.map(|quoted| quoted.len()).filter(|words| *words >= MIN_QUOTED_WORDS).max().unwrap_or(0)
    }
}
