//! Chunks whose tokens are listed: contractions (`don't` is `do` and `n't`), abbreviations, emoticons.

use crate::lexeme::{Lexeme, Norms};
use crate::quick_hash::quick_hash;
use crate::tokenizer::chunk::Piece;
use crate::{ModelError, ModelFile};
use hashbrown::HashTable;

/// The exceptions, found by their text.
#[derive(Debug)]
pub struct Exceptions {
    list: Vec<Exception>,
    /// Places in the list.
    table: HashTable<u32>,
    /// In bytes: nothing longer need be looked up.
    longest: usize,
}

#[derive(Debug)]
struct Exception {
    text: String,
    pieces: Vec<Piece>,
}

impl Exceptions {
    /// The exceptions of a model.
    pub fn from_file(file: &ModelFile, norms: &Norms) -> Result<Self, ModelError> {
        let mut section = file.section("exceptions")?;
        let list: Vec<_> = section.list(|fields| {
            let parts = fields.list(|fields| Ok((fields.text()?, fields.text()?)))?;
            if parts.iter().any(|(text, _)| text.is_empty()) {
                return Err(fields.wrong("a token of an exception is empty"));
            }
            Ok(Exception::of(&parts, norms))
        })?;
        section.end()?;
        let mut table = HashTable::new();
        let hash_at = |at: &u32| quick_hash(list[*at as usize].text.as_bytes());
        for at in 0..list.len() as u32 {
            table.insert_unique(hash_at(&at), at, hash_at);
        }
        let longest = list.iter().map(|exception| exception.text.len()).max().unwrap_or(0);
        Ok(Self { list, table, longest })
    }

    /// The tokens of a chunk that is an exception.
    pub fn get(&self, chunk: &str) -> Option<&[Piece]> {
        if chunk.len() > self.longest {
            return None;
        }
        let is_it = |at: &u32| self.list[*at as usize].text == chunk;
        let at = self.table.find(quick_hash(chunk.as_bytes()), is_it)?;
        Some(&self.list[*at as usize].pieces)
    }

    /// The tokens of the exception at a place in the list.
    pub fn pieces(&self, at: usize) -> &[Piece] {
        &self.list[at].pieces
    }

    /// The texts of all exceptions, in the order of the list.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|exception| exception.text.as_str())
    }

    /// Tells each token which word it is in the phrases made of exceptions.
    pub fn mark(&mut self, word: impl Fn(&str) -> u32) {
        for exception in &mut self.list {
            let mut start = 0;
            for piece in &mut exception.pieces {
                let end = start + piece.length as usize;
                piece.phrase_word = word(&exception.text[start..end]);
                start = end;
            }
        }
    }
}

impl Exception {
    /// The exception with these tokens, each with its norm or, where that is empty, the one it has anywhere.
    fn of(parts: &[(&str, &str)], norms: &Norms) -> Self {
        let piece = |(text, norm): &(&str, &str)| {
            let lexeme = Lexeme::of(text, norms);
            let lexeme = if norm.is_empty() { lexeme } else { lexeme.with_norm(norm) };
            Piece { length: text.len() as u32, phrase_word: 0, lexeme }
        };
        Self {
            text: parts.iter().map(|(text, _)| *text).collect(),
            pieces: parts.iter().map(piece).collect(),
        }
    }
}
