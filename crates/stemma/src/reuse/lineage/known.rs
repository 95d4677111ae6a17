//! What is known of the reports of a pile: which of two is the older one, and which are put together.

use super::pairs::Pairs;
use super::profile::Profile;
use crate::model::{Evidence, ReportIdx};

/// What is known of the order of two reports: which is the older, and what counted for and against that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The older report.
    pub older: ReportIdx,
    /// What shows it about the reports as wholes.
    pub evidence: Option<Evidence>,
    /// What that counts, in points, beside the wording of the passages; absent where nothing had to be weighed.
    pub points: Option<u32>,
    /// Whether the wording clearly shows the younger one to be the less changed: then both go back to a text that
    /// is lost, and the older one is not the source.
    pub is_contradicted: bool,
}

/// The order of the reports, as far as it is known, and what each is as a whole.
pub struct Known<'a> {
    /// The pairs of reports that share passages.
    pub pairs: &'a Pairs,
    /// By report.
    pub profiles: &'a [Profile],
    /// By pair.
    decisions: Vec<Option<Decision>>,
    /// By report: whether it is put together.
    mosaics: Vec<bool>,
    /// By report: whether it is known to be older than any other.
    has_younger: Vec<bool>,
}

impl<'a> Known<'a> {
    /// Nothing is known of any order.
    pub fn new(pairs: &'a Pairs, profiles: &'a [Profile]) -> Self {
        let mosaics = profiles.iter().map(|profile| profile.is_mosaic(&|_| false)).collect();
        let has_younger = vec![false; profiles.len()];
        Known { pairs, profiles, decisions: vec![None; pairs.pairs.len()], mosaics, has_younger }
    }

    /// Adds what is known of some pairs, unless they are decided already.
    pub fn add(&mut self, decisions: Vec<(usize, Decision)>) {
        let mut changed: Vec<ReportIdx> = Vec::new();
        for (pair, decision) in decisions {
            if self.decisions[pair].is_none() {
                changed.push(decision.older);
                self.has_younger[decision.older.0 as usize] = true;
                self.decisions[pair] = Some(decision);
            }
        }
        changed.sort_unstable();
        changed.dedup();
        for report in changed {
            let is_younger = |other| self.is_before(report, other);
            self.mosaics[report.0 as usize] = self.profiles[report.0 as usize].is_mosaic(&is_younger);
        }
    }

    /// What is decided about a pair.
    pub fn of_pair(&self, pair: usize) -> Option<&Decision> {
        self.decisions[pair].as_ref()
    }

    /// What is decided about two reports.
    pub fn decision(&self, a: ReportIdx, b: ReportIdx) -> Option<&Decision> {
        self.of_pair(self.pairs.find(a, b)?)
    }

    /// Whether `a` is known to be older than `b`.
    pub fn is_before(&self, a: ReportIdx, b: ReportIdx) -> bool {
        self.has_younger[a.0 as usize] && self.decision(a, b).is_some_and(|decision| decision.older == a)
    }

    /// Pairs of which nothing is known yet.
    pub fn open_pairs(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.decisions.len()).filter(|pair| self.decisions[*pair].is_none())
    }

    /// Whether a report is put together from others. What younger reports took from it does not count.
    pub fn is_mosaic(&self, report: ReportIdx) -> bool {
        self.mosaics[report.0 as usize]
    }

    /// What is put together is not the source of what is not.
    pub fn may_be_source(&self, source: ReportIdx, of: ReportIdx) -> bool {
        self.is_mosaic(of) || !self.is_mosaic(source)
    }

    /// That a report is put together, as evidence.
    pub fn mosaic_evidence(&self, report: ReportIdx) -> Evidence {
        let is_younger = |other| self.is_before(report, other);
        self.profiles[report.0 as usize].mosaic_evidence(report, &is_younger)
    }
}
