//! Strings as numbers, as the weights know them.
//!
//! The number of a string is its MurmurHash64A (<https://github.com/aappleby/smhasher>, seed 1), but for the empty
//! string, which is 0, and for the few hundred [`SYMBOLS`], which have a small number of their own.

use crate::lexeme::symbols::SYMBOLS;

/// The number of a string.
pub fn hash_of(text: &str) -> u64 {
    let Some(first) = text.bytes().next() else { return 0 };
    let [start, end] = [first, first.saturating_add(1)].map(|byte| usize::from(STARTS[usize::from(byte)]));
    let same_first = &SYMBOLS[start..end];
    match same_first.binary_search_by_key(&text, |(symbol, _)| symbol) {
        Ok(at) => u64::from(same_first[at].1),
        Err(_) => murmur(text.as_bytes()),
    }
}

/// For each first byte, where the symbols that begin with it begin.
const STARTS: [u16; 256] = {
    let mut starts = [0; 256];
    let mut at = 0;
    let mut byte = 0;
    while byte < 256 {
        while at < SYMBOLS.len() && (SYMBOLS[at].0.as_bytes()[0] as usize) < byte {
            at += 1;
        }
        starts[byte] = at as u16;
        byte += 1;
    }
    starts
};

const SEED: u64 = 1;
const MULTIPLIER: u64 = 0xc6a4_a793_5bd1_e995;

fn murmur(bytes: &[u8]) -> u64 {
    let mut hash = SEED ^ (bytes.len() as u64).wrapping_mul(MULTIPLIER);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let mixed = u64::from_le_bytes(*word).wrapping_mul(MULTIPLIER);
        hash = (hash ^ (mixed ^ mixed >> 47).wrapping_mul(MULTIPLIER)).wrapping_mul(MULTIPLIER);
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(MULTIPLIER);
    }
    hash = (hash ^ hash >> 47).wrapping_mul(MULTIPLIER);
    hash ^ hash >> 47
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_weights() {
        assert_eq!(hash_of(""), 0);
        assert_eq!(hash_of("X"), 101);
        assert_eq!(hash_of("root"), 449);
        assert_eq!(hash_of("coffee"), 3_197_928_453_018_144_401);
        assert_eq!(hash_of("the"), 7_425_985_699_627_899_538);
    }

    #[test]
    fn symbols_are_sorted() {
        assert!(SYMBOLS.is_sorted_by_key(|(symbol, _)| symbol));
    }
}
