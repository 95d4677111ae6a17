//! A sentence of a query as what is looked for, and when a sentence of a report has it.

use super::chain::{Pair, best_chain};
use crate::model::ByteRange;
use crate::text::{normalise, split_words};

/// A longer sentence is looked for in pieces of this many words, so that one comparison has a bound. It is the
/// length at which sentences of reports are cut as well.
const MAX_WORDS: usize = 128;
/// Letters of a word that seldom carries content, at most: most of the words that carry grammar are that short
/// in languages with articles and prepositions, and no list is needed.
const SHORT_LETTERS: usize = 3;
/// What a short word weighs in a comparison, and what any other word weighs.
const WEIGHTS: (i32, i32) = (8, 24);
/// The share of a sentence, in percent of its weight, that must stand in a place: of four words three, or two
/// and what goes with them.
pub const MIN_PERCENT: i32 = 60;
/// The same for a place of which the pile shows that it descends from one text with a place that was found: what
/// was changed more is still a copy.
pub const MIN_KIN_PERCENT: i32 = 30;
/// Of the words that are not short, so many must stand in a place; a sentence with fewer of them must stand there
/// with all its words.
const MIN_LONG_WORDS: usize = 2;
/// The most places of one word in the pattern that are tried for a word of a report. A sentence has "the" some
/// four times.
const MAX_PLACES: usize = 8;

/// The words of a run of text.
pub struct Words {
    /// Their bytes in the whole text.
    pub ranges: Vec<ByteRange>,
    normal: Vec<String>,
}

/// Reads the words of a part of a text.
pub fn words(text: &str, range: ByteRange) -> Words {
    let words = split_words(range.of(text));
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    Words {
        ranges: words.iter().map(|word| ByteRange::new(start(word), start(word) + word.len())).collect(),
        normal: words.iter().map(|word| normalise(word)).collect(),
    }
}

/// A sentence that is looked for.
pub struct Pattern {
    /// From its first word to its last, in the query.
    pub range: ByteRange,
    /// Its words, in the query.
    pub ranges: Vec<ByteRange>,
    normal: Vec<String>,
    weights: Vec<i32>,
    /// The numbers of its words under their normalised forms, sorted.
    by_form: Vec<(String, usize)>,
}

impl Pattern {
    /// The patterns of a sentence: one, none where it has no word, several where it is very long.
    pub fn of(text: &str, sentence: ByteRange) -> Vec<Pattern> {
        let all = words(text, sentence);
        let pieces = all.ranges.chunks(MAX_WORDS).zip(all.normal.chunks(MAX_WORDS));
        pieces.map(|(ranges, normal)| Pattern::new(ranges, normal)).collect()
    }

    fn new(ranges: &[ByteRange], normal: &[String]) -> Self {
        let mut by_form: Vec<(String, usize)> = normal.iter().cloned().zip(0..).collect();
        by_form.sort_unstable();
        Pattern {
            range: ByteRange { start: ranges[0].start, end: ranges[ranges.len() - 1].end },
            ranges: ranges.to_vec(),
            normal: normal.to_vec(),
            weights: normal.iter().map(|word| weight(word)).collect(),
            by_form,
        }
    }

    /// The words that the pattern has in common with a sentence, in order, where they are enough to say that it
    /// stands there.
    pub fn meet(&self, sentence: &Words, min_percent: i32) -> Option<Vec<Pair>> {
        if let Some(at) = sentence.normal.windows(self.normal.len()).position(|run| run == self.normal) {
            return Some((0..self.normal.len()).map(|word| (word, at + word)).collect());
        }
        let pairs = self.pairs(sentence);
        if !self.is_enough(pairs.iter().map(|pair| pair.0), min_percent) {
            return None;
        }
        let chain = best_chain(&pairs, &self.weights);
        self.is_enough(chain.iter().map(|pair| pair.0), min_percent).then_some(chain)
    }

    /// All pairs of equal words, by their place in the sentence.
    fn pairs(&self, sentence: &Words) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for (at, word) in sentence.normal.iter().enumerate() {
            let first = self.by_form.partition_point(|(form, _)| form < word);
            let same = self.by_form[first..].iter().take_while(|(form, _)| form == word);
            pairs.extend(same.take(MAX_PLACES).map(|(_, number)| (*number, at)));
        }
        pairs
    }

    /// Whether some of the words, each counted once, are enough of the sentence.
    fn is_enough(&self, numbers: impl Iterator<Item = usize>, min_percent: i32) -> bool {
        let mut has = vec![false; self.weights.len()];
        numbers.for_each(|number| has[number] = true);
        let shared = |only: &dyn Fn(i32) -> bool| {
            let words = self.weights.iter().zip(&has);
            words
                .filter(|(weight, has)| **has && only(**weight))
                .map(|(weight, _)| *weight)
                .collect::<Vec<_>>()
        };
        let is_long = |weight: i32| weight == WEIGHTS.1;
        if self.weights.iter().filter(|weight| is_long(**weight)).count() < MIN_LONG_WORDS {
            return has.iter().all(|has| *has);
        }
        let weight: i32 = shared(&|_| true).iter().sum();
        shared(&is_long).len() >= MIN_LONG_WORDS
            && 100 * weight >= min_percent * self.weights.iter().sum::<i32>()
    }
}

fn weight(normal: &str) -> i32 {
    let is_number = normal.starts_with(|c: char| c.is_numeric());
    let is_short = normal.chars().count() <= SHORT_LETTERS && !is_number;
    if is_short { WEIGHTS.0 } else { WEIGHTS.1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(query: &str, sentence: &str) -> Option<Vec<String>> {
        let pattern = &Pattern::of(query, ByteRange::new(0, query.len()))[0];
        let found = words(sentence, ByteRange::new(0, sentence.len()));
        let chain = pattern.meet(&found, MIN_PERCENT)?;
        Some(chain.iter().map(|(_, at)| found.ranges[*at].of(sentence).to_owned()).collect())
    }

    const SAFE: &str = "Veld is entirely safe";

    #[test]
    fn most_of_the_words_in_their_order_are_enough() {
        let found = shared(SAFE, "Veld and the towns round it are entirely safe, he said.");
        assert_eq!(found.expect("it stands there"), ["Veld", "entirely", "safe"]);
        assert!(shared(SAFE, "The harbour \u{201c}is entirely safe\u{201d}.").is_some());
    }

    #[test]
    fn a_name_is_not_enough() {
        assert_eq!(shared(SAFE, "Veld is a town on the coast."), None);
        assert_eq!(shared("The Veld army said", "the army"), None);
    }

    #[test]
    fn words_far_from_the_others_are_left_out() {
        let far = format!("Veld {} is entirely safe", "was visited by some of them and ".repeat(5));
        assert_eq!(shared(SAFE, &far).expect("it stands there"), ["is", "entirely", "safe"]);
    }

    #[test]
    fn one_word_must_stand_there_itself() {
        assert!(shared("Veld", "In Veld, all was quiet.").is_some());
        assert_eq!(shared("in Veld", "Veld was quiet."), None);
    }

    #[test]
    fn a_word_over_and_over_takes_no_longer_than_its_length() {
        let many = "the ".repeat(100_000);
        let found = shared(&"the ".repeat(MAX_WORDS), &many).map_or(0, |words| words.len());
        assert!(found <= MAX_WORDS, "{found}");
    }
}
