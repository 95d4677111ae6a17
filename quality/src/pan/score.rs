//! Precision, recall, granularity and plagdet, as the PAN competitions define them.
//!
//! Potthast, Stein, Barrón-Cedeño and Rosso, "An Evaluation Framework for Plagiarism Detection" (2010). A
//! case and a detection both are a range of the suspicious document with a range of the source; one
//! detects the other if they meet on both sides. Recall is the mean over cases of the share of their
//! characters (of both sides together) that detections cover; precision is the same with the parts
//! exchanged; granularity is how many detections a detected case has on average; and
//! plagdet = F1 / log2(1 + granularity).

use std::iter::Sum;
use std::ops::Range;

/// A passage of the suspicious document and the one of the source that goes with it, in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alignment {
    /// In the suspicious document.
    pub suspicious: Range<usize>,
    /// In the source.
    pub source: Range<usize>,
}

impl Alignment {
    /// Characters of both sides together.
    pub fn len(&self) -> usize {
        self.suspicious.len() + self.source.len()
    }

    fn meets(&self, other: &Alignment) -> bool {
        overlap(&self.suspicious, &other.suspicious) > 0 && overlap(&self.source, &other.source) > 0
    }

    /// Which share of it, from 0 to 1, is covered by those of `others` that meet it.
    pub fn covered_by(&self, others: &[Alignment]) -> f64 {
        let meeting = || others.iter().filter(|other| self.meets(other));
        let suspicious = covered(&self.suspicious, meeting().map(|other| &other.suspicious));
        let source = covered(&self.source, meeting().map(|other| &other.source));
        ratio((suspicious + source) as f64, self.len() as f64)
    }
}

/// What is counted of some pairs of documents; tallies of several pairs add up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    cases: usize,
    detections: usize,
    /// Shares of the cases that are covered, added up.
    cases_covered: f64,
    /// Shares of the detections that lie in cases, added up.
    detections_covered: f64,
    /// Cases that some detection meets.
    detected: usize,
    /// Detections of each case, added up.
    meetings: usize,
}

impl Tally {
    /// What one pair of documents adds.
    pub fn of(cases: &[Alignment], detections: &[Alignment]) -> Self {
        let meetings = |case: &Alignment| detections.iter().filter(|found| case.meets(found)).count();
        Tally {
            cases: cases.len(),
            detections: detections.len(),
            cases_covered: cases.iter().map(|case| case.covered_by(detections)).sum(),
            detections_covered: detections.iter().map(|found| found.covered_by(cases)).sum(),
            detected: cases.iter().filter(|case| meetings(case) > 0).count(),
            meetings: cases.iter().map(meetings).sum(),
        }
    }

    /// How many detections were made.
    pub fn detections(&self) -> usize {
        self.detections
    }

    /// The mean share of a case that is covered; 1 where there is none and nothing is detected.
    pub fn recall(&self) -> f64 {
        self.or_nothing_to_find(ratio(self.cases_covered, self.cases as f64))
    }

    /// The mean share of a detection that lies in a case; 1 where there is none and no case either.
    pub fn precision(&self) -> f64 {
        self.or_nothing_to_find(ratio(self.detections_covered, self.detections as f64))
    }

    /// How many detections a detected case has on average; 1 where none is detected.
    pub fn granularity(&self) -> f64 {
        if self.detected == 0 { 1.0 } else { self.meetings as f64 / self.detected as f64 }
    }

    /// The one figure of the competitions.
    pub fn plagdet(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        let f1 = ratio(2.0 * precision * recall, precision + recall);
        f1 / (1.0 + self.granularity()).log2()
    }

    fn or_nothing_to_find(&self, figure: f64) -> f64 {
        if self.cases == 0 && self.detections == 0 { 1.0 } else { figure }
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Tally>>(tallies: I) -> Tally {
        tallies.fold(Tally::default(), |a, b| Tally {
            cases: a.cases + b.cases,
            detections: a.detections + b.detections,
            cases_covered: a.cases_covered + b.cases_covered,
            detections_covered: a.detections_covered + b.detections_covered,
            detected: a.detected + b.detected,
            meetings: a.meetings + b.meetings,
        })
    }
}

/// `part / whole`, and 0 where there is no whole.
fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// How many characters of `whole` lie in at least one of `parts`.
fn covered<'a>(whole: &Range<usize>, parts: impl Iterator<Item = &'a Range<usize>>) -> usize {
    let mut parts: Vec<&Range<usize>> = parts.collect();
    parts.sort_by_key(|part| part.start);
    let (mut count, mut reached) = (0, whole.start);
    for part in parts {
        let end = part.end.min(whole.end);
        count += end.saturating_sub(part.start.max(reached));
        reached = reached.max(end);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alignment(suspicious: Range<usize>, source: Range<usize>) -> Alignment {
        Alignment { suspicious, source }
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-12
    }

    #[test]
    fn a_case_found_exactly_scores_one_everywhere() {
        let case = [alignment(10..20, 50..60)];
        let tally = Tally::of(&case, &case);
        assert_eq!([tally.recall(), tally.precision(), tally.granularity(), tally.plagdet()], [1.0; 4]);
    }

    #[test]
    fn half_a_case_found_with_as_much_again_beside_it() {
        // The case has 20 characters on both sides together, 5 + 5 of them found: recall 1/2. The detection
        // has 5 + 5 right of 10 + 10: precision 1/2. One detection: granularity 1, plagdet = F1 = 1/2.
        let tally = Tally::of(&[alignment(10..20, 50..60)], &[alignment(15..25, 45..55)]);
        assert_eq!([tally.recall(), tally.precision(), tally.plagdet()], [0.5; 3]);
    }

    #[test]
    fn a_case_found_in_two_pieces_is_divided_by_the_logarithm() {
        let pieces = [alignment(0..5, 0..5), alignment(5..10, 5..10)];
        let tally = Tally::of(&[alignment(0..10, 0..10)], &pieces);
        assert_eq!([tally.recall(), tally.precision(), tally.granularity()], [1.0, 1.0, 2.0]);
        assert!(close(tally.plagdet(), 1.0 / 3f64.log2()));
    }

    #[test]
    fn characters_that_two_detections_cover_count_once() {
        let detections = [alignment(0..8, 0..8), alignment(2..8, 2..8)];
        let tally = Tally::of(&[alignment(0..10, 0..10)], &detections);
        assert!(close(tally.recall(), 0.8));
    }

    #[test]
    fn meeting_on_one_side_only_detects_nothing() {
        let tally = Tally::of(&[alignment(0..10, 0..10)], &[alignment(0..10, 70..80)]);
        assert_eq!([tally.recall(), tally.precision(), tally.plagdet()], [0.0; 3]);
        assert_eq!(tally.granularity(), 1.0);
    }

    #[test]
    fn means_are_over_cases_and_detections_not_over_pairs_or_characters() {
        // Three cases, of which a long one is found: recall 1/3. Two detections, one right: precision 1/2.
        let one = Tally::of(&[alignment(0..900, 0..900)], &[alignment(0..900, 0..900)]);
        let two = Tally::of(&[alignment(0..9, 0..9), alignment(20..29, 20..29)], &[]);
        let three = Tally::of(&[], &[alignment(0..9, 0..9)]);
        let all: Tally = [one, two, three].into_iter().sum();
        assert!(close(all.recall(), 1.0 / 3.0) && close(all.precision(), 0.5));
        assert!(close(all.plagdet(), 2.0 * (0.5 / 3.0) / (0.5 + 1.0 / 3.0)));
    }

    #[test]
    fn finding_nothing_is_right_only_where_there_is_nothing() {
        assert_eq!(Tally::of(&[], &[]).plagdet(), 1.0);
        assert_eq!(Tally::of(&[alignment(0..9, 0..9)], &[]).plagdet(), 0.0);
        assert_eq!(Tally::of(&[], &[alignment(0..9, 0..9)]).plagdet(), 0.0);
    }
}
