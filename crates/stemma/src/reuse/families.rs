//! Matches into families: which stretches descend from one text.
//!
//! Matches between the same stretches are gathered as a graph. A family is a star in it: a representative
//! and all that align with the same part of it, so that membership never rests on a chain of ever weaker likenesses
//! (A like B, B like C, and nothing of A in C). What a star leaves out forms a family of its own; a
//! stretch may then stand in two.

use super::matches::Match;
use super::reach::reach_to_borders;
use super::units::{Stretch, Units};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::ops::Range;

/// A family before its stretches are laid out over the places where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Star {
    /// What the others are compared with.
    pub representative: Stretch,
    /// All that align with it, in the order of units.
    pub others: Vec<Stretch>,
}

/// Finds the families among the matches, and among units that stand in several places and do not recur
/// everywhere.
pub fn find_families(units: &Units, recurs: &[bool], matches: &[Match]) -> Vec<Star> {
    Graph::new(units, recurs, matches).stars()
}

/// Stretches, and what each pair of them shares.
struct Graph<'a> {
    units: &'a Units,
    stretches: Vec<Stretch>,
    /// What each stretch shares with its neighbours, by stretch and neighbour.
    bonds: Vec<Bond>,
    /// By stretch: one past its last bond.
    ends: Vec<u32>,
}

/// What a stretch shares with a neighbour.
#[derive(Debug, Clone, Copy)]
struct Bond {
    /// The neighbour.
    other: u32,
    /// The match; both sides have the same, and the last counts where a pair has several.
    found: u32,
    /// What the shared words weigh.
    weight: u16,
    /// Which words of the stretch's own unit they lie in.
    start: u8,
    end: u8,
}

impl Bond {
    fn on_self(&self) -> Range<u8> {
        self.start..self.end
    }
}

/// Where a match, or a unit that stands in several places, lies in a unit.
struct End {
    stretch: Stretch,
    /// Which end of which match; none for a unit as a whole.
    of: Option<u32>,
}

impl<'a> Graph<'a> {
    fn new(units: &'a Units, recurs: &[bool], matches: &[Match]) -> Self {
        let (mut stretches, stretch_of) = stretches(units, recurs, matches);
        let ends: Vec<(u32, u32)> = stretch_of.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        reach_to_borders(units, &mut stretches, matches, &ends);
        let mut all: Vec<(u32, Bond)> = Vec::with_capacity(2 * matches.len());
        for ((found, (a, b)), idx) in matches.iter().zip(&ends).zip(0u32..) {
            let bond = |other: u32, part: &Stretch| Bond {
                other,
                found: idx,
                weight: found.weight,
                start: part.start,
                end: part.end,
            };
            all.push((*a, bond(*b, &found.a)));
            all.push((*b, bond(*a, &found.b)));
        }
        all.par_sort_unstable_by_key(|(stretch, bond)| (*stretch, bond.other, Reverse(bond.found)));
        all.dedup_by_key(|(stretch, bond)| (*stretch, bond.other));
        let mut ends = vec![0u32; stretches.len()];
        all.iter().for_each(|(stretch, _)| ends[*stretch as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        Graph { units, stretches, bonds: all.into_iter().map(|(_, bond)| bond).collect(), ends }
    }

    fn bonds_at(&self, idx: u32) -> Range<usize> {
        let start = if idx == 0 { 0 } else { self.ends[idx as usize - 1] };
        start as usize..self.ends[idx as usize] as usize
    }

    fn bonds(&self, idx: u32) -> &[Bond] {
        &self.bonds[self.bonds_at(idx)]
    }

    fn bond(&self, idx: u32, other: u32) -> &Bond {
        let bonds = self.bonds(idx);
        &bonds[bonds.partition_point(|bond| bond.other < other)]
    }

    /// Covers every pair that aligns, and every stretch, with stars, the best connected representative first.
    fn stars(&self) -> Vec<Star> {
        let mut order: Vec<(Reverse<(i64, u8)>, u32)> = (0..self.stretches.len() as u32)
            .into_par_iter()
            .map(|idx| {
                let stretch = &self.stretches[idx as usize];
                (Reverse((self.shared_weight(idx), stretch.end - stretch.start)), idx)
            })
            .collect();
        order.par_sort_unstable();
        let mut cover =
            Cover { pairs: vec![false; self.bonds.len()], marked: vec![u32::MAX; self.ends.len()] };
        let mut stars = Vec::new();
        for (_, idx) in order {
            let open: Vec<u32> =
                self.bonds_at(idx).filter(|at| !cover.pairs[*at]).map(|at| self.bonds[at].other).collect();
            if open.is_empty() && !self.bonds(idx).is_empty() {
                continue;
            }
            for (nth, members) in self.groups(idx, &open).iter().enumerate() {
                cover.cover(self, idx, members);
                stars.push(self.star(idx, members, nth == 0));
            }
        }
        stars
    }

    /// Neighbours of a stretch in groups that share a part of it. Two that match different parts of it have
    /// nothing in common. The first group, which may be empty, holds the stretch as a whole where it stands
    /// in several places.
    fn groups(&self, idx: u32, others: &[u32]) -> Vec<Vec<u32>> {
        let mut strongest_first: Vec<&Bond> = others.iter().map(|other| self.bond(idx, *other)).collect();
        strongest_first.sort_unstable_by_key(|bond| (Reverse(bond.weight), bond.other));
        let stretch = &self.stretches[idx as usize];
        let mut groups: Vec<(Range<u8>, Vec<u32>)> = Vec::new();
        if self.is_repeated(stretch) || others.is_empty() {
            groups.push((stretch.start..stretch.end, Vec::new()));
        }
        for bond in strongest_first {
            let part = bond.on_self();
            match groups.iter_mut().find(|(core, _)| mostly_same(core, &part)) {
                Some((core, members)) => {
                    *core = core.start.max(part.start)..core.end.min(part.end);
                    members.push(bond.other);
                }
                None => groups.push((part, vec![bond.other])),
            }
        }
        let sorted = |mut members: Vec<u32>| {
            members.sort_unstable();
            members
        };
        groups.into_iter().map(|(_, members)| sorted(members)).collect()
    }

    /// The star of a representative and some members: of the strongest group with all that the stretches
    /// hold, of any other with the part that they share.
    fn star(&self, idx: u32, members: &[u32], whole: bool) -> Star {
        let stretch = |idx: u32| self.stretches[idx as usize];
        let part = |of: u32, with: u32| {
            let part = self.bond(of, with).on_self();
            Stretch { start: part.start, end: part.end, ..stretch(of) }
        };
        let parts = || members.iter().map(|member| part(idx, *member));
        let representative = match parts().next() {
            Some(first) if !whole => {
                let start = parts().map(|part| part.start).min().unwrap_or(first.start);
                let end = parts().map(|part| part.end).max().unwrap_or(first.end);
                Stretch { start, end, ..first }
            }
            _ => stretch(idx),
        };
        let other = |member: &u32| if whole { stretch(*member) } else { part(*member, idx) };
        Star { representative, others: members.iter().map(other).collect() }
    }

    /// What a stretch shares with all others, copies of its own included, each counted as often as it stands.
    fn shared_weight(&self, idx: u32) -> i64 {
        let n_places = |idx: u32| self.units.places(self.stretches[idx as usize].unit).len() as i64;
        let words = self.units.words_of(&self.stretches[idx as usize]);
        let own: i64 = words.iter().map(|word| i64::from(word.weight())).sum();
        let shared = self.bonds(idx).iter().map(|bond| i64::from(bond.weight) * n_places(bond.other));
        own * (n_places(idx) - 1) + shared.sum::<i64>()
    }

    /// Whether a stretch stands in several places as the whole of its unit.
    fn is_repeated(&self, stretch: &Stretch) -> bool {
        self.units.places(stretch.unit).len() > 1
            && stretch.words() == (0..self.units.words(stretch.unit).len())
    }
}

/// Which pairs are in a family already.
struct Cover {
    /// By bond.
    pairs: Vec<bool>,
    /// By stretch: the last star that it was looked at for.
    marked: Vec<u32>,
}

impl Cover {
    /// Marks all pairs among a representative and its members that align.
    fn cover(&mut self, graph: &Graph, idx: u32, members: &[u32]) {
        let all = || members.iter().chain([&idx]);
        all().for_each(|member| self.marked[*member as usize] = idx);
        for member in all() {
            for at in graph.bonds_at(*member) {
                if self.marked[graph.bonds[at].other as usize] == idx {
                    self.pairs[at] = true;
                }
            }
        }
        all().for_each(|member| self.marked[*member as usize] = u32::MAX);
    }
}

/// The stretches that matches lie in, by unit and place, and for both ends of each match its stretch.
fn stretches(units: &Units, recurs: &[bool], matches: &[Match]) -> (Vec<Stretch>, Vec<u32>) {
    // A unit that stands in several places is a witness as a whole, whatever matches parts of it.
    let repeated = units.all().filter(|unit| {
        units.places(*unit).len() > 1 && units.proves_copying(*unit) && !recurs[unit.0 as usize]
    });
    let mut ends: Vec<End> = repeated
        .map(|unit| End { stretch: Stretch::new(unit, 0..units.words(unit).len()), of: None })
        .collect();
    for (found, at) in matches.iter().zip(0u32..) {
        ends.push(End { stretch: found.a, of: Some(2 * at) });
        ends.push(End { stretch: found.b, of: Some(2 * at + 1) });
    }
    ends.par_sort_unstable_by_key(|end| {
        (end.stretch.unit, end.stretch.start, Reverse(end.stretch.end), end.of.map_or(u32::MAX, |at| at))
    });
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut stretch_of = vec![0; 2 * matches.len()];
    for End { stretch, of } in ends {
        match stretches.last_mut() {
            Some(last) if last.unit == stretch.unit && mostly_same(&range(last), &range(&stretch)) => {
                last.end = last.end.max(stretch.end);
            }
            _ => stretches.push(stretch),
        }
        if let Some(of) = of {
            stretch_of[of as usize] = stretches.len() as u32 - 1;
        }
    }
    (stretches, stretch_of)
}

fn range(stretch: &Stretch) -> Range<u8> {
    stretch.start..stretch.end
}

/// Whether two stretches of one unit are one: they share at least half of the shorter.
fn mostly_same(a: &Range<u8>, b: &Range<u8>) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    2 * usize::from(shared) >= a.len().min(b.len())
}
