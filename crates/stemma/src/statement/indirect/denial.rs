//! What is denied: a clause, something claimed, or a thing that one can deny; never what is refused.
//!
//! In: a verb of denying. Out: what it denies, if it denies anything. "Denied entry", "rejected the plan" and "dismissed
//! the minister" refuse something; "denied the report", "rejected claims", "ruled out a link" deny it.

use super::content::{Content, object_of, whole};
use super::subject::Group;
use super::verbs::{Frame, Verb, senses};
use crate::language::Tree;
use crate::model::CueClass;
use crate::statement::lexicon::{CLAIM, Classes, DOCUMENT, OCCASION, PRONOUN, REFUSABLE, TIME, classes};
use std::ops::Range;
use stemma_language::analysis::{EntityKind, PartOfSpeech, Relation, Tag};

/// Verbs whose object is denied whatever it is, unless it can be refused.
const DENYING: [&str; 3] = ["deny", "rule out", "disavow"];

/// Nouns that take up a whole clause before them: "..., something he denied".
const TAKING_UP: [&str; 8] =
    ["something", "charge", "claim", "accusation", "allegation", "assertion", "suggestion", "contention"];

/// Whether the content of a verb of denying is said to be denied; a noun phrase that is becomes the whole content, as `sense`
/// takes it.
pub(super) fn judge(
    tree: &Tree,
    verb: usize,
    name: &str,
    sense: Verb,
    content: &mut Content,
) -> Option<bool> {
    let object = object_of(tree, verb)
        .or_else(|| content.preposition.and_then(|at| tree.children(at).first().copied()));
    match (content.frame, object) {
        (Frame::Object | Frame::Predicate | Frame::Preposition, Some(object)) => {
            let denied = is_denied_object(tree, verb, name, object);
            if denied {
                content.sense = sense;
                content.parts = vec![whole_object(tree, verb, object)];
            }
            Some(denied)
        }
        _ => (content.sense.class == CueClass::Denies).then_some(true),
    }
}

/// Whether a noun phrase behind a verb of denying is denied.
fn is_denied_object(tree: &Tree, verb: usize, name: &str, object: usize) -> bool {
    let somebody = tree.is_any(object, &["him", "her", "me", "us", "you"]);
    let passive = tree.child(verb, &[Relation::PassiveAuxiliary]).is_some();
    if somebody
        || passive
        || tree.child(verb, &[Relation::Dative]).is_some()
        || tree.entity_of(object) == Some(EntityKind::Person)
    {
        return false;
    }
    is_something_said(tree, object) || DENYING.contains(&name) && !is_refusable(tree, object)
}

/// "the claim", "it", "the idea that", "a memo suggesting that": something that is said to be so.
fn is_something_said(tree: &Tree, noun: usize) -> bool {
    let class = classes_of(tree, noun);
    let pronoun = tree.is_any(noun, &["it", "this", "that", "them", "these", "those", "which"]);
    let that_clause = tree.children(noun).iter().any(|child| tree.is_marked(*child, "that"));
    class & CLAIM != 0
        || pronoun
        || that_clause
        || class & DOCUMENT != 0 && telling_clause(tree, noun).is_some()
}

/// The clause that tells what a document says: "suggesting that ...", "which claimed that ...".
fn telling_clause(tree: &Tree, noun: usize) -> Option<Range<usize>> {
    let behind = tree.reach(noun).end;
    let whole = tree.reach(tree.head(noun));
    let verb = (noun + 1..whole.end).find(|at| {
        let telling = tree.is(*at, PartOfSpeech::Verb) && !senses(&tree.lemma(*at)).is_empty();
        let describing = *at < behind
            || *at == behind && tree.tag(*at) == Tag::VerbGerund
            || tree.relation(*at) == Relation::RelativeClause;
        telling && describing
    })?;
    Some(tree.reach(verb))
}

/// All that belongs to something denied: its clause, also where the parser hung it elsewhere.
fn whole_object(tree: &Tree, verb: usize, object: usize) -> Range<usize> {
    let range = tree.reach(object);
    let clause = tree.children(verb).iter().copied().find(|child| {
        *child > object
            && tree.relation(*child) == Relation::ClausalComplement
            && tree.is_marked(*child, "that")
    });
    let document = classes(&tree.lemma(object)) & DOCUMENT != 0;
    let told = if document { telling_clause(tree, object) } else { None };
    let end = clause.map(|clause| tree.reach(clause).end).into_iter().chain(told.map(|told| told.end)).max();
    let end = range.end.max(end.unwrap_or_default());
    range.start..(object + 1..end).find(|at| is_manner(tree, *at)).unwrap_or(end)
}

/// "as nonsense", "in a statement", "on Monday": how and when it was denied, not what.
fn is_manner(tree: &Tree, preposition: usize) -> bool {
    let object = tree.governed(preposition);
    let occasion = object.is_some_and(|object| classes(&tree.lemma(object)) & (OCCASION | TIME) != 0);
    tree.relation(preposition) == Relation::Preposition
        && (tree.is_any(preposition, &["as"])
            || occasion && tree.is_any(preposition, &["in", "on", "at", "during", "via"]))
}

/// "dismissed as gossip a story that": the object stands behind its predicate.
pub(super) fn late(tree: &Tree, verb: usize, sense: Verb) -> Option<Content> {
    let object = late_object(tree, verb)?;
    Some(whole(tree.reach(object), Frame::Clause, sense))
}

fn late_object(tree: &Tree, verb: usize) -> Option<usize> {
    let as_word =
        tree.children(verb).iter().copied().find(|child| *child > verb && tree.is_any(*child, &["as"]))?;
    let predicate = tree.governed(as_word)?;
    tree.child(predicate, &[Relation::Apposition]).filter(|noun| is_something_said(tree, *noun))
}

/// The classes of a noun, as it stands and by its lemma.
fn classes_of(tree: &Tree, noun: usize) -> Classes {
    classes(&tree.word(noun).to_lowercase()) | classes(&tree.lemma(noun))
}

fn is_refusable(tree: &Tree, noun: usize) -> bool {
    let class = classes_of(tree, noun);
    class & REFUSABLE != 0 && class & CLAIM == 0
}

/// "The report was denied by the navy"; "..., something the navy denied".
pub(super) fn turned(tree: &Tree, verb: usize, name: &str, sense: Verb, group: &Group) -> Option<Content> {
    let content = |range: Range<usize>| whole(range, Frame::Clause, sense);
    if group.passive {
        let denied = tree.child(verb, &[Relation::PassiveSubject, Relation::ClausalPassiveSubject])?;
        let refused = tree.child(verb, &[Relation::Object]).is_some() || is_refusable(tree, denied);
        let class = classes(&tree.word(denied).to_lowercase());
        let stands_for = class & PRONOUN != 0 || tree.entity_of(denied) == Some(EntityKind::Person);
        let open = DENYING.contains(&name) && group.source.is_some() && !stands_for;
        let said = is_something_said(tree, denied) && (!stands_for || tree.is_any(denied, &["this", "that"]));
        return (!refused && (said || open)).then(|| content(before(tree.reach(denied), group.words.start)));
    }
    let noun = tree.head(verb);
    let taken_up = tree.relation(verb) == Relation::RelativeClause
        && tree.child(verb, &[Relation::Object, Relation::ClausalComplement]).is_none()
        && group
            .source
            .is_some_and(|source| source != noun && !tree.is_any(source, &["who", "which", "that"]))
        && is_something_said_or_taken_up(tree, noun);
    taken_up.then(|| {
        let clause = TAKING_UP.contains(&tree.lemma(noun).as_str())
            && tree.reach(noun).start > 0
            && tree.is_any(tree.reach(noun).start - 1, &[","]);
        let start = if clause { tree.sentence_start(verb) } else { tree.reach(noun).start };
        let end =
            if tree.lemma(noun) == "something" { tree.reach(noun).start } else { tree.reach(verb).start };
        content(start..end.max(start + 1))
    })
}

fn is_something_said_or_taken_up(tree: &Tree, noun: usize) -> bool {
    is_something_said(tree, noun) || TAKING_UP.contains(&tree.lemma(noun).as_str())
}

fn before(range: Range<usize>, end: usize) -> Range<usize> {
    range.start..range.end.min(end).max(range.start + 1)
}

/// "denied on television having said": a participle that the parser hung elsewhere.
pub(super) fn participle(tree: &Tree, verb: usize, sense: Verb) -> Option<Content> {
    let behind = tree.children(verb).iter().copied().filter(|child| *child > verb);
    let below = behind.flat_map(|child| std::iter::once(child).chain(tree.children(child).iter().copied()));
    let having = below.into_iter().find(|at| {
        tree.tag(*at) == Tag::VerbGerund
            || tree.is(*at, PartOfSpeech::Verb)
                && tree.children(*at).iter().any(|child| tree.is_any(*child, &["having", "being"]))
    })?;
    let loose = matches!(
        tree.relation(having),
        Relation::AdverbialClause
            | Relation::PrepositionalClause
            | Relation::AdjectivalClause
            | Relation::OpenComplement
    );
    let range = tree.reach(having);
    (loose && range.start > verb && !tree.is_any(range.start - 1, &[",", "by", "while", "after", "before"]))
        .then(|| whole(range, Frame::Gerund, sense))
}
