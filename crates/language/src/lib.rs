//! Analysis of English text: model bytes in, [`Analysis`] out. No file, no clock, no network.
//!
//! The tour, in the order in which a text goes through:
//!
//! 1. [`model_file`]: the bytes of a model, checked, as named sections.
//! 2. [`tokenizer`]: a text into tokens; tokens and the blanks between them rejoin to the text.
//! 3. [`lexeme`]: what a token looks like (norm, prefix, suffix, shape), which is all the network sees of it.
//! 4. [`ruler`]: part of speech and morphology, from word, tag and label.
//! 5. [`lemmatizer`]: the form of a word that a dictionary lists.

mod error;
pub mod lemmatizer;
pub mod lexeme;
pub mod model_file;
mod quick_hash;
pub mod ruler;
#[cfg(test)]
mod test_model;
pub mod tokenizer;

pub use error::ModelError;
pub use model_file::ModelFile;
