//! Not stated: quotations for which no speaker is named where they stand.

use super::reported::{plainest, statement_wording};
use super::{Listing, Rank, View, count_reports, rank};
use crate::Place;
use crate::excerpt::Wording;
use crate::quotations::{by_words, content_span, is_quotation};

/// A quotation without a named speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotStated<'a> {
    /// The words, as they stand in the first of the places.
    pub wording: Wording<'a>,
    /// Every place where the same words stand without a named speaker; at least one.
    pub places: Listing<Unattributed<'a>>,
}

/// One place of a quotation without a named speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unattributed<'a> {
    /// Where the words stand.
    pub place: Place,
    /// The words that should say who speaks but name nobody ("he"); absent where there are none.
    pub source: Option<&'a str>,
}

/// All of them, those of most reports first.
pub(super) fn not_stated<'a>(view: &View<'a, '_>) -> Listing<NotStated<'a>> {
    let statements = &view.account.statements;
    let unnamed = (0..statements.len())
        .filter(|idx| is_quotation(&statements[*idx]) && statements[*idx].speaker.is_none());
    let mut ranked: Vec<(Rank, NotStated)> =
        by_words(view.account, unnamed).into_iter().map(|group| quotation(view, &group)).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let all = ranked.into_iter().map(|(_, found)| found).collect();
    Listing::of(all, view.limits.items)
}

fn quotation<'a>(view: &View<'a, '_>, group: &[usize]) -> (Rank, NotStated<'a>) {
    let mut unattributed: Vec<Unattributed> = group
        .iter()
        .map(|idx| {
            let statement = &view.account.statements[*idx];
            let text = &view.account.report(statement.span.report).text;
            Unattributed {
                place: view.place(content_span(statement)),
                source: statement.source.map(|range| range.of(text)),
            }
        })
        .collect();
    let statement = plainest(view, group);
    let worded_in = view.place(content_span(statement));
    unattributed.sort_by_key(|found| (found.place != worded_in, found.place));
    let places: Vec<Place> = unattributed.iter().map(|found| found.place).collect();
    let found = NotStated {
        wording: statement_wording(view, statement, view.limits),
        places: Listing::of(unattributed, view.limits.places),
    };
    (rank(count_reports(&places), &places), found)
}
