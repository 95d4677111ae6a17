//! What one report says of its own date: metadata, date lines, and days that have been or are to come.

use super::days::Days;
use crate::model::{
    ByteRange, DateEvidence, DateHint, DateHintKind, Day, FurnitureKind, Report, ReportIdx, Span,
    TimeExpression, TimeKind,
};
use jiff::ToSpan as _;
use jiff::civil::date;
use std::collections::BTreeSet;

/// How long before or after its publication a report names a day without its year. A year on, readers would take it
/// for the other one.
const DAYS_WITHOUT_YEAR: i64 = 183;

/// A hint with all the days that it allows.
#[derive(Debug, Clone)]
pub(super) struct Clue {
    pub hint: DateHint,
    pub days: Days,
}

impl Clue {
    pub fn new(kind: DateHintKind, words: Vec<Span>, days: Days) -> Self {
        Clue { hint: DateHint { kind, words, earliest: days.first(), latest: days.last() }, days }
    }
}

/// The clues of one report. `times` are those of its text, reckoned without a date.
pub(super) fn clues_of(idx: ReportIdx, report: &Report, times: &[TimeExpression]) -> Vec<Clue> {
    let mut clues = metadata(report);
    let mut told_already = BTreeSet::new();
    for time in times {
        let in_date_line = is_in_date_line(report, time.span.range);
        // Of times that say the same the first stands for all.
        let is_new = told_already.insert((in_date_line, &time.value, time.weekday, time.is_ahead));
        if !is_new || told_already.len() > MOST_TIMES {
            continue;
        }
        let found = if in_date_line { on_date_line(time) } else { told(&report.text, time) };
        let Some((kind, days)) = found else {
            told_already.remove(&(in_date_line, &time.value, time.weekday, time.is_ahead));
            continue;
        };
        clues.push(Clue::new(kind, vec![Span { report: idx, range: time.span.range }], days));
    }
    clues
}

/// A report with more different times is a chronicle; those behind are left off, so that time stays linear.
const MOST_TIMES: usize = 200;

/// The day of a date as metadata give it, with or without a time; or the first and last of its month or year.
pub(super) fn span_of_evidence(evidence: &DateEvidence) -> Option<(Day, Day)> {
    span_of_value(evidence.value.split(['T', ' ']).next()?)
}

fn metadata(report: &Report) -> Vec<Clue> {
    let mut clues = Vec::new();
    if let Some((first, last)) = report.published.as_ref().and_then(span_of_evidence) {
        clues.push(Clue::new(DateHintKind::Published, Vec::new(), Days::between(Some(first), Some(last))));
    }
    let copied = report.captures.iter().filter_map(|capture| capture.captured.as_ref());
    for evidence in copied.chain(&report.modified) {
        if let Some((_, last)) = span_of_evidence(evidence) {
            clues.push(Clue::new(DateHintKind::Captured, Vec::new(), Days::between(None, Some(last))));
        }
    }
    clues
}

/// Whether words stand in a line that says when the page was published.
fn is_in_date_line(report: &Report, range: ByteRange) -> bool {
    let furniture = &report.layout.furniture;
    let behind = furniture.partition_point(|line| line.range.start <= range.start);
    let line = behind.checked_sub(1).map(|idx| furniture[idx]);
    line.is_some_and(|line| line.kind == FurnitureKind::DateLine && line.range.contains(range))
        || is_in_place_line(report, range)
}

/// How far into its first paragraph the place and day of a report may reach ("ASTANA, Kazakhstan, May 3 (Reuters) -").
const LONGEST_PLACE_LINE: u32 = 60;

/// Whether words stand before the dash that parts place and day from the first sentence.
fn is_in_place_line(report: &Report, range: ByteRange) -> bool {
    let Some(first) = report.layout.paragraphs.first() else { return false };
    if range.start < first.start || range.end > first.start + LONGEST_PLACE_LINE || range.end >= first.end {
        return false;
    }
    let text = &report.text;
    let before = &text[first.start as usize..range.start as usize];
    let place = before.split([',', ' ', '/', '(']).next().unwrap_or_default();
    let is_place = place.chars().count() > 2 && place.chars().all(|c| c.is_uppercase());
    let behind = text[range.end as usize..first.end as usize].chars().take(24).collect::<String>();
    let dash = behind.find(['\u{2014}', '\u{2013}', '-', '_']);
    is_place && dash.is_some_and(|dash| !behind[..dash].contains(". "))
}

/// A date line gives the day, or what is known of it.
fn on_date_line(time: &TimeExpression) -> Option<(DateHintKind, Days)> {
    let days = match span_of_value(date_part(time)?) {
        Some((first, last)) => Days::between(Some(first), Some(last)),
        None => recurring(date_part(time)?, time.weekday, 0, 0)?,
    };
    Some((DateHintKind::DateLine, days))
}

/// What a time in the text says: it has been, or it is to come, or its weekday falls in some years only.
fn told(text: &str, time: &TimeExpression) -> Option<(DateHintKind, Days)> {
    let value = date_part(time)?;
    let Some((first, last)) = span_of_value(value) else {
        time.weekday?;
        let (before, after) =
            if time.is_ahead == Some(true) { (DAYS_WITHOUT_YEAR, 0) } else { (0, DAYS_WITHOUT_YEAR) };
        return Some((DateHintKind::WeekdayAndDate, recurring(value, time.weekday, before, after)?));
    };
    match time.is_ahead {
        Some(true) => {
            is_announced(text, time).then(|| (DateHintKind::ToldFuture, Days::between(None, Some(last))))
        }
        // "the 2022 World Cup" may be named long before; "in 2016", told of the past, may not.
        _ => is_told(text, time).then(|| (DateHintKind::ToldPast, Days::between(Some(first), None))),
    }
}

fn is_announced(text: &str, time: &TimeExpression) -> bool {
    let word = word_before(text, time.span.range);
    matches!(word, "on" | "in" | "by" | "until" | "for" | "from")
}

fn is_told(text: &str, time: &TimeExpression) -> bool {
    let is_day = date_part(time).is_some_and(|value| value.len() == 10);
    is_day
        || matches!(
            word_before(text, time.span.range),
            "in" | "In"
                | "since"
                | "Since"
                | "from"
                | "between"
                | "after"
                | "After"
                | "until"
                | "during"
                | "During"
        )
}

/// The word that stands right before a range, without a blank.
fn word_before(text: &str, range: ByteRange) -> &str {
    let before = text[..range.start as usize].trim_end();
    let start = before
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    &before[start..]
}

/// The part of a value that is a date, without an hour.
fn date_part(time: &TimeExpression) -> Option<&str> {
    let is_date = matches!(time.kind, TimeKind::Date | TimeKind::Time);
    is_date.then(|| time.value.split('T').next()).flatten()
}

/// The first and last day of `2018-05-21`, `2018-05`, `2018`.
fn span_of_value(value: &str) -> Option<(Day, Day)> {
    let number = |range: std::ops::Range<usize>| -> Option<i16> {
        let digits = value.get(range)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    match value.len() {
        4 => Some((Day::new(number(0..4)?, 1, 1).ok()?, Day::new(number(0..4)?, 12, 31).ok()?)),
        7 => {
            let first = Day::new(number(0..4)?, number(5..7)? as i8, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        10 => {
            let day = Day::new(number(0..4)?, number(5..7)? as i8, number(8..10)? as i8).ok()?;
            Some((day, day))
        }
        _ => None,
    }
}

/// All days that fit `XXXX-05-21` or `XXXX-WXX-1` with a weekday, and so many days before and after each of them.
fn recurring(value: &str, weekday: Option<u8>, before: i64, after: i64) -> Option<Days> {
    let month_day = value.strip_prefix("XXXX-").filter(|rest| rest.len() == 5 && !rest.contains('X'));
    let Some(month_day) = month_day else {
        let weekday = weekday.filter(|_| value.starts_with("XXXX-WXX-") && before == 0 && after == 0)?;
        return Some(all_weekdays(weekday));
    };
    let (month, day) = (month_day.get(..2)?.parse().ok()?, month_day.get(3..)?.parse().ok()?);
    let mut days = Days::none();
    for year in 1900..=2099 {
        let Ok(found) = Day::new(year, month, day) else { continue };
        if weekday.is_none_or(|weekday| found.weekday().to_monday_one_offset() == weekday as i8) {
            days.add(&Days::between(
                found.checked_sub(before.days()).ok(),
                found.checked_add(after.days()).ok(),
            ));
        }
    }
    Some(days)
}

fn all_weekdays(weekday: u8) -> Days {
    let mut days = Days::none();
    let mut day = date(1900, 1, i8::try_from(weekday.clamp(1, 7)).unwrap_or(1)); // 1 January 1900 was a Monday.
    while day.year() < 2100 {
        days.add(&Days::between(Some(day), Some(day)));
        let Ok(next) = day.checked_add(7.days()) else { break };
        day = next;
    }
    days
}
