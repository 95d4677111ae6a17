//! White space, letters and digits as the language knows them in which the weights were trained.

use crate::lexeme::unicode_tables::{DECIMALS, LETTERS, OTHER_DIGITS};

/// White space: that of Unicode, and the four separators among the ASCII controls.
pub fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\x1c'..='\x1f')
}

/// A letter by general category.
pub fn is_letter(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_alphabetic() } else { lies_in(LETTERS, character) }
}

/// A decimal digit of any script.
pub fn is_decimal(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_digit() } else { lies_in(DECIMALS, character) }
}

/// A decimal digit, or one raised, lowered or circled.
pub fn is_digit(character: char) -> bool {
    is_decimal(character) || lies_in(OTHER_DIGITS, character)
}

/// A letter, a number of any kind, or `_`. Numerals are those of the standard library: it knows a few younger ones,
/// which matters in the scheme of an address alone.
pub fn is_word_character(character: char) -> bool {
    character == '_' || is_letter(character) || character.is_numeric()
}

/// A string in lower case. Letters that are younger than the tables here stay as they are.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(text.len());
    for part in text.split_inclusive(is_young_capital) {
        let young = part.chars().next_back().filter(|last| is_young_capital(*last));
        lower.push_str(&part[..part.len() - young.map_or(0, char::len_utf8)].to_lowercase());
        lower.extend(young);
    }
    lower
}

/// A capital that the standard library knows and the tables here do not; Roman numerals and circled letters, which are
/// capitals and no letters, are old.
fn is_young_capital(character: char) -> bool {
    character.is_uppercase()
        && !is_letter(character)
        && !character.is_numeric()
        && !matches!(character, '\u{24b6}'..='\u{24cf}')
}

fn lies_in(ranges: &[(u32, u32)], character: char) -> bool {
    let code = u32::from(character);
    let after = ranges.partition_point(|(first, _)| *first <= code);
    after > 0 && code <= ranges[after - 1].1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_characters() {
        assert!("aZéжعア漢ªʰ".chars().all(is_letter));
        assert!(!"1_-Ⓐⅷ\u{301}\u{0b02}".chars().any(is_letter));
        assert!("0٣२".chars().all(is_decimal) && !"²①½".chars().any(is_decimal));
        assert!("9²①".chars().all(is_digit) && !"½Ⅷ".chars().any(is_digit));
        assert!("a_½Ⅷ".chars().all(is_word_character) && !"+.\u{301}".chars().any(is_word_character));
        assert!(" \t\n\x1c\x1f\u{85}\u{a0}\u{3000}\u{2028}".chars().all(is_space));
        assert!(!"\u{200b}\u{feff}\x1b".chars().any(is_space));
    }

    #[test]
    fn lower_case() {
        for (text, expected) in [
            ("ÎLE", "île"),
            ("ΟΔΟΣ ΣΑ", "οδος σα"),
            ("İ", "i\u{307}"),
            ("ⅧⒶẞǅ", "ⅷⓐßǆ"),
            ("AΣ\u{a7da}ÉΣ\u{a7da}", "aς\u{a7da}éς\u{a7da}"),
        ] {
            assert_eq!(lower(text), expected);
        }
    }

    #[test]
    fn ranges_are_sorted() {
        for ranges in [LETTERS, DECIMALS, OTHER_DIGITS] {
            assert!(ranges.is_sorted() && ranges.iter().all(|(first, last)| first <= last));
        }
    }
}
