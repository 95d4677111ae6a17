//! How much one file on disk may make of itself, in all that is packed in it.

use std::cell::Cell;

/// Packed bytes may become this many times as many. Text packs to a tenth, and markup that repeats itself to a fiftieth;
/// gzip reaches a thousandth with nothing but zeros.
const MOST_EXPANSION: u64 = 200;

/// So many bytes may come out of any file, however small it is.
const FREE_BYTES: u64 = 256 << 20;

/// So many members may be in a file, in all its archives. An archive of some decades of a newspaper has half as many.
const MOST_MEMBERS: u64 = 1_000_000;

/// What a file may still make of itself.
#[derive(Debug)]
pub struct Budget {
    bytes: Cell<u64>,
    members: Cell<u64>,
}

impl Default for Budget {
    /// For a stream of which nobody knows how long it is: as for one of a gigabyte.
    fn default() -> Self {
        Budget::of(1 << 30)
    }
}

impl Budget {
    /// For a file of so many bytes.
    pub fn of(bytes: u64) -> Self {
        let bytes = FREE_BYTES.saturating_add(bytes.saturating_mul(MOST_EXPANSION));
        Budget { bytes: Cell::new(bytes), members: Cell::new(MOST_MEMBERS) }
    }

    /// Takes unpacked bytes; false where there are no more to take.
    pub fn take_bytes(&self, bytes: u64) -> bool {
        take(&self.bytes, bytes)
    }

    /// Takes a member; false where there are no more to take.
    pub fn take_member(&self) -> bool {
        take(&self.members, 1)
    }

    /// Whether so many packed bytes that become so many are a bomb by themselves.
    pub fn is_bomb(packed: u64, unpacked: u64) -> bool {
        unpacked > (1 << 20) && unpacked / MOST_EXPANSION > packed
    }
}

fn take(left: &Cell<u64>, number: u64) -> bool {
    let rest = left.get().checked_sub(number);
    left.set(rest.unwrap_or(0));
    rest.is_some()
}

/// What is said of bytes that expand too much.
pub fn bomb() -> String {
    format!("it expands to more than {MOST_EXPANSION} times its bytes, as no report does")
}

/// What is said of a file with too many members.
pub fn too_many() -> String {
    format!("more than {} members", crate::refusal::with_separators(MOST_MEMBERS))
}
