//! No bytes make the reader of outlines panic, or outlines that it has read: neither as they are, nor as the body of a file whose hash is
//! right, nor in the place of any bytes of the outlines that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use stemma_gazetteer::Outlines;

/// Magic, number of the format, hash: what stands before the body.
const HEAD: usize = 8 + 4 + 32;

fuzz_target!(|input: (u32, &[u8])| {
    let (at, bytes) = input;
    ask(bytes);
    ask(&with_hash(bytes));
    let mut body = stemma_assets::OUTLINES[HEAD..].to_vec();
    let at = at as usize % body.len();
    let end = body.len().min(at + bytes.len());
    body[at..end].copy_from_slice(&bytes[..end - at]);
    ask(&with_hash(&body));
});

fn ask(file: &[u8]) {
    if let Ok(outlines) = Outlines::from_bytes(file) {
        outlines.rings().for_each(drop);
    }
}

fn with_hash(body: &[u8]) -> Vec<u8> {
    [&stemma_assets::OUTLINES[..12], &Sha256::digest(body), body].concat()
}
