//! A witness with all that lineage needs of it. The only place that touches units and passages.

use crate::model::{ByteRange, PassageIdx, Report, ReportIdx, Span};
use crate::reuse::passages::Witness;
use crate::reuse::units::{Stretch, Units};
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
    reports: &'a [Report],
    units: &'a Units,
    stretch: Stretch,
    place: u32,
}

impl<'a> View<'a> {
    /// The view of a witness that is the passage of the given index.
    pub fn of(reports: &'a [Report], units: &'a Units, witness: &Witness, passage: PassageIdx) -> Self {
        let report = &reports[witness.span.report.0 as usize];
        let start = witness.span.range.start;
        let paragraphs = &report.layout.paragraphs;
        View {
            opens_paragraph: paragraphs.binary_search_by_key(&start, |range| range.start).is_ok(),
            passage,
            span: witness.span,
            text: &report.text,
            reports,
            units,
            stretch: witness.stretch,
            place: witness.place,
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

    /// Puts its words, in the form in which they are compared, into `words`: a number for each; equal words have
    /// equal numbers.
    pub fn words(&self, words: &mut Vec<u32>) {
        words.clear();
        words.extend(self.units.words_of(&self.stretch).iter().map(|word| word.word()));
    }

    /// Where its words stand in the text of its report.
    pub fn ranges(&self) -> Vec<ByteRange> {
        let place = self.units.places(self.stretch.unit)[self.place as usize];
        self.units.word_places(self.reports, &self.stretch, place)
    }

    /// The witness with its words laid out, for those who look at what is written there.
    pub fn open(&self) -> Open<'_, 'a> {
        Open { view: self, ranges: self.ranges() }
    }
}

/// A witness whose words are laid out.
#[derive(Debug, Clone)]
pub struct Open<'v, 'a> {
    /// The witness.
    pub view: &'v View<'a>,
    ranges: Vec<ByteRange>,
}

impl<'a> Open<'_, 'a> {
    /// How many words it has.
    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    /// One of its words, as written.
    pub fn word(&self, at: usize) -> &'a str {
        self.ranges[at].of(self.view.text)
    }

    /// Its report's text before one of its words.
    pub fn before(&self, at: usize) -> &'a str {
        &self.view.text[..self.ranges[at].start as usize]
    }

    /// The place of some of its words; of none, the place before the word where they would stand.
    pub fn place(&self, words: &Range<usize>) -> Span {
        let end = self.ranges.last().map_or(self.view.span.range.end, |last| last.end);
        let start = self.ranges.get(words.start).map_or(end, |first| first.start);
        let range = match words.clone().last() {
            Some(last) => ByteRange { start, end: self.ranges[last].end },
            None => ByteRange { start, end: start },
        };
        Span { report: self.view.report(), range }
    }
}
