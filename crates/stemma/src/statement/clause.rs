//! Sentences into tokens, with every quotation as one token, so that what stands around it can be read.

use super::cue::{Cue, cue};
use super::lexicon::{Classes, TITLE, classes};
use crate::model::ByteRange;
use crate::text::Quotation;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    /// A mark that ends a sentence.
    Stop,
    Colon,
    Semicolon,
    Dash,
    OpenBracket,
    CloseBracket,
    /// A whole quotation, by its place in the list of the reading.
    Quotation(usize),
    OtherMark,
}

/// A word, a mark or a quotation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub range: ByteRange,
    pub kind: Kind,
    pub classes: Classes,
}

/// The tokens of one clause complex, which no full stop parts, and the text they point into.
#[derive(Clone, Copy)]
pub(super) struct Clause<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub quotations: &'a [Quotation],
    /// Whether it is a headline.
    pub title: bool,
}

impl<'a> Clause<'a> {
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The words of a token, as they stand.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens[at].range.of(self.text)
    }

    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub fn is(&self, at: usize, kind: Kind) -> bool {
        self.kind(at) == Some(kind)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.is(at, Kind::Word)
    }

    pub fn has(&self, at: usize, class: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes & class != 0)
    }

    /// Whether a token is one of some words, given in lower case.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.is_word(at) && words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    /// Which quotation a token is.
    pub fn quotation(&self, at: usize) -> Option<&'a Quotation> {
        match self.kind(at) {
            Some(Kind::Quotation(idx)) => self.quotations.get(idx),
            _ => None,
        }
    }

    /// Whether a word begins with a capital, also behind a small prefix ("al-Haddin").
    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at)
            && self.word(at).split('-').any(|part| part.chars().next().is_some_and(char::is_uppercase))
    }

    /// The verb of saying that a token may be, with its particle behind it.
    pub fn cue(&self, at: usize) -> Option<Cue> {
        if !self.is_word(at) {
            return None;
        }
        let found = cue(&self.word(at).to_lowercase())?;
        let complete = found.particle.is_empty() || self.is_any(at + 1, &[found.particle]);
        complete.then_some(found)
    }

    /// The bytes from the first to the last token of a range that is not empty.
    pub fn bytes(&self, tokens: &std::ops::Range<usize>) -> ByteRange {
        ByteRange { start: self.tokens[tokens.start].range.start, end: self.tokens[tokens.end - 1].range.end }
    }
}

/// The tokens of a run of sentences, parted where a sentence ends outside quotations.
///
/// `quotations` are all of the reading, in order; `first` is the first that may lie in `range`. A full stop
/// behind a capitalised word inside a sentence belongs to an abbreviation ("Gen.", "B."); `ends` are the ends
/// of the sentences.
pub(super) fn clauses(
    text: &str,
    range: ByteRange,
    ends: &[u32],
    quotations: &[Quotation],
    first: usize,
) -> Vec<Vec<Token>> {
    let mut found: Vec<Vec<Token>> = Vec::new();
    let mut current: Vec<Token> = Vec::new();
    let mut next_quotation = first;
    let mut at = range.start;
    while at < range.end {
        while next_quotation < quotations.len() && quotations[next_quotation].outer.start < at {
            next_quotation += 1;
        }
        let quotation = quotations
            .get(next_quotation)
            .filter(|quotation| quotation.outer.start == at && quotation.outer.end <= range.end);
        let rest = &text[at as usize..range.end as usize];
        let token = match quotation {
            Some(quotation) => {
                Some(Token { range: quotation.outer, kind: Kind::Quotation(next_quotation), classes: 0 })
            }
            None => token_at(rest, at, ends),
        };
        let Some(token) = token else {
            at += rest.chars().next().map_or(1, char::len_utf8) as u32;
            continue;
        };
        at = token.range.end;
        if opens_clause(text, &current, token) {
            found.push(std::mem::take(&mut current));
        }
        current.push(token);
    }
    if !current.is_empty() {
        found.push(current);
    }
    found
}

/// Whether a token begins a new sentence: behind a full stop, with a capital, a digit or a quotation.
fn opens_clause(text: &str, before: &[Token], token: Token) -> bool {
    let stopped = before.last().is_some_and(|last| last.kind == Kind::Stop);
    stopped
        && match token.kind {
            Kind::Quotation(_) => true,
            Kind::Word => token.range.of(text).starts_with(|c: char| c.is_uppercase() || c.is_numeric()),
            _ => false,
        }
}

/// The word or mark at the beginning of `rest`; none where a blank stands there.
fn token_at(rest: &str, at: u32, ends: &[u32]) -> Option<Token> {
    let first = rest.chars().next()?;
    if first.is_whitespace() {
        return None;
    }
    if first.is_alphanumeric() {
        let length = word_length(rest, at, ends);
        let word = &rest[..length];
        return Some(Token {
            range: ByteRange::new(at as usize, at as usize + length),
            kind: Kind::Word,
            classes: classes_of(word),
        });
    }
    let (length, kind) = mark(rest, first);
    Some(Token { range: ByteRange::new(at as usize, at as usize + length), kind, classes: 0 })
}

fn mark(rest: &str, first: char) -> (usize, Kind) {
    if rest.starts_with("--") {
        return (2, Kind::Dash);
    }
    let blank_behind = rest[first.len_utf8()..].starts_with(char::is_whitespace);
    let kind = match first {
        ',' => Kind::Comma,
        '.' | '!' | '?' | '\u{2026}' => Kind::Stop,
        ':' => Kind::Colon,
        ';' => Kind::Semicolon,
        '\u{2013}' | '\u{2014}' => Kind::Dash,
        '-' if blank_behind => Kind::Dash,
        '(' | '[' | '{' => Kind::OpenBracket,
        ')' | ']' | '}' => Kind::CloseBracket,
        '&' => Kind::Word,
        _ => Kind::OtherMark,
    };
    (first.len_utf8(), kind)
}

/// How long the word at the beginning of `rest` is, with the marks inside it and the full stop of an abbreviation.
fn word_length(rest: &str, at: u32, ends: &[u32]) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut before = ' ';
    let mut end = rest.len();
    while let Some((idx, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |(_, next)| *next);
        if !c.is_alphanumeric() && !joins(before, c, after) {
            end = idx;
            break;
        }
        before = c;
    }
    if rest[end..].starts_with('.') && is_abbreviation(&rest[..end], &rest[end + 1..]) {
        let closed = ends.binary_search(&(at + end as u32 + 1)).is_ok();
        if !closed {
            return end + 1;
        }
    }
    end
}

/// Whether a mark between two characters belongs to the word.
fn joins(before: char, mark: char, after: char) -> bool {
    match mark {
        '\'' | '\u{2019}' | '\u{2bc}' => before.is_alphanumeric() && after.is_alphabetic(),
        '-' | '\u{2010}' | '\u{2011}' | '&' => before.is_alphanumeric() && after.is_alphanumeric(),
        '.' => {
            before.is_numeric() && after.is_numeric()
                || before.is_uppercase() && after.is_uppercase()
                || matches!(before, 'a' | 'p') && after == 'm'
        }
        ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        '\u{ad}' | '\u{200c}' | '\u{200d}' => true,
        _ => unicode_normalization::char::is_combining_mark(mark),
    }
}

/// Whether a full stop behind a word that ends no sentence belongs to the word.
fn is_abbreviation(word: &str, behind: &str) -> bool {
    if behind.trim_start().is_empty() {
        return false;
    }
    word.contains('.') || word.chars().next().is_some_and(char::is_uppercase) || classes_of(word) & TITLE != 0
}

fn classes_of(word: &str) -> Classes {
    let plain = word.trim_end_matches('.').replace('\u{2019}', "'");
    let lower = plain.to_lowercase();
    let found = classes(&lower);
    match lower.strip_suffix("'s") {
        Some(bare) if found == 0 => classes(bare),
        _ => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Vec<&str>> {
        let range = ByteRange::new(0, text.len());
        let layout = crate::text::lay_out(text);
        let quotations = crate::text::find_quotations(text, &layout);
        clauses(text, range, &[text.len() as u32], &quotations, 0)
            .into_iter()
            .map(|clause| clause.into_iter().map(|t| t.range.of(text)).collect())
            .collect()
    }

    #[test]
    fn a_quotation_is_one_token() {
        assert_eq!(
            tokens("\"We left. All of us,\" Gen. B. Orlo said."),
            [["\"We left. All of us,\"", "Gen.", "B.", "Orlo", "said", "."]]
        );
    }

    #[test]
    fn a_full_stop_behind_a_small_word_parts_clauses() {
        assert_eq!(tokens("\"We left,\" he said. \"We did.\"").len(), 2);
    }

    #[test]
    fn marks_inside_words_stay() {
        assert_eq!(
            tokens("Tarvo's 1,600 war-weary men left at 4 a.m. today"),
            [["Tarvo's", "1,600", "war-weary", "men", "left", "at", "4", "a.m.", "today"]]
        );
    }
}
