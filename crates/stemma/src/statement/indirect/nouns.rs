//! Nouns that attribute: "the general's denial that", "issued a warning that", "her claim that".

use super::borders::trimmed;
use super::subject;
use super::verbs::Frame;
use super::{Attribution, source};
use crate::language::Tree;
use crate::model::{CueClass, Factuality};
use std::ops::Range;
use stemma_language::analysis::{EntityKind, PartOfSpeech, Relation, Tag};

/// Nouns of acts of speech and of beliefs, with what they do.
const NOUNS: &[(CueClass, &[&str])] = &[
    (CueClass::Denies, &["denial"]),
    (
        CueClass::Says,
        &["statement", "announcement", "declaration", "remark", "comment", "admission", "acknowledgement"],
    ),
    (CueClass::Claims, &["claim", "allegation", "assertion", "argument", "insistence", "contention"]),
    (CueClass::Accuses, &["accusation"]),
    (CueClass::Warns, &["warning", "threat"]),
    (CueClass::Promises, &["promise", "pledge", "assurance", "guarantee"]),
    (CueClass::Estimates, &["prediction", "forecast", "estimate"]),
    (CueClass::Confirms, &["confirmation"]),
    (CueClass::Thinks, &["belief", "view", "opinion", "fear", "concern", "suspicion", "conviction"]),
    (CueClass::Shows, &["finding", "conclusion"]),
];

/// Verbs with such a noun as their object whose subject says it.
const ISSUING: [&str; 12] = [
    "issue", "make", "repeat", "publish", "release", "post", "reiterate", "voice", "express", "raise",
    "give", "deliver",
];

/// "The general's denial that he had ordered it", "issued a denial of the report", "The story drew a denial from the palace".
pub(super) fn by_noun(tree: &Tree, noun: usize) -> Option<Attribution> {
    if !tree.is(noun, PartOfSpeech::Noun) {
        return None;
    }
    let lemma = tree.lemma(noun);
    let class = NOUNS.iter().find(|(_, nouns)| nouns.contains(&lemma.as_str())).map(|(class, _)| *class)?;
    let denies = class == CueClass::Denies;
    let verb = tree.head(noun);
    let object = tree.relation(noun) == Relation::Object;
    let issued = object && ISSUING.contains(&tree.lemma(verb).as_str());
    let drawn =
        object && ["draw", "prompt", "bring", "provoke", "elicit"].contains(&tree.lemma(verb).as_str());
    let prepositional = |words: &[&str]| {
        let beside = if issued || drawn { tree.children(verb) } else { &[] };
        let from = tree.children(noun).iter().chain(beside).copied();
        let preposition = from.into_iter().find(|child| *child > noun && tree.is_any(*child, words))?;
        tree.governed(preposition)
    };
    let owner = tree.child(noun, &[Relation::Possessive]).or_else(|| prepositional(&["from", "by"]));
    let subject = || subject::group(tree, verb).and_then(|group| group.source);
    let head = owner.or_else(|| if issued { subject() } else { None });
    let clause = tree.children(noun).iter().copied().find(|child| {
        matches!(
            tree.relation(*child),
            Relation::AdjectivalClause | Relation::ClausalComplement | Relation::RelativeClause
        ) && tree.is_marked(*child, "that")
    });
    let about = || prepositional(&["of"]).map(|object| tree.reach(object));
    let drawn_by =
        || drawn.then(|| tree.child(verb, &[Relation::Subject])).flatten().map(|subject| tree.reach(subject));
    // Of other nouns only a clause is said: "reports of theft" may be anybody's.
    let content = clause
        .map(|clause| tree.reach(clause))
        .or_else(|| denies.then(about).flatten())
        .or_else(|| denies.then(drawn_by).flatten())?;
    let cue = if issued { subject::group(tree, verb)?.words.start..noun + 1 } else { noun..noun + 1 };
    let factuality = if object {
        subject::group(tree, verb).map_or(Factuality::Fact, |group| group.factuality)
    } else {
        Factuality::Fact
    };
    let parts = trimmed(tree, vec![content]);
    Some(Attribution {
        head,
        source: head.map(|head| without_possessive(tree, source(tree, head, &cue, &parts))),
        class,
        antecedent: owner.and_then(|owner| bound(tree, owner)),
        cue,
        parts,
        factuality,
        frame: Frame::Clause,
        said: factuality == Factuality::Fact && (denies || head.is_some()),
        around: false,
        uttered: None,
        relay: None,
    })
}

/// "Orlo is firm in her belief that": the person whose clause it is, where the owner is a pronoun.
fn bound(tree: &Tree, owner: usize) -> Option<Range<usize>> {
    if !tree.is_any(owner, &["his", "her"]) {
        return None;
    }
    let mut at = tree.head(owner);
    let mut subject = None;
    for _ in 0..FARTHEST_SUBJECT {
        let above = tree.head(at);
        if above == at || subject.is_some() {
            break;
        }
        at = above;
        subject = tree.child(at, &[Relation::Subject]).filter(|subject| *subject < owner);
    }
    let is_person = |subject: &usize| match tree.entity_of(*subject) {
        Some(kind) => kind == EntityKind::Person,
        None => tree.is(*subject, PartOfSpeech::ProperNoun),
    };
    let name = subject.filter(is_person)?;
    let first =
        tree.children(name).iter().copied().filter(|child| tree.relation(*child) == Relation::Compound);
    Some(first.min().unwrap_or(name).min(name)..name + 1)
}

/// Steps from an owner up to the verb whose subject he may be: "outspoken in his belief" takes three.
const FARTHEST_SUBJECT: usize = 5;

/// "the general" of "the general's".
fn without_possessive(tree: &Tree, range: Range<usize>) -> Range<usize> {
    let ends = range.end > range.start + 1 && tree.tag(range.end - 1) == Tag::PossessiveEnding;
    range.start..range.end - usize::from(ends)
}
