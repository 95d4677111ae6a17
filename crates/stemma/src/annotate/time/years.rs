//! Years, decades and centuries.

use super::meaning::{Found, Meaning, Step, Year};
use super::relative::step_of;
use crate::annotate::lexer::{Token, TokenKind, Tokens};
use crate::annotate::numbers::{ordinal, small};

/// A year, decade or century that begins here.
pub(super) fn year(tokens: &Tokens, at: usize) -> Option<Found> {
    let start = at;
    let at = if tokens.lower(at) == "the" { at + 1 } else { at };
    let found = decade(tokens, start, at).or_else(|| century(tokens, start, at));
    if found.is_some() || at > start && tokens.lower(at) != "year" {
        return found.or_else(|| dated_noun(tokens, start, at));
    }
    let named = if matches!(tokens.lower(at), "year" | "fiscal" | "calendar") { at + 1 } else { at };
    if named > at {
        let (year, end) = year_number(tokens, named)?;
        return Some(Found::plain(start, end, Meaning::Year(Year::Number(year))));
    }
    let (year, end) = year_number(tokens, at)?;
    (!is_count(tokens, at, end)).then(|| Found::plain(start, end, Meaning::Year(Year::Number(year))))
}

/// "the 1988 period", "the 2015 season": a year with "the" and a word for a stretch of time.
fn dated_noun(tokens: &Tokens, start: usize, at: usize) -> Option<Found> {
    let (year, end) = year_number(tokens, at)?;
    let meaning = match tokens.lower(end) {
        "season" | "year" => Meaning::Year(Year::Number(year)),
        "period" | "quarter" => Meaning::SpokenQuarterOf(year),
        _ => return None,
    };
    Some(Found::plain(start, end + 1, meaning))
}

/// A year behind the name of a month or day: "2018", ", 2018", "of 2018", "'98", "of last year".
pub(super) fn year_behind(tokens: &Tokens, at: usize) -> (Option<Year>, usize) {
    let behind = if matches!(tokens.lower(at), "," | "of" | "in") { at + 1 } else { at };
    if let Some((year, end)) = short_year(tokens, behind).or_else(|| year_number(tokens, behind)) {
        let is_share =
            matches!(tokens.lower(end), "%" | ":" | "-") && tokens.get(end).glued && tokens.lower(end) != "-";
        let is_other = is_share || tokens.lower(at) == "," && is_count(tokens, behind, end);
        if !is_other {
            return (Some(Year::Number(year)), end);
        }
    }
    let named = if tokens.lower(at) == "of" { at + 1 } else { at };
    let named = if tokens.lower(named) == "the" { named + 1 } else { named };
    match (step_of(tokens.lower(named)), tokens.lower(named + 1)) {
        (Some(step), "year") => (Some(Year::Offset(step.offset())), named + 2),
        _ => (None, at),
    }
}

/// A year in four figures, or as it is said: "nineteen ninety-six", "two thousand".
pub(super) fn year_number(tokens: &Tokens, at: usize) -> Option<(i16, usize)> {
    let token = tokens.get(at);
    if let Some(year) = four_digits(token) {
        let behind = tokens.get(at + 1);
        let goes_on = behind.glued && behind.kind != TokenKind::Mark && !behind.lower.ends_with('s');
        return (!goes_on).then_some((year, at + 1));
    }
    if tokens.reads(at, &["two", "thousand"]) && tokens.before(at, 1).lower == "year" {
        return Some((2000, at + 2));
    }
    let century = small(token.lower).filter(|value| (17..=20).contains(value))?;
    let tens = tokens.past_hyphen(at + 1);
    let value = small(tokens.lower(tens)).filter(|value| *value >= 10)?;
    let units = tokens.past_hyphen(tens + 1);
    let unit = small(tokens.lower(units)).filter(|unit| value >= 20 && (1..10).contains(unit));
    let end = if unit.is_some() { units + 1 } else { tens + 1 };
    Some(((century * 100 + value + unit.unwrap_or(0)) as i16, end))
}

/// Years of which news speaks, in four figures.
fn four_digits(token: Token) -> Option<i16> {
    let plain = token.kind == TokenKind::Number && token.lower.len() == 4;
    let year = if plain { token.lower.parse().ok()? } else { return None };
    (1400..2100).contains(&year).then_some(year)
}

/// "'98".
fn short_year(tokens: &Tokens, at: usize) -> Option<(i16, usize)> {
    let digits = tokens.get(at + 1);
    let marked = matches!(tokens.lower(at), "'" | "\u{2019}" | "\u{2018}") && digits.glued;
    let value: i16 =
        if marked && digits.lower.len() == 2 { digits.lower.parse().ok()? } else { return None };
    Some((if value < 50 { 2000 + value } else { 1900 + value }, at + 2))
}

/// "1990s", "'90s", "nineties".
fn decade(tokens: &Tokens, start: usize, at: usize) -> Option<Found> {
    let token = tokens.get(at);
    let plural = |at: usize| {
        tokens.lower(at) == "s" && tokens.get(at).glued || tokens.lower(at) == "'s" && tokens.get(at).glued
    };
    if let Some(year) = four_digits(token).filter(|year| year % 10 == 0 && plural(at + 1)) {
        return Some(Found::plain(start, at + 2, Meaning::Prefix((year / 10).to_string())));
    }
    let tens: u8 = if plural(at + 2) && short_year(tokens, at).is_some() {
        return tokens
            .lower(at + 1)
            .parse()
            .ok()
            .filter(|tens: &u8| tens.is_multiple_of(10))
            .map(|tens| Found::plain(start, at + 3, Meaning::ShortDecade(tens)));
    } else {
        match token.lower {
            "twenties" => 20,
            "thirties" => 30,
            "forties" => 40,
            "fifties" => 50,
            "sixties" => 60,
            "seventies" => 70,
            "eighties" => 80,
            "nineties" => 90,
            _ => return None,
        }
    };
    // "in his fifties" is an age.
    let is_age =
        matches!(tokens.before(start, 1).lower, "his" | "her" | "their" | "my" | "our" | "in") && start == at;
    (!is_age).then(|| Found::plain(start, at + 1, Meaning::ShortDecade(tens)))
}

/// "the 19th century".
fn century(tokens: &Tokens, start: usize, at: usize) -> Option<Found> {
    let (n, end) = ordinal(tokens, at)?;
    let unit = tokens.past_hyphen(end);
    (tokens.lower(unit) == "century" && (1..=30).contains(&n))
        .then(|| Found::plain(start, unit + 1, Meaning::Prefix(format!("{:02}", n - 1))))
}

/// Whether four figures that look like a year count something, or are part of another number.
fn is_count(tokens: &Tokens, at: usize, end: usize) -> bool {
    let before = tokens.before(at, 1);
    let behind = tokens.get(end);
    let marked = matches!(
        before.lower,
        "$" | "#"
            | "\u{a3}"
            | "\u{20ac}"
            | "no"
            | "number"
            | "route"
            | "highway"
            | "flight"
            | "room"
            | "article"
            | "resolution"
            | "page"
            | "boeing"
            | "channel"
    );
    let compared = matches!(
        before.lower,
        "than"
            | "least"
            | "nearly"
            | "almost"
            | "some"
            | "roughly"
            | "approximately"
            | "another"
            | "over"
            | "exactly"
            | "only"
    );
    let numbered = before.lower == "." && tokens.before(at, 2).lower == "no"
        || tokens.is_hyphen(at.saturating_sub(1)) && is_part_of_number(tokens, at.saturating_sub(2))
        || tokens.is_hyphen(end)
            && tokens.get(end + 1).kind == TokenKind::Number
            && tokens.lower(end + 1).len() == 1;
    let joined = before.glued && before.kind == TokenKind::Number
        || matches!(before.lower, "." | "," | "/" | ":") && before.glued && tokens.get(at).glued
        || behind.glued && matches!(behind.lower, "%" | ":" | "/") && tokens.get(end + 1).glued;
    marked || compared || numbered || joined || counts_noun(tokens, at, end)
}

/// Whether a number before a hyphen is no year itself ("555-1998").
fn is_part_of_number(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).kind == TokenKind::Number && year_number(tokens, at).is_none()
}

/// Whether what follows is counted: "2000 people", "1900 km". After "in" and its like a year stands before a
/// plural as well ("in 2015 rebels took ...").
fn counts_noun(tokens: &Tokens, at: usize, end: usize) -> bool {
    let behind = tokens.get(end);
    let before = tokens.before(at, 1).lower;
    let is_unit = matches!(
        behind.lower,
        "people" | "men" | "women" | "children" | "km" | "kilometers" | "kilometres" | "miles" | "meters" | "metres" | "feet"
            | "dollars" | "euros" | "pounds" | "tons" | "tonnes" | "percent" | "points" | "hectares" | "acres" | "gmt" | "utc"
            | "hours" | "yards" | "pesos" | "marks" | "francs" | "rubles" | "troops" | "soldiers" | "fighters" | "civilians"
            | "casualties" | "deaths" | "employees" | "workers" | "refugees" | "dead" | "wounded" | "injured" | "or" if behind.lower != "or"
    );
    let dates = matches!(
        before,
        "in" | "since"
            | "of"
            | "by"
            | "from"
            | "until"
            | "during"
            | "early"
            | "late"
            | "mid"
            | "the"
            | "fiscal"
            | "("
            | "and"
            | "to"
            | "-"
            | "'s"
            | "for"
    );
    is_unit
        && (!dates
            || matches!(
                behind.lower,
                "people"
                    | "km"
                    | "kilometers"
                    | "kilometres"
                    | "miles"
                    | "dollars"
                    | "gmt"
                    | "utc"
                    | "hours"
                    | "percent"
            ))
}

impl Step {
    /// How many years, months or weeks from that of the report.
    pub(super) fn offset(self) -> i16 {
        match self {
            Step::Last => -1,
            Step::Next => 1,
            _ => 0,
        }
    }
}
