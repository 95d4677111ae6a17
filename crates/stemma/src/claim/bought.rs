//! Who paid money for something bought it: "paid 40 million for the mill", "bought the mill for 40 million" (the two sides of one
//! trade: Fillmore, Johnson and Petruck 2003).

use crate::annotate::quantity::is_currency;
use crate::language::Tree;
use stemma_language::analysis::{EntityKind, Relation};

/// The verb that is meant.
pub const BUY: &str = "buy";

/// What somebody paid for.
pub struct Bought {
    /// The money.
    pub price: usize,
    /// The word before the thing.
    pub preposition: usize,
    /// The thing.
    pub thing: usize,
}

/// What the subject of a verb bought, if it says that money was paid for something.
pub fn bought(tree: &Tree, verb: usize) -> Option<Bought> {
    let price = tree.child(verb, &[Relation::Object])?;
    let is_money = tree.entity_of(price) == Some(EntityKind::Money)
        || is_currency(&tree.word(price).to_lowercase())
            && tree.child(price, &[Relation::NumericModifier]).is_some();
    if !is_money {
        return None;
    }
    let before = match tree.lemma(verb).as_str() {
        "pay" => "for",
        "spend" => "on",
        _ => return None,
    };
    // The parser hangs what was paid for on the money as often as on the verb.
    let preposition = tree.children(verb).iter().chain(tree.children(price)).copied().find(|child| {
        tree.relation(*child) == Relation::Preposition && *child > price && tree.is_any(*child, &[before])
    })?;
    Some(Bought { price, preposition, thing: tree.governed(preposition)? })
}
