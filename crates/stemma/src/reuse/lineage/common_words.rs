//! The longest run of words that two witnesses have in the same order, by bit-parallel dynamic programming
//! (Hyyrö 2004): one step of arithmetic for each word of the second, however many the first has.
//!
//! The first is prepared once and compared with many.

use crate::reuse::features::MAX_WORDS;

/// A single shared word with at least this many changed words on both sides and before and behind it is
/// chance ("the", "of"), not something that was kept.
const ISLAND_GAP: usize = 2;

/// A witness that others are compared with.
#[derive(Debug, Clone)]
pub struct Base {
    words: Vec<u32>,
    /// Each of its words once, sorted, with a bit for every place where it stands.
    places: Vec<(u32, u128)>,
}

impl Base {
    /// Prepares the words of a witness.
    pub fn new(words: &[u32]) -> Self {
        let words = words[..words.len().min(MAX_WORDS)].to_vec();
        let mut places: Vec<(u32, u128)> =
            words.iter().enumerate().map(|(at, word)| (*word, 1u128 << at)).collect();
        places.sort_unstable();
        places.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 |= later.1;
            }
            same
        });
        Base { words, places }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Puts the pairs of numbers of equal words into `pairs`, in order.
    pub fn common(&self, other: &[u32], pairs: &mut Vec<(usize, usize)>) {
        let other = &other[..other.len().min(MAX_WORDS)];
        let (n, m) = (self.words.len(), other.len());
        let most = n.min(m);
        let head = (0..most).take_while(|at| self.words[*at] == other[*at]).count();
        let tail = (1..=most - head).take_while(|back| self.words[n - back] == other[m - back]).count();
        pairs.clear();
        pairs.extend((0..head).map(|at| (at, at)));
        self.middle(other, head, tail, pairs);
        pairs.extend((0..tail).rev().map(|back| (n - 1 - back, m - 1 - back)));
        drop_islands(pairs, n, m);
    }

    /// The common words between the `head` words and the `tail` words that are known to be common.
    fn middle(&self, other: &[u32], head: usize, tail: usize, pairs: &mut Vec<(usize, usize)>) {
        let (end, other_end) = (self.words.len() - tail, other.len() - tail);
        if head == end || head == other_end {
            return;
        }
        let inside = (u128::MAX >> (MAX_WORDS - (end - head))) << head;
        let mut row = u128::MAX;
        let mut rows = [0; MAX_WORDS];
        for (at, word) in other[head..other_end].iter().enumerate() {
            let matches = self.places_of(*word) & inside;
            let reached = row & matches;
            row = row.wrapping_add(reached) | (row & !reached);
            rows[at] = row;
        }
        self.walk_back(&rows[..other_end - head], head, end, pairs);
    }

    fn places_of(&self, word: u32) -> u128 {
        self.places.binary_search_by_key(&word, |place| place.0).map_or(0, |at| self.places[at].1)
    }

    /// Follows the rows back from the last: a bit that is not set says that a common word ends there.
    fn walk_back(&self, rows: &[u128], head: usize, end: usize, pairs: &mut Vec<(usize, usize)>) {
        let start = pairs.len();
        let (mut i, mut j) = (end, rows.len());
        while i > head && j > 0 {
            let bit = 1u128 << (i - 1);
            if rows[j - 1] & bit != 0 {
                i -= 1;
            } else if j > 1 && rows[j - 2] & bit == 0 {
                j -= 1;
            } else {
                (i, j) = (i - 1, j - 1);
                pairs.push((i, head + j));
            }
        }
        pairs[start..].reverse();
    }
}

/// Drops the pairs that stand alone in the middle of what was rewritten.
fn drop_islands(pairs: &mut Vec<(usize, usize)>, n: usize, m: usize) {
    let gap = |from: Option<(usize, usize)>, to: (usize, usize)| {
        let start = from.map_or((0, 0), |(i, j)| (i + 1, j + 1));
        (to.0 - start.0).min(to.1 - start.1)
    };
    let (mut kept, only_one) = (0, pairs.len() == 1);
    let mut before = None;
    for at in 0..pairs.len() {
        let (pair, behind) = (pairs[at], pairs.get(at + 1).copied().unwrap_or((n, m)));
        let is_island = gap(before, pair) >= ISLAND_GAP && gap(Some(pair), behind) >= ISLAND_GAP;
        before = Some(pair);
        if only_one || !is_island {
            pairs[kept] = pair;
            kept += 1;
        }
    }
    pairs.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(text: &str) -> Vec<u32> {
        text.bytes().map(u32::from).collect()
    }

    fn common(left: &str, right: &str) -> String {
        let mut pairs = Vec::new();
        Base::new(&letters(left)).common(&letters(right), &mut pairs);
        pairs.into_iter().map(|(i, _)| left.as_bytes()[i] as char).collect()
    }

    /// The length of the longest common subsequence, by the table that every textbook has.
    fn textbook(left: &[u32], right: &[u32]) -> usize {
        let mut row = vec![0; right.len() + 1];
        for a in left {
            let mut diagonal = 0;
            for (j, b) in right.iter().enumerate() {
                let above = row[j + 1];
                row[j + 1] = if a == b { diagonal + 1 } else { above.max(row[j]) };
                diagonal = above;
            }
        }
        row[right.len()]
    }

    #[test]
    fn swaps_cuts_and_additions_leave_the_rest_common() {
        assert_eq!(common("abcdefgh", "abXdefYZgh"), "abdefgh");
        assert_eq!(common("abcdefgh", "abgh"), "abgh");
        assert_eq!(common("abgh", "abcdefgh"), "abgh");
        assert_eq!(common("abc", "xyz"), "");
        assert_eq!(common("", "xyz"), "");
    }

    #[test]
    fn a_word_alone_among_rewritten_ones_is_not_common() {
        assert_eq!(common("abXXtYYcd", "abVVtWWcd"), "abcd");
        assert_eq!(common("abXtYcd", "abVtWcd"), "abtcd");
    }

    proptest! {
        #[test]
        fn the_run_is_in_order_and_as_long_as_the_textbook_says(
            left in prop::collection::vec(0u32..5, 0..20),
            right in prop::collection::vec(0u32..5, 0..20),
        ) {
            let base = Base::new(&left);
            let most = left.len().min(right.len());
            let head = (0..most).take_while(|at| left[*at] == right[*at]).count();
            let mut pairs = Vec::new();
            base.middle(&right, head, 0, &mut pairs);
            prop_assert!(pairs.iter().all(|(i, j)| left[*i] == right[*j]));
            prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            prop_assert_eq!(head + pairs.len(), textbook(&left, &right));
        }
    }
}
