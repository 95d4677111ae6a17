//! A sentence into words, numbers and marks, as the rules for times and quantities read it.
//!
//! Other than the words that reuse compares, these keep apart what is written together: "third-quarter",
//! "19th", "8pm" and "1990s" are several tokens, and each knows whether a blank stands before it.

use crate::model::ByteRange;
use unicode_normalization::char::is_combining_mark;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters, with full stops ("p.m") or an apostrophe ("o'clock") inside.
    Word,
    /// Digits, with the commas and the point of one number.
    Number,
    /// One mark, or one character of a script that is neither.
    Mark,
}

/// One word, number or mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// Its characters, ASCII letters in lower case.
    pub lower: &'t str,
    pub range: ByteRange,
    pub kind: TokenKind,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

/// What stands behind the last token and before the first.
const NOTHING: Token<'static> = Token {
    lower: "",
    range: ByteRange { start: 0, end: 0 },
    kind: TokenKind::Mark,
    glued: false,
    capital: false,
};

/// The tokens of one sentence.
pub(super) struct Tokens<'t> {
    tokens: Vec<Token<'t>>,
}

impl<'t> Tokens<'t> {
    /// Reads a sentence; `lower` is the whole text with its ASCII letters in lower case.
    pub fn read(text: &str, lower: &'t str, sentence: ByteRange) -> Self {
        let mut tokens = Vec::with_capacity(sentence.len() / 5);
        let (mut at, end) = (sentence.start as usize, sentence.end as usize);
        let mut glued = false;
        while at < end {
            let Some(c) = lower[at..end].chars().next() else { break };
            if c.is_whitespace() || c == '\u{ad}' {
                glued = false;
                at += c.len_utf8();
                continue;
            }
            let (kind, next) = token_end(&lower[..end], at, c);
            let capital = text[at..].starts_with(char::is_uppercase);
            tokens.push(Token {
                lower: &lower[at..next],
                range: ByteRange::new(at, next),
                kind,
                glued,
                capital,
            });
            glued = true;
            at = next;
        }
        Tokens { tokens }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token of an index; an empty mark where there is none.
    pub fn get(&self, at: usize) -> Token<'t> {
        self.tokens.get(at).copied().unwrap_or(NOTHING)
    }

    /// The token so many places before another.
    pub fn before(&self, at: usize, places: usize) -> Token<'t> {
        at.checked_sub(places).map_or(NOTHING, |at| self.get(at))
    }

    /// The characters of a token, ASCII letters in lower case; empty where there is none.
    pub fn lower(&self, at: usize) -> &'t str {
        self.get(at).lower
    }

    /// The bytes from one token to before another, which is not empty.
    pub fn range(&self, start: usize, end: usize) -> ByteRange {
        ByteRange { start: self.get(start).range.start, end: self.before(end, 1).range.end }
    }

    /// Behind a hyphen that joins this token to the one before; the same place where none does.
    pub fn past_hyphen(&self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    /// Whether a hyphen stands here, without a blank on either side.
    pub fn is_hyphen(&self, at: usize) -> bool {
        let token = self.get(at);
        matches!(token.lower, "-" | "\u{2010}" | "\u{2011}") && token.glued && self.get(at + 1).glued
    }

    /// Whether the words of a phrase stand here, one token each.
    pub fn reads(&self, at: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(idx, word)| self.lower(at + idx) == *word)
    }
}

/// What the token is that begins here, and where it ends.
fn token_end(lower: &str, at: usize, first: char) -> (TokenKind, usize) {
    if first.is_ascii_digit() {
        return (TokenKind::Number, number_end(lower.as_bytes(), at));
    }
    if let Some(end) = suffix_end(lower, at) {
        return (TokenKind::Word, end);
    }
    if first.is_alphabetic() {
        return (TokenKind::Word, word_end(lower, at));
    }
    (TokenKind::Mark, at + first.len_utf8())
}

/// Digits, commas before three more of them, and one point before others ("1,600", "7.6").
fn number_end(bytes: &[u8], start: usize) -> usize {
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = start + digits(start);
    while bytes.get(at) == Some(&b',') && at - start <= 12 && digits(at + 1) == 3 {
        at += 4;
    }
    let fraction = if bytes.get(at) == Some(&b'.') { digits(at + 1) } else { 0 };
    if fraction > 0 { at + 1 + fraction } else { at }
}

/// "'s" and "’s", which are tokens of their own.
fn suffix_end(lower: &str, at: usize) -> Option<usize> {
    let rest = &lower[at..];
    let mark = ["'", "\u{2019}"].into_iter().find(|mark| rest.starts_with(mark))?;
    let behind = &rest[mark.len()..];
    let ends = |length: usize| !behind[length..].starts_with(char::is_alphanumeric);
    let suffix = ["ll", "re", "ve", "s", "d"].into_iter().find(|suffix| behind.starts_with(suffix))?;
    ends(suffix.len()).then_some(at + mark.len() + suffix.len())
}

/// Letters, full stops between single letters ("p.m"), an apostrophe between letters unless it opens a suffix.
fn word_end(lower: &str, start: usize) -> usize {
    let mut before_last = ' ';
    let mut last = ' ';
    for (offset, c) in lower[start..].char_indices() {
        let at = start + offset;
        let behind = || lower[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphabetic);
        let inside = match c {
            '.' => last.is_alphabetic() && !before_last.is_alphabetic() && behind(),
            '\'' | '\u{2019}' => behind() && suffix_end(lower, at).is_none(),
            c => c.is_alphabetic() || is_combining_mark(c),
        };
        if !inside {
            return at;
        }
        (before_last, last) = (last, c);
    }
    lower.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens_of(text: &str) -> Vec<String> {
        let lower = text.to_ascii_lowercase();
        let tokens = Tokens::read(text, &lower, ByteRange::new(0, text.len()));
        (0..tokens.len()).map(|at| tokens.lower(at).to_owned()).collect()
    }

    #[test]
    fn what_is_written_together_is_kept_apart() {
        assert_eq!(tokens_of("third-quarter"), ["third", "-", "quarter"]);
        assert_eq!(tokens_of("the 19th, 8pm, 1990s"), ["the", "19", "th", ",", "8", "pm", ",", "1990", "s"]);
        assert_eq!(tokens_of("10:35 a.m."), ["10", ":", "35", "a.m", "."]);
    }

    #[test]
    fn commas_and_points_of_a_number_belong_to_it() {
        assert_eq!(
            tokens_of("1,600, 7.6 and 23,1998."),
            ["1,600", ",", "7.6", "and", "23", ",", "1998", "."]
        );
    }

    #[test]
    fn a_possessive_is_a_token_of_its_own() {
        assert_eq!(tokens_of("Friday's o'clock"), ["friday", "'s", "o'clock"]);
        assert_eq!(tokens_of("this year\u{2019}s"), ["this", "year", "\u{2019}s"]);
    }
}
