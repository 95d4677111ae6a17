//! What a lexeme is worth to the network: rows of learned tables, found by hashes.
//!
//! Each attribute of a lexeme has a table of its own. Four hashes of the attribute choose four of its rows, and these are added:
//! two attributes that share one row seldom share all four, so a table may be far smaller than the vocabulary (Serrà and
//! Karatzoglou 2017; Miranda and others 2022).

use super::WIDTH;
use crate::ModelError;
use crate::model_file::Fields;

/// The table of an attribute.
#[derive(Debug)]
pub struct Table {
    rows: Vec<f32>,
    n_rows: u32,
    seed: u32,
}

/// The seed of the first table; each further table has the next number.
const FIRST_SEED: u32 = 8;

impl Table {
    /// Reads the table of the attribute `index`.
    pub fn read(fields: &mut Fields<'_>, index: usize) -> Result<Self, ModelError> {
        let n_rows = fields.number()?;
        if n_rows == 0 {
            return Err(fields.wrong("an empty table of embeddings"));
        }
        Ok(Self { rows: fields.floats(n_rows as usize * WIDTH)?, n_rows, seed: FIRST_SEED + index as u32 })
    }

    /// Adds the rows of an attribute to `sum`.
    pub fn add(&self, attribute: u64, sum: &mut [f32]) {
        for hash in hashes(attribute, self.seed) {
            let row = (hash % self.n_rows) as usize;
            for (sum, number) in sum.iter_mut().zip(&self.rows[row * WIDTH..][..WIDTH]) {
                *sum += number;
            }
        }
    }
}

/// Four hashes: the end of MurmurHash3 (x64, 128 bits) for eight bytes.
fn hashes(value: u64, seed: u32) -> [u32; 4] {
    let key = value.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31).wrapping_mul(0x4cf5_ad43_2745_937f);
    let length = 8;
    let first = key ^ u64::from(seed) ^ length;
    let second = u64::from(seed) ^ length;
    let first = first.wrapping_add(second);
    let second = second.wrapping_add(first);
    let (first, second) = (mix(first), mix(second));
    let first = first.wrapping_add(second);
    let second = second.wrapping_add(first);
    [first as u32, (first >> 32) as u32, second as u32, (second >> 32) as u32]
}

fn mix(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ hash >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ hash >> 33
}
