//! SHA-256 values, the only hash that leaves the program.

use sha2::Digest as _;
use std::fmt;

/// A SHA-256 value; `Display` writes 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(pub [u8; 32]);

impl Sha256 {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Sha256(sha2::Sha256::digest(bytes).into())
    }

    /// The hash of some bytes that do not lie in one piece.
    pub fn of_parts<'a>(parts: impl Iterator<Item = &'a [u8]>) -> Self {
        let hash = parts.fold(sha2::Sha256::new(), |hash, part| hash.chain_update(part));
        Sha256(hash.finalize().into())
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sha256({self})")
    }
}
