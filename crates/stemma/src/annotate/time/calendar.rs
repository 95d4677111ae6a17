//! Reckoning with days: weeks, months, years and feasts round a date.

use super::meaning::{Feast, Season, Step};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

/// So many days later; the same day where the calendar ends.
pub(super) fn plus_days(date: Date, days: i64) -> Date {
    let days = days.clamp(-4_000_000, 4_000_000);
    date.checked_add(days.days()).unwrap_or(date)
}

/// So many months later, in the form `YYYY-MM`, as year and month.
pub(super) fn plus_months(date: Date, months: i32) -> (i16, u8) {
    let count = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + months;
    (count.div_euclid(12).clamp(0, 9999) as i16, count.rem_euclid(12) as u8 + 1)
}

/// The week of a date as TIMEX3 writes it.
pub(super) fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The day of a weekday (1 for Monday): the nearest before, after, or on the date.
pub(super) fn weekday_near(date: Date, weekday: u8, step: Step, is_future: bool) -> Date {
    let today = i64::from(date.weekday().to_monday_one_offset());
    let ahead = (i64::from(weekday) - today).rem_euclid(7);
    let behind = ahead - 7;
    let days = match step {
        Step::Last => behind,
        Step::Next => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        _ if ahead == 0 => 0,
        _ if is_future => ahead,
        Step::This => i64::from(weekday) - today,
        _ => behind,
    };
    plus_days(date, days)
}

/// Months in which a season begins, on the northern half of the earth, where a year's winter is its last.
pub(super) fn first_month(season: Season) -> u8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// The day of a feast in a year; nothing where it is a week.
pub(super) fn feast_day(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month as i8, day as i8).ok(),
        Feast::Nth(month, weekday, nth) => {
            let weekday = Weekday::from_monday_one_offset(weekday as i8).ok()?;
            let nth = if nth == 0 { -1 } else { nth as i8 };
            Date::new(year, month as i8, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
        }
        Feast::Easter(days) => Some(plus_days(easter(year)?, i64::from(days))),
        Feast::EasterWeek => easter(year),
    }
}

/// Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher; Nature 1876).
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (golden, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    Date::new(year, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn feasts_fall_on_their_days() {
        assert_eq!(easter(2018), Some(date(2018, 4, 1)));
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(easter(1998), Some(date(1998, 4, 12)));
        assert_eq!(feast_day(Feast::Nth(11, 4, 4), 1999), Some(date(1999, 11, 25)));
        assert_eq!(feast_day(Feast::Nth(5, 1, 0), 2018), Some(date(2018, 5, 28)));
    }

    #[test]
    fn weekdays_are_the_nearest_on_the_side_that_is_meant() {
        let monday = date(2018, 5, 21);
        assert_eq!(weekday_near(monday, 5, Step::Unstated, false), date(2018, 5, 18));
        assert_eq!(weekday_near(monday, 5, Step::Unstated, true), date(2018, 5, 25));
        assert_eq!(weekday_near(monday, 1, Step::Unstated, false), monday);
        assert_eq!(weekday_near(monday, 1, Step::Last, false), date(2018, 5, 14));
        assert_eq!(weekday_near(monday, 1, Step::Next, false), date(2018, 5, 28));
    }

    #[test]
    fn months_run_over_the_year() {
        assert_eq!(plus_months(date(2018, 1, 31), -1), (2017, 12));
        assert_eq!(plus_months(date(2018, 12, 1), 1), (2019, 1));
    }
}
