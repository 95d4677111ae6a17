//! A text put together from pieces, each of which remembers the bytes that it was made from.

use std::ops::Range;
use stemma::model::{ByteRange, OriginalMap, Segment};

/// A text and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The text, U+FFFD for bad bytes.
    pub text: String,
    /// From the text to the bytes.
    pub map: OriginalMap,
    /// How many U+FFFD stand for bad bytes.
    pub bad: usize,
    /// The first bad byte; absent where all are good.
    pub first_bad: Option<usize>,
}

/// A text in the making.
#[derive(Debug, Default)]
pub struct MappedText {
    text: String,
    segments: Vec<Segment>,
    bad: usize,
    first_bad: Option<usize>,
}

impl MappedText {
    /// Adds a run of characters that stand as they are, or one character that was converted.
    pub fn push(&mut self, piece: &str, original: Range<usize>) {
        if piece.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(piece);
        let segment = Segment {
            text: ByteRange::new(start, self.text.len()),
            original: ByteRange::new(original.start, original.end),
        };
        match self.segments.last_mut() {
            Some(last) if is_linear(*last) && is_linear(segment) && follows(*last, segment) => {
                last.text.end = segment.text.end;
                last.original.end = segment.original.end;
            }
            _ => self.segments.push(segment),
        }
    }

    /// Adds U+FFFD for bytes that are no character.
    pub fn push_bad(&mut self, original: Range<usize>) {
        self.bad += 1;
        self.first_bad.get_or_insert(original.start);
        self.push("\u{fffd}", original);
    }

    /// The whole.
    pub fn finish(mut self) -> Mapped {
        self.segments.shrink_to_fit();
        self.text.shrink_to_fit();
        Mapped {
            text: self.text,
            map: OriginalMap::from_segments(self.segments),
            bad: self.bad,
            first_bad: self.first_bad,
        }
    }
}

/// Whether text and original have the same length: then characters, on whose boundaries all ranges lie,
/// have the same offsets in both, even where their bytes differ.
fn is_linear(segment: Segment) -> bool {
    segment.text.len() == segment.original.len()
}

fn follows(last: Segment, next: Segment) -> bool {
    last.original.end == next.original.start
}
