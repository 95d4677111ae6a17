//! Times reckoned from another one: "last year", "Friday", "two weeks ago", "the third quarter", "next May".

use super::meaning::{Found, Meaning, Step, Unit, Year};
use super::names::{is_month_here, is_title_weekday};
use super::words::{month, season, unit, weekday};
use super::years::{year_behind, year_number};
use crate::annotate::lexer::{TokenKind, Tokens};
use crate::annotate::numbers::ordinal;

/// "last", "this", "next" and their kin.
pub(super) fn step_of(word: &str) -> Option<Step> {
    Some(match word {
        "last" | "past" => Step::Last,
        "this" | "current" => Step::This,
        "next" | "coming" | "upcoming" => Step::Next,
        _ => return None,
    })
}

/// A relative time that begins here.
pub(super) fn relative(tokens: &Tokens, at: usize) -> Option<Found> {
    day_word(tokens, at)
        .or_else(|| from_words(tokens, at))
        .or_else(|| stepped(tokens, at))
        .or_else(|| part_of_year(tokens, at))
        .or_else(|| named_unit(tokens, at))
        .or_else(|| bare_name(tokens, at))
}

/// "today", "the day before yesterday".
fn day_word(tokens: &Tokens, at: usize) -> Option<Found> {
    let shift =
        |count: i32, words: usize| Found::plain(at, at + words, Meaning::Shift { unit: Unit::Day, count });
    let the = usize::from(tokens.lower(at) == "the");
    let hyphen = usize::from(tokens.is_hyphen(at + the + 1));
    if tokens.lower(at + the) == "year" && tokens.lower(at + the + 1 + hyphen) == "end" {
        return Some(Found::plain(at, at + the + 2 + hyphen, Meaning::YearEnd));
    }
    if tokens.reads(at + the, &["day", "before", "yesterday"]) {
        return Some(shift(-2, the + 3));
    }
    if tokens.reads(at + the, &["day", "after", "tomorrow"]) {
        return Some(shift(2, the + 3));
    }
    match tokens.lower(at) {
        "today" => Some(shift(0, 1)),
        "yesterday" => Some(shift(-1, 1)),
        "tomorrow" => Some(shift(1, 1)),
        _ => None,
    }
}

/// "that day", "the same month", "the following year", "the next day": reckoned from what other words tell.
fn from_words(tokens: &Tokens, at: usize) -> Option<Found> {
    let the = usize::from(matches!(tokens.lower(at), "the" | "that"));
    let count = match (tokens.lower(at), tokens.lower(at + the)) {
        ("that", "same") => 0,
        ("the", "same") => 0,
        ("the", "following" | "next" | "subsequent") => 1,
        ("the", "previous" | "preceding" | "prior") => -1,
        ("that", _) => {
            let (found, plural) = unit(tokens.lower(at + 1))?;
            let is_time = !plural
                && matches!(
                    found,
                    Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Night | Unit::Weekend
                );
            return is_time.then(|| Found::plain(at, at + 2, Meaning::FromWords { unit: found, count: 0 }));
        }
        _ => return None,
    };
    let word = tokens.lower(at + the + 1);
    let (found, plural) = unit(word).or((word == "morning").then_some((Unit::Day, false)))?;
    let is_day = matches!(found, Unit::Day | Unit::Night);
    // "the next week" and "the next year" look forward from the report, "the next day" from what was told.
    let from_report = tokens.lower(at + 1) == "next" && !is_day;
    let fits =
        !plural && !from_report && !matches!(found, Unit::Second | Unit::Minute | Unit::Hour | Unit::Season);
    fits.then(|| Found::plain(at, at + the + 2, Meaning::FromWords { unit: found, count }))
}

/// "last May", "this summer", "next Friday", "last year", "the current fiscal year", "this year's third quarter".
fn stepped(tokens: &Tokens, at: usize) -> Option<Found> {
    let lead = usize::from(matches!(tokens.lower(at), "the" | "its" | "their"));
    let first = at + lead;
    let mut step = step_of(tokens.lower(first))?;
    let mut name = first + 1;
    if step == Step::This && tokens.lower(first) == "this" {
        // "this past spring", "this coming Friday".
        if let Some(inner) = step_of(tokens.lower(name)).filter(|inner| *inner != Step::This) {
            step = inner;
            name += 1;
        }
    }
    let counted_from_report = lead == 0 || !matches!(tokens.lower(first), "past");
    name = past_fiscal(tokens, name);
    let token = tokens.get(name);
    let meaning = if let Some(weekday) =
        weekday(token.lower).filter(|_| token.capital && !token.lower.ends_with("ays"))
    {
        Meaning::Weekday { weekday, step, weeks: 0 }
    } else if let Some(month) = month(token.lower).filter(|_| token.capital) {
        Meaning::Month { month, year: None, step }
    } else if let Some(season) = season(token.lower) {
        Meaning::Season { season, year: None, step }
    } else {
        let (unit, plural) = unit(token.lower).filter(|_| counted_from_report)?;
        // The broadcast "This Week".
        if token.capital && matches!(tokens.before(at, 1).lower, "\"" | "\u{201c}" | "`") {
            return None;
        }
        if plural
            || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Season)
            || unit == Unit::Day && tokens.lower(first) != "this"
        {
            return None;
        }
        return Some(of_stepped_unit(tokens, at, name, unit, step));
    };
    Some(Found::plain(at, name + 1, meaning))
}

/// "fiscal", "calendar" and their kin before a year or quarter.
fn past_fiscal(tokens: &Tokens, at: usize) -> usize {
    let is_kind = matches!(
        tokens.lower(at),
        "fiscal" | "calendar" | "financial" | "academic" | "school" | "full" | "whole" | "entire"
    );
    if is_kind && unit(tokens.lower(at + 1)).is_some() { at + 1 } else { at }
}

/// "last year", or what is named behind "last year's".
fn of_stepped_unit(tokens: &Tokens, at: usize, name: usize, unit: Unit, step: Step) -> Found {
    let offset = step.offset();
    let whole = Found::plain(at, name + 1, Meaning::Shift { unit, count: offset.into() });
    if unit != Unit::Year || !matches!(tokens.lower(name + 1), "'s" | "\u{2019}s") {
        return whole;
    }
    let inner = name + 2;
    let year = Some(Year::Offset(offset));
    if let Some((n, unit, end)) = part_name(tokens, inner) {
        return Found::plain(at, end, Meaning::YearPart { unit, n, year, step: Step::Unstated });
    }
    match tokens.lower(inner) {
        "quarter" | "period" if offset < 0 => {
            Found::plain(at, inner + 1, Meaning::SpokenQuarter { years: -1 })
        }
        _ => whole,
    }
}

/// The number of a quarter or half of the year, its unit, and the token behind: "third quarter", "second half".
fn part_name(tokens: &Tokens, at: usize) -> Option<(u8, Unit, usize)> {
    let at = past_word(tokens, at, "fiscal");
    let (n, end) = match tokens.lower(at) {
        "last" | "latter" => (2, at + 1),
        _ => ordinal(tokens, at)?,
    };
    let end = past_word(tokens, tokens.past_hyphen(end), "fiscal");
    match tokens.lower(end) {
        "quarter" if (1..=4).contains(&n) && !matches!(tokens.lower(at), "last" | "latter") => {
            Some((n as u8, Unit::Quarter, end + 1))
        }
        "half" if (1..=2).contains(&n) => Some((n as u8, Unit::Year, end + 1)),
        _ => None,
    }
}

fn past_word(tokens: &Tokens, at: usize, word: &str) -> usize {
    if tokens.lower(at) == word { at + 1 } else { at }
}

/// "the third quarter of 1989", "third-quarter", "the 1988 third quarter", "the second half of last year".
fn part_of_year(tokens: &Tokens, at: usize) -> Option<Found> {
    let lead = usize::from(matches!(tokens.lower(at), "the" | "its" | "their" | "our"));
    let first = at + lead;
    let first = first + usize::from(matches!(tokens.lower(first), "comparable" | "corresponding"));
    if matches!(tokens.lower(first), "year") && tokens.is_hyphen(first + 1) {
        return year_ago_quarter(tokens, at, first);
    }
    if let Some((year, behind)) = year_number(tokens, first) {
        let (n, unit, end) = part_name(tokens, behind)?;
        return Some(Found::plain(
            at,
            end,
            Meaning::YearPart { unit, n, year: Some(Year::Number(year)), step: Step::Unstated },
        ));
    }
    let (n, unit, end) = part_name(tokens, first)?;
    // Halves of matches are more frequent than halves of years that are not named.
    let is_hyphenated = (first..end).any(|at| tokens.is_hyphen(at));
    let plays = unit == Unit::Year
        && tokens.lower(end) != "of"
        && !is_hyphenated
        && tokens.before(at, 1).lower != "for";
    if plays || is_match(tokens, end) {
        return None;
    }
    let (year, behind) = year_behind(tokens, end);
    let end = if year.is_some() { behind } else { end };
    // "the third-quarter loss": what stands before the noun leaves the article to it.
    let attributive = year.is_none()
        && (first..end).any(|at| tokens.is_hyphen(at))
        && tokens.get(end).kind == TokenKind::Word;
    let at = if attributive { first } else { at };
    if year.is_none() && unit == Unit::Year && tokens.lower(end) == "of" {
        return decade_part(tokens, at, end + 1);
    }
    Some(Found::plain(at, end, Meaning::YearPart { unit, n, year, step: Step::Unstated }))
}

/// Halves and quarters are of matches as well: "in the second half" beside goals is told by the words behind.
fn is_match(tokens: &Tokens, end: usize) -> bool {
    matches!(tokens.lower(end), "goal" | "goals" | "touchdown" | "time" | "final" | "finals" | "finalist")
        || tokens.lower(end) == "of" && matches!(tokens.lower(end + 1), "a" | "his" | "its")
        || tokens.lower(end) == "of"
            && tokens.lower(end + 1) == "the"
            && matches!(tokens.lower(end + 2), "match" | "game" | "season" | "film" | "book")
}

/// "the last half of the '80s": the decade is what is known.
fn decade_part(tokens: &Tokens, start: usize, at: usize) -> Option<Found> {
    let found = super::years::year(tokens, at)?;
    Some(Found { start, ..found })
}

/// "the year-ago quarter", "year-earlier period".
fn year_ago_quarter(tokens: &Tokens, start: usize, at: usize) -> Option<Found> {
    let is_before = matches!(tokens.lower(at + 2), "ago" | "earlier" | "before");
    if !is_before {
        return None;
    }
    let mut end = at + 3;
    if let Some((n, unit, behind)) = part_name(tokens, end) {
        return Some(Found::plain(
            start,
            behind,
            Meaning::YearPart { unit, n, year: Some(Year::Offset(-1)), step: Step::Unstated },
        ));
    }
    if matches!(tokens.lower(end), "quarter" | "period") {
        end += 1;
    }
    // Without a noun that is a time, "the" belongs to what is compared ("the year-earlier loss").
    let start = if end == at + 3 { at } else { start };
    Some(Found::plain(start, end, Meaning::SpokenQuarter { years: -1 }))
}

/// "the quarter", "the latest quarter", "the year", "the weekend", "the week of March 6".
fn named_unit(tokens: &Tokens, at: usize) -> Option<Found> {
    if !matches!(tokens.lower(at), "the" | "a") {
        return None;
    }
    let latest = usize::from(matches!(tokens.lower(at + 1), "latest" | "most"));
    let kind = past_fiscal(tokens, at + 1 + latest);
    if tokens.lower(kind) == "year" && matches!(tokens.lower(kind + 1), "ended" | "ending") {
        return Some(Found::plain(at, kind + 1, Meaning::Duration("P1Y".to_owned())));
    }
    let word = tokens.lower(kind);
    if tokens.lower(at) == "the" && word == "week" && tokens.lower(kind + 1) == "of" {
        let day = super::dates::date(tokens, kind + 2);
        if let Some(Found { end, meaning: Meaning::Day { month, day, year, .. }, .. }) = day {
            return Some(Found::plain(at, end, Meaning::WeekOf { month, day, year }));
        }
    }
    if tokens.lower(at) != "the" || tokens.get(kind + 1).lower == "'s" && word != "quarter" {
        return None;
    }
    let before = tokens.before(at, 1).lower;
    let meaning = match word {
        "quarter" | "period" if latest == 1 => Meaning::SpokenQuarter { years: 0 },
        "quarter" if !tokens.lower(kind + 1).starts_with("final") => Meaning::SpokenQuarter { years: 0 },
        "weekend" => Meaning::Shift { unit: Unit::Weekend, count: 0 },
        "year" | "month" | "week" | "decade" | "century"
            if !tokens.is_hyphen(kind + 1)
                && !matches!(
                    tokens.lower(kind + 1),
                    "before" | "after" | "of" | "that" | "to" | "when" | "'s" | "and"
                )
                && (latest == 0)
                && matches!(
                    before,
                    "of" | "in"
                        | "during"
                        | "for"
                        | "this"
                        | "throughout"
                        | "through"
                        | "later"
                        | "over"
                        | "to"
                        | "from"
                ) =>
        {
            Meaning::Shift { unit: unit(word)?.0, count: 0 }
        }
        _ => return None,
    };
    Some(Found::plain(at, kind + 1, meaning))
}

/// "Friday", "Sunday's", "summer": the name alone.
fn bare_name(tokens: &Tokens, at: usize) -> Option<Found> {
    let token = tokens.get(at);
    if let Some(weekday) = weekday(token.lower) {
        let plural = token.lower.ends_with("ays");
        let is_name = !token.capital || is_title_weekday(tokens, at);
        if is_name {
            return None;
        }
        if plural {
            return Some(Found::plain(at, at + 1, Meaning::Recurring(format!("XXXX-WXX-{weekday}"))));
        }
        let weeks = i16::from(tokens.reads(at + 1, &["week"]));
        return Some(Found::plain(at, at + 1, Meaning::Weekday { weekday, step: Step::Unstated, weeks }));
    }
    if month(token.lower).is_some() && token.capital && is_month_here(tokens, at) {
        return Some(Found::plain(
            at,
            at + 1,
            Meaning::Month { month: month(token.lower)?, year: None, step: Step::Unstated },
        ));
    }
    season_alone(tokens, at)
}

/// "the spring", "in winter", "summer 2014", "the winter of 1994": not the verb and not the well.
fn season_alone(tokens: &Tokens, at: usize) -> Option<Found> {
    let the = usize::from(tokens.lower(at) == "the");
    let name = at + the;
    let season = season(tokens.lower(name))?;
    let (year, behind) = year_behind(tokens, name + 1);
    if year.is_some() {
        return Some(Found::plain(at, behind, Meaning::Season { season, year, step: Step::Unstated }));
    }
    let before = tokens.before(at, 1).lower;
    let word = tokens.lower(name);
    let placed = matches!(
        before,
        "in" | "during"
            | "since"
            | "until"
            | "by"
            | "of"
            | "over"
            | "into"
            | "through"
            | "throughout"
            | "late"
            | "early"
            | "mid"
            | "-"
            | ""
    ) || matches!(before, "." | "\"");
    let is_part = tokens.get(name + 1).capital && tokens.get(name).capital || tokens.lower(name + 1) == "of";
    let certain = !matches!(word, "fall" | "spring")
        || the == 1 && matches!(before, "in" | "since" | "by" | "until" | "during" | "over" | "");
    let noun = the == 1 || matches!(before, "in" | "early" | "late" | "mid" | "-");
    (placed && !is_part && certain && noun && tokens.get(name).kind == TokenKind::Word)
        .then(|| Found::plain(at, name + 1, Meaning::Season { season, year: None, step: Step::Unstated }))
}
