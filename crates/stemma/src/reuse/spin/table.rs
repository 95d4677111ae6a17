//! The swap pairs of a pile, and what makes both sides of a pair equal.

use crate::model::{Sha256, SwapPair, Table};
use crate::text::hash_of;

/// Version of the rule that learns swap pairs.
const SWAP_PAIRS_VERSION: u32 = 1;

/// What was learned of the spinners of a pile: pairs by their words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpinTable {
    pairs: Vec<SwapPair>,
}

impl SpinTable {
    /// A table of pairs in any order.
    pub fn new(mut pairs: Vec<SwapPair>) -> Self {
        pairs.sort();
        pairs.dedup_by(|later, earlier| later.old == earlier.old && later.new == earlier.new);
        SpinTable { pairs }
    }

    /// The pairs, by old and new words.
    pub fn pairs(&self) -> &[SwapPair] {
        &self.pairs
    }

    /// Whether nothing was learned.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The table as an account names it. Its hash is over the words of the pairs.
    pub fn named(&self) -> Table {
        let parts = self.pairs.iter().flat_map(|pair| [&*pair.old, "\t", &*pair.new, "\n"]);
        Table {
            name: "swap-pairs".into(),
            version: SWAP_PAIRS_VERSION,
            entries: self.pairs.len() as u64,
            sha256: Sha256::of_parts(parts.map(str::as_bytes)),
        }
    }

    /// The pairs of one word for one, as hashes of the new and the old word, by the new one: what lets two sentences
    /// be compared as if neither had been spun. Longer ones are gaps that the alignment bridges anyway.
    pub fn single_words(&self) -> Vec<(u64, u64)> {
        let single = self.pairs.iter().filter(|pair| !pair.old.contains(' ') && !pair.new.contains(' '));
        let mut words: Vec<(u64, u64)> =
            single.map(|pair| (hash_of(&pair.new), hash_of(&pair.old))).collect();
        words.sort_unstable();
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(pairs: &[(&str, &str)]) -> SpinTable {
        let pair = |(old, new): &(&str, &str)| SwapPair {
            old: (*old).to_owned(),
            new: (*new).to_owned(),
            places: 3,
            reports: 2,
            survived: 0,
        };
        SpinTable::new(pairs.iter().map(pair).collect())
    }

    #[test]
    fn words_of_one_for_one_are_undone_by_hash() {
        let words = table(&[("big", "large"), ("marrow", "marrow federation")]).single_words();
        assert_eq!(words, [(hash_of("large"), hash_of("big"))]);
    }

    #[test]
    fn the_hash_is_over_the_words_in_order() {
        let (one, other) = (table(&[("a", "b"), ("c", "d")]), table(&[("c", "d"), ("a", "b")]));
        assert_eq!(one.named(), other.named());
        assert_ne!(one.named().sha256, table(&[("a", "b")]).named().sha256);
        assert_eq!(table(&[]).named().entries, 0);
    }
}
