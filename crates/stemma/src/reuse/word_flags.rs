//! Word lists as one table of hashes: a word is looked up by the hash that it has anyway.

use crate::text::hash_of;

/// Slots of a table; a power of two, several times the number of words in any.
const SLOTS: usize = 2048;

/// By word: in which lists it is, a bit each.
pub struct WordFlags {
    /// A bit for some bits of each hash in the table: most words of a text are in no list, and this says so without a
    /// look into the table.
    sieve: [u64; SIEVE],
    slots: Vec<(u64, u8)>,
}

/// Numbers that the sieve is made of, of 64 bits each: one bit in some sixteen is set.
const SIEVE: usize = 64;

impl WordFlags {
    /// The table of some lists of normalised words, each with its bit.
    pub fn new(lists: &[(u8, &[&str])]) -> Self {
        let mut table = WordFlags { sieve: [0; SIEVE], slots: vec![(0, 0); SLOTS] };
        for (bit, list) in lists {
            for hash in list.iter().map(|word| hash_of(word)) {
                let (at, bit_of_hash) = sieved(hash);
                table.sieve[at] |= bit_of_hash;
                let slot = table.slot(hash);
                table.slots[slot] = (hash, table.slots[slot].1 | bit);
            }
        }
        table
    }

    /// The bits of the lists that a word is in.
    pub fn of(&self, hash: u64) -> u8 {
        let (at, bit) = sieved(hash);
        if self.sieve[at] & bit == 0 { 0 } else { self.slots[self.slot(hash)].1 }
    }

    /// Where a word is, or would be: the first slot from its own on that is free or has it.
    fn slot(&self, hash: u64) -> usize {
        let mut slot = hash as usize % SLOTS;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }
}

/// Where the sieve has the bit of a hash: not by the bits that choose the slot.
fn sieved(hash: u64) -> (usize, u64) {
    ((hash >> 58) as usize % SIEVE, 1 << (hash >> 52 & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_bits_of_all_its_lists() {
        let flags = WordFlags::new(&[(1, &["said", "not"]), (2, &["not"])]);
        let of = |word: &str| flags.of(hash_of(word));
        assert_eq!([of("said"), of("not"), of("harbour")], [1, 3, 0]);
    }
}
