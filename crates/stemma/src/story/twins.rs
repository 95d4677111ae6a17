//! Reports that are one report twice: nearly all that the one has, the other has, too.
//!
//! They are grouped as one. A page that was copied twenty times would otherwise be so like itself that no other report of its story
//! came near enough.

use crate::model::{Family, FamilyIdx, Passage, Report};
use std::collections::{BTreeMap, BTreeSet};

/// How much of the paragraphs of a report must be copied for it to be a twin of another, in percent of their bytes.
const COPIED: usize = 80;

/// By report: the first that has the same passages and hardly anything besides; itself where none has.
pub(super) fn twins(reports: &[Report], passages: &[Passage], families: &[Family]) -> Vec<u32> {
    let mut of_report: Vec<(BTreeSet<FamilyIdx>, usize)> = vec![(BTreeSet::new(), 0); reports.len()];
    for family in families {
        for idx in &family.passages {
            let passage = &passages[idx.0 as usize];
            let (shared, bytes) = &mut of_report[passage.span.report.0 as usize];
            // What lies in passages of two families counts once, as far as a sum can tell.
            *bytes += if shared.insert(passage.family) { passage.span.range.len() } else { 0 };
        }
    }
    let mut first: BTreeMap<BTreeSet<FamilyIdx>, u32> = BTreeMap::new();
    let mut twins = Vec::new();
    for (idx, (report, (shared, bytes))) in (0..).zip(reports.iter().zip(of_report)) {
        let whole: usize = report.layout.paragraphs.iter().map(|block| block.len()).sum();
        let copied = !shared.is_empty() && 100 * bytes >= COPIED * whole;
        twins.push(if copied { *first.entry(shared).or_insert(idx) } else { idx });
    }
    twins
}
