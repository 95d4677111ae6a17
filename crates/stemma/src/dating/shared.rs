//! What reports with the same words tell of each other's dates.

use super::days::Days;
use super::hints::Clue;
use crate::model::{DateHintKind, Day, Family, Passage, Report, ReportIdx, Span, TimeExpression};
use jiff::ToSpan as _;
use std::collections::BTreeMap;

/// A bare weekday is one of the last seven days, or of the next if the clause looks ahead.
const DAYS_OF_A_WEEKDAY: i64 = 6;

/// Clues from the passages that a report shares with reports whose day is known: the same sentence says "on Monday" in both,
/// so both appeared within a week of that Monday, if the words still held when they were printed again.
pub(super) fn shared_clues(
    reports: &[Report],
    passages: &[Passage],
    families: &[Family],
    times: &[Vec<TimeExpression>],
    known: &BTreeMap<ReportIdx, Day>,
) -> Vec<(ReportIdx, Clue)> {
    let mut clues = Vec::new();
    for family in families {
        let spans: Vec<Span> = family.passages.iter().map(|idx| passages[idx.0 as usize].span).collect();
        let dated = spans.iter().find(|span| known.contains_key(&span.report) && has_weekday(times, **span));
        let Some(dated) = dated else { continue };
        let day = known[&dated.report];
        for span in spans.iter().filter(|span| !known.contains_key(&span.report)) {
            clues.extend(clue_of(reports, times, *dated, day, *span).map(|clue| (span.report, clue)));
        }
    }
    clues
}

fn has_weekday(times: &[Vec<TimeExpression>], span: Span) -> bool {
    bare_weekdays(times, span).next().is_some()
}

/// Weekdays of a passage that stand without a date.
fn bare_weekdays(times: &[Vec<TimeExpression>], span: Span) -> impl Iterator<Item = &TimeExpression> {
    let of_report = &times[span.report.0 as usize];
    of_report.iter().filter(move |time| {
        span.range.contains(time.span.range) && time.value.starts_with("XXXX-WXX-") && time.weekday.is_some()
    })
}

/// The clue of the first weekday, if both passages have the same ones in the same order.
fn clue_of(
    reports: &[Report],
    times: &[Vec<TimeExpression>],
    dated: Span,
    day: Day,
    span: Span,
) -> Option<Clue> {
    let words = |span: Span| -> Vec<&str> {
        bare_weekdays(times, span)
            .map(|time| time.span.range.of(&reports[span.report.0 as usize].text))
            .collect()
    };
    if words(dated) != words(span) {
        return None;
    }
    let (there, here) = (bare_weekdays(times, dated).next()?, bare_weekdays(times, span).next()?);
    let weekday = i64::from(there.weekday?);
    let back = (i64::from(day.weekday().to_monday_one_offset()) - weekday).rem_euclid(7);
    let is_ahead = there.is_ahead == Some(true);
    let meant =
        if is_ahead { day.checked_add(((7 - back) % 7).days()) } else { day.checked_sub(back.days()) }
            .ok()?;
    let days = if is_ahead {
        Days::between(meant.checked_sub(DAYS_OF_A_WEEKDAY.days()).ok(), Some(meant))
    } else {
        Days::between(Some(meant), meant.checked_add(DAYS_OF_A_WEEKDAY.days()).ok())
    };
    Some(Clue::new(DateHintKind::SharedWeekday, vec![here.span, there.span], days))
}
