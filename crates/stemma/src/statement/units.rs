//! Which sentences are read together.

use super::attribution;
use super::clause::{Clause, clauses};
use crate::model::{Report, Sentence};
use crate::text::{Quotation, Reading};

/// Longest sentence that may be nothing but the reporting clause of the quotation before it, in bytes.
const LONGEST_REPORTING_CLAUSE: usize = 400;

/// Sentences in groups: a quotation that runs over the end of a sentence binds it to the next one, and so does
/// a reporting clause that was parted from the question or cry before it.
pub(super) fn units(report: &Report, reading: &Reading) -> Vec<std::ops::Range<usize>> {
    let sentences = &reading.sentences;
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..sentences.len() {
        let end = sentences[at].range.end;
        let quotation = reading.quotations.partition_point(|quotation| quotation.outer.end < end);
        let bound = sentences.get(at + 1).is_some_and(|next| {
            next.block == sentences[at].block
                && reading.quotations.get(quotation).is_some_and(|quotation| {
                    quotation.outer.start < end && quotation.outer.end > end
                        || quotation.outer.end == end && is_reported_by(report, quotation, next)
                })
        });
        if !bound {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found
}

/// Whether a sentence is nothing but the reporting clause of the quotation before it.
fn is_reported_by(report: &Report, quotation: &Quotation, next: &Sentence) -> bool {
    let text = &report.text;
    if quotation.inner.of(text).trim_end().ends_with(',') {
        return true;
    }
    if next.range.len() > LONGEST_REPORTING_CLAUSE || quotation.inner.of(text).trim_end().ends_with('.') {
        return false;
    }
    let tokens = clauses(text, next.range, &[next.range.end], &[], 0);
    let [tokens] = tokens.as_slice() else {
        return false;
    };
    let clause = Clause { text, tokens, quotations: &[], title: false };
    attribution::behind(&clause, 0).is_some_and(|found| found.end + 4 >= clause.len())
}
