//! Stretches that stop short of the borders of their sentences reach to them, where the rest was edited.
//!
//! What is left over at an end on both sides was swapped ("told reporters" for "said"); what is left over
//! on one side was cut from the other: often the speaker ("the mayor said"), or what qualifies a claim
//! ("after a deal with the governor"). Both belong to the passage, as edits, for they are what a reader has
//! to see. A clause that belongs to another passage of the same sentence stays out.

use super::align::Match;
use super::families::Stretch;
use super::units::Unit;

/// Words left over on both sides that still count as a swap.
const MAX_SWAPPED: usize = 4;

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
        if is_first[*a] && is_first[*b] && was_edited(found.a.1.start, found.b.1.start, found.n_shared) {
            (stretches[*a].words.start, stretches[*b].words.start) = (0, 0);
        }
        if is_last[*a]
            && is_last[*b]
            && was_edited(end_a - found.a.1.end, end_b - found.b.1.end, found.n_shared)
        {
            (stretches[*a].words.end, stretches[*b].words.end) = (end_a, end_b);
        }
    }
}

/// Whether words left over at one end of both sentences are an edit of what is shared: on the shorter side
/// no more than a swap, on the longer no more than is shared.
fn was_edited(left_a: usize, left_b: usize, n_shared: usize) -> bool {
    left_a.min(left_b) <= MAX_SWAPPED.min(n_shared / 3) && left_a.max(left_b) <= n_shared
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_or_a_cut_is_an_edit_and_a_foreign_clause_is_not() {
        assert!(was_edited(2, 3, 12), "said -> told reporters");
        assert!(was_edited(0, 7, 12), "a clause was cut");
        assert!(!was_edited(0, 15, 5), "more was cut than is shared");
        assert!(!was_edited(8, 9, 12), "both sentences go on in their own way");
    }
}
