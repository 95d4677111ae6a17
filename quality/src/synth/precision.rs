//! Which of the pairs that are joined are right, where the gold lists only some of the right ones.
//!
//! A pair of one family is right. A pair of different families is wrong, unless the texts that the families
//! were made from share eight words in a row: news agencies repeat their own sentences, and such a pair was
//! rightly joined though nobody planted it. It is left out.

use super::pile::Document;
use std::collections::{BTreeMap, BTreeSet};

/// Words of a run that two texts rarely share by chance.
const RUN_WORDS: usize = 8;

/// Right and wrong pairs; those left out are in neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pairs of one family.
    pub right: u64,
    /// Pairs of different families whose base texts share no run.
    pub wrong: u64,
    /// Pairs of different families whose base texts share a run.
    pub left_out: u64,
}

impl Counts {
    /// The share of the pairs counted that are right; nothing where none is counted.
    pub fn precision(&self) -> Option<f64> {
        let counted = self.right + self.wrong;
        (counted > 0).then(|| self.right as f64 / counted as f64)
    }
}

/// What the rule needs to know of a pile.
pub struct Rule {
    family_of: BTreeMap<u32, i64>,
    /// Families whose base texts share a run, the smaller first.
    sharing: BTreeSet<(i64, i64)>,
}

impl Rule {
    /// Learns the families of a pile; nothing where it has no base texts.
    pub fn new(documents: &[Document]) -> Option<Self> {
        let bases: Vec<&Document> = documents.iter().filter(|document| document.is_base).collect();
        (!bases.is_empty()).then(|| Rule {
            family_of: documents.iter().map(|document| (document.id, document.family)).collect(),
            sharing: families_that_share_runs(&bases),
        })
    }

    /// Judges pairs of documents.
    pub fn count(&self, pairs: impl Iterator<Item = (u32, u32)>) -> Counts {
        let mut counts = Counts::default();
        for (a, b) in pairs {
            match (self.family_of.get(&a), self.family_of.get(&b)) {
                (Some(a), Some(b)) if a == b => counts.right += 1,
                (Some(a), Some(b)) if self.sharing.contains(&(*a.min(b), *a.max(b))) => counts.left_out += 1,
                _ => counts.wrong += 1,
            }
        }
        counts
    }

    /// Judges all pairs of the pile, which are too many to go through: family by family.
    pub fn count_all(&self) -> Counts {
        let mut sizes: BTreeMap<i64, u64> = BTreeMap::new();
        self.family_of.values().for_each(|family| *sizes.entry(*family).or_default() += 1);
        let all = self.family_of.len() as u64;
        let right = sizes.values().map(|size| size * (size - 1) / 2).sum();
        let left_out = self.sharing.iter().map(|(a, b)| sizes[a] * sizes[b]).sum();
        Counts { right, left_out, wrong: all * (all - 1) / 2 - right - left_out }
    }
}

fn families_that_share_runs(bases: &[&Document]) -> BTreeSet<(i64, i64)> {
    let mut families_of: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    for base in bases {
        for run in words(&base.text).windows(RUN_WORDS) {
            families_of.entry(run.join(" ")).or_default().insert(base.family);
        }
    }
    let shared = families_of.values().filter(|families| families.len() > 1);
    let pairs = |families: &BTreeSet<i64>| -> Vec<(i64, i64)> {
        let behind = |a: i64| families.range(a + 1..).map(move |b| (a, *b));
        families.iter().flat_map(|a| behind(*a)).collect()
    };
    shared.flat_map(pairs).collect()
}

/// The words of a text, by a rule of our own, so that the measure does not rest on what it measures.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: u32, family: i64, is_base: bool, text: &str) -> Document {
        Document { id, family, is_base, text: text.to_owned() }
    }

    fn pile() -> Vec<Document> {
        vec![
            document(0, 10, true, "One two three four five six seven eight nine."),
            document(1, 10, false, "rewritten beyond recognition"),
            document(2, 20, true, "Zero, TWO three four five six seven eight nine ten"),
            document(3, 30, true, "One two three four five six seven and eight nine."),
        ]
    }

    #[test]
    fn a_pair_of_one_family_is_right_whatever_its_words() {
        let counts = Rule::new(&pile()).unwrap().count([(0, 1)].into_iter());
        assert_eq!(counts, Counts { right: 1, wrong: 0, left_out: 0 });
    }

    #[test]
    fn families_whose_originals_share_eight_words_in_a_row_are_left_out() {
        // "two three four five six seven eight nine" stands in the originals of 10 and 20; those of 10 and 30
        // share only seven words in a row.
        let rule = Rule::new(&pile()).unwrap();
        let counts = rule.count([(1, 2), (0, 3), (2, 3)].into_iter());
        assert_eq!(counts, Counts { right: 0, wrong: 2, left_out: 1 });
        assert_eq!(counts.precision(), Some(0.0));
    }

    #[test]
    fn counting_all_pairs_at_once_is_counting_them_one_by_one() {
        let rule = Rule::new(&pile()).unwrap();
        let every = (0..4).flat_map(|a| (a + 1..4).map(move |b| (a, b)));
        assert_eq!(rule.count_all(), rule.count(every));
        assert_eq!(rule.count_all(), Counts { right: 1, wrong: 3, left_out: 2 });
    }

    #[test]
    fn without_pairs_there_is_no_precision() {
        assert_eq!(Counts::default().precision(), None);
    }

    #[test]
    fn a_pile_without_base_texts_has_no_rule() {
        assert!(Rule::new(&[document(0, 1, false, "text")]).is_none());
    }
}
