//! Sentences as units of comparison: equal ones only once, with every place where they stand.
//!
//! A page is a mosaic of sentences out of other pages, so the sentence is what gets copied. Twenty
//! thousand equal copies are one unit with twenty thousand places.

use super::weights::{CONTENT_WORD, weights};
use super::word_table::Words;
use crate::model::{ByteRange, FurnitureKind, Report, ReportIdx, Sentence, Span};
use crate::text::{Quotation, Reading, Word, find_words};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

/// A unit shorter than this many words proves nothing by itself.
const MIN_WORDS: usize = 4;
/// What a unit must weigh to be a passage by itself: three content words, or one with what goes with it.
const MIN_WEIGHT: i32 = 36;
/// Different words of it that are neither names nor numbers nor grammar.
const MIN_PLAIN_WORDS: usize = 2;
/// A sentence longer than this is cut into pieces, so that comparing two units has a bound. News
/// sentences average some 22 words; what is longer than 128 is a list or a text without full stops.
const MAX_WORDS: usize = 128;

/// Which distinct unit, counted from 0 in the order of first appearance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitIdx(pub u32);

/// A run of words, and every place where these words stand in this order.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Hashes of the normalised words.
    pub hashes: Vec<u64>,
    /// How much each word proves, from its first place.
    pub weights: Vec<i32>,
    /// The numbers of the words, by hash: what two units have in common at most is found in one pass.
    pub by_hash: Vec<u8>,
    /// Which of its words stand between quotation marks, from its first place.
    pub quoted: Vec<Range<usize>>,
    /// Where the unit stands, in the order of the account; at least one.
    pub places: Vec<Place>,
}

/// A stretch of a unit that takes part in a family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The unit.
    pub unit: UnitIdx,
    /// Which of its words.
    pub words: Range<usize>,
}

/// One place of a unit.
#[derive(Debug, Clone)]
pub struct Place {
    /// The whole unit: a sentence, or a piece of an overlong one.
    pub span: Span,
    /// Its words, as many as the unit has.
    pub words: Vec<ByteRange>,
}

impl Place {
    /// Where some of the words stand; at the unit's borders with the marks beside them.
    pub fn span_of(&self, words: &Range<usize>) -> Span {
        let whole = self.span.range;
        let start = if words.start == 0 { whole.start } else { self.words[words.start].start };
        let end = if words.end == self.words.len() { whole.end } else { self.words[words.end - 1].end };
        Span { report: self.span.report, range: ByteRange { start, end } }
    }
}

impl Unit {
    /// Whether two equal copies of it are a passage: not for "he said on Monday", nor for one word over and
    /// over.
    pub fn proves_copying(&self) -> bool {
        let words = self.hashes.iter().zip(&self.weights);
        let plain: BTreeSet<u64> =
            words.filter(|(_, weight)| **weight == CONTENT_WORD).map(|(hash, _)| *hash).collect();
        self.hashes.len() >= MIN_WORDS
            && plain.len() >= MIN_PLAIN_WORDS
            && self.weights.iter().sum::<i32>() >= MIN_WEIGHT
    }

    /// All its words, to be aligned.
    pub fn words(&self) -> Words<'_> {
        self.some_words(0..self.hashes.len())
    }

    /// Some of its words, to be aligned.
    pub fn some_words(&self, range: Range<usize>) -> Words<'_> {
        Words { hashes: &self.hashes[range.clone()], weights: &self.weights[range] }
    }
}

/// A unit before equal ones are brought together.
struct Draft {
    hashes: Vec<u64>,
    place: Place,
}

/// The distinct units of a pile.
pub fn find_units(reports: &[Report], readings: &[&Reading]) -> Vec<Unit> {
    let mut drafts: Vec<Draft> = reports
        .par_iter()
        .zip(readings)
        .enumerate()
        .flat_map_iter(|(idx, (report, reading))| {
            let report_idx = ReportIdx(idx as u32);
            let mut drafts = drafts_of(report_idx, &reading.sentences, &reading.words);
            drafts.extend(repeated_titles(report_idx, report));
            drafts
        })
        .collect();
    drafts.par_sort_unstable_by(|a, b| a.hashes.cmp(&b.hashes).then_with(|| a.place.span.cmp(&b.place.span)));
    let mut units: Vec<Unit> = Vec::new();
    for draft in drafts {
        match units.last_mut() {
            Some(unit) if unit.hashes == draft.hashes => unit.places.push(draft.place),
            _ => units.push(unit(reports, readings, draft)),
        }
    }
    units.par_sort_unstable_by_key(|unit| unit.places[0].span);
    units
}

/// A title that stands twice is a passage of its own report, furniture or not.
fn repeated_titles(idx: ReportIdx, report: &Report) -> Vec<Draft> {
    let lines = report.layout.furniture.iter();
    let sentences: Vec<Sentence> = lines
        .filter(|line| line.kind == FurnitureKind::RepeatedTitle)
        .map(|line| Sentence { range: line.range, block: 0 })
        .collect();
    drafts_of(idx, &sentences, &find_words(&report.text, &sentences))
}

fn drafts_of(idx: ReportIdx, sentences: &[Sentence], words: &[Word]) -> Vec<Draft> {
    words
        .chunk_by(|a, b| a.sentence == b.sentence)
        .flat_map(|of_sentence| {
            let whole = sentences[of_sentence[0].sentence as usize].range;
            let n_pieces = of_sentence.len().div_ceil(MAX_WORDS);
            let pieces = of_sentence.chunks(MAX_WORDS).enumerate();
            pieces.map(move |(at, piece)| draft(idx, piece, whole, at == 0, at + 1 == n_pieces))
        })
        .collect()
}

/// A piece of a sentence; the first and last reach to the sentence's borders, punctuation included.
fn draft(idx: ReportIdx, words: &[Word], whole: ByteRange, first: bool, last: bool) -> Draft {
    let start = if first { whole.start } else { words[0].range.start };
    let end = if last { whole.end } else { words[words.len() - 1].range.end };
    let span = Span { report: idx, range: ByteRange { start, end } };
    Draft {
        hashes: words.iter().map(|word| word.hash).collect(),
        place: Place { span, words: words.iter().map(|word| word.range).collect() },
    }
}

fn unit(reports: &[Report], readings: &[&Reading], draft: Draft) -> Unit {
    let report = draft.place.span.report.0 as usize;
    let weights = weights(&reports[report].text, &draft.place.words);
    let quoted = quoted_words(&readings[report].quotations, &draft.place.words);
    Unit { by_hash: by_hash(&draft.hashes), hashes: draft.hashes, weights, quoted, places: vec![draft.place] }
}

/// The numbers of some words (at most [`MAX_WORDS`], so a byte holds each), in the order of their hashes.
pub fn by_hash(hashes: &[u64]) -> Vec<u8> {
    let mut numbers: Vec<u8> = (0..hashes.len() as u8).collect();
    numbers.sort_unstable_by_key(|number| hashes[usize::from(*number)]);
    numbers
}

/// Which of some words stand in one of a report's quotations, a run for each.
fn quoted_words(quotations: &[Quotation], words: &[ByteRange]) -> Vec<Range<usize>> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Vec::new() };
    let from = quotations.partition_point(|quotation| quotation.outer.end <= first.start);
    let near = quotations[from..].iter().take_while(|quotation| quotation.outer.start < last.end);
    let run = |quotation: &Quotation| {
        let start = words.partition_point(|word| word.start < quotation.inner.start);
        start..words.partition_point(|word| word.end <= quotation.inner.end).max(start)
    };
    near.map(run).filter(|run| !run.is_empty()).collect()
}
