//! When reports were published, and which of two was first, as far as anything says so.

use super::date_lines::date_line;
use crate::model::{Evidence, Report, ReportIdx, Span};
use std::cmp::Ordering;

/// Characters of a day in ISO 8601 (`2019-03-11`).
const DAY: usize = 10;
/// Characters of a time of day to the second (`T16:20:00`).
const TIME: usize = 9;

/// A moment, as precise as the writing that gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moment {
    /// A year, a month or a day.
    pub day: String,
    /// The time of day; empty where nothing says so.
    pub time: String,
    /// The time zone, as it is written; empty where nothing says so.
    pub zone: String,
}

impl Moment {
    /// A date as metadata give it.
    fn of_value(value: &str) -> Self {
        let mut chars = value.chars();
        let day = chars.by_ref().take(DAY).collect();
        Moment { day, time: chars.by_ref().take(TIME).collect(), zone: chars.collect() }
    }

    /// Compares two moments as far as both go. Times of one day count only where they are of one zone.
    fn compare(&self, other: &Moment) -> Ordering {
        let days = as_far_as_both_go(&self.day, &other.day);
        if days == Ordering::Equal && self.day.len() == other.day.len() && self.zone == other.zone {
            as_far_as_both_go(&self.time, &other.time)
        } else {
            days
        }
    }
}

fn as_far_as_both_go(a: &str, b: &str) -> Ordering {
    let shorter = a.len().min(b.len());
    a.as_bytes()[..shorter].cmp(&b.as_bytes()[..shorter])
}

/// When a report was published, and what says so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct When {
    /// The moment; absent where nothing says so.
    moment: Option<Box<Moment>>,
    /// Whether it was published then; otherwise it was changed then, and published before.
    is_publication: bool,
    /// The line of the text that says so; absent where metadata do.
    line: Option<Span>,
}

impl When {
    /// When a report was published: as its metadata say, or else its date line. A line that says when a page
    /// was changed last says that it was published before.
    pub fn of(idx: ReportIdx, report: &Report) -> Self {
        if let Some(date) = &report.published {
            let moment = Some(Box::new(Moment::of_value(&date.value)));
            return When { moment, is_publication: true, line: None };
        }
        let Some(line) = date_line(report) else { return When::default() };
        When {
            moment: Some(Box::new(line.moment)),
            is_publication: line.is_publication,
            line: Some(Span { report: idx, range: line.range }),
        }
    }

    /// Whether this is known to be the earlier publication.
    pub fn is_before(&self, other: &When) -> bool {
        let both = self.moment.as_ref().zip(other.moment.as_ref().filter(|_| other.is_publication));
        both.is_some_and(|(a, b)| a.compare(b) == Ordering::Less)
    }

    /// That the older of two reports was published first, as evidence.
    pub fn evidence(&self, older: ReportIdx, younger: ReportIdx, later: &When) -> Evidence {
        if self.line.is_none() && later.line.is_none() {
            return Evidence::Dates { earlier: older, later: younger };
        }
        Evidence::DateLines { earlier: older, later: younger, of_earlier: self.line, of_later: later.line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(a: &str, b: &str) -> Ordering {
        Moment::of_value(a).compare(&Moment::of_value(b))
    }

    #[test]
    fn a_date_counts_as_far_as_it_goes() {
        assert_eq!(compare("2019-03-11", "2019-03-12"), Ordering::Less);
        assert_eq!(compare("2019-03", "2019-03-12"), Ordering::Equal);
        assert_eq!(compare("2019-03-11T16:20:00Z", "2019-03-11T09:05:00Z"), Ordering::Greater);
        assert_eq!(compare("2019-03-11T16:20:00Z", "2019-03-11"), Ordering::Equal);
    }

    #[test]
    fn times_of_different_zones_are_not_compared() {
        assert_eq!(compare("2019-03-11T16:20:00+05:00", "2019-03-11T12:00:00Z"), Ordering::Equal);
    }

    #[test]
    fn what_was_changed_on_a_day_was_published_before_what_came_out_later() {
        let moment = |day: &str| Some(Box::new(Moment { day: day.into(), ..Moment::default() }));
        let changed = When { moment: moment("2019-03-11"), ..When::default() };
        let when = |day: &str| When { moment: moment(day), is_publication: true, line: None };
        assert!(changed.is_before(&when("2019-03-12")));
        assert!(!when("2019-03-10").is_before(&changed), "it may have been published long before");
    }
}
