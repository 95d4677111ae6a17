//! What was changed on the way: every swap and every changed number is an edit.

use crate::departures::{EDIT_KINDS, SWAPS};
use crate::expected::Swap;
use crate::found::{Edit, Place};
use crate::{EXPECTED, FOUND, assert_departures};
use std::collections::BTreeSet;

/// Both sides of an edit, the one in the given file first.
fn sides<'a>(edit: &'a Edit, file: &str) -> Option<(&'a Place, &'a Place)> {
    match (edit.from.file == file, edit.to.file == file) {
        (_, true) => Some((&edit.to, &edit.from)),
        (true, false) => Some((&edit.from, &edit.to)),
        (false, false) => None,
    }
}

/// Where some words stand that a place holds a part of; where the place is empty, words that stand at it, or
/// right behind it: "of Republic " may be what came in before "of Orvandia".
fn touched(place: &Place, words: &str) -> Option<usize> {
    const NEAR: usize = " of ".len();
    let text = &EXPECTED.texts[&place.file];
    let mut starts = text.match_indices(words).map(|(start, _)| start);
    starts.find(|start| {
        let end = start + words.len();
        if place.start == place.end {
            *start <= place.end + NEAR && place.start <= end
        } else {
            *start < place.end && place.start < end
        }
    })
}

/// Where the new words of a swap stand, in edits that have the old words on their other side.
fn places(swap: &Swap, edits: &[Edit]) -> BTreeSet<usize> {
    let found = edits.iter().filter_map(|edit| {
        let (new, old) = sides(edit, &swap.file)?;
        touched(old, &swap.from)?;
        touched(new, &swap.to)
    });
    found.collect()
}

fn name(swap: &Swap) -> String {
    format!("{}: {} -> {}", swap.file, swap.from, swap.to)
}

#[test]
fn every_swap_is_an_edit() {
    let edits = FOUND.edits();
    let missed = EXPECTED.swaps().into_iter().filter_map(|swap| {
        let places = places(&swap, &edits).len();
        (places < swap.places).then(|| format!("{}, {places} of {}", name(&swap), swap.places))
    });
    assert_departures(missed, SWAPS);
}

#[test]
fn every_swap_is_of_the_kind_that_a_reader_gives_it() {
    let edits = FOUND.edits();
    let mut other = BTreeSet::new();
    for swap in EXPECTED.swaps() {
        for edit in &edits {
            if !places(&swap, std::slice::from_ref(edit)).is_empty() && !edit.kinds.contains(&swap.kind) {
                other.insert(format!("{}, {} for {}", name(&swap), edit.kinds.join(" "), swap.kind));
            }
        }
    }
    assert_departures(other, EDIT_KINDS);
}

#[test]
fn a_changed_number_and_a_turned_denial_are_the_only_ones_of_their_kinds() {
    let of_kind = |kind: &str| -> Vec<(String, String, String)> {
        let edits = FOUND.edits().into_iter().filter(|edit| edit.kinds.iter().any(|found| found == kind));
        edits.map(|edit| (edit.from.text, edit.to.text, edit.to.file)).collect()
    };
    let swap = |from: &str, to: &str| vec![(from.to_owned(), to.to_owned(), "morning-circle.txt".to_owned())];
    assert_eq!(of_kind("number"), swap("14", "41"));
    assert_eq!(of_kind("negation"), swap("denied", "said"));
}
