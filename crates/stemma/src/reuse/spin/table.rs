//! The swap pairs of a pile, and what makes both sides of a pair equal.

use crate::model::{Sha256, SwapPair, Table};
use std::ops::Range;

/// Version of the rule that learns swap pairs.
const SWAP_PAIRS_VERSION: u32 = 1;

/// What was learned of the spinners of a pile: pairs by their words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpinTable {
    pairs: Vec<SwapPair>,
    /// Every side of a pair as words, in order.
    forms: Vec<Vec<String>>,
    /// By form: the form that stands for its group.
    canonical: Vec<usize>,
}

/// A canonical word, and the words of the sequence that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CanonicalWord<'a> {
    /// The word.
    pub word: &'a str,
    /// Which words of the sequence it came from; several canonical words may share them.
    pub from: Range<usize>,
}

impl SpinTable {
    /// A table of pairs in any order.
    pub fn new(mut pairs: Vec<SwapPair>) -> Self {
        pairs.sort();
        pairs.dedup_by(|later, earlier| later.old == earlier.old && later.new == earlier.new);
        let words = |form: &str| -> Vec<String> { form.split(' ').map(str::to_owned).collect() };
        let mut forms: Vec<Vec<String>> =
            pairs.iter().flat_map(|pair| [words(&pair.old), words(&pair.new)]).collect();
        forms.sort_unstable();
        forms.dedup();
        let mut groups = Groups((0..forms.len()).collect());
        for pair in &pairs {
            let at = |form: &str| forms.binary_search(&words(form)).expect("every side is a form");
            groups.join(at(&pair.old), at(&pair.new));
        }
        let canonical: Vec<usize> = (0..forms.len()).map(|form| groups.first(form)).collect();
        SpinTable { pairs, forms, canonical }
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

    /// Normalised words with the sides of each pair made equal, whichever of them stands there. Pairs that
    /// share a side are one group. The longest form wins, from the left.
    pub fn canonical<'a>(&'a self, words: &[&'a str]) -> Vec<CanonicalWord<'a>> {
        let mut found = Vec::with_capacity(words.len());
        let mut at = 0;
        while at < words.len() {
            let end = match self.longest_form(&words[at..]) {
                Some((len, form)) => {
                    let word = |word| CanonicalWord { word, from: at..at + len };
                    found.extend(self.forms[form].iter().map(String::as_str).map(word));
                    at + len
                }
                None => {
                    found.push(CanonicalWord { word: words[at], from: at..at + 1 });
                    at + 1
                }
            };
            at = end;
        }
        found
    }

    /// The longest form that some words begin with: how many words it has, and what stands for its group.
    fn longest_form(&self, words: &[&str]) -> Option<(usize, usize)> {
        (1..=words.len().min(super::phrase::MAX_WORDS)).rev().find_map(|len| {
            let compare =
                |form: &Vec<String>| form.iter().map(String::as_str).cmp(words[..len].iter().copied());
            let at = self.forms.binary_search_by(compare).ok()?;
            Some((len, self.canonical[at]))
        })
    }
}

/// Forms that pairs join, each pointing to an earlier one of its group or to itself.
struct Groups(Vec<usize>);

impl Groups {
    fn first(&mut self, mut form: usize) -> usize {
        while self.0[form] != form {
            self.0[form] = self.0[self.0[form]];
            form = self.0[form];
        }
        form
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
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

    fn canonical(table: &SpinTable, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        table.canonical(&words).iter().map(|found| found.word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn both_sides_of_a_pair_become_equal() {
        let table = table(&[("marrow", "marrow federation"), ("said", "stated that")]);
        let (old, new) =
            (canonical(&table, "marrow said no"), canonical(&table, "marrow federation stated that no"));
        assert_eq!(old, new);
    }

    #[test]
    fn pairs_that_share_a_side_are_one_group() {
        let table = table(&[("big", "large"), ("big", "huge"), ("vast", "huge")]);
        let forms = ["big", "large", "huge", "vast"].map(|word| canonical(&table, word));
        assert!(forms.iter().all(|form| form == "big"), "{forms:?}");
    }

    #[test]
    fn a_canonical_word_knows_what_it_stands_for() {
        let table = table(&[("said", "went on record")]);
        let words = ["he", "went", "on", "record", "today"];
        let ranges: Vec<_> = table.canonical(&words).into_iter().map(|found| found.from).collect();
        assert_eq!(ranges, [0..1, 1..4, 4..5]);
    }

    #[test]
    fn the_hash_is_over_the_words_in_order() {
        let (one, other) = (table(&[("a", "b"), ("c", "d")]), table(&[("c", "d"), ("a", "b")]));
        assert_eq!(one.named(), other.named());
        assert_ne!(one.named().sha256, table(&[("a", "b")]).named().sha256);
        assert_eq!(table(&[]).named().entries, 0);
    }
}
