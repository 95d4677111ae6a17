//! How far two witnesses are apart, and where they differ.

use super::witness::View;
use crate::reuse::alignment::Aligner;
use std::ops::Range;

/// What a word costs that only one of two witnesses has.
const WORD: u32 = 2;
/// What it costs that both write the same word differently, or have other marks between the same words.
const SPELLING: u32 = 1;

/// Words of two witnesses, by number, that stand at the same place and are not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of the one.
    pub a: Range<usize>,
    /// Of the other.
    pub b: Range<usize>,
}

/// Two witnesses, compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What the differences cost in sum; the same in both directions.
    pub distance: u32,
    /// The differences in words, in order.
    pub differences: Vec<Difference>,
}

/// Compares two witnesses.
pub fn compare(a: &View, b: &View) -> Comparison {
    if a.written() == b.written() {
        return Comparison { distance: 0, differences: Vec::new() };
    }
    let mut aligner = Aligner::default();
    aligner.set_left(a.words);
    let pairs: Vec<(usize, usize)> =
        aligner.align_whole(b.words).iter().map(|(i, j)| ((*i).into(), (*j).into())).collect();
    let ends = [(a.ranges.len(), b.ranges.len())];
    let (mut at_a, mut at_b) = (0, 0);
    let mut found = Comparison { distance: 0, differences: Vec::new() };
    for (i, j) in pairs.iter().copied().chain(ends) {
        let difference = Difference { a: at_a..i, b: at_b..j };
        if i > at_a || j > at_b {
            found.distance += WORD * (difference.a.len() + difference.b.len()) as u32;
            found.differences.push(difference);
        }
        (at_a, at_b) = (i + 1, j + 1);
    }
    let otherwise = |(i, j): &&(usize, usize)| a.word(*i) != b.word(*j);
    found.distance += SPELLING * pairs.iter().filter(otherwise).count() as u32;
    // Whatever else differs, two texts that are not the same are some way apart.
    found.distance = found.distance.max(SPELLING);
    found
}
