//! Stage 2: sentences into tokens, parts of speech, dependencies and names.
//!
//! In: a report, its reading, and a model of English. Out: the analysis of each sentence, in the order of the reading.
//! The sentences are those of `text`, which knows titles, paragraphs and quotations; the parser's own are looked at
//! only inside them. Analyses are not kept: a million reports are some 400 million tokens. Sentences of a report in another
//! language get analyses without tokens, so that no later stage reads English into them.

mod foreign;
mod tree;

pub use foreign::foreign_language;

pub(crate) use tree::Tree;

use crate::model::Report;
use crate::text::{Reading, stands_before_name};
use std::borrow::Cow;
use stemma_language::{Analysis, Model};

/// Longest sentence that is analysed, in bytes: what is longer is a list or a table that no full stop parts.
const LONGEST: usize = 4_000;

/// Ranks and titles with a full stop that the model knows as one token.
const KNOWN: [&str; 14] =
    ["adm", "dr", "drs", "gen", "gov", "messrs", "mr", "mrs", "ms", "prof", "rep", "rev", "sen", "st"];

/// Analyses the sentences of a report. Those longer than any sentence of prose get an analysis without tokens.
pub fn analyse(report: &Report, reading: &Reading, model: &Model) -> Vec<Analysis> {
    let is_english = foreign_language(report).is_none();
    let sentences = || {
        let texts = reading.sentences.iter().map(|sentence| sentence.range.of(&report.text));
        texts.map(move |text| if is_english { prose(text) } else { "" })
    };
    let plain: Vec<(Cow<str>, Vec<u32>)> = sentences().map(without_stops).collect();
    let texts: Vec<&str> = plain.iter().map(|(text, _)| text.as_ref()).collect();
    let mut analyses = model.analyse_all(&texts);
    for (analysis, (_, removed)) in analyses.iter_mut().zip(&plain) {
        put_back(analysis, removed);
    }
    analyses
}

fn prose(sentence: &str) -> &str {
    if sentence.len() > LONGEST { "" } else { sentence }
}

/// A sentence without the full stops of ranks that would end a sentence to the parser ("Sgt. Orlo"), and where those stood.
fn without_stops(sentence: &str) -> (Cow<'_, str>, Vec<u32>) {
    let mut removed = Vec::new();
    for (at, _) in sentence.match_indices(". ") {
        let word = sentence[..at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let small = word.to_lowercase();
        if stands_before_name(word) && !KNOWN.contains(&small.as_str()) {
            removed.push(at as u32);
        }
    }
    if removed.is_empty() {
        return (Cow::Borrowed(sentence), removed);
    }
    let kept = sentence.char_indices().filter(|(at, _)| !removed.contains(&(*at as u32)));
    (Cow::Owned(kept.map(|(_, c)| c).collect()), removed)
}

/// Tokens counted in the sentence as it stands.
fn put_back(analysis: &mut Analysis, removed: &[u32]) {
    if removed.is_empty() {
        return;
    }
    // Where each stop would stand in the text that was analysed.
    let gaps: Vec<u32> = removed.iter().enumerate().map(|(nth, at)| at - nth as u32).collect();
    for token in &mut analysis.tokens {
        token.start += gaps.partition_point(|gap| *gap <= token.start) as u32;
        token.end += gaps.partition_point(|gap| *gap < token.end) as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rank_with_a_stop_is_one_token_and_places_stay() {
        let text = "Oil fell, said Sgt. Ada Orlo and Cpl. Tim Velin.";
        let (plain, removed) = without_stops(text);
        assert_eq!(plain, "Oil fell, said Sgt Ada Orlo and Cpl Tim Velin.");
        let english = stemma_assets::english().expect("what the program brings along is whole");
        let mut analysis = english.model.analyse(&plain);
        put_back(&mut analysis, &removed);
        let words: Vec<&str> = analysis.tokens.iter().map(|token| &text[token.bytes()]).collect();
        assert_eq!(words[4..], ["Sgt", "Ada", "Orlo", "and", "Cpl", "Tim", "Velin", "."]);
    }
}
