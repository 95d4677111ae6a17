//! How well groups of mentions agree with gold: over pairs, over links (MUC; Vilain and others 1995), over mentions (B-cubed), over
//! entities (CEAF; Luo 2005), and the mean of the last three (CoNLL).

use crate::tally::Tally;
use std::collections::BTreeMap;
use std::iter::Sum;

/// Sums of all measures, over stories.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    pairs: Tally,
    links: Tally,
    /// Sums over mentions: of precision, of recall, and how many mentions there are.
    mentions: (f64, f64, f64),
}

impl Scores {
    /// Compares groups with gold; both give each mention the number of its group.
    pub fn of(found: &[usize], gold: &[usize]) -> Self {
        let mut scores = Scores::default();
        let (by_found, by_gold) = (groups(found), groups(gold));
        let n_pairs = |n: usize| n * n.saturating_sub(1) / 2;
        scores.pairs.found = by_found.values().map(|own| n_pairs(own.len())).sum();
        scores.pairs.gold = by_gold.values().map(|own| n_pairs(own.len())).sum();
        scores.links.found = by_found.values().map(|own| own.len() - 1).sum();
        scores.links.gold = by_gold.values().map(|own| own.len() - 1).sum();
        for own in by_found.values() {
            let parts = parts(own, gold);
            scores.pairs.right += parts.values().map(|n| n_pairs(*n)).sum::<usize>();
            scores.links.right += own.len() - parts.len();
            let squares: usize = parts.values().map(|n| n * n).sum();
            scores.mentions.0 += squares as f64 / own.len() as f64;
        }
        for own in by_gold.values() {
            let squares: usize = parts(own, found).values().map(|n| n * n).sum();
            scores.mentions.1 += squares as f64 / own.len() as f64;
        }
        scores.mentions.2 = found.len() as f64;
        scores
    }

    /// Prints them, `name: value` a line.
    pub fn print(self, name: &str) {
        self.pairs.print(&format!("{name}_pairs"));
        println!("{name}_muc_f1: {:.4}", self.links.f1());
        let (precision, recall) = (self.mentions.0 / self.mentions.2, self.mentions.1 / self.mentions.2);
        println!("{name}_b3_f1: {:.4}", 2.0 * precision * recall / (precision + recall));
        println!("{name}_b3_precision: {precision:.4}");
        println!("{name}_b3_recall: {recall:.4}");
    }
}

impl Sum for Scores {
    fn sum<I: Iterator<Item = Scores>>(scores: I) -> Scores {
        scores.fold(Scores::default(), |a, b| Scores {
            pairs: [a.pairs, b.pairs].into_iter().sum(),
            links: [a.links, b.links].into_iter().sum(),
            mentions: (a.mentions.0 + b.mentions.0, a.mentions.1 + b.mentions.1, a.mentions.2 + b.mentions.2),
        })
    }
}

fn groups(of: &[usize]) -> BTreeMap<usize, Vec<usize>> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    of.iter().enumerate().for_each(|(at, group)| groups.entry(*group).or_default().push(at));
    groups
}

/// How many of some mentions lie in each group of the other side.
fn parts(own: &[usize], other: &[usize]) -> BTreeMap<usize, usize> {
    let mut parts = BTreeMap::new();
    own.iter().for_each(|at| *parts.entry(other[*at]).or_insert(0) += 1);
    parts
}
