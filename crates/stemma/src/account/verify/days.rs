//! Which of two dates is the later day, as far as both go?

use crate::model::DateEvidence;
use std::collections::BTreeMap;

/// Characters of a day in ISO 8601 (`2019-03-11`).
const DAY: usize = 10;

/// Whether a date is a later day than another; false where one is not known, or ends before the two differ.
pub(super) fn is_later(date: Option<&DateEvidence>, other: Option<&DateEvidence>) -> bool {
    let (Some(date), Some(other)) = (date, other) else { return false };
    let (date, other) = (day(date), day(other));
    let shorter = date.clone().count().min(other.clone().count());
    date.take(shorter).gt(other.take(shorter))
}

/// Of dates as precise as each other the earliest: a date is later than one of the given ones exactly if it is later than
/// one of these.
pub(super) fn earliest_by_precision<'d>(
    dates: impl Iterator<Item = &'d DateEvidence>,
) -> Vec<&'d DateEvidence> {
    let mut earliest: BTreeMap<usize, &DateEvidence> = BTreeMap::new();
    for date in dates {
        let kept = earliest.entry(day(date).count()).or_insert(date);
        if day(date).lt(day(kept)) {
            *kept = date;
        }
    }
    earliest.into_values().collect()
}

fn day(date: &DateEvidence) -> impl Iterator<Item = char> + Clone + '_ {
    date.value.chars().take(DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_does_not_hide_a_day() {
        let dates = ["2031-05", "2031-05-07", "2031-05-03T10:00"]
            .map(|value| DateEvidence { value: value.to_owned(), method: String::new() });
        let earliest = earliest_by_precision(dates.iter());
        assert_eq!(earliest, [&dates[0], &dates[2]]);
    }

    #[test]
    fn a_day_is_compared_as_far_as_both_dates_go() {
        let date = |value: &str| DateEvidence { value: value.to_owned(), method: String::new() };
        let later = |a: &str, b: &str| is_later(Some(&date(a)), Some(&date(b)));
        assert!(later("2031-05-06", "2031-05-05T23:00:00Z"));
        assert!(!later("2031-05-05T23:00:00Z", "2031-05-05T01:00:00Z"));
        assert!(!later("2031-05", "2031-05-01"));
        assert!(!later("2031-05-06", ""));
        assert!(!is_later(Some(&date("2031-05-06")), None));
    }
}
