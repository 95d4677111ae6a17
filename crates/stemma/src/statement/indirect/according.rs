//! "According to the army, ...".

use super::tree::Tree;
use std::ops::Range;
use stemma_language::analysis::{PartOfSpeech, Relation};

/// An attribution by preposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct According {
    pub cue: Range<usize>,
    /// The head of the noun phrase that speaks.
    pub source: usize,
    pub parts: Vec<Range<usize>>,
}

/// The attribution whose first word stands at `at`.
pub(super) fn according(tree: &Tree, at: usize) -> Option<According> {
    if !(tree.is_any(at, &["according"]) && tree.is_any(at + 1, &["to"])) {
        return None;
    }
    let to = at + 1;
    let source = tree
        .child(to, &[Relation::PrepositionalObject])
        .or_else(|| tree.child(at, &[Relation::PrepositionalObject]))?;
    let phrase = at..tree.reach(source).end.max(to + 1);
    let mut clause = clause_of(tree, at)?;
    // Behind the last of several clauses it speaks for all of them.
    let last = (phrase.end..tree.len()).all(|at| tree.is_mark(at));
    while last && tree.relation(clause) == Relation::Conjunct && tree.head(clause) < clause {
        clause = tree.head(clause);
    }
    let reach = tree.reach(clause);
    let mut parts = vec![reach.start..phrase.start, phrase.end..reach.end];
    for part in &mut parts {
        *part = tree.trimmed(part.start..part.end.max(part.start));
    }
    parts.retain(|part| part.clone().any(|at| !tree.is_mark(at)));
    // A few words on one side of the phrase only join the sentence on.
    (!parts.is_empty()).then_some(According { cue: at..to + 1, source, parts })
}

/// The nearest clause with a subject that a phrase belongs to.
fn clause_of(tree: &Tree, phrase: usize) -> Option<usize> {
    let mut at = phrase;
    for _ in 0..tree.len() {
        let above = tree.head(at);
        let verbal = tree.is(above, PartOfSpeech::Verb) || tree.is(above, PartOfSpeech::Auxiliary);
        let subject = tree.child(above, &[Relation::Subject, Relation::PassiveSubject, Relation::Expletive]);
        if verbal && subject.is_some() && above != at {
            return Some(above);
        }
        if above == at {
            return (at != phrase).then_some(at);
        }
        at = above;
    }
    None
}
