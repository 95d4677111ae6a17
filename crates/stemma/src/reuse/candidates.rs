//! Which units are compared with a unit.

use super::seeds::{Partners, Shared};
use super::units::{UnitIdx, Units};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::ops::Range;

/// Shared seeds that make two units a candidate.
const MIN_SHARED_SEEDS: u8 = 2;
/// Where two units share formulas only, one for every so many words of the unit makes them a candidate; of every six
/// words swapped, two wordings still share a run of three for every four words.
const MAX_WORDS_FOR_FORMULA: usize = 4;
/// The most units that one unit is compared with, those that share most seeds first: a bound on the work,
/// far above what the rewrites of one sentence reach.
const MAX_PARTNERS: usize = 200;

/// Counts shared seeds, one unit after another.
pub struct Candidates<'a> {
    met_by: &'a Partners<'a>,
    /// By unit: how many seeds it shares with the one in question.
    counts: Vec<Count>,
    /// Those with a count.
    touched: Vec<UnitIdx>,
    met: Vec<UnitIdx>,
    partners: Vec<(UnitIdx, u8)>,
}

/// Seeds that two units share.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    all: u8,
    /// Those that few others have.
    telling: u8,
}

impl<'a> Candidates<'a> {
    /// Ready for some units of a pile of so many.
    pub fn new(met_by: &'a Partners<'a>, n_units: usize) -> Self {
        Candidates {
            met_by,
            counts: vec![Count::default(); n_units],
            touched: Vec::new(),
            met: Vec::new(),
            partners: Vec::new(),
        }
    }

    /// The units that a unit is compared with, in order: later ones, and the first that have a seed that is too
    /// common; each with the number of shared seeds that tell both from most others. Two units may be each
    /// other's partners.
    pub fn of(&mut self, unit: UnitIdx, n_words: usize) -> &[(UnitIdx, u8)] {
        let Candidates { met_by, counts, touched, met, partners } = self;
        met.clear();
        let mut count = |other: UnitIdx, telling: bool| {
            let count = &mut counts[other.0 as usize];
            count.all = count.all.saturating_add(1);
            count.telling = count.telling.saturating_add(telling.into());
            if count.all == 1 {
                touched.push(other);
            } else if count.all == MIN_SHARED_SEEDS {
                met.push(other);
            }
        };
        met_by.each_met(unit, &mut count);
        // Of formulas alone, a sentence that is a wording of another has many.
        let is_likely = |other: UnitIdx| {
            let count = counts[other.0 as usize];
            count.telling > 0 || MAX_WORDS_FOR_FORMULA * usize::from(count.all) >= n_words
        };
        met.retain(|other| *other != unit && is_likely(*other));
        if met.len() > MAX_PARTNERS {
            met.sort_unstable_by_key(|other| (Reverse(counts[other.0 as usize].all), *other));
            met.truncate(MAX_PARTNERS);
        }
        met.sort_unstable();
        partners.clear();
        partners.extend(met.iter().map(|other| (*other, counts[other.0 as usize].telling)));
        touched.drain(..).for_each(|other| counts[other.0 as usize] = Count::default());
        partners
    }
}

/// Units that one task looks at; the results come in the order of units whatever their number.
const UNITS_OF_TASK: u32 = 8192;
/// Units whose partners are looked up at a time, so that a large pile does not hold those of all.
const UNITS_AT_ONCE: u32 = 1 << 21;

/// Calls `work` for runs of units, many at a time, and gives the results in the order of units.
pub fn in_runs<T: Send>(
    units: &Units,
    shared: &Shared,
    work: impl Fn(&mut Candidates, Range<u32>) -> Vec<T> + Sync,
) -> Vec<T> {
    let n_units = units.len() as u32;
    let mut results = Vec::new();
    for first in (0..n_units).step_by(UNITS_AT_ONCE as usize) {
        let end = n_units.min(first + UNITS_AT_ONCE);
        let partners = shared.partners_of(first..end);
        let tasks = (first..end).step_by(UNITS_OF_TASK as usize).collect::<Vec<u32>>().into_par_iter();
        let runs = tasks.map(|start| start..end.min(start + UNITS_OF_TASK));
        // The counts of a large pile are no small thing to set up for each task.
        let found: Vec<Vec<T>> = runs.map_init(|| Candidates::new(&partners, units.len()), &work).collect();
        found.into_iter().for_each(|some| results.extend(some));
    }
    results
}

/// How many pairs are compared.
pub fn count(units: &Units, shared: &Shared) -> u64 {
    let counts = in_runs(units, shared, |candidates, run| {
        let partners = run.map(UnitIdx).map(|unit| candidates.of(unit, units.words(unit).len()).len() as u64);
        vec![partners.sum::<u64>()]
    });
    counts.into_iter().sum()
}
