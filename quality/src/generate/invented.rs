//! A base without any collection: invented words, drawn by Zipf's law.

use super::base::Sentences;
use super::token::spelt;
use crate::dice::Dice;

/// Different words; what a few thousand news reports use.
const VOCABULARY: usize = 30_000;
/// Sentences of a base: enough that most words of the vocabulary occur.
pub const SENTENCES: usize = 40_000;
/// News sentences have some 22 words.
const WORDS: (usize, usize) = (10, 34);
/// Of a hundred words: numbers, and words with a comma.
const NUMBERS: usize = 3;
const COMMAS: usize = 5;
/// Every so-many-th word of the vocabulary is a name and has a capital.
const A_NAME_IN: usize = 5;

/// Sentences of invented words, the same for the same dice.
pub fn sentences(dice: &mut Dice, n_sentences: usize) -> Sentences {
    (0..n_sentences).map(|_| sentence(dice)).collect()
}

fn sentence(dice: &mut Dice) -> Vec<String> {
    let n_words = dice.between(WORDS.0, WORDS.1);
    let mut words: Vec<String> = (0..n_words).map(|_| word(dice)).collect();
    words[0] = capital(&words[0]);
    words
}

fn word(dice: &mut Dice) -> String {
    if dice.percent(NUMBERS) {
        return dice.between(2, 5_000).to_string();
    }
    let rank = dice.zipf(VOCABULARY);
    let word = spelt(rank as u64);
    match (rank % A_NAME_IN == A_NAME_IN - 1, dice.percent(COMMAS)) {
        (true, _) => capital(&word),
        (false, true) => word + ",",
        (false, false) => word,
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_length_of_news() {
        let mut dice = Dice::new(3);
        for _ in 0..100 {
            let sentence = sentence(&mut dice);
            assert!((WORDS.0..=WORDS.1).contains(&sentence.len()));
            assert!(
                sentence[0].starts_with(|first: char| first.is_ascii_uppercase() || first.is_ascii_digit())
            );
        }
    }
}
