//! The places that the reports of an account name, each read with what the other reports of its stories say.

use super::{Atlas, PlaceName, Surroundings, find_names, resolve};
use crate::model::{Account, PlaceMention, ReportIdx};
use crate::{language, text};
use rayon::prelude::*;
use std::collections::BTreeSet;
use stemma_language::English;

/// Finds the places that the reports of an account name, in the order of reports and of their texts.
pub fn located(account: &Account, english: &English, atlas: Atlas) -> Vec<PlaceMention> {
    let names: Vec<Vec<PlaceName>> = account
        .reports
        .par_iter()
        .map(|report| {
            let reading = text::read(report);
            find_names(report, &reading, &language::analyse(report, &reading, &english.model), atlas)
        })
        .collect();
    let read = |at: usize, around: &Surroundings| {
        resolve(ReportIdx(at as u32), &account.reports[at].text, &names[at], atlas, around)
    };
    let alone: Vec<Vec<PlaceMention>> =
        (0..names.len()).into_par_iter().map(|at| read(at, &Surroundings::default())).collect();
    let mates = mates(account);
    let all = (0..names.len()).into_par_iter().map(|at| {
        let others = mates[at].iter().filter(|other| other.0 as usize != at);
        let mentions = others.flat_map(|other| &alone[other.0 as usize]);
        read(at, &Surroundings::of(mentions))
    });
    all.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// How many other reports of its stories a report is read with, at most: more say nothing else.
const MOST_MATES: usize = 50;

/// By report: reports of the stories that it is part of.
fn mates(account: &Account) -> Vec<BTreeSet<ReportIdx>> {
    let mut mates = vec![BTreeSet::new(); account.reports.len()];
    for story in &account.stories {
        let reports: BTreeSet<ReportIdx> = story.parts.iter().map(|part| part.report).collect();
        for report in &reports {
            let room = MOST_MATES.saturating_sub(mates[report.0 as usize].len());
            mates[report.0 as usize].extend(reports.iter().take(room).copied());
        }
    }
    mates
}
