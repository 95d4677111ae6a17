//! Which of its places does each name of a report stand for, seen together?
//!
//! A local paper that writes "Paris", "Reno" and "Lamar County" is about Texas. Every name votes for the countries, divisions and
//! surroundings of its places, each place with the weight that it has so far; a place gains by the votes of the other names; and so on for a few
//! rounds. Names near each other in the text count more, and so does one with which the text begins. This is relaxation labelling
//! (Rosenfeld, Hummel and Zucker 1976) over three simple relations. All numbers are whole.

use super::atlas::{Atlas, Entry};
use super::candidates::{Candidate, DOUBLING, doublings};
use super::surroundings::Surroundings;
use std::collections::BTreeMap;
use stemma_gazetteer::{CountryCode, Kind, PlaceIdx, metres};

/// One name of a report, wherever it stands in it.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Where it stands, in the order of the text.
    pub starts: Vec<u32>,
    pub candidates: Vec<Candidate>,
    /// What the words around it add to each candidate, in hundredths of a doubling.
    pub beside: Vec<i32>,
    /// How much it says of the others, in thousandths.
    pub importance: u32,
}

/// How a candidate stands in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Standing {
    /// Hundredths of a doubling.
    pub score: i32,
    /// Thousandths of names that lie in the same country, the same division, and near.
    pub country: u32,
    pub division: u32,
    pub near: u32,
    pub around: u32,
}

/// Rounds of voting. After four, fewer than one name in a hundred changes.
const ROUNDS: usize = 4;

/// What a doubling of the votes for it adds to a place, in hundredths of a doubling of its people.
const COUNTRY_VOTES: i32 = 170;
const DIVISION_VOTES: i32 = 300;
const NEAR_VOTES: i32 = 250;
/// What surroundings known before add.
const AROUND_COUNTRY: i32 = 100;
const AROUND_DIVISION: i32 = 200;
/// All of them together weigh as much as so many names.
const AROUND_WEIGHT: u32 = 10;

/// Candidates of a name whose places are compared one by one with others; the rest vote for countries and divisions only.
const COMPARED: usize = 6;

/// Up to how far places are near, in metres, and what nearness is worth in thousandths.
const NEAR: [(u32, u32); 3] = [(30_000, 1_000), (100_000, 600), (250_000, 250)];

/// Names within so many bytes say more of each other, by so many thousandths more.
const CLOSE: u32 = 300;
const CLOSE_MORE: u32 = 1_000;

/// More names than these are not weighed against each other one by one.
const MOST_NAMES: usize = 150;

/// Weighs the candidates of all names against each other.
pub(super) fn weigh(atlas: Atlas, names: &[Name], around: &Surroundings) -> Vec<Vec<Standing>> {
    let mut standings: Vec<Vec<Standing>> = names
        .iter()
        .map(|name| {
            let alone = name.candidates.iter().zip(&name.beside);
            alone
                .map(|(candidate, beside)| Standing {
                    score: candidate.prior + beside,
                    ..Standing::default()
                })
                .collect()
        })
        .collect();
    let closeness = closeness(names);
    for _ in 0..ROUNDS {
        let votes: Vec<Votes> =
            names.iter().zip(&standings).map(|(name, standing)| Votes::of(atlas, name, standing)).collect();
        standings = (0..names.len())
            .map(|at| {
                let name = &names[at];
                (0..name.candidates.len())
                    .map(|nth| standing(atlas, names, at, nth, &votes, &closeness[at], around))
                    .collect()
            })
            .collect();
    }
    standings
}

/// What one name says of the others.
struct Votes {
    countries: BTreeMap<CountryCode, u32>,
    divisions: BTreeMap<PlaceIdx, u32>,
    /// Its likeliest places that lie at a point, with their weights in thousandths.
    points: Vec<(Entry, u32)>,
}

impl Votes {
    fn of(atlas: Atlas, name: &Name, standings: &[Standing]) -> Self {
        let weights = weights(standings);
        let mut votes = Votes { countries: BTreeMap::new(), divisions: BTreeMap::new(), points: Vec::new() };
        for (candidate, weight) in name.candidates.iter().zip(weights) {
            if weight == 0 {
                continue;
            }
            let country = atlas.country(candidate.entry);
            if !country.is_none() {
                *votes.countries.entry(country).or_default() += weight;
            }
            if let Some(division) = atlas.division(candidate.entry) {
                *votes.divisions.entry(division).or_default() += weight;
            }
            if is_point(atlas.kind(candidate.entry)) {
                votes.points.push((candidate.entry, weight));
            }
        }
        votes.points.sort_by_key(|(entry, weight)| (std::cmp::Reverse(*weight), *entry));
        votes.points.truncate(COMPARED);
        votes
    }
}

/// Whether a place of a kind lies at a point, so that a distance from it means something.
fn is_point(kind: Kind) -> bool {
    kind.is_populated() || matches!(kind, Kind::District | Kind::Site | Kind::Island)
}

/// How likely each candidate is, in thousandths: a doubling less, half as likely.
fn weights(standings: &[Standing]) -> Vec<u32> {
    let best = standings.iter().map(|standing| standing.score).max().unwrap_or(0);
    let raw: Vec<u32> = standings.iter().map(|standing| halved((best - standing.score) / 2)).collect();
    let sum: u64 = raw.iter().map(|weight| u64::from(*weight)).sum();
    raw.iter().map(|weight| (u64::from(*weight) * 1_000 / sum.max(1)) as u32).collect()
}

/// A million, halved by so many hundredths of a halving; between whole halvings it runs straight.
fn halved(hundredths: i32) -> u32 {
    let (whole, part) = (hundredths / DOUBLING, (hundredths % DOUBLING) as u32);
    let above = 1_000_000u32.checked_shr(whole as u32).unwrap_or(0);
    above - above / 2 * part / DOUBLING as u32
}

/// How much each name says of each other, in thousandths.
fn closeness(names: &[Name]) -> Vec<Vec<u32>> {
    let is_close = |one: &Name, other: &Name| {
        one.starts.iter().any(|start| {
            let at = other.starts.partition_point(|other| other < start);
            let beside = other.starts[at.saturating_sub(1)..].iter().take(2);
            beside.into_iter().any(|other| other.abs_diff(*start) <= CLOSE)
        })
    };
    let weighed = &names[..names.len().min(MOST_NAMES)];
    names
        .iter()
        .enumerate()
        .map(|(at, one)| {
            let weigh = |(nth, other): (usize, &Name)| match nth == at {
                true => 0,
                false => {
                    other.importance * (1_000 + if is_close(one, other) { CLOSE_MORE } else { 0 }) / 1_000
                }
            };
            weighed.iter().enumerate().map(weigh).collect()
        })
        .collect()
}

/// How one candidate of a name stands with the votes of all other names.
fn standing(
    atlas: Atlas,
    names: &[Name],
    at: usize,
    nth: usize,
    votes: &[Votes],
    closeness: &[u32],
    around: &Surroundings,
) -> Standing {
    let candidate = &names[at].candidates[nth];
    let (country, division) = (atlas.country(candidate.entry), atlas.division(candidate.entry));
    let is_point = is_point(atlas.kind(candidate.entry));
    let mut standing = Standing::default();
    for (votes, importance) in votes.iter().zip(closeness).filter(|(_, importance)| **importance > 0) {
        let part = |weight: u32| (u64::from(weight) * u64::from(*importance) / 1_000) as u32;
        standing.country += part(votes.countries.get(&country).copied().unwrap_or(0));
        if let Some(division) = division {
            standing.division += part(votes.divisions.get(&division).copied().unwrap_or(0));
        }
        if is_point {
            let nearness =
                |(entry, weight): &(Entry, u32)| nearness(atlas, candidate.entry, *entry) * weight / 1_000;
            standing.near += part(votes.points.iter().map(nearness).max().unwrap_or(0));
        }
    }
    let gain = |votes: u32, worth: i32| (doublings(1_000 + votes) - doublings(1_000)) * worth / DOUBLING;
    let division = division.map_or("", |division| atlas.name(Entry::Known(division)));
    let before = gain(around.of_country(country) * AROUND_WEIGHT, AROUND_COUNTRY)
        + gain(around.of_division(country, division) * AROUND_WEIGHT, AROUND_DIVISION);
    standing.around = before.unsigned_abs();
    standing.score = candidate.prior
        + names[at].beside[nth]
        + gain(standing.country, COUNTRY_VOTES)
        + gain(standing.division, DIVISION_VOTES)
        + gain(standing.near, NEAR_VOTES)
        + before;
    standing
}

/// How near two places are, in thousandths.
fn nearness(atlas: Atlas, one: Entry, other: Entry) -> u32 {
    let metres = metres(atlas.point(one), atlas.point(other));
    NEAR.iter().find(|(limit, _)| metres <= *limit).map_or(0, |(_, worth)| *worth)
}
