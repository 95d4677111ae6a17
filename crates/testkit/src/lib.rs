//! A fixture language for news: several reports in one string, places in brackets.
//!
//! ```text
//! //- /wire.txt   outlet:Coastwire   date:2024-03-01
//! [[f1|At least 12 people were killed]] on Friday, [[s1:police|police said]].
//! //- /paper.txt  outlet:"Harbour Herald"
//! Officials confirmed that [[f1|at least 12 people were killed]].
//! ```
//!
//! - A line that begins with `//-` opens a report: its name, then `key:value` fields; a value with blanks
//!   stands between `"`. Without any header, the whole fixture is one report called `report.txt`.
//! - `[[label|words]]` marks a place, `[[label:note|words]]` gives it a note, `[[words]]` has no label.
//!   Places may lie inside one another. Brackets, not carets below the line: carets break in Arabic and
//!   Chinese.
//! - The indentation that all lines share is taken off, and so are empty lines at both ends of a report;
//!   everything else is text, byte for byte.
//!
//! [`parse`] reads a fixture, [`marked`] writes brackets into a text. A fixture that cannot be read panics
//! and says where, for this crate serves tests. It knows nothing of stemma, so that stemma's own tests can
//! use it.

mod brackets;
mod headers;

use std::collections::BTreeMap;

pub use brackets::marked;

/// One report of a fixture, brackets taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixtureReport {
    /// Its name, without the slash that begins it in the header (`wire.txt`).
    pub name: String,
    /// The fields of its header (`outlet` to `Coastwire`).
    pub meta: BTreeMap<String, String>,
    /// Its text, without brackets, labels and notes.
    pub text: String,
    /// The marked places by their start; of two that start together, the longer one first.
    pub spans: Vec<FixtureSpan>,
}

/// A marked place in a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FixtureSpan {
    /// What it is called; empty where it has no label.
    pub label: String,
    /// What stands behind the colon of the label; absent where there is no colon.
    pub note: Option<String>,
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// The reports of a fixture, in its order.
///
/// # Panics
///
/// Where brackets do not pair, a field of a header is not `key:value`, a name is given twice, or text
/// stands before the first header.
pub fn parse(fixture: &str) -> Vec<FixtureReport> {
    let sections = headers::sections(fixture);
    let reports: Vec<FixtureReport> = sections
        .into_iter()
        .map(|section| {
            let (text, spans) = brackets::read(&section.body, &section.name);
            FixtureReport {
                name: section.name,
                meta: section.meta,
                text,
                spans,
            }
        })
        .collect();
    for (idx, report) in reports.iter().enumerate() {
        let again = reports[..idx].iter().any(|other| other.name == report.name);
        assert!(!again, "fixture: two reports are called {}", report.name);
    }
    reports
}

impl FixtureReport {
    /// The place of a label that stands once.
    ///
    /// # Panics
    ///
    /// Where no place, or more than one, has the label.
    pub fn span(&self, label: &str) -> &FixtureSpan {
        let mut found = self.spans.iter().filter(|span| span.label == label);
        match (found.next(), found.next()) {
            (Some(span), None) => span,
            (None, _) => panic!("fixture: {} has no place labelled {label}", self.name),
            (Some(_), Some(_)) => panic!("fixture: {} has {label} more than once", self.name),
        }
    }

    /// The words of a place.
    pub fn words(&self, span: &FixtureSpan) -> &str {
        &self.text[span.start..span.end]
    }
}

impl FixtureSpan {
    /// A place with a label and without a note.
    pub fn new(label: &str, start: usize, end: usize) -> Self {
        FixtureSpan {
            label: label.to_owned(),
            note: None,
            start,
            end,
        }
    }

    /// The same place with a note.
    pub fn with_note(self, note: &str) -> Self {
        FixtureSpan {
            note: Some(note.to_owned()),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "
        //- /wire.txt   outlet:Coastwire   date:2024-03-01
        [[f1|At least 12 people were killed]] on Friday, [[s1:police|police said]].

        Ferries stood still.
        //- /paper.txt  outlet:\"Harbour Herald\"
        Officials confirmed that [[f1|at least 12 people were killed]].
    ";

    #[test]
    fn a_fixture_holds_several_reports() {
        let reports = parse(TWO);
        assert_eq!(
            reports[0].text,
            "At least 12 people were killed on Friday, police said.\n\nFerries stood still."
        );
        assert_eq!(reports[1].name, "paper.txt");
        assert_eq!(reports[1].meta["outlet"], "Harbour Herald");
        assert_eq!(reports[0].meta["date"], "2024-03-01");
    }

    #[test]
    fn a_place_knows_its_words_and_its_note() {
        let reports = parse(TWO);
        let source = reports[0].span("s1");
        assert_eq!(source.note.as_deref(), Some("police"));
        assert_eq!(reports[0].words(source), "police said");
        assert_eq!(reports[0].words(reports[0].span("f1")).len(), 30);
    }

    #[test]
    fn a_fixture_without_header_is_one_report() {
        let reports = parse("The harbour [[closed]].");
        assert_eq!(reports.len(), 1);
        assert_eq!(reports[0].name, "report.txt");
        assert_eq!(reports[0].spans, [FixtureSpan::new("", 12, 18)]);
    }

    #[test]
    #[should_panic(expected = "two reports are called a.txt")]
    fn two_reports_of_one_name_are_an_error() {
        parse("//- /a.txt\nOne.\n//- /a.txt\nTwo.");
    }

    #[test]
    #[should_panic(expected = "has no place labelled s9")]
    fn asking_for_a_missing_label_says_so() {
        parse(TWO)[0].span("s9");
    }
}
