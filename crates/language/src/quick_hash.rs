//! A hash for tables of ours, quicker on short strings than the one that the weights know. It differs neither from run to
//! run nor from machine to machine.

/// The hash of some bytes.
pub fn quick_hash(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut hash = bytes.len() as u64;
    for word in words {
        hash = folded(hash ^ u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    folded(hash ^ u64::from_le_bytes(last))
}

/// The hash of some numbers that are hashes themselves.
pub fn quick_hash_of(numbers: &[u64]) -> u64 {
    numbers.iter().fold(0, |hash, number| folded(hash ^ number))
}

/// The two halves of a product, one laid over the other: every bit of it depends on every bit of the factor.
fn folded(factor: u64) -> u64 {
    let product = u128::from(factor ^ 0x9e37_79b9_7f4a_7c15) * 0xd6e8_feb8_6659_fd93;
    (product >> 64) as u64 ^ product as u64
}
