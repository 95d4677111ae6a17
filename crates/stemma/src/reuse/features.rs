//! What comparing needs of one report: its sentences as runs of words.
//!
//! A page is a mosaic of sentences out of other pages, so the sentence is what gets copied.

use super::tokens::Token;
use super::weights::read_words;
use crate::model::{ByteRange, FurnitureKind, Report};
use crate::text::{Quotation, Reading};
use std::ops::Range;

/// A sentence longer than this is cut into pieces, so that comparing two units has a bound, and the number of a
/// word fits a byte. News sentences average some 22 words; what is longer than 128 is a list or a text
/// without full stops.
pub const MAX_WORDS: usize = 128;

/// The sentences of one report, in the order of the text.
#[derive(Debug, Clone, Default)]
pub struct Features {
    /// The words of all pieces, one after another.
    pub tokens: Vec<Token>,
    /// Sentences, and pieces of overlong ones.
    pub pieces: Vec<Piece>,
    /// By piece: which of its words stand between quotation marks.
    pub quoted: Vec<(u32, Range<u8>)>,
}

/// A sentence or a piece of an overlong one.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Its bytes: the first and last piece reach to the sentence's borders, punctuation included.
    pub range: ByteRange,
    /// How many words it has, at most [`MAX_WORDS`].
    pub n_words: u8,
}

/// The features of one report.
pub fn features(report: &Report, reading: &Reading) -> Features {
    let mut features = Features::default();
    let mut places = Vec::new();
    // A title that stands twice is a passage of its own report, furniture or not.
    let repeated = report.layout.furniture.iter().filter(|line| line.kind == FurnitureKind::RepeatedTitle);
    let mut sentences: Vec<ByteRange> = reading.sentences.iter().map(|sentence| sentence.range).collect();
    sentences.extend(repeated.map(|line| line.range));
    sentences.sort_unstable();
    for sentence in sentences {
        features.add(&report.text, sentence, &reading.quotations, &mut places);
    }
    features
}

impl Features {
    fn add(
        &mut self,
        text: &str,
        sentence: ByteRange,
        quotations: &[Quotation],
        places: &mut Vec<ByteRange>,
    ) {
        places.clear();
        read_words(text, sentence, &mut self.tokens, places);
        let last_piece = places.len().saturating_sub(1) / MAX_WORDS;
        for (at, words) in places.chunks(MAX_WORDS).enumerate() {
            let start = if at == 0 { sentence.start } else { words[0].start };
            let end = if at == last_piece { sentence.end } else { words[words.len() - 1].end };
            let piece = self.pieces.len() as u32;
            self.quoted.extend(quoted_words(quotations, words).map(|range| (piece, range)));
            self.pieces.push(Piece { range: ByteRange { start, end }, n_words: words.len() as u8 });
        }
    }
}

/// Which of some words stand in one of a report's quotations, a run for each.
fn quoted_words<'a>(
    quotations: &'a [Quotation],
    words: &'a [ByteRange],
) -> impl Iterator<Item = Range<u8>> + 'a {
    let from = quotations.partition_point(|quotation| quotation.outer.end <= words[0].start);
    let end = words[words.len() - 1].end;
    let near = quotations[from..].iter().take_while(move |quotation| quotation.outer.start < end);
    near.filter_map(|quotation| {
        let start = words.partition_point(|word| word.start < quotation.inner.start);
        let end = words.partition_point(|word| word.end <= quotation.inner.end);
        (start < end).then_some(start as u8..end as u8)
    })
}
