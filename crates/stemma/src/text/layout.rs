//! Lines into titles, paragraphs and furniture.

use crate::model::{ByteRange, Layout};

/// Lays out a text (first version: every line is a paragraph).
pub fn lay_out(text: &str) -> Layout {
    let mut layout = Layout::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let begin = start + (line.len() - line.trim_start().len());
            layout.paragraphs.push(ByteRange::new(begin, begin + trimmed.len()));
        }
        start += line.len();
    }
    layout
}
