//! Places that others count in characters and we in bytes.

use std::ops::Range;
use stemma::model::ByteRange;

/// Where each character of a text begins, and where the text ends.
pub struct Characters(Vec<u32>);

impl Characters {
    /// Counts the characters of a text.
    pub fn of(text: &str) -> Self {
        Characters(text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect())
    }

    /// The bytes of a range of characters; absent where it does not lie in the text.
    pub fn bytes(&self, start: usize, end: usize) -> Option<ByteRange> {
        let (start, end) = (*self.0.get(start)?, *self.0.get(end)?);
        (start <= end).then_some(ByteRange { start, end })
    }

    /// The characters of a range of bytes.
    pub fn range(&self, bytes: ByteRange) -> Range<usize> {
        let character = |byte: u32| self.0.partition_point(|start| *start < byte);
        character(bytes.start)..character(bytes.end)
    }

    /// All characters of the text.
    pub fn all(&self) -> Range<usize> {
        0..self.0.len() - 1
    }
}
