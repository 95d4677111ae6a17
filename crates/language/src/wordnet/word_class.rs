//! The four classes of words that a dictionary of meanings has.

use crate::analysis::PartOfSpeech;

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordClass {
    /// "attack", "city", "Paris"
    Noun,
    /// "attack", "say"
    Verb,
    /// "dead", "Russian"
    Adjective,
    /// "heavily"
    Adverb,
}

impl WordClass {
    /// All classes, in the order of the file.
    pub const ALL: [WordClass; 4] =
        [WordClass::Noun, WordClass::Verb, WordClass::Adjective, WordClass::Adverb];

    /// The class in which words of a part of speech are found; none for those of grammar.
    pub fn of(part_of_speech: PartOfSpeech) -> Option<Self> {
        match part_of_speech {
            PartOfSpeech::Noun | PartOfSpeech::ProperNoun => Some(WordClass::Noun),
            PartOfSpeech::Verb => Some(WordClass::Verb),
            PartOfSpeech::Adjective => Some(WordClass::Adjective),
            PartOfSpeech::Adverb => Some(WordClass::Adverb),
            _ => None,
        }
    }
}
