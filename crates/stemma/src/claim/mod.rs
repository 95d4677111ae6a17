//! What is claimed, and who stands behind it?

mod candidates;
mod clauses;
mod collate;
mod frames;
mod gathering;
mod happenings;
mod meaning;
mod proposition;
mod sameness;
mod slots;
mod told;
mod units;
mod weights;
mod words;

pub use candidates::Candidate;
pub use meaning::{Likeness, Meaning};
pub use proposition::{Participant, PredicateKind, Proposition, Role};
pub use slots::{NumberSlot, Slot, SlotKind, TimeSlot};
pub use told::{Told, told};
pub use units::Unit;

use crate::model::{Edit, Family, Passage, Report, ReportIdx, Statement, StatementIdx};
use crate::text::Reading;
use collate::Collation;
use std::collections::BTreeSet;
use weights::Weights;

/// Units and their groups.
pub fn group(
    reports: &[Report],
    readings: &[&Reading],
    told: &[Told],
    statements: &[Statement],
    passages: &[Passage],
    families: &[Family],
    edits: &[Edit],
    meaning: &Meaning,
) -> (Vec<Unit>, Vec<Candidate>, Vec<usize>) {
    let mut all = Vec::new();
    for (idx, report) in reports.iter().enumerate() {
        let own: Vec<(StatementIdx, &Statement)> = statements
            .iter()
            .enumerate()
            .filter(|(_, one)| one.span.report.0 as usize == idx)
            .map(|(place, one)| (StatementIdx(place as u32), one))
            .collect();
        all.extend(units::units(ReportIdx(idx as u32), report, readings[idx], &told[idx], &own));
    }
    let collation = Collation::of(passages, families, edits);
    let weights = Weights::of(told.iter().map(words));
    let found = happenings::happenings(&all, told, &collation, &weights, meaning);
    let candidates = candidates::candidates(&all, told);
    let story = gathering::Story {
        units: &all,
        candidates: &candidates,
        told,
        statements,
        collation: &collation,
    };
    let (groups, _) = gathering::gather(&story, &found);
    (all, candidates, groups)
}

/// The words of a report that its propositions hold.
fn words(told: &Told) -> BTreeSet<&str> {
    let mut words = BTreeSet::new();
    for one in &told.propositions {
        words.insert(one.lemma.as_str());
        for participant in &one.participants {
            words.insert(participant.lemma.as_str());
            words.extend(participant.others.iter().map(String::as_str));
        }
    }
    words
}
