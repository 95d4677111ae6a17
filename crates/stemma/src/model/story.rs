//! What one story is: the parts of reports that tell one happening and what came of it.

use super::Span;

/// Which story of an account, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct StoryIdx(pub u32);

/// One story: the reports, or parts of reports, about one happening and its direct consequences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Story {
    /// Runs of whole blocks that tell it, by report and place; no two of one report touch. A report that is stitched
    /// together from two stories has parts in both.
    pub parts: Vec<Span>,
    /// Where the words stand that most of its reports have in common and few others, the most telling first: of each
    /// word the first place.
    pub terms: Vec<Span>,
}
