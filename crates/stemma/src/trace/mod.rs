//! Where do the words of a query stand, verbatim or changed?
//!
//! In: a query of one sentence or several, and the account of a pile. Out: the account with the query as one
//! more report, the last, and a family for each of its sentences that stands somewhere. The query is the
//! representative there, so that every edit leads from it to the place. The findings of the pile stay as
//! they were: the query is nobody's source.
//!
//! The steps, one file each: the `pattern` of a sentence of the query meets every sentence and line of
//! furniture of every report; words that both have, in one order, are a `chain`; and what stands between
//! them are the `differences`. Where a place is a passage of the pile, its `kin` are looked at once more.
//!
//! Invariants: a sentence of the query that stands somewhere word for word is found; the answer depends on the
//! texts alone; time is linear in the pile.

mod chain;
mod differences;
mod kin;
mod pattern;

use crate::model::{
    Account, ByteRange, Edit, EditSide, Family, FamilyIdx, Layout, Passage, PassageIdx, Report, ReportIdx,
    Source, Span,
};
use crate::text::{find_sentences, without_layout};
use differences::Difference;
use pattern::{MIN_PERCENT, Pattern};
use rayon::prelude::*;

/// What was found of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The account of the pile, with the query as its last report and a family for each sentence of it that
    /// stands somewhere, behind those of the pile.
    pub account: Account,
    /// The report that is the query.
    pub query: ReportIdx,
    /// How many families the pile has by itself; those behind are the query's.
    pub n_own_families: usize,
    /// The sentences of the query, in order.
    pub sentences: Vec<TracedSentence>,
}

/// A sentence of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TracedSentence {
    /// Its words, in the text of the query.
    pub range: ByteRange,
    /// Its family; absent where it stands nowhere.
    pub family: Option<FamilyIdx>,
}

/// A place where a sentence of the query stands.
struct Found {
    span: Span,
    differences: Vec<Difference>,
}

/// Looks for the sentences of a query in a pile whose account is known.
pub fn trace(query: &str, mut account: Account) -> Trace {
    let report = query_report(query);
    let query = ReportIdx(account.reports.len() as u32);
    let n_own_families = account.families.len();
    let patterns: Vec<Pattern> = find_sentences(&report.text, &report.layout)
        .iter()
        .flat_map(|sentence| Pattern::of(&report.text, sentence.range))
        .collect();
    let mut found = find_places(&patterns, &report.text, &account.reports);
    kin::add_kin(&patterns, &report.text, &account, &mut found);
    account.reports.push(report);
    let sentences = patterns
        .iter()
        .zip(found)
        .map(|(pattern, places)| {
            let family = add_family(&mut account, query, pattern.range, places);
            TracedSentence { range: pattern.range, family }
        })
        .collect();
    Trace { account, query, n_own_families, sentences }
}

/// The query as a report: all of it is account, whatever it looks like.
fn query_report(query: &str) -> Report {
    let whole = ByteRange::new(0, query.len());
    let source = Source::of_text(String::new(), query.to_owned());
    let layout = Layout { paragraphs: vec![whole], ..Layout::default() };
    Report { layout, ..without_layout(source.original_sha256, source) }
}

/// The places of each pattern, by report and place.
fn find_places(patterns: &[Pattern], query: &str, reports: &[Report]) -> Vec<Vec<Found>> {
    let in_reports: Vec<Vec<(usize, Found)>> = reports
        .par_iter()
        .enumerate()
        .map(|(idx, report)| find_in_report(patterns, query, ReportIdx(idx as u32), report))
        .collect();
    let mut found: Vec<Vec<Found>> = patterns.iter().map(|_| Vec::new()).collect();
    for (pattern, place) in in_reports.into_iter().flatten() {
        found[pattern].push(place);
    }
    found.iter_mut().for_each(|places| places.sort_by_key(|place| place.span));
    found
}

/// The places in one report, furniture too: a caption that stands in two reports was copied like anything else.
fn find_in_report(patterns: &[Pattern], query: &str, idx: ReportIdx, report: &Report) -> Vec<(usize, Found)> {
    let furniture = Layout {
        paragraphs: report.layout.furniture.iter().map(|line| line.range).collect(),
        ..Layout::default()
    };
    let mut found = Vec::new();
    for layout in [&report.layout, &furniture] {
        for sentence in find_sentences(&report.text, layout) {
            let words = pattern::words(&report.text, sentence.range);
            for (at, pattern) in patterns.iter().enumerate() {
                let place = place_in(pattern, query, idx, &report.text, &words, MIN_PERCENT);
                found.extend(place.map(|place| (at, place)));
            }
        }
    }
    found
}

/// The place of a pattern in some words of a report, if so much of it stands there.
fn place_in(
    pattern: &Pattern,
    query: &str,
    report: ReportIdx,
    text: &str,
    words: &pattern::Words,
    min_percent: i32,
) -> Option<Found> {
    let same = pattern.meet(words, min_percent)?;
    let of_query = differences::Side { text: query, words: &pattern.ranges };
    let of_report = differences::Side { text, words: &words.ranges };
    let (range, differences) = differences::between(of_query, of_report, &same);
    Some(Found { span: Span { report, range }, differences })
}

/// Adds the family of a sentence of the query; none where it stands nowhere.
fn add_family(
    account: &mut Account,
    query: ReportIdx,
    range: ByteRange,
    places: Vec<Found>,
) -> Option<FamilyIdx> {
    if places.is_empty() {
        return None;
    }
    let family = FamilyIdx(account.families.len() as u32);
    let first = account.passages.len() as u32;
    let representative = PassageIdx(first + places.len() as u32);
    for (place, passage) in places.iter().zip((first..).map(PassageIdx)) {
        account.passages.push(Passage { span: place.span, family });
        account.edits.extend(place.differences.iter().map(|difference| Edit {
            family,
            from: EditSide { passage: representative, range: difference.from },
            to: EditSide { passage, range: difference.to },
            kinds: difference.kinds,
        }));
    }
    account.passages.push(Passage { span: Span { report: query, range }, family });
    account
        .families
        .push(Family { passages: (first..=representative.0).map(PassageIdx).collect(), representative });
    Some(family)
}
