//! Reports that are brought together, and when two groups of them tell one story.

use super::vectors::{ONE, Vector};
use std::collections::BTreeMap;

/// What reports of one story have in common before anything is known of them: the similarity that a group of few reports is
/// held to have, as far as it has too few pairs to tell. In percent of [`ONE`].
const USUAL_COHESION: u64 = 25;

/// Pairs of reports that the usual cohesion counts for.
const USUAL_PAIRS: u64 = 3;

/// Reports that are copies of each other are more alike than reports of one story need be. In percent of [`ONE`].
const HIGHEST_COHESION: u64 = 50;

/// How similar the reports of two groups must be to those of the other, beside how similar they are among themselves, in
/// percent. From 65 to 75 F1 on ECB+ changes little; precision grows and recall falls.
const LEAST_RATIO: u64 = 73;

/// Reports that tell one story, as far as it is known by now.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    /// The reports, in order.
    pub reports: Vec<u32>,
    /// The sum of their rows.
    pub sum: Vector,
    /// The sum of the squares of their rows.
    squares: u64,
    /// How similar they are among themselves, on average over pairs.
    cohesion: u64,
}

impl Group {
    /// A report by itself.
    pub fn of_one(report: u32, row: Vector) -> Self {
        Group::new(vec![report], row.dot(&row), row)
    }

    fn new(reports: Vec<u32>, squares: u64, sum: Vector) -> Self {
        let cohesion = cohesion(reports.len() as u64, squares, &sum);
        Group { reports, sum, squares, cohesion }
    }

    /// How many reports it has.
    pub fn len(&self) -> u64 {
        self.reports.len() as u64
    }

    /// Adds the reports that are others once more, which are listed under the first of each.
    pub fn add_twins(&mut self, twins: &BTreeMap<u32, Vec<u32>>) {
        let more: Vec<u32> =
            self.reports.iter().filter_map(|first| twins.get(first)).flatten().copied().collect();
        self.reports.extend(more);
        self.reports.sort_unstable();
    }

    /// Two groups as one.
    pub fn with(&self, other: &Group) -> Self {
        let mut reports = [&self.reports[..], &other.reports].concat();
        reports.sort_unstable();
        Group::new(reports, self.squares + other.squares, self.sum.plus(&other.sum))
    }

    /// How similar the reports of two groups are on average over pairs, if enough for one story.
    pub fn similarity(&self, other: &Group) -> Option<u64> {
        let similarity = self.sum.dot(&other.sum) / (self.len() * other.len());
        let (one, two) = (u128::from(self.cohesion), u128::from(other.cohesion));
        let square = u128::from(similarity) * u128::from(similarity);
        (square * 10_000 >= one * two * u128::from(LEAST_RATIO * LEAST_RATIO)).then_some(similarity)
    }
}

/// How similar reports are among themselves, from the sum of their rows and the sum of their squares.
fn cohesion(n_reports: u64, squares: u64, sum: &Vector) -> u64 {
    let pairs = n_reports * (n_reports - 1) / 2;
    let similar = sum.dot(sum).saturating_sub(squares) / 2;
    let usual = ONE * USUAL_COHESION / 100;
    ((similar + USUAL_PAIRS * usual) / (pairs + USUAL_PAIRS)).min(ONE * HIGHEST_COHESION / 100)
}
