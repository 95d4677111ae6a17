//! Dates of the calendar: "May 10, 2018", "10 May", "2018-05-10", "October 1998", "the 1990s", "1989".

use super::meaning::{Found, Meaning, Step, Year};
use super::names::is_month_here;
use super::words::{month, short_month, short_weekday, weekday};
use super::years::{year, year_behind};
use crate::annotate::lexer::{Token, TokenKind, Tokens};
use crate::annotate::numbers::{figures, ordinal};

/// A date of the calendar that begins here, the longest reading.
pub(super) fn date(tokens: &Tokens, at: usize) -> Option<Found> {
    if tokens.get(at).kind == TokenKind::Number {
        return dotted(tokens, at)
            .or_else(|| numeric(tokens, at))
            .or_else(|| day_first(tokens, at, at, None))
            .or_else(|| year(tokens, at));
    }
    with_weekday(tokens, at)
        .or_else(|| month_first(tokens, at, at, None))
        .or_else(|| the_day(tokens, at))
        .or_else(|| year(tokens, at))
}

/// "Friday, Oct. 13", "Friday the 13th of October".
fn with_weekday(tokens: &Tokens, at: usize) -> Option<Found> {
    let token = tokens.get(at);
    if !token.capital {
        return None;
    }
    let day = weekday(token.lower).or_else(|| short_weekday(token.lower))?;
    let mut next = at + 1;
    while matches!(tokens.lower(next), "," | "." | "the" | "(") && next < at + 4 {
        next += 1;
    }
    month_first(tokens, at, next, Some(day))
        .filter(|found| matches!(found.meaning, Meaning::Day { .. }))
        .or_else(|| day_first(tokens, at, next, Some(day)))
}

/// The name of a month, in full or short, and the token behind it with its full stop.
fn month_name(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at);
    if let Some(found) = month(token.lower) {
        return token.capital.then_some((found, at + 1));
    }
    let found = short_month(token.lower).filter(|_| token.capital)?;
    let stop = tokens.get(at + 1);
    Some((found, if stop.lower == "." && stop.glued { at + 2 } else { at + 1 }))
}

/// "May 10", "May 10th, 2018", "May 2018", "May"; `start` is where the whole expression begins.
fn month_first(tokens: &Tokens, start: usize, at: usize, weekday: Option<u8>) -> Option<Found> {
    let (month, behind) = month_name(tokens, at)?;
    let is_short = super::words::month(tokens.lower(at)).is_none();
    let day_at = if tokens.lower(behind) == "the" { behind + 1 } else { behind };
    if let Some((day, end)) = day_of_month(tokens, day_at) {
        let (year, end) = year_behind(tokens, end);
        return Some(Found::plain(start, end, Meaning::Day { month, day, year, weekday }));
    }
    let (year, end) = year_behind(tokens, behind);
    if year.is_none() && (!is_month_here(tokens, at) || is_short && behind == at + 1) {
        return None;
    }
    Some(Found::plain(start, end, Meaning::Month { month, year, step: Step::Unstated }))
}

/// "10 May 2018", "10th of May".
fn day_first(tokens: &Tokens, start: usize, at: usize, weekday: Option<u8>) -> Option<Found> {
    let (day, behind) = day_of_month(tokens, at)?;
    let behind = if tokens.lower(behind) == "of" { behind + 1 } else { tokens.past_hyphen(behind) };
    let (month, behind) = month_name(tokens, behind)?;
    let (year, end) = year_behind(tokens, behind);
    // "in 11 May's rivals" is no date, and "20 May" is one only without a number behind it.
    let counts_on =
        tokens.get(behind).kind == TokenKind::Number && year.is_none() && tokens.lower(behind + 1) != ":";
    (!counts_on).then(|| Found::plain(start, end, Meaning::Day { month, day, year, weekday }))
}

/// "the 10th of May", "the 25th".
fn the_day(tokens: &Tokens, at: usize) -> Option<Found> {
    if tokens.lower(at) != "the" {
        return None;
    }
    if let Some(found) = day_first(tokens, at, at + 1, None) {
        return Some(found);
    }
    let (day, end) = ordinal(tokens, at + 1).filter(|(day, _)| (1..=31).contains(day))?;
    let before = tokens.before(at, 1).lower;
    let ends = !tokens.get(end).glued && tokens.get(end).kind != TokenKind::Number
        || matches!(tokens.lower(end), "." | "," | ";" | ")");
    let stands_alone = ends
        && tokens.get(at + 1).kind == TokenKind::Number
        && matches!(tokens.lower(end), "." | "," | ";" | ")" | "" | "and" | "at" | "when" | "to");
    (matches!(before, "on" | "until" | "by" | "since") && stands_alone)
        .then(|| Found::plain(at, end, Meaning::DayOfMonth(day as u8)))
}

/// The second day of "April 24 and 25", "May 3-5".
pub(super) fn next_day(tokens: &Tokens, found: &Found) -> Option<Found> {
    let Meaning::Day { month, day: first, year: None, .. } = found.meaning else { return None };
    if !matches!(tokens.lower(found.end), "and" | "to" | "through" | "-" | "\u{2013}" | "or")
        || found.clock.is_some()
    {
        return None;
    }
    let (day, end) = day_of_month(tokens, found.end + 1).filter(|(day, _)| *day > first)?;
    let (year, behind) = year_behind(tokens, end);
    let end = if year.is_some() { behind } else { end };
    // "on April 24 and 25 people died": what is counted stands right behind.
    let ends = tokens.get(end).kind == TokenKind::Mark
        || matches!(
            tokens.lower(end),
            "" | "in" | "at" | "by" | "for" | "with" | "when" | "to" | "and" | "as"
        );
    ends.then(|| Found::plain(found.end + 1, end, Meaning::Day { month, day, year, weekday: None }))
}

/// A day of a month in figures or as an ordinal.
fn day_of_month(tokens: &Tokens, at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at);
    let (day, end) = match ordinal(tokens, at) {
        Some((day, end)) => (day, end),
        None => (plain_number(token, 2)?, at + 1),
    };
    let is_clock = tokens.lower(end) == ":" && tokens.get(end).glued && tokens.get(end + 1).glued;
    let is_share = matches!(tokens.lower(end), "%" | "percent" | "pm" | "am" | "p.m" | "a.m");
    ((1..=31).contains(&day) && !is_clock && !is_share).then_some((day as u8, end))
}

/// A whole number without commas, of at most so many digits.
fn plain_number(token: Token, digits: usize) -> Option<u64> {
    let plain = token.kind == TokenKind::Number && token.lower.len() <= digits;
    let digits_only = token.lower.bytes().all(|byte| byte.is_ascii_digit());
    if plain && digits_only { figures(token.lower)?.whole() } else { None }
}

/// "2018-05-10", "10/23/98", "23.10.1998".
fn numeric(tokens: &Tokens, at: usize) -> Option<Found> {
    let part =
        |idx: usize| plain_number(tokens.get(at + idx), 4).filter(|_| idx == 0 || tokens.get(at + idx).glued);
    let mark = tokens.lower(at + 1);
    if !matches!(mark, "-" | "/" | ".") || tokens.lower(at + 3) != mark || !tokens.get(at + 1).glued {
        return None;
    }
    let (first, second, third) = (part(0)?, part(2)?, part(4)?);
    if tokens.get(at + 5).kind == TokenKind::Number && tokens.get(at + 5).glued {
        return None;
    }
    ordered(tokens.lower(at).len(), tokens.lower(at + 4).len(), (first, second, third))
        .map(|meaning| Found::plain(at, at + 5, meaning))
}

/// Three numbers as year, month and day, where their order is plain; of "5/6/2018" only the year is.
fn ordered(
    first_length: usize,
    last_length: usize,
    (first, second, third): (u64, u64, u64),
) -> Option<Meaning> {
    let day = |year: u64, month: u64, day: u64| {
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
        is_day.then_some(Meaning::Day {
            month: month as u8,
            day: day as u8,
            year: Some(Year::Number(year as i16)),
            weekday: None,
        })
    };
    if first_length == 4 {
        return (1000..2200).contains(&first).then(|| day(first, second, third)).flatten();
    }
    let year = match last_length {
        4 if (1000..2200).contains(&third) => third,
        2 if third < 50 => 2000 + third,
        2 => 1900 + third,
        _ => return None,
    };
    match (first, second) {
        (1..=12, 13..=31) => day(year, first, second),
        (13..=31, 1..=12) => day(year, second, first),
        (1..=12, _) if first == second => day(year, first, second),
        (1..=12, 1..=12) if last_length == 4 => Some(Meaning::Year(Year::Number(year as i16))),
        _ => None,
    }
}

/// "23.10.1998", which the lexer reads as "23.10" and a rest.
fn dotted(tokens: &Tokens, at: usize) -> Option<Found> {
    let (first, second) = tokens.lower(at).split_once('.')?;
    let rest = tokens.get(at + 2);
    if tokens.lower(at + 1) != "." || !tokens.get(at + 1).glued || !rest.glued || rest.lower.len() != 4 {
        return None;
    }
    let numbers = (first.parse().ok()?, second.parse().ok()?, plain_number(rest, 4)?);
    ordered(first.len(), 4, numbers).map(|meaning| Found::plain(at, at + 3, meaning))
}
