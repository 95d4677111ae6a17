//! A sentence as a tree: what depends on what, and how far each token reaches with all that depends on it.

use crate::model::ByteRange;
use std::ops::Range;
use stemma_language::Analysis;
use stemma_language::analysis::{EntityKind, PartOfSpeech, Relation, Tag, Token};

/// A sentence and its dependencies. Tokens are counted from the first of the sentence; ranges of tokens are end
/// exclusive.
pub(crate) struct Tree<'a> {
    /// The text of the report.
    text: &'a str,
    /// Where the sentence begins in it (bytes).
    offset: u32,
    analysis: &'a Analysis,
    children: Vec<Vec<usize>>,
    /// The tokens from the first to the last that depend on each, itself included.
    reach: Vec<Range<usize>>,
    /// Whether each token stands inside a quotation.
    quoted: Vec<bool>,
}

impl<'a> Tree<'a> {
    /// The tree of a sentence that begins at `offset`; `quotations` are the insides of quotations near it.
    pub fn new(text: &'a str, offset: u32, analysis: &'a Analysis, quotations: &[ByteRange]) -> Self {
        let tokens = &analysis.tokens;
        let mut children = vec![Vec::new(); tokens.len()];
        for (at, token) in tokens.iter().enumerate() {
            if token.head as usize != at {
                children[token.head as usize].push(at);
            }
        }
        // Heads before what depends on them; taken from behind, each token is complete before its head takes it in.
        let mut order: Vec<usize> = (0..tokens.len()).filter(|at| tokens[*at].head as usize == *at).collect();
        let mut next = 0;
        while next < order.len() {
            order.extend(&children[order[next]]);
            next += 1;
        }
        let mut reach: Vec<Range<usize>> = (0..tokens.len()).map(|at| at..at + 1).collect();
        for at in order.into_iter().rev() {
            let (head, own) = (tokens[at].head as usize, reach[at].clone());
            reach[head] = reach[head].start.min(own.start)..reach[head].end.max(own.end);
        }
        let inside = |token: &Token| {
            let start = offset + token.start;
            quotations.iter().any(|range| range.start <= start && start < range.end)
        };
        let quoted = tokens.iter().map(inside).collect();
        Self { text, offset, analysis, children, reach, quoted }
    }

    pub fn len(&self) -> usize {
        self.analysis.tokens.len()
    }

    pub fn token(&self, at: usize) -> &'a Token {
        &self.analysis.tokens[at]
    }

    /// The word as it stands.
    pub fn word(&self, at: usize) -> &'a str {
        self.bytes(&(at..at + 1)).of(self.text)
    }

    /// The lemma in small letters.
    pub fn lemma(&self, at: usize) -> String {
        self.analysis.lemma(self.token(at)).to_lowercase()
    }

    pub fn tag(&self, at: usize) -> Tag {
        self.token(at).tag
    }

    pub fn relation(&self, at: usize) -> Relation {
        self.token(at).relation
    }

    pub fn head(&self, at: usize) -> usize {
        self.token(at).head as usize
    }

    pub fn is(&self, at: usize, part_of_speech: PartOfSpeech) -> bool {
        self.token(at).part_of_speech == part_of_speech
    }

    /// Whether a token is a verb or an auxiliary.
    pub fn is_verbal(&self, at: usize) -> bool {
        self.is(at, PartOfSpeech::Verb) || self.is(at, PartOfSpeech::Auxiliary)
    }

    /// Whether a clause is led in by a word ("that", "as").
    pub fn is_marked(&self, clause: usize, word: &str) -> bool {
        self.child(clause, &[Relation::Marker]).is_some_and(|mark| self.is_any(mark, &[word]))
    }

    /// What a preposition governs.
    pub fn governed(&self, preposition: usize) -> Option<usize> {
        self.child(preposition, &[Relation::PrepositionalObject])
    }

    /// Whether a token is one of some words, in any case.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        at < self.len() && words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    pub fn is_mark(&self, at: usize) -> bool {
        self.is(at, PartOfSpeech::Punctuation) || self.is(at, PartOfSpeech::Space)
    }

    pub fn is_quoted(&self, at: usize) -> bool {
        self.quoted[at]
    }

    /// What depends on a token, in the order of the text.
    pub fn children(&self, at: usize) -> &[usize] {
        &self.children[at]
    }

    /// The first that depends on a token as one of some relations.
    pub fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).iter().copied().find(|child| relations.contains(&self.relation(*child)))
    }

    /// All that depends on a token, itself included, from the first to the last.
    pub fn reach(&self, at: usize) -> Range<usize> {
        self.reach[at].clone()
    }

    /// Whether `below` depends on `above`, over others or at once, or is the same.
    pub fn depends(&self, below: usize, above: usize) -> bool {
        let mut at = below;
        for _ in 0..self.len() {
            if at == above {
                return true;
            }
            if self.head(at) == at {
                return false;
            }
            at = self.head(at);
        }
        false
    }

    /// What kind of name a token is part of.
    pub fn entity_of(&self, at: usize) -> Option<EntityKind> {
        self.analysis.entities.iter().find(|entity| entity.tokens().contains(&at)).map(|entity| entity.kind)
    }

    /// The first token of the parser's sentence that a token lies in.
    pub fn sentence_start(&self, at: usize) -> usize {
        self.analysis.sentence_of(at as u32).start as usize
    }

    /// The bytes of a range of tokens that is not empty, in the text of the report.
    pub fn bytes(&self, tokens: &Range<usize>) -> ByteRange {
        let (first, last) = (self.token(tokens.start), self.token(tokens.end - 1));
        ByteRange { start: self.offset + first.start, end: self.offset + last.end }
    }

    /// A range without marks at its ends; a closing bracket or quotation mark stays where its opening one is inside.
    pub fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let mut range = range;
        while range.start < range.end && self.is_loose(range.start, &range) {
            range.start += 1;
        }
        while range.start < range.end && self.is_loose(range.end - 1, &range) {
            range.end -= 1;
        }
        range
    }

    fn is_loose(&self, at: usize, range: &Range<usize>) -> bool {
        if !self.is_mark(at) {
            return false;
        }
        let inside = |opening: &[&str]| range.clone().any(|other| other != at && self.is_any(other, opening));
        match self.word(at) {
            ")" | "]" => !inside(&["(", "["]),
            "(" | "[" => !inside(&[")", "]"]),
            "\"" | "\u{201c}" | "\u{201d}" | "''" | "``" | "'" | "\u{2018}" | "\u{2019}" => {
                !inside(&["\"", "\u{201c}", "\u{201d}", "''", "``", "'", "\u{2018}", "\u{2019}"])
            }
            _ => true,
        }
    }
}
