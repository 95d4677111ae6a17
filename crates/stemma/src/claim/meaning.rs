//! Which words mean the same, as far as a lexicon tells.

use super::frames::frame_of;

/// What is known of words.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meaning {}

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

impl Meaning {
    /// Whether a noun tells of something that happens or is done.
    pub fn is_happening(&self, lemma: &str) -> bool {
        frame_of(lemma).is_some()
    }

    /// Under which keys a word is found by all that mean the same or nearly so.
    pub fn keys(&self, lemma: &str) -> Vec<String> {
        match frame_of(lemma) {
            Some(frame) => vec![format!("{frame:?}")],
            None => vec![lemma.to_owned()],
        }
    }

    /// How near two lemmas are.
    pub fn likeness(&self, one: &str, other: &str) -> Likeness {
        if one == other || frame_of(one).is_some_and(|frame| frame_of(other) == Some(frame)) {
            return Likeness::Same;
        }
        Likeness::None
    }
}
