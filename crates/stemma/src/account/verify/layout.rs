//! Do titles, paragraphs and furniture hold each text once, and are the counts of bytes right?

use super::findings::{Findings, ReportFinding};
use super::problem::Problems;
use super::sources::Texts;
use crate::account::share_copied::covered_bytes;
use crate::model::ByteRange;
use std::collections::{BTreeMap, BTreeSet};

/// Ranges by the identifier of their report.
type Ranges<'a> = BTreeMap<&'a str, Vec<ByteRange>>;

/// Checks each report's layout, counts of bytes, and place in its chain of versions.
pub(super) fn check(findings: &Findings<'_>, texts: &Texts<'_>, problems: &mut Problems) {
    let mut furniture = Ranges::new();
    for line in &findings.furniture {
        let ranges = furniture.entry(line.place.report).or_default();
        ranges.push(line.place.range);
    }
    let copied = copied_passages(findings);
    for report in &findings.reports {
        let none = Vec::new();
        let furniture = furniture.get(report.id).unwrap_or(&none);
        if let Some(text) = texts.get(report.id) {
            check_blocks(report, furniture, text, problems);
        }
        check_counts(report, copied.get(report.id).unwrap_or(&none), problems);
    }
    check_versions(findings, problems);
}

fn check_blocks(report: &ReportFinding<'_>, furniture: &[ByteRange], text: &str, problems: &mut Problems) {
    let titles: Vec<ByteRange> = report.titles.iter().map(|title| title.range).collect();
    if !titles.is_sorted() || !report.paragraphs.is_sorted() {
        problems.add(report.id, "titles or paragraphs are out of order");
    }
    if report.titles.iter().any(|title| title.report != report.id) {
        problems.add(report.id, "a title stands in another report");
    }
    let mut blocks: Vec<ByteRange> = titles;
    blocks.extend(&report.paragraphs);
    blocks.extend(furniture);
    blocks.sort_unstable();
    if let Some(why) = against_blocks(&blocks, text) {
        problems.add(report.id, why);
    }
}

/// What speaks against a report's titles, paragraphs and furniture, which are sorted by place.
fn against_blocks(blocks: &[ByteRange], text: &str) -> Option<String> {
    let mut at = 0;
    for block in blocks {
        let (start, end) = (block.start as usize, block.end as usize);
        if start < at {
            return Some(format!("two blocks of the text overlap at byte {start}"));
        }
        let (Some(gap), Some(words)) = (text.get(at..start), text.get(start..end)) else {
            return Some(format!("{start} to {end} is no place in the text"));
        };
        if !gap.trim().is_empty() {
            return Some(format!("the text from {at} to {start} is in no block"));
        }
        if words.is_empty() || words.trim() != words {
            return Some(format!("the block {start} to {end} has blanks round it"));
        }
        at = end;
    }
    let rest = text.get(at..).unwrap_or_default();
    (!rest.trim().is_empty()).then(|| format!("the text from {at} on is in no block"))
}

fn check_counts(report: &ReportFinding<'_>, copied: &[ByteRange], problems: &mut Problems) {
    let paragraph_bytes: usize = report.paragraphs.iter().map(|range| range.len()).sum();
    if report.paragraph_bytes != paragraph_bytes {
        let text = format!("its paragraphs have {paragraph_bytes} bytes, not {}", report.paragraph_bytes);
        problems.add(report.id, text);
    }
    let copied_bytes = covered_bytes(&report.paragraphs, copied);
    if report.copied_bytes != copied_bytes {
        let text = format!(
            "{copied_bytes} bytes of its paragraphs also stand in other reports, not {}",
            report.copied_bytes
        );
        problems.add(report.id, text);
    }
}

/// The passages of each report that another report has a witness of.
fn copied_passages<'a>(findings: &Findings<'a>) -> Ranges<'a> {
    let places: BTreeMap<_, _> =
        findings.passages.iter().map(|passage| (passage.id, passage.place)).collect();
    let mut copied = Ranges::new();
    for family in &findings.families {
        let witnesses = family.passages.iter().filter_map(|id| places.get(id));
        let reports: BTreeSet<&str> = witnesses.clone().map(|place| place.report).collect();
        if reports.len() > 1 {
            for place in witnesses {
                copied.entry(place.report).or_default().push(place.range);
            }
        }
    }
    copied
}

/// An earlier version is a listed report of the same address, and no version comes before itself.
fn check_versions(findings: &Findings<'_>, problems: &mut Problems) {
    let reports: BTreeMap<&str, &ReportFinding<'_>> =
        findings.reports.iter().map(|report| (report.id, report)).collect();
    let mut settled = BTreeSet::new();
    for report in reports.values() {
        let Some(previous) = report.previous else {
            continue;
        };
        match reports.get(previous) {
            Some(earlier) if report.url.is_some() && earlier.url == report.url => {}
            Some(_) => problems.add(report.id, "its earlier version has another address"),
            None => problems.add(report.id, "its earlier version is not listed"),
        }
        let mut chain = BTreeSet::new();
        let mut next = Some(report.id);
        while let Some(id) = next.filter(|id| !settled.contains(id)) {
            if !chain.insert(id) {
                problems.add(id, "it is an earlier version of itself");
                break;
            }
            next = reports.get(id).and_then(|report| report.previous);
        }
        settled.extend(chain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(blocks: &[(usize, usize)], text: &str) -> Option<String> {
        let blocks: Vec<ByteRange> = blocks.iter().map(|(start, end)| ByteRange::new(*start, *end)).collect();
        against_blocks(&blocks, text)
    }

    #[test]
    fn blocks_hold_every_character_that_is_not_white_space_once() {
        let text = "Title\n\nBody é.\n";
        assert_eq!(problem(&[(0, 5), (7, 15)], text), None);
        assert!(problem(&[(0, 5)], text).is_some(), "the body is lost");
        assert!(problem(&[(7, 15)], text).is_some(), "the title is lost");
        assert!(problem(&[(0, 8), (7, 15)], text).is_some(), "overlap");
        assert!(problem(&[(0, 6), (7, 15)], text).is_some(), "a blank");
        assert!(problem(&[(0, 5), (7, 13)], text).is_some(), "half a letter");
        assert!(problem(&[(0, 5), (7, 99)], text).is_some(), "behind the end");
        assert_eq!(problem(&[], " \n"), None);
    }
}
