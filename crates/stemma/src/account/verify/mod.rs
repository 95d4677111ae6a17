//! Records against sources: does every finding open at its characters?
//!
//! In: the records of an account, as some file gives them, and the sources, freshly read. Out: what does not
//! hold. Nothing of the analysis is run again: what is checked follows from the records and the bytes alone.
//! Invariant: no panic and no more than n log n time, whatever the records are.

mod claims;
mod counts;
mod days;
mod descents;
mod disagreements;
mod edits;
mod families;
mod fields;
mod findings;
mod header;
mod identity;
mod instances;
mod joins;
mod known;
mod layout;
mod origins;
mod places;
mod problem;
mod shares;
mod silences;
mod sources;
mod spans;
mod statements;
mod stories;
mod voices;

pub use problem::Problem;

use super::record::Record;
use crate::model::Source;
use findings::Findings;
use known::Known;
use problem::Problems;

/// Checks every record against the sources; an account that holds gives no problem.
pub fn verify(records: &[Record], sources: &[Source]) -> Vec<Problem> {
    let mut problems = Problems::default();
    if !header::check(records, &mut problems) {
        return problems.into_list();
    }
    identity::check(records, &mut problems);
    let findings = Findings::read(records, &mut problems);
    let texts = sources::check(&findings, sources, &mut problems);
    spans::check(&findings, &texts, &mut problems);
    layout::check(&findings, &texts, &mut problems);
    families::check(&findings, &mut problems);
    edits::check(&findings, &mut problems);
    descents::check(&findings, &mut problems);
    shares::check(&findings, &texts, &mut problems);
    statements::check(&findings, &mut problems);
    voices::check(&findings, &mut problems);
    stories::check(&findings, &mut problems);
    let known = Known::of(&findings);
    instances::check(&findings, &known, &mut problems);
    origins::check(&findings, &known, &mut problems);
    claims::check(&findings, &known, &mut problems);
    disagreements::check(&findings, &known, &mut problems);
    places::check(&findings, &known, &mut problems);
    problems.into_list()
}
