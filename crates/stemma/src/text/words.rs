//! Sentences into words, and the form in which words are compared.

use crate::model::ByteRange;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

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
    let mut words = Vec::new();
    each_word(text, ByteRange::new(0, text.len()), |range, _| words.push(range.of(text)));
    words
}

/// The bytes of the words of a block.
pub fn word_ranges(text: &str, block: ByteRange) -> Vec<ByteRange> {
    let mut ranges = Vec::new();
    each_word(text, block, |range, _| ranges.push(range));
    ranges
}

/// Calls `found` for each word of a block, in order, with its bytes and the hash of its normalised form; equal
/// words have equal hashes, on every machine.
///
/// A word is letters and digits, with the marks that stand inside it ("al-Aswad", "1,600", "don't", "U.S").
/// Characters of scripts that write no blanks between words (Chinese, Japanese, Thai) are words of their own.
pub fn each_word(text: &str, block: ByteRange, mut found: impl FnMut(ByteRange, u64)) {
    scan::<true>(text, block, |range, hash| {
        found(range, hash);
        true
    });
}

/// Calls `found` for the bytes of each word of a block, in order, until it says that it has seen enough.
pub fn each_word_place(text: &str, block: ByteRange, mut found: impl FnMut(ByteRange) -> bool) {
    scan::<false>(text, block, |range, _| found(range));
}

/// Calls `found` for each word of a block until it gives no; without `HASHED`, the hash is left out.
fn scan<const HASHED: bool>(text: &str, block: ByteRange, mut found: impl FnMut(ByteRange, u64) -> bool) {
    let (piece, base) = (block.of(text), block.start as usize);
    let bytes = piece.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
            // Most words are plain ASCII, and those are read and hashed byte by byte.
            let (word, next) =
                ascii_word::<HASHED>(bytes, at).unwrap_or_else(|| any_word::<HASHED>(piece, at));
            if let Some((start, end, hash)) = word
                && !found(ByteRange::new(base + start, base + end), hash)
            {
                return;
            }
            at = next;
        } else {
            at += 1;
        }
    }
}

/// A word with its hash, if one was found, and where to look for the next.
type Found = (Option<(usize, usize, u64)>, usize);

/// The word that begins at a letter or digit; nothing where it holds or touches what is not ASCII.
fn ascii_word<const HASHED: bool>(bytes: &[u8], start: usize) -> Option<Found> {
    let mut state = HASH_START;
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let form = FORMS[byte as usize];
        if form > FOREIGN {
            if HASHED {
                state = step(state, form);
            }
        } else if form == BREAK {
            break;
        } else if form == FOREIGN {
            return None;
        } else {
            let after = bytes.get(at + 1).copied().unwrap_or(b' ');
            if !after.is_ascii() {
                return None;
            }
            if !joins(bytes[at - 1] as char, byte as char, after as char) {
                break;
            }
        }
        at += 1;
    }
    Some((Some((start, at, if HASHED { finish(state) } else { 0 })), at))
}

/// The same, in any script: from a place where no word is open to where the next word has ended.
fn any_word<const HASHED: bool>(piece: &str, from: usize) -> Found {
    let with_hash = |start: usize, end: usize| {
        if !HASHED {
            return Some((start, end, 0));
        }
        let bytes = normalise(&piece[start..end]).into_bytes();
        Some((start, end, finish(bytes.into_iter().fold(HASH_START, step))))
    };
    let mut open: Option<usize> = None;
    let mut chars = piece[from..].char_indices().map(|(at, c)| (from + at, c)).peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        let inside = open.is_some() && joins(before, c, next);
        if (is_word_char(c) || inside) && !stands_alone(c) {
            open.get_or_insert(at);
        } else if let Some(start) = open {
            return (with_hash(start, at), at);
        } else if stands_alone(c) {
            return (with_hash(at, at + c.len_utf8()), at + c.len_utf8());
        } else {
            return (None, at + c.len_utf8());
        }
        before = c;
    }
    (open.and_then(|start| with_hash(start, piece.len())), piece.len())
}

/// FNV-1a over the bytes, then a finalising mix, so that all 64 bits depend on all bytes.
const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

fn step(state: u64, byte: u8) -> u64 {
    (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

fn finish(state: u64) -> u64 {
    let mixed = (state ^ (state >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ (mixed >> 32)
}

/// The hash of a word as it is written.
pub fn hash_of_word(word: &str) -> u64 {
    let mut found = HASH_START;
    each_word(word, ByteRange::new(0, word.len()), |_, hash| found = hash);
    found
}

/// The hash of a word that is given in its normalised form.
pub fn hash_of(normal: &str) -> u64 {
    finish(normal.bytes().fold(HASH_START, step))
}

/// What a byte of an ASCII word is that is neither letter nor digit.
const BREAK: u8 = 0;
/// A mark that may stand inside.
const MARK: u8 = 1;
/// Part of a character that is not ASCII.
const FOREIGN: u8 = 2;

/// A letter in lower case or a digit as it is, else what it is.
const FORMS: [u8; 256] = {
    let mut forms = [BREAK; 256];
    let mut byte = 0;
    while byte < 256 {
        forms[byte] = match byte as u8 {
            letter @ (b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9') => letter.to_ascii_lowercase(),
            b'\'' | b'.' | b',' => MARK,
            0x80.. => FOREIGN,
            _ => BREAK,
        };
        byte += 1;
    }
    forms
};

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
    use proptest::prelude::*;

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

    #[test]
    fn a_word_has_one_hash_however_it_is_read() {
        let hashes = |text: &str| {
            let mut hashes = Vec::new();
            each_word(text, ByteRange::new(0, text.len()), |_, hash| hashes.push(hash));
            hashes
        };
        assert_eq!(hashes("Caf\u{e9} DON'T 1,600"), ["cafe", "dont", "1600"].map(hash_of));
        assert_eq!(hashes("don\u{2019}t U.S, x."), ["dont", "us", "x"].map(hash_of));
        assert_eq!(hashes("a\u{301}b' \u{e9}"), ["ab", "e"].map(hash_of));
    }

    proptest! {
        #[test]
        fn plain_words_are_read_as_any_others_are(text in "([a-zA-Z0-9]{1,3}|[ '.,-]|\u{e9}|\u{2019}|\u{5927}|\u{301}|\u{ad}){0,40}") {
            let mut slow = Vec::new();
            let mut at = 0;
            while at < text.len() {
                let (word, next) = any_word::<true>(&text, at);
                slow.extend(word);
                at = next;
            }
            let mut fast = Vec::new();
            each_word(&text, ByteRange::new(0, text.len()), |range, hash| {
                fast.push((range.start as usize, range.end as usize, hash));
            });
            prop_assert_eq!(&fast, &slow);
            let mut places = Vec::new();
            each_word_place(&text, ByteRange::new(0, text.len()), |range| {
                places.push((range.start as usize, range.end as usize));
                places.len() < 5
            });
            let expected: Vec<_> = fast.iter().take(5).map(|(start, end, _)| (*start, *end)).collect();
            prop_assert_eq!(places, expected);
        }
    }
}
