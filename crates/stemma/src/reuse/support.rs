//! Weak matches that something else supports.
//!
//! Two authors who write of one thing share its formulas ("suspended interest payments on its foreign debt"), and
//! in a large pile somebody always does. But where two reports have another passage in common, a formula that
//! they share is one more piece of it.

use super::matches::Match;
use super::units::{UnitIdx, Units};
use crate::model::{Report, ReportIdx};
use rayon::prelude::*;

/// Places of each unit of a weak match that are looked at.
const MAX_PLACES: usize = 12;
/// What two reports have to share besides a weak match: one strong one, or so many weak ones that are no forms.
const WEAK_SUPPORTS: usize = 2;

/// Leaves strong matches, and weak ones between reports that share something else. Units that recur everywhere
/// support nothing, and are in no match.
pub fn keep_supported(reports: &[Report], units: &Units, recurs: &[bool], matches: &mut Vec<Match>) {
    matches.retain(|found| !recurs[found.a.unit.0 as usize] && !recurs[found.b.unit.0 as usize]);
    let links = Links::new(reports.len(), units, recurs, matches);
    let supported: Vec<bool> = matches.par_iter().map(|found| found.strong || links.support(found)).collect();
    let mut supported = supported.iter();
    matches.retain(|_| supported.next().copied().unwrap_or_default());
}

/// What each report has from others, or others from it.
struct Links<'a> {
    units: &'a Units,
    /// Units with a match or several places, by report.
    of_report: Vec<Vec<UnitIdx>>,
    /// Matches in both directions, by unit, each with whether it is strong.
    bonds: Vec<(UnitIdx, UnitIdx, bool)>,
}

impl<'a> Links<'a> {
    fn new(n_reports: usize, units: &'a Units, recurs: &[bool], matches: &[Match]) -> Self {
        let counts = matches.iter().filter(|found| found.strong || !found.is_form);
        let ends = counts.map(|found| (found.a.unit, found.b.unit, found.strong));
        let mut bonds: Vec<_> = ends.flat_map(|(a, b, strong)| [(a, b, strong), (b, a, strong)]).collect();
        bonds.par_sort_unstable();
        let mut of_report = vec![Vec::new(); n_reports];
        for unit in units.all().filter(|unit| !recurs[unit.0 as usize]) {
            let repeated = units.places(unit).len() > 1 && units.proves_copying(unit);
            if repeated || bonds_of(&bonds, unit).next().is_some() {
                units.places(unit).iter().for_each(|place| of_report[place.report.0 as usize].push(unit));
            }
        }
        Links { units, of_report, bonds }
    }

    /// Whether two reports that a weak match lies in share something else.
    fn support(&self, found: &Match) -> bool {
        let places = |unit: UnitIdx| self.units.places(unit).iter().take(MAX_PLACES);
        places(found.a.unit).any(|a| places(found.b.unit).any(|b| self.share(a.report, b.report, found)))
    }

    fn share(&self, a: ReportIdx, b: ReportIdx, besides: &Match) -> bool {
        let stands_in_b =
            |unit: UnitIdx| self.units.places(unit).binary_search_by_key(&b, |place| place.report).is_ok();
        let mut weak = 0;
        for unit in self.of_report[a.0 as usize].iter().filter(|unit| **unit != besides.a.unit) {
            let equal = self.units.places(*unit).len() > 1 && stands_in_b(*unit);
            let mut in_b = bonds_of(&self.bonds, *unit).filter(|bond| stands_in_b(bond.1)).peekable();
            weak += usize::from(in_b.peek().is_some());
            let enough = weak >= WEAK_SUPPORTS && !besides.is_form;
            if equal || enough || in_b.any(|bond| bond.2) {
                return true;
            }
        }
        a == b
    }
}

fn bonds_of(
    bonds: &[(UnitIdx, UnitIdx, bool)],
    unit: UnitIdx,
) -> impl Iterator<Item = &(UnitIdx, UnitIdx, bool)> {
    let from = bonds.partition_point(|bond| bond.0 < unit);
    bonds[from..].iter().take_while(move |bond| bond.0 == unit)
}
