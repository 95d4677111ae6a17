//! No bytes make the reader of model files panic: neither as they are, nor as the body of a file whose hash is right, nor in the place
//! of one section of the model that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use stemma_language::Model;

/// Magic, number of the format, hash: what stands before the body.
const HEAD: usize = 8 + 4 + 32;

fuzz_target!(|bytes: &[u8]| {
    let _ = Model::from_bytes(bytes);
    let _ = Model::from_bytes(&with_hash(bytes));
    // The tables lie at the end, and they are what has structure.
    let mut body = stemma_assets::ENGLISH[HEAD..].to_vec();
    let at = body.len() - bytes.len().min(body.len());
    let n_bytes = body.len() - at;
    body[at..].copy_from_slice(&bytes[..n_bytes]);
    let _ = Model::from_bytes(&with_hash(&body));
});

fn with_hash(body: &[u8]) -> Vec<u8> {
    [&stemma_assets::ENGLISH[..12], &Sha256::digest(body), body].concat()
}
