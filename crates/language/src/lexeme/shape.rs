//! The shape of a word: `Xxxxx` for `Paris`, `dd:dd` for `18:30`.
//!
//! A letter becomes `X` or `x`, a digit `d`, anything else stays; a run of one sign is cut after four of them. A word
//! of a hundred characters or more is `LONG`.

use crate::lexeme::unicode::{is_digit, is_letter};

/// How many of one sign in a row a shape shows.
const LONGEST_RUN: usize = 4;

/// From how many characters on a word is just long.
const LONG_WORD: usize = 100;

/// The shape of a word.
pub fn shape(word: &str) -> String {
    if word.len() >= LONG_WORD && word.chars().nth(LONG_WORD - 1).is_some() {
        return "LONG".to_owned();
    }
    let mut shape = String::with_capacity(word.len());
    let mut last = None;
    let mut run = 0;
    for sign in word.chars().map(sign_of) {
        run = if last == Some(sign) { run + 1 } else { 1 };
        last = Some(sign);
        if run <= LONGEST_RUN {
            shape.push(sign);
        }
    }
    shape
}

fn sign_of(character: char) -> char {
    match character {
        'a'..='z' => 'x',
        'A'..='Z' => 'X',
        '0'..='9' => 'd',
        '\0'..='\x7f' => character,
        _ if is_letter(character) && character.is_uppercase() => 'X',
        _ if is_letter(character) => 'x',
        _ if is_digit(character) => 'd',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (word, expected) in [
            ("Paris", "Xxxxx"),
            ("international", "xxxx"),
            ("18:30", "dd:dd"),
            ("1234567", "dddd"),
            ("U.S.", "X.X."),
            ("!!!!!!", "!!!!"),
            ("Ärzte²", "Xxxxxd"),
            ("xX-aA", "xX-xX"),
            ("اسد", "xxx"),
            ("Ⓐ", "Ⓐ"),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
        assert_eq!(shape(&"ä".repeat(99)), "xxxx");
        assert_eq!(shape(&"ä".repeat(100)), "LONG");
    }
}
