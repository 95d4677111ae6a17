//! What may be an instance of a claim: each proposition that a unit makes by itself, and each that it makes in passing.

use super::told::Told;
use super::units::Unit;
use crate::model::ByteRange;

/// Words that may carry a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The unit, by its place in the list.
    pub unit: usize,
    /// The proposition, by its place in what the report tells; absent where no clause was read.
    pub proposition: Option<u32>,
    /// Whether it is what the unit says, and not only what it says in passing.
    pub is_head: bool,
    /// The words.
    pub span: ByteRange,
}

/// The candidates of all units, in their order; `told` is by report.
pub fn candidates(units: &[Unit], told: &[&Told]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let told = told[unit.report.0 as usize];
        if unit.heads.is_empty() {
            found.push(Candidate { unit: at, proposition: None, is_head: true, span: unit.span });
        }
        for place in &unit.all {
            let is_head = unit.heads.binary_search(place).is_ok();
            let alone = is_head && unit.heads.len() == 1;
            let span = if alone { unit.span } else { clause(unit, told, *place) };
            found.push(Candidate { unit: at, proposition: Some(*place), is_head, span });
        }
    }
    found
}

/// The clause of a proposition inside its unit, up to the next that is joined to it.
fn clause(unit: &Unit, told: &Told, place: u32) -> ByteRange {
    let one = &told.propositions[place as usize];
    let start = one.span.start.max(unit.span.start);
    // What is joined to it stands in its sentence.
    let sentence = told.of_sentences(one.sentence, one.sentence + 1);
    let place_in_unit = |at: usize| unit.all.partition_point(|other| (*other as usize) < at);
    let near = &unit.all[place_in_unit(sentence.start)..place_in_unit(sentence.end)];
    let joined = near.iter().map(|other| &told.propositions[*other as usize]);
    let mut joined = joined.filter(|other| other.is_joined && other.above == Some(place));
    let is_joined_on = joined.any(|other| other.span.start > one.predicate.end);
    let end = if is_joined_on { one.before_joined } else { one.span.end }.min(unit.span.end);
    ByteRange { start: start.min(one.predicate.start), end: end.max(one.predicate.end) }
}
