//! Who copied whom inside a family, and what shows it?
//!
//! In: the families with their witnesses. Out: a [`Descent`] for each witness of a family that stands in
//! several reports. A report is a mosaic, so it has a parent for each passage, not one as a whole; but what a
//! report is as a whole tells on which side of a copy it stands, and who copies has one page open or a few.
//!
//! The steps, one file each: the `witness`es of a `family` are laid out side by side (`collation`, along their
//! `common_words`), and any two of them in different reports become part of the `pairs` of reports. Every
//! report gets a `profile` (how much of it stands elsewhere, and whether it is put together). All that speaks
//! for an `order` of two reports (`dates` before anything else, also those of `date_lines`; then `traces` of
//! copying) is weighed and gathered in what is `known`; `triangles` and put-together sources add to it. Then the
//! passages of each report are given to its `sources`, with the `support` that drawing them again leaves, and
//! each family tells the `descents` of its witnesses.
//!
//! Invariants: no cycles; nothing copied from a report that was published later; copies that are equal word
//! for word, with nothing else to tell, are not decidable; the order of input changes nothing; a family of
//! any size takes time linear in its witnesses.

mod collation;
mod common_words;
mod date_lines;
mod dates;
mod descents;
mod family;
mod known;
mod order;
mod pairs;
mod profile;
mod sources;
mod support;
mod traces;
mod triangles;
mod witness;

use super::passages::Draft;
use super::units::Units;
use crate::model::{Descent, Evidence, Family, Report, ReportIdx};
use dates::When;
use descents::Resolved;
use family::{Kin, MAX_FOUNDERS};
use known::{Finding, Known};
use pairs::Pairs;
use profile::{Profiles, own_percents};
use rayon::prelude::*;
use sources::{Outcome, find_sources, outcomes_of};
use support::Resampling;
use witness::Texts;

/// Witnesses of a pile whose words stay laid out: those of tens of thousands of reports fit into memory beside their
/// texts, those of a million do not.
const MAX_KEPT_WITNESSES: usize = 1 << 19;
/// Families whose descents are put together at a time.
const KINS_AT_ONCE: usize = 1 << 14;

/// Who copied whom, by family and passage. `drafts` are the families before they were numbered.
pub fn find_lineage(
    reports: &[Report],
    units: &Units,
    drafts: &[Draft],
    families: &[Family],
) -> Vec<Descent> {
    let is_large = drafts.iter().any(|draft| draft.witnesses.len() > MAX_FOUNDERS);
    let own = if is_large { own_percents(reports, drafts) } else { Vec::new() };
    let keeps = drafts.iter().map(|draft| draft.witnesses.len()).sum::<usize>() <= MAX_KEPT_WITNESSES;
    let texts = Texts { reports, units };
    let kins: Vec<Kin> = drafts
        .par_iter()
        .zip(families)
        .filter(|(draft, _)| draft.is_shared())
        .map(|(draft, family)| Kin::new(texts, draft, family, &own, keeps))
        .collect();
    let dates: Vec<When> =
        reports.par_iter().enumerate().map(|(idx, report)| When::of(ReportIdx(idx as u32), report)).collect();
    let profiles = Profiles::new(reports, &kins);
    let pairs = Pairs::new(&kins, reports.len());
    let mut known = Known::new(&pairs, &profiles, &dates);
    order::find_order(&mut known, &dates);
    triangles::learn_from_triangles(&mut known);
    learn_from_generations(&mut known);
    let outcomes = find_sources(&known, &kins, &Resampling::new());
    let mut descents = Vec::new();
    for first in (0..kins.len()).step_by(KINS_AT_ONCE) {
        let some = first..kins.len().min(first + KINS_AT_ONCE);
        let resolved = some
            .into_par_iter()
            .map(|idx| Resolved { kin: &kins[idx], outcomes: outcomes.of(idx), known: &known }.descents());
        let resolved: Vec<Vec<Descent>> = resolved.collect();
        resolved.into_iter().for_each(|some| descents.extend(some));
    }
    descents
}

/// Of two put-together reports whose order is open, the one that copied a third such report is the younger: a page
/// that took from one such page is more likely the copy of another than its source.
fn learn_from_generations(known: &mut Known) {
    let are_mosaics = |pair: &usize| {
        let (a, b) = known.pairs.reports(*pair);
        known.is_mosaic(a) && known.is_mosaic(b)
    };
    let open: Vec<usize> = known.open_pairs().filter(are_mosaics).collect();
    let mut mosaics: Vec<ReportIdx> =
        open.iter().map(|pair| known.pairs.reports(*pair)).flat_map(|(a, b)| [a, b]).collect();
    mosaics.sort_unstable();
    mosaics.dedup();
    let copied: Vec<Option<ReportIdx>> =
        mosaics.par_iter().map(|report| first_copied_mosaic(known, *report)).collect();
    let copied = |report: ReportIdx| mosaics.binary_search(&report).ok().and_then(|at| copied[at]);
    let decide = |pair: &usize| {
        let (a, b) = known.pairs.reports(*pair);
        let (older, report, copied) = match (copied(a), copied(b)) {
            (None, Some(of_b)) => (a, b, of_b),
            (Some(of_a), None) => (b, a, of_a),
            _ => return None,
        };
        let evidence = Some(Evidence::SecondGeneration { report, copied });
        Some(Finding { pair: *pair, older, evidence, points: None })
    };
    let findings = open.iter().filter_map(decide).collect();
    known.add(findings);
}

/// The first put-together report that a report copied, as far as is known.
fn first_copied_mosaic(known: &Known, report: ReportIdx) -> Option<ReportIdx> {
    let parent = |((kin, _), outcome): ((u32, u32), Outcome)| match outcome {
        Outcome::From { parent, .. } => Some(known.pairs.kins[kin as usize].report(parent as usize)),
        _ => None,
    };
    outcomes_of(known, report, None).filter_map(parent).filter(|parent| known.is_mosaic(*parent)).min()
}
