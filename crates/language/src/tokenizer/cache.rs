//! The pieces of chunks seen before: a text says most of its words more than once.

use crate::quick_hash::quick_hash;
use crate::tokenizer::Token;
use crate::tokenizer::chunk::{Peeled, Piece};
use hashbrown::HashTable;

/// What a thread keeps from text to text to be faster. What comes out never depends on it.
#[derive(Debug, Default)]
pub struct ChunkCache {
    /// Chunks that have been split.
    table: HashTable<Chunk>,
    /// Their texts, one behind the other.
    texts: Vec<u8>,
    /// Their pieces, one behind the other.
    pieces: Vec<Piece>,
    /// Room to work in.
    uncached: Vec<Piece>,
    peeled: Peeled,
    /// The tokens of the present text that are words of phrases, each with its word.
    pub(super) marks: Vec<(u32, u32)>,
    /// The tokens of the present text, while they are rewritten.
    pub(super) rewritten: Vec<Token>,
}

#[derive(Debug)]
struct Chunk {
    hash: u64,
    text: Span,
    pieces: Span,
}

/// A range of one of the lists.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: u32,
    end: u32,
}

impl Span {
    fn of<'a, T>(&self, list: &'a [T]) -> &'a [T] {
        &list[self.start as usize..self.end as usize]
    }
}

/// Longer chunks, in bytes, are not worth keeping: hardly any comes again.
const LONGEST_CHUNK: usize = 48;

/// When so many chunks are kept, all are given up (about 3 MB). Five million characters of news have some 60,000
/// different chunks, most of them rare.
const N_CHUNKS: usize = 1 << 14;

impl ChunkCache {
    /// The pieces of a chunk, split by `split` if need be, and the list of marks.
    pub(super) fn pieces(
        &mut self,
        chunk: &str,
        split: impl FnOnce(&str, &mut Vec<Piece>, &mut Peeled),
    ) -> (&[Piece], &mut Vec<(u32, u32)>) {
        if chunk.len() > LONGEST_CHUNK {
            self.uncached.clear();
            split(chunk, &mut self.uncached, &mut self.peeled);
            return (&self.uncached, &mut self.marks);
        }
        let hash = quick_hash(chunk.as_bytes());
        let is_it = |known: &Chunk| known.hash == hash && known.text.of(&self.texts) == chunk.as_bytes();
        let pieces = match self.table.find(hash, is_it) {
            Some(known) => known.pieces,
            None => self.add(chunk, hash, split),
        };
        (pieces.of(&self.pieces), &mut self.marks)
    }

    fn add(
        &mut self,
        chunk: &str,
        hash: u64,
        split: impl FnOnce(&str, &mut Vec<Piece>, &mut Peeled),
    ) -> Span {
        if self.table.len() >= N_CHUNKS {
            self.table.clear();
            self.texts.clear();
            self.pieces.clear();
        }
        let start = self.pieces.len() as u32;
        split(chunk, &mut self.pieces, &mut self.peeled);
        let pieces = Span { start, end: self.pieces.len() as u32 };
        let start = self.texts.len() as u32;
        self.texts.extend(chunk.as_bytes());
        let text = Span { start, end: self.texts.len() as u32 };
        self.table.insert_unique(hash, Chunk { hash, text, pieces }, |chunk| chunk.hash);
        pieces
    }
}
