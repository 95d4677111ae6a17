//! What ties a paragraph to the one before it: words that stand in these two and in no others far from them.
//!
//! A word of the whole story stands everywhere and ties nothing; a word that comes up and is gone again shows that two
//! paragraphs are about one matter (lexical chains: Morris and Hirst 1991; Hearst 1997). It is what is asked for before
//! a pronoun may look over a paragraph break.

use super::lexicon::{BODY, GROUP, OCCASION, ROLE, TIME, TITLE, classes};
use crate::text::Reading;
use std::collections::{BTreeMap, BTreeSet};
use stemma_language::Analysis;
use stemma_language::analysis::{PartOfSpeech, Tag};

/// How many paragraphs on end may have a word that ties.
const LONGEST_CHAIN: u32 = 4;

/// Nouns too general to tie anything.
const GENERAL: [&str; 24] = [
    "people", "man", "woman", "person", "thing", "year", "day", "time", "week", "month", "way", "part",
    "place", "number", "country", "area", "city", "town", "state", "case", "issue", "situation", "percent",
    "lot",
];

/// Where the nouns of a report stand.
pub(super) struct Cohesion {
    /// The blocks of each noun.
    blocks: BTreeMap<String, BTreeSet<u32>>,
    /// The nouns of each block.
    nouns: BTreeMap<u32, BTreeSet<String>>,
}

impl Cohesion {
    /// Reads the nouns of a report.
    pub fn of(reading: &Reading, analyses: &[Analysis]) -> Self {
        let mut blocks: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        let mut nouns: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
        for (sentence, analysis) in reading.sentences.iter().zip(analyses) {
            for token in &analysis.tokens {
                if !matches!(token.part_of_speech, PartOfSpeech::Noun | PartOfSpeech::ProperNoun) {
                    continue;
                }
                let lemma = analysis.lemma(token).to_lowercase();
                let class = classes(&lemma);
                // Roles in the singular describe speakers; "children" are what is talked about.
                let role = class & ROLE != 0 && token.tag != Tag::NounPlural;
                let telling = !role && class & (TIME | OCCASION | TITLE | GROUP | BODY) == 0;
                if telling && lemma.len() > 2 && !GENERAL.contains(&lemma.as_str()) {
                    nouns.entry(sentence.block).or_default().insert(lemma.clone());
                    blocks.entry(lemma).or_default().insert(sentence.block);
                }
            }
        }
        Self { blocks, nouns }
    }

    /// How many words that are no part of `name` tie a block to the one before it.
    pub fn ties(&self, block: u32, name: &str) -> usize {
        let Some(before) = block.checked_sub(1) else { return 0 };
        let name = name.to_lowercase();
        let (Some(here), Some(there)) = (self.nouns.get(&block), self.nouns.get(&before)) else {
            return 0;
        };
        let is_local = |word: &String| {
            let blocks = self.blocks.get(word);
            let (first, last) = (blocks.and_then(BTreeSet::first), blocks.and_then(BTreeSet::last));
            first.zip(last).is_some_and(|(first, last)| last - first < LONGEST_CHAIN)
        };
        here.intersection(there).filter(|word| is_local(word) && !name.contains(word.as_str())).count()
    }

    /// Whether a name stands in several blocks: whoever comes up once may have come with a paragraph from elsewhere.
    pub fn recurs(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        self.blocks.get(&last).is_some_and(|blocks| blocks.len() > 1)
    }
}
