//! One report into the words by which its story may be known: names, numbers, nouns, verbs, adjectives.
//!
//! Analyses are not kept, so a report gives them in sixteen bytes a word and block.

use crate::model::{ByteRange, Report};
use crate::text::{Reading, hash_of, normalise};
use serde::{Deserialize, Serialize};
use stemma_language::Analysis;
use stemma_language::analysis::{EntityKind, PartOfSpeech, Token};

/// Sentences, headline included, that say what a report is about.
const LEAD: usize = 3;

/// What kind of word it is: how much it proves that two reports share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Kind {
    /// Part of the name of a person.
    Person,
    /// Part of the name of a place.
    Place,
    /// Part of another name.
    Name,
    /// Digits.
    Number,
    Noun,
    Verb,
    Adjective,
}

impl Kind {
    /// All kinds, in order.
    pub const ALL: [Kind; 7] =
        [Kind::Person, Kind::Place, Kind::Name, Kind::Number, Kind::Noun, Kind::Verb, Kind::Adjective];
}

/// A word of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Term {
    /// Which block: titles first, then paragraphs.
    pub block: u16,
    /// Hash of the lemma or name. Of a million different words two in ten thousand share theirs.
    pub word: u32,
    /// Where it stands there first.
    pub start: u32,
    /// Bytes of the word as it stands there.
    pub len: u8,
    /// How often it stands in the block.
    pub count: u8,
    /// What it is there.
    pub kind: Kind,
    /// Whether it stands in one of the first sentences.
    pub in_lead: bool,
}

impl Term {
    /// Where it stands first.
    pub fn range(&self) -> ByteRange {
        ByteRange { start: self.start, end: self.start + u32::from(self.len) }
    }
}

/// The words of one report, block by block.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Features {
    /// By block and word; each word once for each block.
    pub(super) terms: Vec<Term>,
}

impl Features {
    /// Whether all words lie in a text of so many blocks, each by itself: what was kept is asked, for later nobody asks.
    pub(crate) fn lie_in(&self, text: &str, n_blocks: usize) -> bool {
        self.terms.is_sorted_by_key(|term| (term.block, term.word))
            && self.terms.iter().all(|term| {
                let end = term.start.checked_add(term.len.into());
                let range = end.map(|end| term.start as usize..end as usize);
                let is_there = usize::from(term.block) < n_blocks && term.count > 0;
                is_there && range.is_some_and(|range| text.get(range).is_some())
            })
    }
}

/// Reads the words of one report; `analyses` are those of the sentences of its reading.
pub fn features(report: &Report, reading: &Reading, analyses: &[Analysis]) -> Features {
    let mut terms = Vec::new();
    for (nth, (sentence, analysis)) in reading.sentences.iter().zip(analyses).enumerate() {
        let text = sentence.range.of(&report.text);
        let kinds = entity_kinds(analysis);
        for (token, entity) in analysis.tokens.iter().zip(kinds) {
            let Some((word, kind)) = word_of(text, analysis, token, entity) else { continue };
            terms.push(Term {
                block: u16::try_from(sentence.block).unwrap_or(u16::MAX),
                word,
                start: sentence.range.start + token.start,
                len: u8::try_from(token.end - token.start).unwrap_or(0),
                count: 1,
                kind,
                in_lead: nth < LEAD,
            });
        }
    }
    Features { terms: once_a_block(terms) }
}

/// The kind of the entity in which each token lies, if it lies in one.
fn entity_kinds(analysis: &Analysis) -> Vec<Option<EntityKind>> {
    let mut kinds = vec![None; analysis.tokens.len()];
    for entity in &analysis.entities {
        kinds[entity.tokens()].fill(Some(entity.kind));
    }
    kinds
}

/// A token as a word that tells something, with what it is.
fn word_of(
    text: &str,
    analysis: &Analysis,
    token: &Token,
    entity: Option<EntityKind>,
) -> Option<(u32, Kind)> {
    use PartOfSpeech::{Adjective, Noun, Number, ProperNoun, Verb};
    let part = token.part_of_speech;
    if !matches!(part, Noun | ProperNoun | Verb | Adjective | Number) {
        return None;
    }
    let is_name = matches!(part, ProperNoun | Number);
    let word = normalise(if is_name { &text[token.bytes()] } else { analysis.lemma(token) });
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    // One letter is an initial; a number in words is a quantity that most reports have.
    if word.is_empty() || !has_digit && (part == Number || word.chars().nth(1).is_none()) {
        return None;
    }
    let kind = match entity {
        _ if has_digit => Kind::Number,
        // Monday comes every week.
        Some(EntityKind::Date | EntityKind::Time) => return None,
        Some(EntityKind::Person) => Kind::Person,
        Some(EntityKind::PoliticalPlace | EntityKind::Place | EntityKind::Facility) => Kind::Place,
        Some(kind) if is_thing(kind) => Kind::Name,
        _ if part == ProperNoun => Kind::Name,
        _ if part == Verb => Kind::Verb,
        _ if part == Adjective => Kind::Adjective,
        _ => Kind::Noun,
    };
    Some(((hash_of(&word) >> 32) as u32, kind))
}

fn is_thing(kind: EntityKind) -> bool {
    use EntityKind::{Event, Group, Law, Organisation, Product, WorkOfArt};
    matches!(kind, Event | Group | Law | Organisation | Product | WorkOfArt)
}

/// Each word once for each block, with its first place there.
fn once_a_block(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_unstable();
    terms.dedup_by(|later, first| {
        let same = (later.block, later.word) == (first.block, first.word);
        if same {
            first.count = first.count.saturating_add(1);
            first.in_lead |= later.in_lead;
        }
        same
    });
    terms.shrink_to_fit();
    terms
}
