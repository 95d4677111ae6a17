//! Which units are compared with a unit.

use super::seeds::Shared;
use super::units::UnitIdx;
use rayon::prelude::*;
use std::cmp::Reverse;

/// Shared seeds that make two units a candidate.
const MIN_SHARED_SEEDS: u8 = 2;
/// The most units that one unit is compared with, those that share most seeds first: a bound on the work,
/// far above what the rewrites of one sentence reach.
const MAX_PARTNERS: usize = 200;

/// Counts shared seeds, one unit after another.
pub struct Candidates<'a> {
    shared: &'a Shared,
    /// By unit: how many seeds it shares with the one in question.
    counts: Vec<u8>,
    /// Those with a count.
    touched: Vec<UnitIdx>,
    met: Vec<UnitIdx>,
}

impl<'a> Candidates<'a> {
    /// Ready for any unit of a pile of so many.
    pub fn new(shared: &'a Shared, n_units: usize) -> Self {
        Candidates { shared, counts: vec![0; n_units], touched: Vec::new(), met: Vec::new() }
    }

    /// The units that a unit is compared with, in order: later ones, and the first that have a seed that is too
    /// common. Two units may be each other's partners.
    pub fn of(&mut self, unit: UnitIdx) -> &[UnitIdx] {
        let Candidates { shared, counts, touched, met } = self;
        met.clear();
        let mut count = |other: UnitIdx| {
            let count = &mut counts[other.0 as usize];
            *count = count.saturating_add(1);
            if *count == 1 {
                touched.push(other);
            } else if *count == MIN_SHARED_SEEDS {
                met.push(other);
            }
        };
        shared.rare.each_met(unit, &mut count);
        shared.hubs.each_met(unit, &mut count);
        met.retain(|other| *other != unit);
        if met.len() > MAX_PARTNERS {
            met.sort_unstable_by_key(|other| (Reverse(counts[other.0 as usize]), *other));
            met.truncate(MAX_PARTNERS);
        }
        touched.drain(..).for_each(|other| counts[other.0 as usize] = 0);
        met.sort_unstable();
        met
    }
}

/// Units that one task counts for.
const UNITS_OF_TASK: usize = 8192;

/// How many pairs are compared.
pub fn count(shared: &Shared, n_units: usize) -> u64 {
    let tasks = (0..n_units.div_ceil(UNITS_OF_TASK)).into_par_iter();
    let of_task = |task: usize| {
        let first = task * UNITS_OF_TASK;
        let mut candidates = Candidates::new(shared, n_units);
        let units = first as u32..n_units.min(first + UNITS_OF_TASK) as u32;
        units.map(|unit| candidates.of(UnitIdx(unit)).len() as u64).sum::<u64>()
    };
    tasks.map(of_task).sum()
}
