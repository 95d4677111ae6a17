//! When, how long, how often?
//!
//! In: the sentences of a text, and the date of the report where it is known. Out: time expressions, in the
//! order of the text, with their value as TIMEX3 writes it. Invariants: expressions do not overlap; a value
//! is reckoned from the date of the report or from words of the same sentence, never from another sentence;
//! what cannot be reckoned stays partial (`XXXX-05-10`, `XXXX-WXX-1`).
//!
//! Words are read by a lexer and rules written by hand, the longest reading first. No rule looks back over
//! words that it has read, so time is linear in the text.
//!
//! | module | question |
//! |---|---|
//! | `words`, `feasts`, `names` | which words belong to the calendar, and when are they names of something else? |
//! | `dates`, `years`, `clock` | which date or hour is written here? |
//! | `relative`, `references` | which time is meant, reckoned from another? |
//! | `durations`, `sets` | how long, how often? |
//! | `modifiers` | what narrows or widens it? |
//! | `tense` | does the clause speak of the past or the future? |
//! | `meaning`, `resolve`, `calendar` | what does it mean, and which value is that? |

mod calendar;
mod clock;
mod dates;
mod durations;
mod feasts;
mod meaning;
mod modifiers;
mod names;
mod references;
mod relative;
mod resolve;
mod sets;
mod tense;
mod words;
mod years;

#[cfg(test)]
mod tests;

use super::lexer::{TokenKind, Tokens};
use crate::model::Day;
use crate::model::{ByteRange, ReportIdx, Span, TimeExpression};
use clock::part_behind;
use meaning::{Found, Meaning};
use resolve::Context;
use tense::{SurfaceTense, Tense};

/// For how many sentences a report goes on speaking of a quarter that it has named.
const QUARTER_REACH: u32 = 1;

/// Finds the time expressions in the sentences of a report, which was published on `report_date`.
pub fn find_times(
    report: ReportIdx,
    text: &str,
    sentences: impl IntoIterator<Item = ByteRange>,
    report_date: Option<Day>,
) -> Vec<TimeExpression> {
    let lower = text.to_ascii_lowercase();
    let mut context = Context { report: report_date, ..Context::default() };
    let mut times = Vec::new();
    for sentence in sentences {
        let tokens = Tokens::read(text, &lower, sentence);
        context.named = None;
        context.silent_sentences += 1;
        if context.silent_sentences > QUARTER_REACH {
            context.quarter = None;
        }
        for found in read_sentence(&tokens) {
            times.push(express(&found, &tokens, report, &mut context));
        }
    }
    times
}

/// What was found, with its value; and what it leaves behind for the next one.
fn express(found: &Found, tokens: &Tokens, report: ReportIdx, context: &mut Context) -> TimeExpression {
    context.is_future = SurfaceTense.is_future(tokens, found.start, found.end);
    let (kind, value, anchor) = resolve::resolve(found, context);
    let range = tokens.range(found.start, found.end);
    let quarter = value.split_once("-Q").and_then(|(year, n)| Some((year.parse().ok()?, n.parse().ok()?)));
    if quarter.is_some() && !matches!(found.meaning, Meaning::SpokenQuarter { years: -1 }) {
        context.quarter = quarter;
        context.silent_sentences = 0;
    }
    if let Some(day) = value.get(..10).and_then(|day| day.parse().ok()) {
        context.named = Some(day);
    }
    TimeExpression {
        span: Span { report, range },
        kind,
        value,
        modifier: found.modifier,
        anchor,
        weekday: found.meaning.weekday(),
        is_ahead: context.is_future,
    }
}

/// The time expressions of one sentence, from left to right, the longest at each place.
fn read_sentence(tokens: &Tokens) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match may_begin(tokens, at).then(|| expression(tokens, at)).flatten() {
            Some(found) => {
                at = found.end.max(at + 1);
                let next_day = dates::next_day(tokens, &found);
                all.push(found);
                if let Some(next_day) = next_day {
                    at = next_day.end;
                    all.push(next_day);
                }
            }
            None => at += 1,
        }
    }
    all
}

/// Whether a look at the token is worth while.
fn may_begin(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.get(at);
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark => matches!(token.lower, "'" | "\u{2019}" | "\u{2018}"),
        TokenKind::Word => words::may_begin(token.lower),
    }
}

/// The time expression that begins at a token, with its modifiers and the hour beside it.
fn expression(tokens: &Tokens, at: usize) -> Option<Found> {
    let plain = core(tokens, at);
    let modified = modifiers::modified(tokens, at, |at| core(tokens, at));
    let found = longer(modified, plain)?;
    Some(modifiers::with_suffix(tokens, found))
}

/// The longest reading that begins here, without modifiers, with the part of the day behind a day or the day
/// behind an hour.
fn core(tokens: &Tokens, at: usize) -> Option<Found> {
    let readings = [
        dates::date(tokens, at),
        relative::relative(tokens, at),
        feasts::feast(tokens, at),
        sets::set(tokens, at),
        durations::duration(tokens, at),
        references::reference(tokens, at),
        part_of_today(tokens, at),
    ];
    let day = readings.into_iter().fold(None, longer).map(|found| with_hour(tokens, found));
    longer(day, with_day(tokens, at))
}

fn longer(one: Option<Found>, other: Option<Found>) -> Option<Found> {
    match (one, other) {
        (Some(one), Some(other)) if other.end > one.end => Some(other),
        (Some(one), _) => Some(one),
        (None, other) => other,
    }
}

/// "this morning", "tonight", "last night".
fn part_of_today(tokens: &Tokens, at: usize) -> Option<Found> {
    use meaning::{Clock, DayPart, Unit};
    let (count, part, end) = match (tokens.lower(at), tokens.lower(at + 1)) {
        ("tonight", _) => (0, DayPart::Night, at + 1),
        ("overnight", _) => (0, DayPart::Night, at + 1),
        ("last", "night") => (-1, DayPart::Night, at + 2),
        ("last", "evening") => (-1, DayPart::Evening, at + 2),
        ("this", part) => (0, words::day_part(part)?, at + 2),
        _ => return None,
    };
    let clock = Some(Clock::Part(part));
    Some(Found { clock, ..Found::plain(at, end, Meaning::Shift { unit: Unit::Day, count }) })
}

/// "Friday night", "May 10 at 5 p.m.".
fn with_hour(tokens: &Tokens, found: Found) -> Found {
    if !is_day(&found.meaning) || found.clock.is_some() {
        return found;
    }
    if let Some(nights) = clock::every_part(tokens, found.end) {
        return every(found, nights);
    }
    match part_behind(tokens, found.end) {
        Some((clock, end)) => Found { end, clock: Some(clock), ..found },
        None => found,
    }
}

/// "Tuesday nights": each of them.
fn every(found: Found, part: meaning::Clock) -> Found {
    match found.meaning {
        Meaning::Weekday { weekday, .. } => {
            let meaning = Meaning::Recurring(format!("XXXX-WXX-{weekday}"));
            Found { end: found.end + 1, clock: Some(part), meaning, ..found }
        }
        _ => found,
    }
}

/// "9 a.m. EDT Thursday", "noon on Monday", "10:35".
fn with_day(tokens: &Tokens, at: usize) -> Option<Found> {
    let hour = clock::time_of_day(tokens, at)?;
    let behind = match tokens.lower(hour.end) {
        "on" | "," | "of" => hour.end + 1,
        _ => hour.end,
    };
    let day = dates::date(tokens, behind)
        .or_else(|| relative::relative(tokens, behind))
        .filter(|day| is_day(&day.meaning));
    Some(match day {
        Some(day) => Found { start: at, clock: hour.clock, ..day },
        None => hour,
    })
}

/// Whether a meaning is one day, of which there may be an hour.
fn is_day(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Day { .. }
            | Meaning::Weekday { .. }
            | Meaning::DayOfMonth(_)
            | Meaning::Feast { .. }
            | Meaning::Shift { unit: meaning::Unit::Day, .. }
            | Meaning::FromWords { unit: meaning::Unit::Day, .. }
    )
}
