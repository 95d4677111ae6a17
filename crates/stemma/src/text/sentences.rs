//! Blocks into sentences.

use crate::model::{Layout, Sentence};

/// Sentences of titles, then paragraphs (first version: a block is a sentence).
pub fn find_sentences(_text: &str, layout: &Layout) -> Vec<Sentence> {
    layout
        .titles
        .iter()
        .chain(&layout.paragraphs)
        .enumerate()
        .map(|(block, range)| Sentence { range: *range, block: block as u32 })
        .collect()
}
