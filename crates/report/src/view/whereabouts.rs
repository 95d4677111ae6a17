//! Where a passage stands, as people look it up, and what is known of how it came there.

use crate::numbering::name;
use stemma::Account;
use stemma::model::{ByteRange, Derivation, Descent, Parent, PassageIdx, Report, Span};

/// A place that a person or an editor can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts<'a> {
    /// A line of a file, counted from 1.
    Line {
        /// The name of the file.
        name: &'a str,
        /// The line.
        line: usize,
    },
    /// Bytes of the text of a record or a page, which has no lines of its own in its file.
    Bytes {
        /// The name of the file or record.
        name: &'a str,
        /// The bytes.
        range: ByteRange,
    },
}

impl<'a> Whereabouts<'a> {
    /// Where a span stands, in the capture that its report goes by.
    pub fn of(account: &'a Account, span: Span) -> Self {
        let report = account.report(span.report);
        let name = name(report);
        match is_file(report, name) {
            true => {
                let before = &report.text.as_bytes()[..span.range.start as usize];
                Whereabouts::Line { name, line: before.iter().filter(|byte| **byte == b'\n').count() + 1 }
            }
            false => Whereabouts::Bytes { name, range: span.range },
        }
    }
}

/// Whether the text is that of the file itself.
fn is_file(report: &Report, name: &str) -> bool {
    report.captures.iter().any(|capture| capture.name == name && capture.derivation == Derivation::Decoded)
}

/// Passages as people read them: by the date of their reports, those without one last, then by name and place.
pub fn by_date(account: &Account, mut passages: Vec<PassageIdx>) -> Vec<PassageIdx> {
    passages.sort_by_cached_key(|idx| {
        let span = account.passage(*idx).span;
        let report = account.report(span.report);
        let date = report.published.as_ref().map(|date| date.value.clone());
        (date.is_none(), date, name(report).to_owned(), span)
    });
    passages
}

/// What an account says of how a passage came to its report; absent where nobody asked, or where the family stands
/// in one report only.
pub fn descent(account: &Account, passage: PassageIdx) -> Option<&Descent> {
    // An account has them by passage.
    let at = account.lineage.binary_search_by_key(&passage, |descent| descent.passage).ok()?;
    account.lineage.get(at)
}

/// The fixed word for what a parent is.
pub fn parent_label(parent: Parent) -> &'static str {
    match parent {
        Parent::Passage(_) => "copied",
        Parent::LostAncestor => "lost-ancestor",
        Parent::Original => "original",
        Parent::NotDecidable => "not-decidable",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;

    #[test]
    fn a_file_opens_at_its_line_and_a_record_at_its_bytes() {
        let mut account = example::account();
        let span = example::span(&account, 0, "A deal with the port workers");
        assert_eq!(Whereabouts::of(&account, span), Whereabouts::Line { name: "wire.txt", line: 5 });
        for capture in &mut account.reports[0].captures {
            capture.derivation = Derivation::Record;
        }
        let found = Whereabouts::of(&account, span);
        assert_eq!(found, Whereabouts::Bytes { name: "wire.txt", range: span.range });
    }
}
