//! What the edge hands in: one file or record, decoded, with what is known of where it came from.

use super::{OriginalMap, Sha256};

/// A decoded text as it was found once, before texts that are equal are brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where it was found, for people (a path as the user gave it, or `-`). Not part of the digest.
    pub name: String,
    /// Hash of the bytes before decoding.
    pub original_sha256: Sha256,
    /// The encoding that was decoded, by its WHATWG name (`UTF-8`, `windows-1252`).
    pub encoding: String,
    /// The text, byte order mark off, otherwise as it was.
    pub text: String,
    /// From the text back to the bytes before decoding.
    pub map: OriginalMap,
    /// Who published it, where that is known; never guessed from a file name.
    pub outlet: Option<String>,
    /// The address of the document, where it is known.
    pub url: Option<String>,
    /// When it was published, where metadata says so.
    pub published: Option<DateEvidence>,
    /// When it was last changed, where metadata says so.
    pub modified: Option<DateEvidence>,
    /// When this copy was made, where metadata says so.
    pub captured: Option<DateEvidence>,
}

/// A date as somebody wrote it, and which field or method gave it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateEvidence {
    /// ISO 8601, as precise as the evidence and no more (`2018-05-21`, `2018-05`).
    pub value: String,
    /// The field or rule (`json:published`).
    pub method: String,
}
