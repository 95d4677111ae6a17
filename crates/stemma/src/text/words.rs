//! Sentences into words, and the form in which words are compared.

use crate::model::{ByteRange, Sentence};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word: letters and digits, with the marks that stand inside it ("al-Aswad", "1,600", "don't", "U.S").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Its bytes.
    pub range: ByteRange,
    /// Which sentence it stands in.
    pub sentence: u32,
    /// Hash of its normalised form; equal words have equal hashes, on every machine.
    pub hash: u64,
}

/// The words of all sentences, in order. Characters of scripts that write no blanks between words
/// (Chinese, Japanese, Thai) are words of their own.
pub fn find_words(text: &str, sentences: &[Sentence]) -> Vec<Word> {
    let mut words = Vec::new();
    for (idx, sentence) in sentences.iter().enumerate() {
        for range in word_ranges(text, sentence.range) {
            let hash = hash(&normalise(range.of(text)));
            words.push(Word { range, sentence: idx as u32, hash });
        }
    }
    words
}

/// The form in which words are compared: lower case, without diacritics, marks and hyphens.
pub fn normalise(word: &str) -> String {
    if word.is_ascii() {
        return word
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .map(|byte| byte.to_ascii_lowercase() as char)
            .collect();
    }
    word.nfkd()
        .filter(|c| c.is_alphanumeric() && !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words of a text by itself.
pub fn split_words(text: &str) -> Vec<&str> {
    word_ranges(text, ByteRange::new(0, text.len())).into_iter().map(|range| range.of(text)).collect()
}

/// FNV-1a over the bytes, then a finalising mix, so that all 64 bits depend on all bytes.
fn hash(word: &str) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325u64;
    for byte in word.bytes() {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    state = (state ^ (state >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    state ^ (state >> 32)
}

/// The words of one block.
fn word_ranges(text: &str, block: ByteRange) -> Vec<ByteRange> {
    let base = block.start as usize;
    let piece = block.of(text);
    let mut ranges = Vec::new();
    let mut open: Option<usize> = None;
    let mut chars = piece.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        let inside = open.is_some() && joins(before, c, next);
        if (is_word_char(c) || inside) && !stands_alone(c) {
            open.get_or_insert(at);
        } else {
            if let Some(start) = open.take() {
                ranges.push(ByteRange::new(base + start, base + at));
            }
            if stands_alone(c) {
                ranges.push(ByteRange::new(base + at, base + at + c.len_utf8()));
            }
        }
        before = c;
    }
    if let Some(start) = open {
        ranges.push(ByteRange::new(base + start, base + piece.len()));
    }
    ranges
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Whether a mark between two characters of a word belongs to the word: an apostrophe or full stop between
/// letters ("don't", "U.S"), a point or comma between digits ("1,600", "7.6").
///
/// A hyphen does not: "war-monitoring" and "war monitoring" are the same two words.
fn joins(before: char, mark: char, after: char) -> bool {
    match mark {
        '\'' | '\u{2019}' | '\u{2bc}' => before.is_alphabetic() && after.is_alphabetic(),
        '.' => before.is_numeric() && after.is_numeric() || before.is_uppercase() && after.is_uppercase(),
        ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        '\u{ad}' | '\u{200d}' | '\u{200c}' => is_word_char(after),
        _ => false,
    }
}

/// Ideographs, kana and Thai letters, which are compared one by one.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{0e01}'..='\u{0e30}' | '\u{0e32}'..='\u{0e33}' | '\u{3041}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_words(text: &str) -> Vec<&str> {
        word_ranges(text, ByteRange::new(0, text.len())).into_iter().map(|r| r.of(text)).collect()
    }

    #[test]
    fn marks_inside_a_word_belong_to_it() {
        assert_eq!(split_words("1,600 people, 7.6 (don't)."), ["1,600", "people", "7.6", "don't"]);
        assert_eq!(split_words("U.S. troops"), ["U.S", "troops"]);
    }

    #[test]
    fn a_hyphen_parts_words_so_that_both_spellings_match() {
        assert_eq!(split_words("war-monitoring"), split_words("war monitoring"));
    }

    #[test]
    fn a_full_stop_without_a_blank_behind_it_ends_a_word() {
        assert_eq!(split_words("left.The"), ["left", "The"]);
    }

    #[test]
    fn ideographs_stand_alone() {
        assert_eq!(split_words("大马士革 army"), ["大", "马", "士", "革", "army"]);
    }

    #[test]
    fn case_diacritics_and_marks_do_not_count_when_words_are_compared() {
        assert_eq!(normalise("Hajar"), normalise("HAJAR"));
        assert_eq!(normalise("Málaga"), "malaga");
        assert_eq!(normalise("U.S"), "us");
        assert_eq!(normalise("don\u{2019}t"), normalise("don't"));
    }
}
