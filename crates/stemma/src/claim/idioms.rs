//! What a verb means together with what stands by it: "lost their lives", "was among the dead", "the toll rose to 14".

use super::bought::{self, bought};
use super::clauses::{said_of_subject, subject};
use super::frames::is_toll_noun;
use super::held::{self, CONTROL};
use super::words::{grows, idiom_of, is_general_noun};
use crate::language::Tree;
use stemma_language::analysis::{PartOfSpeech, Relation, Tag};

/// "Among the dead was a girl", "two nurses were among those arrested": the word that tells what happened to them.
pub(super) fn among(tree: &Tree, verb: usize) -> Option<usize> {
    let preposition =
        tree.children(verb).iter().copied().find(|child| tree.is_any(*child, &["among", "amongst"]));
    let group = tree.governed(preposition.filter(|_| tree.lemma(verb) == "be")?)?;
    let described = tree.child(group, &[Relation::AdjectivalClause]);
    let told = described.filter(|_| tree.is_any(group, &["those", "people", "persons"])).unwrap_or(group);
    let participle = tree.tag(told) == Tag::VerbParticiple;
    let tells = participle
        || is_toll_noun(&tree.lemma(told))
        || tree.is_any(told, &["missing", "wounded", "injured"]);
    tells.then_some(told)
}

/// What a verb with its object means as one: "lost their lives".
pub(super) fn idiom(tree: &Tree, at: usize) -> Option<String> {
    let lemma = tree.lemma(at);
    if let Some(meaning) = with_object(tree, at) {
        return Some(meaning.to_owned());
    }
    let state = tree.children(at).iter().copied().find(|child| tree.is_any(*child, &["ill", "sick"]));
    if lemma == "fall"
        && let Some(state) = state
    {
        return Some(tree.lemma(state));
    }
    if let Some(toll) = toll(tree, at) {
        return Some(toll);
    }
    if held::held(tree, at).is_some() {
        return Some(CONTROL.to_owned());
    }
    if bought(tree, at).is_some() {
        return Some(bought::BUY.to_owned());
    }
    among(tree, at).map(|told| tree.lemma(told))
}

/// "turned out", "broke off": a verb with its particle is another verb.
pub(super) fn with_particle(tree: &Tree, at: usize) -> String {
    let particle =
        tree.child(at, &[Relation::VerbParticle]).map(|particle| tree.word(particle).to_lowercase());
    particle.map_or_else(|| tree.lemma(at), |particle| format!("{} {particle}", tree.lemma(at)))
}

fn with_object(tree: &Tree, verb: usize) -> Option<&'static str> {
    let object = tree.child(verb, &[Relation::Object])?;
    idiom_of(&tree.lemma(verb), &tree.lemma(object))
}

pub(super) fn is_idiom(tree: &Tree, verb: usize) -> bool {
    with_object(tree, verb).is_some()
}

/// "The death toll rose to 14", "the latest figure of the dead is 14": what is counted tells what happened.
fn toll(tree: &Tree, at: usize) -> Option<String> {
    let copular =
        said_of_subject(tree, at) && (is_general_noun(&tree.lemma(at)) || tree.is(at, PartOfSpeech::Number));
    if !copular && !grows(&tree.lemma(at)) {
        return None;
    }
    let subject = subject(tree, if copular { tree.head(at) } else { at })?;
    let within = tree.reach(subject);
    within.map(|token| tree.lemma(token)).find(|lemma| is_toll_noun(lemma))
}
