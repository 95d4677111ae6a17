//! How much of a report stands elsewhere, and whether it is put together from several others.
//!
//! A page that was pasted together betrays itself as a whole: hardly anything in it is its own, and sentences
//! stand side by side that no other report has both of. A text that somebody wrote has much of its own, and
//! what others took from it they took in runs.

use super::family::Kin;
use super::pairs::Place;
use crate::model::{ByteRange, Evidence, Report, ReportIdx};
use crate::reuse::by_report::ByReport;
use crate::reuse::passages::Draft;

/// A report that is put together has at most this much text of its own, in percent.
const MAX_OWN_PERCENT: u8 = 25;
/// It has at least this many seams,
const MIN_SEAMS: usize = 2;
/// and of the places where two copied stretches meet, at least this share is seams, in percent.
const MIN_SEAM_PERCENT: usize = 40;
/// Two copied stretches meet where no more than this many bytes stand between them: a blank line or a list
/// mark, not a sentence.
const MAX_BETWEEN: u32 = 24;

/// Which reports do not count.
pub type Without<'a> = &'a dyn Fn(ReportIdx) -> bool;

/// What of the paragraphs of all reports stands in others.
pub struct Profiles<'k, 'a> {
    reports: &'a [Report],
    kins: &'k [Kin<'a>],
    /// By report: its witnesses in paragraphs, in the order of the text.
    copied: ByReport<Place>,
}

impl<'k, 'a> Profiles<'k, 'a> {
    /// The profiles of all reports.
    pub fn new(reports: &'a [Report], kins: &'k [Kin<'a>]) -> Self {
        let all = || {
            kins.iter().zip(0..).flat_map(|(kin, idx)| {
                let inside = (0..kin.len())
                    .filter(|view| is_in_paragraph(reports, kin.report(*view), range(kin, *view)));
                inside.map(move |view| (kin.report(view), (idx, view as u32)))
            })
        };
        let mut copied = ByReport::new(reports.len(), (0, 0), all);
        let range = |place: &Place| range(&kins[place.0 as usize], place.1 as usize);
        copied.each_mut().for_each(|of_report| of_report.sort_by_key(range));
        Profiles { reports, kins, copied }
    }

    /// How many reports there are.
    pub fn len(&self) -> usize {
        self.reports.len()
    }

    /// The profile of a report.
    pub fn of(&self, report: ReportIdx) -> Profile<'_> {
        let places = self.copied.of(report);
        let mut copied: Vec<Copied> = Vec::new();
        let mut start = 0;
        for (at, place) in places.iter().enumerate() {
            let range = range(&self.kins[place.0 as usize], place.1 as usize);
            match copied.last_mut() {
                Some(last) if range.start < last.range.end => {
                    last.range.end = last.range.end.max(range.end);
                    last.places = &places[start..at + 1];
                }
                _ => {
                    copied.push(Copied { range, places: &places[at..at + 1] });
                    start = at;
                }
            }
        }
        let bytes = body_bytes(&self.reports[report.0 as usize]);
        Profile { report, kins: self.kins, bytes, copied }
    }
}

fn range(kin: &Kin, view: usize) -> ByteRange {
    kin.witness(view).span.range
}

fn body_bytes(report: &Report) -> usize {
    report.layout.paragraphs.iter().map(|paragraph| paragraph.len()).sum()
}

fn is_in_paragraph(reports: &[Report], report: ReportIdx, range: ByteRange) -> bool {
    let paragraphs = &reports[report.0 as usize].layout.paragraphs;
    let next = paragraphs.partition_point(|paragraph| paragraph.end <= range.start);
    paragraphs.get(next).is_some_and(|paragraph| paragraph.overlap(range) > 0)
}

/// How much of each report stands in no other, in whole percent.
pub fn own_percents(reports: &[Report], drafts: &[Draft]) -> Vec<u8> {
    let shared = drafts.iter().filter(|draft| draft.is_shared());
    let all = || {
        let spans = shared.clone().flat_map(|draft| &draft.witnesses).map(|witness| witness.span);
        let inside = spans.filter(|span| is_in_paragraph(reports, span.report, span.range));
        inside.map(|span| (span.report, span.range))
    };
    let mut copied = ByReport::new(reports.len(), ByteRange { start: 0, end: 0 }, all);
    let percent = |(report, ranges): (&Report, &mut [ByteRange])| {
        ranges.sort_unstable();
        let (mut sum, mut end) = (0, 0);
        for range in ranges {
            sum += range.end.saturating_sub(range.start.max(end)) as usize;
            end = end.max(range.end);
        }
        own_percent(sum, body_bytes(report))
    };
    reports.iter().zip(copied.each_mut()).map(percent).collect()
}

fn own_percent(copied: usize, bytes: usize) -> u8 {
    let percent = (100 * copied.min(bytes)).checked_div(bytes).unwrap_or(0);
    100 - percent as u8
}

/// A stretch of a report that stands in others.
#[derive(Clone, Copy)]
struct Copied<'p> {
    range: ByteRange,
    /// The witnesses that make it up.
    places: &'p [Place],
}

/// The paragraphs of a report, and what of them stands in other reports.
pub struct Profile<'p> {
    report: ReportIdx,
    kins: &'p [Kin<'p>],
    bytes: usize,
    /// In the order of the text, none overlapping another.
    copied: Vec<Copied<'p>>,
}

impl Profile<'_> {
    /// How much of the text stands in no other report, in whole percent; reports in `without` do not count.
    pub fn own_percent(&self, without: Without) -> u8 {
        own_percent(self.copied_but(without).map(|copied| copied.range.len()).sum(), self.bytes)
    }

    /// Whether it is put together from others; reports in `without` do not count.
    pub fn is_mosaic(&self, without: Without) -> bool {
        if self.own_percent(without) > MAX_OWN_PERCENT {
            return false;
        }
        let copied: Vec<&Copied> = self.copied_but(without).collect();
        let meeting = copied.windows(2).filter(|two| two[1].range.start - two[0].range.end <= MAX_BETWEEN);
        let (mut n_meeting, mut n_seams) = (0, 0);
        for two in meeting {
            n_meeting += 1;
            let mut common = self.partners_of(two[0]).filter(|partner| self.has(two[1], *partner));
            n_seams += usize::from(common.all(without));
        }
        n_seams >= MIN_SEAMS && 100 * n_seams >= MIN_SEAM_PERCENT * n_meeting
    }

    /// How much of what two other reports have of it is the same, in percent of what the one has of which it has
    /// less. Sources of a page share little with each other; copies of it overlap.
    pub fn overlap_percent(&self, a: ReportIdx, b: ReportIdx) -> usize {
        let (mut of_a, mut of_b, mut of_both) = (0, 0, 0);
        for copied in &self.copied {
            let (has_a, has_b) = (self.has(copied, a), self.has(copied, b));
            of_a += usize::from(has_a);
            of_b += usize::from(has_b);
            of_both += usize::from(has_a && has_b);
        }
        (100 * of_both).checked_div(of_a.min(of_b)).unwrap_or(0)
    }

    /// The other reports that have some of it, sorted.
    pub fn partners(&self) -> Vec<ReportIdx> {
        let mut partners: Vec<ReportIdx> =
            self.copied.iter().flat_map(|copied| self.partners_of(copied)).collect();
        partners.sort_unstable();
        partners.dedup();
        partners
    }

    /// That it is put together, as evidence.
    pub fn mosaic_evidence(&self, without: Without) -> Evidence {
        Evidence::Mosaic {
            report: self.report,
            copied_percent: 100 - self.own_percent(without),
            partners: self.partners().len() as u32,
        }
    }

    /// The other reports that have some of a stretch, some of them several times.
    fn partners_of(&self, copied: &Copied) -> impl Iterator<Item = ReportIdx> {
        let kins = copied.places.iter().map(|(kin, _)| &self.kins[*kin as usize]);
        kins.flat_map(Kin::founding_reports).filter(|partner| *partner != self.report)
    }

    fn has(&self, copied: &Copied, report: ReportIdx) -> bool {
        self.partners_of(copied).any(|partner| partner == report)
    }

    fn copied_but(&self, without: Without) -> impl Iterator<Item = &Copied<'_>> {
        self.copied.iter().filter(|copied| self.partners_of(copied).any(|partner| !without(partner)))
    }
}
