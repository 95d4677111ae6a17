//! What does each report as a whole have in common with the others, and what is new in it?
//!
//! In: passages, families and their lineage. Out: for each report how many bytes of its paragraphs stand in others,
//! in which, from which parents, and the runs that stand in no other. Each witness is cut down to the
//! paragraphs once; what overlaps counts once for each figure.

use crate::account::union;
use crate::model::{
    ByteRange, Descent, Family, PairShare, Parent, ParentKind, ParentShare, Passage, PassageIdx, Report,
    ReportIdx, Shares, Span,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A family in more reports is left out of the figures for pairs, for pairs grow with the square of the
/// reports. What so many reports carry says little about any two of them.
pub const PAIRWISE_LIMIT: usize = 100;

/// White space that is cut from the ends of what is new. Only these four, so that anybody can do the same.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// The text of a report and where its paragraphs lie, in order.
#[derive(Debug, Clone, Copy)]
pub struct Body<'a> {
    /// The text.
    pub text: &'a str,
    /// The paragraphs.
    pub paragraphs: &'a [ByteRange],
}

/// What each report has in common with the others, in the order of the reports.
pub fn find_shares(
    reports: &[Report],
    passages: &[Passage],
    families: &[Family],
    lineage: &[Descent],
) -> Vec<Shares> {
    let bodies: Vec<Body> = reports
        .iter()
        .map(|report| Body { text: &report.text, paragraphs: &report.layout.paragraphs })
        .collect();
    shares_of(&bodies, passages, families, lineage)
}

/// The same for texts that need not be reports of an account: a check has them from elsewhere.
pub(crate) fn shares_of(
    bodies: &[Body],
    passages: &[Passage],
    families: &[Family],
    lineage: &[Descent],
) -> Vec<Shares> {
    let pile = Pile::new(bodies.len(), passages, families, lineage);
    let mut all: Vec<Shares> =
        bodies.par_iter().enumerate().map(|(idx, body)| pile.shares(ReportIdx(idx as u32), body)).collect();
    leave_out_repeated(bodies, &mut all);
    all
}

/// What reads the same in two reports is new in neither, though it be too short or too common for a passage.
fn leave_out_repeated(bodies: &[Body], all: &mut [Shares]) {
    let words = |span: &Span| span.range.of(bodies[span.report.0 as usize].text);
    let mut reports: BTreeMap<&str, (ReportIdx, bool)> = BTreeMap::new();
    for span in all.iter().flat_map(|shares| &shares.new) {
        let known = reports.entry(words(span)).or_insert((span.report, false));
        known.1 |= known.0 != span.report;
    }
    for shares in all {
        shares.new.retain(|span| !reports[words(span)].1);
    }
}

/// What all reports are compared by.
struct Pile<'a> {
    passages: &'a [Passage],
    /// By family: the reports that have a witness, in order.
    reports: Vec<Vec<ReportIdx>>,
    /// By passage: where it comes from; absent where it stands in one report only.
    parents: Vec<Option<ParentKind>>,
    /// By report: its passages that another report has a witness of.
    copied: Vec<Vec<PassageIdx>>,
}

impl<'a> Pile<'a> {
    fn new(n_reports: usize, passages: &'a [Passage], families: &[Family], lineage: &[Descent]) -> Self {
        let report_of = |passage: &PassageIdx| passages[passage.0 as usize].span.report;
        let mut copied = vec![Vec::new(); n_reports];
        let reports = families.iter().map(|family| {
            let mut reports: Vec<ReportIdx> = family.passages.iter().map(report_of).collect();
            reports.sort_unstable();
            reports.dedup();
            for passage in family.passages.iter().filter(|_| reports.len() > 1) {
                copied[report_of(passage).0 as usize].push(*passage);
            }
            reports
        });
        let reports = reports.collect();
        let mut parents = vec![None; passages.len()];
        for descent in lineage {
            parents[descent.passage.0 as usize] = Some(match descent.parent {
                Parent::Passage(parent) => ParentKind::Report(report_of(&parent)),
                Parent::LostAncestor => ParentKind::LostAncestor,
                Parent::Original => ParentKind::Original,
                Parent::NotDecidable => ParentKind::NotDecidable,
            });
        }
        Pile { passages, reports, parents, copied }
    }

    fn shares(&self, report: ReportIdx, body: &Body) -> Shares {
        let mut all: Vec<ByteRange> = Vec::new();
        let mut with: BTreeMap<ReportIdx, Vec<ByteRange>> = BTreeMap::new();
        let mut from: BTreeMap<ParentKind, Vec<ByteRange>> = BTreeMap::new();
        for idx in &self.copied[report.0 as usize] {
            let passage = &self.passages[idx.0 as usize];
            let pieces = inside(body.paragraphs, passage.span.range);
            let reports = &self.reports[passage.family.0 as usize];
            if reports.len() <= PAIRWISE_LIMIT {
                for other in reports.iter().filter(|other| **other != report) {
                    with.entry(*other).or_default().extend(&pieces);
                }
            }
            if let Some(parent) = self.parents[idx.0 as usize] {
                from.entry(parent).or_default().extend(&pieces);
            }
            all.extend(pieces);
        }
        let copied = union(&all);
        let with = sums(with).map(|(other, bytes)| PairShare { other, bytes });
        let parents = sums(from).map(|(from, bytes)| ParentShare { from, bytes });
        Shares {
            report,
            copied_bytes: sum(&copied),
            with: with.collect(),
            parents: parents.collect(),
            new: new_in(body, &copied).into_iter().map(|range| Span { report, range }).collect(),
        }
    }
}

/// How many bytes lie under each list of ranges; those without any are left out.
fn sums<K>(ranges: BTreeMap<K, Vec<ByteRange>>) -> impl Iterator<Item = (K, usize)> {
    let sums = ranges.into_iter().map(|(key, ranges)| (key, sum(&union(&ranges))));
    sums.filter(|(_, bytes)| *bytes > 0)
}

fn sum(ranges: &[ByteRange]) -> usize {
    ranges.iter().map(|range| range.len()).sum()
}

/// What of a range lies in paragraphs, which are in order and do not overlap.
fn inside(paragraphs: &[ByteRange], range: ByteRange) -> Vec<ByteRange> {
    let first = paragraphs.partition_point(|paragraph| paragraph.end <= range.start);
    let touched = paragraphs[first..].iter().take_while(|paragraph| paragraph.start < range.end);
    let piece =
        |one: &ByteRange| ByteRange { start: one.start.max(range.start), end: one.end.min(range.end) };
    touched.map(piece).filter(|piece| piece.start < piece.end).collect()
}

/// What of the paragraphs lies outside `copied`, which is in order: the runs with a letter or a digit, without
/// the blanks round them.
fn new_in(body: &Body, copied: &[ByteRange]) -> Vec<ByteRange> {
    let mut runs = Vec::new();
    let (mut next, mut end) = (0, 0);
    for paragraph in body.paragraphs {
        let mut at = paragraph.start.max(end);
        while let Some(passage) = copied.get(next).filter(|passage| passage.start < paragraph.end) {
            runs.push((at, passage.start));
            at = passage.end;
            next += 1;
        }
        runs.push((at, paragraph.end));
        end = at;
    }
    runs.into_iter().filter_map(|(start, end)| with_words(body.text, start, end)).collect()
}

fn with_words(text: &str, start: u32, end: u32) -> Option<ByteRange> {
    let run = text.get(start as usize..end as usize)?;
    let from = start as usize + run.len() - run.trim_start_matches(BLANKS).len();
    let words = run.trim_matches(BLANKS);
    words.contains(char::is_alphanumeric).then(|| ByteRange::new(from, from + words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FamilyIdx;

    const TEXT: &str = "One two. Three four.\n\nFive six, seven.";
    /// Of the same length, with another first word.
    const OTHER: &str = "Ten two. Three four.\n\nFive six, seven.";

    fn range(start: usize, end: usize) -> ByteRange {
        ByteRange::new(start, end)
    }

    fn passage(report: u32, start: usize, end: usize, family: u32) -> Passage {
        let span = Span { report: ReportIdx(report), range: range(start, end) };
        Passage { span, family: FamilyIdx(family) }
    }

    fn family(passages: &[u32]) -> Family {
        let passages: Vec<PassageIdx> = passages.iter().copied().map(PassageIdx).collect();
        Family { representative: passages[0], passages }
    }

    fn descent(passage: u32, parent: Parent) -> Descent {
        Descent { passage: PassageIdx(passage), parent, evidence: Vec::new(), support_percent: None }
    }

    /// Report 0 shares "Three four." with 1, and "Five six" with 1 and 2; "six, seven" stands twice in it.
    fn shares() -> Vec<Shares> {
        let paragraphs = [range(0, 20), range(22, 38)];
        let body = Body { text: TEXT, paragraphs: &paragraphs };
        let passages = [
            passage(0, 9, 20, 0),
            passage(1, 9, 20, 0),
            passage(0, 15, 30, 1),
            passage(1, 22, 30, 1),
            passage(2, 22, 30, 1),
            passage(0, 27, 37, 2),
            passage(0, 0, 3, 2),
        ];
        let families = [family(&[0, 1]), family(&[2, 3, 4]), family(&[5, 6])];
        let lineage = [
            descent(0, Parent::Passage(PassageIdx(1))),
            descent(1, Parent::Original),
            descent(2, Parent::NotDecidable),
            descent(3, Parent::NotDecidable),
            descent(4, Parent::LostAncestor),
        ];
        shares_of(&[Body { text: OTHER, ..body }, body, body], &passages, &families, &lineage)
    }

    #[test]
    fn what_overlaps_counts_once_and_only_inside_paragraphs() {
        let all = shares();
        let with: Vec<_> = all[0].with.iter().map(|pair| (pair.other.0, pair.bytes)).collect();
        assert_eq!((all[0].copied_bytes, with), (19, vec![(1, 19), (2, 13)]));
    }

    #[test]
    fn each_parent_has_its_bytes() {
        let all = shares();
        let parents = |report: usize| -> Vec<(ParentKind, usize)> {
            all[report].parents.iter().map(|share| (share.from, share.bytes)).collect()
        };
        assert_eq!(
            parents(0),
            [(ParentKind::Report(ReportIdx(1)), 11), (ParentKind::NotDecidable, 13)],
            "five bytes lie in both"
        );
        assert_eq!(parents(1), [(ParentKind::Original, 11), (ParentKind::NotDecidable, 8)]);
        assert_eq!(parents(2), [(ParentKind::LostAncestor, 8)]);
    }

    #[test]
    fn what_stands_nowhere_else_is_new_and_a_repetition_is_not_copied() {
        let all = shares();
        let new = |report: usize| -> Vec<&str> {
            let text = [OTHER, TEXT, TEXT][report];
            all[report].new.iter().map(|span| span.range.of(text)).collect()
        };
        assert_eq!(new(0), ["Ten two."]);
        assert_eq!(new(1), ["One two."]);
        assert_eq!(new(2), ["One two. Three four."]);
    }

    #[test]
    fn what_reads_the_same_in_two_reports_is_new_in_neither() {
        let all = shares();
        assert!(all.iter().flat_map(|one| &one.new).all(|span| span.range.of(TEXT) != ", seven."));
    }

    #[test]
    fn marks_and_blanks_alone_are_not_new() {
        let paragraphs = [range(0, 20)];
        let body = Body { text: TEXT, paragraphs: &paragraphs };
        assert_eq!(new_in(&body, &[range(0, 7), range(9, 19)]), []);
        assert_eq!(new_in(&body, &[range(0, 20)]), []);
        assert_eq!(new_in(&body, &[]), [range(0, 20)]);
    }

    #[test]
    fn a_passage_in_very_many_reports_counts_for_no_pair() {
        let of_many = |n_reports: u32| {
            let paragraphs = [range(0, 20)];
            let body = Body { text: TEXT, paragraphs: &paragraphs };
            let passages: Vec<Passage> = (0..n_reports).map(|report| passage(report, 0, 8, 0)).collect();
            let all: Vec<u32> = (0..n_reports).collect();
            let shares = shares_of(&vec![body; all.len()], &passages, &[family(&all)], &[]);
            (shares[0].copied_bytes, shares[0].with.len())
        };
        assert_eq!(of_many(100), (8, 99));
        assert_eq!(of_many(101), (8, 0));
    }
}
