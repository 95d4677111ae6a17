//! What is reported: the claims that matter most, in order of time.
//!
//! What nobody says to be so is not reported; it is in dispute. Which claims matter most is told by their numbers, see
//! [`ClaimList`](crate::view::ClaimList); several stories share the screen by the same measure. Of one
//! day those come first whose words name it, then those of which only the reports are dated; claims without a known day
//! stand behind all others. What is alike in that stands in the order of its numbers.

use super::{Listing, View};
use crate::view::{ClaimView, WhenBy, importance};

/// The claims that matter most.
pub(super) fn reported<'a>(view: &View<'a, '_>) -> Listing<ClaimView<'a>> {
    let mut said: Vec<&ClaimView> = view.list.claims.iter().filter(|claim| claim.said.is_some()).collect();
    let total = said.len();
    said.sort_by_cached_key(|claim| {
        (importance(view.account, view.numbering, view.account.claim(claim.claim)), claim.number)
    });
    said.truncate(view.limits.claims);
    said.sort_by_cached_key(|claim| {
        let when = claim.when.as_ref();
        let time = when.map(|when| (when.first_day, when.value.clone(), when.by == WhenBy::Report));
        (time.is_none(), time, claim.number)
    });
    Listing { items: said.into_iter().cloned().collect(), total }
}
