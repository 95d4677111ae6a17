//! How much a shared word proves.
//!
//! Two texts that share "of the" share nothing; two that share "crammed" may share a sentence. Weights
//! are whole numbers, a quarter of a shared function word each, so that alignment needs no fractions.

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

/// The weight of a word as it stands; `begins_sentence` because its capital then says nothing.
pub fn weight(word: &str, begins_sentence: bool) -> i32 {
    let normal = normalise(word);
    if FUNCTION_WORDS.binary_search(&normal.as_str()).is_ok() {
        FUNCTION_WORD
    } else if is_number(word) || (!begins_sentence && word.starts_with(char::is_uppercase)) {
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

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(FUNCTION_WORDS.is_sorted());
    }

    #[test]
    fn a_name_proves_less_than_a_verb_and_more_than_an_article() {
        assert!(weight("the", false) < weight("Marrow", false));
        assert!(weight("Marrow", false) < weight("crammed", false));
        assert_eq!(weight("1,600", false), NAME_OR_NUMBER);
        assert_eq!(weight("Crammed", true), CONTENT_WORD);
    }
}
