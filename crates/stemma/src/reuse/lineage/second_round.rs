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
    for ((a, b), (forward, backward)) in copies_shown(known, kins) {
        if forward > backward {
            known.add(a, b, Evidence::OtherPassages { count: forward });
        } else if backward > forward {
            known.add(b, a, Evidence::OtherPassages { count: backward });
        }
    }
    let copied = put_together_sources(known, kins);
    let open = |known: &Known, a, b| known.order.decision(a, b).is_none();
    let mosaics = |known: &Known, a, b| known.is_mosaic(a) && known.is_mosaic(b);
    let pairs: Vec<_> =
        known.pairs().filter(|(a, b)| open(known, *a, *b) && mosaics(known, *a, *b)).collect();
    for (a, b) in pairs {
        match (copied.get(&a), copied.get(&b)) {
            (None, Some(of_b)) => known.add(a, b, Evidence::SecondGeneration { report: b, copied: *of_b }),
            (Some(of_a), None) => known.add(b, a, Evidence::SecondGeneration { report: a, copied: *of_a }),
            _ => {}
        }
    }
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
