//! A fresh spinner over forty pages, among copies by people: what of its dictionary is learned, what else is
//! taken for it, and which pages are marked.

mod dictionary;
mod given;
mod pile;
mod random;
mod score;
mod stories;
mod swapping;

use crate::linking::{lay_out, link, read_all};
use anyhow::Result;
pub use given::list;
use pile::{PAGES, Pile, Recipe, TEXTS, generate};
use random::Random;
use score::{Counts, compare, seen_twice};
use std::path::Path;
use stemma::model::Report;
use stemma::reuse::Reuse;
use swapping::Swap;

/// Measures `runs` piles, each with its own dictionary, on invented base texts or on those of `folder`. The
/// spinner swaps `rate` percent of what it could.
pub fn run(folder: Option<&Path>, runs: u64, rate: usize, missed: bool) -> Result<()> {
    let mut sums = Sums::default();
    for seed in 1..=runs {
        let mut random = Random::new(seed);
        let texts = match folder {
            Some(folder) => stories::of_folder(folder, Some(TEXTS), &mut random)?,
            None => stories::invented(TEXTS, &mut random),
        };
        // The last run has the dictionary that is written down; chance makes the others.
        let is_written = seed == runs;
        let dictionary = if is_written {
            dictionary::written()
        } else {
            dictionary::by_chance(&texts[..PAGES], &mut random)
        };
        let habits = dictionary::by_chance(&texts[PAGES..], &mut random);
        let recipe = Recipe { texts: &texts, dictionary: &dictionary, habits: &habits, rate };
        let pile = generate(&recipe, &mut random);
        let name = if is_written { "written" } else { "chance" };
        println!("# run {seed}: dictionary by {name}");
        sums.add(&measure(pile, &dictionary, missed));
    }
    sums.print();
    Ok(())
}

/// What one pile gave.
struct Outcome {
    pairs: usize,
    learnable: usize,
    counts: Counts,
    marked: usize,
    falsely_marked: usize,
}

fn measure(pile: Pile, dictionary: &[Swap], list_missed: bool) -> Outcome {
    let met = |times: usize| pile.pages_with.iter().filter(|pages| **pages >= times).count();
    println!("pairs_in_dictionary: {}", dictionary.len());
    for times in [1, 2, 3, 5] {
        println!("pairs_in_at_least_{times}_pages: {}", met(times));
    }
    let learnable = met(2);
    let reports = lay_out(pile.texts);
    let found = link(&reports, &read_all(&reports), &Default::default(), &stemma::Silent);
    let learned: Vec<(String, String)> =
        found.swap_pairs.pairs().iter().map(|pair| (pair.old.clone(), pair.new.clone())).collect();
    let counts = compare(&learned, dictionary);
    let baseline = compare(&seen_twice(&reports, &found), dictionary);
    println!("pairs_learned: {}", counts.right);
    println!("pairs_false: {}", counts.wrong.len());
    println!("baseline_seen_twice_learned: {}", baseline.right);
    println!("baseline_seen_twice_false: {}", baseline.wrong.len());
    let (marked, falsely_marked) = marked(&reports, &found);
    println!("pages_marked: {marked} of {PAGES} ({} show three swaps)", pile.clearly_spun);
    println!("pages_falsely_marked: {falsely_marked} of {}", reports.len() - PAGES);
    counts.wrong.iter().for_each(|(old, new)| println!("false: {old} -> {new}"));
    if list_missed {
        let missed = |swap: &&Swap| compare(&learned, &[(*swap).clone()]).right == 0;
        for (swap, pages) in dictionary.iter().zip(&pile.pages_with).filter(|(swap, _)| missed(swap)) {
            let edits = score::edits_of(swap, &reports, &found);
            println!("missed: {} -> {} ({pages} pages, {edits} edits)", swap.old, swap.new);
        }
    }
    Outcome { pairs: dictionary.len(), learnable, counts, marked, falsely_marked }
}

/// How many spun pages are marked, and how many other reports.
fn marked(reports: &[Report], found: &Reuse) -> (usize, usize) {
    let is_page = |report: &Report| report.captures.iter().any(|capture| capture.name.starts_with("spun"));
    let pages = found.spun.iter().filter(|spun| is_page(&reports[spun.report.0 as usize])).count();
    (pages, found.spun.len() - pages)
}

/// Over all runs.
#[derive(Default)]
struct Sums {
    pairs: usize,
    learnable: usize,
    learned: usize,
    wrong: usize,
    marked: usize,
    falsely_marked: usize,
    runs: usize,
}

impl Sums {
    fn add(&mut self, outcome: &Outcome) {
        self.pairs += outcome.pairs;
        self.learnable += outcome.learnable;
        self.learned += outcome.counts.right;
        self.wrong += outcome.counts.wrong.len();
        self.marked += outcome.marked;
        self.falsely_marked += outcome.falsely_marked;
        self.runs += 1;
    }

    fn print(&self) {
        println!("# all {} runs", self.runs);
        println!("all_pairs_learned: {} of {}", self.learned, self.pairs);
        println!("all_pairs_in_at_least_2_pages: {}", self.learnable);
        println!("all_pairs_false: {}", self.wrong);
        println!("all_pages_marked: {} of {}", self.marked, self.runs * PAGES);
        println!("all_pages_falsely_marked: {}", self.falsely_marked);
    }
}
