//! Hours and parts of the day: "8:30 p.m. EST", "noon", "4 in the morning", "Friday night".

use super::meaning::{Clock, DayPart, Found, Meaning};
use super::words::{day_part, is_zone};
use crate::annotate::lexer::{TokenKind, Tokens};
use crate::annotate::numbers::small;

/// An hour that begins here: what it is and the token behind it.
pub(super) fn clock(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) = match tokens.lower(at) {
        "noon" => (Clock::At { hour: 12, minute: Some(0) }, at + 1),
        "midnight" => (Clock::At { hour: 24, minute: Some(0) }, at + 1),
        "midday" => (Clock::At { hour: 12, minute: Some(0) }, at + 1),
        _ => hour(tokens, at)?,
    };
    Some((clock, zone_end(tokens, end)))
}

/// A time of day that stands without a day: an hour, or "overnight", "midnight".
pub(super) fn time_of_day(tokens: &Tokens, at: usize) -> Option<Found> {
    let (clock, end) = clock(tokens, at)?;
    Some(Found { clock: Some(clock), ..Found::plain(at, end, Meaning::TimeOfDay) })
}

/// Figures or a word for the hour, with what makes it one: minutes, "p.m.", "o'clock", "GMT".
fn hour(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let token = tokens.get(at);
    let (hour, minute, end) = if token.kind == TokenKind::Number {
        figures(tokens, at)?
    } else {
        (small(token.lower)?, None, at + 1)
    };
    let minute_given = minute.is_some();
    let (hour, end) = match half_of_day(tokens, end) {
        Some((half, end)) => (by_24_hours(hour, half)?, end),
        None if minute_given && is_bare_clock(tokens, at, end) => (hour, end),
        None => return None,
    };
    let fits = hour <= 24 && minute.unwrap_or(0) < 60;
    fits.then_some((Clock::At { hour: hour as u8, minute: minute.map(|minute| minute as u8) }, end))
}

/// "10", "10:35", "10.35", "0735".
fn figures(tokens: &Tokens, at: usize) -> Option<(u64, Option<u64>, usize)> {
    let token = tokens.get(at);
    let two = |text: &str| if text.len() <= 2 { text.parse::<u64>().ok() } else { None };
    if let Some((hour, minute)) = token.lower.split_once('.') {
        let minute = if minute.len() == 2 { minute.parse().ok()? } else { return None };
        return Some((two(hour)?, Some(minute), at + 1));
    }
    if token.lower.len() == 4 && is_zone(tokens.lower(at + 1)) {
        return Some((token.lower[..2].parse().ok()?, Some(token.lower[2..].parse().ok()?), at + 1));
    }
    let hour = two(token.lower)?;
    let minutes = tokens.get(at + 2);
    let is_colon = tokens.lower(at + 1) == ":" && tokens.get(at + 1).glued && minutes.glued;
    if is_colon && minutes.lower.len() == 2 {
        let seconds = tokens.lower(at + 3) == ":" && tokens.get(at + 4).glued;
        return Some((hour, Some(minutes.lower.parse().ok()?), if seconds { at + 5 } else { at + 3 }));
    }
    Some((hour, None, at + 1))
}

/// The half of the day behind an hour.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    Morning,
    Evening,
    /// "o'clock" alone: either.
    Either,
}

fn half_of_day(tokens: &Tokens, at: usize) -> Option<(Half, usize)> {
    let with_stop = |end: usize| {
        let stop = tokens.get(end);
        let goes_on = !tokens.lower(end + 1).is_empty();
        if stop.lower == "." && stop.glued && goes_on { end + 1 } else { end }
    };
    match tokens.lower(at) {
        "am" | "a.m" => Some((Half::Morning, with_stop(at + 1))),
        "pm" | "p.m" => Some((Half::Evening, with_stop(at + 1))),
        "o'clock" | "o\u{2019}clock" => half_of_day(tokens, at + 1).or(Some((Half::Either, at + 1))),
        "in" if tokens.lower(at + 1) == "the" => match tokens.lower(at + 2) {
            "morning" => Some((Half::Morning, at + 3)),
            "afternoon" | "evening" => Some((Half::Evening, at + 3)),
            _ => None,
        },
        "at" if tokens.lower(at + 1) == "night" => Some((Half::Evening, at + 2)),
        _ => None,
    }
}

fn by_24_hours(hour: u64, half: Half) -> Option<u64> {
    match (hour, half) {
        (13..=24, Half::Either) => Some(hour),
        (0 | 13.., _) => None,
        (12, Half::Morning) => Some(0),
        (1..=11, Half::Evening) => Some(hour + 12),
        _ => Some(hour),
    }
}

/// Whether "10:35" by itself is an hour: a zone or a day stands behind it, or "at" before; scores and verses
/// are written alike.
fn is_bare_clock(tokens: &Tokens, at: usize, end: usize) -> bool {
    let before = tokens.before(at, 1).lower;
    is_zone(tokens.lower(end))
        || matches!(tokens.lower(end), "local" | "hours")
        || matches!(before, "at" | "until" | "by" | "around" | "since" | "from" | "till")
            && !tokens.get(at).lower.contains('.')
        || super::words::weekday(tokens.lower(end)).is_some()
}

/// Behind "EST", "GMT", "local time", "Eastern time".
fn zone_end(tokens: &Tokens, at: usize) -> usize {
    let open = if tokens.lower(at) == "(" { at + 1 } else { at };
    let token = tokens.get(open);
    if token.capital && is_zone(token.lower) && open == at {
        return at + 1;
    }
    let is_named = matches!(
        token.lower,
        "local" | "eastern" | "central" | "pacific" | "mountain" | "standard" | "moscow"
    );
    match (is_named, tokens.lower(at + 1), tokens.lower(at + 2)) {
        (true, "time", _) => at + 2,
        (true, "standard" | "daylight", "time") => at + 3,
        _ => at,
    }
}

/// A part of the day right behind a day: "Friday night", "tomorrow morning", "May 10 in the evening".
pub(super) fn part_behind(tokens: &Tokens, at: usize) -> Option<(Clock, usize)> {
    let adverb =
        usize::from(matches!(tokens.lower(at), "early" | "late") && day_part(tokens.lower(at + 1)).is_some());
    if let Some(part) = day_part(tokens.lower(at + adverb)) {
        return Some((Clock::Part(part), at + adverb + 1));
    }
    if matches!(tokens.lower(at), "mid") {
        let part = tokens.past_hyphen(at + 1);
        return day_part(tokens.lower(part)).map(|found| (Clock::Part(found), part + 1));
    }
    let behind = if tokens.lower(at) == "," { at + 1 } else { at };
    if tokens.lower(behind) == "at" {
        return clock(tokens, behind + 1);
    }
    clock(tokens, behind)
        .filter(|(clock, _)| matches!(clock, Clock::At { minute: Some(_), .. }) || behind == at)
}

/// The plural of a part of the day: "nights".
pub(super) fn every_part(tokens: &Tokens, at: usize) -> Option<Clock> {
    day_part(tokens.lower(at).strip_suffix('s')?).map(Clock::Part)
}

/// "4" stands for T04, "10:35" for T10:35, "night" for TNI.
pub(super) fn written(clock: Clock) -> String {
    match clock {
        Clock::Part(DayPart::Morning) => "TMO".to_owned(),
        Clock::Part(DayPart::Midday) => "TMI".to_owned(),
        Clock::Part(DayPart::Afternoon) => "TAF".to_owned(),
        Clock::Part(DayPart::Evening) => "TEV".to_owned(),
        Clock::Part(DayPart::Night) => "TNI".to_owned(),
        Clock::At { hour, minute } => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
    }
}
