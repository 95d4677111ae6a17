//! A generated report in memory.

use super::chain::{Cast, Chain};
use super::token::Sentence;
use crate::dice::Dice;
use std::fmt;

/// Words of a fresh report before its last sentence is ended: 400 on average with that and the title.
const WORDS: (usize, usize) = (100, 590);
/// A title has at most so many words.
const TITLE_WORDS: usize = 9;

/// How a report was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Of fresh sentences.
    Original,
    /// Another report as it is.
    Verbatim,
    /// Another report with sentences dropped, added and changed by hand.
    Edited,
    /// Another report with every so-many-th word swapped.
    Spun(usize),
    /// Fresh sentences, and some of several other reports.
    Mosaic,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Kind::Original => f.write_str("orig"),
            Kind::Verbatim => f.write_str("verbatim"),
            Kind::Edited => f.write_str("edited"),
            Kind::Spun(every) => write!(f, "spun{every}"),
            Kind::Mosaic => f.write_str("mosaic"),
        }
    }
}

/// The sentences of a report, title first, and how many of them were taken from another.
#[derive(Debug, Clone, Default)]
pub struct Text {
    /// At least two.
    pub sentences: Vec<Sentence>,
    /// Those that were taken, changed or not.
    pub n_taken: usize,
}

impl Text {
    /// A text of fresh sentences.
    pub fn fresh(chain: &Chain, dice: &mut Dice) -> Self {
        let cast = Cast::draw(dice);
        let n_words = dice.between(WORDS.0, WORDS.1);
        let mut sentences = vec![fresh_title(chain, dice, &cast)];
        let mut n_left = n_words as isize;
        while n_left > 0 {
            let sentence = chain.sentence(dice, &cast);
            n_left -= sentence.len() as isize;
            sentences.push(sentence);
        }
        Text { sentences, n_taken: 0 }
    }
}

/// A fresh title.
pub fn fresh_title(chain: &Chain, dice: &mut Dice, cast: &Cast) -> Sentence {
    let sentence = chain.sentence(dice, cast);
    sentence[..sentence.len().min(TITLE_WORDS)].into()
}

/// A generated report.
#[derive(Debug)]
pub struct Draft {
    /// Its number, in the order of publication.
    pub id: u32,
    /// The number of the original that it goes back to; of a mosaic its own.
    pub family: u32,
    /// How it was made.
    pub kind: Kind,
    /// How many copyings lie between it and its original.
    pub depth: usize,
    /// What it says.
    pub text: Text,
}
