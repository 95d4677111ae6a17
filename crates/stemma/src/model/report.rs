//! A report: one version of one document of one outlet, and how its text is laid out.

use super::{ByteRange, DateEvidence, Derivation, OriginalMap, Sha256};
use serde::{Deserialize, Serialize};

/// Which report of an account, counted from 0 in the order of the account (by content, not by file name).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReportIdx(pub u32);

/// One version of one document of one outlet. Immutable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Hash of the UTF-8 bytes of `text`.
    pub text_sha256: Sha256,
    /// The text that all spans point into.
    pub text: String,
    /// Who published it; absent where nothing says so.
    pub outlet: Option<String>,
    /// Who owns the outlet; absent where nothing says so.
    pub owner: Option<String>,
    /// The address of the document; versions of one address are chained.
    pub url: Option<String>,
    /// When this version was published; absent where nothing says so.
    pub published: Option<DateEvidence>,
    /// When it was changed last; absent where nothing says so.
    pub modified: Option<DateEvidence>,
    /// The version of the same document before this one; absent where the document has one version,
    /// or where nothing orders them.
    pub previous: Option<ReportIdx>,
    /// Every place where this text was found; at least one.
    pub captures: Vec<Capture>,
    /// Titles, paragraphs and furniture.
    pub layout: Layout,
}

/// One place where the text of a report was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// Where, for people. Not part of the digest.
    pub name: String,
    /// What the record calls itself; absent where it does not, or is no record. Not part of the digest.
    pub record_id: Option<String>,
    /// Hash of the bytes before decoding.
    pub original_sha256: Sha256,
    /// Encoding of those bytes, by its WHATWG name.
    pub encoding: String,
    /// How the text was got from those bytes.
    pub derivation: Derivation,
    /// From the text back to those bytes; without segments where no way leads back, or
    /// where none was asked for.
    pub map: OriginalMap,
    /// When this copy was made; absent where nothing says so.
    pub captured: Option<DateEvidence>,
}

/// How a text is laid out. Titles, paragraphs and furniture never overlap, and together they hold
/// every character that is not white space.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The lines of the headline, in order; none where the text begins with its first paragraph.
    pub titles: Vec<ByteRange>,
    /// The paragraphs of the account proper, in order, without surrounding white space.
    pub paragraphs: Vec<ByteRange>,
    /// Lines that are not part of the account, in order.
    pub furniture: Vec<Furniture>,
}

/// A line that is not part of the account: labelled, never deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Furniture {
    /// The line without surrounding white space.
    pub range: ByteRange,
    /// What it is.
    pub kind: FurnitureKind,
}

/// Kinds of furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FurnitureKind {
    /// When the page was published or changed.
    DateLine,
    /// Who wrote it.
    Byline,
    /// A section label, menu entry or breadcrumb.
    Navigation,
    /// A pointer to another text ("More news: ...", a headline of another story).
    Related,
    /// A line below or above a picture.
    Caption,
    /// The title once more.
    RepeatedTitle,
    /// Advertising, subscription, rights.
    Promotion,
    /// A line that stands in many reports which have nothing else in common.
    Recurring,
}

/// A sentence of a title or paragraph, without surrounding white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes.
    pub range: ByteRange,
    /// Which block it stands in: titles first, then paragraphs, counted from 0.
    pub block: u32,
}
