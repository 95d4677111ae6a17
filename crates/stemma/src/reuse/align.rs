//! Which candidates share a passage, and which words of each it takes.

use super::chain::align_stretches;
use super::seeds::Candidate;
use super::units::{Unit, UnitIdx};
use super::weights::CONTENT_WORD;
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::BTreeSet;
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

/// A stretch that two units share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The earlier unit, and which of its words.
    pub a: (UnitIdx, Range<usize>),
    /// The later unit, and which of its words.
    pub b: (UnitIdx, Range<usize>),
    /// How many words are the same.
    pub n_shared: usize,
    /// What these words weigh.
    pub weight: i32,
    /// Whether a quotation is among them word for word.
    pub same_quotation: bool,
}

/// Aligns all candidates and keeps those that share a passage, in the order given.
pub fn align_candidates(units: &[Unit], candidates: &[Candidate]) -> Vec<Match> {
    candidates.par_iter().filter_map(|(a, b)| align_units(units, *a, *b)).collect()
}

/// The stretch that two units share, if it proves copying.
fn align_units(units: &[Unit], a: UnitIdx, b: UnitIdx) -> Option<Match> {
    let (left, right) = (&units[a.0 as usize], &units[b.0 as usize]);
    if !Common::of(left, right).may_prove_copying(left, right) {
        return None;
    }
    let pairs = align_stretches(left.words(), right.words());
    let (first, last) = (*pairs.first()?, *pairs.last()?);
    let shared =
        Shared { left, right, of_left: first.0..last.0 + 1, of_right: first.1..last.1 + 1, pairs: &pairs };
    shared.proves_copying().then(|| Match {
        a: (a, shared.of_left.clone()),
        b: (b, shared.of_right.clone()),
        n_shared: pairs.len(),
        weight: shared.weight(),
        same_quotation: shared.same_quotation(),
    })
}

/// What two units have in common at most, in whatever order: a bound on what an alignment can find, at a
/// fraction of its cost.
struct Common {
    words: usize,
    plain: usize,
    weight: i32,
}

impl Common {
    fn of(left: &Unit, right: &Unit) -> Self {
        let mut common = Common { words: 0, plain: 0, weight: 0 };
        let (mut i, mut j) = (0, 0);
        while let (Some(a), Some(b)) = (left.by_hash.get(i), right.by_hash.get(j)) {
            let (a, b) = (usize::from(*a), usize::from(*b));
            match left.hashes[a].cmp(&right.hashes[b]) {
                Ordering::Less => i += 1,
                Ordering::Greater => j += 1,
                Ordering::Equal => {
                    let weight = left.weights[a].max(right.weights[b]);
                    common.words += 1;
                    common.plain += usize::from(weight == CONTENT_WORD);
                    common.weight += weight;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        common
    }

    /// Whether any alignment of these words could hold what [`Shared::proves_copying`] asks for.
    fn may_prove_copying(&self, left: &Unit, right: &Unit) -> bool {
        let (n_left, n_right) = (left.hashes.len(), right.hashes.len());
        let is_most_of = |words: usize| 100 * self.words >= ALIKE_PERCENT * words;
        let part = self.weight >= MIN_WEIGHT && self.plain >= MIN_PLAIN_WORDS
            || self.weight >= MIN_NAMES_WEIGHT && self.plain >= MIN_ALIKE_PLAIN_WORDS;
        let whole = self.weight >= MIN_WHOLE_WEIGHT
            && (self.plain >= MIN_WHOLE_PLAIN_WORDS || is_most_of(n_left.min(n_right)));
        let alike = self.weight >= MIN_ALIKE_WEIGHT && is_most_of(n_left.max(n_right));
        let quoted = !left.quoted.is_empty() && !right.quoted.is_empty();
        part || whole || alike || quoted && self.weight >= MIN_QUOTED_WEIGHT
    }
}

/// What two units share.
struct Shared<'a> {
    left: &'a Unit,
    right: &'a Unit,
    of_left: Range<usize>,
    of_right: Range<usize>,
    /// The words that are the same.
    pairs: &'a [(usize, usize)],
}

impl Shared<'_> {
    fn proves_copying(&self) -> bool {
        if 100 * self.weight() < MIN_SHARED_PERCENT * self.denser_weight() {
            return false;
        }
        let (weight, plain) = (self.weight(), self.n_plain_words());
        let part = || weight >= MIN_WEIGHT && plain >= MIN_PLAIN_WORDS;
        let whole = || weight >= MIN_WHOLE_WEIGHT && (plain >= MIN_WHOLE_PLAIN_WORDS || self.alike());
        let alike = || weight >= MIN_ALIKE_WEIGHT && plain >= MIN_ALIKE_PLAIN_WORDS;
        let near = self.alike() && (alike() || whole());
        let names = || weight >= MIN_NAMES_WEIGHT && plain >= MIN_ALIKE_PLAIN_WORDS;
        let far = || part() || names() || self.covers_both() && whole() || self.contained();
        near || self.same_quotation() || !self.within_one_report() && far()
    }

    /// Whether both stand in one and the same report only: a headline and the sentence it sums up share
    /// words without being copies, so only sentences that are alike count there.
    fn within_one_report(&self) -> bool {
        let mut reports = self.left.places.iter().chain(&self.right.places).map(|place| place.span.report);
        let first = reports.next();
        reports.all(|report| Some(report) == first)
    }

    /// Whether one of the units stands in the other: a sentence run into another, word for word or nearly so.
    fn contained(&self) -> bool {
        let shorter = self.left.hashes.len().min(self.right.hashes.len());
        let min_weight = if self.pairs.len() == shorter { MIN_WHOLE_WEIGHT } else { MIN_WEIGHT };
        100 * self.pairs.len() >= ALIKE_PERCENT * shorter && self.weight() >= min_weight
    }

    fn covers_both(&self) -> bool {
        let covers =
            |range: &Range<usize>, unit: &Unit| 100 * range.len() >= WHOLE_PERCENT * unit.hashes.len();
        covers(&self.of_left, self.left) && covers(&self.of_right, self.right)
    }

    fn weight_of(&self, (i, j): (usize, usize)) -> i32 {
        self.left.weights[i].min(self.right.weights[j])
    }

    fn weight(&self) -> i32 {
        self.pairs.iter().map(|pair| self.weight_of(*pair)).sum()
    }

    fn denser_weight(&self) -> i32 {
        let whole = |unit: &Unit, range: &Range<usize>| unit.weights[range.clone()].iter().sum::<i32>();
        whole(self.left, &self.of_left).min(whole(self.right, &self.of_right))
    }

    fn n_plain_words(&self) -> usize {
        let plain = self.pairs.iter().filter(|pair| self.weight_of(**pair) == CONTENT_WORD);
        plain.map(|(i, _)| self.left.hashes[*i]).collect::<BTreeSet<_>>().len()
    }

    /// Whether the units are alike from end to end.
    fn alike(&self) -> bool {
        let longer = self.left.hashes.len().max(self.right.hashes.len());
        100 * self.pairs.len() >= ALIKE_PERCENT * longer
    }

    /// Whether both have one quotation word for word.
    fn same_quotation(&self) -> bool {
        self.left.quoted.iter().any(|quoted| {
            let inside: Vec<_> = self.pairs.iter().filter(|(i, _)| quoted.contains(i)).collect();
            let whole = inside.len() == quoted.len()
                && inside.last().is_some_and(|last| {
                    let of_right = inside[0].1..last.1 + 1;
                    of_right.len() == quoted.len() && self.right.quoted.contains(&of_right)
                });
            whole && quoted.len() >= MIN_QUOTED_WORDS && self.weight() >= MIN_QUOTED_WEIGHT
        })
    }
}
