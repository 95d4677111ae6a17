//! Which of two reports was published first, where dates say so.

use crate::model::Report;
use std::cmp::Ordering;

/// Characters of a day in ISO 8601 (`2019-03-11`).
const DAY: usize = 10;
/// Characters of a time of day to the second (`T16:20:00`).
const TIME: usize = 9;

/// The order in which two reports were published; nothing where a date is missing, or where both dates, as
/// precise as they are, say the same.
pub fn order_of_publication(a: &Report, b: &Report) -> Option<Ordering> {
    let (a, b) = (a.published.as_ref()?, b.published.as_ref()?);
    let order = compare(&a.value, &b.value);
    (order != Ordering::Equal).then_some(order)
}

/// Compares two dates as far as both go. Times of one day count only where they are of one zone.
fn compare(a: &str, b: &str) -> Ordering {
    let split = |value: &'_ str| -> (String, String, String) {
        let mut chars = value.chars();
        let day = chars.by_ref().take(DAY).collect();
        (day, chars.by_ref().take(TIME).collect(), chars.collect())
    };
    let ((day_a, time_a, zone_a), (day_b, time_b, zone_b)) = (split(a), split(b));
    let days = as_far_as_both_go(&day_a, &day_b);
    if days == Ordering::Equal && zone_a == zone_b { as_far_as_both_go(&time_a, &time_b) } else { days }
}

fn as_far_as_both_go(a: &str, b: &str) -> Ordering {
    let shorter = a.len().min(b.len());
    a.as_bytes()[..shorter].cmp(&b.as_bytes()[..shorter])
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
