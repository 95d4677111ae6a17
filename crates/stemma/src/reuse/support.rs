//! Weak matches that something else supports.
//!
//! Two authors who write of one thing share its formulas ("suspended interest payments on its foreign debt"), and
//! in a large pile somebody always does. But where two reports have another passage in common, a formula that
//! they share is one more piece of it.

use super::by_report::ByReport;
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
    /// Units with a match or several places, by report, in order.
    of_report: ByReport<UnitIdx>,
    /// By unit: one past its last bond.
    ends: Vec<u32>,
    /// Matches in both directions, by unit: the other unit, and whether the match is strong.
    bonds: Vec<(UnitIdx, bool)>,
}

impl<'a> Links<'a> {
    fn new(n_reports: usize, units: &'a Units, recurs: &[bool], matches: &[Match]) -> Self {
        let counts = matches.iter().filter(|found| found.strong || !found.is_form);
        let ends = counts.map(|found| (found.a.unit, found.b.unit, found.strong));
        let mut bonds: Vec<_> = ends.flat_map(|(a, b, strong)| [(a, b, strong), (b, a, strong)]).collect();
        bonds.par_sort_unstable();
        let mut ends = vec![0u32; units.len()];
        bonds.iter().for_each(|(unit, ..)| ends[unit.0 as usize] += 1);
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let bonds = bonds.into_iter().map(|(_, other, strong)| (other, strong)).collect();
        let nothing = ByReport::new(n_reports, UnitIdx(0), std::iter::empty);
        let mut links = Links { units, of_report: nothing, ends, bonds };
        let linked: Vec<bool> = units
            .all()
            .map(|unit| {
                let repeated = || units.places(unit).len() > 1 && units.proves_copying(unit);
                !recurs[unit.0 as usize] && (!links.bonds(unit).is_empty() || repeated())
            })
            .collect();
        let places = || {
            let linked = units.all().filter(|unit| linked[unit.0 as usize]);
            linked.flat_map(|unit| units.places(unit).iter().map(move |place| (place.report, unit)))
        };
        links.of_report = ByReport::new(n_reports, UnitIdx(0), places);
        links
    }

    fn bonds(&self, unit: UnitIdx) -> &[(UnitIdx, bool)] {
        let at = unit.0 as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.bonds[start as usize..self.ends[at] as usize]
    }

    /// Whether two reports that a weak match lies in share something else.
    fn support(&self, found: &Match) -> bool {
        let places = |unit: UnitIdx| self.units.places(unit).iter().take(MAX_PLACES);
        places(found.a.unit).any(|a| places(found.b.unit).any(|b| self.share(a.report, b.report, found)))
    }

    fn share(&self, a: ReportIdx, b: ReportIdx, besides: &Match) -> bool {
        // Whatever has a bond, or stands in several places, is among the units of each report that it stands in.
        let of_b = self.of_report.of(b);
        let stands_in_b = |unit: UnitIdx| of_b.binary_search(&unit).is_ok();
        let mut weak = 0;
        for unit in self.of_report.of(a).iter().filter(|unit| **unit != besides.a.unit) {
            let equal = self.units.places(*unit).len() > 1 && stands_in_b(*unit);
            let mut in_b = self.bonds(*unit).iter().filter(|bond| stands_in_b(bond.0)).peekable();
            weak += usize::from(in_b.peek().is_some());
            let enough = weak >= WEAK_SUPPORTS && !besides.is_form;
            if equal || enough || in_b.any(|bond| bond.1) {
                return true;
            }
        }
        a == b
    }
}
