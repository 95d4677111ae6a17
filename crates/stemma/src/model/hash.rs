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

/// Why a text is none.
const NO_HASH: &str = "not a SHA-256 value: 64 digits, 0-9 and a-f";

impl std::str::FromStr for Sha256 {
    type Err = &'static str;

    /// Reads 64 lower-case hexadecimal digits.
    fn from_str(digits: &str) -> Result<Self, &'static str> {
        let is_lower = digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if digits.len() != 64 || !is_lower {
            return Err(NO_HASH);
        }
        let mut hash = [0; 32];
        for (nth, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * nth..2 * nth + 2], 16).map_err(|_| NO_HASH)?;
        }
        Ok(Sha256(hash))
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
