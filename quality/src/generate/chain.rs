//! Fresh sentences: each word is drawn from those that follow the last one somewhere in the base.
//!
//! So words are as frequent as in the base, and so are pairs of words, while sentences are new. Numbers are
//! drawn afresh and rare names are replaced by invented ones, so that the vocabulary grows with the pile, as
//! that of a real one does.

use super::base::{Sentences, is_number};
use super::token::{Sentence, Token};
use crate::dice::Dice;
use std::collections::BTreeMap;

/// A fresh sentence has at least this many words, and is cut off after so many.
const MIN_WORDS: usize = 8;
const MAX_WORDS: usize = 45;
/// A word with a capital that is no more frequent than this in the base is somebody's name.
const RARE: usize = 3;
/// Invented names of one report.
const CAST: usize = 6;
/// Names are drawn from so many; that two reports draw the same is rare.
const NAMES: usize = 1 << 20;
/// Numbers have at most this many digits.
const MAX_DIGITS: usize = 7;

/// What follows the last word of a sentence.
const END: u32 = u32::MAX;

/// The words of the base, and which follow which.
pub struct Chain {
    /// How each word is written.
    pub words: Vec<String>,
    kinds: Vec<Kind>,
    /// The first words of sentences, as often as they are that.
    starts: Vec<u32>,
    /// Where the followers of each word begin.
    from: Vec<usize>,
    /// What follows each word, as often as it does.
    followers: Vec<u32>,
}

/// What comes of a word of the base in a fresh sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It stays.
    Plain,
    /// It becomes a name of the report.
    RareName,
    /// It becomes a number of so many digits.
    Number(usize),
}

/// The names that occur in one report.
pub struct Cast([u32; CAST]);

impl Cast {
    /// Draws the names of a report.
    pub fn draw(dice: &mut Dice) -> Self {
        Cast([(); CAST].map(|()| dice.below(NAMES) as u32))
    }
}

impl Chain {
    /// Learns from the sentences of a base.
    pub fn learn(base: &Sentences) -> Self {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        let mut counts: Vec<usize> = Vec::new();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut starts = Vec::new();
        for sentence in base {
            let mut last = None;
            for word in sentence {
                let next = counts.len() as u32;
                let number = *numbers.entry(word).or_insert(next);
                if number == next {
                    counts.push(0);
                }
                counts[number as usize] += 1;
                match last {
                    Some(last) => pairs.push((last, number)),
                    None => starts.push(number),
                }
                last = Some(number);
            }
            pairs.extend(last.map(|last| (last, END)));
        }
        pairs.sort_unstable();
        let mut words = vec![String::new(); counts.len()];
        numbers.iter().for_each(|(word, number)| (*word).clone_into(&mut words[*number as usize]));
        let from =
            (0..=counts.len() as u32).map(|word| pairs.partition_point(|pair| pair.0 < word)).collect();
        let kinds = words.iter().zip(&counts).map(|(word, count)| kind(word, *count)).collect();
        Chain { words, kinds, starts, from, followers: pairs.into_iter().map(|pair| pair.1).collect() }
    }

    /// A fresh sentence.
    pub fn sentence(&self, dice: &mut Dice, cast: &Cast) -> Sentence {
        let mut tokens = Vec::with_capacity(MAX_WORDS);
        let mut word = *dice.pick(&self.starts);
        while tokens.len() < MAX_WORDS {
            tokens.push(self.token(word, dice, cast));
            word = *dice.pick(&self.followers[self.from[word as usize]..self.from[word as usize + 1]]);
            if word == END {
                if tokens.len() >= MIN_WORDS {
                    break;
                }
                word = *dice.pick(&self.starts);
            }
        }
        tokens.into()
    }

    fn token(&self, word: u32, dice: &mut Dice, cast: &Cast) -> Token {
        match self.kinds[word as usize] {
            Kind::Plain => Token::Word(word),
            Kind::RareName => Token::Name(*dice.pick(&cast.0)),
            Kind::Number(digits) => Token::Number(number(dice, digits)),
        }
    }

    /// A word that is about as frequent as another, drawn by the position of some word in the base.
    pub fn any_word(&self, draw: u64) -> Token {
        let at = (u128::from(draw) * self.followers.len() as u128) >> 64;
        let drawn = self.followers[at as usize..].iter().find(|word| self.is_plain(**word));
        Token::Word(*drawn.unwrap_or(&self.starts[0]))
    }

    fn is_plain(&self, word: u32) -> bool {
        word != END && self.kinds[word as usize] == Kind::Plain && !self.words[word as usize].ends_with(',')
    }
}

fn kind(word: &str, count: usize) -> Kind {
    if is_number(word) {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        return Kind::Number(digits.clamp(1, MAX_DIGITS));
    }
    let is_name = word.starts_with(char::is_uppercase) && count <= RARE;
    if is_name { Kind::RareName } else { Kind::Plain }
}

/// A number of so many digits.
pub fn number(dice: &mut Dice, digits: usize) -> u32 {
    let least = 10usize.pow(digits as u32 - 1);
    dice.between(least, least * 10 - 1) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Sentences {
        let lines = ["the ferry left the harbour with 40 men", "the harbour closed after the rain fell"];
        lines.map(|line| line.split(' ').map(str::to_owned).collect()).into()
    }

    #[test]
    fn each_word_follows_one_that_it_follows_in_the_base() {
        let chain = Chain::learn(&base());
        let mut dice = Dice::new(5);
        let cast = Cast::draw(&mut dice);
        for _ in 0..100 {
            let sentence = chain.sentence(&mut dice, &cast);
            assert!((MIN_WORDS..=MAX_WORDS).contains(&sentence.len()));
            assert!(!sentence.contains(&Token::Number(40)) || chain.words.contains(&"40".to_owned()));
            for pair in sentence.windows(2) {
                let [Token::Word(a), Token::Word(b)] = pair else { continue };
                let (a, b) = (&chain.words[*a as usize], &chain.words[*b as usize]);
                let ends = a == "men" || a == "fell";
                let stands =
                    base().iter().any(|words| words.windows(2).any(|two| two == [a.clone(), b.clone()]));
                assert!(stands || (ends && b == "the"), "{a} {b}");
            }
        }
    }

    #[test]
    fn numbers_keep_their_digits_and_rare_names_go() {
        assert_eq!(kind("1,234.5", 1), Kind::Number(5));
        assert_eq!(kind("Orsk", 1), Kind::RareName);
        assert_eq!(kind("Orsk", 100), Kind::Plain);
        let mut dice = Dice::new(2);
        assert!((0..100).all(|_| (10..100).contains(&number(&mut dice, 2))));
    }
}
