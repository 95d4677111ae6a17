//! The date that the date line of a page gives.
//!
//! The layout knows which lines are date lines; here they are read. Only what is written counts: a line without a
//! year gives no date that could be set against others, and "3/4/2016" is no day, for it may be two.

use super::dates::Moment;
use crate::model::{ByteRange, FurnitureKind, Report};

/// Words of a line that says when a page was changed, not when it was published.
const CHANGES: [&str; 6] = ["changed", "edited", "last", "modified", "revised", "updated"];
/// Words of a line that says when it was published.
const PUBLICATIONS: [&str; 9] =
    ["created", "filed", "first", "issued", "originally", "posted", "published", "released", "uploaded"];
/// The first three letters of the months.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Hours from midnight to noon.
const HALF_DAY: u32 = 12;

/// What a date line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateLine {
    /// The line.
    pub range: ByteRange,
    /// The date on it.
    pub moment: Moment,
    /// Whether it is the date of publication, not of a change.
    pub is_publication: bool,
}

/// The date line of a report: one that says "published" before one that says nothing, and that before one that
/// says "updated". Nothing where lines of one rank disagree.
pub fn date_line(report: &Report) -> Option<DateLine> {
    let lines = report.layout.furniture.iter().filter(|line| line.kind == FurnitureKind::DateLine);
    let mut read: Vec<(u8, DateLine)> = lines.filter_map(|line| read(&report.text, line.range)).collect();
    let best = read.iter().map(|(rank, _)| *rank).min()?;
    read.retain(|(rank, _)| *rank == best);
    let agree = read.windows(2).all(|two| two[0].1.moment.day == two[1].1.moment.day);
    agree.then(|| read.swap_remove(0).1)
}

/// A date line and its rank, if it gives a year.
fn read(text: &str, range: ByteRange) -> Option<(u8, DateLine)> {
    let lower = range.of(text).to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || ",|()[]•·;–—".contains(c))
        .map(|word| word.trim_end_matches([':', '.']))
        .filter(|word| !word.is_empty())
        .collect();
    let says = |list: &[&str]| words.iter().any(|word| list.contains(word));
    // "First published Monday, last updated Tuesday" on one line is not taken apart.
    let (published, changed) = (says(&PUBLICATIONS), says(&CHANGES));
    if published && changed {
        return None;
    }
    let day = day(&words)?;
    let (time, zone) = time(&words);
    let rank = if published { 0 } else { 1 + u8::from(changed) };
    let moment = Moment { day, time, zone };
    Some((rank, DateLine { range, moment, is_publication: !changed }))
}

/// The day, month or year that some words give, in ISO 8601.
fn day(words: &[&str]) -> Option<String> {
    if let Some(day) = words.iter().find_map(|word| full_date(word)) {
        return Some(day);
    }
    let month = words.iter().find_map(|word| month(word))?;
    let year = words.iter().find(|word| is_year(word))?;
    let day = words.iter().find_map(|word| day_of_month(word));
    Some(match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    })
}

fn month(word: &str) -> Option<usize> {
    let is_word = word.chars().all(char::is_alphabetic);
    MONTHS.iter().position(|name| is_word && word.starts_with(name)).map(|at| at + 1)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && word.starts_with(['1', '2'])
}

fn day_of_month(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let rest = &word[digits.len()..];
    let day = (digits.len() <= 2 && ["", "st", "nd", "rd", "th"].contains(&rest))
        .then(|| digits.parse().ok())??;
    (1..=31).contains(&day).then_some(day)
}

/// Three numbers in a word, of which one is a year of four digits.
fn full_date(word: &str) -> Option<String> {
    let date = word.split('t').next().unwrap_or(word);
    let mark = ['.', '/', '-'].into_iter().find(|mark| date.split(*mark).count() == 3)?;
    let parts: Vec<&str> = date.split(mark).collect();
    let number = |at: usize| parts[at].parse::<u32>().ok();
    if is_year(parts[0]) {
        return iso(parts[0], number(1)?, number(2)?);
    }
    if !is_year(parts[2]) {
        return None;
    }
    let (first, second) = (number(0)?, number(1)?);
    // With full stops the day comes first everywhere; with other marks in one half of the world.
    if mark == '.' || first > 12 || first == second {
        iso(parts[2], second, first)
    } else if second > 12 {
        iso(parts[2], first, second)
    } else {
        Some(parts[2].to_owned())
    }
}

fn iso(year: &str, month: u32, day: u32) -> Option<String> {
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| format!("{year}-{month:02}-{day:02}"))
}

/// The time of day that some words give, and what stands behind it.
fn time(words: &[&str]) -> (String, String) {
    for (at, word) in words.iter().enumerate() {
        let word = match word.split_once('t') {
            Some((date, time)) if full_date(date).is_some() => time,
            _ if full_date(word).is_some() => continue,
            _ => word,
        };
        let Some((clock, rest)) = clock(word) else { continue };
        let behind: Vec<&str> = Some(rest)
            .filter(|rest| !rest.is_empty())
            .into_iter()
            .chain(words[at + 1..].iter().copied())
            .collect();
        let half = behind.first().map(|word| word.replace('.', ""));
        let (hour, is_half) = match half.as_deref() {
            Some("am") => (clock.0 % HALF_DAY, true),
            Some("pm") => (clock.0 % HALF_DAY + HALF_DAY, true),
            _ => (clock.0, false),
        };
        let zone = behind[usize::from(is_half)..].join(" ");
        return (format!("T{hour:02}:{}", clock.1), zone);
    }
    (String::new(), String::new())
}

/// "18:05", "18:05:10", "9.30pm": the hour, the minutes and seconds as they stand there, and the rest.
fn clock(word: &str) -> Option<((u32, String), &str)> {
    let hour_ends = word.find(|c: char| !c.is_ascii_digit()).filter(|at| (1..=2).contains(at))?;
    let hour = word[..hour_ends].parse().ok().filter(|hour| *hour < 24)?;
    let rest = word[hour_ends..].strip_prefix([':', '.'])?;
    let minutes_end = rest.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(rest.len());
    let minutes = &rest[..minutes_end];
    let is_clock = minutes.len() == 2 || minutes.len() == 5 && minutes.as_bytes()[2] == b':';
    is_clock.then(|| ((hour, minutes.to_owned()), &rest[minutes_end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(line: &str) -> Option<String> {
        let (_, line) = read(line, ByteRange::new(0, line.len()))?;
        let Moment { day, time, zone } = line.moment;
        Some(format!("{day}{time}{zone}{}", if line.is_publication { "" } else { " at the latest" }))
    }

    #[test]
    fn what_a_line_gives_and_no_more() {
        for (line, date) in [
            ("2016-03-14 09:12:44", "2016-03-14T09:12:44"),
            ("2016-03-14T09:12:44Z", "2016-03-14T09:12:44z"),
            ("14.03.2016", "2016-03-14"),
            ("3/14/2016", "2016-03-14"),
            ("3/4/2016", "2016"),
            ("Monday, March 14, 2016", "2016-03-14"),
            ("Mon 14 Mar 2016 09.12 GMT", "2016-03-14T09:12gmt"),
            ("Posted on March 14th, 2016", "2016-03-14"),
            ("Published: 14 Sept. 2016 | 9:12 pm", "2016-09-14T21:12"),
            ("March 2016", "2016-03"),
            ("Last updated: March 14, 2016 at 12:05 a.m. ET", "2016-03-14T00:05et at the latest"),
        ] {
            assert_eq!(reads(line).as_deref(), Some(date), "{line}");
        }
    }

    #[test]
    fn without_a_year_there_is_no_date() {
        for line in ["Monday, March 14", "18:05", "Updated 3 hours ago", "14/03/16"] {
            assert_eq!(reads(line), None, "{line}");
        }
    }
}
