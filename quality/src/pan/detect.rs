//! From passages, which are sentences and parts of them, to detections, which are whole copied stretches.

use super::score::Alignment;
use crate::characters::Characters;
use crate::linking::{lay_out, link, read_all};
use std::collections::BTreeSet;
use std::ops::Range;
use stemma::model::{Report, ReportIdx};
use stemma::reuse::Config;

/// Passages belong to one detection if their distance is at most this many characters in the document that
/// copies: the cases of these corpora are paragraphs, of which sentences in between may be rewritten beyond
/// recognition or stand in another order ...
const LARGEST_GAP: usize = 600;

/// ... and at most so many in the source, a page or two: who sums up takes sentences from all over a text.
/// With 600 on both sides, the training corpus gives more for verbatim copies (plagdet .962 against .956) and
/// less for summaries (.169 against .478).
const LARGEST_SOURCE_GAP: usize = 4000;

/// Both gaps.
pub const GAPS: Gaps = Gaps { suspicious: LARGEST_GAP, source: LARGEST_SOURCE_GAP };

/// A detection whose shorter side has fewer characters is dropped, as the best system of 2014 drops it
/// (Sanchez-Perez, Sidorov and Gelbukh): one sentence in common is no case there, though a finding in news.
pub const SHORTEST: usize = 150;

const SUSPICIOUS: &str = "suspicious";
const SOURCE: &str = "source";

/// The passages that a pile of two documents has in both, in characters.
pub fn find_passages(suspicious: &str, source: &str, config: &Config) -> Vec<Alignment> {
    let named = [(SUSPICIOUS, suspicious), (SOURCE, source)];
    let reports = lay_out(named.map(|(name, text)| (name.to_owned(), text.to_owned())).into());
    let place = |name: &str| -> Option<ReportIdx> {
        let has_name = |report: &Report| report.captures.iter().any(|capture| capture.name == name);
        reports.iter().position(has_name).map(|idx| ReportIdx(idx as u32))
    };
    let (of_suspicious, of_source) = (Characters::of(suspicious), Characters::of(source));
    let sides = (place(SUSPICIOUS), place(SOURCE));
    if sides.0 == sides.1 {
        // Equal texts are one report: all of it is copied.
        return vec![Alignment { suspicious: of_suspicious.all(), source: of_source.all() }];
    }
    let found = link(&reports, &read_all(&reports), config, &stemma::Silent);
    // A sentence that stands in two families with the same partner counts once.
    let mut places: BTreeSet<[usize; 4]> = BTreeSet::new();
    for family in &found.families {
        let ranges = |side: Option<ReportIdx>| {
            let passages = family.passages.iter().map(|idx| &found.passages[idx.0 as usize]);
            passages.filter(move |p| Some(p.span.report) == side).map(|passage| passage.span.range)
        };
        for left in ranges(sides.0) {
            let left = of_suspicious.range(left);
            let right = ranges(sides.1).map(|right| of_source.range(right));
            places.extend(right.map(|right| [left.start, left.end, right.start, right.end]));
        }
    }
    places.into_iter().map(|[a, b, c, d]| Alignment { suspicious: a..b, source: c..d }).collect()
}

/// Merges passages that lie close on both sides, and drops what stays short.
pub fn merge(passages: &[Alignment], gaps: Gaps, shortest: usize) -> Vec<Alignment> {
    let mut boxes: Vec<Alignment> = Vec::new();
    for passage in passages {
        let mut grown = passage.clone();
        // A box that grew may have come close to one that it was far from.
        while let Some(at) = boxes.iter().position(|other| gaps.allow(&grown, other)) {
            let other = boxes.swap_remove(at);
            grown.suspicious = hull(&grown.suspicious, &other.suspicious);
            grown.source = hull(&grown.source, &other.source);
        }
        boxes.push(grown);
    }
    boxes.retain(|found| found.suspicious.len().min(found.source.len()) >= shortest);
    boxes.sort_by_key(|found| (found.suspicious.start, found.source.start));
    boxes
}

/// The largest distance of passages of one detection, in characters.
#[derive(Clone, Copy)]
pub struct Gaps {
    /// In the suspicious document.
    pub suspicious: usize,
    /// In the source.
    pub source: usize,
}

impl Gaps {
    fn allow(self, a: &Alignment, b: &Alignment) -> bool {
        gap(&a.suspicious, &b.suspicious) <= self.suspicious && gap(&a.source, &b.source) <= self.source
    }
}

/// Characters between two ranges; none where they overlap.
fn gap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.start.max(b.start).saturating_sub(a.end.min(b.end))
}

fn hull(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: Gaps = Gaps { suspicious: 10, source: 10 };

    fn alignment(suspicious: Range<usize>, source: Range<usize>) -> Alignment {
        Alignment { suspicious, source }
    }

    #[test]
    fn neighbours_on_both_sides_are_one_detection() {
        let passages = [alignment(0..50, 200..250), alignment(60..90, 140..190)];
        assert_eq!(merge(&passages, TEN, 1), [alignment(0..90, 140..250)]);
    }

    #[test]
    fn neighbours_on_one_side_only_stay_apart() {
        let passages = [alignment(0..50, 200..250), alignment(60..90, 900..930)];
        assert_eq!(merge(&passages, TEN, 1), passages);
    }

    #[test]
    fn what_stands_together_may_come_from_all_over_the_source() {
        let passages = [alignment(0..50, 200..250), alignment(60..90, 900..930)];
        let gaps = Gaps { suspicious: 10, source: 700 };
        assert_eq!(merge(&passages, gaps, 1), [alignment(0..90, 200..930)]);
    }

    #[test]
    fn a_passage_between_two_brings_them_together() {
        let passages = [alignment(0..10, 0..10), alignment(40..50, 40..50), alignment(20..30, 20..30)];
        assert_eq!(merge(&passages, TEN, 1), [alignment(0..50, 0..50)]);
    }

    #[test]
    fn what_stays_short_is_dropped() {
        assert!(merge(&[alignment(0..500, 0..30)], TEN, 31).is_empty());
    }

    #[test]
    fn places_are_characters_of_both_documents_without_what_surrounds_the_sentence() {
        let copied = "The harbour wall of Östrand gave way before dawn and flooded nine streets.";
        let suspicious = format!("É! {copied} Nobody slept there that night.");
        let source = format!("It rained. {copied}");
        let length = copied.chars().count();
        assert_eq!(
            find_passages(&suspicious, &source, &Config::default()),
            [alignment(3..3 + length, 11..11 + length)]
        );
    }

    #[test]
    fn equal_documents_are_copied_as_a_whole() {
        assert_eq!(find_passages("Öl.", "Öl.", &Config::default()), [alignment(0..3, 0..3)]);
    }
}
