//! The index finds what brute force finds: no copied sentence is lost between seeds and families.
//!
//! Brute force compares every sentence with every other, word by word, and knows nothing of seeds, weights or
//! chains. What it calls a copy must stand in a family together with what it was copied from.

mod pile;
mod planted;

use pile::{account, source};
use planted::{Planted, pile};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;
use stemma::model::{Account, Family, ReportIdx};

/// Two sentences are copies if they have this many words in the same order in common,
const COPY_WORDS: usize = 10;
/// of which at least so many carry content (are longer than the words of grammar),
const COPY_CONTENT_WORDS: usize = 8;
/// and if these are at least four fifths of the longer one: what every sixth word swapped leaves.
const COPY_SHARE: (usize, usize) = (4, 5);
/// Fewer content words than this two sentences share by chance: they prove nothing.
const CHANCE_CONTENT_WORDS: usize = 3;
/// Longer than any word of grammar in these piles.
const CONTENT_LETTERS: usize = 5;

/// The words that two sentences have in common in the same order (the textbook table, all against all).
fn common_words<'a>(a: &'a [String], b: &[String]) -> Vec<&'a str> {
    let mut table = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for (i, left) in a.iter().enumerate().rev() {
        for (j, right) in b.iter().enumerate().rev() {
            table[i][j] =
                if left == right { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut common) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            common.push(a[i].as_str());
            (i, j) = (i + 1, j + 1);
        } else if table[i + 1][j] >= table[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    common
}

/// Of the words that two sentences have in common in the same order: how many different ones carry content.
fn common_content_words(a: &[String], b: &[String]) -> usize {
    let common = common_words(a, b).into_iter();
    common.filter(|word| word.len() >= CONTENT_LETTERS).collect::<BTreeSet<_>>().len()
}

fn is_copy(a: &[String], b: &[String]) -> bool {
    let common = common_words(a, b);
    common.len() >= COPY_WORDS
        && common_content_words(a, b) >= COPY_CONTENT_WORDS
        && common.len() * COPY_SHARE.1 >= a.len().max(b.len()) * COPY_SHARE.0
}

/// A sentence of the pile: where it stands, and its words.
struct Place<'a> {
    report: ReportIdx,
    range: Range<usize>,
    words: &'a [String],
}

fn places<'a>(account: &Account, pile: &'a [Planted]) -> Vec<Place<'a>> {
    let of_report = |(number, report): (usize, &'a Planted)| {
        let name = format!("{number}.txt");
        let idx = account
            .reports
            .iter()
            .position(|r| r.captures.iter().any(|c| c.name == name))
            .expect("every report was captured");
        let sentences = report.sentences.iter().zip(report.text().1);
        let places = sentences.map(|(words, range)| Place { report: ReportIdx(idx as u32), range, words });
        places.collect::<Vec<_>>()
    };
    pile.iter().enumerate().flat_map(of_report).collect()
}

/// Whether a family has a witness that covers at least half of a sentence.
fn covers(account: &Account, family: &Family, place: &Place) -> bool {
    family.passages.iter().map(|passage| account.passage(*passage).span).any(|span| {
        let (start, end) = (span.range.start as usize, span.range.end as usize);
        let shared = end.min(place.range.end).saturating_sub(start.max(place.range.start));
        span.report == place.report && shared * 2 >= place.range.len()
    })
}

fn account_of(pile: &[Planted]) -> Account {
    let named = pile.iter().enumerate();
    account(named.map(|(number, report)| source(&format!("{number}.txt"), &report.text().0)).collect())
}

proptest! {
    #[test]
    fn what_brute_force_calls_a_copy_stands_in_one_family(pile in pile()) {
        let account = account_of(&pile);
        let places = places(&account, &pile);
        for (at, a) in places.iter().enumerate() {
            for b in places[at + 1..].iter().filter(|b| b.report != a.report && is_copy(a.words, b.words)) {
                let joined = account.families.iter().any(|f| covers(&account, f, a) && covers(&account, f, b));
                prop_assert!(joined, "lost:\n{}\n{}", a.words.join(" "), b.words.join(" "));
            }
        }
    }

    #[test]
    fn what_has_hardly_a_word_in_common_with_any_other_sentence_is_no_passage(pile in pile()) {
        let account = account_of(&pile);
        let places = places(&account, &pile);
        for place in &places {
            let mut others = places.iter().filter(|other| !std::ptr::eq(*other, place));
            // Ten words in the same order are a copy, were they all of grammar.
            let alone = others.all(|other| {
                common_content_words(place.words, other.words) < CHANCE_CONTENT_WORDS
                    && common_words(place.words, other.words).len() < COPY_WORDS
            });
            let found = account.families.iter().any(|family| covers(&account, family, place));
            prop_assert!(!(alone && found), "found: {}", place.words.join(" "));
        }
    }
}

#[test]
fn brute_force_knows_a_copy_when_it_sees_one() {
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let original =
        words("kalden mirfil the gorhut of nopul senrak volwug in zarbar lemtis denkal and hutgor");
    let spun = words("kalden mirfil the gorhut of XXXXXX senrak volwug in zarbar lemtis XXXXXX and hutgor");
    let half = words("kalden mirfil the gorhut of nopul senrak XXXXX XX XXXXXX XXXXXX XXXXXX XXX XXXXXX");
    assert!(is_copy(&original, &original) && is_copy(&original, &spun));
    assert!(!is_copy(&original, &half));
}
