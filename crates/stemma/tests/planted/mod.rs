//! Generated piles in which sentences stand several times, copied, spun, cut and extended.

use proptest::prelude::*;

/// Words that carry content, in small letters: enough of them that no two sentences are alike by chance.
const SYLLABLES: [&str; 16] = [
    "bar", "den", "fil", "gor", "hut", "kal", "lem", "mir", "nop", "pul", "rak", "sen", "tis", "vol", "wug",
    "zar",
];
const GRAMMAR: [&str; 6] = ["the", "of", "in", "and", "to", "with"];
/// Different content words.
const VOCABULARY: usize = 3_000;
/// Of a hundred words: grammar.
const GRAMMAR_PERCENT: u32 = 30;

/// The fewest and most words of a sentence.
const WORDS: std::ops::Range<usize> = 12..30;

/// What a copyist does to a sentence.
#[derive(Debug, Clone)]
pub enum Change {
    /// Nothing.
    Verbatim,
    /// Puts another word in the place of every so-many-th, beginning somewhere.
    Spin { every: usize, first: usize, words: Vec<String> },
    /// Takes some words out.
    Cut { at: usize, n_words: usize },
    /// Puts some words in.
    Add { at: usize, words: Vec<String> },
}

impl Change {
    fn of(&self, sentence: &[String]) -> Vec<String> {
        let mut words = sentence.to_vec();
        match self {
            Change::Verbatim => {}
            Change::Spin { every, first, words: others } => {
                let places = (first % every..words.len()).step_by(*every);
                places.zip(others).for_each(|(at, other)| words[at].clone_from(other));
            }
            Change::Cut { at, n_words } => {
                let start = at % words.len();
                words.drain(start..(start + n_words).min(words.len()));
            }
            Change::Add { at, words: more } => {
                let at = at % words.len();
                words.splice(at..at, more.iter().cloned());
            }
        }
        words
    }
}

/// A report: sentences as lists of words, and where paragraphs begin.
#[derive(Debug, Clone)]
pub struct Planted {
    /// Its sentences.
    pub sentences: Vec<Vec<String>>,
    /// Whether each begins a paragraph; the first does in any case.
    pub breaks: Vec<bool>,
}

impl Planted {
    /// The text, and where each sentence stands in it.
    pub fn text(&self) -> (String, Vec<std::ops::Range<usize>>) {
        let mut text = String::new();
        let mut places = Vec::new();
        for (sentence, breaks) in self.sentences.iter().zip(&self.breaks) {
            if !text.is_empty() {
                text.push_str(if *breaks { "\n\n" } else { " " });
            }
            let start = text.len();
            let words = sentence.join(" ");
            text.push_str(&words[..1].to_uppercase());
            text.push_str(&words[1..]);
            text.push('.');
            places.push(start..text.len());
        }
        (text, places)
    }
}

fn word() -> impl Strategy<Value = String> {
    let spelt = |number: usize| {
        let digits = std::iter::successors(Some(number + 16), |rest| (*rest >= 16).then(|| rest / 16));
        digits.map(|rest| SYLLABLES[rest % 16]).collect::<String>()
    };
    prop_oneof![
        GRAMMAR_PERCENT => prop::sample::select(&GRAMMAR[..]).prop_map(str::to_owned),
        100 - GRAMMAR_PERCENT => (0..VOCABULARY).prop_map(spelt),
    ]
}

fn content_words(n_words: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word().prop_filter("grammar is not spun", |word| word.len() > 4), n_words)
}

fn sentence() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(word(), WORDS)
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Verbatim),
        (6..12usize, 0..12usize, content_words(5..6)).prop_map(|(every, first, words)| Change::Spin {
            every,
            first,
            words
        }),
        (0..30usize, 1..4usize).prop_map(|(at, n_words)| Change::Cut { at, n_words }),
        (0..30usize, content_words(1..4)).prop_map(|(at, words)| Change::Add { at, words }),
    ]
}

prop_compose! {
    /// Some reports, cut from a few sentences that each may stand in several of them, and fresh ones between.
    pub fn pile()(
        sentences in prop::collection::vec(sentence(), 1..6),
        reports in prop::collection::vec(
            prop::collection::vec((0..6usize, change(), prop::option::weighted(0.2, sentence()), any::<bool>()), 1..6),
            2..7,
        ),
    ) -> Vec<Planted> {
        reports.into_iter().map(|lines| {
            let (sentences, breaks) = lines.into_iter().map(|(which, change, fresh, breaks)| {
                (fresh.unwrap_or_else(|| change.of(&sentences[which % sentences.len()])), breaks)
            }).unzip();
            Planted { sentences, breaks }
        }).collect()
    }
}
