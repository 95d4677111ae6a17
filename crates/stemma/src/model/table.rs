//! Knowledge that depends on the whole pile.

use super::Sha256;

/// What was learned from a pile and may have shaped a finding. With the same tables, a report gives the
/// same findings whatever else is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which knowledge (`common-seeds`).
    pub name: String,
    /// Version of the rule that learns it, counted from 1.
    pub version: u32,
    /// How many entries it has.
    pub entries: u64,
    /// Hash of its entries in their canonical order.
    pub sha256: Sha256,
}
