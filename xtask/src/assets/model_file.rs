//! Writes the form that `crates/language/src/model_file.rs` reads and describes.

use sha2::{Digest, Sha256};

const MAGIC: &[u8; 8] = b"STEMLANG";
const FORMAT: u32 = 1;

/// The sections of a model file, in the order in which they are added.
#[derive(Default)]
pub struct Sections {
    list: Vec<(&'static str, Vec<u8>)>,
}

impl Sections {
    /// Adds a section.
    pub fn add(&mut self, name: &'static str, content: Content) {
        self.list.push((name, content.bytes));
    }

    /// The whole file.
    pub fn file(&self) -> Vec<u8> {
        let mut body = Content::default();
        body.number(self.list.len());
        for (name, bytes) in &self.list {
            body.text(name);
            body.hash(bytes.len() as u64);
        }
        for (_, bytes) in &self.list {
            body.bytes.extend_from_slice(bytes);
        }
        let mut file = MAGIC.to_vec();
        file.extend(FORMAT.to_le_bytes());
        file.extend(Sha256::digest(&body.bytes));
        file.extend(body.bytes);
        file
    }
}

/// The content of a section, written field by field.
#[derive(Default)]
pub struct Content {
    bytes: Vec<u8>,
}

impl Content {
    /// A number of 32 bits.
    pub fn number(&mut self, number: usize) {
        let number = u32::try_from(number).expect("numbers of a model fit 32 bits");
        self.bytes.extend(number.to_le_bytes());
    }

    /// A number of 64 bits.
    pub fn hash(&mut self, hash: u64) {
        self.bytes.extend(hash.to_le_bytes());
    }

    /// A number of at most 32 bits, in as many bytes as it needs.
    pub fn compact(&mut self, number: usize) {
        let mut rest = u32::try_from(number).expect("numbers of a model fit 32 bits");
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes.extend(text.as_bytes());
    }

    /// A list of items, each written by `item`.
    pub fn list<T>(&mut self, items: impl ExactSizeIterator<Item = T>, mut item: impl FnMut(&mut Self, T)) {
        self.number(items.len());
        items.for_each(|one| item(self, one));
    }

    /// Bytes as they are, such as those of the little-endian 32-bit floats of a matrix.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
    }
}
