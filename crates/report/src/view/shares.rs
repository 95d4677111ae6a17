//! What each report as a whole has from elsewhere: in which others it stands, from which parents, what is new.

use super::lineage::{LOST_ANCESTOR, NOT_DECIDABLE, ORIGINAL};
use crate::share::{Share, percent};
use crate::{Numbering, Place};
use std::cmp::Reverse;
use stemma::Account;
use stemma::model::{ParentKind, Shares};

/// What one report has from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharesView {
    /// Its number, from 1.
    pub number: usize,
    /// How much of it stands elsewhere.
    pub share: Share,
    /// The reports in which it stands, most first; those of very large families left out.
    pub with: Vec<Portion>,
    /// Where it has that from, most first; what cannot be decided last.
    pub parents: Vec<Portion>,
    /// What stands nowhere else, longest first.
    pub new: Vec<Place>,
    /// How much that is.
    pub new_bytes: usize,
}

/// A part of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portion {
    /// The number of the report that it belongs to.
    pub report: Option<usize>,
    /// What it belongs to where that is no report: a fixed label.
    pub label: &'static str,
    /// How much it is.
    pub bytes: usize,
    /// The same in whole hundredths of the paragraphs.
    pub percent: usize,
}

/// The shares of all reports, in the order of their numbers.
pub fn shares<'a>(account: &'a Account, numbering: &Numbering) -> Vec<SharesView> {
    let view = |shares: &'a Shares| {
        let layout = &account.report(shares.report).layout;
        let paragraph_bytes = layout.paragraphs.iter().map(|range| range.len()).sum();
        let portion = |report, label, bytes| {
            let percent = percent(bytes, paragraph_bytes).unwrap_or(0);
            Portion { report, label, bytes, percent }
        };
        let pairs = shares.with.iter();
        let mut with: Vec<Portion> =
            pairs.map(|pair| portion(Some(numbering.number(pair.other)), "", pair.bytes)).collect();
        with.sort_by_key(|one| (Reverse(one.bytes), one.report));
        let parents = shares.parents.iter().map(|one| match one.from {
            ParentKind::Report(report) => portion(Some(numbering.number(report)), "", one.bytes),
            ParentKind::LostAncestor => portion(None, LOST_ANCESTOR, one.bytes),
            ParentKind::Original => portion(None, ORIGINAL, one.bytes),
            ParentKind::NotDecidable => portion(None, NOT_DECIDABLE, one.bytes),
        });
        let mut parents: Vec<Portion> = parents.collect();
        parents.sort_by_key(|one| (one.label == NOT_DECIDABLE, Reverse(one.bytes), one.report));
        let mut new: Vec<Place> = shares.new.iter().map(|span| numbering.place(*span)).collect();
        new.sort_by_key(|place| (Reverse(place.range.len()), *place));
        SharesView {
            number: numbering.number(shares.report),
            share: Share { paragraph_bytes, copied_bytes: shares.copied_bytes },
            with,
            parents,
            new_bytes: new.iter().map(|place| place.range.len()).sum(),
            new,
        }
    };
    let mut views: Vec<SharesView> = account.shares.iter().map(view).collect();
    views.sort_by_key(|view| view.number);
    views
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use crate::view::Tables;

    #[test]
    fn the_figures_of_pairs_are_those_of_the_table() {
        let account = example::account();
        let records = stemma::account::records(&account);
        let numbering = Numbering::of(&account);
        let tables = Tables::of(&account, &records, &numbering, &stemma::datings(&account));
        for (view, report) in shares(&account, &numbering).iter().zip(&tables.reports) {
            let pairs: Vec<_> = view.with.iter().map(|one| (one.report, one.bytes, one.percent)).collect();
            let table = report.shared_with.iter().map(|one| (Some(one.number), one.bytes, one.percent));
            assert_eq!(pairs, table.collect::<Vec<_>>());
            assert_eq!(view.share, report.share);
        }
    }

    #[test]
    fn what_is_new_comes_longest_first_and_no_byte_is_lost() {
        let account = example::account();
        for view in shares(&account, &Numbering::of(&account)) {
            assert!(view.new.is_sorted_by_key(|place| Reverse(place.range.len())));
            assert!(view.new_bytes + view.share.copied_bytes <= view.share.paragraph_bytes);
        }
    }
}
