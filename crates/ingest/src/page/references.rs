//! Character references (`&amp;`, `&#8217;`) as browsers read them.

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// The longest name of a character, in bytes.
const LONGEST_NAME: usize = 33;

/// Where a reference stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Between tags.
    Text,
    /// In the value of an attribute, where `&copy=1` is a part of an address.
    Attribute,
}

/// The characters that the reference at the beginning of `text` (an `&`) stands for, and its length in bytes;
/// nothing where it is no reference.
pub fn reference(text: &str, place: Place) -> Option<(String, usize)> {
    let name = text.strip_prefix('&')?;
    match name.strip_prefix('#') {
        Some(number) => numeric(number).map(|(c, length)| (c.to_string(), length + "&#".len())),
        None => named(name, place),
    }
}

fn numeric(text: &str) -> Option<(char, usize)> {
    let (digits, radix, before) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (text, 10, 0),
    };
    let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    if length == 0 {
        return None;
    }
    let number = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
    let end = before + length + usize::from(digits[length..].starts_with(';'));
    Some((character(number), end))
}

/// Numbers of windows-1252 are taken for its characters, as pages of old meant them.
fn character(number: u32) -> char {
    let replaced = match number {
        0x80..=0x9f => C1_REPLACEMENTS[number as usize - 0x80],
        _ => None,
    };
    let known = replaced.or_else(|| char::from_u32(number).filter(|c| *c != '\0'));
    known.unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The longest name that the text begins with.
fn named(text: &str, place: Place) -> Option<(String, usize)> {
    let most = text.bytes().take(LONGEST_NAME).take_while(u8::is_ascii_alphanumeric).count();
    let most = most + usize::from(text[most..].starts_with(';'));
    let (first, second, length) = (1..=most).rev().find_map(|length| {
        let (first, second) = NAMED_ENTITIES.get(&text[..length])?;
        (*first != 0).then_some((*first, *second, length))
    })?;
    let behind = text[length..].bytes().next();
    let is_part = behind.is_some_and(|byte| byte == b'=' || byte.is_ascii_alphanumeric());
    if place == Place::Attribute && !text[..length].ends_with(';') && is_part {
        return None;
    }
    let characters = [first, second].into_iter().filter(|number| *number != 0);
    Some((characters.filter_map(char::from_u32).collect(), length + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(of: &str) -> Option<(String, usize)> {
        reference(of, Place::Text)
    }

    fn one(c: &str, length: usize) -> Option<(String, usize)> {
        Some((c.to_owned(), length))
    }

    #[test]
    fn names_and_numbers_are_characters() {
        assert_eq!(text("&amp;lt;"), one("&", 5));
        assert_eq!(text("&eacute;t&eacute;"), one("é", 8));
        assert_eq!(text("&#8217;s"), one("\u{2019}", 7));
        assert_eq!(text("&#X201c;"), one("\u{201c}", 8));
        assert_eq!(text("&#146;"), one("\u{2019}", 6));
        assert_eq!(text("&#146 x"), one("\u{2019}", 5));
        assert_eq!(text("&#0;"), one("\u{fffd}", 4));
        assert_eq!(text("&#99999999999;"), one("\u{fffd}", 14));
        assert_eq!(text("&NotEqualTilde;"), one("\u{2242}\u{338}", 15));
    }

    #[test]
    fn old_names_need_no_semicolon_except_in_addresses() {
        assert_eq!(text("&copy 2020"), one("©", 5));
        assert_eq!(text("&notit;"), one("¬", 4));
        assert_eq!(reference("&copy=1", Place::Attribute), None);
        assert_eq!(reference("&copy;=1", Place::Attribute), one("©", 6));
        assert_eq!(reference("&copy", Place::Attribute), one("©", 5));
    }

    #[test]
    fn everything_else_is_an_ampersand() {
        for of in ["&", "& ", "&;", "&#", "&#x", "&#;", "&#xg", "&nosuchname;", "&é;", "AT&T"] {
            assert_eq!(text(of), None, "{of}");
        }
    }
}
