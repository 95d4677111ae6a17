//! What was found of a query: each of its sentences with the places where it stands, verbatim ones first.

use super::{AlignedWording, Alignment, by_date};
use crate::excerpt::{head, tail};
use stemma::Trace;
use stemma::model::{FamilyIdx, PassageIdx, Span};

/// Bytes of the line round a place that are shown on either side: some fifteen words, enough to see who says it.
const CONTEXT_BYTES: usize = 90;

/// A sentence of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TracedView<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where it stands; absent where it stands nowhere. The first wording is that of the query, and the query is
    /// not among its witnesses.
    pub alignment: Option<Alignment<'a>>,
    /// The places shown that have its words, whatever the marks and capitals, by date.
    pub same_words: Vec<PassageIdx>,
}

impl<'a> TracedView<'a> {
    /// In how many reports it stands.
    pub fn n_reports(&self) -> usize {
        self.alignment.as_ref().map_or(0, |alignment| alignment.n_reports)
    }

    /// At how many places it stands.
    pub fn n_places(&self) -> usize {
        self.alignment.as_ref().map_or(0, |alignment| alignment.n_witnesses)
    }

    /// The wordings that have other words, the least changed first.
    pub fn changed(&self) -> impl Iterator<Item = &AlignedWording<'a>> {
        let wordings = self.alignment.iter().flat_map(|alignment| &alignment.wordings);
        wordings.filter(|wording| !wording.is_same_words())
    }
}

/// All sentences of a query, in order.
pub fn traced(trace: &Trace, at_most: usize) -> Vec<TracedView<'_>> {
    let query = trace.account.report(trace.query);
    let view = |sentence: &stemma::trace::TracedSentence| {
        let alignment = sentence.family.map(|family| alignment(trace, family, at_most));
        let wordings = alignment.iter().flat_map(|alignment| &alignment.wordings);
        let same = wordings.filter(|wording| wording.is_same_words()).flat_map(|wording| &wording.witnesses);
        let same_words = by_date(&trace.account, same.copied().collect());
        TracedView { text: sentence.range.of(&query.text), alignment, same_words }
    };
    trace.sentences.iter().map(view).collect()
}

/// The family of a sentence without the query itself.
fn alignment(trace: &Trace, family: FamilyIdx, at_most: usize) -> Alignment<'_> {
    let mut alignment = Alignment::of(&trace.account, family, at_most);
    alignment.n_reports -= 1;
    alignment.n_witnesses -= 1;
    alignment.wordings[0].witnesses.remove(0);
    for wording in &mut alignment.wordings {
        wording.witnesses = by_date(&trace.account, std::mem::take(&mut wording.witnesses));
    }
    alignment
}

/// What stands on the same line before and behind a place, as much as is shown of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context<'a> {
    /// The words before.
    pub before: &'a str,
    /// Whether the line has more before these.
    pub is_cut_before: bool,
    /// The words behind.
    pub behind: &'a str,
    /// Whether the line has more behind these.
    pub is_cut_behind: bool,
}

/// What stands round a place.
pub fn context(trace: &Trace, span: Span) -> Context<'_> {
    let text = &trace.account.report(span.report).text;
    let range = span.range.as_usize();
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at);
    let (all_before, all_behind) = (&text[line_start..range.start], &text[range.end..line_end]);
    let (before, behind) = (tail(all_before, CONTEXT_BYTES), head(all_behind, CONTEXT_BYTES));
    Context {
        is_cut_before: before.len() < all_before.trim_start().len(),
        before,
        is_cut_behind: behind.len() < all_behind.trim_end().len(),
        behind,
    }
}

/// The passages of the pile by place, for what is known of the places of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPassages<'a> {
    trace: &'a Trace,
    by_place: Vec<PassageIdx>,
}

impl<'a> KnownPassages<'a> {
    /// Those of a pile.
    pub fn of(trace: &'a Trace) -> Self {
        let families = trace.account.families[..trace.n_own_families].iter();
        let mut by_place: Vec<PassageIdx> = families.flat_map(|family| &family.passages).copied().collect();
        by_place.sort_unstable_by_key(|idx| (trace.account.passage(*idx).span, *idx));
        KnownPassages { trace, by_place }
    }

    /// The passage of the pile that has most of a place, and at least half of it.
    pub fn at(&self, place: Span) -> Option<PassageIdx> {
        let span = |idx: &PassageIdx| self.trace.account.passage(*idx).span;
        let start = self.by_place.partition_point(|idx| span(idx).report < place.report);
        let of_report = self.by_place[start..].iter().take_while(|idx| span(idx).report == place.report);
        let shared = |idx: &PassageIdx| span(idx).range.overlap(place.range);
        let most = of_report.max_by_key(|idx| (shared(idx), std::cmp::Reverse(**idx)))?;
        (2 * shared(most) >= place.range.len()).then_some(*most)
    }
}
