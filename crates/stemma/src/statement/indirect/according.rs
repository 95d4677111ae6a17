//! "According to the army, ..." and "as the army put it": words that attribute what stands around them.

use crate::language::Tree;
use std::ops::Range;
use stemma_language::analysis::Relation;

/// An attribution of the words around it.
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
    let source = tree.governed(to).or_else(|| tree.governed(at))?;
    let phrase = at..tree.reach(source).end.max(to + 1);
    let mut clause = clause_of(tree, at)?;
    // Behind the last of several clauses it speaks for all of them.
    let last = (phrase.end..tree.len()).all(|at| tree.is_mark(at));
    while last
        && matches!(tree.relation(clause), Relation::Conjunct | Relation::ClausalComplement)
        && tree.head(clause) < clause
    {
        clause = tree.head(clause);
    }
    parts_around(tree, clause, &phrase).map(|parts| According { cue: at..to + 1, source, parts })
}

/// "As the army put it, ..."; `verb` is the verb of saying, `words` those of its group.
pub(super) fn as_said(tree: &Tree, verb: usize) -> Option<(usize, Vec<Range<usize>>)> {
    let clause = tree.head(verb);
    let marked = tree.is_marked(verb, "as");
    let complete = tree.children(verb).iter().any(|child| {
        matches!(tree.relation(*child), Relation::ClausalComplement | Relation::Object)
            && !tree.is_any(*child, &["it"])
    });
    let source = tree.child(verb, &[Relation::Subject])?;
    if !marked || complete || tree.relation(verb) != Relation::AdverbialClause {
        return None;
    }
    let parts = parts_around(tree, clause, &tree.reach(verb))?;
    Some((source, parts))
}

/// What a clause has on both sides of a phrase.
fn parts_around(tree: &Tree, clause: usize, phrase: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let reach = tree.reach(clause);
    // A semicolon ends what it speaks for.
    let apart = |at: &usize| tree.is_any(*at, &[";"]);
    let start = (reach.start..phrase.start).rev().find(apart).map_or(reach.start, |at| at + 1);
    let end = (phrase.end..reach.end).find(apart).unwrap_or(reach.end);
    let mut parts = vec![start..phrase.start, phrase.end..end.max(phrase.end)];
    for part in &mut parts {
        *part = tree.trimmed(part.start..part.end.max(part.start));
    }
    parts.retain(|part| part.clone().any(|at| !tree.is_mark(at)));
    parts.iter().flat_map(Clone::clone).any(|at| tree.is_verbal(at)).then_some(parts)
}

/// The nearest clause with a subject that a phrase belongs to.
fn clause_of(tree: &Tree, phrase: usize) -> Option<usize> {
    let mut at = phrase;
    for _ in 0..tree.len() {
        let above = tree.head(at);
        let subject = tree.child(above, &[Relation::Subject, Relation::PassiveSubject, Relation::Expletive]);
        if tree.is_verbal(above) && subject.is_some() && above != at {
            return Some(above);
        }
        if above == at {
            return (at != phrase).then_some(at);
        }
        at = above;
    }
    None
}
