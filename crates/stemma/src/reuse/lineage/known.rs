//! What is known of the reports of a pile: which of two is the older one, and which are put together.

use super::dates::When;
use super::pairs::Pairs;
use super::profile::Profiles;
use crate::model::{Evidence, ReportIdx};
use rayon::prelude::*;

/// What is known of the order of two reports, and what counted for and against that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether the report of the lower number is the older one.
    pub low_is_older: bool,
    /// Whether the wording clearly shows the younger one to be the less changed: then both go back to a text that
    /// is lost, and the older one is not the source.
    pub is_contradicted: bool,
    /// What the reports as wholes count for it, in points, beside the wording of the passages; absent where nothing
    /// had to be weighed.
    pub points: Option<u8>,
    shown: Shown,
}

/// What shows the order of two reports, as wholes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    /// When both were published.
    Dates,
    /// Something, by number.
    Evidence(u32),
}

/// What was found out about a pair.
pub struct Finding {
    /// The pair.
    pub pair: usize,
    /// The older report.
    pub older: ReportIdx,
    /// What shows it about the reports as wholes.
    pub evidence: Option<Evidence>,
    /// What that counts, in points; absent where nothing had to be weighed.
    pub points: Option<u8>,
}

/// The order of the reports, as far as it is known, and what each is as a whole.
pub struct Known<'k, 'a> {
    /// The pairs of reports that share passages.
    pub pairs: &'k Pairs<'k, 'a>,
    /// By report.
    pub profiles: &'k Profiles<'k, 'a>,
    dates: &'k [When],
    /// By pair.
    decisions: Vec<Option<Decision>>,
    evidence: Vec<Evidence>,
    /// By report: whether it is put together.
    mosaics: Vec<bool>,
    /// By report: whether it is known to be older than any other.
    has_younger: Vec<bool>,
}

impl<'k, 'a> Known<'k, 'a> {
    /// Nothing is known of any order.
    pub fn new(pairs: &'k Pairs<'k, 'a>, profiles: &'k Profiles<'k, 'a>, dates: &'k [When]) -> Self {
        let reports = (0..profiles.len() as u32).into_par_iter().map(ReportIdx);
        let mosaics = reports.map(|report| profiles.of(report).is_mosaic(&|_| false)).collect();
        let has_younger = vec![false; profiles.len()];
        let decisions = vec![None; pairs.len()];
        Known { pairs, profiles, dates, decisions, evidence: Vec::new(), mosaics, has_younger }
    }

    /// Adds what dates say of each pair: whether the report of the lower number is the older one, and whether the
    /// wording contradicts that.
    pub fn add_dated(&mut self, decided: Vec<Option<(bool, bool)>>) {
        let mut changed: Vec<ReportIdx> = Vec::new();
        for (pair, decided) in decided.into_iter().enumerate() {
            if let Some((low_is_older, is_contradicted)) = decided {
                let shown = Shown::Dates;
                let decision = Decision { low_is_older, is_contradicted, points: None, shown };
                changed.extend(self.decide(pair, decision));
            }
        }
        self.look_again(changed);
    }

    /// Adds what was found out about some pairs, unless they are decided already.
    pub fn add(&mut self, findings: Vec<Finding>) {
        let mut changed: Vec<ReportIdx> = Vec::new();
        for finding in findings {
            if self.decisions[finding.pair].is_some() {
                continue;
            }
            let shown = match finding.evidence {
                Some(evidence) => {
                    self.evidence.push(evidence);
                    Shown::Evidence(self.evidence.len() as u32 - 1)
                }
                None => Shown::Nothing,
            };
            let low_is_older = self.pairs.reports(finding.pair).0 == finding.older;
            let decision = Decision { low_is_older, is_contradicted: false, points: finding.points, shown };
            changed.extend(self.decide(finding.pair, decision));
        }
        self.look_again(changed);
    }

    /// Writes a decision down, and gives the older report where that is news of it.
    fn decide(&mut self, pair: usize, decision: Decision) -> Option<ReportIdx> {
        self.decisions[pair] = Some(decision);
        let older = self.older(pair)?;
        self.has_younger[older.0 as usize] = true;
        Some(older)
    }

    /// Whether reports are put together, now that more is known to be younger.
    fn look_again(&mut self, mut changed: Vec<ReportIdx>) {
        changed.sort_unstable();
        changed.dedup();
        let is_mosaic =
            |report: &ReportIdx| self.profiles.of(*report).is_mosaic(&|other| self.is_before(*report, other));
        let mosaics: Vec<bool> = changed.par_iter().map(is_mosaic).collect();
        for (report, is_mosaic) in changed.into_iter().zip(mosaics) {
            self.mosaics[report.0 as usize] = is_mosaic;
        }
    }

    /// What is decided about a pair.
    pub fn of_pair(&self, pair: usize) -> Option<&Decision> {
        self.decisions[pair].as_ref()
    }

    /// The older report of a pair, where that is decided.
    pub fn older(&self, pair: usize) -> Option<ReportIdx> {
        let (low, high) = self.pairs.reports(pair);
        self.of_pair(pair).map(|decision| if decision.low_is_older { low } else { high })
    }

    /// What shows the order of a pair about the reports as wholes.
    pub fn evidence(&self, pair: usize) -> Option<Evidence> {
        let (low, high) = self.pairs.reports(pair);
        let decision = self.of_pair(pair)?;
        let (older, younger) = if decision.low_is_older { (low, high) } else { (high, low) };
        let when = |report: ReportIdx| &self.dates[report.0 as usize];
        match decision.shown {
            Shown::Nothing => None,
            Shown::Dates => Some(when(older).evidence(older, younger, when(younger))),
            Shown::Evidence(number) => Some(self.evidence[number as usize].clone()),
        }
    }

    /// Whether the order of two reports is known by their dates.
    pub fn is_dated(&self, a: ReportIdx, b: ReportIdx) -> bool {
        let pair = self.pairs.find(a, b).and_then(|pair| self.of_pair(pair));
        pair.is_some_and(|decision| decision.shown == Shown::Dates)
    }

    /// Whether `a` is known to be older than `b`.
    pub fn is_before(&self, a: ReportIdx, b: ReportIdx) -> bool {
        self.has_younger[a.0 as usize] && self.pairs.find(a, b).and_then(|pair| self.older(pair)) == Some(a)
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
        self.profiles.of(report).mosaic_evidence(&|other| self.is_before(report, other))
    }
}
