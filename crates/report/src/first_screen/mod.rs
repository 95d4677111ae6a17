//! The first screen: what is reported, what is in dispute, what is not stated.
//!
//! In: an account. Out: a plain view of it, the same for terminal and page. It decides what comes first and
//! what belongs together, and nothing about looks. Every item holds verbatim words and the places where
//! they stand; what it does not know it does not fill in.

mod disputed;
mod not_stated;
mod reported;

pub use disputed::{Disagreed, Disputed, Marked, Side};
pub use not_stated::{NotStated, Silent, Unattributed, UnattributedAt, Undated};

pub use crate::excerpt::Wording;

use crate::view::{ClaimList, ClaimView};
use crate::{Numbering, Place};
use stemma::Account;
use stemma::model::{Dating, Report, Span};

/// Answers to the first questions that a reader of a pile has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstScreen<'a> {
    /// The claims that matter most, in order of time.
    pub reported: Listing<ClaimView<'a>>,
    /// What cannot all hold, and what is only denied.
    pub disputed: Listing<Disputed<'a>>,
    /// What a later state of affairs has overtaken.
    pub overtaken: Listing<Disagreed<'a>>,
    /// What the reports leave open.
    pub not_stated: NotStated<'a>,
}

/// The beginning of a list, and how long the list is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing<T> {
    /// The items shown.
    pub items: Vec<T>,
    /// How many there are; more than shown where the list is cut.
    pub total: usize,
}

impl<T> Listing<T> {
    /// The first `at_most` items of a list.
    pub fn of(mut items: Vec<T>, at_most: usize) -> Self {
        let total = items.len();
        items.truncate(at_most);
        Listing { items, total }
    }

    /// Whether items are left out.
    pub fn is_cut(&self) -> bool {
        self.items.len() < self.total
    }
}

/// How much of everything is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Claims that are reported; all of them stand in the table of claims.
    pub claims: usize,
    /// Items of any other list on the first screen.
    pub items: usize,
    /// Places of one item.
    pub places: usize,
    /// Origins of one claim or side, and reports of one origin.
    pub origins: usize,
    /// Bytes of one wording.
    pub wording_bytes: usize,
    /// Bytes of words whose speaker is not named: enough to know them again.
    pub speakerless_bytes: usize,
    /// Bytes of context on either side of words that differ.
    pub context_bytes: usize,
}

impl Limits {
    /// What a reader under time pressure takes in: a few lines an item, a dozen items a list.
    pub const FIRST_LOOK: Limits = Limits {
        claims: 12,
        items: 12,
        places: 12,
        origins: 5,
        wording_bytes: 300,
        speakerless_bytes: 110,
        context_bytes: 90,
    };

    /// Everything, but for the context of words that differ.
    pub const ALL: Limits = Limits {
        claims: 12,
        items: usize::MAX,
        places: usize::MAX,
        origins: usize::MAX,
        wording_bytes: usize::MAX,
        speakerless_bytes: usize::MAX,
        context_bytes: 90,
    };

    /// Everything that does not stand with the evidence of a claim anyway: on the page that is one click away.
    pub const PAGE: Limits = Limits { origins: 12, ..Limits::ALL };
}

impl<'a> FirstScreen<'a> {
    /// The first screen of an account, of whose reports and claims `datings` and `list` tell.
    pub fn of(
        account: &'a Account,
        numbering: &Numbering,
        datings: &[Dating],
        list: &ClaimList<'a>,
        limits: Limits,
    ) -> Self {
        let view = View { account, numbering, list, limits };
        let reported = reported::reported(&view);
        let not_stated = not_stated::not_stated(&view, datings, &reported.items);
        let (disputed, overtaken) = disputed::disputed(&view);
        FirstScreen { reported, disputed, overtaken, not_stated }
    }
}

/// What every part of the screen is made from.
struct View<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
    list: &'b ClaimList<'a>,
    limits: Limits,
}

impl<'a> View<'a, '_> {
    fn report_of(&self, span: Span) -> &'a Report {
        self.account.report(span.report)
    }

    fn place(&self, span: Span) -> Place {
        self.numbering.place(span)
    }
}

/// How many reports some places stand in.
pub(crate) fn count_reports(places: &[Place]) -> usize {
    let mut reports: Vec<usize> = places.iter().map(|place| place.report).collect();
    reports.sort_unstable();
    reports.dedup();
    reports.len()
}

/// What comes first in a list: what more reports carry; then what stands nearer to the head of a report,
/// because news leads with what matters; then what stands in the report with the smaller number.
pub(crate) fn rank(n_reports: usize, places: &[Place]) -> Rank {
    (std::cmp::Reverse(n_reports), places.iter().map(|place| (place.range.start, *place)).min())
}

/// See [`rank`].
pub(crate) type Rank = (std::cmp::Reverse<usize>, Option<(u32, Place)>);

#[cfg(test)]
mod tests;
