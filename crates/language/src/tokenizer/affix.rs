//! What is peeled off a word at its beginning and at its end.
//!
//! The rules are those of regular expressions that the tokenizer of the weights applies; these functions find what those
//! find (the first rule that fits at the beginning, the longest that fits at the end) in one look.

use crate::tokenizer::characters::{BEFORE_STOP, CURRENCIES, Characters, PREFIX, SUFFIX, UPPER};

/// Currencies of more than one character.
const LONG_CURRENCIES: &[&str] = &["US$", "C$", "A$"];

/// Split off behind a digit. (`тбكم` is two units by their nature and one by a slip in the settings.)
const UNITS: &[&str] = &[
    "km", "km²", "km³", "m", "m²", "m³", "dm", "dm²", "dm³", "cm", "cm²", "cm³", "mm", "mm²", "mm³", "ha",
    "µm", "nm", "yd", "in", "ft", "kg", "g", "mg", "µg", "t", "lb", "oz", "m/s", "km/h", "kmh", "mph", "hPa",
    "Pa", "mbar", "mb", "MB", "kb", "KB", "gb", "GB", "tb", "TB", "T", "G", "M", "K", "%", "км", "км²",
    "км³", "м", "м²", "м³", "дм", "дм²", "дм³", "см", "см²", "см³", "мм", "мм²", "мм³", "нм", "кг", "г",
    "мг", "м/с", "км/ч", "кПа", "Па", "мбар", "Кб", "КБ", "кб", "Мб", "МБ", "мб", "Гб", "ГБ", "гб", "Тб",
    "ТБ", "тбكم", "كم²", "كم³", "م", "م²", "م³", "سم", "سم²", "سم³", "مم", "مم²", "مم³", "كم", "غرام",
    "جرام", "جم", "كغ", "ملغ", "كوب", "اكواب",
];

/// The longest unit, in characters.
const LONGEST_UNIT: usize = 5;

/// How many bytes are split off where a word begins; 0 for none.
pub fn prefix(word: &str, characters: &Characters) -> usize {
    let Some(first) = word.chars().next() else { return 0 };
    match first {
        '.' => Some(leading_stops(word)).filter(|n_stops| *n_stops > 1).unwrap_or(0),
        '+' if !word[1..].starts_with(|next: char| next.is_ascii_digit()) => 1,
        'U' | 'C' | 'A' => {
            LONG_CURRENCIES.iter().find(|long| word.starts_with(**long)).map_or(0, |long| long.len())
        }
        _ if characters.is(first, PREFIX) => first.len_utf8(),
        _ => 0,
    }
}

/// How many bytes are split off where a word ends; 0 for none.
pub fn suffix(word: &str, characters: &Characters) -> usize {
    let mut backwards = word.chars().rev();
    let Some(last) = backwards.next() else { return 0 };
    let before = backwards.next();
    let unit = unit(word);
    if unit > 0 {
        return unit;
    }
    match (before, last) {
        (Some('.'), '.') => trailing_stops(word),
        (Some(before), '.') => usize::from(ends_sentence(before, backwards.next(), characters)),
        (Some('…'), '…') => 2 * '…'.len_utf8(),
        (Some(mark @ ('\'' | '’')), 's' | 'S') => mark.len_utf8() + 1,
        (Some('0'..='9'), '+') => 1,
        _ if characters.is(last, SUFFIX) => last.len_utf8(),
        _ => 0,
    }
}

/// How many full stops stand at the beginning.
pub fn leading_stops(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'.').count()
}

fn trailing_stops(text: &str) -> usize {
    text.bytes().rev().take_while(|byte| *byte == b'.').count()
}

/// Whether a full stop behind these two characters is a token of its own.
fn ends_sentence(before: char, second_before: Option<char>, characters: &Characters) -> bool {
    characters.is(before, BEFORE_STOP)
        || second_before.is_some_and(|second| {
            let degrees = second == '°' && matches!(before, 'F' | 'f' | 'C' | 'c' | 'K' | 'k');
            degrees || characters.is(before, UPPER) && characters.is(second, UPPER)
        })
}

/// How long the unit or currency is that a word ends with, directly behind a digit; 0 for none.
fn unit(word: &str) -> usize {
    // All but the last five characters and the digit before them are of no account, and a character has four bytes.
    let tail = &word[word.ceil_char_boundary(word.len().saturating_sub(4 * LONGEST_UNIT + 1))..];
    let Some(digit) = tail.bytes().rposition(|byte| byte.is_ascii_digit()) else { return 0 };
    let unit = &tail[digit + 1..];
    let mut characters = unit.chars();
    let is_currency = match (characters.next(), characters.next()) {
        (Some(single), None) => CURRENCIES.contains(single),
        _ => LONG_CURRENCIES.contains(&unit),
    };
    if is_currency || UNITS.contains(&unit) { unit.len() } else { 0 }
}
