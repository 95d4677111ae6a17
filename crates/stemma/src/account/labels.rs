//! The fixed words of the format: names of record kinds, and the values that a key may have. Those of statements and
//! voices stand in [`statement_labels`](super::statement_labels), those of claims in
//! [`claim_labels`](super::claim_labels), those of places in [`place_labels`](super::place_labels).

use crate::model::{Derivation, EditKind, FurnitureKind, Parent, ParentKind};

/// Kinds of record that may follow the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// A report.
    Report,
    /// A place where the text of a report was found.
    Capture,
    /// A line that is not part of the account.
    Furniture,
    /// A run of text that stands in more than one place.
    Passage,
    /// All passages that descend from one text.
    Family,
    /// A difference between two witnesses.
    Edit,
    /// Where a witness of a family comes from.
    Descent,
    /// What a report has in common with the others.
    Share,
    /// One speaker over the pile.
    Voice,
    /// Something said by somebody.
    Statement,
    /// What tells one happening: parts of reports.
    Story,
    /// Words that carry a claim.
    Instance,
    /// Who stands behind instances of a claim.
    Origin,
    /// What one or more reports assert.
    Claim,
    /// Instances that cannot all hold.
    Disagreement,
    /// The name of a place, and what it stands for.
    Place,
    /// Something that was given and not read.
    Unread,
    /// Something a reader should know about a source.
    Note,
}

impl RecordKind {
    /// All of them, in the order in which they are written.
    pub const ALL: [RecordKind; 18] = [
        RecordKind::Report,
        RecordKind::Capture,
        RecordKind::Furniture,
        RecordKind::Passage,
        RecordKind::Family,
        RecordKind::Edit,
        RecordKind::Descent,
        RecordKind::Share,
        RecordKind::Voice,
        RecordKind::Statement,
        RecordKind::Story,
        RecordKind::Instance,
        RecordKind::Origin,
        RecordKind::Claim,
        RecordKind::Disagreement,
        RecordKind::Place,
        RecordKind::Unread,
        RecordKind::Note,
    ];

    /// The value of the key `record`.
    pub fn label(self) -> &'static str {
        match self {
            RecordKind::Report => "report",
            RecordKind::Capture => "capture",
            RecordKind::Furniture => "furniture",
            RecordKind::Passage => "passage",
            RecordKind::Family => "family",
            RecordKind::Edit => "edit",
            RecordKind::Descent => "descent",
            RecordKind::Share => "share",
            RecordKind::Voice => "voice",
            RecordKind::Statement => "statement",
            RecordKind::Story => "story",
            RecordKind::Instance => "instance",
            RecordKind::Origin => "origin",
            RecordKind::Claim => "claim",
            RecordKind::Disagreement => "disagreement",
            RecordKind::Place => "place",
            RecordKind::Unread => "unread",
            RecordKind::Note => "note",
        }
    }

    /// The key of the header's counts.
    pub fn count_key(self) -> &'static str {
        match self {
            RecordKind::Report => "reports",
            RecordKind::Capture => "captures",
            RecordKind::Furniture => "furniture",
            RecordKind::Passage => "passages",
            RecordKind::Family => "families",
            RecordKind::Edit => "edits",
            RecordKind::Descent => "descents",
            RecordKind::Share => "shares",
            RecordKind::Voice => "voices",
            RecordKind::Statement => "statements",
            RecordKind::Story => "stories",
            RecordKind::Instance => "instances",
            RecordKind::Origin => "origins",
            RecordKind::Claim => "claims",
            RecordKind::Disagreement => "disagreements",
            RecordKind::Place => "places",
            RecordKind::Unread => "unread",
            RecordKind::Note => "notes",
        }
    }

    /// What identifiers of this kind begin with; absent where a record is no finding and has no identifier.
    pub fn prefix(self) -> Option<char> {
        match self {
            RecordKind::Report => Some('r'),
            RecordKind::Capture => Some('c'),
            RecordKind::Furniture => Some('u'),
            RecordKind::Passage => Some('p'),
            RecordKind::Family => Some('f'),
            RecordKind::Edit => Some('e'),
            RecordKind::Descent => Some('d'),
            RecordKind::Share => Some('h'),
            RecordKind::Voice => Some('v'),
            RecordKind::Statement => Some('s'),
            RecordKind::Story => Some('t'),
            RecordKind::Instance => Some('i'),
            RecordKind::Origin => Some('o'),
            RecordKind::Claim => Some('m'),
            RecordKind::Disagreement => Some('g'),
            RecordKind::Place => Some('w'),
            RecordKind::Unread | RecordKind::Note => None,
        }
    }

    /// The kind of a label.
    pub fn of(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.label() == label)
    }
}

/// All labels of how a text was got from the bytes of its original.
pub const DERIVATION_LABELS: [&str; 3] = ["decoded", "record", "extracted"];

/// The label of how a text was got.
pub fn derivation_label(derivation: &Derivation) -> &'static str {
    match derivation {
        Derivation::Decoded => "decoded",
        Derivation::Record => "record",
        Derivation::Extracted { .. } => "extracted",
    }
}

/// All furniture labels.
pub const FURNITURE_LABELS: [&str; 8] =
    ["date-line", "byline", "navigation", "related", "caption", "repeated-title", "promotion", "recurring"];

/// The label of a kind of furniture.
pub fn furniture_label(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::DateLine => "date-line",
        FurnitureKind::Byline => "byline",
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Related => "related",
        FurnitureKind::Caption => "caption",
        FurnitureKind::RepeatedTitle => "repeated-title",
        FurnitureKind::Promotion => "promotion",
        FurnitureKind::Recurring => "recurring",
    }
}

/// All edit labels, in the order in which the kinds of one edit are listed.
pub const EDIT_LABELS: [&str; 10] = [
    "swap", "cut", "addition", "reorder", "number", "negation", "attribution", "certainty", "name-form",
    "punctuation",
];

/// The label of a kind of edit.
pub fn edit_label(kind: EditKind) -> &'static str {
    match kind {
        EditKind::Swap => "swap",
        EditKind::Cut => "cut",
        EditKind::Addition => "addition",
        EditKind::Reorder => "reorder",
        EditKind::Number => "number",
        EditKind::Negation => "negation",
        EditKind::Attribution => "attribution",
        EditKind::Certainty => "certainty",
        EditKind::NameForm => "name-form",
        EditKind::Punctuation => "punctuation",
    }
}

/// All labels of where a witness comes from.
pub const PARENT_LABELS: [&str; 4] = ["passage", "lost-ancestor", "original", "not-decidable"];

/// The label of where a witness comes from.
pub fn parent_label(parent: Parent) -> &'static str {
    match parent {
        Parent::Passage(_) => "passage",
        Parent::LostAncestor => "lost-ancestor",
        Parent::Original => "original",
        Parent::NotDecidable => "not-decidable",
    }
}

/// All labels of where a part of a report comes from, in the order in which those of one report are listed.
pub const SHARE_LABELS: [&str; 4] = ["report", "lost-ancestor", "original", "not-decidable"];

/// The label of where a part of a report comes from.
pub fn share_label(from: ParentKind) -> &'static str {
    match from {
        ParentKind::Report(_) => "report",
        ParentKind::LostAncestor => "lost-ancestor",
        ParentKind::Original => "original",
        ParentKind::NotDecidable => "not-decidable",
    }
}
