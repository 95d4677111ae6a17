//! Which places of a report stand in other reports, too.

use crate::model::{Family, FamilyIdx, Passage, Report, ReportIdx};
use crate::reuse::ByReport;

/// A run of a report that other reports have as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    start: u32,
    end: u32,
    /// Where it descends from.
    pub family: FamilyIdx,
    /// How many reports have it, this one included.
    pub n_reports: u32,
}

/// What of each report stands in others.
pub(super) struct Copied {
    /// In the order of the text, without overlap.
    runs: ByReport<Run>,
    /// By report, whether so little of it is copied that it may be background.
    little: Vec<bool>,
}

/// Where less of a report than this is copied (percent of its blocks), what is copied may be background that an agency
/// puts under many stories.
const LITTLE: usize = 25;

impl Copied {
    pub fn new(reports: &[Report], passages: &[Passage], families: &[Family]) -> Self {
        let n_reports = reports.len();
        let n_witnesses: Vec<u32> = families.iter().map(|family| reports_of(family, passages)).collect();
        let shared = || {
            passages.iter().filter_map(|passage| {
                let n_reports = n_witnesses[passage.family.0 as usize];
                let range = passage.span.range;
                let run = Run { start: range.start, end: range.end, family: passage.family, n_reports };
                (n_reports > 1).then_some((passage.span.report, run))
            })
        };
        let nothing = Run { start: 0, end: 0, family: FamilyIdx(0), n_reports: 0 };
        let mut runs = ByReport::new(n_reports, nothing, shared);
        runs.each_mut().for_each(without_overlap);
        let little = (0..).zip(reports).map(|(idx, report)| {
            let copied: usize =
                runs.of(ReportIdx(idx)).iter().map(|run| (run.end - run.start) as usize).sum();
            let blocks = report.layout.titles.iter().chain(&report.layout.paragraphs);
            copied * 100 < blocks.map(|block| block.len()).sum::<usize>() * LITTLE
        });
        Copied { little: little.collect(), runs }
    }

    /// Whether a place may be background: it stands elsewhere, too, and little of its report does.
    pub fn may_be_background(&self, report: usize, place: u32) -> bool {
        self.little[report] && self.at(report, place).is_some()
    }

    /// The run in which a place lies, if it lies in one.
    pub fn at(&self, report: usize, place: u32) -> Option<Run> {
        let runs = self.runs.of(ReportIdx(report as u32));
        let behind = runs.partition_point(|run| run.start <= place);
        let run = runs[..behind].last()?;
        (place < run.end).then_some(*run)
    }
}

fn reports_of(family: &Family, passages: &[Passage]) -> u32 {
    let mut reports: Vec<u32> =
        family.passages.iter().map(|idx| passages[idx.0 as usize].span.report.0).collect();
    reports.sort_unstable();
    reports.dedup();
    reports.len() as u32
}

/// Where two runs overlap, the one that begins first keeps the place.
fn without_overlap(runs: &mut [Run]) {
    runs.sort_unstable_by_key(|run| (run.start, run.end, run.family));
    let mut end = 0;
    for run in runs {
        run.start = run.start.max(end);
        run.end = run.end.max(run.start);
        end = run.end;
    }
}
