//! From which reports a report took its passages.
//!
//! Whoever copies has one page open, or a few; so the passages of a report are explained together. Sources are
//! added as long as one explains what those before it leave open (a facility location, solved greedily), and
//! each passage is given to the nearest. A source that another could stand in for without anything being
//! explained worse is not decidable.

use super::family::Kin;
use super::known::Known;
use super::pairs::{Meeting, Place};
use super::support::{Resampling, support};
use crate::model::ReportIdx;
use rayon::prelude::*;

/// What it costs to take one more report for a source, in the unit of distances: more than one swapped word, so
/// that two pages that happen to swap alike make no source.
const SOURCE: u32 = 6;
/// What a passage costs that no source explains: more than any but a rewritten sentence differs.
const UNEXPLAINED: u32 = 60;
/// Reports whose sources are looked for at a time.
const REPORTS_AT_ONCE: usize = 1 << 14;

/// Where one witness was found to come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// No other report with a witness is known to be older.
    Oldest,
    /// From another witness of the family.
    From {
        /// Which.
        parent: u32,
        /// How well that holds up when the passages are resampled, in percent; absent where not computed.
        support: Option<u8>,
    },
    /// Several witnesses could be the parent.
    Unclear,
    /// There are older witnesses, and this one is less changed than they are.
    Lost {
        /// One of them.
        older: u32,
    },
}

/// What one report has in common with a child.
pub struct Candidate {
    /// The report.
    pub report: ReportIdx,
    /// The number of the pair.
    pub pair: usize,
    /// By passage of the child: how far the nearest witness is, and which it is.
    ways: Vec<Option<Way>>,
}

/// How far a witness of another report is, and which it is.
type Way = (u32, u32);

/// The passages of a report, and where they may come from.
pub struct Child {
    /// Family and witness of each passage.
    pub passages: Vec<Place>,
    /// Reports that are known to be older.
    pub older: Vec<Candidate>,
    /// Older ones that cannot be the source.
    contradicted: Vec<Candidate>,
    /// Reports of which nobody knows.
    open: Vec<Candidate>,
}

impl Child {
    /// Gathers what is known of a report.
    pub fn new(known: &Known, child: ReportIdx) -> Self {
        let mut gathered = Child::of(Vec::new());
        let is_older = |pair: u32| known.older(pair as usize).is_some_and(|older| older != child);
        if !known.pairs.neighbours(child).any(|(_, pair)| is_older(pair)) {
            return gathered;
        }
        gathered.passages = known.pairs.places(child).to_vec();
        gathered.passages.sort_unstable();
        for (report, pair) in known.pairs.neighbours(child) {
            let pair = pair as usize;
            let decision = known.of_pair(pair);
            if known.older(pair) == Some(child) {
                continue;
            }
            let candidates = if decision.is_some_and(|decision| decision.is_contradicted) {
                &mut gathered.contradicted
            } else if decision.is_some() {
                &mut gathered.older
            } else if known.may_be_source(report, child) {
                &mut gathered.open
            } else {
                continue;
            };
            let ways = ways(known, pair, child, &gathered.passages);
            candidates.push(Candidate { report, pair, ways });
        }
        gathered
    }

    fn of(passages: Vec<Place>) -> Self {
        Child { passages, older: Vec::new(), contradicted: Vec::new(), open: Vec::new() }
    }

    /// Where a passage without a source comes from.
    fn without_source(&self, at: usize) -> Outcome {
        let nearest = self.contradicted.iter().filter_map(|candidate| candidate.ways[at]).min();
        nearest.map_or(Outcome::Oldest, |(_, older)| Outcome::Lost { older })
    }

    /// Where each passage comes from.
    /// Without `resampling`, support is left out.
    pub fn outcomes(&self, known: &Known, resampling: Option<&Resampling>) -> Vec<Outcome> {
        let chosen = self.sources();
        let nearest = self.nearest(&chosen);
        let mut outcomes: Vec<Outcome> = (0..nearest.len()).map(|at| self.without_source(at)).collect();
        for source in &chosen {
            let mine: Vec<usize> =
                (0..nearest.len()).filter(|at| nearest[*at].is_some_and(|(_, of)| of == *source)).collect();
            let rivals = self.rivals(&chosen, *source, &mine);
            let support = resampling.and_then(|draws| support(self, known, *source, &mine, &rivals, draws));
            for at in &mine {
                outcomes[*at] = self.outcome(*at, *source, &mine, &rivals, support);
            }
        }
        outcomes
    }

    fn outcome(
        &self,
        at: usize,
        source: usize,
        mine: &[usize],
        rivals: &[Vec<i32>],
        support: Option<u8>,
    ) -> Outcome {
        let Some((distance, parent)) = self.older[source].ways[at] else { return Outcome::Unclear };
        let here = mine.iter().position(|passage| *passage == at).unwrap_or(0);
        let stands_in = |losses: &Vec<i32>| losses.iter().sum::<i32>() <= 0 && losses[here] <= 0;
        let is_nearer = |open: &Candidate| open.ways[at].is_some_and(|(of_open, _)| of_open < distance);
        if rivals.iter().any(stands_in) || self.open.iter().any(is_nearer) {
            Outcome::Unclear
        } else {
            Outcome::From { parent, support }
        }
    }

    /// For each older report that is no source: what each of the passages of a source costs more if it comes from
    /// there, or from another of the sources.
    fn rivals(&self, chosen: &[usize], source: usize, mine: &[usize]) -> Vec<Vec<i32>> {
        let others: Vec<usize> = chosen.iter().copied().filter(|other| *other != source).collect();
        let cost = |ways: &[usize], at: usize| {
            let ways = ways.iter().filter_map(|of| self.older[*of].ways[at]);
            ways.map(|(distance, _)| distance).min().unwrap_or(UNEXPLAINED) as i32
        };
        let losses = |rival: usize| {
            let mut ways = others.clone();
            ways.push(rival);
            mine.iter().map(|at| cost(&ways, *at) - cost(&[source], *at)).collect()
        };
        let rivals = (0..self.older.len()).filter(|rival| *rival != source && self.shares(*rival, mine));
        rivals.map(losses).collect()
    }

    fn shares(&self, candidate: usize, passages: &[usize]) -> bool {
        passages.iter().any(|at| self.older[candidate].ways[*at].is_some())
    }

    /// The reports that explain the passages at the least cost, by number among the older ones.
    fn sources(&self) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        let mut cost: Vec<u32> = vec![UNEXPLAINED; self.passages.len()];
        loop {
            let gain = |at: usize| -> u32 {
                let ways = self.older[at].ways.iter().zip(&cost);
                ways.map(|(way, cost)| way.map_or(0, |(distance, _)| cost.saturating_sub(distance))).sum()
            };
            let gains = (0..self.older.len()).filter(|at| !chosen.contains(at)).map(|at| (gain(at), at));
            // Of equal gains the first report in the order of the account, which depends on texts alone.
            let best = gains.reduce(|best, next| if next.0 > best.0 { next } else { best });
            let Some((gain, at)) = best.filter(|(gain, _)| *gain > SOURCE) else { return chosen };
            debug_assert!(gain > 0);
            chosen.push(at);
            for (cost, way) in cost.iter_mut().zip(&self.older[at].ways) {
                *cost = way.map_or(*cost, |(distance, _)| distance.min(*cost));
            }
        }
    }

    /// For each passage its distance to the nearest of some sources, and which that is.
    fn nearest(&self, chosen: &[usize]) -> Vec<Option<(u32, usize)>> {
        let way =
            |at: usize, source: &usize| self.older[*source].ways[at].map(|(distance, _)| (distance, *source));
        // The source that was chosen first explains most, so it has what others explain equally well.
        let nearest = |at: usize| {
            chosen
                .iter()
                .filter_map(|source| way(at, source))
                .reduce(|best, next| if next.0 < best.0 { next } else { best })
        };
        (0..self.passages.len()).map(nearest).collect()
    }
}

/// By passage of a child: how far the nearest witness of the other report of a pair is, and which it is.
fn ways(known: &Known, pair: usize, child: ReportIdx, passages: &[Place]) -> Vec<Option<Way>> {
    let is_low = known.pairs.reports(pair).0 == child;
    let mut ways: Vec<Option<Way>> = vec![None; passages.len()];
    let mut at = 0;
    known.pairs.each_meeting(pair, |meeting| {
        let (passage, distance, other) = side(&meeting, is_low);
        if passages[at] != passage {
            // Meetings come by family, so the passage is hardly ever far.
            at = passages.binary_search(&passage).unwrap_or(at);
        }
        let way = Some((distance, other));
        if ways[at].is_none() || way < ways[at] {
            ways[at] = way;
        }
    });
    ways
}

/// A meeting from the side of one report: its passage, how far the other witness is, and which it is.
fn side(meeting: &Meeting, is_low: bool) -> (Place, u32, u32) {
    let (own, other) = if is_low { (meeting.low, meeting.high) } else { (meeting.high, meeting.low) };
    ((meeting.kin, own), meeting.distance, other)
}

/// By witness: where it comes from.
pub struct Outcomes {
    /// By family: one past its last witness.
    ends: Vec<usize>,
    outcomes: Vec<Outcome>,
}

impl Outcomes {
    /// The outcomes of the witnesses of a family.
    pub fn of(&self, kin: usize) -> &[Outcome] {
        &self.outcomes[self.start(kin)..self.ends[kin]]
    }

    fn start(&self, kin: usize) -> usize {
        kin.checked_sub(1).map_or(0, |before| self.ends[before])
    }
}

/// Where every witness comes from.
pub fn find_sources(known: &Known, kins: &[Kin], resampling: &Resampling) -> Outcomes {
    let sum = |sum: &mut usize, kin: &Kin| {
        *sum += kin.len();
        Some(*sum)
    };
    let ends: Vec<usize> = kins.iter().scan(0, sum).collect();
    let outcomes = vec![Outcome::Oldest; ends.last().copied().unwrap_or(0)];
    let mut found = Outcomes { ends, outcomes };
    for first in (0..known.profiles.len()).step_by(REPORTS_AT_ONCE) {
        let reports = first as u32..known.profiles.len().min(first + REPORTS_AT_ONCE) as u32;
        let of_reports: Vec<(Place, Outcome)> = reports
            .into_par_iter()
            .flat_map_iter(|report| outcomes_of(known, ReportIdx(report), Some(resampling)))
            .collect();
        for ((kin, view), outcome) in of_reports {
            let at = found.start(kin as usize) + view as usize;
            found.outcomes[at] = outcome;
        }
    }
    found
}

/// Where the witnesses of a report come from.
pub fn outcomes_of(
    known: &Known,
    report: ReportIdx,
    resampling: Option<&Resampling>,
) -> impl Iterator<Item = (Place, Outcome)> + use<> {
    let child = Child::new(known, report);
    let outcomes = child.outcomes(known, resampling);
    child.passages.into_iter().zip(outcomes)
}
