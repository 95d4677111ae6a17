//! Whom source words stand for: a name, somebody named elsewhere, or nobody in particular.

use super::apposition::is_pure_name;
use super::clause::{Clause, clauses};
use super::lexicon::{
    BODY, DEFINITE, DOCUMENT, GROUP, INDEFINITE, INSTITUTION, POSSESSIVE, PREPOSITION, PRONOUN, ROLE,
    SUBJECT_PRONOUN, TITLE,
};
use super::noun_phrase::{Source, first_segment, read, read_whole};
use crate::model::{ByteRange, SpeakerGrade, VoiceKind};
use crate::text::Quotation;
use serde::{Deserialize, Serialize};
use stemma_language::analysis::EntityKind;

/// Whom the source words of a statement stand for, as far as its own report tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reference {
    /// There are none, or they name nobody.
    Nobody,
    /// Words of this report name him.
    Named(Named),
    /// The words stand for somebody named elsewhere.
    Anaphor(Anaphor),
}

/// Words that name a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Those words.
    pub name: ByteRange,
    /// What they name.
    pub kind: VoiceKind,
    /// Stated or resolved.
    pub grade: SpeakerGrade,
}

/// Words that stand for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anaphor {
    /// "he", "she", "it", "they", "I".
    Pronoun(Pronoun),
    /// "the spokesman": the range of the noun phrase.
    Role(ByteRange),
    /// "the ministry", "the statement": the same.
    Body(ByteRange),
}

impl Anaphor {
    /// The words of a role or body; empty for pronouns.
    pub fn words(self, text: &str) -> &str {
        match self {
            Anaphor::Pronoun(_) => "",
            Anaphor::Role(range) | Anaphor::Body(range) => range.of(text),
        }
    }
}

/// Pronouns that stand for speakers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pronoun {
    /// "he".
    He,
    /// "she".
    She,
    /// "it".
    It,
    /// "they", "both".
    They,
}

/// What names stand where, by the analysis of language: the entities of a report in the order of its text.
pub(super) type Entities<'a> = &'a [(ByteRange, EntityKind)];

/// Whom source words name. `quotations` are those of the report from the one that may lie in the source on.
///
/// `head` is the word that the tree holds to be the head of the source, where a tree was read.
pub(super) fn reference(
    text: &str,
    source: ByteRange,
    head: Option<ByteRange>,
    quotations: &[Quotation],
    entities: Entities,
) -> Reference {
    let first = quotations.partition_point(|quotation| quotation.outer.start < source.start);
    let tokens = clauses(text, source, &[source.end], quotations, first);
    let [tokens] = tokens.as_slice() else {
        return Reference::Nobody;
    };
    let clause = Clause { text, tokens, quotations, title: false };
    let whole = 0..clause.len();
    let shouted = clause.len() > 1 && !text[source.as_usize()].chars().any(char::is_lowercase);
    if whole.is_empty() || shouted {
        return Reference::Nobody;
    }
    let source = read_whole(&clause, whole.clone())
        .or_else(|| read(&clause, whole.clone()))
        .filter(|source| source.name.is_some())
        .or_else(|| read(&clause, before_apposition(&clause)?))
        .filter(|source| source.name.is_some());
    // Who is described and then named is meant by his name.
    let described = source.as_ref().and_then(|source| source.name.as_ref()).is_none_or(|name| {
        clause.has(name.start, DEFINITE | INDEFINITE)
            || kind(&clause, name, clause.bytes(name), entities) == VoiceKind::Unnamed
    });
    let source = if described { apposed(&clause, entities).or(source) } else { source };
    match source {
        Some(Source { name: Some(name), .. }) => {
            let range = person_behind_object(&clause, text, clause.bytes(&name), entities);
            let range = head.and_then(|head| person_at_head(head, range, entities)).unwrap_or(range);
            let alone = name.len() + 1 >= clause.len();
            let range = without_owner(text, range, entities);
            let kind = if range == clause.bytes(&name) {
                unless_described(kind(&clause, &name, range, entities), alone)
            } else {
                VoiceKind::Person
            };
            Reference::Named(Named { name: range, kind, grade: SpeakerGrade::Stated })
        }
        _ => anaphor(&clause).map_or(Reference::Nobody, Reference::Anaphor),
    }
}

/// "In Dar Selim, Qarvan, Mayor Ada Orlo said": the head of the source is a person, and not the first name in it.
fn person_at_head(head: ByteRange, name: ByteRange, entities: Entities) -> Option<ByteRange> {
    let first = entities.partition_point(|(entity, _)| entity.end <= head.start);
    let person =
        entities.get(first).filter(|(entity, kind)| *kind == EntityKind::Person && entity.contains(head));
    person.map(|(entity, _)| *entity).filter(|entity| entity.overlap(name) == 0)
}

/// "the city's Ada Orlo": the person, without whose he is.
fn without_owner(text: &str, name: ByteRange, entities: Entities) -> ByteRange {
    let owner = ["'s ", "\u{2019}s "]
        .iter()
        .filter_map(|mark| name.of(text).rfind(mark).map(|at| at + mark.len()))
        .max();
    let Some(start) = owner else { return name };
    let rest = ByteRange { start: name.start + start as u32, end: name.end };
    let words = rest.of(text).split(' ');
    let person = entity(rest, entities) == Some(EntityKind::Person);
    if person && words.clone().count() > 1 && words.clone().all(|word| word.starts_with(char::is_uppercase)) {
        rest
    } else {
        name
    }
}

/// "the envoy to Velnia Ada Orlo", "the Minister for Regional Affairs Ada Orlo": the preposition has its object, so the name
/// behind it is not another's.
fn person_behind_object(clause: &Clause, text: &str, name: ByteRange, entities: Entities) -> ByteRange {
    let first = entities.partition_point(|(entity, _)| entity.end <= name.start);
    let inside = entities[first..].iter().take_while(|(entity, _)| entity.end <= name.end);
    let Some((person, EntityKind::Person)) = inside.last() else {
        return name;
    };
    let start = clause.tokens.partition_point(|token| token.range.start < person.start);
    let two_words = person.of(text).contains(' ');
    let object = start
        .checked_sub(1)
        .filter(|object| clause.is_capital(*object) && !clause.has(*object, TITLE | ROLE));
    let bound = object.is_some_and(|object| {
        let preposition =
            (0..object).rev().find(|at| !clause.is_capital(*at) && !clause.is_any(*at, &["and", "the"]));
        preposition.is_some_and(|at| clause.is_any(at, &["to", "in", "at", "for", "of"]))
    });
    if two_words && bound && person.end == name.end { *person } else { name }
}

/// "Ada Orlo a local health official": an apposition that lost its comma.
fn before_apposition(clause: &Clause) -> Option<std::ops::Range<usize>> {
    let article = (2..clause.len()).find(|at| clause.is_any(*at, &["a", "an", "the"]))?;
    (0..article).all(|at| clause.is_capital(at)).then_some(0..article)
}

/// A place speaks for its government by its bare name; a name with a description is somebody's, whatever it sounds like.
fn unless_described(kind: VoiceKind, alone: bool) -> VoiceKind {
    if kind == VoiceKind::Metonym && !alone { VoiceKind::Person } else { kind }
}

/// "its leader, Ada Orlo", "the caretaker, Ben Velin": a description, and the name of whom it describes.
fn apposed(clause: &Clause, entities: Entities) -> Option<Source> {
    let core = first_segment(clause, &(0..clause.len()));
    let name = first_segment(clause, &((core.end + 1).min(clause.len())..clause.len()));
    let described = !core.is_empty()
        && (clause.has(0, DEFINITE | POSSESSIVE | INDEFINITE) || clause.has(0, ROLE))
        && !clause.has(0, SUBJECT_PRONOUN);
    let named = if name.is_empty() { None } else { entity(clause.bytes(&name), entities) };
    let is_place = matches!(named, Some(EntityKind::PoliticalPlace | EntityKind::Place));
    let after_place = !core.is_empty() && clause.is_capital(core.end - 1) && core.len() > 1;
    (described && name.len() > 1 && is_pure_name(clause, &name) && !(after_place && is_place))
        .then(|| Source { tokens: 0..clause.len(), name: Some(name) })
}

/// The kind of a voice that some of the source words name.
pub(super) fn kind_of(text: &str, name: ByteRange, source: ByteRange, entities: Entities) -> VoiceKind {
    let alone = source.len() <= name.len() + "the ".len();
    unless_described(kind_of_words(text, name, entities), alone)
}

fn kind_of_words(text: &str, name: ByteRange, entities: Entities) -> VoiceKind {
    let tokens = clauses(text, name, &[name.end], &[], 0);
    match tokens.as_slice() {
        [tokens] if !tokens.is_empty() => {
            let clause = Clause { text, tokens, quotations: &[], title: false };
            kind(&clause, &(0..tokens.len()), name, entities)
        }
        _ => VoiceKind::Person,
    }
}

fn kind(clause: &Clause, name: &std::ops::Range<usize>, range: ByteRange, entities: Entities) -> VoiceKind {
    let last = name.end - 1;
    let has = |class| clause.has(last, class);
    let small = name
        .clone()
        .all(|at| !clause.is_capital(at) || at == name.start && range.start == clause.tokens[0].range.start);
    let preposition =
        (name.start + 1..name.end).find(|at| clause.has(*at, PREPOSITION) && !clause.is_capital(*at));
    let head = preposition.unwrap_or(name.end) - 1;
    if clause.has(head, ROLE) && !clause.is_capital(head) {
        return VoiceKind::Unnamed;
    }
    if has(INSTITUTION) {
        return VoiceKind::Body;
    }
    if has(DOCUMENT) && !has(BODY) {
        return VoiceKind::Document;
    }
    if clause.is_any(last, &["media"]) {
        return VoiceKind::Body;
    }
    if has(GROUP) || clause.has(name.start, INDEFINITE) {
        return VoiceKind::Unnamed;
    }
    if name.clone().any(|at| clause.has(at, TITLE)) {
        return VoiceKind::Person;
    }
    if name.clone().any(|at| clause.has(at, BODY)) {
        return VoiceKind::Body;
    }
    if small && has(ROLE) {
        return VoiceKind::Unnamed;
    }
    match entity(range, entities) {
        Some(EntityKind::PoliticalPlace | EntityKind::Place) => VoiceKind::Metonym,
        Some(EntityKind::Organisation | EntityKind::Facility) => VoiceKind::Body,
        Some(EntityKind::Group) => VoiceKind::Unnamed,
        _ => VoiceKind::Person,
    }
}

/// The kind of the entity that covers most of some words.
fn entity(range: ByteRange, entities: Entities) -> Option<EntityKind> {
    let first = entities.partition_point(|(entity, _)| entity.end <= range.start);
    let near = entities[first..].iter().take_while(|(entity, _)| entity.start < range.end);
    near.max_by_key(|(entity, _)| entity.overlap(range)).map(|(_, kind)| *kind)
}

fn anaphor(clause: &Clause) -> Option<Anaphor> {
    let pronoun = match clause.word(0).to_lowercase().as_str() {
        "he" => Some(Pronoun::He),
        "she" => Some(Pronoun::She),
        "it" => Some(Pronoun::It),
        "they" | "both" => Some(Pronoun::They),
        _ => None,
    };
    if let Some(pronoun) = pronoun {
        return Some(Anaphor::Pronoun(pronoun));
    }
    if clause.has(0, PRONOUN | SUBJECT_PRONOUN | POSSESSIVE) && !clause.has(0, DEFINITE) {
        return None;
    }
    let any = |class| (0..clause.len()).any(|at| clause.has(at, class));
    let definite = clause.has(0, DEFINITE) || clause.has(0, ROLE | TITLE);
    let range = clause.bytes(&(0..clause.len()));
    let role = any(ROLE | TITLE) && definite;
    let body = any(BODY | DOCUMENT) && clause.has(0, DEFINITE);
    role.then_some(Anaphor::Role(range)).or(body.then_some(Anaphor::Body(range)))
}
