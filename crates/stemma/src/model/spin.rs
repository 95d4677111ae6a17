//! Mechanical substitution: which words a machine puts for which, and which reports show it.

use super::{ReportIdx, Span};

/// Words that a spinner puts in the place of other words, learned because it does so again and again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SwapPair {
    /// The words that it replaces: normalised forms with one blank between them.
    pub old: String,
    /// The words that it puts there, written alike.
    pub new: String,
    /// In how many places that do not copy each other it was seen, at least two.
    pub places: u32,
    /// In how many spun reports it was seen.
    pub reports: u32,
    /// In how many places of those reports the old words stand although the text copied has them too.
    pub survived: u32,
}

/// A report whose text a machine changed, or that copies such a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpunReport {
    /// The report.
    pub report: ReportIdx,
    /// Where pairs stand in it, by place; several different ones.
    pub marks: Vec<SpinMark>,
    /// Places of the report where old words of its spinner survived, by place.
    pub survived: Vec<Span>,
}

/// One place where a report has the new words of a pair, and a text that was not spun the old ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpinMark {
    /// The new words, in the spun report.
    pub new: Span,
    /// The old words, in a witness of the same family.
    pub old: Span,
    /// Which pair, counted from 0 in the order of the table.
    pub pair: u32,
}
