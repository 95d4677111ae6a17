//! A text into tokens, by the rules that the weights were trained with.
//!
//! In: any text. Out: [`Token`]s that, with the single blanks between them, rejoin to the text.
//!
//! 1. The text is cut where white space begins and ends. One blank after a word is a note on the token before it; all
//!    other white space is a token of its own.
//! 2. From each chunk between, signs are peeled off at both ends, in turns (`affix`); what is left is a known
//!    exception (`exceptions`), an address of the web (`url`), or cut at signs within (`infix`). See `chunk`.
//! 3. Exceptions that the peeling has cut apart are made whole again (`phrases`): `:-)`, `a.m.`.
//!
//! Every step takes time in proportion to the length of its text, whatever the text. Chunks seen before are found in a
//! [`ChunkCache`]; what is in it changes how long the work takes, never what comes out.

mod affix;
mod cache;
mod characters;
mod chunk;
mod exceptions;
mod infix;
mod phrases;
#[cfg(test)]
mod tests;
mod url;

pub use cache::ChunkCache;

use crate::lexeme::unicode::is_space;
use crate::lexeme::{Lexeme, Norms};
use crate::tokenizer::characters::Characters;
use crate::tokenizer::chunk::Piece;
use crate::tokenizer::exceptions::Exceptions;
use crate::tokenizer::phrases::Phrases;
use crate::{ModelError, ModelFile};

/// A token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its first byte in the text.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// One blank follows that belongs to no token.
    pub space_after: bool,
    /// What the network sees of it.
    pub lexeme: Lexeme,
}

/// The rules by which a text is cut into tokens.
#[derive(Debug)]
pub struct Tokenizer {
    characters: Characters,
    norms: Norms,
    exceptions: Exceptions,
    phrases: Phrases,
}

impl Tokenizer {
    /// The rules of a model.
    pub fn from_file(file: &ModelFile) -> Result<Self, ModelError> {
        let norms = Norms::from_file(file)?;
        let mut rules = Self {
            characters: Characters::from_file(file)?,
            exceptions: Exceptions::from_file(file, &norms)?,
            norms,
            phrases: Phrases::default(),
        };
        rules.phrases = Phrases::of(&rules);
        let phrases = &rules.phrases;
        rules.exceptions.mark(|text| phrases.word(text));
        Ok(rules)
    }

    /// Cuts a text into `tokens`, which are emptied before. A text longer than 4 GiB is cut off there.
    pub fn tokenise(&self, text: &str, cache: &mut ChunkCache, tokens: &mut Vec<Token>) {
        tokens.clear();
        cache.marks.clear();
        let text = &text[..text.floor_char_boundary(u32::MAX as usize - 1)];
        let mut start = 0;
        while start < text.len() {
            let (end, is_word) = end_of_run(text, start);
            self.push(&text[start..end], start, cache, tokens);
            start = end;
            if is_word && text.as_bytes().get(end) == Some(&b' ') {
                start += 1;
                if let Some(last) = tokens.last_mut() {
                    last.space_after = true;
                }
            }
        }
        self.phrases.restore(&self.exceptions, cache, tokens);
    }

    /// Appends the tokens of a chunk that begins at `start`.
    fn push(&self, chunk: &str, start: usize, cache: &mut ChunkCache, tokens: &mut Vec<Token>) {
        let (pieces, marks) = cache.pieces(chunk, |chunk, pieces, work| self.split(chunk, pieces, work));
        let mut start = start as u32;
        for piece in pieces {
            if piece.phrase_word != 0 {
                marks.push((tokens.len() as u32, piece.phrase_word));
            }
            let end = start + piece.length;
            tokens.push(Token { start, end, space_after: false, lexeme: piece.lexeme });
            start = end;
        }
    }

    /// What a token with this text is, if no exception says otherwise.
    fn piece(&self, text: &str) -> Piece {
        Piece {
            length: text.len() as u32,
            phrase_word: self.phrases.word(text),
            lexeme: Lexeme::of(text, &self.norms),
        }
    }
}

/// Where the white space, or the word, ends that begins at `start`; and whether it is a word.
fn end_of_run(text: &str, start: usize) -> (usize, bool) {
    let mut at = start;
    let mut is_word = None;
    while at < text.len() {
        let (space, length) = match text.as_bytes()[at] {
            byte @ 0..0x80 => (SPACE[byte as usize], 1),
            _ => text[at..].chars().next().map_or((false, 1), |wide| (is_space(wide), wide.len_utf8())),
        };
        if *is_word.get_or_insert(!space) == space {
            break;
        }
        at += length;
    }
    (at, is_word == Some(true))
}

/// Which ASCII characters are white space.
const SPACE: [bool; 128] = {
    let mut space = [false; 128];
    let mut code = 0;
    while code < 128 {
        space[code] = matches!(code, 0x09..=0x0d | 0x1c..=0x20);
        code += 1;
    }
    space
};
