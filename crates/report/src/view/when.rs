//! When a claim lies in time, as far as that is known.
//!
//! The time that the claim itself names comes first, where its words lead to a day, a month or a year; else the day of
//! the earliest dated report that carries it. Where neither is known, nothing takes its place.

use super::Part;
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::annotate::time::find_times;
use stemma::dating::only_day;
use stemma::model::{ByteRange, Claim, ClaimRole, Dating, Day, InstanceIdx, ReportIdx, TimeExpression};

/// When a claim lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct When<'a> {
    /// The first day that it can mean, to put claims in order.
    pub first_day: Day,
    /// What it is as written: `2018-05-20`, `2018-W20`.
    pub value: String,
    /// What tells so.
    pub by: WhenBy<'a>,
}

/// What tells when a claim lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhenBy<'a> {
    /// These words of it.
    Words(Place, &'a str),
    /// The day of the earliest dated report that carries it.
    Report,
}

impl<'a> When<'a> {
    /// The words of the claim that tell when it is; nothing where they do not.
    pub fn parts(&self) -> Vec<Part<'a>> {
        match self.by {
            WhenBy::Words(place, words) => vec![
                Part::Label("time: \u{201c}"),
                Part::Near(words),
                Part::Label("\u{201d} "),
                Part::Place(place),
            ],
            WhenBy::Report => Vec::new(),
        }
    }
}

/// The head over claims that lie at one time; claims with equal heads stand together.
pub fn when_head<'a>(when: Option<&When>) -> Vec<Part<'a>> {
    let Some(when) = when else { return vec![Part::Label("day not known")] };
    let by = match when.by {
        WhenBy::Words(..) => "named in the claim",
        WhenBy::Report => "day of the earliest dated report",
    };
    vec![Part::Value(when.value.clone()), Part::Label(", "), Part::Label(by)]
}

/// When each claim of an account lies, by claim.
pub fn whens<'a>(account: &'a Account, numbering: &Numbering, datings: &[Dating]) -> Vec<Option<When<'a>>> {
    let times = times(account, datings);
    let days: Vec<Option<Day>> = datings.iter().map(only_day).collect();
    let view = Show { account, numbering, times, days };
    account.claims.iter().map(|claim| view.named(claim).or_else(|| view.published(claim))).collect()
}

/// The time expressions of each report that has a claim with words of time.
fn times(account: &Account, datings: &[Dating]) -> BTreeMap<ReportIdx, Vec<TimeExpression>> {
    let mut times = BTreeMap::new();
    for instance in &account.instances {
        let idx = instance.span.report;
        let is_timed = instance.parts.iter().any(|part| part.role == ClaimRole::Time);
        if is_timed && !times.contains_key(&idx) {
            let report = account.report(idx);
            let day = datings.get(idx.0 as usize).and_then(only_day);
            let reading = stemma::text::read(report);
            let sentences = reading.sentences.iter().map(|sentence| sentence.range);
            times.insert(idx, find_times(idx, &report.text, sentences, day));
        }
    }
    times
}

struct Show<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
    times: BTreeMap<ReportIdx, Vec<TimeExpression>>,
    days: Vec<Option<Day>>,
}

impl<'a> Show<'a, '_> {
    /// The time that the claim names, in its plainest words if they lead to a day.
    fn named(&self, claim: &Claim) -> Option<When<'a>> {
        let plainest = std::iter::once(&claim.plainest);
        plainest.chain(&claim.instances).find_map(|idx| self.named_in(*idx))
    }

    fn named_in(&self, idx: InstanceIdx) -> Option<When<'a>> {
        let instance = self.account.instance(idx);
        let of_time = instance.parts.iter().filter(|part| part.role == ClaimRole::Time);
        let times = self.times.get(&instance.span.report)?;
        of_time.filter_map(|part| first_of(times, part.range)).min_by_key(|(day, _)| *day).map(
            |(day, time)| {
                let words = time.span.range.of(&self.account.report(time.span.report).text);
                let by = WhenBy::Words(self.numbering.place(time.span), words);
                When { first_day: day, value: time.value.clone(), by }
            },
        )
    }

    fn published(&self, claim: &Claim) -> Option<When<'a>> {
        let reports = claim.instances.iter().map(|idx| self.account.instance(*idx).span.report);
        let day = reports.filter_map(|idx| *self.days.get(idx.0 as usize)?).min()?;
        Some(When { first_day: day, value: day.to_string(), by: WhenBy::Report })
    }
}

/// The first time inside some words that leads to a day.
fn first_of(times: &[TimeExpression], words: ByteRange) -> Option<(Day, &TimeExpression)> {
    let first = times.partition_point(|time| time.span.range.end <= words.start);
    let inside = times[first..].iter().take_while(|time| time.span.range.start < words.end);
    inside.filter_map(|time| Some((first_day(&time.value)?, time))).next()
}

/// The first day of a value of TIMEX3 that has a year: of a day, a week, a month, a quarter or a year.
fn first_day(value: &str) -> Option<Day> {
    let year: i16 = value.get(..4)?.parse().ok()?;
    if let Some(day) = value.get(..10).and_then(|day| day.parse().ok()) {
        return Some(day);
    }
    let rest = value.get(4..)?.strip_prefix('-').unwrap_or_default();
    if let Some(week) = rest.strip_prefix('W') {
        let week: i32 = week.get(..2)?.parse().ok()?;
        // The fourth of January is always in the first week.
        let fourth = Day::new(year, 1, 4).ok()?;
        let days = (week - 1) * 7 - i32::from(fourth.weekday().to_monday_zero_offset());
        return (0..days.unsigned_abs())
            .try_fold(fourth, |day, _| if days < 0 { day.yesterday().ok() } else { day.tomorrow().ok() });
    }
    let month = match rest.strip_prefix('Q') {
        Some(quarter) => quarter.parse::<i8>().ok()?.checked_mul(3)?.checked_sub(2)?,
        None => rest.get(..2).and_then(|month| month.parse().ok()).unwrap_or(1),
    };
    Day::new(year, month, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_a_year_has_a_first_day() {
        let day = |value| first_day(value).map(|day| day.to_string()).unwrap_or_default();
        for (value, first) in [
            ("2018-05-20", "2018-05-20"),
            ("2018-05-20TNI", "2018-05-20"),
            ("2018-W01", "2018-01-01"),
            ("2021-W01", "2021-01-04"),
            ("2018-W20", "2018-05-14"),
            ("2018-05", "2018-05-01"),
            ("2018-Q2", "2018-04-01"),
            ("2018-SP", "2018-01-01"),
            ("2018", "2018-01-01"),
            ("XXXX-05-10", ""),
            ("199", ""),
            ("P3D", ""),
            ("2018-13", ""),
        ] {
            assert_eq!(day(value), first, "{value}");
        }
    }
}
