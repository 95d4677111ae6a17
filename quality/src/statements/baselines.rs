//! What simple answers would score.

use super::attribution::Attribution;
use stemma::text::{Reading, word_ranges};

/// Every quotation between marks is a content.
pub fn quotations(reading: &Reading) -> Vec<Attribution> {
    let content = |inner| Attribution { content: vec![inner], ..Attribution::default() };
    reading.quotations.iter().map(|quotation| content(quotation.inner)).collect()
}

/// Every sentence with "said" is a content, and the word its cue.
pub fn sentences_with_said(text: &str, reading: &Reading) -> Vec<Attribution> {
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let content = vec![sentence.range];
        let words = word_ranges(text, sentence.range).into_iter();
        let cues = words.filter(|word| word.of(text) == "said");
        found.extend(cues.map(|cue| Attribution {
            cue: vec![cue],
            content: content.clone(),
            source: Vec::new(),
        }));
    }
    found
}
