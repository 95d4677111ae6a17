//! A chunk between two white spaces, into pieces.
//!
//! In each turn one sign is peeled off at the beginning and one at the end, until none is left to peel or what is left is
//! an exception. Then the middle is an exception, or an address, or is cut at its infixes.

use crate::lexeme::Lexeme;
use crate::lexeme::unicode::is_space;
use crate::tokenizer::Tokenizer;
use crate::tokenizer::affix::{prefix, suffix};
use crate::tokenizer::infix::infixes;
use crate::tokenizer::url::is_address;

/// A token within its chunk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// In bytes.
    pub length: u32,
    /// Which word it is in the phrases made of exceptions; 0 for none.
    pub phrase_word: u32,
    /// What the network sees of it.
    pub lexeme: Lexeme,
}

/// What has been peeled off a chunk: lengths in bytes, the outermost first.
#[derive(Debug, Default)]
pub struct Peeled {
    prefixes: Vec<usize>,
    suffixes: Vec<usize>,
}

impl Tokenizer {
    /// Appends the pieces of a chunk, which is all white space or has none.
    pub(super) fn split(&self, chunk: &str, pieces: &mut Vec<Piece>, peeled: &mut Peeled) {
        if let Some(known) = self.exceptions.get(chunk) {
            pieces.extend(known);
        } else if chunk.starts_with(is_space) {
            pieces.push(self.piece(chunk));
        } else {
            let is_exception = |text: &str| self.exceptions.get(text).is_some();
            let middle = self.peel(chunk, is_exception, peeled);
            self.assemble(chunk, middle, peeled, pieces);
        }
    }

    /// The lengths of the tokens that an exception would have if it were none.
    pub(super) fn split_ignoring_exceptions(&self, chunk: &str) -> Vec<usize> {
        let mut peeled = Peeled::default();
        let middle = self.peel(chunk, |_| false, &mut peeled);
        let mut lengths = std::mem::take(&mut peeled.prefixes);
        self.cut(middle, |token| lengths.push(token.len()));
        lengths.extend(peeled.suffixes.iter().rev());
        lengths
    }

    /// Whether an affix or an infix is found in a text.
    pub(super) fn has_affix(&self, text: &str) -> bool {
        let characters = &self.characters;
        prefix(text, characters) > 0
            || suffix(text, characters) > 0
            || infixes(text, characters).next().is_some()
    }

    /// Peels off what can be peeled off, and returns what is left.
    fn peel<'a>(&self, chunk: &'a str, is_exception: impl Fn(&str) -> bool, peeled: &mut Peeled) -> &'a str {
        peeled.prefixes.clear();
        peeled.suffixes.clear();
        let mut rest = chunk;
        while !rest.is_empty() && !is_exception(rest) {
            let n_first = prefix(rest, &self.characters);
            if n_first > 0 && is_exception(&rest[n_first..]) {
                peeled.prefixes.push(n_first);
                return &rest[n_first..];
            }
            let n_last = suffix(&rest[n_first..], &self.characters);
            if n_last > 0 && is_exception(&rest[..rest.len() - n_last]) {
                peeled.suffixes.push(n_last);
                return &rest[..rest.len() - n_last];
            }
            if n_first + n_last == 0 {
                break;
            }
            peeled.prefixes.extend((n_first > 0).then_some(n_first));
            peeled.suffixes.extend((n_last > 0).then_some(n_last));
            rest = &rest[n_first..rest.len() - n_last];
        }
        rest
    }

    /// Appends the pieces: prefixes, the tokens of the middle, suffixes.
    fn assemble(&self, chunk: &str, middle: &str, peeled: &Peeled, pieces: &mut Vec<Piece>) {
        let mut start = 0;
        for length in &peeled.prefixes {
            pieces.push(self.piece(&chunk[start..start + length]));
            start += length;
        }
        match self.exceptions.get(middle) {
            Some(known) => pieces.extend(known),
            None => self.cut(middle, |token| pieces.push(self.piece(token))),
        }
        let mut start = start + middle.len();
        for length in peeled.suffixes.iter().rev() {
            pieces.push(self.piece(&chunk[start..start + length]));
            start += length;
        }
    }

    /// Gives the tokens of a middle that is no exception to `push`, in their order.
    fn cut(&self, middle: &str, mut push: impl FnMut(&str)) {
        let mut start = 0;
        if !is_address(middle, &self.characters) {
            // An infix at the very beginning stays with what follows it.
            for infix in infixes(middle, &self.characters).filter(|infix| infix.start > 0) {
                if start < infix.start {
                    push(&middle[start..infix.start]);
                }
                push(&middle[infix.clone()]);
                start = infix.end;
            }
        }
        if start < middle.len() {
            push(&middle[start..]);
        }
    }
}
