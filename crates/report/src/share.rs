//! How much of a report also stands in another report.

use std::collections::BTreeSet;
use stemma::Account;
use stemma::model::{ByteRange, Family};

/// How much of a report stands elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Bytes of all paragraphs.
    pub paragraph_bytes: usize,
    /// Those of them that lie in a passage of which another report has a witness.
    pub copied_bytes: usize,
}

impl Share {
    /// The share in whole hundredths; absent where the report has no paragraph.
    pub fn percent(self) -> Option<usize> {
        percent(self.copied_bytes, self.paragraph_bytes)
    }
}

/// A part of a whole in whole hundredths; absent where the whole is nothing. Neither 0 nor 100 is ever a
/// rounded figure.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    if whole == 0 {
        return None;
    }
    let rounded = (part * 100 + whole / 2) / whole;
    Some(match part {
        0 => 0,
        _ if part == whole => 100,
        _ => rounded.clamp(1, 99),
    })
}

/// The share of each report, in the order of the account.
pub fn shares(account: &Account) -> Vec<Share> {
    let mut copied: Vec<Vec<ByteRange>> = vec![Vec::new(); account.reports.len()];
    for family in account.families.iter().filter(|family| is_shared(account, family)) {
        for idx in &family.passages {
            let span = account.passage(*idx).span;
            copied[span.report.0 as usize].push(span.range);
        }
    }
    account
        .reports
        .iter()
        .zip(copied)
        .map(|(report, ranges)| {
            let paragraphs = &report.layout.paragraphs;
            Share {
                paragraph_bytes: paragraphs.iter().map(|range| range.len()).sum(),
                copied_bytes: common_bytes(&joined(ranges), paragraphs),
            }
        })
        .collect()
}

/// Whether witnesses of a family stand in more than one report.
fn is_shared(account: &Account, family: &Family) -> bool {
    let reports: BTreeSet<_> = family.passages.iter().map(|idx| account.passage(*idx).span.report).collect();
    reports.len() > 1
}

/// The same bytes as ranges that neither touch nor overlap, in order.
pub fn joined(mut ranges: Vec<ByteRange>) -> Vec<ByteRange> {
    ranges.sort_unstable();
    let mut joined: Vec<ByteRange> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// How many bytes two lists have in common; each is in order and without overlaps.
pub fn common_bytes(left: &[ByteRange], right: &[ByteRange]) -> usize {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut common = 0;
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        common += a.overlap(**b);
        if a.end < b.end {
            left.next();
        } else {
            right.next();
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: usize, end: usize) -> ByteRange {
        ByteRange::new(start, end)
    }

    #[test]
    fn bytes_that_two_passages_share_count_once() {
        let passages = joined(vec![range(5, 9), range(0, 6), range(20, 30)]);
        assert_eq!(common_bytes(&passages, &[range(0, 8), range(10, 25)]), 13);
    }

    #[test]
    fn a_little_is_not_nothing_and_almost_all_is_not_all() {
        let percent = |copied_bytes, paragraph_bytes| {
            let share = Share { paragraph_bytes, copied_bytes };
            share.percent()
        };
        assert_eq!(percent(0, 0), None);
        assert_eq!(percent(0, 9), Some(0));
        assert_eq!(percent(1, 9999), Some(1));
        assert_eq!(percent(9998, 9999), Some(99));
        assert_eq!(percent(9, 9), Some(100));
        assert_eq!(percent(385, 1000), Some(39));
    }
}
