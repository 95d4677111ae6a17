//! What lineage needs of a witness. The only place that touches units and reports.

use crate::model::{ByteRange, Report, Span};
use crate::reuse::passages::Witness;
use crate::reuse::units::Units;
use std::ops::Range;

/// The texts that witnesses stand in, and their sentences.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// The reports.
    pub reports: &'a [Report],
    /// Their sentences.
    pub units: &'a Units,
}

impl<'a> Texts<'a> {
    /// The text of the report that a witness stands in.
    pub fn text(&self, witness: &Witness) -> &'a str {
        &self.reports[witness.span.report.0 as usize].text
    }

    /// The characters of a witness.
    pub fn written(&self, witness: &Witness) -> &'a str {
        witness.span.range.of(self.text(witness))
    }

    /// Whether a witness stands at the start of a paragraph.
    pub fn opens_paragraph(&self, witness: &Witness) -> bool {
        let paragraphs = &self.reports[witness.span.report.0 as usize].layout.paragraphs;
        paragraphs.binary_search_by_key(&witness.span.range.start, |range| range.start).is_ok()
    }

    /// Puts the words of a witness, in the form in which they are compared, into `words`: a number for each; equal
    /// words have equal numbers.
    pub fn words(&self, witness: &Witness, words: &mut Vec<u32>) {
        words.clear();
        words.extend(self.units.words_of(&witness.stretch).iter().map(|word| word.word()));
    }

    /// Calls `found` for the bytes of each word of a witness.
    pub fn each_word(&self, witness: &Witness, found: impl FnMut(ByteRange)) {
        self.units.each_word_place(self.reports, &witness.stretch, self.place(witness), found);
    }

    fn place(&self, witness: &Witness) -> Span {
        self.units.places(witness.stretch.unit).nth(witness.place as usize)
    }

    /// A witness with its words laid out, for those who look at what is written there.
    pub fn open(&self, witness: &Witness) -> Open {
        let mut ranges = Vec::with_capacity(witness.stretch.words().len());
        self.units
            .each_word_place(self.reports, &witness.stretch, self.place(witness), |range| ranges.push(range));
        Open { span: witness.span, ranges }
    }
}

/// A witness whose words are laid out.
#[derive(Debug, Clone)]
pub struct Open {
    span: Span,
    ranges: Vec<ByteRange>,
}

impl Open {
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
