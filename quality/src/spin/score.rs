//! What was learned, against what the spinner has.

use super::swapping::Swap;
use std::collections::{BTreeMap, BTreeSet};
use stemma::model::{Edit, EditKind, EditSide, Report};
use stemma::reuse::Reuse;
use stemma::text::{normalise, split_words};

/// Pairs learned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// Pairs of the dictionary that were learned.
    pub right: usize,
    /// What was learned and is no pair.
    pub wrong: Vec<(String, String)>,
}

/// Compares what was learned with the dictionary. Words that both sides begin or end with do not count: a
/// machine that puts "some of" for "a number of" puts "some" for "a number".
pub fn compare(learned: &[(String, String)], dictionary: &[Swap]) -> Counts {
    let wanted: BTreeSet<(String, String)> =
        dictionary.iter().map(|swap| bare(&normal(&swap.old), &normal(&swap.new))).collect();
    let mut right = BTreeSet::new();
    let mut wrong = Vec::new();
    for (old, new) in learned {
        let pair = bare(old, new);
        if wanted.contains(&pair) {
            right.insert(pair);
        } else {
            wrong.push((old.clone(), new.clone()));
        }
    }
    Counts { right: right.len(), wrong }
}

/// The words of a text as stemma compares them.
pub fn normal(text: &str) -> String {
    split_words(text).into_iter().map(normalise).collect::<Vec<_>>().join(" ")
}

fn bare(old: &str, new: &str) -> (String, String) {
    let (mut old, mut new): (Vec<&str>, Vec<&str>) = (old.split(' ').collect(), new.split(' ').collect());
    while old.len() > 1 && new.len() > 1 && old.last() == new.last() {
        old.pop();
        new.pop();
    }
    while old.len() > 1 && new.len() > 1 && old[0] == new[0] {
        old.remove(0);
        new.remove(0);
    }
    (old.join(" "), new.join(" "))
}

/// The baseline: every swap of a few words that is seen twice is a pair, the usual direction first.
pub fn seen_twice(reports: &[Report], found: &Reuse) -> Vec<(String, String)> {
    const MOST_WORDS: usize = 4;
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for edit in &found.edits {
        let (from, to) = sides(edit, reports, found);
        let few = |text: &str| (1..=MOST_WORDS).contains(&text.split_whitespace().count());
        if few(&from) && few(&to) && from != to && edit.kinds != [EditKind::Punctuation] {
            *counts.entry((from, to)).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= 2).map(|(pair, _)| pair).collect()
}

/// How many edits are a swap and nothing else, in whatever direction.
pub fn edits_of(swap: &Swap, reports: &[Report], found: &Reuse) -> usize {
    let wanted = (normal(&swap.old), normal(&swap.new));
    let is_swap = |edit: &&Edit| {
        let (from, to) = sides(edit, reports, found);
        (&from, &to) == (&wanted.0, &wanted.1) || (&to, &from) == (&wanted.0, &wanted.1)
    };
    found.edits.iter().filter(is_swap).count()
}

fn sides(edit: &Edit, reports: &[Report], found: &Reuse) -> (String, String) {
    let side = |side: EditSide| {
        let report = found.passages[side.passage.0 as usize].span.report;
        normal(side.range.of(&reports[report.0 as usize].text))
    };
    (side(edit.from), side(edit.to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_that_both_sides_share_do_not_count() {
        let dictionary = [Swap { old: "a number of".into(), new: "some of".into() }];
        let learned = [("a number", "some"), ("a", "some")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let counts = compare(&learned, &dictionary);
        assert_eq!((counts.right, counts.wrong.len()), (1, 1));
    }
}
