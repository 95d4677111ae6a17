//! Where the words said begin and end, once it is known which they are.

use super::verbs;
use crate::language::Tree;
use crate::statement::lexicon::is_time;
use std::ops::Range;
use stemma_language::analysis::{Relation, Tag};

/// Content without marks and conjunctions at its ends, and with "and that" behind it.
pub(super) fn trimmed(tree: &Tree, parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> =
        parts.into_iter().map(|part| without_joints(tree, part)).filter(|part| !part.is_empty()).collect();
    if let Some(last) = parts.last_mut() {
        last.end = and_that(tree, last.end).or_else(|| but_he(tree, last.end)).unwrap_or(last.end);
    }
    parts
}

/// Without what joins it to the words around: marks, "and", "but".
fn without_joints(tree: &Tree, part: Range<usize>) -> Range<usize> {
    let mut part = tree.trimmed(part);
    let joint = |at: usize| tree.relation(at) == Relation::Conjunction && tree.tag(at) == Tag::Conjunction;
    while !part.is_empty() && joint(part.start) {
        part = tree.trimmed(part.start + 1..part.end);
    }
    let that = |at: usize| tree.relation(at) == Relation::Marker && tree.is_any(at, &["that"]);
    if part.len() > 1 && that(part.start) {
        part = tree.trimmed(part.start + 1..part.end);
    }
    while !part.is_empty() && joint(part.end - 1) {
        part = tree.trimmed(part.start..part.end - 1);
    }
    part
}

/// "..., but he did not know why": the second half of what was said, where the parser took it for another sentence. Only a
/// pronoun goes on with what was said, and only with a verb that says nothing itself.
fn but_he(tree: &Tree, from: usize) -> Option<usize> {
    let joint = (from..tree.len().min(from + 3)).find(|at| tree.is_any(*at, &["but"]))?;
    let subject = joint + 1;
    let marks = (from..joint).all(|at| tree.is_mark(at));
    if !marks || subject >= tree.len() || !tree.is_any(subject, &["he", "she", "they", "it"]) {
        return None;
    }
    let verb = tree.head(subject);
    let goes_on = tree.relation(verb) == Relation::Conjunct && verb > subject;
    let says =
        !verbs::senses(&tree.lemma(verb)).is_empty() && tree.child(verb, &[Relation::Negation]).is_none();
    (goes_on && !says).then(|| tree.trimmed(subject..tree.reach(verb).end).end)
}

/// "…, and that he left": the second half of what was said, wherever the parser hung it.
fn and_that(tree: &Tree, from: usize) -> Option<usize> {
    let joint = (from..tree.len().min(from + 3)).find(|at| tree.is_any(*at, &["and", "but"]))?;
    let marks = (from..joint).all(|at| tree.is_mark(at));
    let that = joint + 1;
    let clause =
        (that < tree.len() && tree.is_any(that, &["that"]) && tree.relation(that) == Relation::Marker)
            .then(|| tree.head(that))?;
    marks.then(|| tree.trimmed(that..tree.reach(clause).end).end)
}

/// Without a time behind a noun phrase, which tells when it was said: "called it a success on Monday".
pub(super) fn without_time(tree: &Tree, part: Range<usize>) -> Range<usize> {
    let last = part.end - 1;
    let timed = part.len() > 2 && is_time(&tree.lemma(last)) && !tree.is_quoted(last);
    match (timed, timed && tree.is_any(last - 1, &["on"])) {
        (true, true) => part.start..last - 1,
        (true, false) if tree.relation(last) == Relation::NounAsAdverb => part.start..last,
        _ => part,
    }
}
