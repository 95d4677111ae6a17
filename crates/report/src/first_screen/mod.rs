//! The first screen: what is reported, what is in dispute, what is not stated.
//!
//! In: an account. Out: a plain view of it, the same for terminal and page. It decides what comes first and
//! what belongs together, and nothing about looks. Every item holds verbatim words and the places where
//! they stand; what it does not know it does not fill in.

mod disputed;
mod not_stated;
mod reported;

pub use disputed::{Denial, Difference, Disputed, Marked};
pub use not_stated::{NotStated, Unattributed};
pub use reported::{Named, Reported, Speech};

pub use crate::excerpt::Wording;

use crate::{Numbering, Place};
use stemma::Account;
use stemma::model::{Report, Span};

/// Answers to the first questions that a reader of a pile has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstScreen<'a> {
    /// What most reports carry: copied passages and quotations.
    pub reported: Listing<Reported<'a>>,
    /// Where witnesses of one text differ in a number or a negation, and what somebody denies.
    pub disputed: Listing<Disputed<'a>>,
    /// Quotations for which no speaker is named where they stand.
    pub not_stated: Listing<NotStated<'a>>,
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
    /// Items of a list on the first screen.
    pub items: usize,
    /// Places of one item.
    pub places: usize,
    /// Bytes of one wording.
    pub wording_bytes: usize,
    /// Bytes of context on either side of a difference.
    pub context_bytes: usize,
}

impl Limits {
    /// What a reader under time pressure takes in: four lines an item, a dozen items a list.
    pub const FIRST_LOOK: Limits = Limits { items: 12, places: 12, wording_bytes: 300, context_bytes: 90 };

    /// Everything, but for the context of a difference.
    pub const ALL: Limits =
        Limits { items: usize::MAX, places: usize::MAX, wording_bytes: usize::MAX, context_bytes: 90 };
}

impl<'a> FirstScreen<'a> {
    /// The first screen of an account.
    pub fn of(account: &'a Account, numbering: &Numbering, limits: Limits) -> Self {
        let view = View { account, numbering, limits };
        FirstScreen {
            reported: reported::reported(&view),
            disputed: disputed::disputed(&view),
            not_stated: not_stated::not_stated(&view),
        }
    }
}

/// What every part of the screen is made from.
struct View<'a, 'b> {
    account: &'a Account,
    numbering: &'b Numbering,
    limits: Limits,
}

impl<'a> View<'a, '_> {
    fn report_at(&self, place: Place) -> &'a Report {
        self.account.report(self.numbering.order()[place.report - 1])
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
