//! Which of two reports that share passages is the older one.
//!
//! Dates come first. Without them everything counts that all shared passages show together: the wording of
//! each, and what the reports are as wholes. The clearest pairs are decided first, because what is known to be
//! copied from a report no longer makes that report look like a copy.

use super::dates::order_of_publication;
use super::profile::Profile;
use super::traces::Trace;
use crate::model::{Evidence, Report, ReportIdx};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// What one direction must count more than the other, from round to round; the last is the least.
const MARGINS: [u32; 4] = [10, 7, 5, 4];
/// How much more of its own the parent of a mosaic has, in percent, for that to count.
const MIN_OWN_GAP: u8 = 15;
/// Percent for each point that a mosaic counts, and the most that it counts.
const PERCENT_FOR_POINT: u8 = 5;
const MAX_MOSAIC_POINTS: u32 = 10;
/// Wording alone decides only where this many passages of a pair bear traces: one sentence may have been
/// cut by anybody.
const MIN_PASSAGES: usize = 2;

/// Traces in the passages that two reports share, for each direction, one list a passage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairTraces {
    /// If the second report copied the first.
    pub forward: Vec<Vec<Trace>>,
    /// If the first copied the second.
    pub backward: Vec<Vec<Trace>>,
}

/// What is known of the order of two reports: which is the older, and what counted for and against that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The older report.
    pub older: ReportIdx,
    /// What shows it about the reports as wholes.
    pub evidence: Option<Evidence>,
    /// What counted for it.
    pub points: u32,
    /// What counted for the other direction.
    pub against: u32,
}

impl Decision {
    /// How much of what was weighed speaks for it.
    pub fn support_percent(&self) -> Option<u8> {
        let percent =
            (100 * u64::from(self.points)).checked_div(u64::from(self.points) + u64::from(self.against));
        percent.map(|percent| percent as u8)
    }
}

/// Pairs of reports by number, the lower first.
pub type Pairs<T> = BTreeMap<(ReportIdx, ReportIdx), T>;

/// The order of reports, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    decisions: Pairs<Decision>,
}

impl Order {
    /// What was decided about two reports.
    pub fn decision(&self, a: ReportIdx, b: ReportIdx) -> Option<&Decision> {
        self.decisions.get(&(a.min(b), a.max(b)))
    }

    /// Whether `a` is known to be older than `b`.
    pub fn is_before(&self, a: ReportIdx, b: ReportIdx) -> bool {
        self.decision(a, b).is_some_and(|decision| decision.older == a)
    }

    /// Adds what the trees show, where nothing is decided.
    pub fn add(&mut self, older: ReportIdx, younger: ReportIdx, evidence: Evidence) {
        let evidence = Some(evidence);
        let decision = Decision { older, evidence, points: 0, against: 0 };
        self.decisions.entry((older.min(younger), older.max(younger))).or_insert(decision);
    }
}

/// Decides pairs of reports, the clearest first.
pub fn find_order(reports: &[Report], profiles: &[Profile], pairs: &Pairs<PairTraces>) -> Order {
    let mut order = Order::default();
    for pair in pairs.keys() {
        let publication = order_of_publication(&reports[pair.0.0 as usize], &reports[pair.1.0 as usize]);
        if let Some(publication) = publication {
            order.decisions.insert(*pair, by_date(*pair, publication));
        }
    }
    for margin in MARGINS {
        let known = order.clone();
        for (pair, traces) in
            pairs.iter().filter(|(pair, _)| !order.decisions.contains_key(*pair)).collect::<Vec<_>>()
        {
            if let Some(decision) = weigh(*pair, profiles, traces, &known, margin) {
                order.decisions.insert(*pair, decision);
            }
        }
    }
    order
}

fn by_date((a, b): (ReportIdx, ReportIdx), publication: Ordering) -> Decision {
    let (older, later) = if publication == Ordering::Less { (a, b) } else { (b, a) };
    let evidence = Some(Evidence::Dates { earlier: older, later });
    Decision { older, evidence, points: 0, against: 0 }
}

/// What counts for each direction of a pair; nothing where it is not clear.
fn weigh(
    (a, b): (ReportIdx, ReportIdx),
    profiles: &[Profile],
    traces: &PairTraces,
    known: &Order,
    margin: u32,
) -> Option<Decision> {
    let (forward, backward) = (mosaic(a, b, profiles, known), mosaic(b, a, profiles, known));
    let wording = (sum(&traces.forward), sum(&traces.backward));
    let points = |mosaic: &Option<(Evidence, u32)>| mosaic.as_ref().map_or(0, |(_, points)| *points);
    let (for_a, for_b) = (wording.0 + points(&forward), wording.1 + points(&backward));
    let (older, whole, passages, points, against) = if for_a > for_b {
        (a, forward, &traces.forward, for_a, for_b)
    } else {
        (b, backward, &traces.backward, for_b, for_a)
    };
    let clear = points >= against.saturating_mul(2).max(against + margin);
    let borne_out =
        whole.is_some() || passages.iter().filter(|traces| !traces.is_empty()).count() >= MIN_PASSAGES;
    let younger_one = if older == a { b } else { a };
    let is_mosaic =
        |report: ReportIdx| profiles[report.0 as usize].is_mosaic(&|other| known.is_before(report, other));
    // Wording may mislead where both copied a third; what is put together is not the source of what is not.
    let possible = || !is_mosaic(older) || is_mosaic(younger_one);
    let evidence = whole.map(|(evidence, _)| evidence);
    (clear && borne_out && possible()).then_some(Decision { older, evidence, points, against })
}

fn sum(passages: &[Vec<Trace>]) -> u32 {
    passages.iter().flatten().map(|trace| trace.points).sum()
}

/// What it counts that the child is put together from several reports and the parent is not. What both have
/// in common is left out of account, and what is known to be copied from either.
fn mosaic(
    parent: ReportIdx,
    child: ReportIdx,
    profiles: &[Profile],
    known: &Order,
) -> Option<(Evidence, u32)> {
    let profile = |report: ReportIdx| &profiles[report.0 as usize];
    let is_younger = |other: ReportIdx| known.is_before(child, other);
    if !profile(child).is_mosaic(&is_younger) {
        return None;
    }
    let own_without = |report: ReportIdx, partner: ReportIdx| {
        profile(report).own_percent(&|other| other == partner || known.is_before(report, other))
    };
    let gap = own_without(parent, child).checked_sub(own_without(child, parent))?;
    let evidence = profile(child).mosaic_evidence(child, &is_younger);
    let points = u32::from(gap / PERCENT_FOR_POINT).min(MAX_MOSAIC_POINTS);
    (gap >= MIN_OWN_GAP).then_some((evidence, points))
}
