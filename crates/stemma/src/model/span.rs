//! Places in a text and in a pile.

use super::ReportIdx;
use serde::{Deserialize, Serialize};

/// A run of UTF-8 bytes in one text: `start` inclusive, `end` exclusive, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ByteRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl ByteRange {
    /// The range from `start` to `end`. Texts are limited to 4 GiB, which ingest enforces.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end && end <= u32::MAX as usize);
        ByteRange { start: start as u32, end: end as u32 }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes as a range that indexes a `str`.
    pub fn as_usize(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` that lie in this range.
    pub fn of(self, text: &str) -> &str {
        &text[self.as_usize()]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: ByteRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many bytes both have in common.
    pub fn overlap(self, other: ByteRange) -> usize {
        (self.end.min(other.end) as usize).saturating_sub(self.start.max(other.start) as usize)
    }
}

/// A place in a pile: which report, and where in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The report.
    pub report: ReportIdx,
    /// The bytes of its text.
    pub range: ByteRange,
}
