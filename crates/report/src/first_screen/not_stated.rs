//! Not stated: who speaks, when reports were published, and which reports say nothing to what is reported.

use super::{Listing, Rank, View, count_reports, rank};
use crate::Place;
use crate::excerpt::Wording;
use crate::quotations::{by_words, content, content_span, is_quotation};
use crate::view::{ClaimView, DaysLeft, silences};
use std::collections::BTreeMap;
use stemma::model::{Dating, SilenceKind, Statement};

/// What the reports leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotStated<'a> {
    /// Words for which no speaker is named where they stand: quotations, and what is given to somebody whom the source
    /// words do not lead to ("the spokesman").
    pub speakers: Listing<Unattributed<'a>>,
    /// Reports of which the day of publication is not known, by number.
    pub days: Listing<Undated>,
    /// The reports that do not carry what is reported, by what their silence means.
    pub silences: Vec<(SilenceKind, Vec<Silent>)>,
}

/// Words without a named speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unattributed<'a> {
    /// The words, as they stand in the first of the places.
    pub wording: Wording<'a>,
    /// Every place where the same words stand without a named speaker; at least one.
    pub places: Listing<UnattributedAt<'a>>,
}

/// One place of words without a named speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnattributedAt<'a> {
    /// Where the words stand.
    pub place: Place,
    /// The words that should say who speaks but name nobody ("he"); absent where there are none.
    pub source: Option<&'a str>,
}

/// A report of which the day of publication is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undated {
    /// Its number.
    pub report: usize,
    /// The days on which it can have been published.
    pub left: DaysLeft,
}

/// The reports that do not carry a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silent {
    /// The number of the claim.
    pub claim: usize,
    /// The reports.
    pub reports: Listing<usize>,
}

pub(super) fn not_stated<'a>(
    view: &View<'a, '_>,
    datings: &[Dating],
    reported: &[ClaimView],
) -> NotStated<'a> {
    NotStated { speakers: speakers(view), days: days(view, datings), silences: silent(view, reported) }
}

/// Words without a named speaker, those of most reports first.
fn speakers<'a>(view: &View<'a, '_>) -> Listing<Unattributed<'a>> {
    let statements = &view.account.statements;
    let is_open = |statement: &Statement| {
        statement.speaker.is_none() && (is_quotation(statement) || statement.source.is_some())
    };
    let unnamed = (0..statements.len()).filter(|idx| is_open(&statements[*idx]));
    let mut ranked: Vec<(Rank, Unattributed)> =
        by_words(view.account, unnamed).into_iter().map(|group| unattributed(view, &group)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let all = ranked.into_iter().map(|(_, found)| found).collect();
    Listing::of(all, view.limits.items)
}

fn unattributed<'a>(view: &View<'a, '_>, group: &[usize]) -> (Rank, Unattributed<'a>) {
    let statements: Vec<&Statement> = group.iter().map(|idx| &view.account.statements[*idx]).collect();
    let mut at: Vec<UnattributedAt> = statements
        .iter()
        .map(|statement| UnattributedAt {
            place: view.place(content_span(statement)),
            source: statement.source.map(|range| range.of(&view.report_of(statement.span).text)),
        })
        .collect();
    let shortest = statements.iter().min_by_key(|statement| {
        let span = content_span(statement);
        (span.range.len(), view.place(span))
    });
    let shortest = shortest.expect("a group of equal words has a statement");
    let worded_in = view.place(content_span(shortest));
    at.sort_by_key(|found| (found.place != worded_in, found.place));
    let places: Vec<Place> = at.iter().map(|found| found.place).collect();
    let text = &view.report_of(shortest.span).text;
    let found = Unattributed {
        wording: Wording::of(text, content(shortest), view.limits.speakerless_bytes),
        places: Listing::of(at, view.limits.places),
    };
    (rank(count_reports(&places), &places), found)
}

fn days(view: &View, datings: &[Dating]) -> Listing<Undated> {
    let undated = |dating: &Dating| {
        let left = DaysLeft::of(dating);
        let report = view.numbering.number(dating.report);
        (!matches!(left, DaysLeft::One(_))).then_some(Undated { report, left })
    };
    let mut reports: Vec<Undated> = datings.iter().filter_map(undated).collect();
    reports.sort_by_key(|undated| undated.report);
    Listing::of(reports, view.limits.items)
}

fn silent(view: &View, reported: &[ClaimView]) -> Vec<(SilenceKind, Vec<Silent>)> {
    let mut by_kind: BTreeMap<SilenceKind, Vec<Silent>> = BTreeMap::new();
    for claim in reported {
        let found = &view.account.claim(claim.claim).silences;
        for (kind, reports) in silences(found, view.numbering, view.limits.places) {
            by_kind.entry(kind).or_default().push(Silent { claim: claim.number, reports });
        }
    }
    by_kind.values_mut().for_each(|silent| silent.sort_by_key(|one| one.claim));
    by_kind.into_iter().collect()
}
