//! Who copied what: every passage that a reader sees, with every report that has it too, and no other.

use crate::departures::{PARTNERS, UNKNOWN, WIDER};
use crate::expected::Passage;
use crate::found::{Family, Place};
use crate::{EXPECTED, FOUND, assert_departures};

/// Whether a family has both passages: at least half of each expected text lies in a witness.
fn joins(family: &Family, a: &Place, b: &Place) -> bool {
    let witness_of = |place: &Place| family.iter().position(|witness| place.half_lies_in(witness));
    matches!((witness_of(a), witness_of(b)), (Some(one), Some(other)) if one != other)
}

fn others<'a>(passages: &'a [Passage], of: &'a Passage) -> impl Iterator<Item = &'a Passage> {
    passages.iter().filter(|other| other.family == of.family && other.place != of.place)
}

#[test]
fn every_passage_is_found_with_every_report_that_has_it() {
    let (passages, families) = (EXPECTED.passages(), FOUND.families());
    assert!(passages.len() > 70, "the example has many passages");
    let mut missed = Vec::new();
    for passage in passages.iter().filter(|passage| !passage.arguable) {
        for partner in &passage.with {
            let found = others(&passages, passage)
                .filter(|other| other.place.file == *partner)
                .any(|other| families.iter().any(|family| joins(family, &passage.place, &other.place)));
            if !found {
                missed.push(format!("{}: {} with {partner}", passage.family, passage.place.file));
            }
        }
    }
    assert_departures(missed, PARTNERS);
}

#[test]
fn no_passage_is_found_that_a_reader_does_not_see() {
    let passages = EXPECTED.passages();
    let known = |a: &Place, b: &Place| {
        passages.iter().any(|passage| {
            passage.place.half_lies_in(a)
                && others(&passages, passage)
                    .any(|other| other.place.half_lies_in(b) && other.place != passage.place)
        })
    };
    let mut unknown = Vec::new();
    for family in FOUND.families() {
        for witness in family[1..].iter().filter(|witness| !known(&family[0], witness)) {
            unknown.push(format!("{}: {}", witness.file, witness.text));
        }
    }
    assert_departures(unknown, UNKNOWN);
}

#[test]
fn a_passage_is_not_much_wider_than_what_was_copied() {
    let families = FOUND.families();
    let mut wider = Vec::new();
    for passage in EXPECTED.passages().iter().filter(|passage| !passage.arguable) {
        let witnesses = families.iter().flatten().filter(|witness| passage.place.half_lies_in(witness));
        if !witnesses.clone().any(|witness| witness.half_lies_in(&passage.place)) && witnesses.count() > 0 {
            wider.push(format!("{}: {}", passage.family, passage.place.file));
        }
    }
    assert_departures(wider, WIDER);
}
