//! What the trees of a first round say about pairs of reports whose order was open.
//!
//! Where an edit of one page came down to another, the one copied the other; then it did so in the other
//! passages that they share, too. And a page that copied one put-together page is more likely the copy of
//! another such page than its source.

use super::family::Kin;
use super::known::Known;
use super::order::Pairs;
use super::tree::Place;
use crate::model::{Evidence, ReportIdx};
use std::collections::BTreeMap;

/// Adds what the trees show to what is known.
pub fn learn_from_trees(known: &mut Known, kins: &[Kin]) {
    known.add(shown_by_other_passages(known, kins));
    known.add(second_generation(known, kins));
}

fn shown_by_other_passages(known: &Known, kins: &[Kin]) -> Vec<(ReportIdx, ReportIdx, Evidence)> {
    let shown = copies_shown(known, kins).into_iter().filter(|(_, (forward, backward))| forward != backward);
    shown
        .map(|((a, b), (forward, backward))| {
            let (older, younger) = if forward > backward { (a, b) } else { (b, a) };
            (older, younger, Evidence::OtherPassages { count: forward.max(backward) })
        })
        .collect()
}

fn second_generation(known: &Known, kins: &[Kin]) -> Vec<(ReportIdx, ReportIdx, Evidence)> {
    let copied = put_together_sources(known, kins);
    let is_open = |(a, b): &(ReportIdx, ReportIdx)| {
        known.order.decision(*a, *b).is_none() && known.is_mosaic(*a) && known.is_mosaic(*b)
    };
    let copies = |report: ReportIdx, copied: ReportIdx| Evidence::SecondGeneration { report, copied };
    let decide = |(a, b): (ReportIdx, ReportIdx)| match (copied.get(&a), copied.get(&b)) {
        (None, Some(of_b)) => Some((a, b, copies(b, *of_b))),
        (Some(of_a), None) => Some((b, a, copies(a, *of_a))),
        _ => None,
    };
    known.pairs().filter(is_open).filter_map(decide).collect()
}

/// For each pair of reports: in how many families an edit came down from the first to the second, and from
/// the second to the first.
fn copies_shown(known: &Known, kins: &[Kin]) -> Pairs<(u32, u32)> {
    let mut shown: Pairs<(u32, u32)> = Pairs::new();
    for kin in kins {
        for (child, place) in kin.tree(known).into_iter().enumerate() {
            if let Place::Between { parent, .. } = place {
                let (parent, child) = (kin.views[parent].report(), kin.views[child].report());
                let counts = shown.entry((parent.min(child), parent.max(child))).or_default();
                if parent < child { counts.0 += 1 } else { counts.1 += 1 }
            }
        }
    }
    shown
}

/// By report: the first put-together report that it copied.
fn put_together_sources(known: &Known, kins: &[Kin]) -> BTreeMap<ReportIdx, ReportIdx> {
    let mut sources: BTreeMap<ReportIdx, ReportIdx> = BTreeMap::new();
    for kin in kins {
        for (child, place) in kin.tree(known).into_iter().enumerate() {
            if let Place::Below(parent) | Place::Between { parent, .. } = place {
                let (parent, child) = (kin.views[parent].report(), kin.views[child].report());
                if known.is_mosaic(parent) {
                    sources.entry(child).and_modify(|known| *known = parent.min(*known)).or_insert(parent);
                }
            }
        }
    }
    sources
}
