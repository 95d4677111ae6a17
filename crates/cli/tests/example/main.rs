//! The invented story in `examples/hadrel-dam`: does the program find what a careful reader finds?
//!
//! What the reader finds stands in `examples/hadrel-dam.expect.json`. Where the program departs from it
//! today, `departures` says so with the reason; a test fails when a departure comes and when one goes, so
//! that the list is always the truth.

mod departures;
mod edits;
mod expected;
#[path = "../found/mod.rs"]
#[allow(dead_code, reason = "the test of the five reports uses the rest of it")]
mod found;
mod layout;
mod passages;
mod statements;

use expected::Expected;
use found::Found;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

/// What the program finds, for all tests of this story.
static FOUND: LazyLock<Found> = LazyLock::new(|| Found::in_folder(&folder()));

/// What a reader finds.
static EXPECTED: LazyLock<Expected> = LazyLock::new(|| Expected::read(&folder()));

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/hadrel-dam")
}

/// Compares the departures that there are with those that are listed, in both directions.
fn assert_departures(there_are: impl IntoIterator<Item = String>, listed: &[departures::Group]) {
    let there_are: BTreeSet<String> = there_are.into_iter().collect();
    let listed: BTreeSet<String> =
        listed.iter().flat_map(|group| group.places).map(|place| place.to_string()).collect();
    let new: Vec<_> = there_are.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&there_are).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "new departures: {new:#?}\ndepartures that are gone: {gone:#?}"
    );
}

#[test]
fn every_departure_has_a_reason_and_stands_once() {
    for groups in departures::ALL {
        let places: Vec<_> = groups.iter().flat_map(|group| group.places).collect();
        assert_eq!(places.iter().collect::<BTreeSet<_>>().len(), places.len(), "{places:?}");
        assert!(groups.iter().all(|group| group.why.len() > 20 && !group.places.is_empty()));
    }
}
