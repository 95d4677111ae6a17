//! Groups by average linkage (Sokal and Michener 1958): the two groups that are most alike on the average of all their pairs
//! become one, as long as any are alike enough.
//!
//! Only pairs that have a likeness are looked at; all others count as 0. So time goes with the pairs and not with the square of
//! the things. Of pairs equally alike, those of the first things go first: the order of input is the only order there is.

use std::collections::{BTreeMap, BinaryHeap};

/// Averages are compared in thousandths.
const SCALE: i64 = 1_000;

/// By thing, the first thing of its group. `pairs` hold how alike two things are, the smaller number first; two groups join
/// where the average over all pairs is `enough` or more.
pub fn average_linkage(n_things: usize, pairs: &BTreeMap<(usize, usize), i64>, enough: i64) -> Vec<usize> {
    let mut linkage = Linkage::of(n_things, pairs);
    let mut queue: BinaryHeap<Joining> = pairs.keys().map(|(a, b)| linkage.joining(*a, *b)).collect();
    while let Some(next) = queue.pop() {
        let Joining { average, pair: std::cmp::Reverse((a, b)), sizes } = next;
        if average < enough * SCALE {
            break;
        }
        if sizes != (linkage.sizes[a], linkage.sizes[b]) {
            continue;
        }
        linkage.join(a, b);
        queue.extend(linkage.near[a].keys().map(|c| linkage.joining(a.min(*c), a.max(*c))));
    }
    (0..n_things).map(|thing| linkage.first(thing)).collect()
}

/// Two groups that may join. Sizes tell whether one has grown since.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Joining {
    average: i64,
    pair: std::cmp::Reverse<(usize, usize)>,
    sizes: (usize, usize),
}

/// Groups, each under its first thing.
struct Linkage {
    /// By group: how many things it has; 0 where it went into another.
    sizes: Vec<usize>,
    /// By group: the sum of likenesses with each other group.
    near: Vec<BTreeMap<usize, i64>>,
    above: Vec<usize>,
}

impl Linkage {
    fn of(n_things: usize, pairs: &BTreeMap<(usize, usize), i64>) -> Self {
        let mut near = vec![BTreeMap::new(); n_things];
        for ((a, b), likeness) in pairs {
            near[*a].insert(*b, *likeness);
            near[*b].insert(*a, *likeness);
        }
        Linkage { sizes: vec![1; n_things], near, above: (0..n_things).collect() }
    }

    fn joining(&self, a: usize, b: usize) -> Joining {
        let sum = self.near[a].get(&b).copied().unwrap_or(0);
        let sizes = (self.sizes[a], self.sizes[b]);
        let n_pairs = (sizes.0 * sizes.1).max(1) as i64;
        Joining { average: sum * SCALE / n_pairs, pair: std::cmp::Reverse((a, b)), sizes }
    }

    /// Takes `b` into `a`, which is the smaller number.
    fn join(&mut self, a: usize, b: usize) {
        let taken = std::mem::take(&mut self.near[b]);
        self.near[a].remove(&b);
        for (other, likeness) in taken.into_iter().filter(|(other, _)| *other != a) {
            *self.near[a].entry(other).or_default() += likeness;
            self.near[other].remove(&b);
            *self.near[other].entry(a).or_default() += likeness;
        }
        self.sizes[a] += std::mem::take(&mut self.sizes[b]);
        self.above[b] = a;
    }

    fn first(&self, thing: usize) -> usize {
        let mut at = thing;
        while self.above[at] != at {
            at = self.above[at];
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(n_things: usize, pairs: &[(usize, usize, i64)]) -> Vec<usize> {
        let pairs = pairs.iter().map(|(a, b, likeness)| ((*a, *b), *likeness)).collect();
        average_linkage(n_things, &pairs, 50)
    }

    #[test]
    fn a_chain_is_no_group() {
        assert_eq!(groups(4, &[(0, 1, 90), (1, 2, 60), (2, 3, 90)]), [0, 0, 2, 2]);
    }

    #[test]
    fn what_is_ruled_out_keeps_groups_apart() {
        assert_eq!(groups(3, &[(0, 1, 90), (1, 2, 80), (0, 2, -200)]), [0, 0, 2]);
        assert_eq!(groups(3, &[(0, 1, 90), (1, 2, 80), (0, 2, 60)]), [0, 0, 0]);
    }
}
