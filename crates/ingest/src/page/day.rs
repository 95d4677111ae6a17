//! Days as people and programs write them ("Dec. 9, 2025", "9th of December 2025", "23.07.2025").
//!
//! A day is taken only where it can mean one thing: "07/05/2024" is the seventh of May or the fifth of July, and is none.
//! Weekdays, hours and zones around a day are left.

use crate::dates;
use std::ops::Range;

/// The names of the months from January on, in English, German, Dutch, French, Spanish, Italian and Portuguese.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "januar", "januari", "enero", "gennaio", "janeiro"],
    &["february", "feb", "février", "februar", "februari", "febrero", "febbraio", "fevereiro"],
    &["march", "mar", "mars", "märz", "maart", "marzo", "março"],
    &["april", "apr", "avril", "abril", "aprile"],
    &["may", "mai", "mei", "mayo", "maggio", "maio"],
    &["june", "jun", "juin", "juni", "junio", "giugno", "junho"],
    &["july", "jul", "juillet", "juli", "julio", "luglio", "julho"],
    &["august", "aug", "août", "augustus", "agosto"],
    &["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oct", "octobre", "oktober", "okt", "octubre", "ottobre", "outubro"],
    &["november", "nov", "novembre", "noviembre", "novembro"],
    &["december", "dec", "décembre", "dezember", "dez", "diciembre", "dicembre", "dezembro"],
];

/// Words that may stand between a day, its month and its year.
const JOINTS: &[&str] = &["of", "de", "del", "st", "nd", "rd", "th"];

/// Four figures in this range are a year that a page may have been published in; older ones stand in chronicles.
const YEARS: Range<u32> = 1900..2100;

/// A date as metadata give it: ISO 8601 as precise as it is, else the one day that the words name.
pub fn of_field(text: &str) -> Option<String> {
    dates::iso(text).or_else(|| compact(text)).or_else(|| {
        let days = days(text);
        let first = days.first()?.1.clone();
        days.iter().all(|(_, day)| *day == first).then_some(first)
    })
}

/// `20180521`, alone or before a time, and `20180521101500`.
fn compact(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[digits..];
    let is_stamp = digits == 8 && (behind.is_empty() || behind.starts_with(['T', 't', ' ']));
    let is_long_stamp = digits == 14 && behind.is_empty();
    (is_stamp || is_long_stamp)
        .then(|| iso_day(number(&text[..4])?, number(&text[4..6])?, number(&text[6..8])?))
        .flatten()
}

/// The days that a text names, each with its place.
pub fn days(text: &str) -> Vec<(Range<usize>, String)> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match day_at(text, &words[at..]) {
            Some((used, day)) => {
                found.push((words[at].start..words[at + used - 1].end, day));
                at += used;
            }
            None => at += 1,
        }
    }
    found
}

/// Runs of letters or of digits.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let kind = (c.is_ascii_digit(), c.is_alphabetic());
        if kind != (false, false) {
            match words.last_mut() {
                Some(word) if last == Some(kind) && word.end == at => word.end = at + c.len_utf8(),
                _ => words.push(at..at + c.len_utf8()),
            }
        }
        last = Some(kind);
    }
    words
}

/// A day that the first of some words begin, and of how many words.
fn day_at(text: &str, words: &[Range<usize>]) -> Option<(usize, String)> {
    let first = &words[0];
    if text[..first.start].ends_with(|c: char| c.is_alphanumeric() || c == '$') {
        return None;
    }
    let marks = |a: &Range<usize>, b: &Range<usize>| text[a.end..b.start].trim();
    if let [a, b, c, ..] = words
        && marks(a, b) == marks(b, c)
        && matches!(marks(a, b), "-" | "/" | "." | "年" | "月")
        && !goes_on(&text[c.end..], marks(b, c))
        && let Some(day) = in_figures(&text[a.clone()], &text[b.clone()], &text[c.clone()], marks(a, b))
    {
        return Some((3, day));
    }
    // Day, month and year in the orders in which months have names, joints left out.
    let mut parts: Vec<(usize, &Range<usize>)> = Vec::with_capacity(3);
    for (idx, word) in words.iter().enumerate().take(MOST_PARTS) {
        if idx > 0 && !matches!(marks(&words[idx - 1], word), "" | "," | "." | ".,") {
            break;
        }
        if idx > 0 && JOINTS.contains(&text[word.clone()].to_lowercase().as_str()) {
            continue;
        }
        parts.push((idx, word));
        if parts.len() == 3 {
            break;
        }
    }
    let [(_, a), (_, b), (last, c)] = parts[..] else {
        return None;
    };
    let (a, b, c) = (&text[a.clone()], &text[b.clone()], &text[c.clone()]);
    let (day, month, in_year) = match (month(a), month(b)) {
        (Some(month), None) => (b, month, year(c)?),
        (None, Some(month)) if year(a).is_some() => (c, month, year(a)?),
        (None, Some(month)) => (a, month, year(c)?),
        _ => return None,
    };
    let day = iso_day(in_year, month, number(day).filter(|_| day.len() <= 2)?)?;
    Some((last + 1, day))
}

/// Words of a day with its joints ("9", "th", "of", "December", "2025").
const MOST_PARTS: usize = 5;

/// Whether a number follows behind a mark, as in an address of the net or a version.
fn goes_on(behind: &str, mark: &str) -> bool {
    behind.strip_prefix(mark).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// A day in figures; where day and month could change places it is none, unless they are the same.
fn in_figures(a: &str, b: &str, c: &str, mark: &str) -> Option<String> {
    let small = |text: &str| number(text).filter(|_| text.len() <= 2);
    if let Some(year) = year(a) {
        return iso_day(year, small(b)?, small(c)?);
    }
    let (year, a, b) = (year(c)?, small(a)?, small(b)?);
    if mark == "." || a > 12 || a == b {
        iso_day(year, b, a)
    } else if b > 12 {
        iso_day(year, a, b)
    } else {
        None
    }
}

fn year(text: &str) -> Option<u32> {
    number(text).filter(|year| text.len() == 4 && YEARS.contains(year))
}

fn month(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&lower.as_str())).map(|(month, _)| month)
}

fn number(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The day in ISO 8601, if the calendar has it.
fn iso_day(year: u32, month: u32, day: u32) -> Option<String> {
    dates::iso(&format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "Dec. 9, 2025",
            "December 9th, 2025",
            "9 December 2025",
            "9th of December, 2025",
            "9. Dezember 2025",
            "le 9 décembre 2025",
            "9 de diciembre de 2025",
            "2025-12-09",
            "2025/12/9",
            "2025 December 9",
            "09.12.2025",
            "Updated: Dec 09, 2025 at 3:00 pm",
            "Tue, 09 Dec 2025 10:15:00 GMT",
        ] {
            let found: Vec<String> = days(text).into_iter().map(|(_, day)| day).collect();
            assert_eq!(found, ["2025-12-09"], "{text}");
        }
        assert_eq!(of_field("Thu, 09/25/2025 - 11:38").as_deref(), Some("2025-09-25"));
        assert_eq!(of_field("20180521").as_deref(), Some("2018-05-21"));
        assert_eq!(of_field("20180521T101500Z").as_deref(), Some("2018-05-21"));
        assert_eq!(of_field("2018-05-21 10:15:00").as_deref(), Some("2018-05-21T10:15:00"));
    }

    #[test]
    fn what_can_mean_two_days_or_none_is_none() {
        for text in [
            "07/05/2024",
            "May 2024",
            "9 December",
            "31 February 2024",
            "Dec 9, 24",
            "version 2.12.2025.1 x 2.1",
            "May 5 and June 2024",
            "$12/15/20",
            "3-2-1",
            "1526896500",
        ] {
            assert_eq!(of_field(text), None, "{text}");
        }
        assert_eq!(of_field("9 May 2024, 10 May 2024"), None);
        assert_eq!(of_field("05/05/2024").as_deref(), Some("2024-05-05"));
    }

    #[test]
    fn each_day_of_a_line_has_its_place() {
        let text = "Published 1 May 2024 | Updated 3 May 2024";
        let found: Vec<(&str, String)> = days(text).into_iter().map(|(at, day)| (&text[at], day)).collect();
        assert_eq!(found, [("1 May 2024", "2024-05-01".to_owned()), ("3 May 2024", "2024-05-03".to_owned())]);
    }
}
