//! Lines that only the whole pile shows to be furniture.

use crate::model::{ByteRange, Furniture, FurnitureKind, Report, Span};

/// Labels the paragraphs that are one of some sentences, and nothing else, as recurring furniture. A sentence that
/// shares its paragraph with others stays where it is. `sentences` are in the order of the account.
pub fn label_recurring(reports: &mut [Report], sentences: &[Span]) {
    for of_report in sentences.chunk_by(|a, b| a.report == b.report) {
        let layout = &mut reports[of_report[0].report.0 as usize].layout;
        let recurs = |paragraph: &ByteRange| of_report.iter().any(|sentence| sentence.range == *paragraph);
        let lines: Vec<ByteRange> = layout.paragraphs.iter().copied().filter(recurs).collect();
        layout.paragraphs.retain(|paragraph| !lines.contains(paragraph));
        layout
            .furniture
            .extend(lines.into_iter().map(|range| Furniture { range, kind: FurnitureKind::Recurring }));
        layout.furniture.sort_unstable();
    }
}
