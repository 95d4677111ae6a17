//! Blocks into sentences.

use super::sentence_ends::{Stop, ends_sentence, is_terminator, read_stop};
use crate::model::{ByteRange, Layout, Sentence};

/// Sentences of titles, then of paragraphs.
///
/// The sentences of a block are in order, do not overlap, and hold all its characters that are not white
/// space. They end where a reader sees an end, inside quotations too; a closing quotation mark stays with
/// the clause that reports it (`"We ran!" she said.`).
pub fn find_sentences(text: &str, layout: &Layout) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (block, range) in layout.titles.iter().chain(&layout.paragraphs).enumerate() {
        let is_title = block < layout.titles.len();
        let base = range.start as usize;
        let pieces = split(range.of(text), is_title);
        sentences.extend(pieces.into_iter().map(|(start, end)| Sentence {
            range: ByteRange::new(base + start, base + end),
            block: block as u32,
        }));
    }
    sentences
}

/// The sentences of one block, as bytes of it, without surrounding white space.
fn split(block: &str, is_title: bool) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut has_word = false;
    let mut quote_open = false;
    while let Some(c) = block[at..].chars().next() {
        if !is_terminator(c) {
            quote_open ^= c == '"';
            has_word |= c.is_alphanumeric();
            at += c.len_utf8();
            continue;
        }
        let stop: Stop = read_stop(block, at, quote_open);
        quote_open ^= stop.turns_quote;
        at = stop.end;
        if has_word && ends_sentence(block, start, &stop, is_title) {
            pieces.extend(trimmed(block, start, at));
            start = at;
            has_word = false;
        }
    }
    match pieces.last_mut() {
        // A stray mark behind the last sentence is no sentence.
        Some(last) if !has_word => last.1 = block.trim_end().len(),
        _ => pieces.extend(trimmed(block, start, block.len())),
    }
    pieces
}

/// A piece without surrounding white space, unless it is nothing else.
fn trimmed(block: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let piece = &block[start..end];
    let begin = start + piece.len() - piece.trim_start().len();
    let end = start + piece.trim_end().len();
    (begin < end).then_some((begin, end))
}
