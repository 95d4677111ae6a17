//! Matches into families: which stretches descend from one text.
//!
//! Matches between the same stretches are gathered as a graph. A family is a star in it: a representative
//! and all that align with the same part of it, so that membership never rests on a chain of ever weaker likenesses
//! (A like B, B like C, and nothing of A in C). What a star leaves out forms a family of its own; a
//! stretch may then stand in two.

use super::align::Match;
use super::reach::reach_to_borders;
use super::units::{Stretch, Unit, UnitIdx};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A family before its stretches are laid out over the places where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Star {
    /// What the others are compared with.
    pub representative: Stretch,
    /// All that align with it, in the order of units.
    pub others: Vec<Stretch>,
}

/// Finds the families among the matches, and among units that stand in several places.
pub fn find_families(units: &[Unit], matches: &[Match]) -> Vec<Star> {
    Graph::new(units, matches).stars(units)
}

/// Marks the end of no match: a unit that stands in several places.
const WHOLE_UNIT: usize = usize::MAX;

/// Stretches, and what each pair of them shares.
struct Graph {
    stretches: Vec<Stretch>,
    /// By stretch: its neighbours by number, with what it shares with each.
    neighbours: Vec<BTreeMap<usize, Bond>>,
}

/// What a stretch shares with a neighbour.
#[derive(Debug, Clone)]
struct Bond {
    /// What the shared words weigh.
    weight: i32,
    /// Which words of the stretch's own unit they lie in.
    on_self: Range<usize>,
}

impl Graph {
    fn new(units: &[Unit], matches: &[Match]) -> Self {
        let mut ends: Vec<(UnitIdx, Range<usize>, usize)> = Vec::with_capacity(2 * matches.len());
        // A unit that stands in several places is a witness as a whole, whatever matches parts of it.
        let repeated = |unit: &Unit| unit.places.len() > 1 && unit.proves_copying();
        for (idx, unit) in units.iter().enumerate().filter(|(_, unit)| repeated(unit)) {
            ends.push((UnitIdx(idx as u32), 0..unit.hashes.len(), WHOLE_UNIT));
        }
        for (idx, found) in matches.iter().enumerate() {
            ends.push((found.a.0, found.a.1.clone(), 2 * idx));
            ends.push((found.b.0, found.b.1.clone(), 2 * idx + 1));
        }
        ends.sort_by_key(|(unit, words, end)| (*unit, words.start, usize::MAX - words.end, *end));
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut stretch_of = vec![0; 2 * matches.len()];
        for (unit, words, end) in ends {
            match stretches.last_mut() {
                Some(last) if last.unit == unit && mostly_same(&last.words, &words) => {
                    last.words.end = last.words.end.max(words.end);
                }
                _ => stretches.push(Stretch { unit, words }),
            }
            if end != WHOLE_UNIT {
                stretch_of[end] = stretches.len() - 1;
            }
        }
        let mut neighbours = vec![BTreeMap::new(); stretches.len()];
        let ends: Vec<(usize, usize)> = stretch_of.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        reach_to_borders(units, &mut stretches, matches, &ends);
        for (found, (a, b)) in matches.iter().zip(ends) {
            neighbours[a].insert(b, Bond { weight: found.weight, on_self: found.a.1.clone() });
            neighbours[b].insert(a, Bond { weight: found.weight, on_self: found.b.1.clone() });
        }
        Graph { stretches, neighbours }
    }

    /// Covers every pair that aligns, and every stretch, with stars, the best connected representative first.
    fn stars(&self, units: &[Unit]) -> Vec<Star> {
        let mut order: Vec<usize> = (0..self.stretches.len()).collect();
        order.sort_by_cached_key(|idx| {
            let length = self.stretches[*idx].words.len();
            (Reverse((self.shared_weight(units, *idx), length)), *idx)
        });
        let mut covered: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut stars = Vec::new();
        for idx in order {
            let open = |other: &&usize| !covered.contains(&pair(idx, **other));
            let others: Vec<usize> = self.neighbours[idx].keys().filter(open).copied().collect();
            if others.is_empty() && !self.neighbours[idx].is_empty() {
                continue;
            }
            for (nth, members) in
                self.groups(idx, &others, is_repeated(units, &self.stretches[idx])).iter().enumerate()
            {
                self.cover(idx, members, &mut covered);
                stars.push(self.star(idx, members, nth == 0));
            }
        }
        stars
    }

    /// Neighbours of a stretch in groups that share a part of it. Two that match different parts of it have
    /// nothing in common. The first group, which may be empty, holds the stretch as a whole where it stands
    /// in several places.
    fn groups(&self, idx: usize, others: &[usize], repeated: bool) -> Vec<Vec<usize>> {
        let mut strongest_first = others.to_vec();
        strongest_first.sort_by_key(|other| (Reverse(self.neighbours[idx][other].weight), *other));
        let mut groups: Vec<(Range<usize>, Vec<usize>)> = Vec::new();
        if repeated || others.is_empty() {
            groups.push((self.stretches[idx].words.clone(), Vec::new()));
        }
        for other in strongest_first {
            let part = &self.neighbours[idx][&other].on_self;
            match groups.iter_mut().find(|(core, _)| mostly_same(core, part)) {
                Some((core, members)) => {
                    *core = core.start.max(part.start)..core.end.min(part.end);
                    members.push(other);
                }
                None => groups.push((part.clone(), vec![other])),
            }
        }
        groups
            .into_iter()
            .map(|(_, mut members)| {
                members.sort_unstable();
                members
            })
            .collect()
    }

    /// Marks all pairs among a representative and its members that align.
    fn cover(&self, idx: usize, members: &[usize], covered: &mut BTreeSet<(usize, usize)>) {
        for member in members.iter().chain([&idx]) {
            let within = |other: &&usize| **other == idx || members.binary_search(other).is_ok();
            let aligned = self.neighbours[*member].keys().filter(within);
            covered.extend(aligned.map(|other| pair(*member, *other)));
        }
    }

    /// The star of a representative and some members: of the strongest group with all that the stretches
    /// hold, of any other with the part that they share.
    fn star(&self, idx: usize, members: &[usize], whole: bool) -> Star {
        let part = |of: usize, with: usize| self.neighbours[of][&with].on_self.clone();
        let words = if whole || members.is_empty() {
            self.stretches[idx].words.clone()
        } else {
            let parts = || members.iter().map(|member| part(idx, *member));
            let start = parts().map(|range| range.start).min().unwrap_or_default();
            start..parts().map(|range| range.end).max().unwrap_or(start)
        };
        let other = |member: &usize| Stretch {
            unit: self.stretches[*member].unit,
            words: if whole { self.stretches[*member].words.clone() } else { part(*member, idx) },
        };
        Star {
            representative: Stretch { unit: self.stretches[idx].unit, words },
            others: members.iter().map(other).collect(),
        }
    }

    /// What a stretch shares with all others, copies of its own included, each counted as often as it stands.
    fn shared_weight(&self, units: &[Unit], idx: usize) -> i64 {
        let unit = |idx: usize| &units[self.stretches[idx].unit.0 as usize];
        let own: i64 =
            unit(idx).weights[self.stretches[idx].words.clone()].iter().copied().map(i64::from).sum();
        let shared = self.neighbours[idx]
            .iter()
            .map(|(other, bond)| i64::from(bond.weight) * unit(*other).places.len() as i64);
        own * (unit(idx).places.len() as i64 - 1) + shared.sum::<i64>()
    }
}

/// Whether a stretch stands in several places as the whole of its unit.
fn is_repeated(units: &[Unit], stretch: &Stretch) -> bool {
    let unit = &units[stretch.unit.0 as usize];
    unit.places.len() > 1 && stretch.words == (0..unit.hashes.len())
}

/// Two stretches, the earlier first.
fn pair(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

/// Whether two stretches of one unit are one: they share at least half of the shorter.
fn mostly_same(a: &Range<usize>, b: &Range<usize>) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    2 * shared >= a.len().min(b.len())
}
