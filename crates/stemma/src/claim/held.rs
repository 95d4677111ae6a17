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
    let held = tree.children(verb).iter().find_map(|preposition| {
        let (is_in, is_under) = (tree.is_any(*preposition, &["in"]), tree.is_any(*preposition, &["under"]));
        if !(is_in || is_under) || tree.relation(*preposition) != Relation::Preposition {
            return None;
        }
        let noun = tree.governed(*preposition)?;
        let leads = match tree.lemma(noun).as_str() {
            "hand" | "hands" => is_in,
            "control" | "rule" => is_under,
            _ => false,
        };
        leads.then(|| Some(Held { preposition: *preposition, noun, holder: holder(tree, noun)? })).flatten()
    });
    held.filter(|_| matches!(tree.lemma(verb).as_str(), "be" | "remain" | "stay" | "lie"))
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
