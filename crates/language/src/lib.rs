//! Analysis of English text: model bytes in, [`Analysis`] out. No file, no clock, no network.
//!
//! The tour, in the order in which a text goes through:
//!
//! 1. [`model_file`]: the bytes of a model, checked, as named sections.
//! 2. [`tokenizer`]: a text into tokens; tokens and the blanks between them rejoin to the text.
//! 3. [`lexeme`]: what a token looks like (norm, prefix, suffix, shape), which is all the network sees of it.
//! 4. [`network`]: lexemes into rows of numbers.
//! 5. [`tagger`], [`parser`], [`names`]: rows into parts of speech, heads and labels, names; [`engine`] runs them all.
//! 6. [`ruler`]: part of speech and morphology, from word, tag and label.
//! 7. [`lemmatizer`]: the form of a word that a dictionary lists.
//!
//! Over several analyses, [`votes`] settles what a name stands for. What words mean is known to [`wordnet`], which reads no text.
//! [`English`] is both as one value.

pub mod analysis;
pub mod engine;
mod english;
mod error;
mod grammar;
pub mod lemmatizer;
pub mod lexeme;
mod model;
pub mod model_file;
pub mod names;
pub mod network;
pub mod parser;
mod quick_hash;
pub mod ruler;
pub mod tagger;
#[cfg(test)]
mod test_model;
pub mod tokenizer;
pub mod votes;
pub mod wordnet;

pub use analysis::Analysis;
pub use english::English;
pub use error::ModelError;
pub use model::Model;
pub use model_file::ModelFile;
pub use wordnet::WordNet;
