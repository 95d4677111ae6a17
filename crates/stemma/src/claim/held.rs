//! Who holds what, told by a noun: "the airfield is in the hands of the front", "the town remains under army control".

use crate::language::Tree;
use stemma_language::analysis::{PartOfSpeech, Relation};

/// The lemma of what such a clause says.
pub const CONTROL: &str = "control";

/// A clause that says so.
pub struct Held {
    /// The preposition that leads to the noun.
    pub preposition: usize,
    /// That noun.
    pub noun: usize,
    /// Who holds it.
    pub holder: usize,
}

/// Who holds the subject of a verb, if it says that somebody does.
pub fn held(tree: &Tree, verb: usize) -> Option<Held> {
    if !matches!(tree.lemma(verb).as_str(), "be" | "remain" | "stay" | "lie") {
        return None;
    }
    let hand = |preposition: usize, noun: usize| match tree.lemma(noun).as_str() {
        "hand" | "hands" => tree.is_any(preposition, &["in"]),
        "control" | "rule" => tree.is_any(preposition, &["under"]),
        _ => false,
    };
    tree.children(verb)
        .iter()
        .copied()
        .filter(|child| tree.relation(*child) == Relation::Preposition)
        .find_map(|preposition| {
            let noun = tree.governed(preposition).filter(|noun| hand(preposition, *noun))?;
            Some(Held { preposition, noun, holder: holder(tree, noun)? })
        })
}

/// "The hands of the rebels", "the army's control", "rebel hands".
fn holder(tree: &Tree, noun: usize) -> Option<usize> {
    let of = tree.children(noun).iter().copied().find(|child| tree.is_any(*child, &["of"]));
    let owner = || tree.child(noun, &[Relation::Possessive]);
    let beside = || {
        tree.child(noun, &[Relation::Compound])
            .filter(|word| tree.is(*word, PartOfSpeech::Noun) || tree.is(*word, PartOfSpeech::ProperNoun))
    };
    // Whose hands "our hands" are, only who speaks can tell.
    let holder = of.and_then(|of| tree.governed(of)).or_else(owner).or_else(beside)?;
    let words = ["my", "our", "your", "his", "her", "its", "their"];
    (!tree.is(holder, PartOfSpeech::Pronoun) && !tree.is_any(holder, &words)).then_some(holder)
}
