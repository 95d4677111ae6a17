//! What a report has in common with the others as a whole: how much stands elsewhere, from where, what is new.

use super::{ReportIdx, Span};

/// What a report shares with the others of its pile. All figures count bytes of its paragraphs; titles and
/// furniture are no part of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// The report.
    pub report: ReportIdx,
    /// How much of it lies in passages that another report has a witness of.
    pub copied_bytes: usize,
    /// How much of it stands in each other report, by report. Passages that stand in very many reports are left
    /// out here, and here only.
    pub with: Vec<PairShare>,
    /// Where it has what stands elsewhere, by lineage, in the order of kinds; none empty. Where passages
    /// overlap, a byte may count for several.
    pub parents: Vec<ParentShare>,
    /// What lies in no passage that another report has a witness of, in order. Left out are marks and blanks
    /// alone, and runs that read the same in another report.
    pub new: Vec<Span>,
}

/// How much of a report stands in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairShare {
    /// The other report.
    pub other: ReportIdx,
    /// Bytes of the first.
    pub bytes: usize,
}

/// How much of a report comes from one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParentShare {
    /// Where it comes from.
    pub from: ParentKind,
    /// Bytes of the report.
    pub bytes: usize,
}

/// Where a part of a report comes from, by the lineage of its passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParentKind {
    /// Another report.
    Report(ReportIdx),
    /// A text that is not in the pile.
    LostAncestor,
    /// The report itself, as far as the pile shows: others have it from there.
    Original,
    /// Nothing tells.
    NotDecidable,
}
