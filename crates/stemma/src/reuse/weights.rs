//! How much a shared word proves.
//!
//! Two texts that share "of the" share nothing; two that share "crammed" may share a sentence. Weights
//! are whole numbers, a quarter of a shared function word each, so that alignment needs no fractions.

use crate::model::ByteRange;
use crate::text::normalise;

/// A word that carries grammar, not content.
pub const FUNCTION_WORD: i32 = 4;
/// A name or number: texts about one event share these without copying.
pub const NAME_OR_NUMBER: i32 = 8;
/// Any other word.
pub const CONTENT_WORD: i32 = 12;

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

/// The weights of the words of one sentence.
pub fn weights(text: &str, words: &[ByteRange]) -> Vec<i32> {
    let capitals = words.iter().filter(|word| word.of(text).starts_with(char::is_uppercase)).count();
    let marks_names = 100 * capitals < TITLE_CASE_PERCENT * words.len();
    let mut weights: Vec<i32> = Vec::with_capacity(words.len());
    for (at, range) in words.iter().enumerate() {
        let capital = at > 0 && range.of(text).starts_with(char::is_uppercase);
        let name = marks_names && (capital || joins_name(text, *range));
        let of_number = at > 0 && weights[at - 1] == NAME_OR_NUMBER && is_tied(text, words[at - 1], *range);
        weights.push(weight(range.of(text), name || of_number));
    }
    weights
}

/// Whether nothing but a hyphen stands between two words ("10-year-old").
fn is_tied(text: &str, before: ByteRange, word: ByteRange) -> bool {
    &text[before.end as usize..word.start as usize] == "-"
}

/// Whether a hyphen ties a word to a name behind it ("al-Marrow").
fn joins_name(text: &str, word: ByteRange) -> bool {
    let mut behind = text[word.end as usize..].chars();
    behind.next() == Some('-') && behind.next().is_some_and(char::is_uppercase)
}

fn weight(word: &str, name: bool) -> i32 {
    let normal = normalise(word);
    let is_in = |list: &[&str]| list.binary_search(&normal.as_str()).is_ok();
    let single_letter = normal.len() == 1 && !is_number(word);
    if single_letter || is_in(FUNCTION_WORDS) || is_in(SAYING_WORDS) {
        FUNCTION_WORD
    } else if name || is_number(word) {
        NAME_OR_NUMBER
    } else {
        CONTENT_WORD
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sentence;
    use crate::text::find_words;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(FUNCTION_WORDS.is_sorted() && SAYING_WORDS.is_sorted());
    }

    fn weights_of(text: &str) -> Vec<i32> {
        let sentence = Sentence { range: ByteRange::new(0, text.len()), block: 0 };
        let words: Vec<_> = find_words(text, &[sentence]).iter().map(|word| word.range).collect();
        weights(text, &words)
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
