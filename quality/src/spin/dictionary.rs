//! Fresh dictionaries: out of the words of some texts, by chance, or written down here.

use super::random::Random;
use super::swapping::{Swap, core};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs in a dictionary.
pub const PAIRS: usize = 60;
/// Of how many words the old sides are, of a hundred pairs: the rest has two, and a few three.
const SINGLE_PERCENT: usize = 75;
/// Texts in which the words of an old side must stand, so that it can be met again.
const MIN_TEXTS: usize = 3;
/// Longest share of the texts, in percent, in which they may: machines leave grammar alone.
const MAX_PERCENT: usize = 60;
/// Letters of a word that is no grammar, mostly.
const MIN_LETTERS: usize = 4;

/// A dictionary of chance for some texts. Its old sides are words of theirs; the new sides are other
/// words of theirs, several of those together, or invented.
pub fn by_chance(texts: &[String], random: &mut Random) -> Vec<Swap> {
    let mut singles = common(texts, 1);
    let mut phrases: Vec<String> = common(texts, 2).into_iter().chain(common(texts, 3)).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    random.shuffle(&mut singles);
    random.shuffle(&mut phrases);
    let mut replaced: Vec<String> = Vec::new();
    while replaced.len() < PAIRS {
        let list =
            if random.happens(SINGLE_PERCENT) || phrases.is_empty() { &mut singles } else { &mut phrases };
        let Some(old) = list.pop() else { break };
        if old.split(' ').all(|word| !used.contains(word)) && !is_tied(texts, &old, &used) {
            used.extend(old.split(' ').map(str::to_owned));
            replaced.push(old);
        }
    }
    let mut fresh = singles.into_iter().filter(|word| !used.contains(word)).collect::<Vec<_>>().into_iter();
    let mut word = |random: &mut Random| fresh.next().unwrap_or_else(|| random.invented_word());
    let swaps = replaced.into_iter().map(|old| {
        let new = match random.below(4) {
            0 => random.invented_word(),
            1 => format!("{} {}", word(random), random.invented_word()),
            2 => word(random),
            _ => format!("{} of {}", word(random), word(random)),
        };
        Swap { old, new }
    });
    swaps.collect()
}

/// Whether words stand beside words that are replaced already in half of their places or more. Two pairs
/// that never stand apart cannot be told from one.
fn is_tied(texts: &[String], old: &str, used: &BTreeSet<String>) -> bool {
    let words: Vec<&str> = old.split(' ').collect();
    let (mut places, mut tied) = (0, 0);
    for text in texts {
        let tokens: Vec<&str> = text.split_whitespace().map(core).collect();
        for at in (0..tokens.len()).filter(|at| tokens[*at..].starts_with(&words)) {
            let beside = [at.checked_sub(1), Some(at + words.len())].into_iter().flatten();
            let beside_used = beside.filter_map(|at| tokens.get(at)).any(|word| used.contains(*word));
            places += 1;
            tied += usize::from(beside_used);
        }
    }
    2 * tied >= places
}

/// Runs of words, none of them with a figure or a capital, that stand in several texts, but not in most.
fn common(texts: &[String], len: usize) -> Vec<String> {
    let mut texts_with: BTreeMap<String, usize> = BTreeMap::new();
    for text in texts {
        let tokens: Vec<&str> = text.split_whitespace().collect();
        let plain =
            |token: &&str| core(token).chars().all(|c| c.is_ascii_lowercase()) && core(token).len() > 1;
        let runs: BTreeSet<String> = tokens
            .windows(len)
            .filter(|run| run.iter().all(plain))
            .filter(|run| [run[0], run[len - 1]].iter().all(|token| core(token).len() >= MIN_LETTERS))
            .filter(|run| run[..len - 1].iter().all(|token| core(token) == *token))
            .map(|run| run.iter().map(|token| core(token)).collect::<Vec<_>>().join(" "))
            .collect();
        runs.into_iter().for_each(|run| *texts_with.entry(run).or_default() += 1);
    }
    let common = texts_with
        .into_iter()
        .filter(|(_, count)| *count >= MIN_TEXTS && 100 * *count <= MAX_PERCENT * texts.len());
    common.map(|(run, _)| run).collect()
}

/// A dictionary as content sites have them, for news of trade: written for this measure and used for
/// nothing else.
pub fn written() -> Vec<Swap> {
    let swap = |line: &str| {
        let (old, new) = line.split_once('=')?;
        Some(Swap { old: old.trim().to_owned(), new: new.trim().to_owned() })
    };
    WRITTEN.lines().filter_map(swap).collect()
}

const WRITTEN: &str = "\
said = stated that
company = enterprise
government = ruling authorities
prices = costs
increase = uptick
market = marketplace
because of = owing to
also = likewise
major = key
agreement = accord
told reporters = informed journalists
according to = as per
expected = anticipated
officials = functionaries
trade = commerce
last year = the previous year
earlier = beforehand
rose = climbed
fell = dropped off
profit = earnings gain
loss = shortfall
oil = crude
after = following
before = prior to
bank = lender
workers = staff
meeting = get together
talks = discussions
plan = blueprint
house = residence
large = sizeable
small = tiny
foreign = overseas
likely = probable
high = lofty
growth = expansion
spokesman = representative
strong = robust
about = roughly around
however = nevertheless
political = governmental
money = funds
help = assist
need = require
show = demonstrate
began = commenced
industry = sector
country = nation
problem = trouble
report = document
current = present day
further = additional
shares = equity units
called for = urged
chairman = head of the board
united states = america
today = this day
part of = a portion of
long term = extended
people = individuals
minister = cabinet member
economic = financial
ships = vessels
attacked = assaulted
important = vital
dangerous = hazardous
village = hamlet
repaired = fixed up
crowd = throng
decided = resolved
";
