//! How much a shared word proves.
//!
//! Two texts that share "of the" share nothing; two that share "crammed" may share a sentence. Weights
//! are whole numbers, a quarter of a shared function word each, so that alignment needs no fractions.

use super::tokens::{Class, Token};
use super::word_flags::WordFlags;
use crate::model::ByteRange;
use crate::text::each_word;
use std::sync::LazyLock;

/// English words that carry grammar: articles, pronouns, auxiliaries, prepositions, conjunctions, sorted.
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "after", "against", "all", "also", "am", "among", "an", "and", "any", "are",
    "around", "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by", "can",
    "could", "did", "do", "does", "down", "during", "each", "either", "for", "from", "had", "has", "have",
    "he", "her", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just",
    "may", "me", "might", "more", "most", "must", "my", "near", "no", "nor", "not", "now", "of", "off", "on",
    "one", "only", "onto", "or", "other", "our", "out", "over", "own", "per", "shall", "she", "should",
    "since", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "through", "to", "too", "under", "until", "up", "upon", "us", "very", "was", "we",
    "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "within", "without", "would", "yet", "you", "your",
];

/// Where this share of the words (in percent) begins with a capital, capitals mark no names: a headline in
/// title case, a text in capitals.
const TITLE_CASE_PERCENT: usize = 70;

/// Words by which nearly every sentence of news gives its speaker; sharing them proves no more than grammar.
const SAYING_WORDS: &[&str] = &["according", "added", "said", "say", "saying", "says", "told"];

/// All of them, to be found by hash.
static GRAMMAR: LazyLock<WordFlags> =
    LazyLock::new(|| WordFlags::new(&[(1, FUNCTION_WORDS), (1, SAYING_WORDS)]));

/// Reads the words of one sentence, each with what it proves, and adds them with their places.
pub fn read_words(text: &str, sentence: ByteRange, tokens: &mut Vec<Token>, places: &mut Vec<ByteRange>) {
    let (first, first_place) = (tokens.len(), places.len());
    let mut capitals = 0;
    each_word(text, sentence, |range, hash| {
        let number = is_number(text, range);
        let class = if range.len() == 1 && !number || GRAMMAR.of(hash) != 0 {
            Class::Grammar
        } else if number {
            Class::Number
        } else {
            Class::Content
        };
        capitals += usize::from(is_upper(text, range));
        tokens.push(Token::new(hash, class));
        places.push(range);
    });
    let (tokens, places) = (&mut tokens[first..], &places[first_place..]);
    if 100 * capitals < TITLE_CASE_PERCENT * tokens.len() {
        mark_names(text, tokens, places);
    }
    mark_words_of_numbers(text, tokens, places);
}

/// Words with a capital behind the first, and what a hyphen ties to one.
fn mark_names(text: &str, tokens: &mut [Token], places: &[ByteRange]) {
    for (at, (token, range)) in tokens.iter_mut().zip(places).enumerate() {
        let capital = at > 0 && is_upper(text, *range);
        if token.class() == Class::Content && (capital || joins_name(text, *range)) {
            *token = token.of_class(Class::Name);
        }
    }
}

/// What a hyphen ties to a number or name belongs to it ("10-year-old").
fn mark_words_of_numbers(text: &str, tokens: &mut [Token], places: &[ByteRange]) {
    for at in 1..tokens.len() {
        let before = tokens[at - 1].class();
        let tied = || &text[places[at - 1].end as usize..places[at].start as usize] == "-";
        if tokens[at].class() == Class::Content && matches!(before, Class::Name | Class::Number) && tied() {
            tokens[at] = tokens[at].of_class(Class::Name);
        }
    }
}

fn is_upper(text: &str, word: ByteRange) -> bool {
    let first = text.as_bytes()[word.start as usize];
    if first.is_ascii() { first.is_ascii_uppercase() } else { word.of(text).starts_with(char::is_uppercase) }
}

/// Whether a hyphen ties a word to a name behind it ("al-Marrow").
fn joins_name(text: &str, word: ByteRange) -> bool {
    let mut behind = text[word.end as usize..].chars();
    behind.next() == Some('-') && behind.next().is_some_and(char::is_uppercase)
}

fn is_number(text: &str, word: ByteRange) -> bool {
    let first = text.as_bytes()[word.start as usize];
    if first.is_ascii() { first.is_ascii_digit() } else { word.of(text).starts_with(char::is_numeric) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reuse::tokens::{CONTENT_WORD, FUNCTION_WORD, NAME_OR_NUMBER};

    fn weights_of(text: &str) -> Vec<i32> {
        let mut tokens = Vec::new();
        read_words(text, ByteRange::new(0, text.len()), &mut tokens, &mut Vec::new());
        tokens.into_iter().map(Token::weight).collect()
    }

    #[test]
    fn a_name_proves_less_than_a_verb_and_more_than_an_article() {
        assert_eq!(weights_of("Troops crammed the road to al-Marrow at 7.30"), {
            let (f, n, c) = (FUNCTION_WORD, NAME_OR_NUMBER, CONTENT_WORD);
            [c, c, f, c, f, n, n, f, n]
        });
    }

    #[test]
    fn what_a_hyphen_ties_to_a_number_belongs_to_it() {
        let (f, n, c) = (FUNCTION_WORD, NAME_OR_NUMBER, CONTENT_WORD);
        assert_eq!(weights_of("A 10-year-old girl drowned"), [f, n, n, n, c, c]);
    }

    #[test]
    fn where_every_word_has_a_capital_capitals_say_nothing() {
        let headline = weights_of("Troops Crammed Road to Marrow");
        assert_eq!(headline[1], CONTENT_WORD);
    }
}
