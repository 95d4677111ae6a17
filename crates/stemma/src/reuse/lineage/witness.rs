//! A witness with all that a comparison needs of it.

use crate::model::{ByteRange, PassageIdx, Report, ReportIdx, Span};
use crate::reuse::passages::Witness;
use crate::reuse::tokens::Token;
use crate::reuse::units::Units;
use std::ops::Range;

/// A witness, its report's text and its words.
#[derive(Debug, Clone)]
pub struct View<'a> {
    /// The passage.
    pub passage: PassageIdx,
    /// Where it stands.
    pub span: Span,
    /// The text of its report.
    pub text: &'a str,
    /// Whether it stands at the start of a paragraph.
    pub opens_paragraph: bool,
    /// Its words, as they stand there.
    pub ranges: Vec<ByteRange>,
    /// Its words, to be aligned.
    pub words: &'a [Token],
}

impl<'a> View<'a> {
    /// The view of a witness that is the passage of the given index.
    pub fn of(reports: &'a [Report], units: &'a Units, witness: &Witness, passage: PassageIdx) -> Self {
        let place = units.places(witness.stretch.unit)[witness.place as usize];
        let report = &reports[witness.span.report.0 as usize];
        let start = witness.span.range.start;
        View {
            opens_paragraph: report
                .layout
                .paragraphs
                .binary_search_by_key(&start, |range| range.start)
                .is_ok(),
            passage,
            span: witness.span,
            text: &report.text,
            ranges: units.word_places(reports, &witness.stretch, place),
            words: units.words_of(&witness.stretch),
        }
    }

    /// The report.
    pub fn report(&self) -> ReportIdx {
        self.span.report
    }

    /// The characters.
    pub fn written(&self) -> &'a str {
        self.span.range.of(self.text)
    }

    /// One of its words, as written.
    pub fn word(&self, at: usize) -> &'a str {
        self.ranges[at].of(self.text)
    }

    /// The place of some of its words; of none, the place before the word where they would stand.
    pub fn place(&self, words: &Range<usize>) -> Span {
        let end = self.ranges.last().map_or(self.span.range.end, |last| last.end);
        let start = self.ranges.get(words.start).map_or(end, |first| first.start);
        let range = match words.clone().last() {
            Some(last) => ByteRange { start, end: self.ranges[last].end },
            None => ByteRange { start, end: start },
        };
        Span { report: self.span.report, range }
    }
}
