//! What three witnesses show of two reports whose order is open: where an edit of one page came down to
//! another, the one copied the other, and then it did so in the other passages that they share, too.

use super::family::{Kin, Layout};
use super::known::{Finding, Known};
use crate::model::{Evidence, ReportIdx};
use rayon::prelude::*;

/// Of what sets a witness apart from its parent, a copy of it has at least this share (in percent).
const MIN_INHERITED_PERCENT: u32 = 66;

/// One in so many of the passages that two reports share has to show which copied the other: a single one may look
/// older again because the copyist cut what his source had added. With a root that dates give, one is enough.
const FEWEST_SHOWN: usize = 4;

/// What three witnesses say of an open pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// The one handed its edits down to the other.
    Inherited,
    /// The other has the older wording where the one changed it.
    Reverted,
}

/// A pair, whether the one is the lower report, the sign, and whether dates say that the third is older than both.
type Vote = (usize, bool, Sign, bool);

/// Pairs of open order in which edits came down from one report to the other, and not back; and in which the
/// other never has the older wording, which it can hardly have from the one.
pub fn learn_from_triangles(known: &mut Known) {
    let mut is_open = vec![false; known.profiles.len()];
    for pair in known.open_pairs() {
        let (low, high) = known.pairs.reports(pair);
        (is_open[low.0 as usize], is_open[high.0 as usize]) = (true, true);
    }
    let is_open = |report: ReportIdx| is_open[report.0 as usize];
    let kins = known.pairs.kins.par_iter();
    let mut votes: Vec<Vote> = kins.flat_map_iter(|kin| votes(known, kin, &is_open)).collect();
    votes.par_sort_unstable();
    let findings = votes.chunk_by(|a, b| a.0 == b.0).filter_map(|of_pair| decide(known, of_pair));
    let findings = findings.collect();
    known.add(findings);
}

fn decide(known: &Known, votes: &[Vote]) -> Option<Finding> {
    let pair = votes[0].0;
    let (low, high) = known.pairs.reports(pair);
    let count = |low, sign| votes.iter().filter(|vote| (vote.1, vote.2) == (low, sign)).count();
    let (forward, backward) = (count(true, Sign::Inherited), count(false, Sign::Inherited));
    let is_low = forward > backward;
    let shown = forward.max(backward);
    let is_dated = votes.iter().any(|vote| vote.3 && (vote.1, vote.2) == (is_low, Sign::Inherited));
    let mut n_shared = 0;
    known.pairs.each_nearest(pair, |_| n_shared += 1);
    let enough = is_dated || shown * FEWEST_SHOWN >= n_shared;
    let clear = shown > 0 && forward.min(backward) == 0 && enough && count(is_low, Sign::Reverted) == 0;
    let older = if is_low { low } else { high };
    let evidence = Some(Evidence::OtherPassages { count: shown as u32 });
    clear.then_some(Finding { pair, older, evidence, points: None })
}

/// What the witnesses of a family say of its open pairs, each against the nearest witness that is older than one;
/// `is_open` says which reports are in an open pair.
fn votes(known: &Known, kin: &Kin, is_open: &dyn Fn(ReportIdx) -> bool) -> Vec<Vote> {
    let founders = 0..kin.n_founders();
    let report = |view: usize| kin.report(view);
    let distance = |a: usize, b: usize| kin.wording(a, b).distance;
    let mut votes = Vec::new();
    let mut layout: Option<Layout> = None;
    for node in founders.clone().filter(|node| is_open(report(*node))) {
        let olders: Vec<usize> =
            founders.clone().filter(|other| known.is_before(report(*other), report(node))).collect();
        if olders.is_empty() {
            continue;
        }
        let beyond = olders.into_iter().min_by_key(|older| (distance(*older, node), *older));
        let Some(beyond) = beyond.filter(|beyond| distance(*beyond, node) > 0) else { continue };
        for child in (0..kin.len()).filter(|child| is_open(report(*child))) {
            let Some(pair) = open_pair(known, report(node), report(child)) else { continue };
            // Where the third is not known to be older than both, the edits may be its own.
            if !known.is_before(report(beyond), report(child)) {
                continue;
            }
            let may_be_source = known.may_be_source(report(node), report(child));
            if !may_be_source {
                continue;
            }
            let layout = layout.get_or_insert_with(|| kin.lay_out());
            let sign = sign(kin, layout, beyond, node, child);
            let is_dated = [node, child].into_iter().all(|view| known.is_dated(report(beyond), report(view)));
            votes.extend(sign.map(|sign| (pair, report(node) < report(child), sign, is_dated)));
        }
    }
    votes.sort_unstable();
    votes.dedup();
    votes
}

fn open_pair(known: &Known, a: ReportIdx, b: ReportIdx) -> Option<usize> {
    let pair = known.pairs.find(a, b)?;
    known.of_pair(pair).is_none().then_some(pair)
}

/// What a node that copied another says of a third. It stands between the two where
/// `d(beyond, child) = d(beyond, node) + d(node, child)`, or nearly so, and hands down words of its own; that both
/// cut the same proves little.
fn sign(kin: &Kin, layout: &Layout, beyond: usize, node: usize, child: usize) -> Option<Sign> {
    let distance = |a: usize, b: usize| u32::from(kin.wording(a, b).distance);
    let to_node = distance(beyond, node);
    let to_child = distance(beyond, child);
    let twice_inherited = (to_node + to_child).saturating_sub(distance(node, child));
    let sides = layout.sides(beyond, node, child);
    if to_child > to_node && 50 * twice_inherited >= MIN_INHERITED_PERCENT * to_node && sides.with_words > 0 {
        Some(Sign::Inherited)
    } else {
        (sides.with_first > 0).then_some(Sign::Reverted)
    }
}
