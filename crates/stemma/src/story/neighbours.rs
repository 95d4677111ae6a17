//! Which groups of reports may tell one story with a given one: those that have telling words in common.

use super::groups::Group;

/// Words of a group that are looked at, the weightiest: the rest decides nothing about who is near.
const PROBES: usize = 64;

/// A word that more groups than this have leads to none. It bounds the work; groups of a large story are found through
/// their rarer words, and once these have come together the common ones lead to the rest.
const MOST_GROUPS: usize = 400;

/// Candidates of a group that are compared with it in full.
const CANDIDATES: usize = 16;

/// The groups by their weightiest words.
pub(super) struct Index {
    /// By word, where its groups begin; one more than there are words.
    starts: Vec<u32>,
    /// Group and weight, by word.
    postings: Vec<(u32, u32)>,
    /// By group, its weightiest words.
    probes: Vec<Vec<(u32, u32)>>,
}

/// Room to add up in, for one search after the other.
#[derive(Default)]
pub(super) struct Sums {
    by_group: Vec<u64>,
    touched: Vec<u32>,
}

/// The weightiest words of a group.
pub(super) fn probes(group: &Group) -> Vec<(u32, u32)> {
    group.sum.heaviest(PROBES)
}

impl Index {
    /// Files groups under their words; those that are no more have no probes.
    pub fn new(probes: Vec<Vec<(u32, u32)>>) -> Self {
        let n_words = probes.iter().flatten().map(|(word, _)| *word as usize + 1).max().unwrap_or(0);
        let mut starts = vec![0u32; n_words + 1];
        probes.iter().flatten().for_each(|(word, _)| starts[*word as usize + 1] += 1);
        for word in 0..n_words {
            starts[word + 1] += starts[word];
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0); starts[n_words] as usize];
        for (group, words) in (0..).zip(&probes) {
            for (word, weight) in words {
                postings[next[*word as usize] as usize] = (group, *weight);
                next[*word as usize] += 1;
            }
        }
        Index { starts, postings, probes }
    }

    /// The groups that have most in common with one, itself left out, as far as its weightiest words tell.
    pub fn near(&self, group: u32, n_reports: impl Fn(u32) -> u64, sums: &mut Sums) -> Vec<u32> {
        sums.by_group.resize(self.probes.len(), 0);
        for (word, weight) in &self.probes[group as usize] {
            let (from, to) = (self.starts[*word as usize], self.starts[*word as usize + 1]);
            let found = &self.postings[from as usize..to as usize];
            if found.len() > MOST_GROUPS {
                continue;
            }
            for (other, there) in found {
                let sum = &mut sums.by_group[*other as usize];
                if *sum == 0 {
                    sums.touched.push(*other);
                }
                *sum += u64::from(*weight) * u64::from(*there);
            }
        }
        let mut near: Vec<(u64, u32)> = Vec::with_capacity(sums.touched.len());
        for other in sums.touched.drain(..) {
            let sum = std::mem::take(&mut sums.by_group[other as usize]);
            if other != group {
                near.push((sum / n_reports(other), other));
            }
        }
        let order = |one: &(u64, u32)| (std::cmp::Reverse(one.0), one.1);
        if near.len() > CANDIDATES {
            near.select_nth_unstable_by_key(CANDIDATES, order);
            near.truncate(CANDIDATES);
        }
        near.into_iter().map(|(_, other)| other).collect()
    }

    /// The probes of all groups, to be changed for the next index.
    pub fn into_probes(self) -> Vec<Vec<(u32, u32)>> {
        self.probes
    }
}
