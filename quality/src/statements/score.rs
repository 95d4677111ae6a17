//! Precision, recall and F1 of sources, cues and contents, place by place.
//!
//! A place is right if gold has the same one (see `Words::trimmed` for what does not count); one answers one,
//! within a document. Contents in several pieces are judged apart, and so every content that is found is
//! judged in one of two classes: with the discontinuous ones if it shares more with such a gold content than
//! with any other (and is not exactly one of the others), else with the continuous ones.

use super::attribution::{Answer, Words};
use crate::tally::Tally;
use std::collections::{BTreeMap, BTreeSet};
use std::iter::Sum;

/// The tallies of all roles; those of several documents add up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Sources.
    pub source: Tally,
    /// Cues.
    pub cue: Tally,
    /// Continuous contents.
    pub content: Tally,
    /// The same, if beginning alike is enough.
    pub begin: Tally,
    /// Contents in several pieces, all of which must be right.
    pub discontinuous: Tally,
    /// Continuous contents, if whatever else is found is wrong, but for contents in several pieces that are right.
    pub strict: Tally,
    /// The same, if beginning alike is enough.
    pub strict_begin: Tally,
}

/// The contents of one document, parted into the two classes that are judged.
pub struct Contents<'a> {
    /// Gold in one piece.
    pub gold: BTreeSet<&'a Words>,
    /// Gold in several.
    pub gold_discontinuous: BTreeSet<&'a Words>,
    /// Found, and judged against the first.
    pub found: BTreeSet<&'a Words>,
    /// Found, and judged against the second.
    pub found_discontinuous: BTreeSet<&'a Words>,
}

impl<'a> Contents<'a> {
    /// Parts the contents of two answers.
    pub fn part(gold: &'a Answer, found: &'a Answer) -> Self {
        let (pieces, whole): (BTreeSet<&Words>, BTreeSet<&Words>) =
            gold.contents.iter().partition(|words| words.is_discontinuous());
        let most = |all: &BTreeSet<&Words>, words: &Words| {
            all.iter().map(|gold| gold.overlap(words)).max().unwrap_or_default()
        };
        let (found_discontinuous, found) = found
            .contents
            .iter()
            .partition(|words| !whole.contains(words) && most(&pieces, words) > most(&whole, words));
        Contents { gold: whole, gold_discontinuous: pieces, found, found_discontinuous }
    }
}

impl Score {
    /// What one document adds.
    pub fn of(gold: &Answer, found: &Answer) -> Self {
        let contents = Contents::part(gold, found);
        let all =
            found.contents.iter().filter(|words| !contents.gold_discontinuous.contains(words)).collect();
        Score {
            source: exact(&gold.sources.iter().collect(), &found.sources.iter().collect()),
            cue: exact(&gold.cues.iter().collect(), &found.cues.iter().collect()),
            content: exact(&contents.gold, &contents.found),
            begin: begun(&contents.gold, &contents.found),
            discontinuous: exact(&contents.gold_discontinuous, &contents.found_discontinuous),
            strict: exact(&contents.gold, &all),
            strict_begin: begun(&contents.gold, &all),
        }
    }

    /// Prints the figures, each name behind `prefix`.
    pub fn print(&self, prefix: &str) {
        for (name, tally) in [
            ("content_exact_strict", self.strict),
            ("content_begin_strict", self.strict_begin),
            ("source_exact", self.source),
            ("cue_exact", self.cue),
            ("content_exact", self.content),
            ("content_begin", self.begin),
            ("content_discontinuous", self.discontinuous),
        ] {
            tally.print(&format!("{prefix}{name}"));
        }
    }
}

/// Places that are the same.
fn exact(gold: &BTreeSet<&Words>, found: &BTreeSet<&Words>) -> Tally {
    Tally { gold: gold.len(), found: found.len(), right: gold.intersection(found).count() }
}

/// Places that begin alike.
fn begun(gold: &BTreeSet<&Words>, found: &BTreeSet<&Words>) -> Tally {
    let (of_gold, of_found) = (beginnings(gold), beginnings(found));
    let right = of_gold.iter().map(|(start, count)| *of_found.get(start).unwrap_or(&0).min(count)).sum();
    Tally { gold: gold.len(), found: found.len(), right }
}

/// How many words begin at each place.
fn beginnings(all: &BTreeSet<&Words>) -> BTreeMap<u32, usize> {
    let mut found = BTreeMap::new();
    all.iter().for_each(|words| *found.entry(words.start()).or_default() += 1);
    found
}

impl Sum for Score {
    fn sum<I: Iterator<Item = Score>>(scores: I) -> Score {
        let add = |a: Tally, b: Tally| [a, b].into_iter().sum();
        scores.fold(Score::default(), |a, b| Score {
            source: add(a.source, b.source),
            cue: add(a.cue, b.cue),
            content: add(a.content, b.content),
            begin: add(a.begin, b.begin),
            discontinuous: add(a.discontinuous, b.discontinuous),
            strict: add(a.strict, b.strict),
            strict_begin: add(a.strict_begin, b.strict_begin),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statements::attribution::Attribution;
    use stemma::model::ByteRange;

    const TEXT: &str = "abcdefghijklmnopqrstuvwxyz";

    fn answer(contents: &[&[(usize, usize)]]) -> Answer {
        let content = |pieces: &[(usize, usize)]| Attribution {
            content: pieces.iter().map(|(start, end)| ByteRange::new(*start, *end)).collect(),
            ..Attribution::default()
        };
        Answer::of(TEXT, &contents.iter().map(|pieces| content(pieces)).collect::<Vec<_>>())
    }

    fn counts(tally: Tally) -> (usize, usize, usize) {
        (tally.gold, tally.found, tally.right)
    }

    #[test]
    fn the_same_place_is_right_and_the_same_beginning_a_begin_match() {
        let score =
            Score::of(&answer(&[&[(0, 5)], &[(8, 12)]]), &answer(&[&[(0, 5)], &[(8, 10)], &[(20, 22)]]));
        assert_eq!(counts(score.content), (2, 3, 1));
        assert_eq!(counts(score.begin), (2, 3, 2));
        assert!((score.content.f1() - 0.4).abs() < 1e-12);
    }

    #[test]
    fn one_beginning_in_gold_answers_one_that_is_found() {
        let score = Score::of(&answer(&[&[(0, 5)]]), &answer(&[&[(0, 3)], &[(0, 9)]]));
        assert_eq!(counts(score.begin), (1, 2, 1));
    }

    #[test]
    fn what_lies_on_a_discontinuous_content_is_judged_with_those() {
        let gold = answer(&[&[(0, 4), (8, 12)], &[(14, 20)]]);
        let score = Score::of(&gold, &answer(&[&[(0, 4)], &[(14, 20)]]));
        assert_eq!(counts(score.content), (1, 1, 1));
        assert_eq!(counts(score.discontinuous), (1, 1, 0));
        assert_eq!(counts(score.strict), (1, 2, 1));
        let score = Score::of(&gold, &answer(&[&[(0, 4), (8, 12)]]));
        assert_eq!(counts(score.discontinuous), (1, 1, 1));
        assert_eq!(counts(score.strict), (1, 0, 0));
    }

    #[test]
    fn parting_a_content_that_gold_has_whole_is_wrong() {
        let score = Score::of(&answer(&[&[(0, 12)]]), &answer(&[&[(0, 4), (8, 12)]]));
        assert_eq!((counts(score.content), counts(score.begin)), ((1, 1, 0), (1, 1, 1)));
        assert_eq!(counts(score.discontinuous), (0, 0, 0));
    }

    #[test]
    fn nothing_found_scores_nothing() {
        let score = Score::of(&answer(&[&[(0, 4)]]), &answer(&[]));
        assert_eq!([score.content.f1(), score.content.precision(), score.source.recall()], [0.0; 3]);
    }
}
