//! Words of generated reports, and how they are written.

use std::fmt::Write as _;
use std::rc::Rc;

/// A word. Reports in memory are numbers; letters come when a line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Token {
    /// A word of the base, by its number; a comma behind it is part of it.
    Word(u32),
    /// An invented name, by its number.
    Name(u32),
    /// A number.
    Number(u32),
}

/// The words of a sentence; at least one. Copies share it.
pub type Sentence = Rc<[Token]>;

/// From here on a number is written with a comma before each third digit; years are not.
const WITH_COMMAS_FROM: u32 = 10_000;

const SYLLABLES: [&str; 24] = [
    "ba", "den", "fi", "gor", "hu", "kal", "le", "mir", "no", "pul", "ra", "sen", "ti", "vol", "wu", "zar",
    "che", "skir", "tro", "blun", "osk", "em", "yal", "thu",
];

/// An invented word for a number; different numbers give different words of two syllables or more.
pub fn spelt(number: u64) -> String {
    let base = SYLLABLES.len() as u64;
    let digits = std::iter::successors(Some(number + base), |rest| (*rest >= base).then(|| rest / base));
    digits.map(|rest| SYLLABLES[(rest % base) as usize]).collect()
}

/// Writes a sentence, words of the base looked up in `words`, with a full stop behind it.
pub fn write_sentence(text: &mut String, sentence: &[Token], words: &[String]) {
    write_words(text, sentence, words);
    text.push('.');
}

/// Writes words with blanks between them, the first with a capital, without a comma at the end.
pub fn write_words(text: &mut String, sentence: &[Token], words: &[String]) {
    for (at, token) in sentence.iter().enumerate() {
        let start = text.len();
        match token {
            Token::Word(word) => text.push_str(&words[*word as usize]),
            Token::Name(name) => {
                text.push_str(&spelt(u64::from(*name)));
                capitalise(text, start);
            }
            Token::Number(number) => write_number(text, *number),
        }
        if at == 0 {
            capitalise(text, start);
        }
        text.push(' ');
    }
    text.truncate(text.trim_end_matches([' ', ',']).len());
}

/// A capital for the letter at `start`. Only the letters of the alphabet of the base have one here.
fn capitalise(text: &mut String, start: usize) {
    if let Some(letter) = text[start..].chars().next().filter(char::is_ascii_lowercase) {
        text.replace_range(start..=start, letter.to_ascii_uppercase().encode_utf8(&mut [0; 4]));
    }
}

fn write_number(text: &mut String, number: u32) {
    if number < WITH_COMMAS_FROM {
        write!(text, "{number}").expect("a string takes every number");
        return;
    }
    let digits = number.to_string();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_and_ends_in_a_full_stop() {
        let words = ["rain,".to_owned(), "fell,".to_owned()];
        let mut text = String::new();
        let tokens = [Token::Word(0), Token::Number(1987), Token::Number(1_155_221), Token::Word(1)];
        write_sentence(&mut text, &tokens, &words);
        assert_eq!(text, "Rain, 1987 1,155,221 fell.");
    }

    #[test]
    fn different_numbers_are_different_names() {
        let names: std::collections::BTreeSet<String> = (0..20_000).map(spelt).collect();
        assert_eq!(names.len(), 20_000);
    }
}
