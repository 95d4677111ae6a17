//! Who said what?
//!
//! In: one report and its reading. Out: its statements, in the order of the text.

use crate::model::{Report, ReportIdx, Statement};
use crate::text::Reading;

/// Finds the statements of a report (first version: none).
pub fn find_statements(_idx: ReportIdx, _report: &Report, _reading: &Reading) -> Vec<Statement> {
    Vec::new()
}
