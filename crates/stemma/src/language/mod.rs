//! Stage 2: sentences into tokens, parts of speech, dependencies and names.
//!
//! In: a report, its reading, and a model of English. Out: the analysis of each sentence, in the order of the reading.
//! The sentences are those of `text`, which knows titles, paragraphs and quotations; the parser's own are looked at
//! only inside them. Analyses are not kept: a million reports are some 400 million tokens.

use crate::model::Report;
use crate::text::Reading;
use stemma_language::{Analysis, Model};

/// Analyses the sentences of a report.
pub fn analyse(report: &Report, reading: &Reading, model: &Model) -> Vec<Analysis> {
    let sentences: Vec<&str> =
        reading.sentences.iter().map(|sentence| sentence.range.of(&report.text)).collect();
    model.analyse_all(&sentences)
}
