//! Whom source words stand for: a name, somebody named elsewhere, or nobody in particular.

use super::clause::{Clause, clauses};
use super::lexicon::{
    BODY, DEFINITE, DOCUMENT, GROUP, INDEFINITE, INSTITUTION, POSSESSIVE, PRONOUN, ROLE, SUBJECT_PRONOUN, TITLE,
};
use super::noun_phrase::{Source, read, read_whole};
use crate::model::{ByteRange, SpeakerGrade, VoiceKind};
use crate::text::Quotation;
use stemma_language::analysis::EntityKind;

/// Whom the source words of a statement stand for, as far as its own report tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// There are none, or they name nobody.
    Nobody,
    /// Words of this report name him.
    Named(Named),
    /// The words stand for somebody named elsewhere.
    Anaphor(Anaphor),
}

/// Words that name a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Those words.
    pub name: ByteRange,
    /// What they name.
    pub kind: VoiceKind,
    /// Stated or resolved.
    pub grade: SpeakerGrade,
}

/// Words that stand for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
pub(super) fn reference(text: &str, source: ByteRange, quotations: &[Quotation], entities: Entities) -> Reference {
    let first = quotations.partition_point(|quotation| quotation.outer.start < source.start);
    let tokens = clauses(text, source, &[source.end], quotations, first);
    let [tokens] = tokens.as_slice() else {
        return Reference::Nobody;
    };
    let clause = Clause { text, tokens, quotations, title: false };
    let whole = 0..clause.len();
    if whole.is_empty() {
        return Reference::Nobody;
    }
    let source = read_whole(&clause, whole.clone())
        .or_else(|| read(&clause, whole.clone()))
        .filter(|source| source.name.is_some())
        .or_else(|| read(&clause, before_apposition(&clause)?));
    match source {
        Some(Source { name: Some(name), .. }) => {
            let range = person_behind_place(text, clause.bytes(&name), entities);
            let alone = name.len() + 1 >= clause.len();
            let kind = unless_described(kind(&clause, &name, range, entities), alone);
            Reference::Named(Named { name: range, kind, grade: SpeakerGrade::Stated })
        }
        _ => anaphor(&clause).map_or(Reference::Nobody, Reference::Anaphor),
    }
}

/// "the envoy to Velnia Ada Orlo": the preposition has its object, so the name behind it is not another's.
fn person_behind_place(text: &str, name: ByteRange, entities: Entities) -> ByteRange {
    let first = entities.partition_point(|(entity, _)| entity.end <= name.start);
    let inside: Vec<_> = entities[first..].iter().take_while(|(entity, _)| entity.end <= name.end).collect();
    let [.., (place, place_kind), (person, EntityKind::Person)] = inside.as_slice() else {
        return name;
    };
    let adjoin = text[place.end as usize..person.start as usize].trim().is_empty();
    let _ = place_kind;
    let to = text[..place.start as usize].trim_end().rsplit(' ').next();
    let bound = to.is_some_and(|word| ["to", "in", "at", "for", "of"].contains(&word));
    let is_place = true;
    let two_words = person.of(text).contains(' ');
    if adjoin && is_place && bound && two_words && person.end == name.end { *person } else { name }
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
    let small = name.clone().all(|at| !clause.is_capital(at) || at == name.start && range.start == clause.tokens[0].range.start);
    if has(INSTITUTION) {
        return VoiceKind::Body;
    }
    if has(DOCUMENT) && !has(BODY) {
        return VoiceKind::Document;
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
