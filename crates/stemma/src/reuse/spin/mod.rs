//! Which words did a machine swap, and which reports show it?
//!
//! In: the families of a pile and the edits inside them. Out: a table of swap pairs, and the reports that are
//! spun, with the places that prove it. Nothing is known beforehand of any spinner: `swaps` are the
//! edits that recur, a `spinner` is a dictionary and its pages found by each other, by the `tally` of what
//! stands in each `comparison` of a page with the text that it shares. `ordinary` differences are never spin.
//!
//! Invariants: the result depends on the texts alone; a swap that stands in one source sentence, however
//! often that was copied, is not learned; work is that of sorting the edits, and of reading the pages that
//! look spun a fixed number of times.

mod comparison;
mod dictionary;
mod marks;
mod ordinary;
mod phrase;
mod spinner;
mod swaps;
mod table;
mod tally;

pub use table::SpinTable;

use crate::model::{Edit, EditSide, Family, Passage, PassageIdx, Report, Span, SpunReport, SwapPair};
use phrase::Word;
use spinner::{Growth, Spinner, grow, learn_again};
use std::cmp::Reverse;
use std::ops::Range;
use swaps::{MIN_SWAPS_IN_PAGE, Pair, Swaps};

/// Reports that are followed to find a spinner, those with most recurring swaps first. It bounds the
/// work on piles full of noise; each spinner takes one or two.
const MAX_SEEDS: usize = 20;

/// Reports outside the pages of all spinners that show a swap, for each page that does: not all pages are known, and
/// people copy them. What a house does shows in two and a half times as many.
const MAX_OUTSIDE: usize = 2;

/// What was learned of the spinners of a pile.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spin {
    /// The swap pairs.
    pub table: SpinTable,
    /// The spun reports, in order.
    pub reports: Vec<SpunReport>,
}

/// Learns the swap pairs of a pile and marks the reports that are spun. `edits` are those of all families,
/// by family, witness and place.
pub fn find_spin(reports: &[Report], passages: &[Passage], families: &[Family], edits: &[Edit]) -> Spin {
    let pile = Pile::new(reports, passages, families, edits);
    let swaps = Swaps::find(&pile);
    let spinners = find_spinners(&pile, &swaps);
    let mut learned: Vec<(&tally::Learned, Pair)> =
        spinners.iter().flat_map(|spinner| &spinner.learned).map(|learned| (learned, learned.pair)).collect();
    learned.sort_by_key(|(learned, _)| (&learned.words, Reverse(learned.places)));
    learned.dedup_by_key(|(learned, _)| learned.pair);
    let learned = mostly_in_pages(learned, &spinners, &swaps);
    let learned = one_old_side(one_direction(learned), &swaps);
    let table = SpinTable::new(learned.iter().map(|(learned, _)| swap_pair(learned)).collect());
    let number = |pair: &Pair| {
        let words = &learned.iter().find(|(_, other)| other == pair)?.0.words;
        let at = |other: &SwapPair| (&other.old, &other.new).cmp(&(&words.0, &words.1));
        table.pairs().binary_search_by(at).ok().map(|at| at as u32)
    };
    let reports = marks::mark(&pile, &spinners, &number);
    Spin { table, reports }
}

/// Without those that mostly other reports show: where a house put its word for the one that stands in all other texts,
/// pages that were taken from those seem to have changed it back.
fn mostly_in_pages<'a>(
    mut learned: Vec<(&'a tally::Learned, Pair)>,
    spinners: &[Spinner],
    swaps: &Swaps,
) -> Vec<(&'a tally::Learned, Pair)> {
    let is_page = |report: u32| spinners.iter().any(|spinner| spinner.pages.binary_search(&report).is_ok());
    learned.retain(|(_, pair)| {
        let (inside, outside): (Vec<u32>, Vec<u32>) =
            swaps.reports_with(*pair).partition(|report| is_page(*report));
        outside.len() <= MAX_OUTSIDE * inside.len()
    });
    learned
}

/// Without those that are the other direction of one with more places: where a page was taken for a source.
fn one_direction(learned: Vec<(&tally::Learned, Pair)>) -> Vec<(&tally::Learned, Pair)> {
    let mut places: Vec<(Pair, usize)> =
        learned.iter().map(|(learned, pair)| (*pair, learned.places)).collect();
    places.sort_unstable();
    let turned = |pair: Pair| {
        let at = places.binary_search_by_key(&(pair.1, pair.0), |(pair, _)| *pair).ok()?;
        Some(places[at].1)
    };
    let wins =
        |(found, pair): &(&tally::Learned, Pair)| turned(*pair).is_none_or(|other| found.places > other);
    learned.into_iter().filter(wins).collect()
}

/// Without those whose old words are another form of the old words of one with more places and the same new
/// words: a source in another house's words is not what the spinner read.
fn one_old_side<'a>(
    mut learned: Vec<(&'a tally::Learned, Pair)>,
    swaps: &Swaps,
) -> Vec<(&'a tally::Learned, Pair)> {
    learned.sort_by_key(|(learned, pair)| (pair.1, Reverse(learned.places), *pair));
    let mut kept: Vec<(&tally::Learned, Pair)> = Vec::new();
    for found in learned {
        let same_new = kept.iter().rev().take_while(|other| other.1.1 == found.1.1);
        let is_form = |other: &(&tally::Learned, Pair)| {
            ordinary::is_ordinary(&other.0.words.0, &found.0.words.0) || swaps.has((other.1.0, found.1.0))
        };
        let is_another = same_new.into_iter().any(is_form);
        if !is_another {
            kept.push(found);
        }
    }
    kept
}

fn swap_pair(learned: &tally::Learned) -> SwapPair {
    SwapPair {
        old: learned.words.0.clone(),
        new: learned.words.1.clone(),
        places: learned.places as u32,
        reports: learned.reports as u32,
        survived: learned.survived as u32,
    }
}

/// The spinners of a pile, the one with most swaps in one page first.
fn find_spinners(pile: &Pile, swaps: &Swaps) -> Vec<Spinner> {
    let telling = |places: &[swaps::Place]| -> Vec<Pair> {
        places.iter().filter(|place| place.tells).map(|place| place.pair).collect()
    };
    let mut seeds: Vec<(u32, Vec<Pair>)> =
        swaps.of_reports().map(|places| (places[0].report, telling(&places))).collect();
    seeds.retain(|(_, pairs)| pairs.len() >= MIN_SWAPS_IN_PAGE);
    seeds.sort_by_key(|(report, pairs)| (Reverse(pairs.len()), *report));
    let mut spinners: Vec<Spinner> = Vec::new();
    let mut done: Vec<u32> = Vec::new();
    let mut tried = 0;
    for (report, pairs) in seeds {
        if tried == MAX_SEEDS || done.binary_search(&report).is_ok() {
            continue;
        }
        tried += 1;
        match grow(pile, swaps, pairs) {
            Growth::Spinner(spinner) => {
                done.extend(&spinner.pages);
                spinners.push(spinner);
            }
            Growth::Sources(reports) => done.extend(reports),
            Growth::Nothing => done.push(report),
        }
        done.sort_unstable();
    }
    if spinners.len() > 1 {
        learn_again(pile, &mut spinners);
    }
    spinners
}

/// The findings that spin is learned from, with ways through them.
struct Pile<'a> {
    reports: &'a [Report],
    passages: &'a [Passage],
    families: &'a [Family],
    edits: &'a [Edit],
    /// By passage: its edits against the representative.
    edits_of: Vec<Range<usize>>,
    /// Passages by report.
    by_report: Vec<(u32, PassageIdx)>,
}

impl<'a> Pile<'a> {
    fn new(
        reports: &'a [Report],
        passages: &'a [Passage],
        families: &'a [Family],
        edits: &'a [Edit],
    ) -> Self {
        let mut edits_of = vec![0..0; passages.len()];
        let mut start = 0;
        for group in edits.chunk_by(|a, b| a.to.passage == b.to.passage) {
            edits_of[group[0].to.passage.0 as usize] = start..start + group.len();
            start += group.len();
        }
        let numbered =
            passages.iter().zip(0..).map(|(passage, idx)| (passage.span.report.0, PassageIdx(idx)));
        let mut by_report: Vec<(u32, PassageIdx)> = numbered.collect();
        by_report.sort_unstable();
        Pile { reports, passages, families, edits, edits_of, by_report }
    }

    fn report(&self, passage: PassageIdx) -> u32 {
        self.passages[passage.0 as usize].span.report.0
    }

    fn passages_of(&self, report: u32) -> impl Iterator<Item = PassageIdx> {
        let start = self.by_report.partition_point(|(other, _)| *other < report);
        self.by_report[start..]
            .iter()
            .take_while(move |(other, _)| *other == report)
            .map(|(_, passage)| *passage)
    }

    fn span(&self, side: EditSide) -> Span {
        Span { report: self.passages[side.passage.0 as usize].span.report, range: side.range }
    }

    fn text(&self, span: Span) -> &'a str {
        &self.reports[span.report.0 as usize].text
    }

    fn words(&self, span: Span) -> Vec<Word> {
        phrase::words(self.text(span), span.range)
    }
}
