//! What a caller may choose.

/// Choices that shape an account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// How passages are found.
    pub reuse: crate::reuse::Config,
}
