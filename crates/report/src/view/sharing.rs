//! Which reports share how much of their wording with which others.

use super::FamilyView;
use crate::Numbering;
use crate::share::percent;
use std::collections::BTreeMap;
use stemma::Account;
use stemma::account::covered_bytes;
use stemma::model::ByteRange;

pub use stemma::reuse::PAIRWISE_LIMIT;

/// How much of a report stands in one other report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedWith {
    /// The number of the other report.
    pub number: usize,
    /// How many bytes of the paragraphs of the one lie in passages of which the other has a witness.
    pub bytes: usize,
    /// The same in whole hundredths of its paragraphs.
    pub percent: usize,
    /// The numbers of the families that both have.
    pub families: Vec<usize>,
}

/// What every report shares with others.
pub(super) struct Sharing {
    /// By number of the report: those it shares with, most first.
    pub by_report: Vec<Vec<SharedWith>>,
    /// Whether some families are left out.
    pub has_large_families: bool,
}

/// The families and places that a report shares with another.
#[derive(Default)]
struct Common {
    ranges: Vec<ByteRange>,
    families: Vec<usize>,
}

/// Compares all pairs that have a family in common.
pub(super) fn sharing(account: &Account, numbering: &Numbering, families: &[FamilyView]) -> Sharing {
    let mut common: BTreeMap<(usize, usize), Common> = BTreeMap::new();
    let mut has_large_families = false;
    for family in families {
        if family.n_reports > PAIRWISE_LIMIT {
            has_large_families = true;
            continue;
        }
        add(family, &mut common);
    }
    let mut by_report = vec![Vec::new(); account.reports.len()];
    for ((report, other), found) in common {
        let paragraphs = &account.report(numbering.order()[report - 1]).layout.paragraphs;
        let all = paragraphs.iter().map(|range| range.len()).sum();
        let bytes = covered_bytes(paragraphs, &found.ranges);
        let percent = percent(bytes, all).unwrap_or(0);
        by_report[report - 1].push(SharedWith { number: other, bytes, percent, families: found.families });
    }
    for shared in &mut by_report {
        shared.sort_by_key(|found| (std::cmp::Reverse(found.bytes), found.number));
    }
    Sharing { by_report, has_large_families }
}

fn add(family: &FamilyView, common: &mut BTreeMap<(usize, usize), Common>) {
    let mut reports: Vec<usize> = family.witnesses.iter().map(|witness| witness.place.report).collect();
    reports.sort_unstable();
    reports.dedup();
    for witness in &family.witnesses {
        for other in reports.iter().filter(|other| **other != witness.place.report) {
            let found = common.entry((witness.place.report, *other)).or_default();
            found.ranges.push(witness.place.range);
            if found.families.last() != Some(&family.number) {
                found.families.push(family.number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Numbering;
    use crate::example;
    use crate::view::Tables;

    #[test]
    fn the_report_that_most_is_shared_with_comes_first() {
        let account = example::account();
        let records = stemma::account::records(&account);
        let tables = Tables::of(&account, &records, &Numbering::of(&account), &stemma::datings(&account));
        let wire: Vec<_> = tables.reports[2]
            .shared_with
            .iter()
            .map(|found| (found.number, found.bytes, found.families.clone()))
            .collect();
        assert_eq!(wire, [(2, 90, vec![1]), (1, 64, vec![2])]);
        let coast = &tables.reports[0].shared_with;
        assert_eq!((coast[0].number, coast[0].percent), (3, 24));
    }
}
