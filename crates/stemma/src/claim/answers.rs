//! How near words are, remembered: the word net is asked once for each pair.

use super::meaning::Likeness;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Most pairs that are remembered, so that memory does not grow with the square of the words: some 60 MB.
const MOST_PAIRS: usize = 3_000_000;

/// Answers of the word net.
#[derive(Debug, Default)]
pub struct Answers {
    given: Mutex<Given>,
}

#[derive(Debug, Default)]
struct Given {
    /// By lemma, its number: pairs of numbers are small and fast to compare.
    numbers: BTreeMap<String, u32>,
    likeness: BTreeMap<(u32, u32), Likeness>,
}

impl Answers {
    /// How near two lemmas are; `ask` is called where that is not known yet.
    pub fn likeness(&self, one: &str, other: &str, ask: impl FnOnce() -> Likeness) -> Likeness {
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        let pair = (given.number(one), given.number(other));
        if let Some(known) = given.likeness.get(&pair) {
            return *known;
        }
        let answer = ask();
        if given.likeness.len() < MOST_PAIRS {
            given.likeness.insert(pair, answer);
        }
        answer
    }
}

impl Given {
    fn number(&mut self, lemma: &str) -> u32 {
        if let Some(number) = self.numbers.get(lemma) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(lemma.to_owned(), number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_asked_for_once_in_each_order() {
        let answers = Answers::default();
        assert_eq!(answers.likeness("kill", "murder", || Likeness::Near), Likeness::Near);
        assert_eq!(answers.likeness("kill", "murder", || unreachable!()), Likeness::Near);
        assert_eq!(answers.likeness("murder", "kill", || Likeness::None), Likeness::None);
    }
}
