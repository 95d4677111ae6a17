//! Headlines that attribute by a colon: "Orlo: bridge is safe", "Bridge is safe: ministry".
//!
//! A colon also stands between a place and its news. Before it, only somebody who speaks in the report itself counts; behind
//! it, also a word for somebody who speaks by office.

use super::Attributed;
use super::clause::{Clause, clauses};
use super::draft::Draft;
use super::lexicon::{BODY, GROUP, INSTITUTION, ROLE};
use super::reference::{Named, Reference};
use crate::model::{ByteRange, Report, ReportIdx, SpeakerGrade, StatementKind};
use crate::text::{Reading, normalise};

/// Most words that name a speaker beside a colon.
const LONGEST_NAME: usize = 4;

/// The statements of the headlines of a report; `found` are those of its sentences.
pub(super) fn statements(
    idx: ReportIdx,
    report: &Report,
    reading: &Reading,
    found: &[Attributed],
) -> Vec<Attributed> {
    let titles = report.layout.titles.iter().zip(0u32..);
    let drafted = titles.filter_map(|(title, block)| {
        // A headline with a verb of saying, or with quotation marks, is read like any sentence.
        let read = found.iter().any(|found| found.statement.span.range.overlap(*title) > 0);
        // Titles are the first blocks of a reading.
        let from = reading.sentences.partition_point(|sentence| sentence.block < block);
        let end = reading.sentences.partition_point(|sentence| sentence.block <= block);
        let draft = if read { None } else { draft(&report.text, *title, found) };
        draft.map(|draft| draft.place(idx, &reading.sentences[from..end]))
    });
    drafted.collect()
}

fn draft(text: &str, title: ByteRange, found: &[Attributed]) -> Option<Draft> {
    let words = title.of(text);
    let colon = words.find(": ")?;
    let at = |start: usize, end: usize| {
        let part = &words[start..end];
        let begin = title.start as usize + start + (part.len() - part.trim_start().len());
        ByteRange::new(begin, begin + part.trim().len())
    };
    let (before, behind) = (at(0, colon), at(colon + 1, words.len()));
    let (source, content, name) = match speaks(text, before, found) {
        Some(named) => (before, behind, Some(named)),
        None => {
            let named = speaks(text, behind, found);
            (behind, before, (named.is_some() || is_office(text, behind)).then_some(named)?)
        }
    };
    let enough = !source.is_empty() && content.of(text).split(' ').count() >= 3;
    enough.then(|| Draft {
        cue: Some(at(colon, colon + 1)),
        source: Some(source),
        reference: name.map_or(Reference::Nobody, Reference::Named),
        ..Draft::of(vec![content], StatementKind::Indirect)
    })
}

/// Whether some words are the name, or the last name, of a speaker of the report.
fn speaks(text: &str, words: ByteRange, found: &[Attributed]) -> Option<Named> {
    let written = words.of(text);
    if written.split(' ').count() > LONGEST_NAME || !written.starts_with(char::is_uppercase) {
        return None;
    }
    let alike = |name: &str| {
        let (name, short) = (normalise(name), normalise(written));
        name == short || name.rsplit(' ').next() == Some(short.as_str())
    };
    let named = found.iter().filter_map(|found| match found.reference {
        Reference::Named(named) if alike(named.name.of(text)) => Some(named),
        _ => None,
    });
    named.map(|named| Named { name: words, grade: SpeakerGrade::Stated, ..named }).next()
}

/// "ministry", "police chief": small words for somebody who speaks by office.
fn is_office(text: &str, words: ByteRange) -> bool {
    let tokens = clauses(text, words, &[words.end], &[], 0);
    let [tokens] = tokens.as_slice() else {
        return false;
    };
    let clause = Clause { text, tokens, quotations: &[], title: true };
    let office = ROLE | GROUP | INSTITUTION | BODY;
    (1..=LONGEST_NAME).contains(&clause.len())
        && (0..clause.len()).all(|at| clause.is_word(at))
        && clause.has(clause.len() - 1, office)
        && !clause.is_capital(clause.len() - 1)
}
