//! Where a word is cut within: at ellipses and pictures, and at signs between letters or digits.

use crate::tokenizer::affix::leading_stops;
use crate::tokenizer::characters::{Characters, ICON, LETTER, LOWER, QUOTE, UPPER};
use std::ops::Range;

/// The places of the signs at which a word is cut, from left to right.
pub fn infixes<'a>(word: &'a str, characters: &'a Characters) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut at = 0;
    let mut before = None;
    std::iter::from_fn(move || {
        while let Some(sign) = word[at..].chars().next() {
            let start = at;
            let length = infix(before, sign, &word[at..], characters);
            at += if length > 0 { length } else { sign.len_utf8() };
            before = if length > 0 { word[..at].chars().next_back() } else { Some(sign) };
            if length > 0 {
                return Some(start..at);
            }
        }
        None
    })
}

/// How long the infix is with which `rest` begins, `sign` being its first character and `before` the one before it; 0
/// for none.
fn infix(before: Option<char>, sign: char, rest: &str, characters: &Characters) -> usize {
    if sign.is_ascii_alphanumeric() {
        return 0;
    }
    if sign == '.' && rest.starts_with("..") {
        return leading_stops(rest);
    }
    if sign == '…' || characters.is(sign, ICON) {
        return sign.len_utf8();
    }
    let Some(before) = before else { return 0 };
    let after_digit = before.is_ascii_digit();
    let after_letter = characters.is(before, LETTER);
    let next = rest[sign.len_utf8()..].chars().next();
    let is_before = |classes| next.is_some_and(|next| characters.is(next, classes));
    match sign {
        '+' | '-' | '*' | '^' if after_digit && matches!(next, Some('0'..='9' | '-')) => 1,
        '.' => usize::from(characters.is(before, LOWER | QUOTE) && is_before(UPPER | QUOTE)),
        ',' => usize::from(after_letter && is_before(LETTER)),
        '-' | '–' | '—' | '~' if after_letter || after_digit => dash(sign, rest, characters),
        ':' | '<' | '>' | '=' | '/' => usize::from((after_letter || after_digit) && is_before(LETTER)),
        _ => 0,
    }
}

/// How long the dash is with which `rest` begins, if a letter follows it.
fn dash(sign: char, rest: &str, characters: &Characters) -> usize {
    let longest = match sign {
        '-' => 3,
        '—' => 2,
        _ => 1,
    };
    let n_signs = rest.chars().take(longest).take_while(|next| *next == sign).count();
    let length = n_signs * sign.len_utf8();
    let letter_follows = rest[length..].chars().next().is_some_and(|next| characters.is(next, LETTER));
    if letter_follows { length } else { 0 }
}
