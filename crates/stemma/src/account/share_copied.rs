//! How many bytes of a report's paragraphs also stand in another report.

use crate::model::{Account, ByteRange, ReportIdx};
use std::collections::BTreeSet;

/// For each report, the bytes of its paragraphs that lie in a passage whose family has a witness in another
/// report.
pub fn copied_bytes(account: &Account) -> Vec<usize> {
    let copied = copied_passages(account);
    let reports = account.reports.iter().zip(&copied);
    reports.map(|(report, passages)| covered_bytes(&report.layout.paragraphs, passages)).collect()
}

/// Bytes of `blocks` that lie under the union of `passages`; both in any order, passages may overlap.
pub fn covered_bytes(blocks: &[ByteRange], passages: &[ByteRange]) -> usize {
    let blocks = union(blocks);
    let passages = union(passages);
    let mut next = 0;
    let mut covered = 0;
    for block in blocks {
        while passages.get(next).is_some_and(|passage| passage.end <= block.start) {
            next += 1;
        }
        covered += passages[next..]
            .iter()
            .take_while(|passage| passage.start < block.end)
            .map(|passage| passage.overlap(block))
            .sum::<usize>();
    }
    covered
}

/// For each report, its passages whose family has a witness in another report.
fn copied_passages(account: &Account) -> Vec<Vec<ByteRange>> {
    let mut copied = vec![Vec::new(); account.reports.len()];
    for family in &account.families {
        let spans: Vec<_> = family.passages.iter().map(|idx| account.passage(*idx).span).collect();
        let reports: BTreeSet<ReportIdx> = spans.iter().map(|span| span.report).collect();
        if reports.len() > 1 {
            for span in spans {
                copied[span.report.0 as usize].push(span.range);
            }
        }
    }
    copied
}

/// Ranges in order that hold the same bytes and neither touch nor overlap.
pub fn union(ranges: &[ByteRange]) -> Vec<ByteRange> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    let mut joined: Vec<ByteRange> = Vec::new();
    for range in sorted {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(pairs: &[(usize, usize)]) -> Vec<ByteRange> {
        pairs.iter().map(|(start, end)| ByteRange::new(*start, *end)).collect()
    }

    #[test]
    fn overlapping_passages_count_once_and_only_inside_paragraphs() {
        let paragraphs = ranges(&[(10, 20), (22, 30)]);
        assert_eq!(covered_bytes(&paragraphs, &[]), 0);
        assert_eq!(covered_bytes(&paragraphs, &ranges(&[(0, 12)])), 2);
        assert_eq!(covered_bytes(&paragraphs, &ranges(&[(15, 25), (12, 18)])), 11);
        assert_eq!(covered_bytes(&paragraphs, &ranges(&[(0, 99), (1, 2)])), 18);
    }
}
