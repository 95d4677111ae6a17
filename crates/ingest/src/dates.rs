//! Is this a date that a machine can order, or words that only look like one?

/// A date or a date with a time as ISO 8601 has it, as precise as it was given, or nothing.
///
/// Known are `2018`, `2018-05`, `2018-05-21` and, behind a whole date, `T10:15`, seconds, fractions and an
/// offset. A blank instead of the `T`, as many programs write it, becomes one, and a blank before the offset
/// goes. Forms that leave out the
/// hyphens are not taken, for they cannot be told from other numbers.
pub fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else {
        return is_date(text).then(|| text.to_owned());
    };
    let time = time.replacen(" +", "+", 1).replacen(" -", "-", 1);
    let whole = date.len() == "2018-05-21".len() && is_date(date);
    (whole && is_time(&time)).then(|| format!("{date}T{}", time.to_ascii_uppercase()))
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| number(part, 4));
    let month = parts.next().map(|part| number(part, 2));
    let day = parts.next().map(|part| number(part, 2));
    if parts.next().is_some() {
        return false;
    }
    match (year, month, day) {
        (Some(year), None, None) => year > 0,
        (Some(year), Some(Some(month)), None) => year > 0 && (1..=12).contains(&month),
        (Some(year), Some(Some(month)), Some(Some(day))) => {
            year > 0 && day > 0 && day <= days_of(year, month)
        }
        _ => false,
    }
}

/// Days of a month; none where there is no such month.
fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

fn is_time(text: &str) -> bool {
    let (clock, offset) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let (clock, fraction) = match clock.split_once(['.', ',']) {
        Some((clock, fraction)) => (clock, Some(fraction)),
        None => (clock, None),
    };
    let fraction_fits = fraction.is_none_or(|digits| clock.len() == "10:15:00".len() && is_number(digits));
    fraction_fits && is_clock(clock) && is_offset(offset)
}

fn is_clock(text: &str) -> bool {
    let parts: Vec<Option<u32>> = text.split(':').map(|part| number(part, 2)).collect();
    match parts[..] {
        [Some(hour), Some(minute)] => hour < 24 && minute < 60,
        // A leap second is the sixty-first.
        [Some(hour), Some(minute), Some(second)] => hour < 24 && minute < 60 && second <= 60,
        _ => false,
    }
}

fn is_offset(text: &str) -> bool {
    let Some(clock) = text.strip_prefix(['+', '-']) else {
        return matches!(text, "" | "Z" | "z");
    };
    match clock.len() {
        2 => number(clock, 2).is_some_and(|hour| hour < 24),
        4 => clock.is_ascii() && is_clock(&format!("{}:{}", &clock[..2], &clock[2..])),
        _ => clock.len() == "02:00".len() && is_clock(clock),
    }
}

fn number(text: &str, digits: usize) -> Option<u32> {
    (text.len() == digits && is_number(text)).then(|| text.parse().ok()).flatten()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_kept_as_precise_as_they_are() {
        for date in [
            "2018",
            "2018-05",
            "2018-05-21",
            "2018-05-21T10:15",
            "2018-05-21T10:15:00",
            "2018-05-21T10:15:00.25Z",
            "2018-05-21T10:15:00+02:00",
            "2018-05-21T10:15-0330",
            "2018-05-21T10:15+02",
            "2020-02-29",
            "2016-12-31T23:59:60Z",
        ] {
            assert_eq!(iso(date).as_deref(), Some(date));
        }
        assert_eq!(iso(" 2018-05-21 10:15:00 ").as_deref(), Some("2018-05-21T10:15:00"));
        assert_eq!(iso("2018-05-21 10:15:00 -0600").as_deref(), Some("2018-05-21T10:15:00-0600"));
        assert_eq!(iso("2018-05-21t10:15z").as_deref(), Some("2018-05-21T10:15Z"));
    }

    #[test]
    fn what_no_calendar_has_is_no_date() {
        for text in [
            "",
            "soon",
            "None",
            "21 May 2018",
            "05/21/2018",
            "20180521",
            "1526896500",
            "2018-5-21",
            "2018-13",
            "2018-00-10",
            "2018-02-29",
            "1900-02-29",
            "2018-05-32",
            "2018-05-21-01",
            "2018-05T10:15",
            "2018-05-21T",
            "2018-05-21T24:00",
            "2018-05-21T10:60",
            "2018-05-21T10",
            "2018-05-21T10:15:00.",
            "2018-05-21T10:15.5",
            "2018-05-21T10:15+2",
            "2018-05-21T10:15 UTC",
            "2018-05-21T10:15Z tomorrow",
            "٢٠١٨-٠٥-٢١",
            "2018-05-21T10:15+é",
            "2018-05-21T10:15+éé",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
