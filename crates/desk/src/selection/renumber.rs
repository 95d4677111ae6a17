//! Old indexes into new ones, order kept: what was sorted in the whole is sorted in the part.

use std::collections::BTreeSet;

/// The indexes that are kept, in order.
#[derive(Debug, Clone, Default)]
pub struct Renumber(Vec<u32>);

impl Renumber {
    /// Those of a set.
    pub fn of(kept: &BTreeSet<u32>) -> Self {
        Renumber(kept.iter().copied().collect())
    }

    /// The new index of an old one; nothing where that is left out.
    pub fn get(&self, old: u32) -> Option<u32> {
        self.0.binary_search(&old).ok().map(|new| new as u32)
    }

    /// The same for one that was gathered because something points to it.
    pub fn kept(&self, old: u32) -> u32 {
        self.get(old).expect("what is pointed to was gathered")
    }

    /// The kept ones, in order.
    pub fn old(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|old| *old as usize)
    }

    /// Those of a list that are kept.
    pub fn pick<T: Clone>(&self, all: &[T]) -> Vec<T> {
        self.old().map(|old| all[old].clone()).collect()
    }
}
