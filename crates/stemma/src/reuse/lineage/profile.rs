//! How much of a report stands elsewhere, and whether it is put together from several others.
//!
//! A page that was pasted together betrays itself as a whole: hardly anything in it is its own, and sentences
//! stand side by side that no other report has both of. A text that somebody wrote has much of its own, and
//! what others took from it they took in runs.

use crate::model::{ByteRange, Evidence, Report, ReportIdx};

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

/// A stretch of a report that stands in others.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Copied {
    range: ByteRange,
    /// Sorted.
    partners: Vec<ReportIdx>,
}

/// The paragraphs of a report, and what of them stands in other reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    bytes: usize,
    /// In the order of the text, none overlapping another.
    copied: Vec<Copied>,
}

impl Profile {
    /// The profile of a report whose passages stand in the given other reports, sorted.
    pub fn new(report: &Report, mut passages: Vec<(ByteRange, Vec<ReportIdx>)>) -> Self {
        let paragraphs = &report.layout.paragraphs;
        passages.retain(|(range, _)| {
            let next = paragraphs.partition_point(|paragraph| paragraph.end <= range.start);
            paragraphs.get(next).is_some_and(|paragraph| paragraph.overlap(*range) > 0)
        });
        passages.sort_by_key(|(range, _)| *range);
        let mut copied: Vec<Copied> = Vec::new();
        for (range, partners) in passages {
            match copied.last_mut() {
                Some(last) if range.start < last.range.end => {
                    last.range.end = last.range.end.max(range.end);
                    last.partners.extend(partners);
                    last.partners.sort_unstable();
                    last.partners.dedup();
                }
                _ => copied.push(Copied { range, partners }),
            }
        }
        Profile { bytes: paragraphs.iter().map(|paragraph| paragraph.len()).sum(), copied }
    }

    /// How much of the text stands in no other report, in whole percent; reports in `without` do not count.
    pub fn own_percent(&self, without: Without) -> u8 {
        let copied: usize = self.copied_but(without).map(|copied| copied.range.len()).sum();
        let percent = (100 * copied.min(self.bytes)).checked_div(self.bytes).unwrap_or(0);
        100 - percent as u8
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
            let in_both = |partner: &&ReportIdx| two[1].partners.binary_search(partner).is_ok();
            let mut common = two[0].partners.iter().filter(in_both);
            n_seams += usize::from(common.all(|partner| without(*partner)));
        }
        n_seams >= MIN_SEAMS && 100 * n_seams >= MIN_SEAM_PERCENT * n_meeting
    }

    /// How much of what two other reports have of it is the same, in percent of what the one has of which it has
    /// less. Sources of a page share little with each other; copies of it overlap.
    pub fn overlap_percent(&self, a: ReportIdx, b: ReportIdx) -> usize {
        let has = |copied: &Copied, report: ReportIdx| copied.partners.binary_search(&report).is_ok();
        let count = |holds: &dyn Fn(&Copied) -> bool| self.copied.iter().filter(|one| holds(one)).count();
        let both = count(&|one| has(one, a) && has(one, b));
        let fewer = count(&|one| has(one, a)).min(count(&|one| has(one, b)));
        (100 * both).checked_div(fewer).unwrap_or(0)
    }

    /// The other reports that have some of it, sorted.
    pub fn partners(&self) -> Vec<ReportIdx> {
        let mut partners: Vec<ReportIdx> =
            self.copied.iter().flat_map(|copied| copied.partners.iter().copied()).collect();
        partners.sort_unstable();
        partners.dedup();
        partners
    }

    /// That it is put together, as evidence.
    pub fn mosaic_evidence(&self, report: ReportIdx, without: Without) -> Evidence {
        Evidence::Mosaic {
            report,
            copied_percent: 100 - self.own_percent(without),
            partners: self.partners().len() as u32,
        }
    }

    fn copied_but<'a>(&'a self, without: Without<'a>) -> impl Iterator<Item = &'a Copied> {
        self.copied.iter().filter(|copied| copied.partners.iter().any(|partner| !without(*partner)))
    }
}
