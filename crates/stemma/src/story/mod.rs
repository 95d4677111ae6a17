//! Which reports, or parts of reports, tell one happening and what came of it?

mod agglomerate;
mod copied;
mod features;
mod groups;
mod logarithm;
mod neighbours;
mod vectors;
mod vocabulary;

pub use features::{Features, features};

use crate::model::{Family, Passage, Report, ReportIdx, Span, Story, ByteRange};
use copied::Copied;
use groups::Group;
use vocabulary::Vocabulary;

/// Finds the stories of a pile.
pub fn find_stories(reports: &[Report], features: &[Features], passages: &[Passage], families: &[Family]) -> Vec<Story> {
    let copied = Copied::new(reports.len(), passages, families);
    let n_titles: Vec<usize> = reports.iter().map(|report| report.layout.titles.len()).collect();
    let (_vocabulary, rows) = Vocabulary::learn(features, &n_titles, &copied);
    let groups = (0..).zip(rows).map(|(report, row)| Group::of_one(report, row)).collect();
    agglomerate::agglomerate(groups).into_iter().map(|group| Story {
        parts: group.reports.iter().map(|r| Span { report: ReportIdx(*r), range: ByteRange::new(0, reports[*r as usize].text.len()) }).collect(),
        terms: vec![],
    }).collect()
}
