//! How much of one report stands elsewhere, and where: counted report by report, so that a pile of a million
//! reports needs no table of its pairs.

use crate::share::Share;
use crate::view::{PAIRWISE_LIMIT, SharedWith};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use stemma::Account;
use stemma::account::covered_bytes;
use stemma::model::{ByteRange, FamilyIdx, PassageIdx, ReportIdx};

/// Where the passages of each report are, for one report after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partners<'a> {
    account: &'a Account,
    /// All passages of the first families, by report.
    by_report: Vec<PassageIdx>,
}

/// How much of a report stands elsewhere, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// How much of it.
    pub share: Share,
    /// The other reports, those with most of it first; `number` is the place in the account, from 0.
    pub shared_with: Vec<SharedWith>,
    /// Whether some of its families stand in too many reports to be counted pair by pair.
    pub has_large_families: bool,
}

impl<'a> Partners<'a> {
    /// Those of the first so many families of an account.
    pub fn of(account: &'a Account, n_families: usize) -> Self {
        let families = account.families[..n_families].iter();
        let mut by_report: Vec<PassageIdx> = families.flat_map(|family| &family.passages).copied().collect();
        by_report.sort_unstable_by_key(|idx| (account.passage(*idx).span, *idx));
        Partners { account, by_report }
    }

    /// What one report shares with others.
    pub fn elsewhere(&self, report: ReportIdx) -> Elsewhere {
        let paragraphs = &self.account.report(report).layout.paragraphs;
        let paragraph_bytes = paragraphs.iter().map(|range| range.len()).sum();
        let mut copied: Vec<ByteRange> = Vec::new();
        let mut common: BTreeMap<ReportIdx, (Vec<ByteRange>, Vec<usize>)> = BTreeMap::new();
        let mut has_large_families = false;
        for passage in self.passages(report) {
            let (range, family) =
                (self.account.passage(*passage).span.range, self.account.passage(*passage).family);
            let others = self.other_reports(family, report);
            copied.extend((!others.is_empty()).then_some(range));
            if others.len() >= PAIRWISE_LIMIT {
                has_large_families = true;
                continue;
            }
            for other in others {
                let (ranges, families) = common.entry(other).or_default();
                ranges.push(range);
                if families.last() != Some(&(family.0 as usize)) {
                    families.push(family.0 as usize);
                }
            }
        }
        let mut shared_with: Vec<SharedWith> = common
            .into_iter()
            .map(|(other, (ranges, families))| {
                let bytes = covered_bytes(paragraphs, &ranges);
                let percent = crate::share::percent(bytes, paragraph_bytes).unwrap_or(0);
                SharedWith { number: other.0 as usize, bytes, percent, families }
            })
            .collect();
        shared_with.sort_by_key(|found| (Reverse(found.bytes), found.number));
        let share = Share { paragraph_bytes, copied_bytes: covered_bytes(paragraphs, &copied) };
        Elsewhere { share, shared_with, has_large_families }
    }

    fn passages(&self, report: ReportIdx) -> &[PassageIdx] {
        let of = |idx: &PassageIdx| self.account.passage(*idx).span.report;
        let start = self.by_report.partition_point(|idx| of(idx) < report);
        let end = self.by_report.partition_point(|idx| of(idx) <= report);
        &self.by_report[start..end]
    }

    /// The other reports of a family, each once; at most as many as are counted pair by pair.
    fn other_reports(&self, family: FamilyIdx, report: ReportIdx) -> Vec<ReportIdx> {
        let passages = &self.account.families[family.0 as usize].passages;
        // The witnesses are in the order of the account, so equal reports are neighbours.
        let mut others: Vec<ReportIdx> = Vec::new();
        for other in passages.iter().map(|idx| self.account.passage(*idx).span.report) {
            if other != report && others.last() != Some(&other) {
                others.push(other);
            }
            if others.len() >= PAIRWISE_LIMIT {
                break;
            }
        }
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use crate::share::shares;

    #[test]
    fn each_report_shares_what_the_tables_of_the_account_say() {
        let account = example::account();
        let partners = Partners::of(&account, account.families.len());
        let shares = shares(&account);
        for report in 0..account.reports.len() as u32 {
            let elsewhere = partners.elsewhere(ReportIdx(report));
            assert_eq!(elsewhere.share, shares[report as usize]);
        }
        let wire = partners.elsewhere(ReportIdx(0)).shared_with;
        assert_eq!(wire.iter().map(|w| (w.number, w.bytes)).collect::<Vec<_>>(), [(2, 90), (1, 64)]);
    }
}
