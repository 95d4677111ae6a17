//! What the edge hands in: one file or record, decoded, with what is known of where it came from.

use super::{OriginalMap, Sha256};

/// A decoded text as it was found once, before texts that are equal are brought together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where it was found, for people (a path as the user gave it, or `-`, with the line of a record:
    /// `pile.jsonl:12`, the item of a feed: `feed.xml#3`, or the member of a container: `week.zip!wire.txt`). Not part of
    /// the digest.
    pub name: String,
    /// What the record calls itself (its field `id`), for those who keep a pile by it; absent where it has no
    /// such field or is no record. Not part of the digest.
    pub record_id: Option<String>,
    /// Hash of the bytes before decoding: of the file, or of the record, row, item or member in it.
    pub original_sha256: Sha256,
    /// The encoding that was decoded, by its WHATWG name (`UTF-8`, `windows-1252`).
    pub encoding: String,
    /// The text: of a file as it was, byte order mark off; of a record or a page its title, an empty line
    /// and its text.
    pub text: String,
    /// How the text was got from those bytes.
    pub derivation: Derivation,
    /// From the text back to the bytes before decoding; without segments where no way leads back, or where none
    /// was asked for.
    pub map: OriginalMap,
    /// Who published it, where that is known; never guessed from a file name.
    pub outlet: Option<String>,
    /// Who owns the outlet, where the user's list of outlets says so.
    pub owner: Option<String>,
    /// The address of the document, where it is known.
    pub url: Option<String>,
    /// When it was published, where metadata says so.
    pub published: Option<DateEvidence>,
    /// When it was last changed, where metadata says so.
    pub modified: Option<DateEvidence>,
    /// When this copy was made, where metadata says so.
    pub captured: Option<DateEvidence>,
}

impl Source {
    /// A text of which nothing is known but its name, as a file in UTF-8 would give it.
    pub fn of_text(name: String, text: String) -> Self {
        Source {
            name,
            record_id: None,
            original_sha256: Sha256::of(text.as_bytes()),
            encoding: "UTF-8".to_owned(),
            map: OriginalMap::shifted(text.len(), 0),
            text,
            derivation: Derivation::Decoded,
            outlet: None,
            owner: None,
            url: None,
            published: None,
            modified: None,
            captured: None,
        }
    }
}

/// How a text was got from the bytes of its original.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derivation {
    /// It is the characters of the file.
    Decoded,
    /// It is what fields of a record say.
    Record,
    /// It was taken out of markup.
    Extracted {
        /// The program that took it out, with its version (`trafilatura 0.6.0`): another one may take more
        /// or less.
        extractor: String,
    },
}

/// A date as somebody wrote it, and which field or method gave it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateEvidence {
    /// ISO 8601, as precise as the evidence and no more (`2018-05-21`, `2018-05`).
    pub value: String,
    /// The field or rule (`json:published`).
    pub method: String,
}
