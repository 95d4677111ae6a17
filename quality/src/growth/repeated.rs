//! How much of a pile stands in it more than once, word for word.
//!
//! By a rule of our own, so that the measure does not rest on what it measures.

use std::hash::{DefaultHasher, Hasher};

/// Shorter sentences are the same by chance.
const MIN_WORDS: usize = 4;

/// The share of sentences whose words also stand, in the same order, earlier in the pile.
pub fn share<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let mut hashes: Vec<u64> = texts.flat_map(sentences).filter_map(hash).collect();
    let n_sentences = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    (n_sentences - hashes.len()) as f64 / n_sentences.max(1) as f64
}

/// Runs that end in a full stop and a blank, or at the end of a line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split(". "))
}

fn hash(sentence: &str) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    let words = sentence.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut n_words = 0;
    for word in words {
        word.chars().flat_map(char::to_lowercase).for_each(|letter| hasher.write_u32(letter.into()));
        hasher.write_u32(u32::MAX); // no letter, so that "a bc" is not "ab c"
        n_words += 1;
    }
    (n_words >= MIN_WORDS).then(|| hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_time_counts() {
        let texts =
            ["Rain fell all night. Nobody slept in Orsk.", "RAIN fell, all night.\nThe bridge was closed."];
        assert_eq!(share(texts.into_iter()), 0.25);
        assert_eq!(share(["Too short.", "Too short."].into_iter()), 0.0);
    }
}
