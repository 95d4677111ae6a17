//! What can be wrong with the bytes of a gazetteer or of outlines.

/// Why a gazetteer cannot be used. Nothing of it is used unless all of it is as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GazetteerError {
    /// The first bytes are not those of a gazetteer.
    #[error("this is no gazetteer of stemma (its first bytes are others)")]
    NotAGazetteer,
    /// The first bytes are not those of outlines.
    #[error("these are no outlines of stemma (their first bytes are others)")]
    NotOutlines,
    /// The file was written for another version of this program.
    #[error("the gazetteer has format {found}; this program reads format {expected}")]
    OtherFormat {
        /// The number in the file.
        found: u32,
        /// The number that this program reads.
        expected: u32,
    },
    /// The file ends early, or bytes in it have changed.
    #[error("the gazetteer is damaged: {0}")]
    Damaged(&'static str),
}
