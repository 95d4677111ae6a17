//! All that is known of English, as one value.

use crate::{Model, ModelError, WordNet};

/// What an analysis of English stands on: how sentences are built, and what words mean.
#[derive(Debug)]
pub struct English {
    /// Reads sentences.
    pub model: Model,
    /// Knows words.
    pub words: WordNet,
}

impl English {
    /// Reads both, side by side: neither waits for the other.
    pub fn from_bytes(model: &[u8], wordnet: &[u8]) -> Result<Self, ModelError> {
        let (model, words) = rayon::join(|| Model::from_bytes(model), || WordNet::from_bytes(wordnet));
        Ok(Self { model: model?, words: words? })
    }
}
