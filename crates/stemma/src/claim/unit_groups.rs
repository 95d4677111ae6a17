//! Units of a story into groups that carry one claim.
//!
//! Units whose main propositions tell of one happening go together, and so do units that stand at one place of one passage,
//! whatever was read in them.

use super::collate::{Collated, Collation};
use super::happenings::{Happenings, PropositionRef};
use super::units::Unit;
use crate::groups::Groups;
use crate::model::FamilyIdx;
use std::collections::BTreeMap;

/// By unit: the number of its group.
pub fn unit_groups(units: &[Unit], happenings: &Happenings, collation: &Collation) -> Vec<usize> {
    let mut groups = Groups::new(units.len());
    let mut of_happening: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        let Some(main) = unit.main else { continue };
        let place = PropositionRef { report: unit.report, place: main };
        let Ok(idx) = happenings.all.binary_search(&place) else { continue };
        let first = *of_happening.entry(happenings.of[idx]).or_insert(at);
        groups.join(first as u32, at as u32);
    }
    for (one, other) in witness_pairs(units, collation) {
        groups.join(one as u32, other as u32);
    }
    (0..units.len()).map(|at| groups.first(at as u32) as usize).collect()
}

/// Units that stand at one place of one passage: at least half of each.
fn witness_pairs(units: &[Unit], collation: &Collation) -> Vec<(usize, usize)> {
    let mut by_family: BTreeMap<FamilyIdx, Vec<(Collated, usize)>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        for collated in collation.places(unit.report, unit.span) {
            by_family.entry(collated.family).or_default().push((collated, at));
        }
    }
    let mut pairs = Vec::new();
    for places in by_family.values_mut() {
        places.sort_by_key(|(collated, at)| (collated.range, *at));
        for (nth, (here, one)) in places.iter().enumerate() {
            for (there, other) in
                places[nth + 1..].iter().take_while(|(there, _)| there.range.start < here.range.end)
            {
                let common = here.range.overlap(there.range);
                let most = here.range.len().max(there.range.len());
                if here.passage != there.passage && 10 * common >= 7 * most {
                    pairs.push((*one, *other));
                    break;
                }
            }
        }
    }
    pairs
}
