//! How often: "daily", "every two weeks", "each July", "twice a week", "$1 billion a year".

use super::meaning::{Clock, Found, Meaning, Season, Unit};
use super::words::{day_part, month, season, unit, weekday};
use crate::annotate::lexer::{TokenKind, Tokens};
use crate::annotate::numbers::number;

/// A set of times that begins here.
pub(super) fn set(tokens: &Tokens, at: usize) -> Option<Found> {
    adverb(tokens, at).or_else(|| each(tokens, at)).or_else(|| rate(tokens, at))
}

/// "daily", "annually".
fn adverb(tokens: &Tokens, at: usize) -> Option<Found> {
    let value = match tokens.lower(at) {
        "hourly" => "PT1H",
        "daily" | "nightly" => "P1D",
        "weekly" => "P1W",
        "fortnightly" => "P2W",
        "monthly" => "P1M",
        "annually" | "yearly" => "P1Y",
        "weekdays" => "XXXX-WXX",
        "weekends" => "XXXX-WXX-WE",
        _ => return None,
    };
    // "the Daily Star" is a newspaper.
    let is_name = tokens.get(at).capital && at > 0 && tokens.get(at + 1).capital;
    (!is_name).then(|| Found::plain(at, at + 1, Meaning::Set(value.to_owned())))
}

/// "every day", "each July", "every other week", "every two weeks", "every Monday morning".
fn each(tokens: &Tokens, at: usize) -> Option<Found> {
    if !matches!(tokens.lower(at), "every" | "each") {
        return None;
    }
    let mut name = at + 1;
    let mut count = 1;
    if tokens.lower(name) == "other" {
        (name, count) = (name + 1, 2);
    } else if let Some((found, end)) = number(tokens, name) {
        (name, count) = (end, found.whole()?);
    }
    let token = tokens.get(name);
    if let Some(value) = recurring(token.lower).filter(|_| token.capital || season(token.lower).is_some()) {
        let part = day_part(tokens.lower(name + 1)).map(Clock::Part);
        let end = name + 1 + usize::from(part.is_some());
        return Some(Found { clock: part, ..Found::plain(at, end, Meaning::Recurring(value)) });
    }
    if let Some(part) = day_part(token.lower) {
        let clock = Some(Clock::Part(part));
        return Some(Found {
            clock,
            ..Found::plain(at, name + 1, Meaning::Recurring("XXXX-XX-XX".to_owned()))
        });
    }
    let (unit, plural) = unit(token.lower)?;
    let fits = unit != Unit::Second && plural == (count > 1 && tokens.lower(at + 1) != "other");
    fits.then(|| Found::plain(at, name + 1, Meaning::Set(value(count, unit))))
}

/// The value of all weekdays, months or seasons of a name.
fn recurring(word: &str) -> Option<String> {
    let season_letters = season(word).map(|season| match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    });
    weekday(word)
        .map(|day| format!("XXXX-WXX-{day}"))
        .or_else(|| month(word).map(|month| format!("XXXX-{month:02}")))
        .or_else(|| season_letters.map(|letters| format!("XXXX-{letters}")))
}

/// "a year", "a day", "per week" behind what happens so often or costs so much.
fn rate(tokens: &Tokens, at: usize) -> Option<Found> {
    let is_per = tokens.lower(at) == "per";
    if !matches!(tokens.lower(at), "a" | "an" | "per") {
        return None;
    }
    let (unit, plural) = unit(tokens.lower(at + 1))?;
    let fits =
        !plural && !matches!(unit, Unit::Second | Unit::Quarter | Unit::Season | Unit::Night | Unit::Weekend);
    let ends = !matches!(
        tokens.lower(at + 2),
        "ago" | "earlier" | "later" | "before" | "after" | "and" | "or" | "old" | "of"
    ) && !tokens.is_hyphen(at + 2);
    (fits && ends && (is_per || is_rated(tokens, at)))
        .then(|| Found::plain(at, at + 2, Meaning::Set(value(1, unit))))
}

/// Whether what stands before is a number of times, an amount, or counted things: "twice", "$5", "24 hours",
/// "50,000 units".
fn is_rated(tokens: &Tokens, at: usize) -> bool {
    let before = tokens.before(at, 1);
    let two = tokens.before(at, 2);
    let is_amount = |lower: &str| {
        matches!(
            lower,
            "million"
                | "billion"
                | "trillion"
                | "thousand"
                | "hundred"
                | "%"
                | "percent"
                | "cents"
                | "dollars"
                | "euros"
                | "pounds"
                | "times"
                | "hours"
                | "days"
                | "minutes"
                | "barrels"
                | "tons"
                | "tonnes"
                | "units"
        )
    };
    match before.lower {
        "once" | "twice" | "thrice" => true,
        lower if is_amount(lower) => true,
        _ if before.kind == TokenKind::Number => {
            two.lower == "$" || two.lower == "\u{a3}" || two.lower == "\u{20ac}"
        }
        lower => {
            let counted = number(tokens, at.saturating_sub(2)).is_some_and(|(_, end)| end + 1 == at)
                || is_amount(two.lower)
                || matches!(two.lower, "of");
            let is_plural = lower.len() > 3 && lower.ends_with('s') && before.kind == TokenKind::Word;
            is_plural && counted
        }
    }
}

/// A period as TIMEX3 writes it.
fn value(count: u64, unit: Unit) -> String {
    let (letter, timed) = match unit {
        Unit::Decade => return format!("P{}Y", count.saturating_mul(10)),
        Unit::Century => return format!("P{}Y", count.saturating_mul(100)),
        unit => unit.letter(),
    };
    let count = if unit == Unit::Fortnight { count.saturating_mul(2) } else { count };
    format!("P{}{count}{letter}", if timed { "T" } else { "" })
}
