//! How a quotation looks by itself: long or short, a sentence, a question, a title.

use super::clause::{Clause, Kind};
use super::lexicon::{AUXILIARY, NAMING, SUBJECT_PRONOUN, classes};

/// A quotation of so many words or fewer may be mere distance ("terrorism"), not speech.
const SHORT: usize = 3;

/// Whether a quotation ends as speech does: with a mark inside it or a comma behind it.
pub(super) fn ends_like_speech(clause: &Clause, at: usize) -> bool {
    let Some(quotation) = clause.quotation(at) else {
        return false;
    };
    let inside = quotation.inner.of(clause.text).trim_end();
    let inside = inside.trim_end_matches(['\'', '\u{2019}', '"', '\u{201d}', ')', ']']);
    quotation.closed
        && (inside.ends_with([',', '.', '?', '!', '\u{2026}', '-', '\u{2014}', '\u{2013}', ';'])
            || matches!(clause.kind(at + 1), Some(Kind::Comma | Kind::Dash)))
}

/// Whether a quotation is a sentence of its own, whatever follows.
pub(super) fn is_whole_sentence(clause: &Clause, at: usize) -> bool {
    let Some(quotation) = clause.quotation(at) else {
        return false;
    };
    let inside = quotation.inner.of(clause.text).trim_end();
    inside.ends_with(['.', '?', '!', '\u{2026}']) && (clause.is_capital(at + 1) || !clause.is_word(at + 1))
}

pub(super) fn is_question(clause: &Clause, at: usize) -> bool {
    clause.quotation(at).is_some_and(|quotation| quotation.inner.of(clause.text).trim_end().ends_with('?'))
}

/// The words inside a quotation, no more than needed to judge it.
fn inner_words<'a>(clause: &Clause<'a>, at: usize) -> impl Iterator<Item = &'a str> {
    clause
        .quotation(at)
        .map_or("", |quotation| quotation.inner.of(clause.text))
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '-')))
        .filter(|word| !word.is_empty())
        .take(60)
}

pub(super) fn is_long(clause: &Clause, at: usize) -> bool {
    inner_words(clause, at).count() > SHORT
}

/// Whether a quotation holds a clause: a verb or pronoun of a closed class, and not capitals throughout.
pub(super) fn is_clause_like(clause: &Clause, at: usize) -> bool {
    let words: Vec<&str> = inner_words(clause, at).collect();
    let verb = words.iter().any(|word| {
        classes(&word.to_lowercase().replace('\u{2019}', "'")) & (AUXILIARY | SUBJECT_PRONOUN) != 0
    });
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    verb && 2 * capitals <= words.len()
}

/// Whether the words before a quotation make it a name or title.
pub(super) fn is_named(clause: &Clause, at: usize) -> bool {
    at > 0 && clause.has(at - 1, NAMING)
}
