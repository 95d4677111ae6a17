//! Do two propositions tell of one happening?
//!
//! Within one story a verb and the noun made from it mostly tell of one happening (Bejan and Harabagiu 2010; on ECB+ the same
//! lemma in the same story is a strong baseline), so a predicate that means the same is asked for first, then somebody
//! or something that takes part in both, and nobody who cannot be the same.

use super::meaning::{Likeness, Meaning};
use super::proposition::{Participant, Proposition, Role, is_place};
use super::weights::Weights;
use super::words::{is_general_noun, is_general_verb};
use crate::model::ByteRange;
use stemma_language::analysis::EntityKind;

/// What shows that two propositions tell of one happening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sameness {
    /// How strongly, in hundredths of a bit.
    pub strength: u32,
    /// Words here and there that mean the same.
    pub words: Vec<(ByteRange, ByteRange)>,
}

/// What a predicate that means the same weighs at least, and one that is only near, in percent of that.
const PREDICATE: u32 = 100;
const NEAR_PERCENT: u32 = 60;

/// What a word weighs that says little by itself ("do", "people").
const GENERAL: u32 = 30;

/// What a name weighs more than its rarity tells.
const NAME: u32 = 100;

/// Compares two propositions; nothing where they cannot tell of one happening.
pub fn compare(
    one: &Proposition,
    other: &Proposition,
    weights: &Weights,
    meaning: &Meaning,
) -> Option<Sameness> {
    let likeness = meaning.likeness(&one.lemma, &other.lemma);
    let predicate = weights.weight(&one.lemma).min(weights.weight(&other.lemma)).max(PREDICATE);
    let mut strength = match likeness {
        Likeness::None => return None,
        _ if is_general_verb(&one.lemma) || is_general_verb(&other.lemma) => GENERAL,
        Likeness::Near => predicate * NEAR_PERCENT / 100,
        Likeness::Same => predicate,
    };
    let mut words = vec![(one.predicate, other.predicate)];
    let mut taken = vec![false; other.participants.len()];
    let mut shared = 0;
    for participant in &one.participants {
        let best = other
            .participants
            .iter()
            .enumerate()
            .filter(|(place, _)| !taken[*place])
            .map(|(place, counterpart)| (alike(participant, counterpart, weights, meaning), place))
            .max_by_key(|(weight, place)| (*weight, std::cmp::Reverse(*place)));
        if let Some((weight, place)) = best.filter(|(weight, _)| *weight > 0) {
            taken[place] = true;
            strength += weight;
            shared += 1;
            words.push((participant.range, other.participants[place].range));
        }
    }
    if shared == 0 || is_ruled_out(one, other, meaning) {
        return None;
    }
    Some(Sameness { strength, words })
}

/// How much it tells that both take part, in hundredths of a bit; 0 where nothing joins them.
fn alike(one: &Participant, other: &Participant, weights: &Weights, meaning: &Meaning) -> u32 {
    if one.is_pronoun || other.is_pronoun {
        return 0;
    }
    let weight = |word: &str| if is_general_noun(word) { GENERAL } else { weights.weight(word) };
    let heads = match meaning.likeness(&one.lemma, &other.lemma) {
        Likeness::Same => weight(&one.lemma).min(weight(&other.lemma)),
        Likeness::Near => weight(&one.lemma).min(weight(&other.lemma)) * NEAR_PERCENT / 100,
        Likeness::None => 0,
    };
    let named = one.name.is_some() && other.name.is_some();
    let others: u32 =
        one.others.iter().filter(|word| other.others.contains(word)).map(|word| weight(word)).sum();
    // "the mayor" and "Mayor Orlo" share a word that is head of one only.
    let crossed =
        |a: &Participant, b: &Participant| b.others.contains(&a.lemma).then(|| weight(&a.lemma) / 2);
    let crossed = if heads == 0 { crossed(one, other).or(crossed(other, one)).unwrap_or(0) } else { 0 };
    let name = if heads > 0 && named { NAME } else { 0 };
    if heads + crossed == 0 { others / 2 } else { heads + crossed + name + others / 2 }
}

/// Whether somebody has a part in the one that another name has in the other.
pub fn is_ruled_out(one: &Proposition, other: &Proposition, meaning: &Meaning) -> bool {
    [Role::Actor, Role::Recipient].iter().any(|role| {
        let names = |proposition: &Proposition| -> Vec<String> {
            let of_role = proposition.participants.iter().filter(|participant| participant.role == *role);
            of_role
                .filter(|participant| is_distinct(participant))
                .map(|participant| participant.lemma.clone())
                .collect()
        };
        let (here, there) = (names(one), names(other));
        let differ = |a: &String, b: &String| meaning.likeness(a, b) == Likeness::None;
        !here.is_empty() && !there.is_empty() && here.iter().all(|a| there.iter().all(|b| differ(a, b)))
    })
}

/// Whether a participant has a name of its own, which another has not.
fn is_distinct(participant: &Participant) -> bool {
    participant
        .name
        .is_some_and(|kind| is_place(kind) || matches!(kind, EntityKind::Person | EntityKind::Organisation))
}
