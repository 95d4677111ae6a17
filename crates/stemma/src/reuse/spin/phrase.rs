//! Short runs of words as numbers, so that they can be counted by sorting.

use crate::model::ByteRange;
use crate::text::{each_word, normalise};

/// Most words on one side of a swap pair: longer replacements are rewriting, and no two are alike.
pub const MAX_WORDS: usize = 4;

/// A run of normalised words, as a hash; equal runs have equal hashes.
pub type Phrase = u64;

/// The run without words.
pub const NOTHING: Phrase = 0;

/// A word where it stands, with the hash of its normalised form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Its bytes.
    pub range: ByteRange,
    /// Equal words have equal hashes.
    pub hash: u64,
}

/// The words of a piece of text.
pub fn words(text: &str, range: ByteRange) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(text, range, |range, hash| words.push(Word { range, hash }));
    words
}

/// The hash of a run of words.
pub fn phrase(words: &[Word]) -> Phrase {
    words.iter().fold(NOTHING, |state, word| extend(state, word.hash))
}

/// The hash of a run that is one word longer.
pub fn extend(run: Phrase, word: u64) -> Phrase {
    (run.rotate_left(29) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1
}

/// The normalised words of a run, with one blank between them.
pub fn written(text: &str, words: &[Word]) -> String {
    let forms: Vec<String> = words.iter().map(|word| normalise(word.range.of(text))).collect();
    forms.join(" ")
}

/// The bytes from the first word of a run to its last.
pub fn range(words: &[Word]) -> Option<ByteRange> {
    let (first, last) = (words.first()?, words.last()?);
    Some(ByteRange { start: first.range.start, end: last.range.end })
}
