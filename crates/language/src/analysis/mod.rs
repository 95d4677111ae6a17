//! What an analysis says of a text: the nouns. No algorithm.

mod closed_set;
mod entity_kind;
mod part_of_speech;
mod relation;
mod tag;

pub(crate) use closed_set::closed_set;
pub use entity_kind::EntityKind;
pub use part_of_speech::PartOfSpeech;
pub use relation::Relation;
pub use tag::Tag;

use std::ops::Range;
use std::sync::Arc;

/// A token: a word, a mark, or white space beyond a single blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The first byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Whether a blank follows, which belongs to no token.
    pub space_after: bool,
    /// The fine part of speech.
    pub tag: Tag,
    /// The part of speech.
    pub part_of_speech: PartOfSpeech,
    /// The token that it depends on, counted from the first of the text; of the root of a sentence, itself.
    pub head: u32,
    /// What it is to its head.
    pub relation: Relation,
    /// Number of its features in the list of the model; see [`Analysis::features`].
    pub(crate) features: u16,
    /// Where its lemma stands among the lemmas.
    pub(crate) lemma: (u32, u32),
}

impl Token {
    /// The bytes of the token in the text.
    pub fn bytes(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A name, date, amount or the like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entity {
    /// The first token.
    pub first: u32,
    /// One past the last token.
    pub end: u32,
    /// What kind of thing it stands for.
    pub kind: EntityKind,
}

impl Entity {
    /// The tokens of the entity.
    pub fn tokens(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// The analysis of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// All tokens. Together with the blanks that follow them they are the text.
    pub tokens: Vec<Token>,
    /// The sentences, as ranges of tokens. They do not overlap, and none is left out.
    pub sentences: Vec<Range<u32>>,
    /// The entities in the order of the text. They do not overlap.
    pub entities: Vec<Entity>,
    pub(crate) lemmas: String,
    pub(crate) features: Arc<[String]>,
}

impl Analysis {
    /// The lemma of a token: its form in a dictionary.
    pub fn lemma(&self, token: &Token) -> &str {
        &self.lemmas[token.lemma.0 as usize..token.lemma.1 as usize]
    }

    /// The grammatical features of a token as Universal Dependencies writes them: `Number=Sing|Person=3`. Empty where it has
    /// none.
    pub fn features(&self, token: &Token) -> &str {
        &self.features[usize::from(token.features)]
    }

    /// The sentence in which a token lies.
    pub fn sentence_of(&self, token: u32) -> Range<u32> {
        let behind = self.sentences.partition_point(|sentence| sentence.end <= token);
        self.sentences.get(behind).cloned().unwrap_or(token..token + 1)
    }
}
