//! What it means that a report of a story does not carry a claim.

use crate::model::{Dating, Report, ReportIdx, Silence, SilenceKind};
use std::collections::BTreeSet;

/// The silences of a claim, by report: of the reports of its story those that do not carry it. `cut_off` says of each report
/// whether its text breaks off, or is in a language that is not read.
pub fn silences(
    story: &BTreeSet<ReportIdx>,
    carrying: &BTreeSet<ReportIdx>,
    cut_off: &[bool],
    datings: &[Dating],
) -> Vec<Silence> {
    let first_told = carrying.iter().map(|report| datings[report.0 as usize].earliest).min().flatten();
    let silent = story.difference(carrying).copied();
    silent
        .map(|report| {
            let dating = &datings[report.0 as usize];
            let kind = match (dating.latest, first_told) {
                _ if cut_off[report.0 as usize] => SilenceKind::CannotTell,
                (Some(latest), Some(first)) if latest < first => SilenceKind::NotApplicable,
                (Some(_), Some(_)) => SilenceKind::Silent,
                _ => SilenceKind::DateUnknown,
            };
            Silence { report, kind }
        })
        .collect()
}

/// Whether the text of a report breaks off: it ends with dots, or invites to read on.
pub fn is_cut_off(report: &Report) -> bool {
    let Some(last) = report.layout.paragraphs.last() else { return true };
    let words = last.of(&report.text).trim_end();
    let small = words.to_lowercase();
    let invites = ["read more", "continue reading", "read the full story"]
        .iter()
        .any(|end| small.trim_end_matches(['.', '\u{2026}', ']', '>', '\u{bb}', ' ']).ends_with(end));
    words.ends_with("...") || words.ends_with('\u{2026}') || words.ends_with("[...]") || invites
}
