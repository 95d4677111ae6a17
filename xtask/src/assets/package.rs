//! A package as a registry serves it, taken only where its hash is the one that is known.

use crate::dist::sha256;
use anyhow::{Context, Result, bail};
use std::path::Path;

/// A package, and the only bytes of it that are taken.
pub struct Package {
    /// The name of its file.
    pub name: &'static str,
    /// The SHA-256 of its file, in hexadecimal digits.
    pub sha256: &'static str,
}

impl Package {
    /// Reads the package at `path` and checks its hash.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>> {
        let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let found: String = sha256(&bytes);
        if found != self.sha256 {
            bail!(
                "{} is not {}: its SHA-256 is {found}, not {}; assets/README.md says how to obtain it",
                path.display(),
                self.name,
                self.sha256
            );
        }
        Ok(bytes)
    }
}
