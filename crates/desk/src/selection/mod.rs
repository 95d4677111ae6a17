//! A part of an account that stands by itself: what one view shows, and nothing else.
//!
//! In: an account and what is asked for (a story, a report, a family, a voice). Out: a small [`Account`] of its own, in which
//! every index leads somewhere, with the identifiers that the findings have in the whole. So the views and pages that show an
//! account show a story of it by the same code, and the time that a page takes depends on what it shows, and not on
//! how large the pile is. Reports that are not asked for but that findings point to (the report that a passage was copied from)
//! **attend**: they come with their text and stand behind the others.

mod cut;
mod gather;
mod renumber;

pub use gather::Gathered;

use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::model::{Dating, FamilyIdx, ReportIdx};
use stemma_report::Numbering;
use stemma_report::view::Identifiers;

/// A part of an account.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The part, as an account.
    pub account: Account,
    /// What its findings are called in the whole account.
    pub identifiers: Identifiers,
    /// When its reports were published, as found in the whole pile; by report.
    pub datings: Vec<Dating>,
    /// The numbers of its reports: those asked for first.
    pub numbering: Numbering,
    /// How many reports were asked for; those with higher numbers attend.
    pub n_own: usize,
    /// Of families that are here in part: how many witnesses are left out.
    pub left_out: BTreeMap<FamilyIdx, usize>,
}

/// A whole account, from which parts are taken.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    /// The account.
    pub account: &'a Account,
    /// What its findings are called.
    pub identifiers: &'a Identifiers,
    /// When its reports were published, by report.
    pub datings: &'a [Dating],
}

impl Selection {
    /// The part that was gathered.
    pub fn of(whole: Whole, gathered: &Gathered) -> Self {
        cut::cut(whole, gathered)
    }

    /// The reports that were asked for.
    pub fn own(&self) -> BTreeSet<ReportIdx> {
        self.numbering.order().iter().take(self.n_own).copied().collect()
    }
}
