//! Headlines that attribute by a colon: "Orlo: bridge is safe", "Bridge is safe: ministry".
//!
//! A colon also stands between a place and its news. Before it, only somebody who speaks in the report itself counts; behind
//! it, also a word for somebody who speaks by office.

use super::Attributed;
use super::clause::{Clause, clauses};
use super::lexicon::{BODY, GROUP, INSTITUTION, ROLE};
use super::reference::{Named, Reference};
use crate::model::{
    ByteRange, CueClass, Factuality, Report, ReportIdx, Span, SpeakerGrade, Stance, Statement, StatementKind,
};
use crate::text::normalise;

/// Most words that name a speaker beside a colon.
const LONGEST_NAME: usize = 4;

/// The statements of the headlines of a report; `found` are those of its sentences.
pub(super) fn statements(idx: ReportIdx, report: &Report, found: &[Attributed]) -> Vec<Attributed> {
    let titles = report.layout.titles.iter();
    let fresh = |title: &&ByteRange| {
        // A headline with a verb of saying, or with quotation marks, is read like any sentence.
        !found.iter().any(|found| found.statement.span.range.overlap(**title) > 0)
    };
    titles.filter(fresh).filter_map(|title| statement(idx, &report.text, *title, found)).collect()
}

fn statement(idx: ReportIdx, text: &str, title: ByteRange, found: &[Attributed]) -> Option<Attributed> {
    let words = title.of(text);
    let colon = words.find(": ")?;
    let at = |start: usize, end: usize| {
        let part = &words[start..end];
        let begin = title.start as usize + start + (part.len() - part.trim_start().len());
        ByteRange::new(begin, begin + part.trim().len())
    };
    let (before, behind) = (at(0, colon), at(colon + 1, words.len()));
    let cue = at(colon, colon + 1);
    let (source, content, name) = match speaks(text, before, found) {
        Some(named) => (before, behind, Some(named)),
        None => {
            let named = speaks(text, behind, found);
            (behind, before, (named.is_some() || is_office(text, behind)).then_some(named)?)
        }
    };
    if source.is_empty() || content.of(text).split(' ').count() < 3 {
        return None;
    }
    let statement = Statement {
        span: Span { report: idx, range: title },
        content: vec![content],
        cue: Some(cue),
        source: Some(source),
        speaker: None,
        kind: StatementKind::Indirect,
        stance: Stance::Affirms,
        class: CueClass::Says,
        factuality: Factuality::Fact,
        relays: Vec::new(),
        uttered: None,
        continues: false,
    };
    let reference = name.map_or(Reference::Nobody, Reference::Named);
    Some(Attributed { statement, reference, said: true })
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
