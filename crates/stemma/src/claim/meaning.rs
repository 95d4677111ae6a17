//! Which words mean the same, as far as a lexicon tells.

use super::frames::frame_of;
use stemma_language::WordNet;
use stemma_language::wordnet::{Lexicographer, WordClass};

/// What is known of words. Which of its senses a word has here nobody knows, so the frequent ones must do.
#[derive(Debug, Clone, Copy)]
pub struct Meaning<'a> {
    words: &'a WordNet,
}

/// How near two words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nothing joins them.
    None,
    /// One is a kind of the other, or made from it.
    Near,
    /// They mean the same, or are the same.
    Same,
}

/// How many senses of a noun tell whether it is a happening or a person.
const TELLING_SENSES: usize = 2;

const CLASSES: [WordClass; 3] = [WordClass::Verb, WordClass::Noun, WordClass::Adjective];

impl<'a> Meaning<'a> {
    /// What a word net knows.
    pub fn of(words: &'a WordNet) -> Self {
        Meaning { words }
    }

    /// Whether a noun tells of something that happens or is done.
    pub fn is_happening(&self, lemma: &str) -> bool {
        frame_of(lemma).is_some()
            || self.has_sense(lemma, &[Lexicographer::NounAct, Lexicographer::NounEvent])
    }

    /// Whether a noun stands for people.
    pub fn is_person(&self, lemma: &str) -> bool {
        lemma == "people" || self.has_sense(lemma, &[Lexicographer::NounPerson])
    }

    fn has_sense(&self, lemma: &str, kinds: &[Lexicographer]) -> bool {
        let senses = self.words.senses(lemma, WordClass::Noun).iter().take(TELLING_SENSES);
        senses.into_iter().any(|sense| kinds.contains(&self.words.lexicographer(*sense)))
    }

    /// Under which keys a word is found by all that mean the same or nearly so.
    pub fn keys(&self, lemma: &str) -> Vec<String> {
        let mut keys = vec![lemma.to_owned()];
        keys.extend(frame_of(lemma).map(|frame| format!("{frame:?}")));
        for class in CLASSES {
            let senses = self.words.senses(lemma, class).iter().take(TELLING_SENSES);
            keys.extend(senses.map(|sense| format!("{sense:?}")));
            keys.extend(self.words.derived(lemma, class).map(|(derived, _)| derived.to_owned()));
        }
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// How near two lemmas are.
    pub fn likeness(&self, one: &str, other: &str) -> Likeness {
        let frames = (frame_of(one), frame_of(other));
        if one == other || frames.0.is_some() && frames.0 == frames.1 {
            return Likeness::Same;
        }
        // Where our own groups know both words, they know better.
        if frames.0.is_some() && frames.1.is_some() {
            return Likeness::None;
        }
        if CLASSES.iter().any(|class| self.words.are_synonyms((one, *class), (other, *class))) {
            return Likeness::Same;
        }
        let derived =
            |class: &WordClass| self.words.derived(one, *class).any(|(derived, _)| derived == other);
        let related = |class: &WordClass| self.words.are_related((one, *class), (other, *class));
        if CLASSES.iter().any(derived) || CLASSES.iter().any(related) {
            Likeness::Near
        } else {
            Likeness::None
        }
    }
}
