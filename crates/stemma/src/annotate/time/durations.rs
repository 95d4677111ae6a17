//! How long: "three days", "a two-hour meeting", "the past two months", "weeks", "half an hour".

use super::meaning::{Found, Meaning, Unit};
use super::words::unit;
use crate::annotate::lexer::{TokenKind, Tokens};
use crate::annotate::numbers::{Number, number};

/// How many units: a number, or some that nobody has counted.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Count {
    Known(Number),
    Unknown,
}

/// A duration that begins here, or a time that is so long ago.
pub(super) fn duration(tokens: &Tokens, at: usize) -> Option<Found> {
    stretch(tokens, at)
        .or_else(|| half_unit(tokens, at))
        .or_else(|| counted(tokens, at, at))
        .or_else(|| bare_plural(tokens, at))
        .or_else(|| unit_long(tokens, at))
}

/// "the past two months", "the last few days", "recent years", "the first nine months", "the four days".
fn stretch(tokens: &Tokens, at: usize) -> Option<Found> {
    let the = usize::from(matches!(
        tokens.lower(at),
        "the" | "these" | "those" | "its" | "their" | "his" | "her" | "all"
    ));
    let word = tokens.lower(at + the);
    let is_step = matches!(
        word,
        "past"
            | "last"
            | "next"
            | "coming"
            | "recent"
            | "previous"
            | "preceding"
            | "first"
            | "latest"
            | "following"
            | "prior"
            | "intervening"
            | "final"
            | "ensuing"
            | "future"
            | "upcoming"
    );
    let is_kind = matches!(word, "fiscal" | "full" | "whole" | "entire" | "additional");
    let first = at + the + usize::from(is_step || is_kind);
    // "in the week's past three days" has no such words; without any this is a number alone.
    if first == at {
        return None;
    }
    if let Some((count, end)) =
        count(tokens, first).filter(|_| super::years::year_number(tokens, first).is_none())
    {
        // "the two-week crisis": what stands before the noun leaves the article to it.
        let attributive = tokens.is_hyphen(end) && !is_step;
        let found = with_unit(tokens, if attributive { first } else { at }, end, count, false)?;
        let possessive = matches!(tokens.lower(at), "its" | "their" | "his" | "her");
        return (is_step || !possessive).then_some(found);
    }
    let (unit, plural) = unit(tokens.lower(first))?;
    if plural && is_step && word != "first" && word != "final" {
        return Some(Found::plain(at, first + 1, Meaning::Duration(value(Count::Unknown, unit))));
    }
    let one = the == 1 && matches!(word, "past") && !plural;
    one.then(|| Found::plain(at, first + 1, Meaning::Duration(value(Count::Known(Number::of(1)), unit))))
}

/// "half an hour", "a half-hour", "half a century".
fn half_unit(tokens: &Tokens, at: usize) -> Option<Found> {
    let a = usize::from(matches!(tokens.lower(at), "a" | "the"));
    if tokens.lower(at + a) != "half" {
        return None;
    }
    let mut next = at + a + 1;
    next = if matches!(tokens.lower(next), "a" | "an") { next + 1 } else { tokens.past_hyphen(next) };
    let (unit, plural) = unit(tokens.lower(next)).filter(|(unit, _)| {
        !matches!(unit, Unit::Quarter | Unit::Second | Unit::Season | Unit::Night | Unit::Weekend)
    })?;
    (!plural).then(|| Found::plain(at, next + 1, Meaning::Duration(value(Count::Known(Number(500)), unit))))
}

/// "three days", "two-hour", "several weeks", "a couple of years", and the same "ago".
fn counted(tokens: &Tokens, start: usize, at: usize) -> Option<Found> {
    let (count, end) = count(tokens, at)?;
    with_unit(tokens, start, end, count, true)
}

/// A number of units, and the token behind it.
fn count(tokens: &Tokens, at: usize) -> Option<(Count, usize)> {
    let next = match tokens.lower(at) {
        "several" | "few" | "many" | "some" | "numerous" | "countless" => Some((Count::Unknown, at + 1)),
        "couple" => Some((Count::Known(Number::of(2)), past_of(tokens, at + 1))),
        "dozen" => Some((Count::Known(Number::of(12)), at + 1)),
        "dozens" | "hundreds" | "thousands" | "scores" if tokens.lower(at + 1) == "of" => {
            Some((Count::Unknown, at + 2))
        }
        "a" | "an" => match tokens.lower(at + 1) {
            "few" => Some((Count::Unknown, at + 2)),
            "couple" => Some((Count::Known(Number::of(2)), past_of(tokens, at + 2))),
            "dozen" => Some((Count::Known(Number::of(12)), at + 2)),
            _ => number(tokens, at)
                .map(|(number, end)| (Count::Known(number), end))
                .or(Some((Count::Known(Number::of(1)), at + 1))),
        },
        "another" => Some(
            number(tokens, at + 1)
                .map_or((Count::Known(Number::of(1)), at + 1), |(number, end)| (Count::Known(number), end)),
        ),
        _ => None,
    };
    let (count, end) = match next.or_else(|| range(tokens, at)) {
        Some(found) => found,
        None => {
            let (number, end) = number(tokens, at)?;
            (Count::Known(number), end)
        }
    };
    let end = if matches!(
        tokens.lower(end),
        "more"
            | "full"
            | "consecutive"
            | "straight"
            | "whole"
            | "long"
            | "additional"
            | "trading"
            | "business"
            | "working"
            | "extra"
            | "short"
            | "other"
            | "entire"
            | "solid"
            | "successive"
            | "calendar"
            | "fiscal"
    ) {
        end + 1
    } else {
        end
    };
    Some((count, end))
}

/// "two to three", "12 or 18": some of which two numbers are the bounds.
fn range(tokens: &Tokens, at: usize) -> Option<(Count, usize)> {
    let (low, middle) = number(tokens, at)?;
    if !matches!(tokens.lower(middle), "to" | "or" | "\u{2013}") {
        return None;
    }
    let (high, end) = number(tokens, middle + 1)?;
    (low < high).then_some((Count::Unknown, end))
}

fn past_of(tokens: &Tokens, at: usize) -> usize {
    if tokens.lower(at) == "of" { at + 1 } else { at }
}

/// The unit behind a number, what may follow it, and what all of it means.
fn with_unit(tokens: &Tokens, start: usize, at: usize, count: Count, alone: bool) -> Option<Found> {
    let joined = tokens.past_hyphen(at);
    let (unit, plural) = unit(tokens.lower(joined))?;
    let end = joined + 1;
    let is_one = count == Count::Known(Number::of(1));
    let says_an = matches!(tokens.lower(start), "a" | "an");
    if is_excluded(tokens, start, joined, unit, plural, alone) {
        return None;
    }
    let (number, end) = match (count, fraction_behind(tokens, end)) {
        (Count::Known(number), Some((part, end))) => {
            (Count::Known(Number(number.0.saturating_add(part))), end)
        }
        _ => (count, end),
    };
    if alone && tokens.lower(end) == "ago" {
        return Some(Found::plain(start, end + 1, ago(number, unit)));
    }
    if alone
        && is_one
        && says_an
        && matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Day)
        && tokens.lower(end) == "earlier"
    {
        let count = -1;
        let meaning = if unit == Unit::Year {
            Meaning::SpokenQuarter { years: -1 }
        } else {
            Meaning::FromWords { unit, count }
        };
        return Some(Found::plain(start, end + 1, meaning));
    }
    let text = value(number, unit);
    Some(Found::plain(start, end, Meaning::Duration(text)))
}

/// Ages ("44-year-old"), "second" the ordinal, "a quarter of the votes", "one day" the adverb, nights at hotels.
fn is_excluded(tokens: &Tokens, start: usize, at: usize, unit: Unit, plural: bool, alone: bool) -> bool {
    let behind = tokens.lower(at + 1);
    let says_an = matches!(tokens.lower(start), "a" | "an");
    let before = tokens.before(start, 1);
    let is_age = matches!(behind, "old" | "olds")
        || tokens.is_hyphen(at + 1) && matches!(tokens.lower(at + 2), "old" | "olds");
    match unit {
        _ if is_age => true,
        Unit::Second => alone && !plural && (says_an || !tokens.is_hyphen(at.saturating_sub(1))),
        Unit::Quarter => alone && !plural || behind == "of" || tokens.is_hyphen(at.saturating_sub(1)),
        Unit::Season => alone && !plural,
        Unit::Night | Unit::Weekend if says_an => true,
        Unit::Day if alone && tokens.lower(start) == "one" && !plural && !tokens.is_hyphen(start + 1) => {
            !matches!(
                before.lower,
                "for"
                    | "in"
                    | "within"
                    | "after"
                    | "of"
                    | "only"
                    | "just"
                    | "least"
                    | "than"
                    | "last"
                    | "about"
            ) && !matches!(behind, "before" | "after" | "later" | "earlier" | "ago" | "of")
        }
        _ if tokens.is_hyphen(at + 1)
            && matches!(
                tokens.lower(at + 2),
                "ago" | "earlier" | "end" | "long" | "round" | "to" | "over"
            ) =>
        {
            true
        }
        _ => before.lower == "$" || before.glued && before.kind == TokenKind::Number,
    }
}

/// "and a half" behind the unit: "a year and a half".
fn fraction_behind(tokens: &Tokens, at: usize) -> Option<(u64, usize)> {
    tokens.reads(at, &["and", "a", "half"]).then_some((500, at + 3))
}

/// So long before the report.
fn ago(count: Count, unit: Unit) -> Meaning {
    let Count::Known(number) = count else { return Meaning::Reference("PAST_REF") };
    match (number.whole().and_then(|number| i32::try_from(number).ok()), unit) {
        (Some(1), Unit::Year) => Meaning::SpokenQuarter { years: -1 },
        (Some(count), unit) if count < 5_000 => Meaning::Shift { unit, count: -count },
        _ => Meaning::Reference("PAST_REF"),
    }
}

/// "weeks", "for decades", "months ago": units that nobody has counted.
fn bare_plural(tokens: &Tokens, at: usize) -> Option<Found> {
    let (unit, plural) = unit(tokens.lower(at))?;
    if !plural || matches!(unit, Unit::Quarter | Unit::Season | Unit::Weekend | Unit::Night) {
        return None;
    }
    let behind = tokens.lower(at + 1);
    if behind == "ago" {
        return Some(Found::plain(at, at + 2, Meaning::Reference("PAST_REF")));
    }
    let before = tokens.before(at, 1).lower;
    let long = tokens.is_hyphen(at + 1) && tokens.lower(at + 2) == "long";
    if long {
        return Some(Found::plain(at, at + 3, Meaning::Duration(value(Count::Unknown, unit))));
    }
    let lasts = matches!(
        before,
        "for"
            | "after"
            | "in"
            | "within"
            | "took"
            | "take"
            | "spent"
            | "lasted"
            | "last"
            | "follows"
            | "following"
            | "over"
            | "despite"
            | "just"
            | "only"
    );
    let leads = matches!(behind, "before" | "after" | "later" | "earlier" | "of");
    let is_duration = before == "for" && behind != "in"
        || lasts && leads
        || leads && behind != "of" && !before.ends_with('s')
        || matches!(before, "took" | "spent" | "lasted" | "within");
    (is_duration && before != "-")
        .then(|| Found::plain(at, at + 1, Meaning::Duration(value(Count::Unknown, unit))))
}

/// "month-long", "weeklong", "year-end" is not one.
fn unit_long(tokens: &Tokens, at: usize) -> Option<Found> {
    let whole = match tokens.lower(at) {
        "daylong" => Some(Unit::Day),
        "weeklong" => Some(Unit::Week),
        "monthlong" => Some(Unit::Month),
        "yearlong" => Some(Unit::Year),
        _ => None,
    };
    let one = |unit, end| Found::plain(at, end, Meaning::Duration(value(Count::Known(Number::of(1)), unit)));
    if let Some(unit) = whole {
        return Some(one(unit, at + 1));
    }
    let (unit, plural) = unit(tokens.lower(at))?;
    let is_long = !plural && tokens.is_hyphen(at + 1) && tokens.lower(at + 2) == "long";
    is_long.then(|| one(unit, at + 3))
}

/// A duration as TIMEX3 writes it.
fn value(count: Count, unit: Unit) -> String {
    let (unit, factor) = match unit {
        Unit::Decade => (Unit::Year, 10),
        Unit::Century => (Unit::Year, 100),
        Unit::Millennium => (Unit::Year, 1000),
        Unit::Fortnight => (Unit::Week, 2),
        unit => (unit, 1),
    };
    let (letter, timed) = unit.letter();
    let mark = if timed { "PT" } else { "P" };
    match count {
        Count::Unknown if factor == 10 => "PXDE".to_owned(),
        Count::Unknown if factor == 100 => "PXCE".to_owned(),
        Count::Unknown => format!("{mark}X{letter}"),
        Count::Known(Number(number)) if unit == Unit::Quarter && number > 1000 => {
            with_halves(Number(number.saturating_mul(3)), Unit::Month, mark, "M")
        }
        Count::Known(number) => with_halves(Number(number.0.saturating_mul(factor)), unit, mark, letter),
    }
}

/// "5 1/2 hours" are PT5H30M, "two and a half years" P2Y6M.
fn with_halves(number: Number, unit: Unit, mark: &str, letter: &str) -> String {
    let (whole, rest) = (number.0 / 1000, number.0 % 1000);
    let smaller = match unit {
        Unit::Hour => Some((60, "M")),
        Unit::Minute => Some((60, "S")),
        Unit::Year => Some((12, "M")),
        _ => None,
    };
    match smaller {
        Some((parts, small)) if rest > 0 && (rest * parts).is_multiple_of(1000) => {
            let large = if whole > 0 { format!("{whole}{letter}") } else { String::new() };
            format!("{mark}{large}{}{small}", rest * parts / 1000)
        }
        _ => format!("{mark}{}{letter}", number.written()),
    }
}
