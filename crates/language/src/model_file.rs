//! The file that a model or a word net comes in: named sections behind one hash.
//!
//! All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `STEMLANG` |
//! | 4 | number of the format |
//! | 32 | SHA-256 of everything that follows |
//! | 4 | how many sections |
//! | each section: 4, n, 8 | length n of its name, the name (ASCII), length of its content in bytes |
//! | the rest | the contents, in the order of the list, nothing between them |
//!
//! Within a section: a *number* is 4 bytes, a *hash* 8, a *text* a number of bytes and then UTF-8, a *list* a number of
//! items and then the items, a *matrix* its 32-bit floats, row by row. A *compact number* has seven bits a byte, the lowest
//! first; each byte but its last has the eighth bit set.

use crate::ModelError;
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 8] = b"STEMLANG";

/// The only format that this program reads.
const FORMAT: u32 = 1;

/// A model file whose hash has been checked.
#[derive(Debug)]
pub struct ModelFile<'a> {
    sections: Vec<(&'a str, &'a [u8])>,
    hash: [u8; 32],
}

impl<'a> ModelFile<'a> {
    /// Checks the bytes and finds the sections.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let Some((magic, rest)) = bytes.split_first_chunk::<8>() else { return Err(ModelError::NotAModel) };
        if magic != MAGIC {
            return Err(ModelError::NotAModel);
        }
        let mut head = Fields { name: "", rest };
        let found = head.number().map_err(|_| ENDS_EARLY)?;
        if found != FORMAT {
            return Err(ModelError::OtherFormat { found, expected: FORMAT });
        }
        let stated = *head.rest.split_first_chunk::<32>().ok_or(ENDS_EARLY)?.0;
        let body = &head.rest[32..];
        let hash: [u8; 32] = Sha256::digest(body).into();
        if hash != stated {
            return Err(ModelError::Damaged("its hash is not the one it states"));
        }
        let sections = sections(body).map_err(|_| ENDS_EARLY)?;
        Ok(Self { sections, hash })
    }

    /// The content of a section, to be read field by field.
    pub fn section(&self, name: &'static str) -> Result<Fields<'a>, ModelError> {
        match self.sections.iter().find(|(known, _)| *known == name) {
            Some((_, rest)) => Ok(Fields { name, rest }),
            None => Err(ModelError::Lacks(name)),
        }
    }

    /// SHA-256 of all sections: which model this is.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }
}

const ENDS_EARLY: ModelError = ModelError::Damaged("it ends early");

fn sections(body: &[u8]) -> Result<Vec<(&str, &[u8])>, ModelError> {
    let mut fields = Fields { name: "", rest: body };
    let n_sections = fields.number()?;
    let mut list = Vec::new();
    for _ in 0..n_sections {
        let name = fields.text()?;
        list.push((name, fields.hash()? as usize));
    }
    list.into_iter().map(|(name, length)| Ok((name, fields.take(length)?))).collect()
}

/// The fields of a section, read one after the other.
#[derive(Debug, Clone)]
pub struct Fields<'a> {
    name: &'static str,
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    /// A number of 32 bits.
    pub fn number(&mut self) -> Result<u32, ModelError> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// A number of 64 bits.
    pub fn hash(&mut self) -> Result<u64, ModelError> {
        let low = u64::from(self.number()?);
        Ok(low | u64::from(self.number()?) << 32)
    }

    /// A compact number of at most 32 bits.
    pub fn compact(&mut self) -> Result<u32, ModelError> {
        let mut number = 0;
        for place in 0..5 {
            let (byte, rest) = self.rest.split_first().ok_or(self.wrong("it ends early"))?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f) << (7 * place);
            if *byte < 0x80 {
                return u32::try_from(number).map_err(|_| self.wrong("a number is too large"));
            }
        }
        Err(self.wrong("a number does not end"))
    }

    /// A text.
    pub fn text(&mut self) -> Result<&'a str, ModelError> {
        let length = self.number()? as usize;
        str::from_utf8(self.take(length)?).map_err(|_| self.wrong("a text is not UTF-8"))
    }

    /// A list of items, each read by `item`.
    pub fn list<T>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<T, ModelError>,
    ) -> Result<Vec<T>, ModelError> {
        let n_items = self.number()?;
        (0..n_items).map(|_| item(self)).collect()
    }

    /// A matrix (or a vector) of `n` numbers.
    pub fn floats(&mut self, n: usize) -> Result<Vec<f32>, ModelError> {
        let bytes = self.take(n.checked_mul(4).ok_or(self.wrong("it is too large"))?)?;
        let (numbers, _) = bytes.as_chunks::<4>();
        Ok(numbers.iter().map(|number| f32::from_le_bytes(*number)).collect())
    }

    /// Says that all has been read: what is left over nobody understood.
    pub fn end(&self) -> Result<(), ModelError> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.wrong("it is longer than it should be")) }
    }

    /// An error about this section.
    pub fn wrong(&self, what: &'static str) -> ModelError {
        ModelError::Wrong { section: self.name, what }
    }

    /// How many bytes are left: no list has more items, whatever number it states.
    pub fn n_left(&self) -> usize {
        self.rest.len()
    }

    /// Bytes as they are.
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(n).ok_or(self.wrong("it ends early"))?;
        self.rest = rest;
        Ok(taken)
    }
}
