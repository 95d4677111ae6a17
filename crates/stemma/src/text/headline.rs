//! What marks a headline, and whether it is the headline of this text, the same once more, or another's.

use super::abbreviations::ends_in_abbreviation;
use super::blocks::without_bullet;
use super::line_words::{holds, is_capitalised, lower_words, written_words};
use std::collections::BTreeSet;

/// Headlines are shorter than this, in words; agency leads run from 25 words upward.
const LONGEST_HEADLINE: usize = 25;

/// A headline that ends in a full stop is rare, and then short. In words.
const LONGEST_STOPPED_HEADLINE: usize = 14;

/// Headlines fit on one line. In bytes; nothing longer is read.
const LONGEST_LINE: usize = 300;

/// A name of a site or section behind a repeated title is at most this long. In words.
const LONGEST_SUFFIX: usize = 5;

/// Words without a subject of their own, which headline and body share by chance.
const EMPTY_WORDS: &[&str] = &[
    "a", "about", "after", "again", "against", "all", "also", "amid", "an", "and", "any", "are", "as", "at",
    "back", "be", "been", "before", "behind", "but", "by", "can", "could", "did", "do", "does", "down",
    "during", "for", "from", "get", "gets", "had", "has", "have", "he", "her", "here", "his", "how", "i",
    "if", "in", "into", "is", "it", "it's", "its", "just", "may", "more", "most", "my", "near", "new", "no",
    "not", "now", "of", "off", "on", "one", "only", "or", "our", "out", "over", "said", "say", "says", "she",
    "should", "so", "some", "still", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this", "those", "to", "too", "under", "until", "up", "was", "we", "were", "what", "when",
    "where", "which", "while", "who", "why", "will", "with", "without", "would", "you", "your",
];

/// Whether a line ends as sentences end, quotation marks and brackets aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    let bare = line.trim_end_matches(['"', '\'', ')', ']', '\u{201d}', '\u{2019}', '»']);
    match bare.chars().next_back() {
        Some('!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | ':') => true,
        // "... off the U.S." ends a headline as well as a sentence; longer lines are sentences.
        Some('.') => {
            !ends_in_abbreviation(bare)
                || bare.len() < line.len()
                || written_words(line).take(LONGEST_STOPPED_HEADLINE + 1).count() > LONGEST_STOPPED_HEADLINE
        }
        _ => false,
    }
}

/// Whether a line has the length of prose or ends as prose does.
pub(super) fn is_prose(line: &str) -> bool {
    line.len() > LONGEST_LINE
        || ends_sentence(line)
        || line.ends_with([',', '—', '–', '-'])
        || written_words(line).count() > LONGEST_HEADLINE
}

/// Whether a line that ends as a sentence may all the same be the headline: in title case, or a question
/// or exclamation, and short.
pub(super) fn is_stopped_headline(line: &str) -> bool {
    let words = written_words(line).take(LONGEST_STOPPED_HEADLINE + 1).count();
    let quoted = line.ends_with(['"', '\u{201d}', '\'', '\u{2019}', ')', ':', ';', ','])
        && !is_title_case(line)
        || line.starts_with(['"', '\u{201c}']) && !is_title_case(line);
    (2..=LONGEST_STOPPED_HEADLINE).contains(&words)
        && !quoted
        && (is_title_case(line) || line.ends_with(['?', '!']))
}

/// Whether at least three words of four letters or more, and four of five of them, have capitals.
pub(super) fn is_title_case(line: &str) -> bool {
    let long = || written_words(line).filter(|word| word.chars().count() >= 4);
    let all = long().count();
    let capitals = long().filter(|word| is_capitalised(word)).count();
    all >= 3 && capitals * 5 >= all * 4
}

/// How many words a line has.
pub(super) fn word_count(line: &str) -> usize {
    written_words(line).count()
}

/// The words that carry the subject of a line, without their endings, each once.
pub(super) fn subject_words(line: &str) -> BTreeSet<String> {
    lower_words(line)
        .into_iter()
        .filter(|word| !holds(EMPTY_WORDS, word))
        .map(|word| without_ending(&word).to_owned())
        .filter(|stem| !stem.is_empty())
        .collect()
}

/// A word without the endings by which a headline and its body differ ("attacks", "attacked", "city's").
pub(super) fn without_ending(word: &str) -> &str {
    let word = word.trim_end_matches("'s").trim_end_matches('\'');
    for ending in ["ings", "ing", "ers", "ies", "ed", "es", "er", "ly", "al", "s", "e", "y"] {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 3
        {
            return stem;
        }
    }
    word
}

/// A title, and what repeats it.
pub(super) struct Titles {
    first: Vec<String>,
    all: BTreeSet<String>,
    /// Words of the longest.
    longest: usize,
}

impl Titles {
    /// The titles of a text, in order.
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut titles = Titles { first: Vec::new(), all: BTreeSet::new(), longest: 0 };
        lines.for_each(|line| titles.add(line));
        titles
    }

    /// One more title.
    pub fn add(&mut self, line: &str) {
        let words = lower_words(line);
        self.all.insert(words.join(" "));
        self.longest = self.longest.max(words.len());
        if self.first.is_empty() {
            self.first = words;
        }
    }

    /// Whether a line is a title once more: in other case, with a bullet, with or without the name of the
    /// site behind it or the path before it, or cut short by an ellipsis.
    pub fn repeats(&self, line: &str) -> bool {
        if line.len() > LONGEST_LINE || self.first.len() < 2 {
            return false;
        }
        let line = without_bullet(line).unwrap_or(line);
        // Most lines are far longer than any title.
        let most = self.longest.max(self.first.len() + LONGEST_SUFFIX);
        if written_words(line).take(most + 1).count() > most {
            return false;
        }
        let words = lower_words(line);
        if self.all.contains(&words.join(" ")) {
            return true;
        }
        let cut = line.ends_with('…') || line.ends_with("...");
        if cut && words.len() >= 4 && self.first.starts_with(&words) {
            return true;
        }
        let longer = words.len().max(self.first.len());
        let shorter = words.len().min(self.first.len());
        let has_suffix = words.len() < self.first.len() || parts_by_mark(line);
        shorter >= 3
            && longer - shorter <= LONGEST_SUFFIX
            && has_suffix
            && !ends_sentence(line)
            && (words.starts_with(&self.first)
                || self.first.starts_with(&words)
                || words.ends_with(&self.first))
    }
}

/// Whether a line has a mark that parts a title from the name of a site.
fn parts_by_mark(line: &str) -> bool {
    line.contains(['|', '»', '›', '>', '•', '·', '/'])
        || line.contains(" - ")
        || line.contains(" – ")
        || line.contains(" — ")
        || line.contains(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(EMPTY_WORDS.is_sorted());
    }

    #[test]
    fn an_abbreviation_at_the_end_does_not_make_a_sentence_of_a_headline() {
        assert!(!ends_sentence("Ferry sinks off the U.S."));
        assert!(ends_sentence("The ferry sank."));
        assert!(ends_sentence("\"The ferry sank.\""));
        assert!(ends_sentence("Did the ferry sink?"));
    }

    #[test]
    fn prose_ends_in_a_stop_or_is_long() {
        assert!(!is_prose("Ferry sinks in harbour of Velmora"));
        assert!(is_prose("The ferry sank in the harbour of Velmora."));
        assert!(is_prose(&"word ".repeat(26)));
        assert!(is_prose("The full statement:"));
    }

    #[test]
    fn a_headline_with_a_stop_is_in_title_case_or_asks() {
        assert!(is_stopped_headline("Ferry Sinks Off Velmora, Hundreds Wait."));
        assert!(is_stopped_headline("Who sank the ferry?"));
        assert!(!is_stopped_headline("The ferry sank off Velmora on Friday."));
        assert!(!is_stopped_headline("\"Who sank the ferry?\""));
    }

    #[test]
    fn words_of_headline_and_body_meet_without_their_endings() {
        assert_eq!(
            subject_words("The attacks on Velmora's ferries"),
            subject_words("attacked Velmora ferry")
        );
    }

    #[test]
    fn a_title_is_repeated_in_many_forms() {
        let titles = Titles::new(["Ferry sinks in harbour of Velmora"].into_iter());
        for line in [
            "Ferry sinks in harbour of Velmora",
            "• Ferry sinks in harbour of Velmora",
            "FERRY SINKS IN HARBOUR OF VELMORA",
            "Ferry sinks in harbour of Velmora | Velmora Herald",
            "Ferry sinks in harbour of Velmora - The Herald",
            "Home > World > Ferry sinks in harbour of Velmora",
            "Ferry sinks in harbour ...",
        ] {
            assert!(titles.repeats(line), "{line}");
        }
        for line in [
            "Ferry sinks in harbour of Tessin",
            "Ferry sinks in harbour of Velmora, killing two.",
            "Ferry sinks in harbour of Velmora after fire",
        ] {
            assert!(!titles.repeats(line), "{line}");
        }
    }
}
