//! The pairs of reports that share passages, and what each shared passage says about them.

use super::family::Kin;
use super::traces::Trace;
use crate::model::ReportIdx;
use rayon::prelude::*;
use std::ops::Range;

/// Two witnesses of one family in two reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meeting {
    /// The family, by number.
    pub kin: u32,
    /// The witness in the report of the lower number.
    pub low: u32,
    /// The witness in the other.
    pub high: u32,
    /// How far they are apart.
    pub distance: u32,
    /// What speaks for a copy of the lower report's by the higher's, in points,
    pub forward: u32,
    /// and for the other direction.
    pub backward: u32,
}

/// Two reports that share passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The report of the lower number.
    pub low: ReportIdx,
    /// The other.
    pub high: ReportIdx,
    /// Where their meetings are, by family.
    meetings: Range<usize>,
}

/// All pairs of reports that share passages, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairs {
    /// The pairs.
    pub pairs: Vec<Pair>,
    meetings: Vec<Meeting>,
    /// By report, where its neighbours begin; one more than there are reports.
    starts: Vec<u32>,
    /// The other report and the pair, sorted by report.
    neighbours: Vec<(ReportIdx, u32)>,
}

impl Pairs {
    /// The pairs of reports with a number below `n_reports`.
    pub fn new(kins: &[Kin], n_reports: usize) -> Self {
        let meetings = kins.par_iter().enumerate().flat_map_iter(|(idx, kin)| meetings(idx, kin));
        let meetings = by_reports(meetings.collect(), n_reports);
        let mut found = Pairs::default();
        for same in meetings.chunk_by(|a, b| a.0 == b.0) {
            let start = found.meetings.len();
            found.meetings.extend(same.iter().map(|(_, meeting)| *meeting));
            let (low, high) = same[0].0;
            found.pairs.push(Pair { low, high, meetings: start..found.meetings.len() });
        }
        found.index(n_reports);
        found
    }

    fn index(&mut self, n_reports: usize) {
        let both = self
            .pairs
            .iter()
            .zip(0..)
            .flat_map(|(pair, idx)| [(pair.low, pair.high, idx), (pair.high, pair.low, idx)]);
        let mut both: Vec<(ReportIdx, ReportIdx, u32)> = both.collect();
        both.par_sort_unstable();
        let start = |report: usize| both.partition_point(|(of, _, _)| (of.0 as usize) < report) as u32;
        self.starts = (0..=n_reports).map(start).collect();
        self.neighbours = both.into_iter().map(|(_, other, pair)| (other, pair)).collect();
    }

    /// The reports that share passages with one, and the number of each pair.
    pub fn neighbours(&self, report: ReportIdx) -> &[(ReportIdx, u32)] {
        let at = report.0 as usize;
        &self.neighbours[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The number of a pair.
    pub fn find(&self, a: ReportIdx, b: ReportIdx) -> Option<usize> {
        let neighbours = self.neighbours(a);
        let at = neighbours.binary_search_by_key(&b, |(other, _)| *other).ok()?;
        Some(neighbours[at].1 as usize)
    }

    /// The meetings of a pair, by family.
    pub fn meetings(&self, pair: usize) -> &[Meeting] {
        &self.meetings[self.pairs[pair].meetings.clone()]
    }

    /// The nearest meeting of a pair in each family that both have a part in.
    pub fn nearest(&self, pair: usize) -> impl Iterator<Item = &Meeting> {
        let of_kin = self.meetings(pair).chunk_by(|a, b| a.kin == b.kin);
        of_kin.filter_map(|meetings| meetings.iter().min_by_key(|one| (one.distance, one.low, one.high)))
    }
}

/// A meeting under the reports of both witnesses, the lower first.
type Filed = ((ReportIdx, ReportIdx), Meeting);

/// Meetings by both reports, and those of one pair in the order in which they came: in buckets by the first
/// report, as most of the order is in the bucket already.
fn by_reports(meetings: Vec<Filed>, n_reports: usize) -> Vec<Filed> {
    let mut ends = vec![0; n_reports + 1];
    for ((low, _), _) in &meetings {
        ends[low.0 as usize + 1] += 1;
    }
    for report in 0..n_reports {
        ends[report + 1] += ends[report];
    }
    let starts = ends.clone();
    let mut order = vec![0; meetings.len()];
    for (at, ((low, _), _)) in meetings.iter().enumerate() {
        order[ends[low.0 as usize]] = at;
        ends[low.0 as usize] += 1;
    }
    for report in 0..n_reports {
        order[starts[report]..starts[report + 1]].sort_by_key(|at| meetings[*at].0.1);
    }
    order.into_iter().map(|at| meetings[at]).collect()
}

/// The meetings of a family, under the numbers of both reports.
fn meetings(idx: usize, kin: &Kin) -> Vec<Filed> {
    let layout = kin.lay_out();
    let opened = layout.open();
    let mut differences = Vec::new();
    let mut found = Vec::with_capacity(kin.n_founders() * kin.views.len() / 2);
    for a in 0..kin.n_founders() {
        for b in a + 1..kin.views.len() {
            let (of_a, of_b) = (kin.views[a].report(), kin.views[b].report());
            if of_a == of_b {
                continue;
            }
            let (low, high) = if of_a < of_b { (a, b) } else { (b, a) };
            let (forward, backward, distance) = opened.traces(low, high, &mut differences);
            let meeting = Meeting {
                kin: idx as u32,
                low: low as u32,
                high: high as u32,
                distance,
                forward: points(&forward),
                backward: points(&backward),
            };
            found.push(((of_a.min(of_b), of_a.max(of_b)), meeting));
        }
    }
    found
}

fn points(traces: &[Trace]) -> u32 {
    traces.iter().map(|trace| trace.points).sum()
}
