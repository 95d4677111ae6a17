//! What is known of the reports of a pile before trees are grown.

use super::order::{Order, PairTraces, Pairs};
use super::profile::Profile;
use crate::model::{Evidence, ReportIdx};

/// The order of the reports, as far as it is known, and what each is as a whole.
pub struct Known<'a> {
    /// Which of two reports is older.
    pub order: Order,
    profiles: &'a [Profile],
    pairs: &'a Pairs<PairTraces>,
}

impl<'a> Known<'a> {
    /// What an order says beside the profiles and the pairs of reports that share passages.
    pub fn new(order: Order, profiles: &'a [Profile], pairs: &'a Pairs<PairTraces>) -> Self {
        Known { order, profiles, pairs }
    }

    /// Adds which report of some pairs is older, each with what shows it, unless it is decided already.
    pub fn add(&mut self, older_and_younger: Vec<(ReportIdx, ReportIdx, Evidence)>) {
        for (older, younger, evidence) in older_and_younger {
            self.order.add(older, younger, evidence);
        }
    }

    /// The pairs of reports that share passages.
    pub fn pairs(&self) -> impl Iterator<Item = (ReportIdx, ReportIdx)> + 'a {
        self.pairs.keys().copied()
    }

    /// How many passages two reports share.
    pub fn n_shared(&self, a: ReportIdx, b: ReportIdx) -> usize {
        self.pairs.get(&(a.min(b), a.max(b))).map_or(0, |traces| traces.forward.len())
    }

    /// Whether a report is put together from others. What younger reports took from it does not count.
    pub fn is_mosaic(&self, report: ReportIdx) -> bool {
        self.profiles[report.0 as usize].is_mosaic(&|other| self.order.is_before(report, other))
    }

    /// That a report is put together, as evidence.
    pub fn mosaic_evidence(&self, report: ReportIdx) -> Evidence {
        let is_younger = |other| self.order.is_before(report, other);
        self.profiles[report.0 as usize].mosaic_evidence(report, &is_younger)
    }
}
