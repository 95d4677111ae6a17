//! Which reports have passages in common, directly or over others.

use crate::groups::Groups;
use crate::model::{Family, Passage};

/// A number for each report; reports with passages in common, over however many others, have the same.
pub(super) fn groups(n_reports: usize, passages: &[Passage], families: &[Family]) -> Vec<u32> {
    let mut groups = Groups::new(n_reports);
    for family in families {
        let mut members = family.passages.iter().map(|idx| passages[idx.0 as usize].span.report.0);
        let Some(first) = members.next() else { continue };
        members.for_each(|other| groups.join(first, other));
    }
    (0..n_reports as u32).map(|report| groups.first(report)).collect()
}
