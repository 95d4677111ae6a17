//! What a caller may choose.

use std::collections::BTreeMap;

/// Choices that shape an account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config {
    /// How passages are found.
    pub reuse: crate::reuse::Config,
}

impl Config {
    /// The settings by name, as an account keeps them.
    pub fn settings(&self) -> BTreeMap<String, u64> {
        let mut settings =
            BTreeMap::from([("common_seed_limit".to_owned(), self.reuse.common_seed_limit.into())]);
        if self.reuse.loose {
            settings.insert("loose".to_owned(), 1);
        }
        settings
    }
}
