//! Propositions of a story into happenings: what several of them tell of.
//!
//! First the witnesses of one passage: what stands at one place of it tells of one happening, whatever words were
//! put there. Then what means the same: the strongest pairs first, and two groups become one only where no two of their
//! propositions rule each other out.

use super::collate::{Collated, Collation};
use super::meaning::Meaning;
use super::proposition::Proposition;
use super::sameness::{Sameness, compare};
use super::told::Told;
use super::units::Unit;
use super::weights::Weights;
use crate::groups::Groups;
use crate::model::{FamilyIdx, JoinReason, ReportIdx};
use std::collections::BTreeMap;

/// Least strength of a pair that is one happening, in hundredths of a bit.
const ENOUGH: u32 = 260;

/// Most propositions with one predicate that are compared pair by pair; of more, each with the ones before it, so many.
const MOST_COMPARED: usize = 60;

/// A proposition of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PropositionRef {
    /// The report.
    pub report: ReportIdx,
    /// Its place in what the report tells.
    pub place: u32,
}

/// Why two propositions are one happening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The one, by its place in the list of all.
    pub one: usize,
    /// The other, likewise.
    pub other: usize,
    /// The ground.
    pub reason: JoinReason,
    /// What shows it.
    pub sameness: Sameness,
}

/// The happenings of a story.
#[derive(Debug, Default)]
pub struct Happenings {
    /// The propositions, by report and place.
    pub all: Vec<PropositionRef>,
    /// By proposition: which happening it tells of.
    pub of: Vec<usize>,
    /// What joined them, in the order in which it did.
    pub ties: Vec<Tie>,
}

/// Finds the happenings that the units of a story tell of; `told` is by report.
pub fn happenings(
    units: &[Unit],
    told: &[Told],
    collation: &Collation,
    weights: &Weights,
    meaning: &Meaning,
) -> Happenings {
    let mut all: Vec<PropositionRef> = units
        .iter()
        .flat_map(|unit| unit.all.iter().map(|place| PropositionRef { report: unit.report, place: *place }))
        .collect();
    all.sort_unstable();
    all.dedup();
    let one = |at: usize| proposition(told, all[at]);
    let mut groups = Growing::new(all.len());
    let mut ties = witness_ties(&all, told, collation);
    for tie in &ties {
        groups.join(tie.one, tie.other);
    }
    let mut found = meaning_ties(&all, &one, weights, meaning);
    found.sort_by_key(|tie| (std::cmp::Reverse(tie.sameness.strength), tie.one, tie.other));
    for tie in found {
        let (a, b) = (groups.group_of(tie.one), groups.group_of(tie.other));
        if a != b && groups.fit(a, b, |x, y| compare_or_silent(one(x), one(y), weights, meaning)) {
            groups.join(tie.one, tie.other);
            ties.push(tie);
        }
    }
    let of = (0..all.len()).map(|at| groups.group_of(at)).collect();
    Happenings { all, of, ties }
}

fn proposition(told: &[Told], at: PropositionRef) -> &Proposition {
    &told[at.report.0 as usize].propositions[at.place as usize]
}

/// Whether nothing rules out that two propositions tell of one happening.
fn compare_or_silent(one: &Proposition, other: &Proposition, weights: &Weights, meaning: &Meaning) -> bool {
    !super::sameness::is_ruled_out(one, other, meaning) || compare(one, other, weights, meaning).is_some()
}

/// Propositions that stand at one place of one passage.
fn witness_ties(all: &[PropositionRef], told: &[Told], collation: &Collation) -> Vec<Tie> {
    let mut by_family: BTreeMap<FamilyIdx, Vec<(Collated, usize)>> = BTreeMap::new();
    for (at, place) in all.iter().enumerate() {
        for collated in collation.places(place.report, proposition(told, *place).predicate) {
            by_family.entry(collated.family).or_default().push((collated, at));
        }
    }
    let mut ties = Vec::new();
    for places in by_family.values_mut() {
        places.sort_by_key(|(collated, at)| (collated.range, *at));
        for pair in places.windows(2) {
            let ((here, one), (there, other)) = (pair[0], pair[1]);
            let meets = here.range.overlap(there.range) > 0 || here.range == there.range;
            if meets && here.passage != there.passage {
                let words =
                    vec![(proposition(told, all[one]).predicate, proposition(told, all[other]).predicate)];
                ties.push(Tie {
                    one,
                    other,
                    reason: JoinReason::Witnesses,
                    sameness: Sameness { strength: u32::MAX, words },
                });
            }
        }
    }
    ties
}

/// Pairs that mean the same.
fn meaning_ties<'a>(
    all: &[PropositionRef],
    one: &dyn Fn(usize) -> &'a Proposition,
    weights: &Weights,
    meaning: &Meaning,
) -> Vec<Tie> {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in 0..all.len() {
        for key in meaning.keys(&one(at).lemma) {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut ties = Vec::new();
    for places in by_key.values() {
        for (nth, at) in places.iter().enumerate() {
            for before in &places[nth.saturating_sub(MOST_COMPARED)..nth] {
                if let Some(sameness) = compare(one(*before), one(*at), weights, meaning)
                    && sameness.strength >= ENOUGH
                {
                    ties.push(Tie { one: *before, other: *at, reason: JoinReason::SameHappening, sameness });
                }
            }
        }
    }
    ties
}

/// Groups that grow together, with their members.
struct Growing {
    groups: Groups,
    members: Vec<Vec<usize>>,
}

/// Most pairs of two groups that are asked whether they rule each other out.
const MOST_ASKED: usize = 400;

impl Growing {
    fn new(n: usize) -> Self {
        Growing { groups: Groups::new(n), members: (0..n).map(|at| vec![at]).collect() }
    }

    fn group_of(&mut self, at: usize) -> usize {
        self.groups.first(at as u32) as usize
    }

    fn join(&mut self, one: usize, other: usize) {
        let (a, b) = (self.group_of(one), self.group_of(other));
        if a != b {
            self.groups.join(a as u32, b as u32);
            let moved = std::mem::take(&mut self.members[a.max(b)]);
            self.members[a.min(b)].extend(moved);
        }
    }

    /// Whether every two members of two groups fit.
    fn fit(&self, a: usize, b: usize, fits: impl Fn(usize, usize) -> bool) -> bool {
        let pairs = self.members[a].iter().flat_map(|x| self.members[b].iter().map(move |y| (*x, *y)));
        pairs.take(MOST_ASKED).all(|(x, y)| fits(x, y))
    }
}
