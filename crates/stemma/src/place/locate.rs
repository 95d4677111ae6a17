//! The places that the reports of a pile name, each read with what the other reports of its stories say.

use super::{Atlas, PlaceName, Surroundings, resolve};
use crate::model::{PlaceMention, Report, ReportIdx, Story};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Finds which places names stand for, in the order of reports and of their texts; `names` are those of each report.
pub fn locate(
    reports: &[Report],
    names: &[Vec<PlaceName>],
    stories: &[Story],
    atlas: Atlas,
) -> Vec<PlaceMention> {
    let names: Vec<Vec<PlaceName>> =
        reports.iter().zip(names).map(|(report, names)| without_furniture(report, names)).collect();
    let read = |at: usize, around: &Surroundings| {
        resolve(ReportIdx(at as u32), &reports[at].text, &names[at], atlas, around)
    };
    let alone: Vec<Vec<PlaceMention>> =
        (0..names.len()).into_par_iter().map(|at| read(at, &Surroundings::default())).collect();
    let mates = mates(reports.len(), stories);
    let all = (0..names.len()).into_par_iter().map(|at| {
        let others = mates[at].iter().filter(|other| other.0 as usize != at);
        let around = Surroundings::of(others.flat_map(|other| &alone[other.0 as usize]));
        if around == Surroundings::default() { alone[at].clone() } else { read(at, &around) }
    });
    all.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// Names that stand in the account proper: what recurs over a site was found to be furniture after its names were found.
fn without_furniture(report: &Report, names: &[PlaceName]) -> Vec<PlaceName> {
    let furniture = &report.layout.furniture;
    let stands_outside = |name: &&PlaceName| {
        let before = furniture.partition_point(|line| line.range.start <= name.range.start);
        before.checked_sub(1).is_none_or(|at| furniture[at].range.end <= name.range.start)
    };
    names.iter().filter(stands_outside).copied().collect()
}

/// How many other reports of its stories a report is read with, at most: more say nothing else.
const MOST_MATES: usize = 50;

/// By report: reports of the stories that it is part of.
fn mates(n_reports: usize, stories: &[Story]) -> Vec<BTreeSet<ReportIdx>> {
    let mut mates = vec![BTreeSet::new(); n_reports];
    for story in stories {
        let reports: BTreeSet<ReportIdx> = story.parts.iter().map(|part| part.report).collect();
        for report in &reports {
            let room = MOST_MATES.saturating_sub(mates[report.0 as usize].len());
            mates[report.0 as usize].extend(reports.iter().take(room).copied());
        }
    }
    mates
}
