//! When was a report published?
//!
//! In: reports, their times reckoned without a date, and the passages that they share. Out: for each report the days
//! that no hint rules out, with the hints. Invariants: another hint never widens what remains; a contradiction is named
//! and not decided; nothing is guessed, so a report without hints has no date.
//!
//! Each hint allows a set of days: a date line one day (or one in each year), a year that has been told of all
//! days from its beginning on, a weekday shared with a dated report the week round it. What remains is what all of
//! them allow. Reports that are left with one day then speak for those that share their words, until nothing changes.

mod days;
mod hints;
mod shared;
#[cfg(test)]
mod tests;

use crate::model::{Dating, Day, Family, Passage, Report, ReportIdx, TimeExpression};
use days::Days;
use hints::{Clue, clues_of};
use shared::shared_clues;
use std::collections::BTreeMap;

/// How often solved reports are asked for their neighbours; a chain of reprints is seldom longer.
const MOST_ROUNDS: usize = 8;

/// Finds out when each report was published. `times` are those of each report, reckoned without a date.
pub fn find_dates(
    reports: &[Report],
    times: &[Vec<TimeExpression>],
    passages: &[Passage],
    families: &[Family],
) -> Vec<Dating> {
    let mut clues: Vec<Vec<Clue>> = reports
        .iter()
        .zip(times)
        .enumerate()
        .map(|(idx, (report, times))| clues_of(ReportIdx(idx as u32), report, times))
        .collect();
    let mut known = BTreeMap::new();
    for _ in 0..MOST_ROUNDS {
        let solved = solved(&clues);
        if solved.len() == known.len() {
            break;
        }
        for (report, clue) in shared_clues(reports, passages, families, times, &solved) {
            let of_report = &mut clues[report.0 as usize];
            if !of_report.iter().any(|other| other.hint == clue.hint) {
                of_report.push(clue);
            }
        }
        known = solved;
    }
    clues.into_iter().enumerate().map(|(idx, clues)| dating(ReportIdx(idx as u32), clues)).collect()
}

/// The day of a dating, where one is left.
pub fn only_day(dating: &Dating) -> Option<Day> {
    dating.earliest.filter(|_| dating.days_left == Some(1))
}

/// Reports of which one day is left.
fn solved(clues: &[Vec<Clue>]) -> BTreeMap<ReportIdx, Day> {
    let days = clues.iter().map(|clues| remaining(clues));
    let numbered = days.enumerate().map(|(idx, days)| (ReportIdx(idx as u32), days));
    numbered
        .filter(|(_, days)| days.count() == 1)
        .filter_map(|(idx, days)| Some((idx, days.first()?)))
        .collect()
}

/// The days that all clues allow.
fn remaining(clues: &[Clue]) -> Days {
    let mut days = Days::between(None, None);
    clues.iter().for_each(|clue| days.keep(&clue.days));
    days
}

fn dating(report: ReportIdx, mut clues: Vec<Clue>) -> Dating {
    clues.sort_by(|one, other| (one.hint.kind, &one.hint.words).cmp(&(other.hint.kind, &other.hint.words)));
    let days = remaining(&clues);
    let (earliest, latest) = (days.first(), days.last());
    let is_open = days.count() > 0 && (earliest.is_none() || latest.is_none());
    Dating {
        report,
        earliest,
        latest,
        days_left: (!is_open).then(|| days.count()),
        contradictions: if days.count() == 0 { contradictions(&clues) } else { Vec::new() },
        hints: clues.into_iter().map(|clue| clue.hint).collect(),
    }
}

/// Groups of clues that cannot all hold: every pair that has no common day; where there is no such pair, one group
/// of which no clue can be left out.
fn contradictions(clues: &[Clue]) -> Vec<Vec<u32>> {
    let mut pairs = Vec::new();
    for one in 0..clues.len() {
        for other in one + 1..clues.len() {
            if !clues[one].days.shares_any(&clues[other].days) {
                pairs.push(vec![one as u32, other as u32]);
            }
        }
    }
    if pairs.is_empty() { vec![smallest_contradiction(clues)] } else { pairs }
}

/// Clues that rule out all days together, and of which none can be left out.
fn smallest_contradiction(clues: &[Clue]) -> Vec<u32> {
    let mut group: Vec<usize> = (0..clues.len()).collect();
    for clue in 0..clues.len() {
        let mut days = Days::between(None, None);
        group.iter().filter(|other| **other != clue).for_each(|other| days.keep(&clues[*other].days));
        if days.count() == 0 {
            group.retain(|other| *other != clue);
        }
    }
    group.into_iter().map(|clue| clue as u32).collect()
}
