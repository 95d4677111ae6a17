//! How the core says where it is, without knowing who listens.

/// Hears of progress. The account does not depend on it.
pub trait Observer: Sync {
    /// A stage began; `total` is how many reports it has before it.
    fn stage(&self, _name: &'static str, _total: usize) {}
}

/// Hears nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Observer for Silent {}
