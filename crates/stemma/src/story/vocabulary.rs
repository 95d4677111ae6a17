//! What each word of the pile proves, and each report as a row of such words.
//!
//! A word proves the more, the fewer reports have it (inverse document frequency, Spärck Jones 1972), and names and
//! numbers more than other words: two reports of two earthquakes share all but those. In a small pile nothing is
//! known of words, so every pile is taken for part of a larger one, in which words of each kind have the usual
//! frequency.

use super::copied::Copied;
use super::features::{Features, Kind, Term};
use super::logarithm::{STEPS, logarithm};
use super::vectors::Vector;

/// Reports of the larger pile that every pile is taken for a part of.
const PRIOR_REPORTS: u64 = 1_000;

/// One report, in the parts in which reports that have a word are counted; a witness of a passage that stands in
/// several reports counts as one of so many.
const ONE_REPORT: u64 = 5_040;

/// A word in the body says what kind of word it is as ten in a headline, where all may have capitals.
const BODY_VOTES: u64 = 10;

/// How many of a thousand reports have a word of the kind, as news goes.
fn prior(kind: Kind) -> u64 {
    match kind {
        Kind::Person => 1,
        Kind::Place | Kind::Name | Kind::Number => 4,
        Kind::Noun => 20,
        Kind::Adjective => 30,
        Kind::Verb => 60,
    }
}

/// How much more than a common word of the same frequency a word proves, in quarters. Chosen on ECB+: two events of one kind differ in people and figures, and often share country and organisations.
fn telling(kind: Kind) -> u64 {
    match kind {
        Kind::Person => 10,
        Kind::Number => 12,
        Kind::Place => 6,
        Kind::Name => 5,
        Kind::Noun | Kind::Verb | Kind::Adjective => 4,
    }
}

/// A word of the pile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Its hash.
    pub hash: u32,
    /// What it proves, in quarters of a step.
    pub weight: u32,
    /// What it is in most places.
    pub kind: Kind,
    /// How many reports have it, copies counted each for itself.
    pub n_reports: u32,
}

/// The words of the pile, by hash.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
}

/// A word of one report.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    word: u32,
    report: u32,
    /// Which of the terms of the report.
    term: u32,
}

impl Vocabulary {
    /// Learns the words of the pile, and gives each report as a row of unit length.
    pub fn learn(features: &[Features], n_titles: &[usize], copied: &Copied) -> (Self, Vec<Vector>) {
        let mut uses = Vec::with_capacity(features.iter().map(|one| one.terms.len()).sum());
        for (report, one) in (0..).zip(features) {
            uses.extend((0..).zip(&one.terms).map(|(term, found)| Use { word: found.word, report, term }));
        }
        uses.sort_unstable();
        let mut vocabulary = Vocabulary::default();
        let mut rows: Vec<Vec<(u32, u64)>> = vec![Vec::new(); features.len()];
        let term_of = |one: &Use| &features[one.report as usize].terms[one.term as usize];
        for group in uses.chunk_by(|a, b| a.word == b.word) {
            let mut seen = Seen::default();
            for own in group.chunk_by(|a, b| a.report == b.report) {
                let report = own[0].report as usize;
                seen.add(own.iter().map(term_of), n_titles[report], report, copied);
            }
            let word = seen.word(group[0].word, features.len());
            if word.n_reports > 1 {
                let idx = vocabulary.words.len() as u32;
                for (own, strength) in group.chunk_by(|a, b| a.report == b.report).zip(&seen.strengths) {
                    rows[own[0].report as usize].push((idx, strength * u64::from(word.weight)));
                }
            }
            vocabulary.words.push(word);
        }
        (vocabulary, rows.into_iter().map(Vector::unit).collect())
    }

    /// A word by its hash.
    pub fn word(&self, hash: u32) -> Option<(u32, Word)> {
        let idx = self.words.binary_search_by_key(&hash, |word| word.hash).ok()?;
        Some((idx as u32, self.words[idx]))
    }

    /// A block as a row.
    pub fn row(&self, block: &[Term]) -> Vector {
        let words = block.iter().filter_map(|term| self.word(term.word));
        let mut row: Vec<(u32, u64)> = words
            .filter(|(_, word)| word.n_reports > 1)
            .map(|(idx, word)| (idx, u64::from(word.weight)))
            .collect();
        row.sort_unstable();
        Vector::unit(row)
    }
}

/// What is counted of one word.
#[derive(Default)]
struct Seen {
    /// In parts of a report.
    reports: u64,
    n_reports: u32,
    votes: [u64; Kind::ALL.len()],
    /// By report, how strongly it has the word, in steps.
    strengths: Vec<u64>,
}

impl Seen {
    /// Counts what one report has of the word. What a report that is otherwise its own shares with others proves less: a copied paragraph shows that
    /// somebody copied, and agencies put the same background under many stories.
    fn add<'a>(
        &mut self,
        terms: impl Iterator<Item = &'a Term>,
        n_titles: usize,
        report: usize,
        copied: &Copied,
    ) {
        let (mut halves, mut parts, mut in_lead) = (0, 0, false);
        for term in terms {
            let witnesses = copied.at(report, term.start).map_or(1, |run| u64::from(run.n_reports));
            parts = parts.max(ONE_REPORT / witnesses);
            halves +=
                u64::from(term.count) * if copied.may_be_background(report, term.start) { 1 } else { 2 };
            let in_body = usize::from(term.block) >= n_titles;
            self.votes[term.kind as usize] += if in_body { BODY_VOTES } else { 1 };
            in_lead |= term.in_lead;
        }
        self.reports += parts;
        self.n_reports += 1;
        let often = if halves == 1 { STEPS / 3 } else { STEPS + logarithm(halves, 2) * 7 / 10 };
        self.strengths.push(if in_lead { often * 13 / 10 } else { often });
    }

    fn word(&self, hash: u32, n_reports: usize) -> Word {
        let most = self.votes.iter().max().copied().unwrap_or_default();
        let kind = Kind::ALL[self.votes.iter().position(|votes| *votes == most).unwrap_or_default()];
        let all = (n_reports as u64 + PRIOR_REPORTS) * ONE_REPORT;
        let with = self.reports + prior(kind) * ONE_REPORT * PRIOR_REPORTS / 1_000;
        let weight = logarithm(all, with) * telling(kind);
        debug_assert!(weight < 64 * STEPS * 12);
        Word { hash, weight: weight as u32, kind, n_reports: self.n_reports }
    }
}
