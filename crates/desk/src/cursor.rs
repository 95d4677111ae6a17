//! Where the next page of a list begins: opaque to whoever asks, and of no use for another list or another account.

use stemma::model::Sha256;

/// The first page, or the place at which a later one begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// How many rows come before.
    pub from: usize,
}

/// Digits of the check.
const CHECK: usize = 8;

impl Cursor {
    /// The cursor in words; `list` is whatever makes the list what it is, `digest` that of the account.
    pub fn write(self, digest: &str, list: &str) -> String {
        format!("{:x}-{}", self.from, check(self.from, digest, list))
    }

    /// Reads one back; nothing where it is none, or one of another list.
    pub fn read(text: &str, digest: &str, list: &str) -> Option<Self> {
        let (from, given) = text.split_once('-')?;
        let from = usize::from_str_radix(from, 16).ok().filter(|_| from.len() <= CHECK)?;
        (given == check(from, digest, list)).then_some(Cursor { from })
    }
}

fn check(from: usize, digest: &str, list: &str) -> String {
    Sha256::of(format!("{digest}\n{list}\n{from}").as_bytes()).to_string()[..CHECK].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_leads_back_to_its_own_list_only() {
        let cursor = Cursor { from: 350 };
        let written = cursor.write("digest", "claims?lonely=1");
        assert_eq!(Cursor::read(&written, "digest", "claims?lonely=1"), Some(cursor));
        for (digest, list) in [("other", "claims?lonely=1"), ("digest", "claims")] {
            assert_eq!(Cursor::read(&written, digest, list), None);
        }
        for wrong in ["", "-", "15e-", "zz-00000000", "ffffffffffffffffff-00000000", "\u{e9}-\u{e9}"] {
            assert_eq!(Cursor::read(wrong, "digest", "claims?lonely=1"), None, "{wrong}");
        }
    }
}
