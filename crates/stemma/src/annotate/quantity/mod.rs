//! How many, how much, and of what?
//!
//! In: the sentences of a text and the times in them. Out: quantities, in the order of the text, with their bounds,
//! what is counted and of which class it is. Invariants: quantities do not overlap each other or a time; no number
//! is given that does not stand there: "dozens" has none, "about 50" has no bounds.
//!
//! | module | question |
//! |---|---|
//! | `bounds` | which number is it, and what narrows it? |
//! | `units` | is it money, a share, a length, an area? |
//! | `counted`, `classes` | what is counted, and what has become of it? |
//! | `traps` | is it a number that counts nothing? |

mod bounds;
mod classes;
mod counted;
mod traps;
mod units;

pub(crate) use units::is_currency;

#[cfg(test)]
mod tests;

use super::lexer::{TokenKind, Tokens};
use super::numbers::{Number, small};
use crate::model::{Amount, ByteRange, CountClass, Measure, Quantity, ReportIdx, Span, TimeExpression};
use bounds::Bounded;
use counted::counted;

/// Finds the quantities in the sentences of a report whose times are known.
pub fn find_quantities(
    report: ReportIdx,
    text: &str,
    sentences: impl IntoIterator<Item = ByteRange>,
    times: &[TimeExpression],
) -> Vec<Quantity> {
    let lower = text.to_ascii_lowercase();
    let mut quantities = Vec::new();
    for sentence in sentences {
        let tokens = Tokens::read(text, &lower, sentence);
        let mut at = 0;
        while at < tokens.len() {
            match may_begin(&tokens, at).then(|| read(&tokens, at, report, times)).flatten() {
                Some((quantity, end)) => {
                    quantities.push(quantity);
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
    }
    quantities
}

/// Whether a look at the token is worth while.
fn may_begin(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.get(at);
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark => units::is_currency_mark(token.lower),
        TokenKind::Word => small(token.lower).is_some() || begins_bound(token.lower),
    }
}

/// Words that may stand before a number or for one, besides number words.
fn begins_bound(word: &str) -> bool {
    matches!(
        word,
        "a" | "about"
            | "above"
            | "almost"
            | "an"
            | "approximately"
            | "around"
            | "as"
            | "at"
            | "below"
            | "between"
            | "close"
            | "countless"
            | "dozens"
            | "estimated"
            | "eur"
            | "few"
            | "fewer"
            | "gbp"
            | "greater"
            | "half"
            | "hundreds"
            | "less"
            | "millions"
            | "billions"
            | "more"
            | "nearly"
            | "no"
            | "not"
            | "numerous"
            | "over"
            | "roughly"
            | "scores"
            | "several"
            | "some"
            | "tens"
            | "thousands"
            | "under"
            | "up"
            | "upwards"
            | "usd"
            | "us"
            | "well"
    )
}

/// The quantity that begins at a token, and the token behind it.
fn read(
    tokens: &Tokens,
    at: usize,
    report: ReportIdx,
    times: &[TimeExpression],
) -> Option<(Quantity, usize)> {
    let marked = at + usize::from(units::is_currency_mark(tokens.lower(at)));
    let bounded = bounds::bounded(tokens, marked)?;
    if traps::counts_nothing(tokens, &bounded) || is_time(tokens, &bounded, times) {
        return None;
    }
    let measured = units::measured(tokens, &bounded);
    let (measure, start, end) = match measured {
        Some(found) => (found.measure, found.start, found.end),
        None => (Measure::Count, bounded.start, bounded.end),
    };
    let things = if measure == Measure::Count { counted(tokens, end) } else { None };
    if measure == Measure::Count && things.is_none() && !stands_alone(tokens, &bounded) {
        return None;
    }
    let last = things.map_or(end, |(_, end)| end);
    let class = match measure {
        Measure::Count => classes::class_of(tokens, bounded.start, things, last),
        _ => CountClass::Other,
    };
    let amount = |number: Number| Amount { thousandths: number.0 };
    let quantity = Quantity {
        span: Span { report, range: tokens.range(start, last) },
        number: tokens.range(start, end),
        counted: things.map(|(start, end)| tokens.range(start, end)),
        measure,
        class,
        low: bounded.low.map(amount),
        stated: bounded.stated.map(amount),
        high: bounded.high.map(amount),
    };
    Some((quantity, last))
}

/// Whether the number is part of a time, or what it would count is ("10 May").
fn is_time(tokens: &Tokens, bounded: &Bounded, times: &[TimeExpression]) -> bool {
    let range = tokens.range(bounded.number_at, bounded.end);
    let idx = times.partition_point(|time| time.span.range.end <= range.start);
    times.get(idx).is_some_and(|time| time.span.range.start < range.end)
}

/// Whether a number without a noun still counts: "killed 12", "at least 12 died", "dozens were hurt".
fn stands_alone(tokens: &Tokens, bounded: &Bounded) -> bool {
    let narrowed = bounded.start < bounded.number_at;
    let fated = classes::class_of(tokens, bounded.start, None, bounded.end) != CountClass::Other;
    let is_plain_vague = bounded.is_vague && tokens.lower(bounded.number_at) != "a";
    fated || narrowed || is_plain_vague
}
