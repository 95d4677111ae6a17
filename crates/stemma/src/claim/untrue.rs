//! Clauses that the words round them call untrue: "it is not true that", "there is no truth in the story that", "called the claim
//! that ... a fabrication".
//!
//! Whoever says so denies the clause; FactBank (Saurí and Pustejovsky 2009) codes such predicates as counterfactual.

use super::words::{is_report_noun, is_true};
use crate::language::Tree;
use crate::statement::is_not_so;
use stemma_language::analysis::{PartOfSpeech, Relation};

/// How many heads stand between a clause and the verb that its noun belongs to, at most.
const MOST_STEPS: usize = 4;

/// Verbs that give something a name.
const CALLS: [&str; 6] = ["call", "describe", "brand", "label", "denounce", "dismiss"];

/// A clause that is called untrue.
#[derive(Debug, Clone, Copy)]
pub struct Untrue {
    /// The verb of the clause.
    pub clause: usize,
    /// The word that says that it is not so.
    pub word: usize,
    /// The verb above it, which with that word says nothing else.
    pub verb: usize,
    /// What that verb joins to its subject.
    pub said: usize,
}

/// The clauses of a sentence that are called untrue.
pub fn called_untrue(tree: &Tree) -> Vec<Untrue> {
    (0..tree.len()).filter_map(|clause| untrue(tree, clause)).collect()
}

fn untrue(tree: &Tree, clause: usize) -> Option<Untrue> {
    let says = matches!(
        tree.relation(clause),
        Relation::ClausalComplement
            | Relation::ClausalSubject
            | Relation::AdjectivalClause
            | Relation::RelativeClause
    ) && tree.is_marked(clause, "that");
    let above = tree.head(clause);
    let lemma = tree.lemma(above);
    let is_what_is_told = !tree.is(above, PartOfSpeech::Noun) || is_report_noun(&lemma) || is_true(&lemma);
    if !says || !is_what_is_told {
        return None;
    }
    let verb = verb_above(tree, above)?;
    let joins = [Relation::Attribute, Relation::AdjectivalComplement, Relation::ObjectPredicate];
    let mut joined =
        tree.children(verb).iter().copied().filter(|child| joins.contains(&tree.relation(*child)));
    let found = joined.find_map(|said| Some((said, denying(tree, verb, said, is_report_noun(&lemma))?)));
    // The parser loses "a fabrication" behind a long clause.
    let lost = || {
        let called = CALLS.contains(&tree.lemma(verb).as_str());
        let mut after = tree.reach(verb).filter(|at| called && *at > clause);
        after.find(|at| is_not_so(&tree.word(*at).to_lowercase())).map(|word| (word, word))
    };
    let (said, word) = found.or_else(lost)?;
    Some(Untrue { clause, word, verb, said })
}

fn verb_above(tree: &Tree, from: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..MOST_STEPS {
        if tree.is_verbal(at) {
            return Some(at);
        }
        at = tree.head(at);
    }
    None
}

/// The word that makes what a verb joins to its subject say that something is not so: "not", "no", "false".
fn denying(tree: &Tree, verb: usize, said: usize, judges_a_report: bool) -> Option<usize> {
    let negated = tree
        .child(verb, &[Relation::Negation])
        .or_else(|| tree.children(said).iter().copied().find(|child| tree.is_any(*child, &["no", "not"])));
    match negated {
        Some(word) if is_true(&tree.lemma(said)) => Some(word),
        // "It is absurd that" judges what is so.
        None if judges_a_report && is_not_so(&tree.word(said).to_lowercase()) => Some(said),
        None if tree.is_any(said, &["false", "untrue"]) => Some(said),
        _ => None,
    }
}
