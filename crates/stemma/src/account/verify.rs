//! Records against sources: does every finding open at its characters?

use super::record::Record;
use crate::model::Source;

/// Something about an account that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The identifier of the finding, or `account` where it is the account as a whole.
    pub finding: String,
    /// What does not hold.
    pub text: String,
}

/// Checks every record against the sources (first version: checks nothing).
pub fn verify(_records: &[Record], _sources: &[Source]) -> Vec<Problem> {
    Vec::new()
}
