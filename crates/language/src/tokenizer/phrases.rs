//! Exceptions that the peeling has cut apart, made whole again.
//!
//! `:-)` at the end of a sentence is split off sign by sign, since no chunk is that exception. So each exception that has
//! an affix is kept as a phrase, the words that it would be cut into; wherever these stand in a text, side by side and
//! with no blank between, the tokens of the exception take their place.

use crate::quick_hash::quick_hash;
use crate::tokenizer::cache::ChunkCache;
use crate::tokenizer::exceptions::Exceptions;
use crate::tokenizer::{Token, Tokenizer};
use hashbrown::HashTable;

/// The phrases, as a tree of words.
#[derive(Debug, Default)]
pub struct Phrases {
    /// Every word of a phrase; its number is its place here and one more.
    words: Vec<String>,
    table: HashTable<u32>,
    /// In bytes: no longer token is a word of a phrase.
    longest: usize,
    /// Where phrases go on; the first is where they begin.
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    /// Words with which a phrase goes on, sorted, and the node behind each.
    next: Vec<(u32, usize)>,
    /// The exception whose phrase ends here.
    exception: Option<usize>,
}

/// Tokens that are the words of a phrase.
#[derive(Debug, Clone, Copy)]
struct Match {
    start: usize,
    end: usize,
    exception: usize,
}

impl Phrases {
    /// The phrases of the exceptions of a tokenizer.
    pub fn of(rules: &Tokenizer) -> Self {
        let mut phrases = Self { nodes: vec![Node::default()], ..Self::default() };
        for (nth, text) in rules.exceptions.texts().enumerate() {
            // A sign that is one token in any case (`'`) is frequent, and need not be restored.
            let is_token = *rules.exceptions.pieces(nth) == [rules.piece(text)];
            let lengths = rules.split_ignoring_exceptions(text);
            if rules.has_affix(text) && !(is_token && lengths.len() == 1) {
                phrases.add(nth, text, &lengths);
            }
        }
        phrases
    }

    /// The number of a token as a word of phrases; 0 if it is in none.
    pub fn word(&self, text: &str) -> u32 {
        if text.len() > self.longest {
            return 0;
        }
        let is_it = |number: &u32| self.words[*number as usize - 1] == text;
        self.table.find(quick_hash(text.as_bytes()), is_it).copied().unwrap_or(0)
    }

    /// Puts the tokens of exceptions in the place of their phrases.
    pub fn restore(&self, exceptions: &Exceptions, cache: &mut ChunkCache, tokens: &mut Vec<Token>) {
        let mut found = self.find(&cache.marks);
        if found.is_empty() {
            return;
        }
        keep_disjoint(&mut found);
        found.retain(|phrase| changes(phrase, exceptions, tokens));
        if found.is_empty() {
            return;
        }
        let rewritten = &mut cache.rewritten;
        rewritten.clear();
        let mut next = 0;
        for phrase in found {
            rewritten.extend_from_slice(&tokens[next..phrase.start]);
            rewritten.extend(restored(&phrase, exceptions, tokens));
            next = phrase.end;
        }
        rewritten.extend_from_slice(&tokens[next..]);
        std::mem::swap(rewritten, tokens);
    }

    fn add(&mut self, exception: usize, text: &str, lengths: &[usize]) {
        let mut node = 0;
        let mut start = 0;
        for length in lengths {
            let word = self.add_word(&text[start..start + length]);
            start += length;
            let n_nodes = self.nodes.len();
            let next = &mut self.nodes[node].next;
            node = match next.binary_search_by_key(&word, |(known, _)| *known) {
                Ok(at) => next[at].1,
                Err(at) => {
                    next.insert(at, (word, n_nodes));
                    self.nodes.push(Node::default());
                    n_nodes
                }
            };
        }
        self.nodes[node].exception = Some(exception);
    }

    fn add_word(&mut self, text: &str) -> u32 {
        let known = self.word(text);
        if known != 0 {
            return known;
        }
        self.words.push(text.to_owned());
        self.longest = self.longest.max(text.len());
        let number = self.words.len() as u32;
        let words = &self.words;
        let hash_of = |number: &u32| quick_hash(words[*number as usize - 1].as_bytes());
        self.table.insert_unique(hash_of(&number), number, hash_of);
        number
    }

    /// All places where the words of a phrase stand side by side.
    fn find(&self, marks: &[(u32, u32)]) -> Vec<Match> {
        let mut found = Vec::new();
        for (nth, (start, _)) in marks.iter().enumerate() {
            let start = *start as usize;
            let mut node = &self.nodes[0];
            for (end, (token, word)) in (start..).zip(&marks[nth..]) {
                let next = node.next.binary_search_by_key(word, |(known, _)| *known);
                let (Ok(next), true) = (next, *token as usize == end) else { break };
                node = &self.nodes[node.next[next].1];
                found.extend(node.exception.map(|exception| Match { start, end: end + 1, exception }));
            }
        }
        found
    }
}

/// Leaves the longest, of equally long ones the first, and nothing whose first or last token lies in one looked at
/// before, be it left or not.
fn keep_disjoint(found: &mut Vec<Match>) {
    found.sort_by_key(|phrase| (std::cmp::Reverse(phrase.end - phrase.start), phrase.start));
    let first = found.iter().map(|phrase| phrase.start).min().unwrap_or(0);
    let last = found.iter().map(|phrase| phrase.end).max().unwrap_or(0);
    let mut seen = vec![false; last - first];
    found.retain(|phrase| {
        let keep = !seen[phrase.start - first] && !seen[phrase.end - 1 - first];
        seen[phrase.start - first..phrase.end - first].fill(true);
        keep
    });
    found.sort_by_key(|phrase| phrase.start);
}

/// Whether the tokens of the exception may stand here and are others than stand here already.
fn changes(phrase: &Match, exceptions: &Exceptions, tokens: &[Token]) -> bool {
    let present = &tokens[phrase.start..phrase.end];
    let has_blank = present[..present.len() - 1].iter().any(|token| token.space_after);
    !has_blank && !restored(phrase, exceptions, tokens).eq(present.iter().copied())
}

/// The tokens of the exception, at the place of the phrase.
fn restored<'a>(
    phrase: &Match,
    exceptions: &'a Exceptions,
    tokens: &[Token],
) -> impl Iterator<Item = Token> + use<'a> {
    let mut start = tokens[phrase.start].start;
    let last = tokens[phrase.end - 1];
    exceptions.pieces(phrase.exception).iter().map(move |piece| {
        let end = start + piece.length;
        let space_after = last.space_after && end == last.end;
        let token = Token { start, end, space_after, lexeme: piece.lexeme };
        start = end;
        token
    })
}
