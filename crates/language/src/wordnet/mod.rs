//! WordNet: which meanings a word has, and how meanings and words hang together (Miller 1995, Fellbaum 1998).
//!
//! In: the bytes of a word net. Out: answers about lemmas. Nothing here looks at a text: which of its senses a word has in a
//! sentence nobody knows, so whoever asks must be content with what its most frequent senses say.
//!
//! The file has the form that [`model_file`](crate::model_file) describes. Senses and lemmas have numbers, which count from 0 over
//! the four classes (nouns, verbs, adjectives, adverbs).
//!
//! | section | what |
//! |---|---|
//! | `lexicographers` | list of numbers: how many senses each [`Lexicographer`] has, in the order of its members |
//! | `lemmas` | for each class a number of lemmas, and these in the order of their bytes: how many bytes each shares with the one before, how many follow (compact numbers), and these |
//! | `senses` | for each lemma its senses, as compact numbers: the sense, counted from the first of its class, times two, and one more where another follows |
//! | `hypernyms`, `similar`, `verb groups`, `entailments`, `causes` | links between senses |
//! | `antonyms`, `derived` | links between lemmas, each both ways |
//!
//! Links are a number of pairs in the order of what they lead from. Each of a pair is the difference to that of the pair before, as a
//! compact number; the second, which may be below zero, times two, and one more where it is.

mod kinship;
mod lemmas;
mod lexicographer;
mod links;
mod senses;
#[cfg(test)]
mod tests;
mod word_class;

pub use lexicographer::Lexicographer;
pub use senses::Sense;
pub use word_class::WordClass;

use crate::{ModelError, ModelFile};
use lemmas::{Lemma, Lemmas};
use lexicographer::Lexicographers;
use links::Links;
use senses::Senses;
use std::borrow::Cow;

/// A word net. Lemmas are asked for in the form that a dictionary lists, with blanks between their words; capitals count as small
/// letters.
#[derive(Debug)]
pub struct WordNet {
    lexicographers: Lexicographers,
    lemmas: Lemmas,
    senses: Senses,
    hypernyms: Links<Sense>,
    similar: Links<Sense>,
    verb_groups: Links<Sense>,
    entailments: Links<Sense>,
    causes: Links<Sense>,
    antonyms: Links<Lemma>,
    derived: Links<Lemma>,
    hash: [u8; 32],
}

impl WordNet {
    /// Reads a word net.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = ModelFile::parse(bytes)?;
        let lexicographers = Lexicographers::from_file(&file)?;
        let lemmas = Lemmas::from_file(&file)?;
        let between_senses = |name| Links::from_file(&file, name, lexicographers.n_senses(), Sense);
        let between_lemmas = |name| Links::from_file(&file, name, lemmas.len() as u32, Lemma);
        Ok(Self {
            senses: Senses::from_file(&file, &lemmas, &lexicographers)?,
            hypernyms: between_senses("hypernyms")?,
            similar: between_senses("similar")?,
            verb_groups: between_senses("verb groups")?,
            entailments: between_senses("entailments")?,
            causes: between_senses("causes")?,
            antonyms: between_lemmas("antonyms")?,
            derived: between_lemmas("derived")?,
            lexicographers,
            lemmas,
            hash: file.hash(),
        })
    }

    /// SHA-256 of the word net: which one gave an answer.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// The senses of a lemma, the most frequent first; none where it is not known.
    pub fn senses(&self, lemma: &str, class: WordClass) -> &[Sense] {
        self.find(lemma, class).map_or(&[], |lemma| self.senses.of(lemma))
    }

    /// The lexicographer's file of a sense.
    pub fn lexicographer(&self, sense: Sense) -> Lexicographer {
        self.lexicographers.of_sense(sense)
    }

    /// What a sense is a kind of, directly, or what a name is an instance of. Adjectives and adverbs have none.
    pub fn hypernyms(&self, sense: Sense) -> &[Sense] {
        self.hypernyms.of(sense.0)
    }

    /// Senses of adjectives that are close to a sense.
    pub fn similar(&self, sense: Sense) -> &[Sense] {
        self.similar.of(sense.0)
    }

    /// Senses of verbs that are so close to a sense that WordNet groups them with it.
    pub fn verb_group(&self, sense: Sense) -> &[Sense] {
        self.verb_groups.of(sense.0)
    }

    /// What must happen where a verb happens: who snores sleeps.
    pub fn entailments(&self, sense: Sense) -> &[Sense] {
        self.entailments.of(sense.0)
    }

    /// What a verb brings about: who kills somebody makes him die.
    pub fn causes(&self, sense: Sense) -> &[Sense] {
        self.causes.of(sense.0)
    }

    /// The lemmas of the same class that mean the opposite, by any sense; those of the first sense come first.
    pub fn antonyms<'a>(&'a self, lemma: &str, class: WordClass) -> impl Iterator<Item = &'a str> + use<'a> {
        self.linked(&self.antonyms, lemma, class).map(|(antonym, _)| antonym)
    }

    /// The lemmas of any class that a lemma is derived from or that are derived from it ("arrest" and "arrest", "kill" and "killing",
    /// "quickly" and "quick"), by any sense; those of the first sense come first.
    pub fn derived<'a>(
        &'a self,
        lemma: &str,
        class: WordClass,
    ) -> impl Iterator<Item = (&'a str, WordClass)> + use<'a> {
        self.linked(&self.derived, lemma, class)
    }

    fn linked<'a>(
        &'a self,
        links: &'a Links<Lemma>,
        lemma: &str,
        class: WordClass,
    ) -> impl Iterator<Item = (&'a str, WordClass)> + use<'a> {
        let found = self.find(lemma, class).map_or(&[][..], |lemma| links.of(lemma.0));
        found.iter().map(|lemma| self.lemmas.shown(*lemma))
    }

    fn find(&self, lemma: &str, class: WordClass) -> Option<Lemma> {
        self.lemmas.find(&folded(lemma), class)
    }
}

/// A lemma as the file writes it. All letters of WordNet's lemmas are those of ASCII.
fn folded(lemma: &str) -> Cow<'_, str> {
    if lemma.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(lemma.to_ascii_lowercase())
    } else {
        Cow::Borrowed(lemma)
    }
}
