//! Stretches that stop short of the borders of their sentences reach to them, where the rest was edited.
//!
//! What is left over at an end on both sides was swapped ("told reporters" for "said"); what is left over
//! on one side was cut from the other: often the speaker ("the mayor said"), or what qualifies a claim
//! ("after a deal with the governor"). Both belong to the passage, as edits, for they are what a reader has
//! to see. A clause that belongs to another passage of the same sentence stays out.

use super::align::Match;
use super::units::{Stretch, Unit};

/// Words left over on both sides that still count as a swap: room for "The X Observatory for Y confirmed that"
/// where the other text has "A monitoring group said".
const MAX_SWAPPED: usize = 6;
/// Words beside an equal quotation that say who spoke.
const MAX_ATTRIBUTION: usize = 8;

/// Lets stretches reach to the borders of their units. `ends` gives the stretches of each match, the earlier
/// first; stretches are in the order of units and places.
pub fn reach_to_borders(
    units: &[Unit],
    stretches: &mut [Stretch],
    matches: &[Match],
    ends: &[(usize, usize)],
) {
    let same_unit = |a: Option<&Stretch>, b: &Stretch| a.is_some_and(|a| a.unit == b.unit);
    let at = |idx: usize| stretches.get(idx);
    let is_first: Vec<bool> = (0..stretches.len())
        .map(|idx| !same_unit(idx.checked_sub(1).and_then(at), &stretches[idx]))
        .collect();
    let is_last: Vec<bool> =
        (0..stretches.len()).map(|idx| !same_unit(at(idx + 1), &stretches[idx])).collect();
    for (found, (a, b)) in matches.iter().zip(ends) {
        let length = |stretch: usize| units[stretches[stretch].unit.0 as usize].hashes.len();
        let (end_a, end_b) = (length(*a), length(*b));
        let was_edited = |left_a, left_b| was_edited(left_a, left_b, found);
        if is_first[*a] && is_first[*b] && was_edited(found.a.1.start, found.b.1.start) {
            (stretches[*a].words.start, stretches[*b].words.start) = (0, 0);
        }
        if is_last[*a] && is_last[*b] && was_edited(end_a - found.a.1.end, end_b - found.b.1.end) {
            (stretches[*a].words.end, stretches[*b].words.end) = (end_a, end_b);
        }
    }
}

/// Whether words left over at one end of both sentences are an edit of what is shared: on the shorter side
/// no more than a swap, on the longer no more than is shared. Beside an equal quotation stands who says it.
fn was_edited(left_a: usize, left_b: usize, found: &Match) -> bool {
    let (shorter, longer) = (left_a.min(left_b), left_a.max(left_b));
    let swapped = shorter <= MAX_SWAPPED.min(found.n_shared / 3) && longer <= found.n_shared;
    swapped || found.same_quotation && longer <= MAX_ATTRIBUTION
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::units::UnitIdx;

    fn was_edited_of(n_shared: usize, left_a: usize, left_b: usize, same_quotation: bool) -> bool {
        let ends = (UnitIdx(0), 0..n_shared);
        was_edited(left_a, left_b, &Match { a: ends.clone(), b: ends, n_shared, weight: 0, same_quotation })
    }

    #[test]
    fn a_swap_or_a_cut_is_an_edit_and_a_foreign_clause_is_not() {
        assert!(was_edited_of(12, 2, 3, false), "said -> told reporters");
        assert!(was_edited_of(12, 0, 7, false), "a clause was cut");
        assert!(!was_edited_of(5, 0, 15, false), "more was cut than is shared");
        assert!(!was_edited_of(12, 8, 9, false), "both sentences go on in their own way");
    }

    #[test]
    fn beside_an_equal_quotation_the_attribution_may_be_longer_than_what_is_shared() {
        assert!(was_edited_of(4, 4, 6, true));
        assert!(!was_edited_of(4, 4, 6, false));
    }
}
