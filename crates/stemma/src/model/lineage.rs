//! Who copied whom inside a family, and what shows it.

use super::{PassageIdx, ReportIdx, Span};

/// Where one witness of a family comes from. Only families with witnesses in several reports have lineage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Descent {
    /// The witness.
    pub passage: PassageIdx,
    /// What it was copied from.
    pub parent: Parent,
    /// What shows it, in order; empty where nothing does.
    pub evidence: Vec<Evidence>,
    /// In how many of a fixed number of random draws of the passages that both reports share this parent and
    /// this direction come out again, in whole percent. Absent where the parent is no passage, and where
    /// support is not computed: one passage alone says nothing, and a large family or report would take too long.
    pub support_percent: Option<u8>,
}

/// What a witness was copied from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parent {
    /// Another witness of the family, in another report.
    Passage(PassageIdx),
    /// A text that is not in the pile: the report is put together from other texts, or older witnesses are more
    /// changed than this one, and none of those in the pile is the one that it took this from.
    LostAncestor,
    /// Nothing: as far as the pile shows, it was written for its report.
    Original,
    /// Nothing tells which witness is the older one.
    NotDecidable,
}

/// Something that shows where a witness comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The parent's report was published before the child's.
    Dates {
        /// The earlier report.
        earlier: ReportIdx,
        /// The later one.
        later: ReportIdx,
    },
    /// The same by a date that stands on the page itself, at least for one of the two.
    DateLines {
        /// The earlier report.
        earlier: ReportIdx,
        /// The later one.
        later: ReportIdx,
        /// The date line of the earlier report; absent where its metadata give the date.
        of_earlier: Option<Span>,
        /// The date line of the later one, likewise.
        of_later: Option<Span>,
    },
    /// The report of the child is put together from others, which the parent's, if there is one, is not.
    Mosaic {
        /// The report of the child.
        report: ReportIdx,
        /// How much of its text stands in other reports, in whole percent.
        copied_percent: u8,
        /// How many reports share text with it.
        partners: u32,
    },
    /// The child's report copied a put-together report in another place; the parent's did not, as far as the
    /// pile shows.
    SecondGeneration {
        /// The report of the child.
        report: ReportIdx,
        /// The put-together report that it copied.
        copied: ReportIdx,
    },
    /// An older witness has lost what this one still has, here or in other passages that both reports share: so
    /// both go back to a text that is lost. What follows in the list is what it lost in this passage.
    LessChanged {
        /// The older witness.
        than: PassageIdx,
    },
    /// Words of the parent that the child lacks, and nothing in their place.
    Cut {
        /// The words, in the parent.
        parent: Span,
    },
    /// The parent says who speaks; the child has a pronoun or an office in his place, or nobody.
    LostAttribution {
        /// What the parent says.
        parent: Span,
        /// What the child says; empty where it names nobody.
        child: Span,
    },
    /// Words of the child that point back to somebody whom the sentence before does not introduce there.
    OrphanedAnaphora {
        /// The words.
        child: Span,
    },
    /// A mark of mechanical substitution: a stray blank, or the child's word where several other reports
    /// have the parent's, again and again.
    Spin {
        /// What stands in the parent.
        parent: Span,
        /// What stands in the child.
        child: Span,
    },
    /// The child differs from another witness as its parent does, and in something more: the parent stands
    /// between the two.
    Triangle {
        /// The witness beyond the parent.
        beyond: PassageIdx,
        /// A difference from it that parent and child share, as the parent has it.
        parent: Span,
        /// The same, as the child has it.
        child: Span,
    },
    /// The two reports share other passages, and those show that the parent's is the older one.
    OtherPassages {
        /// How many of them.
        count: u32,
    },
}
