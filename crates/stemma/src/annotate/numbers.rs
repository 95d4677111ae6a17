//! Numbers, in figures and in words.

use super::lexer::{TokenKind, Tokens};

/// A number in thousandths, so that "7.6" and "two and a half" are exact without a floating point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number(pub u64);

/// Thousandths of one.
const ONE: u64 = 1000;

/// No number phrase of news has more words.
const MOST_TOKENS: usize = 16;

impl Number {
    pub fn of(whole: u64) -> Self {
        Number(whole.saturating_mul(ONE))
    }

    /// The number, if it is a whole one.
    pub fn whole(self) -> Option<u64> {
        self.0.is_multiple_of(ONE).then_some(self.0 / ONE)
    }

    /// As people write it, without a fraction that is nothing.
    pub fn written(self) -> String {
        let (whole, rest) = (self.0 / ONE, self.0 % ONE);
        if rest == 0 {
            whole.to_string()
        } else {
            format!("{whole}.{rest:03}").trim_end_matches('0').to_owned()
        }
    }
}

/// The number that begins at a token, and the token behind it: "1,600", "3.5 million", "twenty-four", "two
/// hundred and fifty", "5 1/2", "two and a half", "a hundred".
pub(super) fn number(tokens: &Tokens, at: usize) -> Option<(Number, usize)> {
    let (number, end) = if tokens.get(at).kind == TokenKind::Number {
        let value = figures(tokens.lower(at))?;
        multiplied(tokens, value, at + 1)
    } else {
        in_words(tokens, at)?
    };
    Some(with_fraction(tokens, number, end))
}

/// "1,600" and "7.6" in thousandths; nothing where it is too large to be counted.
pub(super) fn figures(digits: &str) -> Option<Number> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.')) {
        return None;
    }
    let mut value: u64 = 0;
    for digit in whole.bytes().filter(u8::is_ascii_digit) {
        value = value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
    }
    let thousandths =
        fraction.bytes().chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    Some(Number(value.checked_mul(ONE)?.checked_add(thousandths)?))
}

/// "million" and its like behind figures.
fn multiplied(tokens: &Tokens, value: Number, at: usize) -> (Number, usize) {
    let behind = tokens.past_hyphen(at);
    let power = match tokens.lower(behind) {
        "m" | "bn" | "k" if !tokens.get(behind).glued => None,
        "m" => Some(1_000_000),
        "bn" => Some(1_000_000_000),
        word => power(word).filter(|power| *power >= 100),
    };
    match power.and_then(|power| value.0.checked_mul(power)) {
        Some(product) => (Number(product), behind + 1),
        None => (value, at),
    }
}

/// "a half", "1/2", "½" behind a number.
fn with_fraction(tokens: &Tokens, number: Number, end: usize) -> (Number, usize) {
    let half = |end: usize| (Number(number.0.saturating_add(ONE / 2)), end);
    if tokens.reads(end, &["and", "a", "half"]) {
        return half(end + 3);
    }
    if tokens.reads(end, &["-", "and", "-", "a", "-", "half"]) {
        return half(end + 6);
    }
    match tokens.lower(end) {
        "\u{bd}" => return half(end + 1),
        "\u{bc}" => return (Number(number.0.saturating_add(ONE / 4)), end + 1),
        "\u{be}" => return (Number(number.0.saturating_add(ONE / 4 * 3)), end + 1),
        _ => {}
    }
    match simple_fraction(tokens, end) {
        Some(part) if !tokens.get(end).glued || tokens.is_hyphen(end) => {
            (Number(number.0.saturating_add(part)), end + 3)
        }
        _ => (number, end),
    }
}

/// "1/2", "3/4" in thousandths.
fn simple_fraction(tokens: &Tokens, at: usize) -> Option<u64> {
    if tokens.lower(at + 1) != "/" || !tokens.get(at + 1).glued || !tokens.get(at + 2).glued {
        return None;
    }
    let (above, below) = (figures(tokens.lower(at))?.whole()?, figures(tokens.lower(at + 2))?.whole()?);
    let plain = tokens.get(at).kind == TokenKind::Number && tokens.get(at + 2).kind == TokenKind::Number;
    (plain && above > 0 && above < below && below <= 16).then(|| ONE * above / below)
}

/// A number in words.
fn in_words(tokens: &Tokens, start: usize) -> Option<(Number, usize)> {
    let mut sum = Sum::default();
    let mut at = start;
    if matches!(tokens.lower(at), "a" | "an" | "one") && power(tokens.lower(at + 1)).is_some() {
        sum.add(1);
        at += 1;
    }
    while at < start + MOST_TOKENS {
        let joined = match tokens.lower(at) {
            "and" if sum.may_take_and => at + 1,
            _ if at > start => tokens.past_hyphen(at),
            _ => at,
        };
        let word = tokens.lower(joined);
        let taken = small(word).is_some_and(|value| sum.add(value))
            || power(word).is_some_and(|value| sum.multiply(value));
        if !taken {
            break;
        }
        at = joined + 1;
    }
    (at > start && !sum.is_empty).then_some((Number::of(sum.total + sum.open), at))
}

/// A number as it is read word by word.
struct Sum {
    /// What thousands, millions closed.
    total: u64,
    /// What is still open to be multiplied.
    open: u64,
    /// The smallest power of ten that may still be added to ("twenty" takes "four", not "twelve").
    room: u64,
    may_take_and: bool,
    is_empty: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Sum { total: 0, open: 0, room: u64::MAX, may_take_and: false, is_empty: true }
    }
}

impl Sum {
    /// Adds a number below a hundred; false where it begins another number.
    fn add(&mut self, value: u64) -> bool {
        if value >= self.room || value == 0 && !self.is_empty {
            return false;
        }
        self.open += value;
        self.room = if value >= 20 { 10 } else { 0 };
        self.may_take_and = false;
        self.is_empty = false;
        true
    }

    /// Multiplies by a hundred, a thousand or more.
    fn multiply(&mut self, power: u64) -> bool {
        if self.is_empty || self.open == 0 {
            return false;
        }
        if power == 100 {
            if self.open >= 100 {
                return false;
            }
            self.open *= 100;
        } else {
            let Some(product) = self.open.checked_mul(power) else { return false };
            if self.total > 0 && self.total <= product {
                return false;
            }
            self.total += product;
            self.open = 0;
        }
        self.room = 100;
        self.may_take_and = true;
        true
    }
}

/// Number words below a hundred.
pub(crate) fn small(word: &str) -> Option<u64> {
    const BELOW_TWENTY: [&str; 20] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let below_twenty = BELOW_TWENTY.iter().position(|known| *known == word);
    below_twenty
        .map(|value| value as u64)
        .or_else(|| TENS.iter().position(|known| *known == word).map(|tens| (tens as u64 + 2) * 10))
}

/// Words that multiply what stands before them.
fn power(word: &str) -> Option<u64> {
    Some(match word {
        "hundred" => 100,
        "thousand" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    })
}

/// "first" to "thirty-first" and beyond, "19th"; and the token behind it.
pub(super) fn ordinal(tokens: &Tokens, at: usize) -> Option<(u64, usize)> {
    let token = tokens.get(at);
    if token.kind == TokenKind::Number {
        let suffix = tokens.get(at + 1);
        let is_ordinal = suffix.glued && matches!(suffix.lower, "st" | "nd" | "rd" | "th");
        return if is_ordinal { Some((figures(token.lower)?.whole()?, at + 2)) } else { None };
    }
    if let Some(value) = ordinal_word(token.lower) {
        return Some((value, at + 1));
    }
    let tens = small(token.lower).filter(|value| *value >= 20)?;
    let units = ordinal_word(tokens.lower(tokens.past_hyphen(at + 1))).filter(|units| *units < 10)?;
    Some((tens + units, tokens.past_hyphen(at + 1) + 1))
}

fn ordinal_word(word: &str) -> Option<u64> {
    const WORDS: [&str; 20] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth", "nineteenth", "twentieth",
    ];
    let position = WORDS.iter().position(|known| *known == word);
    position.map(|idx| idx as u64 + 1).or_else(|| (word == "thirtieth").then_some(30))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ByteRange;

    fn written(text: &str) -> Option<String> {
        let lower = text.to_ascii_lowercase();
        let tokens = Tokens::read(text, &lower, ByteRange::new(0, text.len()));
        let (number, end) = number(&tokens, 0)?;
        Some(format!("{}|{}", number.written(), tokens.len() - end))
    }

    #[test]
    fn numbers_are_read_to_their_end_and_no_further() {
        for (text, expected) in [
            ("1,600 people", "1600|1"),
            ("3.5 million people", "3500000|1"),
            ("twenty-four", "24|0"),
            ("two hundred and fifty men", "250|1"),
            ("a hundred and one", "101|0"),
            ("three thousand four hundred", "3400|0"),
            ("two million three hundred thousand", "2300000|0"),
            ("5 1/2 hours", "5.5|1"),
            ("two and a half years", "2.5|1"),
            ("twenty twelve", "20|1"),
            ("five and six", "5|2"),
            ("seven hundred hundred", "700|1"),
        ] {
            assert_eq!(written(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(written("hundred"), None);
        assert_eq!(written("99999999999999999999999"), None);
    }
}
