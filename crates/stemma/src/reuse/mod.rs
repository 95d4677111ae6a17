//! Which passages stand in more than one place, and how were they changed on the way?
//!
//! In: the readings of all reports. Out: passages, the families they form, and the edits inside families.
//!
//! The steps, one file each: sentences become `units`, equal ones only once; units that share rare `seeds`
//! are compared by a local word alignment (`align`, along a `chain` of runs and a `word_table` between them,
//! with the `weights` of words) that bridges swaps, cuts and additions; what aligns is let `reach` to the
//! borders of edited sentences, gathered into `families` and laid out as `passages`; and each witness is
//! compared with its family's representative, which gives the `edits` and their `edit_kinds`. Where it is
//! asked for, `lineage` says who copied whom.
//!
//! Invariants: the result depends on the texts alone, not on their order or the number of threads; the
//! edits of a pair turn one witness into the other, character for character; no step is quadratic in
//! the length of a text or in the number of equal copies.

mod align;
mod chain;
mod edit_kinds;
mod edits;
mod families;
mod lineage;
mod numbers;
mod passages;
mod reach;
mod seeds;
mod units;
mod weights;
mod word_table;

pub use edit_kinds::kinds as kinds_of_edit;

use crate::model::{Descent, Edit, Family, Passage, Report, Table};
use crate::text::Reading;

/// Choices of this stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// A run of words that more than this many different sentences share is too common to lead to a
    /// passage by itself. It bounds the work on stock phrases; copies of one sentence count once.
    pub common_seed_limit: u32,
    /// Whether to say who copied whom. Off by default: lineage is measured, and is not yet among the records
    /// of an account.
    pub lineage: bool,
}

impl Default for Config {
    fn default() -> Self {
        // A stock phrase of a pile of thousands of reports stands in hundreds of sentences; a sentence
        // that is rewritten in more than 200 different ways is found through its rarer words.
        Config { common_seed_limit: 200, lineage: false }
    }
}

/// What this stage finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reuse {
    /// What was learned from the pile.
    pub tables: Vec<Table>,
    /// Passages, by family and place.
    pub passages: Vec<Passage>,
    /// Families, by their first passage.
    pub families: Vec<Family>,
    /// Edits, by family and place.
    pub edits: Vec<Edit>,
    /// Who copied whom inside the families, by passage.
    pub lineage: Vec<Descent>,
}

/// Finds copied passages.
pub fn find_reuse(reports: &[Report], readings: &[&Reading], config: &Config) -> Reuse {
    let units = units::find_units(reports, readings);
    let (pairs, common) = seeds::find_candidates(&units, config.common_seed_limit);
    let matches = align::align_candidates(&units, &pairs);
    let drafts = passages::lay_out(reports, &units, families::find_families(&units, &matches));
    let (passages, families) = passages::number(&drafts);
    let edits = edits::find_edits(reports, &units, &drafts, &families);
    let lineage =
        if config.lineage { lineage::find_lineage(reports, &units, &drafts, &families) } else { Vec::new() };
    Reuse { tables: vec![common], passages, families, edits, lineage }
}
