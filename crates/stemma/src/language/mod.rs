//! Stage 2: sentences into tokens, parts of speech, dependencies and names.
//!
//! In: a report, its reading, and a model of English. Out: the analysis of each sentence, in the order of the reading.
//! The sentences are those of `text`, which knows titles, paragraphs and quotations; the parser's own are looked at
//! only inside them. Analyses are not kept: a million reports are some 400 million tokens.

use crate::model::Report;
use crate::text::Reading;
use stemma_language::{Analysis, Model};

/// Longest sentence that is analysed, in bytes: what is longer is a list or a table that no full stop parts.
const LONGEST: usize = 4_000;

/// Analyses the sentences of a report. Those longer than any sentence of prose get an analysis without tokens.
pub fn analyse(report: &Report, reading: &Reading, model: &Model) -> Vec<Analysis> {
    let sentences: Vec<&str> =
        reading.sentences.iter().map(|sentence| sentence.range.of(&report.text)).map(prose).collect();
    model.analyse_all(&sentences)
}

fn prose(sentence: &str) -> &str {
    if sentence.len() > LONGEST { "" } else { sentence }
}
