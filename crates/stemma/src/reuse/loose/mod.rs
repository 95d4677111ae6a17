//! Sentences that say the same in other words: shuffled, swapped word by word, translated there and back.
//!
//! Nothing is left of the order of words, so sentences are compared as bags of words (`bags`), weighted by
//! how few sentences have them. One pair of similar sentences proves nothing: two reports of one event have
//! many. What counts is where several lie close together in both reports (`clusters`), and where these
//! stretches are similar as a whole. Sanchez-Perez, Sidorov and Gelbukh found texts that way at PAN 2014; what is
//! ours is the way to candidates, over rare words and not over all pairs, whole numbers, the crude stems, and
//! that a sentence whose words stand elsewhere word for word is not looked for again.
//!
//! In: the distinct sentences of a pile and what is known to be copied. Out: pairs of whole sentences.

mod bags;
mod clusters;

use super::matches::Match;
use super::units::{Stretch, UnitIdx, Units};
use crate::model::{Report, ReportIdx};
use bags::Bags;
use clusters::{Line, clusters};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// So many places of one sentence are looked at, the first of them: more are a stock sentence.
const MAX_PLACES: usize = 8;
/// Shorter sentences are left out: they are like too many others.
const MIN_WORDS: usize = 4;
/// A sentence that stands word for word in a report is not looked for there in other words: so many words
/// of it are the same ...
const MIN_VERBATIM_WORDS: usize = 8;
/// ... and this share (in percent) of those that the match covers.
const VERBATIM_PERCENT: usize = 90;

/// A pair of sentences by place: two reports, the earlier first, and which sentence of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Seed {
    reports: (ReportIdx, ReportIdx),
    sentences: (usize, usize),
}

/// Pairs of units that are similar and lie, with others, in stretches that are similar; pairs that `known`
/// has are left out.
pub fn find_loose(reports: &[Report], units: &Units, known: &[Match]) -> Vec<Match> {
    let bags = Bags::of(reports, units);
    let lines = lines(reports.len(), units);
    let mut seeds = seeds(&bags.similar_pairs(), units, &places(&lines, units.len()), &copied(units, known));
    seeds.par_sort_unstable();
    seeds.dedup();
    let pairs: BTreeSet<(UnitIdx, UnitIdx)> = seeds
        .par_chunk_by(|a, b| a.reports == b.reports)
        .flat_map_iter(|seeds| {
            let (left, right) = seeds[0].reports;
            let (left, right) = (&lines[left.0 as usize], &lines[right.0 as usize]);
            let found = clusters(&bags, left, right, seeds.iter().map(|seed| seed.sentences).collect());
            found.into_iter().flatten().map(|(i, j)| in_order(left[i], right[j])).collect::<Vec<_>>()
        })
        .collect();
    let known: BTreeSet<(UnitIdx, UnitIdx)> =
        known.iter().map(|known| in_order(known.a.unit, known.b.unit)).collect();
    pairs.difference(&known).map(|(a, b)| whole_match(&bags, units, *a, *b)).collect()
}

/// By report: its sentences in order.
fn lines(n_reports: usize, units: &Units) -> Vec<Line> {
    let mut lines = vec![Line::new(); n_reports];
    for (place, unit) in units.in_order() {
        if units.words(*unit).len() >= MIN_WORDS {
            lines[place.report.0 as usize].push(*unit);
        }
    }
    lines
}

/// By unit: the first places where it stands, as report and number of the sentence.
fn places(lines: &[Line], n_units: usize) -> Vec<Vec<(ReportIdx, usize)>> {
    let mut places = vec![Vec::new(); n_units];
    for (report, line) in lines.iter().enumerate() {
        for (at, unit) in line.iter().enumerate() {
            let places = &mut places[unit.0 as usize];
            if places.len() < MAX_PLACES {
                places.push((ReportIdx(report as u32), at));
            }
        }
    }
    places
}

/// Which units stand in which reports nearly word for word, besides their own places.
fn copied(units: &Units, known: &[Match]) -> BTreeSet<(UnitIdx, ReportIdx)> {
    let mut copied = BTreeSet::new();
    for found in known {
        let longer = found.a.words().len().max(found.b.words().len());
        let n_shared = usize::from(found.n_shared);
        if n_shared < MIN_VERBATIM_WORDS || 100 * n_shared < VERBATIM_PERCENT * longer {
            continue;
        }
        for (own, other) in [(found.a, found.b), (found.b, found.a)] {
            if 2 * own.words().len() > units.words(own.unit).len() {
                let places = units.places(other.unit).iter().take(MAX_PLACES);
                copied.extend(places.map(|place| (own.unit, place.report)));
            }
        }
    }
    copied
}

/// All places in different reports where two similar units stand, unless one of the two is copied there.
fn seeds(
    pairs: &[(UnitIdx, UnitIdx)],
    units: &Units,
    places: &[Vec<(ReportIdx, usize)>],
    copied: &BTreeSet<(UnitIdx, ReportIdx)>,
) -> Vec<Seed> {
    let stands_in = |unit: UnitIdx, report: ReportIdx| {
        let places = units.places(unit);
        let is_there = || places.lie_in(report);
        copied.contains(&(unit, report)) || is_there()
    };
    let of_pair = |(a, b): &(UnitIdx, UnitIdx)| {
        let mut seeds = Vec::new();
        for (left, i) in &places[a.0 as usize] {
            for (right, j) in &places[b.0 as usize] {
                if left != right && !stands_in(*a, *right) && !stands_in(*b, *left) {
                    let (first, second) = ((*left, *i).min((*right, *j)), (*left, *i).max((*right, *j)));
                    seeds.push(Seed { reports: (first.0, second.0), sentences: (first.1, second.1) });
                }
            }
        }
        seeds
    };
    pairs.par_iter().flat_map_iter(of_pair).collect()
}

fn in_order(a: UnitIdx, b: UnitIdx) -> (UnitIdx, UnitIdx) {
    (a.min(b), a.max(b))
}

/// Two units matched from end to end.
fn whole_match(bags: &Bags, units: &Units, a: UnitIdx, b: UnitIdx) -> Match {
    let whole = |unit: UnitIdx| Stretch::new(unit, 0..units.words(unit).len());
    let likeness = bags.likeness(a, b);
    Match {
        a: whole(a),
        b: whole(b),
        n_shared: u8::try_from(likeness.n_shared).unwrap_or(u8::MAX),
        weight: likeness.percent_squared() as u16,
        same_quotation: false,
        strong: false,
        is_form: false,
    }
}
