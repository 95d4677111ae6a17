//! What three witnesses show of two reports whose order is open: where an edit of one page came down to
//! another, the one copied the other, and then it did so in the other passages that they share, too.

use super::family::{Kin, Layout};
use super::known::{Decision, Known};
use crate::model::{Evidence, ReportIdx};
use rayon::prelude::*;

/// Of what sets a witness apart from its parent, a copy of it has at least this share (in percent).
const MIN_INHERITED_PERCENT: u32 = 66;

/// Pairs of open order in which edits came down from one report to the other, more often than back.
pub fn learn_from_triangles(known: &mut Known, kins: &[Kin]) {
    let mut votes: Vec<(usize, bool)> = kins.par_iter().flat_map_iter(|kin| votes(known, kin)).collect();
    votes.par_sort_unstable();
    let decisions = votes.chunk_by(|a, b| a.0 == b.0).filter_map(|of_pair| decide(known, of_pair));
    let decisions = decisions.collect();
    known.add(decisions);
}

fn decide(known: &Known, votes: &[(usize, bool)]) -> Option<(usize, Decision)> {
    let pair = &known.pairs.pairs[votes[0].0];
    let forward = votes.iter().filter(|(_, forward)| *forward).count();
    let backward = votes.len() - forward;
    let older = if forward > backward { pair.low } else { pair.high };
    let count = forward.max(backward);
    let evidence = Some(Evidence::OtherPassages { count: count as u32 });
    (forward != backward).then(|| (votes[0].0, Decision { older, evidence, points: None }))
}

/// The open pairs of a family of which one witness stands between the other and an older one; whether it is the
/// one of the lower report.
fn votes(known: &Known, kin: &Kin) -> Vec<(usize, bool)> {
    let founders = 0..kin.n_founders();
    let report = |view: usize| kin.views[view].report();
    let mut votes = Vec::new();
    let mut layout: Option<Layout> = None;
    for node in founders.clone() {
        let olders: Vec<usize> =
            founders.clone().filter(|other| known.is_before(report(*other), report(node))).collect();
        if olders.is_empty() {
            continue;
        }
        let layout = layout.get_or_insert_with(|| kin.lay_out());
        let beyond = olders.into_iter().min_by_key(|older| (layout.distance(*older, node), *older));
        let Some(beyond) = beyond else { continue };
        for child in 0..kin.views.len() {
            let Some(pair) = open_pair(known, report(node), report(child)) else { continue };
            if !known.is_before(report(child), report(beyond))
                && known.may_be_source(report(node), report(child))
                && stands_between(layout, beyond, node, child)
            {
                votes.push((pair, report(node) < report(child)));
            }
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

/// Whether a node stands between another and a third: `d(beyond, child) = d(beyond, node) + d(node, child)`,
/// or nearly so, and hands down words of its own; that both cut the same proves little.
fn stands_between(layout: &Layout, beyond: usize, node: usize, child: usize) -> bool {
    let to_node = layout.distance(beyond, node);
    let to_child = layout.distance(beyond, child);
    let twice_inherited = (to_node + to_child).saturating_sub(layout.distance(node, child));
    to_child > to_node
        && to_node > 0
        && 50 * twice_inherited >= MIN_INHERITED_PERCENT * to_node
        && layout.sides(beyond, node, child).with_words > 0
}
