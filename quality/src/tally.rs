//! Precision, recall and F1 of what is right or wrong one by one.

use std::iter::Sum;

/// What is counted of one kind of finding; tallies add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// In gold.
    pub gold: usize,
    /// Found.
    pub found: usize,
    /// Found and in gold.
    pub right: usize,
}

impl Tally {
    /// Which share of what was found is right; 0 where nothing was found.
    pub fn precision(&self) -> f64 {
        ratio(self.right, self.found)
    }

    /// Which share of gold was found; 0 where there is none.
    pub fn recall(&self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        ratio(2 * self.right, self.gold + self.found)
    }

    /// Prints the three figures, `name: value` a line.
    pub fn print(&self, name: &str) {
        println!("{name}_precision: {:.4}", self.precision());
        println!("{name}_recall: {:.4}", self.recall());
        println!("{name}_f1: {:.4}", self.f1());
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |a, b| Tally {
            gold: a.gold + b.gold,
            found: a.found + b.found,
            right: a.right + b.right,
        })
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
