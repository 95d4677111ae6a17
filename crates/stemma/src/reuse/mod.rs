//! Which passages stand in more than one place, and how were they changed on the way?
//!
//! In: the readings of all reports. Out: passages, the families they form, and the edits inside families.

use crate::model::{Edit, Family, Passage, Report, Table};
use crate::text::Reading;

/// Choices of this stage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {}

/// What this stage finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reuse {
    /// What was learned from the pile.
    pub tables: Vec<Table>,
    /// Passages, by report and place.
    pub passages: Vec<Passage>,
    /// Families, by their first passage.
    pub families: Vec<Family>,
    /// Edits, by family and place.
    pub edits: Vec<Edit>,
}

/// Finds copied passages.
pub fn find_reuse(_reports: &[Report], _readings: &[&Reading], _config: &Config) -> Reuse {
    Reuse::default()
}
