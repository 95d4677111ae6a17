//! Quotation marks into quotations.

use crate::model::{ByteRange, Layout};

/// A run of text between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: ByteRange,
    /// Without its marks.
    pub inner: ByteRange,
    /// Whether a closing mark ends it; where none does, it ends with its paragraph.
    pub closed: bool,
    /// Whether the next paragraph opens with a mark again and carries on the same quotation.
    pub continues: bool,
}

/// Finds the quotations of all titles and paragraphs (first version: none).
pub fn find_quotations(_text: &str, _layout: &Layout) -> Vec<Quotation> {
    Vec::new()
}
