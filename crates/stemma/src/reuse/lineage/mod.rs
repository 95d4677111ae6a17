//! Who copied whom inside a family, and what shows it?
//!
//! In: the families with their witnesses. Out: a [`Descent`] for each witness of a family that stands in
//! several reports. A report is a mosaic, so it has a parent for each passage, not one as a whole; but what a
//! report is as a whole tells on which side of a copy it stands.
//!
//! The steps, one file each: every report gets a `profile` (how much of it stands elsewhere, and whether it is
//! put together); two `witness`es of a family are put to a `comparison`, and the differences searched for
//! `traces` of copying; all that speaks for an `order` of two reports (`dates` before anything else) is
//! weighed; and each family grows its `tree`. What trees show of reports whose order was open until then
//! is used in a second round.
//!
//! Invariants: no cycles; nothing copied from a report that was published later; copies that are equal word
//! for word, with nothing else to tell, are not decidable; the order of input changes nothing; a family of
//! any size takes time linear in its witnesses.

mod comparison;
mod dates;
mod family;
mod known;
mod order;
mod profile;
mod second_round;
mod traces;
mod tree;
mod witness;

use super::passages::Draft;
use super::units::Units;
use crate::model::{ByteRange, Descent, Family, Report, ReportIdx};
use family::Kin;
use known::Known;
use order::{PairTraces, Pairs, find_order};
use profile::Profile;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Who copied whom, by family and passage. `drafts` are the families before they were numbered.
pub fn find_lineage(
    reports: &[Report],
    units: &Units,
    drafts: &[Draft],
    families: &[Family],
) -> Vec<Descent> {
    let own = own_percents(reports, drafts);
    let kins: Vec<Kin> = drafts
        .par_iter()
        .zip(families)
        .filter(|(draft, _)| draft.witnesses.iter().any(|w| w.span.report != draft.witnesses[0].span.report))
        .map(|(draft, family)| Kin::new(reports, units, draft, family, &own))
        .collect();
    let profiles = profiles(reports, &kins);
    let pairs = pair_traces(&kins);
    let mut known = Known::new(find_order(reports, &profiles, &pairs), &profiles, &pairs);
    second_round::learn_from_trees(&mut known, &kins);
    kins.par_iter().flat_map_iter(|kin| kin.descents(&known)).collect()
}

/// How much of each report stands in no other, for the choice of founders.
fn own_percents(reports: &[Report], drafts: &[Draft]) -> Vec<u8> {
    let mut copied: Vec<Vec<(ByteRange, BTreeSet<ReportIdx>)>> = vec![Vec::new(); reports.len()];
    for draft in drafts {
        let (first, last) = (&draft.witnesses[0], &draft.witnesses[draft.witnesses.len() - 1]);
        for witness in &draft.witnesses {
            let report = witness.span.report;
            let another = if first.span.report == report { last.span.report } else { first.span.report };
            if another != report {
                copied[report.0 as usize].push((witness.span.range, BTreeSet::from([another])));
            }
        }
    }
    let profiles = reports.iter().zip(copied).map(|(report, copied)| Profile::new(report, copied));
    profiles.map(|profile| profile.own_percent(&|_| false)).collect()
}

fn profiles(reports: &[Report], kins: &[Kin]) -> Vec<Profile> {
    let mut copied: Vec<Vec<(ByteRange, BTreeSet<ReportIdx>)>> = vec![Vec::new(); reports.len()];
    for kin in kins {
        for view in &kin.views {
            let mut partners = kin.founding_reports();
            partners.remove(&view.report());
            copied[view.report().0 as usize].push((view.span.range, partners));
        }
    }
    reports.iter().zip(copied).map(|(report, copied)| Profile::new(report, copied)).collect()
}

/// The traces of all passages that two reports share; of a report with several witnesses in one family,
/// those of the nearest pair.
fn pair_traces(kins: &[Kin]) -> Pairs<PairTraces> {
    let mut pairs: Pairs<PairTraces> = Pairs::new();
    for kin in kins {
        for (pair, (forward, backward)) in kin.pair_traces() {
            let entry = pairs.entry(pair).or_default();
            entry.forward.push(forward);
            entry.backward.push(backward);
        }
    }
    pairs
}
