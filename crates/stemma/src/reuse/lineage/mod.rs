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
use crate::model::{ByteRange, Descent, Evidence, Family, Report, ReportIdx};
use dates::When;
use descents::Resolved;
use family::{Kin, MAX_FOUNDERS};
use known::{Decision, Known};
use pairs::Pairs;
use profile::Profile;
use rayon::prelude::*;
use sources::{Outcome, find_sources};
use support::Resampling;

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
    let dates: Vec<When> =
        reports.iter().zip(0..).map(|(report, idx)| When::of(ReportIdx(idx), report)).collect();
    let profiles = profiles(reports, &kins);
    let pairs = Pairs::new(&kins, reports.len());
    let mut known = Known::new(&pairs, &profiles);
    order::find_order(&mut known, &dates);
    triangles::learn_from_triangles(&mut known, &kins);
    let first = find_sources(&known, &kins, reports.len(), None);
    learn_from_generations(&mut known, &kins, &first);
    let outcomes = find_sources(&known, &kins, reports.len(), Some(&Resampling::new()));
    let resolved = kins.par_iter().zip(&outcomes);
    resolved.flat_map_iter(|(kin, outcomes)| Resolved { kin, outcomes, known: &known }.descents()).collect()
}

/// How much of each report stands in no other, for the choice of founders in a large family.
fn own_percents(reports: &[Report], drafts: &[Draft]) -> Vec<u8> {
    if drafts.iter().all(|draft| draft.witnesses.len() <= MAX_FOUNDERS) {
        return Vec::new();
    }
    let mut copied: Vec<Vec<(ByteRange, Vec<ReportIdx>)>> = vec![Vec::new(); reports.len()];
    for draft in drafts {
        let (first, last) = (&draft.witnesses[0], &draft.witnesses[draft.witnesses.len() - 1]);
        for witness in &draft.witnesses {
            let report = witness.span.report;
            let another = if first.span.report == report { last.span.report } else { first.span.report };
            if another != report {
                copied[report.0 as usize].push((witness.span.range, vec![another]));
            }
        }
    }
    let profiles = reports.iter().zip(copied).map(|(report, copied)| Profile::new(report, copied));
    profiles.map(|profile| profile.own_percent(&|_| false)).collect()
}

fn profiles(reports: &[Report], kins: &[Kin]) -> Vec<Profile> {
    let mut copied: Vec<Vec<(ByteRange, Vec<ReportIdx>)>> = vec![Vec::new(); reports.len()];
    for kin in kins {
        let founding = kin.founding_reports();
        for view in &kin.views {
            let others = founding.iter().copied().filter(|other| *other != view.report());
            copied[view.report().0 as usize].push((view.span.range, others.collect()));
        }
    }
    reports.par_iter().zip(copied).map(|(report, copied)| Profile::new(report, copied)).collect()
}

/// Of two put-together reports whose order is open, the one that copied a third such report is the younger: a page
/// that took from one such page is more likely the copy of another than its source.
fn learn_from_generations(known: &mut Known, kins: &[Kin], outcomes: &[Vec<Outcome>]) {
    let mut copied: Vec<Option<ReportIdx>> = vec![None; known.profiles.len()];
    for (kin, outcomes) in kins.iter().zip(outcomes) {
        for (view, outcome) in kin.views.iter().zip(outcomes) {
            let Outcome::From { parent, .. } = outcome else { continue };
            let parent = kin.views[*parent as usize].report();
            let first = &mut copied[view.report().0 as usize];
            if known.is_mosaic(parent) && first.is_none_or(|known| parent < known) {
                *first = Some(parent);
            }
        }
    }
    let decide = |pair: usize| {
        let (a, b) = (known.pairs.pairs[pair].low, known.pairs.pairs[pair].high);
        let (older, report, copied) = match (copied[a.0 as usize], copied[b.0 as usize]) {
            (None, Some(of_b)) => (a, b, of_b),
            (Some(of_a), None) => (b, a, of_a),
            _ => return None,
        };
        let evidence = Some(Evidence::SecondGeneration { report, copied });
        (known.is_mosaic(a) && known.is_mosaic(b))
            .then_some((pair, Decision { older, evidence, points: None, is_contradicted: false }))
    };
    let decisions = known.open_pairs().filter_map(decide).collect();
    known.add(decisions);
}
