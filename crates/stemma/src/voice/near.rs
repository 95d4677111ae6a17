//! Which reports have passages in common, directly or over others.

use crate::model::{Family, Passage};

/// A number for each report; reports with passages in common, over however many others, have the same.
pub(super) fn groups(n_reports: usize, passages: &[Passage], families: &[Family]) -> Vec<u32> {
    let mut above: Vec<u32> = (0..n_reports as u32).collect();
    for family in families {
        let mut members = family.passages.iter().map(|idx| passages[idx.0 as usize].span.report.0);
        let Some(first) = members.next() else { continue };
        for other in members {
            let (a, b) = (root(&mut above, first), root(&mut above, other));
            above[a.max(b) as usize] = a.min(b);
        }
    }
    (0..n_reports as u32).map(|report| root(&mut above, report)).collect()
}

fn root(above: &mut [u32], mut at: u32) -> u32 {
    while above[at as usize] != at {
        above[at as usize] = above[above[at as usize] as usize];
        at = above[at as usize];
    }
    at
}
