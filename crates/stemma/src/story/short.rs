//! Short reports: of a few lines, most of which stand in reports of another story, too, too little is left to make a story of.

use super::groups::Group;
use super::splices::FEWEST_BLOCKS;
use crate::groups::Groups;
use crate::model::{Family, Passage, Report};
use std::collections::BTreeMap;

/// How much of a short report must stand in those of a story for it to belong there, in percent of the bytes of its paragraphs.
const LEAST_SHARE: usize = 40;

/// A passage that more reports have is background.
const MOST_REPORTS: usize = 64;

/// Joins the groups of short reports to those that have most of their text.
pub(super) fn join(
    groups: Vec<Group>,
    reports: &[Report],
    passages: &[Passage],
    families: &[Family],
) -> Vec<Group> {
    let mut of_report = vec![0; reports.len()];
    for (nth, group) in groups.iter().enumerate() {
        group.reports.iter().for_each(|report| of_report[*report as usize] = nth);
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for family in families.iter().filter(|family| family.passages.len() <= MOST_REPORTS) {
        for idx in &family.passages {
            let passage = &passages[idx.0 as usize];
            let report = passage.span.report.0 as usize;
            if reports[report].layout.paragraphs.len() >= FEWEST_BLOCKS {
                continue;
            }
            let mut others: Vec<usize> = family
                .passages
                .iter()
                .map(|other| of_report[passages[other.0 as usize].span.report.0 as usize])
                .collect();
            others.sort_unstable();
            others.dedup();
            for other in others.into_iter().filter(|other| *other != of_report[report]) {
                *shared.entry((report, other)).or_default() += passage.span.range.len();
            }
        }
    }
    let mut joined = Groups::new(groups.len());
    for ((report, other), bytes) in shared {
        let whole: usize = reports[report].layout.paragraphs.iter().map(|block| block.len()).sum();
        if 100 * bytes >= LEAST_SHARE * whole {
            joined.join(of_report[report] as u32, other as u32);
        }
    }
    let mut all: BTreeMap<u32, Group> = BTreeMap::new();
    for (nth, group) in (0..).zip(groups) {
        let first = joined.first(nth);
        let whole = match all.remove(&first) {
            Some(known) => known.with(&group),
            None => group,
        };
        all.insert(first, whole);
    }
    all.into_values().collect()
}
