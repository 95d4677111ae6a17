//! Average linkage: the two groups whose reports are most similar on average become one, again and again, until no two
//! are similar enough.
//!
//! Groups that are each other's nearest come together, many pairs in one round; for average linkage the result is the
//! same as one pair at a time (Murtagh 1983). Only groups that share telling words are compared, never all pairs.

use super::groups::Group;
use super::neighbours::{Index, Sums, probes};

/// Brings groups together.
pub(super) fn agglomerate(groups: Vec<Group>) -> Vec<Group> {
    let mut rounds = Rounds::new(groups);
    loop {
        rounds.search();
        if rounds.merge() {
            continue;
        }
        // What was too dissimilar or too common before may have changed: look at all once more.
        rounds.stale.fill(true);
        rounds.search();
        if !rounds.merge() {
            return rounds.groups.into_iter().filter(|group| !group.reports.is_empty()).collect();
        }
    }
}

/// The groups, and what is known of each.
struct Rounds {
    /// One that has gone into another has no reports.
    groups: Vec<Group>,
    probes: Vec<Vec<(u32, u32)>>,
    /// The nearest group that tells the same story, with its similarity.
    nearest: Vec<Option<(u64, u32)>>,
    /// Whether the nearest has to be looked for anew.
    stale: Vec<bool>,
}

impl Rounds {
    fn new(groups: Vec<Group>) -> Self {
        let (nearest, stale) = (vec![None; groups.len()], vec![true; groups.len()]);
        Rounds { probes: groups.iter().map(probes).collect(), groups, nearest, stale }
    }

    /// Finds the nearest of each group for which that is not known.
    fn search(&mut self) {
        let index = Index::new(std::mem::take(&mut self.probes));
        let mut sums = Sums::default();
        let mut found = Vec::new();
        for at in 0..self.groups.len() {
            if !std::mem::take(&mut self.stale[at]) {
                continue;
            }
            self.nearest[at] = None;
            let near = index.near(at as u32, |other| self.groups[other as usize].len(), &mut sums);
            for other in near {
                if let Some(similarity) = self.groups[at].similarity(&self.groups[other as usize]) {
                    found.push((similarity, at as u32, other));
                }
            }
        }
        // What one group finds the other knows, too.
        for (similarity, one, two) in found {
            self.offer(one, similarity, two);
            self.offer(two, similarity, one);
        }
        self.probes = index.into_probes();
    }

    fn offer(&mut self, to: u32, similarity: u64, other: u32) {
        let nearest = &mut self.nearest[to as usize];
        let pair = |other: u32| (to.min(other), to.max(other));
        let nearer = nearest.is_none_or(|(before, known)| {
            // Of pairs that are equally similar the first comes first, from whichever side one looks.
            (before, std::cmp::Reverse(pair(known))) < (similarity, std::cmp::Reverse(pair(other)))
        });
        if nearer {
            *nearest = Some((similarity, other));
        }
    }

    /// Brings together the groups that are each other's nearest; whether there were any.
    fn merge(&mut self) -> bool {
        let of = |at: u32| self.nearest[at as usize].map(|(_, other)| other);
        let pairs: Vec<(u32, u32)> = (0..self.groups.len() as u32)
            .filter_map(|at| {
                of(at).filter(|other| at < *other && of(*other) == Some(at)).map(|other| (at, other))
            })
            .collect();
        for (one, two) in &pairs {
            let gone = std::mem::take(&mut self.groups[*two as usize]);
            let merged = self.groups[*one as usize].with(&gone);
            self.probes[*one as usize] = probes(&merged);
            self.probes[*two as usize].clear();
            self.groups[*one as usize] = merged;
            self.nearest[*two as usize] = None;
            self.stale[*one as usize] = true;
        }
        self.forget(&pairs);
        !pairs.is_empty()
    }

    /// Those whose nearest has changed look again.
    fn forget(&mut self, pairs: &[(u32, u32)]) {
        let mut changed = vec![false; self.groups.len()];
        pairs.iter().for_each(|(one, two)| {
            changed[*one as usize] = true;
            changed[*two as usize] = true;
        });
        for at in 0..self.groups.len() {
            if self.nearest[at].is_some_and(|(_, other)| changed[other as usize]) {
                self.nearest[at] = None;
                self.stale[at] = true;
            }
        }
    }
}
