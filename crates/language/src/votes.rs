//! Entities once more, by the votes of a whole pile: what one sentence leaves in doubt, others settle.
//!
//! The finder of names sees one text at a time. It takes the same town for a person here and an organisation there, and in a
//! headline, where Every Word Has a Capital, it sees names that are none. Here every sentence of the pile votes on what the words of
//! a name stand for, and the majority holds in all of them. Copies vote once: sentences of equal wording are one voter.
//!
//! The result stands beside the model's own entities and never replaces them; each says how many voted for it.

use crate::analysis::{Analysis, Entity, EntityKind, PartOfSpeech, Token};
use std::collections::{BTreeMap, BTreeSet};

/// Sentences that must agree before a name is found where the model found none, or another kind.
const ENOUGH: usize = 3;

/// Of a hundred votes on a name, as many must be for the same kind.
const MAJORITY: usize = 60;

/// The most tokens of a name that is voted on.
const LONGEST: usize = 8;

/// A sentence in which more than this many of a hundred words have capitals is a headline and does not vote.
const CAPITALS_OF_HEADLINES: usize = 60;

/// An entity, and how the pile voted on its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VotedEntity {
    /// Where it is, and what kind of thing it stands for by the majority.
    pub entity: Entity,
    /// Sentences of different wording that vote for this kind; 0 where nobody voted and the model's word stands.
    pub votes: u32,
    /// Sentences of different wording that vote on these words.
    pub of: u32,
}

/// The votes of a pile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Votes {
    names: BTreeMap<Vec<String>, BTreeMap<EntityKind, usize>>,
}

impl Votes {
    /// Counts the votes of a pile: texts with their analyses. Their order does not matter.
    pub fn count<'a>(pile: impl IntoIterator<Item = (&'a str, &'a Analysis)>) -> Self {
        let mut voters = BTreeSet::new();
        let mut votes = Self::default();
        for (text, analysis) in pile {
            for entity in analysis.entities.iter().filter(|entity| is_name(entity.kind)) {
                let sentence = analysis.sentence_of(entity.first);
                let sentence = &analysis.tokens[sentence.start as usize..sentence.end as usize];
                let Some(words) = words(text, &analysis.tokens[entity.tokens()]) else { continue };
                if is_headline(text, sentence) {
                    continue;
                }
                let wording: Vec<&str> = sentence.iter().map(|token| &text[token.bytes()]).collect();
                if voters.insert((words.clone(), wording)) {
                    *votes.names.entry(words).or_default().entry(entity.kind).or_default() += 1;
                }
            }
        }
        votes
    }

    /// The entities of a text by the votes of its pile.
    pub fn apply(&self, text: &str, analysis: &Analysis) -> Vec<VotedEntity> {
        let mut voted = Vec::new();
        let mut own = analysis.entities.iter().copied().peekable();
        let mut token = 0;
        while token < analysis.tokens.len() as u32 {
            while own.peek().is_some_and(|entity| entity.first < token) {
                own.next();
            }
            let found = match own.peek().copied().filter(|entity| entity.first == token) {
                Some(entity) => self.judge(text, analysis, entity),
                None => {
                    let end = own.peek().map_or(analysis.tokens.len() as u32, |entity| entity.first);
                    self.overlooked(text, analysis, token, end)
                }
            };
            let behind_own = own.peek().filter(|entity| entity.first == token).map(|entity| entity.end);
            token = found.map(|found| found.entity.end).or(behind_own).unwrap_or(token + 1);
            voted.extend(found);
        }
        voted
    }

    /// What becomes of an entity of the model: it may change its kind, and in a headline it may go.
    fn judge(&self, text: &str, analysis: &Analysis, entity: Entity) -> Option<VotedEntity> {
        let unchanged = VotedEntity { entity, votes: 0, of: 0 };
        if !is_name(entity.kind) {
            return Some(unchanged);
        }
        let words = words(text, &analysis.tokens[entity.tokens()])?;
        let sentence = analysis.sentence_of(entity.first);
        let sentence = &analysis.tokens[sentence.start as usize..sentence.end as usize];
        match self.majority(&words) {
            Some((kind, votes, of)) => Some(VotedEntity { entity: Entity { kind, ..entity }, votes, of }),
            None if is_headline(text, sentence) => None,
            None => Some(unchanged),
        }
    }

    /// The longest name that begins at a token where the model found none, and that enough sentences voted for.
    fn overlooked(&self, text: &str, analysis: &Analysis, first: u32, end: u32) -> Option<VotedEntity> {
        let token = &analysis.tokens[first as usize];
        if !starts_with_capital(&text[token.bytes()]) {
            return None;
        }
        let longest = end.min(first + LONGEST as u32).min(analysis.sentence_of(first).end);
        (first + 1..=longest).rev().find_map(|end| {
            let words = words(text, &analysis.tokens[first as usize..end as usize])?;
            let (kind, votes, of) = self.majority(&words)?;
            Some(VotedEntity { entity: Entity { first, end, kind }, votes, of })
        })
    }

    /// The kind that enough sentences agree on, how many they are, and how many voted.
    fn majority(&self, words: &[String]) -> Option<(EntityKind, u32, u32)> {
        let kinds = self.names.get(words)?;
        let of: usize = kinds.values().sum();
        let (kind, votes) = kinds.iter().max_by_key(|(kind, votes)| (**votes, std::cmp::Reverse(**kind)))?;
        (*votes >= ENOUGH && votes * 100 >= of * MAJORITY).then_some((*kind, *votes as u32, of as u32))
    }
}

/// Whether a kind is one of names; numbers and dates are not voted on.
fn is_name(kind: EntityKind) -> bool {
    use EntityKind::*;
    !matches!(kind, Cardinal | Date | Money | Ordinal | Percent | Quantity | Time)
}

/// The words of a name as they are voted on: without an article before and an "'s" behind.
fn words(text: &str, tokens: &[Token]) -> Option<Vec<String>> {
    let tokens = match tokens {
        [first, rest @ ..] if first.part_of_speech == PartOfSpeech::Determiner => rest,
        all => all,
    };
    let tokens = match tokens {
        [rest @ .., last] if last.part_of_speech == PartOfSpeech::Particle => rest,
        all => all,
    };
    let words: Vec<String> = tokens.iter().map(|token| text[token.bytes()].to_owned()).collect();
    (!words.is_empty() && words.len() <= LONGEST && starts_with_capital(&words[0])).then_some(words)
}

fn starts_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether so many words have capitals that a capital says nothing.
fn is_headline(text: &str, sentence: &[Token]) -> bool {
    let words = sentence.iter().map(|token| &text[token.bytes()]);
    let words: Vec<&str> = words.filter(|word| word.starts_with(char::is_alphabetic)).collect();
    let capitals = words.iter().filter(|word| starts_with_capital(word)).count();
    words.len() > 3 && capitals * 100 > words.len() * CAPITALS_OF_HEADLINES
}
