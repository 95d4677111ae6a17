//! B-cubed: how pure are the groups that were found, and how whole (Bagga and Baldwin 1998)?

use std::collections::BTreeMap;

/// Precision and recall, on average over items.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// Of the group of an item, the share that belongs with it.
    pub precision: f64,
    /// Of what belongs with an item, the share that its group has.
    pub recall: f64,
}

impl Score {
    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum == 0.0 { 0.0 } else { 2.0 * self.precision * self.recall / sum }
    }

    /// Prints the three figures, `name: value` a line.
    pub fn print(self, name: &str) {
        println!("{name}_f1: {:.4}", self.f1());
        println!("{name}_precision: {:.4}", self.precision);
        println!("{name}_recall: {:.4}", self.recall);
    }
}

/// Compares groups with gold; both give each item the number of its group.
pub fn b_cubed(found: &[usize], gold: &[usize]) -> Score {
    let (mut groups, mut stories, mut both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (group, story) in found.iter().zip(gold) {
        *groups.entry(group).or_insert(0usize) += 1;
        *stories.entry(story).or_insert(0usize) += 1;
        *both.entry((group, story)).or_insert(0usize) += 1;
    }
    let mut score = Score::default();
    for ((group, story), n) in &both {
        let square = (n * n) as f64;
        score.precision += square / groups[group] as f64;
        score.recall += square / stories[story] as f64;
    }
    let n_items = found.len().max(1) as f64;
    Score { precision: score.precision / n_items, recall: score.recall / n_items }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_as_it_is_scores_one() {
        let score = b_cubed(&[4, 4, 9], &[0, 0, 1]);
        assert_eq!((score.precision, score.recall, score.f1()), (1.0, 1.0, 1.0));
    }

    #[test]
    fn one_group_is_whole_and_single_items_are_pure() {
        let gold = [0, 0, 1, 1];
        assert_eq!(b_cubed(&[0; 4], &gold), Score { precision: 0.5, recall: 1.0 });
        assert_eq!(b_cubed(&[0, 1, 2, 3], &gold), Score { precision: 1.0, recall: 0.5 });
    }
}
