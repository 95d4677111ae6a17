//! What can be wrong with the bytes of a model or a word net.

/// Why a model or a word net cannot be used. Nothing of it is used unless all of it is as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// The first bytes are not those of a model file.
    #[error("this is no language file of stemma (its first bytes are others)")]
    NotAModel,
    /// The file was written for another version of this program.
    #[error("the language file has format {found}; this program reads format {expected}")]
    OtherFormat {
        /// The number in the file.
        found: u32,
        /// The number that this program reads.
        expected: u32,
    },
    /// The file ends early, or bytes in it have changed.
    #[error("the language file is damaged: {0}")]
    Damaged(&'static str),
    /// A section that the program needs is not there.
    #[error("the language file lacks its section `{0}`")]
    Lacks(&'static str),
    /// A section is there and does not hold what it should.
    #[error("section `{section}` of the language file is wrong: {what}")]
    Wrong {
        /// The section.
        section: &'static str,
        /// What is wrong with it.
        what: &'static str,
    },
}
