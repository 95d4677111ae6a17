//! How telling a word is in a story: the fewer of its reports have it, the more.
//!
//! Inverse document frequency (Spärck Jones 1972) in whole hundredths of a bit.

use std::collections::{BTreeMap, BTreeSet};

/// Reports that are thought to stand beside those of a small story, so that a word in all three reports of one weighs something.
const OTHERS: u64 = 8;

/// The most that one word weighs: what is in two of thirty reports is as telling as can be.
const MOST: u32 = 400;

/// How telling the words of a story are.
#[derive(Debug, Default)]
pub struct Weights {
    reports: u64,
    reports_with: BTreeMap<String, u64>,
}

impl Weights {
    /// Counts the words of each report.
    pub fn of<'a>(words_by_report: impl Iterator<Item = BTreeSet<&'a str>>) -> Self {
        let mut weights = Weights::default();
        for words in words_by_report {
            weights.reports += 1;
            for word in words {
                *weights.reports_with.entry(word.to_owned()).or_default() += 1;
            }
        }
        weights
    }

    /// How telling a word is, in hundredths of a bit.
    pub fn weight(&self, word: &str) -> u32 {
        let with = self.reports_with.get(word).copied().unwrap_or(1).max(1);
        hundredths_of_log2((self.reports + OTHERS) * 16 / with).saturating_sub(400).min(MOST)
    }
}

/// The binary logarithm in hundredths, by straight lines between powers of two.
fn hundredths_of_log2(number: u64) -> u32 {
    let number = number.max(1);
    let whole = number.ilog2();
    let rest = number - (1 << whole);
    whole * 100 + ((rest * 100) >> whole) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_tell_more() {
        let reports: Vec<BTreeSet<&str>> = vec![["quake", "girl"].into(), ["quake"].into(), ["quake"].into()];
        let weights = Weights::of(reports.into_iter());
        assert!(weights.weight("girl") > weights.weight("quake"));
        assert_eq!(hundredths_of_log2(8), 300);
    }
}
