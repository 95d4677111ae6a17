//! Percent, money, distances and areas round a number.

use super::bounds::Bounded;
use crate::annotate::lexer::Tokens;
use crate::model::Measure;

/// What a number is measured in, and the tokens of number and unit together.
pub(super) struct Measured {
    pub measure: Measure,
    pub start: usize,
    pub end: usize,
}

/// The unit of a number; nothing where it counts things.
pub(super) fn measured(tokens: &Tokens, found: &Bounded) -> Option<Measured> {
    money_before(tokens, found).or_else(|| {
        let unit = tokens.past_hyphen(found.end);
        let (measure, end) = unit_at(tokens, unit)?;
        Some(Measured { measure, start: found.start, end })
    })
}

/// Marks and letters of currencies before a number.
pub(super) fn is_currency_mark(word: &str) -> bool {
    matches!(
        word,
        "$" | "\u{20ac}"
            | "\u{a3}"
            | "\u{a5}"
            | "\u{20b9}"
            | "\u{20bd}"
            | "\u{20aa}"
            | "\u{20ba}"
            | "\u{20a6}"
            | "\u{20b4}"
    )
}

/// "$5 million", "US$5", "at least $5", "EUR 5".
fn money_before(tokens: &Tokens, found: &Bounded) -> Option<Measured> {
    let at = found.number_at.checked_sub(1)?;
    let mark = tokens.lower(at);
    let is_code = tokens.get(at).capital && matches!(mark, "eur" | "usd" | "gbp" | "chf" | "rs");
    if !is_currency_mark(mark) && !is_code {
        return None;
    }
    let lettered = tokens.get(at).glued
        && at > 0
        && matches!(tokens.lower(at - 1), "us" | "c" | "a" | "hk" | "nz" | "s" | "u.s");
    let first = if lettered { at - 1 } else { at };
    let currency = if lettered { format!("{}{mark}", tokens.lower(at - 1)) } else { mark.to_owned() };
    Some(Measured { measure: Measure::Money(currency), start: first.min(found.start), end: found.end })
}

/// A unit behind a number, and the token behind it.
fn unit_at(tokens: &Tokens, at: usize) -> Option<(Measure, usize)> {
    let unit = tokens.lower(at);
    let named = |words: usize| (0..words).map(|idx| tokens.lower(at + idx)).collect::<Vec<_>>().join(" ");
    if matches!(unit, "%" | "percent" | "pct") {
        return Some((Measure::Percent, at + 1));
    }
    if tokens.reads(at, &["per", "cent"]) {
        return Some((Measure::Percent, at + 2));
    }
    if tokens.reads(at, &["percentage", "points"]) || tokens.reads(at, &["percentage", "point"]) {
        return Some((Measure::Percent, at + 2));
    }
    if matches!(unit, "square" | "sq") && is_length(tokens.lower(tokens.past_hyphen(at + 1))) {
        let end = tokens.past_hyphen(at + 1) + 1;
        return Some((Measure::Area(named(end - at).replace(" - ", " ")), end));
    }
    if matches!(unit, "hectares" | "hectare" | "acres" | "acre" | "dunams") {
        return Some((Measure::Area(unit.to_owned()), at + 1));
    }
    if is_length(unit) {
        let is_area = matches!(tokens.lower(at + 1), "\u{b2}")
            || tokens.lower(at + 1) == "2" && tokens.get(at + 1).glued;
        return Some(if is_area {
            (Measure::Area(format!("{unit}\u{b2}")), at + 2)
        } else {
            (Measure::Distance(unit.to_owned()), at + 1)
        });
    }
    if tokens.reads(at, &["nautical", "miles"]) || tokens.reads(at, &["nautical", "mile"]) {
        return Some((Measure::Distance(named(2)), at + 2));
    }
    currency_behind(tokens, at)
}

fn is_length(word: &str) -> bool {
    matches!(
        word,
        "km" | "kilometer"
            | "kilometers"
            | "kilometre"
            | "kilometres"
            | "mile"
            | "miles"
            | "meter"
            | "meters"
            | "metre"
            | "metres"
            | "feet"
            | "foot"
            | "ft"
            | "yard"
            | "yards"
            | "inch"
            | "inches"
            | "cm"
            | "centimeters"
            | "centimetres"
            | "mm"
            | "millimeters"
            | "millimetres"
    )
}

/// What money is called behind a number (ISO 4217), where the word means little else there.
const CURRENCIES: [&str; 54] = [
    "dollar", "dollars", "euro", "euros", "cents", "ruble", "rubles", "rouble", "roubles", "lira", "liras",
    "lire", "yen", "yuan", "rupee", "rupees", "riyals", "rials", "dinars", "dirhams", "francs", "marks",
    "pesos", "shekels", "naira", "hryvnia", "won", "krona", "kronor", "zloty", "guilders", "pence", "crowns",
    "kroner", "koruna", "forints", "leva", "baht", "ringgit", "rupiah", "rand", "reais", "shillings", "dong",
    "bolivars", "taka", "tenge", "manat", "birr", "kwacha", "cedis", "lari", "kyat", "riel",
];

/// Whether a word, in small letters, is what money is called.
pub(crate) fn is_currency(word: &str) -> bool {
    CURRENCIES.contains(&word)
}

/// "5 million dollars", "200 Turkish lira".
fn currency_behind(tokens: &Tokens, at: usize) -> Option<(Measure, usize)> {
    // "they won", not the currency.
    let word = tokens.lower(at);
    if is_currency(word) && word != "won" {
        return Some((Measure::Money(word.to_owned()), at + 1));
    }
    let nation = tokens.get(at);
    let behind = tokens.lower(at + 1);
    let is_pounds = behind == "pounds" && tokens.lower(at) != "of";
    (nation.capital && (is_currency(behind) || is_pounds))
        .then(|| (Measure::Money(format!("{} {behind}", nation.lower)), at + 2))
}
