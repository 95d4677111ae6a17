//! Spin is learned from a pile: the dictionary, its direction, the pages; and not from what people do.

mod pile;

use pile::source;
use stemma::model::Report;
use stemma::reuse::{Config, Reuse, find_reuse};
use stemma::text::{read, reports};

/// What the spinner of these tests puts for what.
const SPINNER: [(&str, &str); 12] = [
    ("harbour", "haven"),
    ("said", "stated that"),
    ("fishing boats", "vessels"),
    ("storm", "tempest"),
    ("mayor", "town chief"),
    ("road", "thoroughfare"),
    ("closed", "shuttered"),
    ("bought", "purchased"),
    ("island", "isle"),
    ("doctor", "physician"),
    ("workers", "labour force"),
    ("quarrel", "dispute"),
];

/// A word that stands in one sentence only.
fn rare(number: usize) -> String {
    const PARTS: [&str; 10] = ["ba", "de", "fi", "go", "lu", "me", "na", "po", "ri", "su"];
    [number / 1000, number / 100, number / 10, number].map(|digit| PARTS[digit % 10]).concat()
}

/// A story whose sentences each have two words of the list among words of their own.
fn story(number: usize) -> String {
    let word = |sentence: usize, at: usize| rare(number * 97 + sentence * 11 + at);
    let sentence = |sentence: usize| {
        let (first, second) =
            (SPINNER[(number + sentence) % 12].0, SPINNER[(number + 5 * sentence + 3) % 12].0);
        let words: Vec<String> = (0..9).map(|at| word(sentence, at)).collect();
        format!(
            "The {} {first} {} {second} {}.",
            words[..3].join(" "),
            words[3..6].join(" "),
            words[6..].join(" ")
        )
    };
    (0..6).map(sentence).collect::<Vec<_>>().join(" ")
}

fn swapped(text: &str, swaps: &[(&str, &str)]) -> String {
    swaps.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
}

fn link(reports: &[Report]) -> Reuse {
    let readings: Vec<_> = reports.iter().map(read).collect();
    find_reuse(reports, &readings.iter().collect::<Vec<_>>(), &Config::default(), &stemma::Silent)
}

fn pairs(found: &Reuse) -> Vec<(&str, &str)> {
    found.swap_pairs.pairs().iter().map(|pair| (&*pair.old, &*pair.new)).collect()
}

/// Sixteen stories, and copies.
fn pile(copies: impl Iterator<Item = String>) -> Vec<Report> {
    let stories = (0..16).map(|at| source("story", &story(at)));
    reports(stories.chain(copies.map(|text| source("copy", &text))).collect())
}

/// Copies of the first eight, spun.
fn spun_pile() -> Vec<Report> {
    pile((0..8).map(|at| swapped(&story(at), &SPINNER)))
}

#[test]
fn a_dictionary_is_learned_in_its_direction() {
    let found = link(&spun_pile());
    let mut wanted = SPINNER.to_vec();
    wanted.sort_unstable();
    assert_eq!(pairs(&found), wanted);
    assert!(found.swap_pairs.pairs().iter().all(|pair| pair.survived == 0 && pair.places >= 2));
}

#[test]
fn the_pages_are_marked_with_the_words_that_prove_it() {
    let reports = spun_pile();
    let found = link(&reports);
    let marked: Vec<&Report> = found.spun.iter().map(|spun| &reports[spun.report.0 as usize]).collect();
    assert!(marked.len() == 8 && marked.iter().all(|report| report.captures[0].name == "copy"));
    for mark in found.spun.iter().flat_map(|spun| &spun.marks) {
        let pair = &found.swap_pairs.pairs()[mark.pair as usize];
        let at = |span: stemma::model::Span| span.range.of(&reports[span.report.0 as usize].text).to_owned();
        assert_eq!((at(mark.old), at(mark.new)), (pair.old.clone(), pair.new.clone()));
    }
}

#[test]
fn what_a_house_does_is_not_learned() {
    let style =
        [("harbour", "harbor"), ("said", "told reporters"), ("road", "street"), ("doctor", "physician")];
    let found = link(&pile((0..8).map(|at| swapped(&story(at), &style))));
    assert!(!found.edits.is_empty() && found.swap_pairs.is_empty() && found.spun.is_empty());
}

#[test]
fn swaps_that_often_fail_are_not_learned() {
    // Every copy swaps two of the twelve, as editors do, and leaves the others.
    let copies = (0..12).map(|at| swapped(&story(at), &[SPINNER[at], SPINNER[(at + 1) % 12]]));
    assert!(link(&pile(copies)).swap_pairs.is_empty());
}

#[test]
fn the_account_names_the_table() {
    let found = link(&spun_pile());
    let table = found.tables.iter().find(|table| table.name == "swap-pairs").unwrap();
    assert_eq!((table.entries, table.version), (12, 1));
}
