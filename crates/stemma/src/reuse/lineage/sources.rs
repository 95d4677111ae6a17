//! From which reports a report took its passages.
//!
//! Whoever copies has one page open, or a few; so the passages of a report are explained together. Sources are
//! added as long as one explains what those before it leave open (a facility location, solved greedily), and
//! each passage is given to the nearest. A source that another could stand in for without anything being
//! explained worse is not decidable.

use super::family::Kin;
use super::known::Known;
use super::pairs::Meeting;
use super::support::{Resampling, support};
use crate::model::ReportIdx;

/// What it costs to take one more report for a source, in the unit of distances: more than one swapped word, so
/// that two pages that happen to swap alike make no source.
const SOURCE: u32 = 6;
/// What a passage costs that no source explains: more than any but a rewritten sentence differs.
const UNEXPLAINED: u32 = 60;

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
    pub ways: Vec<Option<(u32, u32)>>,
}

/// The passages of a report, and where they may come from.
pub struct Child {
    /// Family and witness of each passage.
    pub passages: Vec<(u32, u32)>,
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
        let is_younger = |(_, pair): &(ReportIdx, u32)| {
            known.of_pair(*pair as usize).is_some_and(|decision| decision.older != child)
        };
        let neighbours = known.pairs.neighbours(child);
        if !neighbours.iter().any(is_younger) {
            return Child::of(Vec::new());
        }
        let sides = |pair: u32| {
            let is_low = known.pairs.pairs[pair as usize].low == child;
            known.pairs.meetings(pair as usize).iter().map(move |meeting| side(meeting, is_low))
        };
        let mut passages: Vec<(u32, u32)> =
            neighbours.iter().flat_map(|(_, pair)| sides(*pair)).map(|(passage, ..)| passage).collect();
        passages.sort_unstable();
        passages.dedup();
        let mut gathered = Child::of(passages);
        for (report, pair) in neighbours {
            let decision = known.of_pair(*pair as usize);
            if decision.is_some_and(|decision| decision.older == child) {
                continue;
            }
            let mut ways = vec![None; gathered.passages.len()];
            for (passage, distance, other) in sides(*pair) {
                let at = gathered.passages.binary_search(&passage).expect("it was gathered");
                let way = Some((distance, other));
                if ways[at].is_none() || way < ways[at] {
                    ways[at] = way;
                }
            }
            let candidate = Candidate { report: *report, pair: *pair as usize, ways };
            if decision.is_some_and(|decision| decision.is_contradicted) {
                gathered.contradicted.push(candidate);
            } else if decision.is_some() {
                gathered.older.push(candidate);
            } else if known.may_be_source(*report, child) {
                gathered.open.push(candidate);
            }
        }
        gathered
    }

    fn of(passages: Vec<(u32, u32)>) -> Self {
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

/// A meeting from the side of one report: its passage, how far the other witness is, and which it is.
fn side(meeting: &Meeting, is_low: bool) -> ((u32, u32), u32, u32) {
    let (own, other) = if is_low { (meeting.low, meeting.high) } else { (meeting.high, meeting.low) };
    ((meeting.kin, own), meeting.distance, other)
}

/// By family and witness: where it comes from.
pub fn find_sources(
    known: &Known,
    kins: &[Kin],
    n_reports: usize,
    resampling: Option<&Resampling>,
) -> Vec<Vec<Outcome>> {
    use rayon::prelude::*;
    let mut outcomes: Vec<Vec<Outcome>> =
        kins.iter().map(|kin| vec![Outcome::Oldest; kin.views.len()]).collect();
    let found: Vec<((u32, u32), Outcome)> = (0..n_reports as u32)
        .into_par_iter()
        .flat_map_iter(|report| {
            let child = Child::new(known, ReportIdx(report));
            let outcomes = child.outcomes(known, resampling);
            child.passages.into_iter().zip(outcomes)
        })
        .collect();
    for ((kin, view), outcome) in found {
        outcomes[kin as usize][view as usize] = outcome;
    }
    outcomes
}
