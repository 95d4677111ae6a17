//! Which units are compared with a unit.

use super::seeds::{Partners, Shared, member_of};
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
    /// Those with a count come first; what lies behind is room.
    touched: Vec<u32>,
    met: Vec<(UnitIdx, Count)>,
    partners: Vec<(UnitIdx, u8)>,
}

/// Seeds that two units share, at most as many as a unit has.
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
        let n_touched = self.count(unit);
        let Candidates { counts, touched, met, partners, .. } = self;
        // Of formulas alone, a sentence that is a wording of another has many.
        let is_likely =
            |count: Count| count.telling > 0 || MAX_WORDS_FOR_FORMULA * usize::from(count.all) >= n_words;
        met.clear();
        for other in &touched[..n_touched] {
            let count = std::mem::take(&mut counts[*other as usize]);
            if count.all >= MIN_SHARED_SEEDS && *other != unit.0 && is_likely(count) {
                met.push((UnitIdx(*other), count));
            }
        }
        if met.len() > MAX_PARTNERS {
            met.sort_unstable_by_key(|(other, count)| (Reverse(count.all), *other));
            met.truncate(MAX_PARTNERS);
        }
        met.sort_unstable_by_key(|(other, _)| *other);
        partners.clear();
        partners.extend(met.iter().map(|(other, count)| (*other, count.telling)));
        partners
    }

    /// Counts the seeds that a unit shares with each other one, and says how many others there are.
    fn count(&mut self, unit: UnitIdx) -> usize {
        let Candidates { met_by, counts, touched, .. } = self;
        let mut n_touched = 0;
        met_by.each_met(unit, |members| {
            if touched.len() < n_touched + members.len() {
                touched.resize(2 * (n_touched + members.len()), 0);
            }
            // Whether a unit was met before is a toss-up for the processor, so nothing branches on it.
            for member in members {
                let (other, is_telling) = member_of(*member);
                let count = &mut counts[other.0 as usize];
                touched[n_touched] = other.0;
                n_touched += usize::from(count.all == 0);
                count.all += 1;
                count.telling += u8::from(is_telling);
            }
        });
        n_touched
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
