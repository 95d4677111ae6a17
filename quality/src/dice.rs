//! Numbers that look random and are the same for the same seed on every machine.

/// A generator of numbers (splitmix64, Steele and others 2014).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A generator that starts from a seed.
    pub fn new(seed: u64) -> Self {
        Dice(seed)
    }

    /// The next number, any of 64 bits.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.roll()) * limit as u128) >> 64) as usize
    }

    /// A number of a range; both ends may come.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// Yes, this many times of a hundred.
    pub fn percent(&mut self, of_hundred: usize) -> bool {
        self.below(100) < of_hundred
    }

    /// From 0 up to and without 1.
    pub fn fraction(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// One of a few; there is at least one.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A number below `limit` by Zipf's law: its rank lies between 10 and 100 as often as between 100 and 1000.
    pub fn zipf(&mut self, limit: usize) -> usize {
        ((limit as f64).powf(self.fraction()) as usize).clamp(1, limit) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let rolls = |seed| [(); 3].map(|()| Dice::new(seed).roll());
        assert_eq!(rolls(7), rolls(7));
        assert_ne!(rolls(7), rolls(8));
    }

    #[test]
    fn numbers_stay_in_their_range() {
        let mut dice = Dice::new(1);
        for _ in 0..1000 {
            assert!((3..=5).contains(&dice.between(3, 5)));
            assert!(dice.zipf(10) < 10);
            assert!((0.0..1.0).contains(&dice.fraction()));
        }
    }

    #[test]
    fn low_ranks_come_more_often() {
        let mut dice = Dice::new(1);
        let n_low = (0..1000).filter(|_| dice.zipf(1000) < 10).count();
        assert!((200..500).contains(&n_low), "{n_low} of 1000 among the first ten of a thousand");
    }
}
