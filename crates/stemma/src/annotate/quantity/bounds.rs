//! What narrows a number: "at least 12", "between 10 and 15", "nearly 30", "dozens of".

use crate::annotate::lexer::{TokenKind, Tokens};
use crate::annotate::numbers::{Number, number};

/// A number with its bounds; the tokens that say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounded {
    /// Where it begins, with what narrows it.
    pub start: usize,
    /// Where the figures or number words begin.
    pub number_at: usize,
    pub end: usize,
    pub low: Option<Number>,
    pub stated: Option<Number>,
    pub high: Option<Number>,
    /// Whether it is a word without a number ("dozens", "several").
    pub is_vague: bool,
}

/// How a phrase bounds the number behind it.
#[derive(Clone, Copy, PartialEq)]
enum Bound {
    /// "at least".
    Low,
    /// "up to", "nearly".
    High,
    /// "about": neither bound is known.
    Open,
    /// "a total of": the number is meant as it stands.
    None,
}

/// Phrases before a number, the longest first where one ends another.
const BEFORE: &[(&[&str], Bound)] = &[
    (&["no", "fewer", "than"], Bound::Low),
    (&["no", "less", "than"], Bound::Low),
    (&["not", "less", "than"], Bound::Low),
    (&["no", "more", "than"], Bound::High),
    (&["not", "more", "than"], Bound::High),
    (&["as", "many", "as"], Bound::High),
    (&["as", "much", "as"], Bound::High),
    (&["as", "few", "as"], Bound::Low),
    (&["a", "minimum", "of"], Bound::Low),
    (&["a", "maximum", "of"], Bound::High),
    (&["well", "over"], Bound::Low),
    (&["a", "total", "of"], Bound::None),
    (&["at", "least"], Bound::Low),
    (&["more", "than"], Bound::Low),
    (&["greater", "than"], Bound::Low),
    (&["upwards", "of"], Bound::Low),
    (&["at", "most"], Bound::High),
    (&["up", "to"], Bound::High),
    (&["less", "than"], Bound::High),
    (&["fewer", "than"], Bound::High),
    (&["close", "to"], Bound::Open),
    (&["over"], Bound::Low),
    (&["above"], Bound::Low),
    (&["under"], Bound::High),
    (&["below"], Bound::High),
    (&["nearly"], Bound::High),
    (&["almost"], Bound::High),
    (&["about"], Bound::Open),
    (&["around"], Bound::Open),
    (&["some"], Bound::Open),
    (&["roughly"], Bound::Open),
    (&["approximately"], Bound::Open),
    (&["an", "estimated"], Bound::Open),
    (&["estimated"], Bound::Open),
];

/// A number with its bounds that begins here.
pub(super) fn bounded(tokens: &Tokens, at: usize) -> Option<Bounded> {
    let narrowed = BEFORE.iter().filter(|(words, _)| tokens.reads(at, words)).find_map(|(words, bound)| {
        let inner = past_currency(tokens, at + words.len());
        let found = plain(tokens, inner).or_else(|| bounded_again(tokens, inner))?;
        Some(Bounded { start: at, ..with_bound(found, *bound) })
    });
    let found = narrowed.or_else(|| between(tokens, at)).or_else(|| plain(tokens, at))?;
    Some(with_suffix(tokens, found))
}

/// Over the mark of a currency, which stands between "at least" and the number.
fn past_currency(tokens: &Tokens, at: usize) -> usize {
    if super::units::is_currency_mark(tokens.lower(at)) { at + 1 } else { at }
}

/// "more than about 50".
fn bounded_again(tokens: &Tokens, at: usize) -> Option<Bounded> {
    let words = matches!(tokens.lower(at), "about" | "around" | "some" | "roughly").then_some(1)?;
    plain(tokens, at + words)
}

fn with_bound(found: Bounded, bound: Bound) -> Bounded {
    if found.is_vague || found.stated.is_none() {
        return found;
    }
    match bound {
        Bound::Low => Bounded { low: found.stated, high: None, ..found },
        Bound::High => Bounded { low: None, high: found.stated, ..found },
        Bound::None => found,
        Bound::Open => Bounded { low: None, high: None, ..found },
    }
}

/// "or more", "or so" behind the number.
fn with_suffix(tokens: &Tokens, found: Bounded) -> Bounded {
    let Some(stated) = found.stated else { return found };
    let end = found.end + 2;
    match (tokens.lower(found.end), tokens.lower(found.end + 1)) {
        ("or", "more") => Bounded { end, low: Some(stated), high: None, ..found },
        ("or", "fewer" | "less") => Bounded { end, low: None, high: Some(stated), ..found },
        ("or", "so") => Bounded { end, low: None, high: None, ..found },
        _ if tokens.lower(found.end) == "+" && tokens.get(found.end).glued => {
            Bounded { end: found.end + 1, low: Some(stated), high: None, ..found }
        }
        _ => found,
    }
}

/// "between 10 and 15", "from 10 to 15".
fn between(tokens: &Tokens, at: usize) -> Option<Bounded> {
    let joint = match tokens.lower(at) {
        "between" => "and",
        "from" => "to",
        _ => return None,
    };
    let first = past_currency(tokens, at + 1);
    let (low, middle) = number(tokens, first)?;
    let (high, end) = if tokens.lower(middle) == joint {
        number(tokens, past_currency(tokens, middle + 1))?
    } else {
        return None;
    };
    // "from 10 to 15" is more often a change than a range, and only "between" is sure.
    (joint == "and" && low < high).then_some(Bounded {
        start: at,
        number_at: first,
        end,
        low: Some(low),
        stated: None,
        high: Some(high),
        is_vague: false,
    })
}

/// A number, a range of two, or a word for many.
fn plain(tokens: &Tokens, at: usize) -> Option<Bounded> {
    vague(tokens, at).or_else(|| range(tokens, at)).or_else(|| {
        let (stated, end) = dozen(tokens, at).or_else(|| number(tokens, at))?;
        let stated = Some(stated);
        Some(Bounded { start: at, number_at: at, end, low: stated, stated, high: stated, is_vague: false })
    })
}

/// "a dozen", "two dozen", "a couple of".
fn dozen(tokens: &Tokens, at: usize) -> Option<(Number, usize)> {
    let (count, behind) = match tokens.lower(at) {
        "a" | "an" => (Number::of(1), at + 1),
        "half" if tokens.lower(at + 1) == "a" && tokens.lower(at + 2) == "dozen" => {
            return Some((Number::of(6), at + 3));
        }
        "half" if tokens.lower(at + 1) == "dozen" => return Some((Number::of(6), at + 2)),
        _ => number(tokens, at)?,
    };
    match tokens.lower(behind) {
        "dozen" => Some((Number(count.0.saturating_mul(12)), behind + 1)),
        "score" if tokens.lower(at) != "a" => Some((Number(count.0.saturating_mul(20)), behind + 1)),
        "couple" if tokens.lower(at) == "a" => {
            let end = behind + 1;
            Some((Number::of(2), if tokens.lower(end) == "of" { end + 1 } else { end }))
        }
        _ => None,
    }
}

/// "10 to 15", "10-15", "two or three", "10 million to 15 million".
fn range(tokens: &Tokens, at: usize) -> Option<Bounded> {
    let (low, middle) = number(tokens, at)?;
    let is_dash = matches!(tokens.lower(middle), "-" | "\u{2013}")
        && tokens.get(middle).glued
        && tokens.get(middle + 1).glued;
    if !is_dash && !matches!(tokens.lower(middle), "to" | "or") {
        return None;
    }
    let (high, end) = number(tokens, past_currency(tokens, middle + 1))?;
    // "3 to 4 million" leaves out the first "million".
    let scaled = number(tokens, middle + 1).and_then(|(_, end)| scale_of(tokens, middle + 1, end));
    let low = match scaled {
        Some(scale) if low.0.saturating_mul(scale) < high.0 && low.0 < 1_000_000 => {
            Number(low.0.saturating_mul(scale))
        }
        _ => low,
    };
    (low < high).then_some(Bounded {
        start: at,
        number_at: at,
        end,
        low: Some(low),
        stated: None,
        high: Some(high),
        is_vague: false,
    })
}

/// By what "million" and its like multiply figures.
fn scale_of(tokens: &Tokens, at: usize, end: usize) -> Option<u64> {
    (tokens.get(at).kind == TokenKind::Number && end == at + 2).then(|| match tokens.lower(at + 1) {
        "thousand" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        _ => 1,
    })
}

/// "dozens of", "scores", "hundreds", "several", "a few", "many": words that are kept as words.
fn vague(tokens: &Tokens, at: usize) -> Option<Bounded> {
    let many = |at: usize| {
        matches!(
            tokens.lower(at),
            "dozens" | "scores" | "hundreds" | "thousands" | "millions" | "billions" | "tens" | "multitudes"
        )
    };
    let end = match tokens.lower(at) {
        "several" | "numerous" | "countless" => {
            if matches!(tokens.lower(at + 1), "dozen" | "hundred" | "thousand" | "million" | "billion") {
                at + 2
            } else {
                at + 1
            }
        }
        "a" if matches!(tokens.lower(at + 1), "few" | "handful") => {
            let scaled = matches!(tokens.lower(at + 2), "dozen" | "hundred" | "thousand" | "million");
            if scaled { at + 3 } else { at + 2 }
        }
        "few" if matches!(tokens.lower(at + 1), "dozen" | "hundred" | "thousand" | "million") => at + 2,
        _ if many(at) => {
            let mut end = at + 1;
            while matches!(tokens.lower(end), "of" | "and" | "upon") && many(end + 1) && end < at + 6 {
                end += 2;
            }
            end
        }
        _ => return None,
    };
    let end = if tokens.lower(end) == "of" { end + 1 } else { end };
    Some(Bounded { start: at, number_at: at, end, low: None, stated: None, high: None, is_vague: true })
}
