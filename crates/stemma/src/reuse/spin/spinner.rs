//! One spinner: its dictionary and its pages, each found by the other.
//!
//! The idea: a page that shows several swaps which recur elsewhere is a seed; what shows several of the same
//! swaps is by the same hand; what recurs over those pages, and hardly ever fails there, is the dictionary;
//! and again, until nothing changes. A house style has a few such swaps, an editor's habits often fail:
//! neither makes a dictionary. Two texts that differ by a dictionary do not say which of them was spun:
//! a machine that puts "large" for "big" leaves every "large" alone and no "big", so the side whose
//! words stand in both texts is the one that the machine wrote.

use super::Pile;
use super::comparison::Comparison;
use super::dictionary::{Dictionary, Forms};
use super::phrase::words;
use super::swaps::{MIN_SHARED, MIN_SWAPS_IN_PAGE, Pair, Swaps};
use super::tally::{Learned, learn, standing};
use crate::model::{ByteRange, PassageIdx, ReportIdx};
use rayon::prelude::*;

/// Swaps that make a dictionary. The style of a house, apart from spelling and numbers, seldom has half as
/// many in the texts of one pile.
const MIN_DICTIONARY: usize = 10;
/// Most rounds in which dictionary and pages find each other. They mostly settle sooner; short pages, which
/// share few words, need most.
const ROUNDS: usize = 12;
/// Votes for one direction, beyond twice those against it, that settle which side was spun.
const CLEAR_VOTES: usize = 3;
/// Pages of one spinner that are looked at to learn its words: each shows some dozens of them, and those of a
/// large pile have thousands of pages.
const MAX_SAMPLE: usize = 120;
/// Reports outside that are asked which words are the usual ones.
const OUTSIDE_REPORTS: usize = 200;

/// A dictionary and the pages that show it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spinner {
    /// What it puts for what, by pair.
    pub learned: Vec<Learned>,
    /// Its pages, in order.
    pub pages: Vec<u32>,
}

/// What a seed led to.
pub enum Growth {
    /// A spinner.
    Spinner(Spinner),
    /// Pages that are the sources of a spinner, or not to be told from them.
    Sources(Vec<u32>),
    /// Nothing.
    Nothing,
}

/// Follows the swaps of one report.
pub fn grow(pile: &Pile, swaps: &Swaps, seed: Vec<Pair>) -> Growth {
    let mut known = Dictionary::new(seed);
    let mut spinner = Spinner::default();
    let mut is_spinner = false;
    for _ in 0..ROUNDS {
        let pages = swaps.pages(&known, is_spinner);
        let comparisons = comparisons(pile, &pages, &sample(&pages), &known);
        let learned = learn(pile, &comparisons, &known, is_spinner);
        let tells = learned.iter().filter(|learned| learned.tells()).count();
        if tells < MIN_SWAPS_IN_PAGE {
            return Growth::Nothing;
        }
        let next = Dictionary::new(learned.iter().map(|learned| learned.pair).collect());
        let settled = next == known;
        (known, is_spinner) = (next, tells >= MIN_DICTIONARY);
        spinner = Spinner { learned, pages };
        if settled {
            break;
        }
    }
    match (is_spinner, is_spinner && spinner.wrote_the_new_words(pile)) {
        (true, true) => Growth::Spinner(spinner),
        (true, false) => Growth::Sources(spinner.pages),
        _ => Growth::Nothing,
    }
}

/// What spinners put for what once all of them are known: a page of one is no source of another.
pub fn learn_again(pile: &Pile, spinners: &mut [Spinner]) {
    let mut pages: Vec<u32> = spinners.iter().flat_map(|spinner| spinner.pages.clone()).collect();
    pages.sort_unstable();
    pages.dedup();
    for spinner in spinners {
        let known = Dictionary::new(spinner.pairs());
        let comparisons = comparisons(pile, &pages, &sample(&spinner.pages), &known);
        spinner.learned = learn(pile, &comparisons, &known, true);
    }
}

/// Pages spread evenly over all, as many as are looked at to learn from them.
fn sample(pages: &[u32]) -> Vec<u32> {
    pages.iter().copied().step_by(pages.len().div_ceil(MAX_SAMPLE).max(1)).collect()
}

/// Every witness in some of the pages beside one outside all of them, where the two reports differ by several known
/// swaps. What others copied unchanged says nothing.
pub fn comparisons(pile: &Pile, pages: &[u32], looked_at: &[u32], known: &Dictionary) -> Vec<Comparison> {
    let is_page = |passage: PassageIdx| pages.binary_search(&pile.report(passage)).is_ok();
    let compared = |passage: PassageIdx| {
        let family = &pile.families[pile.passages[passage.0 as usize].family.0 as usize];
        let source = if family.representative == passage {
            family.passages.iter().copied().find(|other| !is_page(*other))
        } else {
            Some(family.representative).filter(|other| !is_page(*other))
        };
        source.map(|source| Comparison::new(pile, source, passage))
    };
    let mut found: Vec<Comparison> = looked_at
        .par_iter()
        .flat_map_iter(|page| pile.passages_of(*page).filter_map(&compared).collect::<Vec<_>>())
        .collect();
    let reports = |comparison: &Comparison| (comparison.old.span.report, comparison.new.span.report);
    let mut shown: Vec<_> = found
        .par_iter()
        .flat_map_iter(|comparison| known.shown(comparison).map(move |pair| (reports(comparison), pair)))
        .collect();
    shown.sort_unstable();
    shown.dedup();
    let several = shown.chunk_by(|a, b| a.0 == b.0).filter(|pairs| pairs.len() >= MIN_SHARED);
    let spun: Vec<_> = several.map(|pairs| pairs[0].0).collect();
    found.retain(|comparison| spun.binary_search(&reports(comparison)).is_ok());
    found
}

impl Spinner {
    /// What it puts for what.
    pub fn pairs(&self) -> Vec<Pair> {
        self.learned.iter().map(|learned| learned.pair).collect()
    }

    /// Whether the pages, and not the texts that they share, have the words that a machine put. Each pair
    /// has a vote by what stands in both texts, and one by which words are the usual ones elsewhere.
    fn wrote_the_new_words(&self, pile: &Pile) -> bool {
        let known = Dictionary::new(self.pairs());
        let mut changed = comparisons(pile, &self.pages, &sample(&self.pages), &known);
        changed.retain(|comparison| known.shown(comparison).next().is_some());
        let in_both = |forms: Forms| standing(&changed, &forms, self.learned.len());
        let inside = in_both(Forms::new(&self.pairs())).into_iter().zip(in_both(Forms::old(&self.pairs())));
        let votes: Vec<(usize, usize)> = inside.chain(self.outside(pile)).collect();
        let yes = votes.iter().filter(|(yes, no)| yes > no).count();
        let no = votes.iter().filter(|(yes, no)| yes < no).count();
        yes >= 2 * no + CLEAR_VOTES
    }

    /// How often old and new words of each pair stand in reports that have nothing to do with the pages.
    fn outside(&self, pile: &Pile) -> Vec<(usize, usize)> {
        let mut inside = self.pages.clone();
        for page in sample(&self.pages) {
            for passage in pile.passages_of(page) {
                let family = &pile.families[pile.passages[passage.0 as usize].family.0 as usize];
                inside.push(pile.report(family.representative));
                if family.representative == passage {
                    inside.extend(family.passages.iter().map(|other| pile.report(*other)));
                }
            }
        }
        inside.sort_unstable();
        inside.dedup();
        let (old, new) = (Forms::old(&self.pairs()), Forms::new(&self.pairs()));
        let mut counts = vec![(0, 0); self.learned.len()];
        let others = (0..pile.reports.len() as u32).filter(|report| inside.binary_search(report).is_err());
        for report in others.take(OUTSIDE_REPORTS) {
            let text = &pile.reports[ReportIdx(report).0 as usize].text;
            let words = words(text, ByteRange::new(0, text.len()));
            old.places(&words, |pair, _| counts[pair].0 += 1);
            new.places(&words, |pair, _| counts[pair].1 += 1);
        }
        counts
    }
}
