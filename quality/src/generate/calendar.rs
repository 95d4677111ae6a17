//! When generated reports are published.

/// Reports of one day.
const REPORTS_A_DAY: u64 = 20_000;
const SECONDS_A_DAY: u64 = 86_400;
/// The day of the first report, in days behind the first of March of the year 0: 2024-01-01.
const FIRST_DAY: u64 = 739_191;
/// Days of 400 years, of four years, of a year (the Gregorian calendar repeats after 400 years).
const DAYS_OF_400_YEARS: u64 = 146_097;

/// The moment at which a report is published: in the order of numbers, evenly over the day.
pub fn published(report: u32) -> String {
    let second = u64::from(report) * SECONDS_A_DAY / REPORTS_A_DAY;
    let (year, month, day) = date(FIRST_DAY + second / SECONDS_A_DAY);
    let (hour, minute) = (second / 3600 % 24, second / 60 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}Z", second % 60)
}

/// The date of a day; years begin in March, so that the leap day is the last (after Hinnant, "chrono-compatible
/// low-level date algorithms").
fn date(days: u64) -> (u64, u64, u64) {
    let era = days / DAYS_OF_400_YEARS;
    let day_of_era = days % DAYS_OF_400_YEARS;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_published_in_the_order_of_their_numbers() {
        assert_eq!(published(0), "2024-01-01T00:00:00Z");
        assert_eq!(published(19_999), "2024-01-01T23:59:55Z");
        assert_eq!(published(59 * 20_000), "2024-02-29T00:00:00Z");
        assert_eq!(published(366 * 20_000), "2025-01-01T00:00:00Z");
    }
}
