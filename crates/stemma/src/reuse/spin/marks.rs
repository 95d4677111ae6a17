//! Which reports show what was learned, and where.

use super::Pile;
use super::comparison::Comparison;
use super::dictionary::{Dictionary, Forms};
use super::spinner::{Spinner, comparisons};
use super::swaps::Pair;
use crate::model::{ByteRange, PassageIdx, ReportIdx, Span, SpinMark, SpunReport};
use std::collections::BTreeMap;

/// Pages that are compared at a time, which bounds the memory that it takes.
const PAGES_AT_ONCE: usize = 256;

/// Different pairs that a report must show.
const MIN_PAIRS: usize = 3;
/// At most one place where old words survived, for this many where they were swapped: a person who copies
/// from a spun page, or who likes one of its words, leaves others.
const SWAPPED_PER_SURVIVOR: usize = 2;

/// The spun reports of some spinners; `number` gives the place of a pair in the table, if it has one.
pub fn mark(pile: &Pile, spinners: &[Spinner], number: &dyn Fn(&Pair) -> Option<u32>) -> Vec<SpunReport> {
    let mut by_report: BTreeMap<u32, (Vec<SpinMark>, Vec<Span>)> = BTreeMap::new();
    for spinner in spinners {
        let pairs: Vec<Pair> = spinner
            .learned
            .iter()
            .map(|learned| learned.pair)
            .filter(|pair| number(pair).is_some())
            .collect();
        let known = Dictionary::new(pairs.clone());
        let forms = Forms::old(&pairs);
        let in_parts = spinner.pages.chunks(PAGES_AT_ONCE);
        for comparison in in_parts.flat_map(|pages| comparisons(pile, &spinner.pages, pages, &known)) {
            let found = marks(&comparison, &known, number);
            let handed_on = if comparison.is_of_representative(pile) {
                handed_on(pile, &comparison, &found)
            } else {
                Vec::new()
            };
            let survived = survivors(&comparison, &forms, &found);
            let page = by_report.entry(comparison.new.span.report.0).or_default();
            page.0.extend(found);
            page.1.extend(survived);
            for mark in handed_on {
                by_report.entry(mark.new.report.0).or_default().0.push(mark);
            }
        }
    }
    by_report.into_iter().filter_map(|(report, (marks, survived))| spun(report, marks, survived)).collect()
}

/// The learned pairs in one witness.
fn marks(
    comparison: &Comparison,
    known: &Dictionary,
    number: &dyn Fn(&Pair) -> Option<u32>,
) -> Vec<SpinMark> {
    let pieces = known.pieces(comparison).into_iter().filter(|piece| known.has(piece.pair));
    let mark = |piece: super::dictionary::Piece| {
        Some(SpinMark {
            new: comparison.new.place(&piece.new),
            old: comparison.old.place(&piece.old),
            pair: number(&piece.pair)?,
        })
    };
    pieces.filter_map(mark).collect()
}

/// Old words that stand in the page although the other text has them too.
fn survivors(comparison: &Comparison, forms: &Forms, marks: &[SpinMark]) -> Vec<Span> {
    let mut found = Vec::new();
    for same in comparison.same() {
        forms.places(&comparison.new.words[same.clone()], |_, range| {
            found.push(comparison.new.place(&(same.start + range.start..same.start + range.end)));
        });
    }
    found.retain(|span| !marks.iter().any(|mark| mark.new.range.overlap(span.range) > 0));
    found
}

/// The marks of a spun representative, in the witnesses that have the same words there.
fn handed_on(pile: &Pile, comparison: &Comparison, marks: &[SpinMark]) -> Vec<SpinMark> {
    let representative = comparison.new.passage;
    let family = &pile.families[comparison.family as usize];
    let others =
        family.passages.iter().filter(|other| ![representative, comparison.old.passage].contains(other));
    others
        .flat_map(|other| {
            marks.iter().filter_map(|mark| {
                let range = same_place(pile, *other, mark.new.range)?;
                let report = pile.passages[other.0 as usize].span.report;
                Some(SpinMark { new: Span { report, range }, ..*mark })
            })
        })
        .collect()
}

/// Where a witness has words of its representative, if it has them unchanged.
fn same_place(pile: &Pile, witness: PassageIdx, range: ByteRange) -> Option<ByteRange> {
    let edits = &pile.edits[pile.edits_of[witness.0 as usize].clone()];
    let before = edits.partition_point(|edit| edit.from.range.end <= range.start);
    if edits.get(before).is_some_and(|edit| edit.from.range.start < range.end) {
        return None;
    }
    let (from, to) = match before.checked_sub(1) {
        Some(last) => (edits[last].from.range.end, edits[last].to.range.end),
        None => {
            let span = |passage: PassageIdx| pile.passages[passage.0 as usize].span.range.start;
            let family = &pile.families[pile.passages[witness.0 as usize].family.0 as usize];
            (span(family.representative), span(witness))
        }
    };
    let shift = |at: u32| at - from + to;
    Some(ByteRange { start: shift(range.start), end: shift(range.end) })
}

fn spun(report: u32, mut marks: Vec<SpinMark>, mut survived: Vec<Span>) -> Option<SpunReport> {
    marks.sort_unstable();
    marks.dedup_by_key(|mark| mark.new);
    survived.sort_unstable();
    survived.dedup();
    let mut pairs: Vec<u32> = marks.iter().map(|mark| mark.pair).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mechanical = survived.len() * SWAPPED_PER_SURVIVOR <= marks.len();
    (pairs.len() >= MIN_PAIRS && mechanical).then_some(SpunReport {
        report: ReportIdx(report),
        marks,
        survived,
    })
}
