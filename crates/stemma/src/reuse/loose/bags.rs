//! Sentences as bags of words, and which of them are alike.
//!
//! A word weighs as much as it tells: the logarithm of how few sentences have it, so that a function word
//! weighs next to nothing without a list. Two forms of one word count as one, by their first letters.

use super::super::units::{UnitIdx, Units};
use crate::model::{ByteRange, Report};
use crate::text::{normalise, split_words};
use rayon::prelude::*;
use std::cmp::{Ordering, Reverse};

/// Words that begin with the same so many letters count as one: "supports", "supported". Translating there
/// and back changes endings. On a fourth of PAN 2013, training part, translated copies: plagdet .888 with five letters,
/// .881 with six, .877 with whole words.
const STEM_LETTERS: usize = 5;
/// A word that more sentences have leads to no candidate; shared with a rarer one it still counts.
const COMMON_WORD_LIMIT: usize = 100;
/// Rarer words that two sentences must share to be compared.
const MIN_SHARED_WORDS: u32 = 2;
/// The most sentences that one sentence is compared with, those that share most rarer words first.
const MAX_PARTNERS: usize = 200;
/// Two sentences are alike from this cosine of their weighted bags on, in percent ...
const MIN_COSINE_PERCENT: u64 = 30;
/// ... and from this share of different words that both have (twice the shared ones over those of both).
const MIN_DICE_PERCENT: usize = 25;
/// Weights are in sixteenths of a bit.
const SIXTEENTHS: u32 = 16;

/// A word that stands in a bag, by number of the word, and what it weighs there.
type Entry = (u32, u32);

/// A bag of words: entries by word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bag {
    entries: Vec<Entry>,
    /// The sum of the squares of all weights.
    norm: u64,
}

/// What two bags have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// How many different words.
    pub n_shared: usize,
    dot: u64,
    norms: u128,
}

impl Likeness {
    /// The square of the cosine, in percent.
    pub fn percent_squared(&self) -> u64 {
        let dot = u128::from(self.dot);
        (100 * dot * dot).checked_div(self.norms).map_or(0, |percent| percent as u64)
    }

    /// Whether the cosine is above so many percent.
    pub fn cosine_above(&self, percent: u64) -> bool {
        let dot = 100 * u128::from(self.dot);
        dot * dot > u128::from(percent * percent) * self.norms
    }
}

impl Bag {
    /// A bag of entries in whatever order, several of which may be of one word.
    fn of(mut entries: Vec<Entry>) -> Self {
        entries.sort_unstable();
        entries.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            earlier.1 += if same { later.1 } else { 0 };
            same
        });
        let norm = entries.iter().map(|entry| u64::from(entry.1).pow(2)).sum();
        Bag { entries, norm }
    }

    /// What two bags have in common.
    pub fn likeness(&self, other: &Bag) -> Likeness {
        let (mut i, mut j, mut n_shared, mut dot) = (0, 0, 0, 0);
        while let (Some(a), Some(b)) = (self.entries.get(i), other.entries.get(j)) {
            match a.0.cmp(&b.0) {
                Ordering::Less => i += 1,
                Ordering::Greater => j += 1,
                Ordering::Equal => {
                    n_shared += 1;
                    dot += u64::from(a.1) * u64::from(b.1);
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        Likeness { n_shared, dot, norms: u128::from(self.norm) * u128::from(other.norm) }
    }
}

/// The bags of all units.
pub struct Bags {
    bags: Vec<Bag>,
    /// By word: the units that have it, where they are few enough to lead to candidates.
    units_with: Vec<Vec<u32>>,
}

impl Bags {
    /// The bags of units, read off the text of their first places.
    pub fn of(reports: &[Report], units: &Units) -> Self {
        let stems = |unit: u32| {
            let span = units.places(UnitIdx(unit)).first();
            stems(&reports[span.report.0 as usize].text, span.range)
        };
        Self::of_stems((0..units.len() as u32).into_par_iter().map(stems).collect())
    }

    fn of_stems(stems: Vec<Vec<String>>) -> Self {
        let mut vocabulary: Vec<&str> = stems.iter().flatten().map(String::as_str).collect();
        vocabulary.par_sort_unstable();
        vocabulary.dedup();
        let number = |stem: &String| vocabulary.binary_search(&stem.as_str()).unwrap_or_default() as u32;
        let words: Vec<Vec<u32>> = stems.par_iter().map(|stems| stems.iter().map(number).collect()).collect();
        let mut units_with: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
        let mut n_units_with = vec![0; vocabulary.len()];
        for (unit, words) in words.iter().enumerate() {
            let mut words = words.clone();
            words.sort_unstable();
            words.dedup();
            for word in words {
                n_units_with[word as usize] += 1;
                units_with[word as usize].push(unit as u32);
            }
        }
        units_with.iter_mut().filter(|units| units.len() > COMMON_WORD_LIMIT).for_each(Vec::clear);
        let all = sixteenths_of_bits(words.len() as u32);
        let entry = |word: &u32| (*word, all - sixteenths_of_bits(n_units_with[*word as usize]));
        let bags = words.par_iter().map(|words| Bag::of(words.iter().map(entry).collect())).collect();
        Bags { bags, units_with }
    }

    /// What two units have in common.
    pub fn likeness(&self, a: UnitIdx, b: UnitIdx) -> Likeness {
        self.bag(a).likeness(self.bag(b))
    }

    /// How many different words a unit has.
    pub fn n_words(&self, unit: UnitIdx) -> usize {
        self.bag(unit).entries.len()
    }

    /// The bag of several units together.
    pub fn together(&self, units: &[UnitIdx]) -> Bag {
        Bag::of(units.iter().flat_map(|unit| self.bag(*unit).entries.iter().copied()).collect())
    }

    /// All pairs of units that are alike, the earlier first, in order.
    pub fn similar_pairs(&self) -> Vec<(UnitIdx, UnitIdx)> {
        let of_unit = |unit: u32| {
            let unit = UnitIdx(unit);
            let alike = move |other: &UnitIdx| self.are_alike(unit, *other);
            self.partners(unit).into_iter().filter(alike).map(move |other| (unit, other))
        };
        (0..self.bags.len() as u32).into_par_iter().flat_map_iter(of_unit).collect()
    }

    /// The units behind a unit that share rarer words with it.
    fn partners(&self, unit: UnitIdx) -> Vec<UnitIdx> {
        let with = self.bag(unit).entries.iter().map(|(word, _)| &self.units_with[*word as usize]);
        let mut met: Vec<u32> = with
            .flat_map(|units| &units[units.partition_point(|other| *other <= unit.0)..])
            .copied()
            .collect();
        met.sort_unstable();
        let mut partners: Vec<(u32, u32)> = met
            .chunk_by(|a, b| a == b)
            .filter(|same| same.len() as u32 >= MIN_SHARED_WORDS)
            .map(|same| (same.len() as u32, same[0]))
            .collect();
        if partners.len() > MAX_PARTNERS {
            partners.sort_unstable_by_key(|(shared, other)| (Reverse(*shared), *other));
            partners.truncate(MAX_PARTNERS);
            partners.sort_unstable_by_key(|(_, other)| *other);
        }
        partners.into_iter().map(|(_, other)| UnitIdx(other)).collect()
    }

    fn are_alike(&self, a: UnitIdx, b: UnitIdx) -> bool {
        let n_words = self.bag(a).entries.len() + self.bag(b).entries.len();
        let likeness = self.likeness(a, b);
        200 * likeness.n_shared > MIN_DICE_PERCENT * n_words && likeness.cosine_above(MIN_COSINE_PERCENT)
    }

    fn bag(&self, unit: UnitIdx) -> &Bag {
        &self.bags[unit.0 as usize]
    }
}

/// The stems of the words in a range of a text.
fn stems(text: &str, range: ByteRange) -> Vec<String> {
    let stem = |word: &&str| normalise(word).chars().take(STEM_LETTERS).collect();
    split_words(range.of(text)).iter().map(stem).collect()
}

/// The binary logarithm of a number, in sixteenths, straight lines between powers of two; of 0 that of 1.
fn sixteenths_of_bits(number: u32) -> u32 {
    let bits = number.max(1).ilog2();
    let beyond = u64::from(number.max(1) - (1 << bits));
    SIXTEENTHS * bits + ((u64::from(SIXTEENTHS) * beyond) >> bits) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bags of sentences that are written with blanks alone.
    fn bags(sentences: &[&str]) -> Bags {
        Bags::of_stems(sentences.iter().map(|text| stems(text, ByteRange::new(0, text.len()))).collect())
    }

    fn pairs(sentences: &[&str]) -> Vec<(u32, u32)> {
        bags(sentences).similar_pairs().into_iter().map(|(a, b)| (a.0, b.0)).collect()
    }

    const OTHERS: [&str; 3] = ["rain fell on the hills", "nobody saw the wolf", "the miller sold his mill"];

    #[test]
    fn the_order_of_words_and_their_endings_do_not_matter() {
        let sentences = ["ferries crossed the stormy strait", "the strait stormy a ferried crossing"];
        assert_eq!(pairs(&[&OTHERS[..], &sentences].concat()), [(3, 4)]);
    }

    #[test]
    fn words_that_all_sentences_have_weigh_nothing() {
        assert!(
            pairs(&["the harbour of the town", "the wolf of the hills", "the mill of the lord"]).is_empty()
        );
    }

    #[test]
    fn a_rare_word_weighs_more_than_a_common_one_and_one_that_stands_twice_more_than_once() {
        let bags = bags(&["wolf wolf the", "the mill", "the wolf", "the town"]);
        let weights: Vec<u32> = bags.bag(UnitIdx(0)).entries.iter().map(|entry| entry.1).collect();
        assert_eq!(weights, [0, 32], "half of the sentences have the wolf: one bit, twice");
        assert_eq!(
            bags.bag(UnitIdx(1)).entries.iter().map(|entry| entry.1).max(),
            Some(32),
            "one of four: two bits"
        );
    }

    #[test]
    fn the_cosine_of_equal_bags_is_one_and_of_foreign_ones_nothing() {
        let bags = bags(&["wolf hill", "hill wolf", "mill town"]);
        let (same, foreign) = (bags.likeness(UnitIdx(0), UnitIdx(1)), bags.likeness(UnitIdx(0), UnitIdx(2)));
        assert_eq!((same.percent_squared(), foreign.percent_squared()), (100, 0));
        assert!(same.cosine_above(99) && !same.cosine_above(100) && !foreign.cosine_above(0));
    }

    #[test]
    fn logarithms_in_sixteenths() {
        let of =
            |numbers: &[u32]| numbers.iter().map(|number| sixteenths_of_bits(*number)).collect::<Vec<_>>();
        assert_eq!(of(&[0, 1, 2, 3, 4, 1024, u32::MAX]), [0, 0, 16, 24, 32, 160, 511]);
    }
}
