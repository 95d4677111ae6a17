//! Places that share too little with the query by themselves, but descend from one text with a place that was found.

use super::pattern::{MIN_KIN_PERCENT, Pattern, words};
use super::{Found, place_in};
use crate::model::{Account, FamilyIdx, PassageIdx, Span};
use std::collections::BTreeSet;

/// Adds to the places of each pattern those of their families that have enough of it, and sorts them by place.
pub fn add_kin(patterns: &[Pattern], query: &str, account: &Account, found: &mut [Vec<Found>]) {
    let mut by_place: Vec<PassageIdx> = (0..account.passages.len() as u32).map(PassageIdx).collect();
    by_place.sort_unstable_by_key(|idx| (account.passage(*idx).span, *idx));
    for (pattern, places) in patterns.iter().zip(found) {
        let families: BTreeSet<FamilyIdx> =
            places.iter().flat_map(|place| families_at(account, &by_place, place.span)).collect();
        let kin: BTreeSet<Span> = families
            .into_iter()
            .flat_map(|family| &account.families[family.0 as usize].passages)
            .map(|idx| account.passage(*idx).span)
            .filter(|span| !is_found(places, *span))
            .collect();
        for span in kin {
            let text = &account.report(span.report).text;
            let words = words(text, span.range);
            let place = place_in(pattern, query, span.report, text, &words, MIN_KIN_PERCENT);
            // Passages of two families may overlap; the first gives the place.
            let is_new = |place: &Found| places.last().is_none_or(|last| !overlap(last.span, place.span));
            if let Some(place) = place.filter(is_new) {
                places.push(place);
            }
        }
        places.sort_by_key(|place| place.span);
    }
}

/// The families of the passages that have at least half of a place.
fn families_at(account: &Account, by_place: &[PassageIdx], place: Span) -> Vec<FamilyIdx> {
    let passage = |idx: &PassageIdx| account.passage(*idx);
    let start = by_place.partition_point(|idx| passage(idx).span.report < place.report);
    let of_report = by_place[start..].iter().map(passage);
    of_report
        .take_while(|passage| passage.span.report == place.report)
        .filter(|passage| 2 * passage.span.range.overlap(place.range) >= place.range.len())
        .map(|passage| passage.family)
        .collect()
}

/// Whether a place that was found lies in a passage; the places are in order.
fn is_found(places: &[Found], span: Span) -> bool {
    let start = places.partition_point(|place| place.span.report < span.report);
    let is_here = |place: &&Found| place.span.report == span.report;
    places[start..].iter().take_while(is_here).any(|place| overlap(place.span, span))
}

fn overlap(a: Span, b: Span) -> bool {
    a.report == b.report && a.range.overlap(b.range) > 0
}
