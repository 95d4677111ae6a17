//! The bytes of a gazetteer, and the numbers in them.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `STEMPLCE` |
//! | 4 | number of the format, little-endian |
//! | 32 | SHA-256 of everything that follows |
//! | 3 times 4 | lengths of groups, places and postings, little-endian |
//! | the rest | groups, places, postings, names |
//!
//! Places stand group by group, so that which division holds a place need not be stored: a *group* is a country, a first-order and a
//! second-order division, each of which may be missing, with the number of its places. Within a group they stand in the order of their names, and each
//! states only what differs from the one before. A *name* is a folded name in a finite-state map (crate `fst`, its form 3), a loose
//! key behind a `~` ([`crate::loose`]). Its value is one place, or where in the postings its places are listed.
//!
//! A number has seven bits a byte, the lowest first; each byte but its last has the eighth bit set. A difference is a number whose lowest
//! bit is its sign.

use crate::GazetteerError;
use crate::row::NameClass;
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 8] = b"STEMPLCE";

/// The only format that this program reads.
pub const FORMAT: u32 = 1;

/// Before a loose key.
pub(crate) const LOOSE: char = '~';

const HEAD: usize = 8 + 4 + 32;
const ENDS_EARLY: GazetteerError = GazetteerError::Damaged("it ends early");

/// The parts of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Parts<'a> {
    pub groups: &'a [u8],
    pub places: &'a [u8],
    pub postings: &'a [u8],
    pub names: &'a [u8],
}

/// The whole file.
pub(crate) fn join(parts: Parts) -> Vec<u8> {
    let mut body = Vec::new();
    for part in [parts.groups, parts.places, parts.postings] {
        body.extend((part.len() as u32).to_le_bytes());
    }
    for part in [parts.groups, parts.places, parts.postings, parts.names] {
        body.extend(part);
    }
    let mut file = MAGIC.to_vec();
    file.extend(FORMAT.to_le_bytes());
    file.extend(Sha256::digest(&body));
    file.extend(body);
    file
}

/// Checks a file; its parts, and which one it is.
pub(crate) fn part(bytes: &[u8]) -> Result<(Parts<'_>, [u8; 32]), GazetteerError> {
    if !bytes.starts_with(MAGIC) {
        return Err(GazetteerError::NotAGazetteer);
    }
    let (head, body) = bytes.split_at_checked(HEAD).ok_or(ENDS_EARLY)?;
    let found = u32::from_le_bytes([head[8], head[9], head[10], head[11]]);
    if found != FORMAT {
        return Err(GazetteerError::OtherFormat { found, expected: FORMAT });
    }
    let hash: [u8; 32] = Sha256::digest(body).into();
    if hash != head[12..] {
        return Err(GazetteerError::Damaged("its hash is not the one it states"));
    }
    let (lengths, mut rest) = body.split_at_checked(12).ok_or(ENDS_EARLY)?;
    let mut next = |at: usize| {
        let length = u32::from_le_bytes([lengths[at], lengths[at + 1], lengths[at + 2], lengths[at + 3]]);
        let (part, behind) = rest.split_at_checked(length as usize).ok_or(ENDS_EARLY)?;
        rest = behind;
        Ok(part)
    };
    let (groups, places, postings) = (next(0)?, next(4)?, next(8)?);
    Ok((Parts { groups, places, postings, names: rest }, hash))
}

/// A place under a name, as it is stored.
pub(crate) fn posting(place: u32, class: NameClass) -> u64 {
    u64::from(place) << 2 | class as u64
}

/// A place under a name, read back.
pub(crate) fn of_posting(posting: u64) -> (u32, NameClass) {
    ((posting >> 2) as u32, NameClass::ALL[(posting & 3) as usize])
}

/// Adds a number.
pub(crate) fn put(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Adds a difference.
pub(crate) fn put_difference(from: i64, to: i64, bytes: &mut Vec<u8>) {
    let difference = to - from;
    put(difference.unsigned_abs() << 1 | u64::from(difference < 0), bytes);
}

/// Numbers read one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Numbers<'a>(pub &'a [u8]);

impl<'a> Numbers<'a> {
    pub fn next(&mut self) -> Result<u64, GazetteerError> {
        let mut number = 0u64;
        for place in 0..9 {
            let (byte, rest) = self.0.split_first().ok_or(ENDS_EARLY)?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << (7 * place);
            if *byte < 0x80 {
                return Ok(number);
            }
        }
        Err(GazetteerError::Damaged("a number does not end"))
    }

    /// A number that fits where it goes.
    pub fn small<T: TryFrom<u64>>(&mut self) -> Result<T, GazetteerError> {
        T::try_from(self.next()?).map_err(|_| GazetteerError::Damaged("a number is too large"))
    }

    /// A number, from the one that it differs from.
    pub fn after<T: TryFrom<i64>>(&mut self, before: i64) -> Result<T, GazetteerError> {
        let number = self.next()?;
        let size = (number >> 1) as i64;
        let value = if number & 1 == 1 { before - size } else { before + size };
        T::try_from(value).map_err(|_| GazetteerError::Damaged("a number is too large"))
    }

    pub fn take(&mut self, n: usize) -> Result<&'a [u8], GazetteerError> {
        let (taken, rest) = self.0.split_at_checked(n).ok_or(ENDS_EARLY)?;
        self.0 = rest;
        Ok(taken)
    }
}
