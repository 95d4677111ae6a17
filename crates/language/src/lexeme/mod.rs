//! What the network sees of a token: not its letters, only four features of it, each as the number of a string.
//!
//! In: the text of a token. Out: a [`Lexeme`]. The same text has the same lexeme wherever it stands, but for tokens that
//! an exception of the tokenizer gives a norm of their own (`'s` is `is` in `she's`).

mod hash;
mod norm;
mod shape;
mod symbols;
pub(crate) mod unicode;
mod unicode_tables;

pub use hash::hash_of;
pub use norm::Norms;

use crate::lexeme::shape::shape;

/// The features of a token, each the [`hash_of`] a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lexeme {
    /// What the token counts as: lower case, one spelling of a word for all, one sign for all currencies.
    pub norm: u64,
    /// Its first character.
    pub prefix: u64,
    /// Its last three characters.
    pub suffix: u64,
    /// Its letters as `x` and `X`, its digits as `d`.
    pub shape: u64,
    /// It is nothing but white space.
    pub is_space: bool,
}

impl Lexeme {
    /// The features of a token that is not empty.
    pub fn of(text: &str, norms: &Norms) -> Self {
        let second = text.chars().next().map_or(0, char::len_utf8);
        let third_last = text.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
        Self {
            norm: norms.norm_of(text),
            prefix: hash_of(&text[..second]),
            suffix: hash_of(&text[third_last..]),
            shape: hash_of(&shape(text)),
            is_space: text.chars().all(unicode::is_space),
        }
    }

    /// The same token, with another norm.
    pub fn with_norm(self, norm: &str) -> Self {
        Self { norm: hash_of(norm), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lexeme_is_made_of_hashes() {
        let lexeme = Lexeme::of("Café", &Norms::default());
        assert_eq!(lexeme.norm, hash_of("café"));
        assert_eq!(lexeme.prefix, hash_of("C"));
        assert_eq!(lexeme.suffix, hash_of("afé"));
        assert_eq!(lexeme.shape, hash_of("Xxxx"));
        assert!(!lexeme.is_space);
        assert!(Lexeme::of(" \n", &Norms::default()).is_space);
        assert_eq!(Lexeme::of("a", &Norms::default()).suffix, hash_of("a"));
    }
}
