//! Stretches that stop short of the borders of their sentences reach to them, where the rest was edited.
//!
//! What is left over at an end on both sides was swapped ("told reporters" for "said"); what is left over
//! on one side was cut from the other: often the speaker ("the mayor said"), or what qualifies a claim
//! ("after a deal with the governor"). Both belong to the passage, as edits, for they are what a reader has
//! to see. A clause that belongs to another passage of the same sentence stays out.

use super::matches::Match;
use super::units::{Stretch, Units};

/// Words left over on both sides that still count as a swap: room for "The X Observatory for Y confirmed that"
/// where the other text has "A monitoring group said".
const MAX_SWAPPED: u8 = 6;
/// Words beside an equal quotation that say who spoke.
const MAX_ATTRIBUTION: u8 = 8;

/// Lets stretches reach to the borders of their units. `ends` gives the stretches of each match, the earlier
/// first; stretches are in the order of units and places.
pub fn reach_to_borders(units: &Units, stretches: &mut [Stretch], matches: &[Match], ends: &[(u32, u32)]) {
    let unit = |idx: usize| stretches.get(idx).map(|stretch| stretch.unit);
    let is_first: Vec<bool> =
        (0..stretches.len()).map(|idx| idx == 0 || unit(idx - 1) != unit(idx)).collect();
    let is_last: Vec<bool> = (0..stretches.len()).map(|idx| unit(idx + 1) != unit(idx)).collect();
    for (found, (a, b)) in matches.iter().zip(ends) {
        let (a, b) = (*a as usize, *b as usize);
        let length = |stretch: usize| units.words(stretches[stretch].unit).len() as u8;
        let (end_a, end_b) = (length(a), length(b));
        if is_first[a] && is_first[b] && was_edited(found.a.start, found.b.start, found) {
            (stretches[a].start, stretches[b].start) = (0, 0);
        }
        if is_last[a] && is_last[b] && was_edited(end_a - found.a.end, end_b - found.b.end, found) {
            (stretches[a].end, stretches[b].end) = (end_a, end_b);
        }
    }
}

/// Whether words left over at one end of both sentences are an edit of what is shared: on the shorter side
/// no more than a swap, on the longer no more than is shared. Beside an equal quotation stands who says it.
fn was_edited(left_a: u8, left_b: u8, found: &Match) -> bool {
    let (shorter, longer) = (left_a.min(left_b), left_a.max(left_b));
    let swapped = shorter <= MAX_SWAPPED.min(found.n_shared / 3) && longer <= found.n_shared;
    swapped || found.same_quotation && longer <= MAX_ATTRIBUTION
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::units::UnitIdx;

    fn was_edited_of(n_shared: u8, left_a: u8, left_b: u8, same_quotation: bool) -> bool {
        let end = Stretch { unit: UnitIdx(0), start: 0, end: n_shared };
        was_edited(
            left_a,
            left_b,
            &Match { a: end, b: end, n_shared, weight: 0, same_quotation, strong: true, is_form: false },
        )
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
