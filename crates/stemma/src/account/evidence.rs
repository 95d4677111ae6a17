//! Evidence of a descent in one shape for all kinds: what records hold, what a check reads, what readers see.
//!
//! A kind of evidence is a label and the parts that it has. Whoever adds a kind adds a row to [`EVIDENCE`] and
//! an arm to [`evidence_parts`].

use crate::model::{Evidence, PassageIdx, ReportIdx, Span};

/// Which parts a kind of evidence has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EvidenceForm {
    /// The value of its key `kind`.
    pub label: &'static str,
    /// Whether it has words of the parent.
    pub parent: bool,
    /// Whether it has words of the child.
    pub child: bool,
    /// Whether it names another passage.
    pub passage: bool,
    /// How many reports it names.
    pub reports: usize,
    /// Whether it has a share in percent.
    pub percent: bool,
    /// Whether it has a count.
    pub count: bool,
}

/// A kind that has none of the parts.
const NONE: EvidenceForm = EvidenceForm {
    label: "",
    parent: false,
    child: false,
    passage: false,
    reports: 0,
    percent: false,
    count: false,
};

/// All kinds of evidence, in the order in which those of one descent are told.
pub const EVIDENCE: [EvidenceForm; 13] = [
    EvidenceForm { label: "dates", reports: 2, ..NONE },
    EvidenceForm { label: "date-line-of-child", reports: 2, child: true, ..NONE },
    EvidenceForm { label: "date-line-of-parent", reports: 2, parent: true, ..NONE },
    EvidenceForm { label: "date-lines", reports: 2, parent: true, child: true, ..NONE },
    EvidenceForm { label: "mosaic", reports: 1, percent: true, count: true, ..NONE },
    EvidenceForm { label: "second-generation", reports: 2, ..NONE },
    EvidenceForm { label: "less-changed", passage: true, ..NONE },
    EvidenceForm { label: "cut", parent: true, ..NONE },
    EvidenceForm { label: "lost-attribution", parent: true, child: true, ..NONE },
    EvidenceForm { label: "orphaned-anaphora", child: true, ..NONE },
    EvidenceForm { label: "spin", parent: true, child: true, ..NONE },
    EvidenceForm { label: "triangle", parent: true, child: true, passage: true, ..NONE },
    EvidenceForm { label: "other-passages", count: true, ..NONE },
];

/// The parts of one piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvidenceParts {
    /// The label of its kind.
    pub kind: &'static str,
    /// Words of the parent.
    pub parent: Option<Span>,
    /// Words of the child; empty where it lacks them.
    pub child: Option<Span>,
    /// A third witness of the family.
    pub passage: Option<PassageIdx>,
    /// The reports that it names; of dates first the earlier.
    pub reports: Vec<ReportIdx>,
    /// A share in whole percent.
    pub percent: Option<u8>,
    /// A count.
    pub count: Option<u32>,
}

/// Takes a piece of evidence apart.
pub fn evidence_parts(evidence: &Evidence) -> EvidenceParts {
    let none = EvidenceParts::default();
    match evidence {
        Evidence::Dates { earlier, later } => {
            EvidenceParts { kind: "dates", reports: vec![*earlier, *later], ..none }
        }
        Evidence::DateLines { earlier, later, of_earlier, of_later } => EvidenceParts {
            // At least one of the two dates stands on its page; where both are known otherwise, these are dates.
            kind: match (of_earlier, of_later) {
                (Some(_), Some(_)) => "date-lines",
                (Some(_), None) => "date-line-of-parent",
                (None, Some(_)) => "date-line-of-child",
                (None, None) => "dates",
            },
            parent: *of_earlier,
            child: *of_later,
            reports: vec![*earlier, *later],
            ..none
        },
        Evidence::LessChanged { than } => {
            EvidenceParts { kind: "less-changed", passage: Some(*than), ..none }
        }
        Evidence::Mosaic { report, copied_percent, partners } => EvidenceParts {
            kind: "mosaic",
            reports: vec![*report],
            percent: Some(*copied_percent),
            count: Some(*partners),
            ..none
        },
        Evidence::SecondGeneration { report, copied } => {
            EvidenceParts { kind: "second-generation", reports: vec![*report, *copied], ..none }
        }
        Evidence::Cut { parent } => EvidenceParts { kind: "cut", parent: Some(*parent), ..none },
        Evidence::LostAttribution { parent, child } => {
            EvidenceParts { kind: "lost-attribution", parent: Some(*parent), child: Some(*child), ..none }
        }
        Evidence::OrphanedAnaphora { child } => {
            EvidenceParts { kind: "orphaned-anaphora", child: Some(*child), ..none }
        }
        Evidence::Spin { parent, child } => {
            EvidenceParts { kind: "spin", parent: Some(*parent), child: Some(*child), ..none }
        }
        Evidence::Triangle { beyond, parent, child } => EvidenceParts {
            kind: "triangle",
            parent: Some(*parent),
            child: Some(*child),
            passage: Some(*beyond),
            ..none
        },
        Evidence::OtherPassages { count } => {
            EvidenceParts { kind: "other-passages", count: Some(*count), ..none }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ByteRange;

    #[test]
    fn every_kind_has_the_parts_that_its_row_says() {
        let (a, b) = (ReportIdx(0), ReportIdx(1));
        let span = Span { report: a, range: ByteRange::new(0, 1) };
        let kinds = [
            Evidence::Dates { earlier: a, later: b },
            Evidence::DateLines { earlier: a, later: b, of_earlier: None, of_later: Some(span) },
            Evidence::DateLines { earlier: a, later: b, of_earlier: Some(span), of_later: None },
            Evidence::DateLines { earlier: a, later: b, of_earlier: Some(span), of_later: Some(span) },
            Evidence::Mosaic { report: b, copied_percent: 80, partners: 3 },
            Evidence::SecondGeneration { report: b, copied: a },
            Evidence::LessChanged { than: PassageIdx(2) },
            Evidence::Cut { parent: span },
            Evidence::LostAttribution { parent: span, child: span },
            Evidence::OrphanedAnaphora { child: span },
            Evidence::Spin { parent: span, child: span },
            Evidence::Triangle { beyond: PassageIdx(2), parent: span, child: span },
            Evidence::OtherPassages { count: 2 },
        ];
        assert!(kinds.is_sorted());
        let forms = kinds.map(|kind| {
            let parts = evidence_parts(&kind);
            EvidenceForm {
                label: parts.kind,
                parent: parts.parent.is_some(),
                child: parts.child.is_some(),
                passage: parts.passage.is_some(),
                reports: parts.reports.len(),
                percent: parts.percent.is_some(),
                count: parts.count.is_some(),
            }
        });
        assert_eq!(forms, EVIDENCE);
    }
}
