//! What the programs here share: files that the program brings along, with other bytes in them.

use sha2::{Digest, Sha256};

/// Magic and number of the format, and the hash behind them: what stands before the body of a file that the program brings along.
const BEFORE_HASH: usize = 8 + 4;
const HEAD: usize = BEFORE_HASH + 32;

/// A file like `whole` with another body, whose hash is right.
pub fn with_body(whole: &[u8], body: &[u8]) -> Vec<u8> {
    [&whole[..BEFORE_HASH], &Sha256::digest(body), body].concat()
}

/// `whole` with `bytes` in the place of its own from `at` on, counted round the body, and with the right hash.
pub fn with_bytes_at(whole: &[u8], at: u32, bytes: &[u8]) -> Vec<u8> {
    let mut body = whole[HEAD..].to_vec();
    let at = at as usize % body.len();
    let end = body.len().min(at + bytes.len());
    body[at..end].copy_from_slice(&bytes[..end - at]);
    with_body(whole, &body)
}

/// `whole` with `bytes` in the place of its last ones, and with the right hash.
pub fn with_end(whole: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut body = whole[HEAD..].to_vec();
    let at = body.len() - bytes.len().min(body.len());
    let n_bytes = body.len() - at;
    body[at..].copy_from_slice(&bytes[..n_bytes]);
    with_body(whole, &body)
}
