//! "Quoted the minister as saying", "reported, citing the ministry": who speaks, and who passes it on.

use super::subject::{agent, own_subject};
use crate::language::Tree;
use stemma_language::analysis::Relation;

/// Verbs that name somebody else as the one who said it.
const QUOTING: [&str; 2] = ["quote", "cite"];

/// Who speaks and who quotes him, by the heads of their noun phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoting {
    /// The verb of quoting.
    pub verb: usize,
    pub speaker: usize,
    pub relay: Option<usize>,
}

/// For "saying" in "quoted the minister as saying" and "was quoted by television as saying".
pub(super) fn as_saying(tree: &Tree, saying: usize) -> Option<Quoting> {
    let as_word = tree.head(saying);
    let verb = tree.head(as_word);
    let fits = tree.relation(saying) == Relation::PrepositionalClause
        && tree.is_any(as_word, &["as"])
        && QUOTING.contains(&tree.lemma(verb).as_str());
    if !fits {
        return None;
    }
    let passive = tree.child(verb, &[Relation::PassiveAuxiliary]).is_some();
    if passive {
        return Some(Quoting { verb, speaker: own_subject(tree, verb)?, relay: agent(tree, verb) });
    }
    let speaker = tree.child(verb, &[Relation::Object])?;
    Some(Quoting { verb, speaker, relay: own_subject(tree, verb) })
}

/// Whether a verb only names whom another verb of saying goes back to ("reported, citing the ministry").
pub(super) fn is_citing(tree: &Tree, verb: usize) -> bool {
    QUOTING.contains(&tree.lemma(verb).as_str())
        && matches!(tree.relation(verb), Relation::AdverbialClause | Relation::OpenComplement)
}

/// For "reported" in "the agency reported, citing the ministry": the verb "citing" and the ministry.
pub(super) fn cited(tree: &Tree, reporting: usize) -> Option<Quoting> {
    let verb = tree.children(reporting).iter().copied().find(|child| is_citing(tree, *child))?;
    let speaker = tree.child(verb, &[Relation::Object])?;
    Some(Quoting { verb, speaker, relay: None })
}
