//! Which reports, or parts of reports, tell one happening and what came of it?
//!
//! In: the words of each report (`features`, made where its analyses are at hand), and the passages that reports share.
//! Out: stories, as runs of whole blocks of reports, with the words that tie them.
//!
//! The steps, one file each: the `vocabulary` of the pile says what each word proves, with what is `copied` counted
//! once, and turns reports into `vectors`; `twins` stand for one report; `groups` of reports that are similar enough `agglomerate`, compared only with
//! their `neighbours`; `short` reports go where most of their words
//! stand; blocks that nothing ties to their report are `splices` and go to the story that claims them, or
//! to one of their own; `parts` are the runs of blocks that remain, `telling` the words to show.
//!
//! Invariants: every report belongs to at least one story; parts hold whole blocks and do not overlap; the result depends
//! on the texts alone; no step compares all pairs. Precision comes first: two stories taken for one make strangers
//! confirm each other, one story taken for two only says less.
//!
//! All numbers are whole numbers, so that sums come out the same in any order and on any machine.

mod agglomerate;
mod copied;
mod features;
mod groups;
mod logarithm;
mod neighbours;
mod parts;
mod short;
mod splices;
mod telling;
mod twins;
mod vectors;
mod vocabulary;

pub use features::{Features, features};

use crate::model::{Family, Passage, Report, ReportIdx, Span, Story};
use agglomerate::agglomerate;
use copied::Copied;
use groups::Group;
use splices::Splice;
use std::collections::BTreeMap;
use vocabulary::Vocabulary;

/// Finds the stories of a pile, by their first parts. `features` are those of the reports, in the order of the account.
pub fn find_stories(
    reports: &[Report],
    features: &[Features],
    passages: &[Passage],
    families: &[Family],
) -> Vec<Story> {
    let copied = Copied::new(reports, passages, families);
    let n_titles: Vec<usize> = reports.iter().map(|report| report.layout.titles.len()).collect();
    let (vocabulary, rows) = Vocabulary::learn(features, &n_titles, &copied);
    let twins = twins::twins(reports, passages, families);
    let firsts = (0..).zip(rows).filter(|(report, _)| twins[*report as usize] == *report);
    let mut groups = agglomerate(firsts.map(|(report, row)| Group::of_one(report, row)).collect());
    let mut listed: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (report, first) in (0..).zip(&twins).filter(|(report, first)| report != *first) {
        listed.entry(*first).or_default().push(report);
    }
    groups.iter_mut().for_each(|group| group.add_twins(&listed));
    let groups = short::join(groups, reports, passages, families);
    let splices = splices::find_splices(&groups, features, &vocabulary, &copied);
    let homes = homes(&splices, features, &vocabulary, groups.len() as u32);
    let mut parts: Vec<(u32, Span)> = Vec::new();
    for (story, group) in (0..).zip(&groups) {
        for report in &group.reports {
            let from = homes.partition_point(|home| home.0 < *report);
            let foreign = homes[from..].iter().take_while(|home| home.0 == *report);
            let foreign: Vec<(u32, u32)> = foreign.map(|(_, place, story)| (*place, *story)).collect();
            parts.extend(parts::parts(ReportIdx(*report), &reports[*report as usize], story, &foreign));
        }
    }
    parts.sort_unstable();
    let mut stories: Vec<Story> = parts
        .chunk_by(|a, b| a.0 == b.0)
        .map(|of_story| {
            let parts: Vec<Span> = of_story.iter().map(|(_, part)| *part).collect();
            Story { terms: telling::telling_words(&parts, features, &vocabulary), parts }
        })
        .collect();
    stories.sort_unstable_by(|a, b| a.parts.cmp(&b.parts));
    stories
}

/// Where spliced blocks belong: report, a place in the block, story. Those that no story of the pile claims become stories
/// of their own, numbered from `next`, together where they are similar.
fn homes(
    splices: &[Splice],
    features: &[Features],
    vocabulary: &Vocabulary,
    next: u32,
) -> Vec<(u32, u32, u32)> {
    let unclaimed: Vec<&Splice> = splices.iter().filter(|splice| splice.claimed_by.is_none()).collect();
    let rows = unclaimed.iter().map(|splice| vocabulary.row(splice.terms(features)));
    let groups = agglomerate((0..).zip(rows).map(|(nth, row)| Group::of_one(nth, row)).collect());
    let claimed = splices.iter().filter_map(|splice| Some((splice, splice.claimed_by?)));
    let own = (next..)
        .zip(&groups)
        .flat_map(|(story, group)| group.reports.iter().map(move |nth| (*nth as usize, story)));
    let own = own.map(|(nth, story)| (unclaimed[nth], story));
    let mut homes: Vec<(u32, u32, u32)> = claimed
        .chain(own)
        .map(|(splice, story)| (splice.report, splice.terms(features)[0].start, story))
        .collect();
    homes.sort_unstable();
    homes
}
