//! Chance that comes out the same every time.

use crate::dice::Dice;

/// A source of chance.
pub struct Random(Dice);

impl Random {
    /// One that depends on a seed alone.
    pub fn new(seed: u64) -> Self {
        Random(Dice::new(seed))
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.0.roll() % end as u64) as usize
    }

    /// Whether something happens that does so `percent` times of a hundred.
    pub fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of some things.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    /// One of some things, the first ones far more often, as words are.
    pub fn pick_often<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let end = 1 + self.below(things.len());
        &things[self.below(end)]
    }

    /// Puts things into any order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for at in (1..things.len()).rev() {
            things.swap(at, self.below(at + 1));
        }
    }

    /// A word that no language has.
    pub fn invented_word(&mut self) -> String {
        const STARTS: &[&str] = &["br", "d", "fl", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"];
        const MIDDLES: &[&str] = &["a", "e", "i", "o", "u", "au", "ei"];
        (0..3).map(|_| format!("{}{}", self.pick(STARTS), self.pick(MIDDLES))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same() {
        let numbers = |seed| {
            let mut random = Random::new(seed);
            (0..5).map(|_| random.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(numbers(7), numbers(7));
        assert_ne!(numbers(7), numbers(8));
    }
}
