//! The pairs of reports that share passages, and what each shared passage says about them.
//!
//! Two reports meet wherever a family has witnesses in both, of which one is a founder. Meetings are many times as
//! many as pairs, so they are not kept but read off the families when a pair is looked at.

use super::family::Kin;
use crate::model::ReportIdx;
use crate::reuse::by_report::ByReport;
use rayon::prelude::*;

/// Reports whose neighbours are gathered at a time.
const REPORTS_AT_ONCE: usize = 1 << 14;

/// A witness of a family: the number of the family, and of the witness in it.
pub type Place = (u32, u32);

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

/// All pairs of reports that share passages, in order.
pub struct Pairs<'k, 'a> {
    /// The families.
    pub kins: &'k [Kin<'a>],
    /// By report: its witnesses, by family.
    places: ByReport<Place>,
    /// By pair: the report of the lower number.
    lows: Vec<ReportIdx>,
    /// By pair: the other.
    highs: Vec<ReportIdx>,
    /// By report: its first pair in which it is the lower; one more than there are reports.
    starts: Vec<u32>,
    /// By report: its pairs in which it is the higher, with the other report.
    earlier: ByReport<(ReportIdx, u32)>,
}

impl<'k, 'a> Pairs<'k, 'a> {
    /// The pairs of reports with a number below `n_reports`.
    pub fn new(kins: &'k [Kin<'a>], n_reports: usize) -> Self {
        let all = || {
            kins.iter()
                .zip(0..)
                .flat_map(|(kin, idx)| (0..kin.len()).map(move |view| (kin.report(view), (idx, view as u32))))
        };
        let places = ByReport::new(n_reports, (0, 0), all);
        let (mut lows, mut highs, mut starts) = (Vec::new(), Vec::new(), vec![0]);
        for first in (0..n_reports).step_by(REPORTS_AT_ONCE) {
            let reports = first as u32..n_reports.min(first + REPORTS_AT_ONCE) as u32;
            let later = |report| later_neighbours(kins, ReportIdx(report), places.of(ReportIdx(report)));
            let later: Vec<Vec<ReportIdx>> = reports.clone().into_par_iter().map(later).collect();
            for (report, later) in reports.zip(later) {
                lows.resize(lows.len() + later.len(), ReportIdx(report));
                highs.extend(later);
                starts.push(highs.len() as u32);
            }
        }
        let filed = || highs.iter().zip(&lows).zip(0..).map(|((high, low), pair)| (*high, (*low, pair)));
        let earlier = ByReport::new(n_reports, (ReportIdx(0), 0), filed);
        Pairs { kins, places, lows, highs, starts, earlier }
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.lows.len()
    }

    /// Both reports of a pair, that of the lower number first.
    pub fn reports(&self, pair: usize) -> (ReportIdx, ReportIdx) {
        (self.lows[pair], self.highs[pair])
    }

    /// The witnesses of a report, by family.
    pub fn places(&self, report: ReportIdx) -> &[Place] {
        self.places.of(report)
    }

    /// The reports that share passages with one, in order, and the number of each pair.
    pub fn neighbours(&self, report: ReportIdx) -> impl Iterator<Item = (ReportIdx, u32)> {
        let later = self.later(report);
        let later = self.highs[later.clone()].iter().copied().zip(later.start as u32..);
        self.earlier.of(report).iter().copied().chain(later)
    }

    fn later(&self, report: ReportIdx) -> std::ops::Range<usize> {
        let at = report.0 as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    /// The number of a pair.
    pub fn find(&self, a: ReportIdx, b: ReportIdx) -> Option<usize> {
        let later = self.later(a.min(b));
        let at = self.highs[later.clone()].binary_search(&a.max(b)).ok()?;
        Some(later.start + at)
    }

    /// Calls `found` for each meeting of a pair, by family; those of one witness in the order of the others.
    pub fn each_meeting(&self, pair: usize, mut found: impl FnMut(Meeting)) {
        let (low, high) = self.reports(pair);
        let (mut left, mut right) = (self.places.of(low), self.places.of(high));
        while let (Some((of_left, _)), Some((of_right, _))) = (left.first(), right.first()) {
            if of_left < of_right {
                left = behind(left, *of_right);
            } else if of_right < of_left {
                right = behind(right, *of_left);
            } else {
                let kin = *of_left;
                let (own, other) = (behind(left, kin + 1), behind(right, kin + 1));
                let (lows, highs) = (&left[..left.len() - own.len()], &right[..right.len() - other.len()]);
                self.each_of_kin(kin, lows, highs, &mut found);
                (left, right) = (own, other);
            }
        }
    }

    fn each_of_kin(&self, idx: u32, lows: &[Place], highs: &[Place], found: &mut impl FnMut(Meeting)) {
        let kin = &self.kins[idx as usize];
        let is_founder = |view: u32| (view as usize) < kin.n_founders();
        for (_, low) in lows {
            for (_, high) in highs.iter().take_while(|(_, high)| is_founder(*low) || is_founder(*high)) {
                let tie = kin.tie(*low as usize, *high as usize);
                found(Meeting {
                    kin: idx,
                    low: *low,
                    high: *high,
                    distance: tie.distance.into(),
                    forward: tie.forward.into(),
                    backward: tie.backward.into(),
                });
            }
        }
    }

    /// Calls `found` for the nearest meeting of a pair in each family that both have a part in.
    pub fn each_nearest(&self, pair: usize, mut found: impl FnMut(Meeting)) {
        let mut nearest: Option<Meeting> = None;
        let rank = |one: &Meeting| (one.distance, one.low, one.high);
        self.each_meeting(pair, |meeting| match &mut nearest {
            Some(known) if known.kin == meeting.kin => {
                if rank(&meeting) < rank(known) {
                    *known = meeting;
                }
            }
            _ => nearest.replace(meeting).into_iter().for_each(&mut found),
        });
        nearest.into_iter().for_each(found);
    }
}

/// What of some witnesses is of a family or of one behind it. The steps double, so that a short list is looked up in
/// a long one.
fn behind(places: &[Place], kin: u32) -> &[Place] {
    let is_before = |at: usize| places.get(at).is_some_and(|place| place.0 < kin);
    let mut step = 1;
    while is_before(step - 1) {
        step *= 2;
    }
    let near = &places[step / 2..places.len().min(step)];
    &places[step / 2 + near.partition_point(|place| place.0 < kin)..]
}

/// The reports behind one that share passages with it.
fn later_neighbours(kins: &[Kin], report: ReportIdx, places: &[Place]) -> Vec<ReportIdx> {
    let mut later: Vec<ReportIdx> = Vec::new();
    for (kin, view) in places {
        let kin = &kins[*kin as usize];
        let is_founder = (*view as usize) < kin.n_founders();
        let n_met = if is_founder { kin.len() } else { kin.n_founders() };
        later.extend((0..n_met).map(|view| kin.report(view)).filter(|other| *other > report));
    }
    later.sort_unstable();
    later.dedup();
    later
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_before_a_family_is_left_behind() {
        let places: Vec<Place> = [1, 2, 2, 5, 9, 9, 12].iter().map(|kin| (*kin, 0)).collect();
        for kin in 0..14 {
            let from = places.partition_point(|place| place.0 < kin);
            assert_eq!(behind(&places, kin), &places[from..], "{kin}");
        }
    }
}
