//! A pile with its dates: when each report was published, and the times and quantities in it.

use crate::annotate::quantity::find_quantities;
use crate::annotate::time::find_times;
use crate::dating::{find_dates, only_day};
use crate::model::{
    Account, ByteRange, Dating, Day, Family, FurnitureKind, Passage, Quantity, Report, ReportIdx, Source,
    TimeExpression,
};
use crate::text::Reading;
use crate::{Config, Observer, reuse, text};
use rayon::prelude::*;

/// What a pile tells of when and how many, by report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annotated {
    /// The reports.
    pub reports: Vec<Report>,
    /// When each was published, as far as that can be told.
    pub datings: Vec<Dating>,
    /// The times of each, reckoned from the day that its dating leaves, if it leaves one.
    pub times: Vec<Vec<TimeExpression>>,
    /// The quantities of each.
    pub quantities: Vec<Vec<Quantity>>,
}

/// Reads a pile of sources and says when, how long and how many.
pub fn annotated(sources: Vec<Source>, config: &Config, observer: &dyn Observer) -> Annotated {
    observer.stage("reading", sources.len());
    let reports = text::reports(sources);
    let readings: Vec<Reading> = reports.par_iter().map(text::read).collect();
    let found = reuse::find_reuse(&reports, &readings.iter().collect::<Vec<_>>(), &config.reuse, observer);
    let datings = date(&reports, &readings, &found.passages, &found.families);
    let times: Vec<_> = each(&reports, |idx, report| {
        times_of(ReportIdx(idx as u32), report, &readings[idx], only_day(&datings[idx]))
    });
    let quantities = each(&reports, |idx, report| {
        let sentences = readings[idx].sentences.iter().map(|sentence| sentence.range);
        find_quantities(ReportIdx(idx as u32), &report.text, sentences, &times[idx])
    });
    Annotated { reports, datings, times, quantities }
}

/// When the reports of an account were published, as far as that can be told.
pub fn datings(account: &Account) -> Vec<Dating> {
    let readings: Vec<Reading> = account.reports.par_iter().map(text::read).collect();
    date(&account.reports, &readings, &account.passages, &account.families)
}

/// When reports were published, from their times as they stand and the passages that they share.
fn date(reports: &[Report], readings: &[Reading], passages: &[Passage], families: &[Family]) -> Vec<Dating> {
    let undated: Vec<_> =
        each(reports, |idx, report| times_of(ReportIdx(idx as u32), report, &readings[idx], None));
    find_dates(reports, &undated, passages, families)
}

/// What a function gives for each report, in parallel and in order.
fn each<T: Send>(reports: &[Report], find: impl Fn(usize, &Report) -> T + Sync) -> Vec<T> {
    reports.par_iter().enumerate().map(|(idx, report)| find(idx, report)).collect()
}

/// The times of a report and of its date lines, in the order of the text, reckoned from its day where that is known.
pub fn times_of(idx: ReportIdx, report: &Report, reading: &Reading, day: Option<Day>) -> Vec<TimeExpression> {
    let lines = report.layout.furniture.iter().filter(|line| line.kind == FurnitureKind::DateLine);
    let sentences = reading.sentences.iter().map(|sentence| sentence.range);
    let mut ranges: Vec<ByteRange> = sentences.chain(lines.map(|line| line.range)).collect();
    ranges.sort_unstable();
    find_times(idx, &report.text, ranges, day)
}
