//! What the programs here share: the reading of a file under a name, and files that the program brings along, with other bytes
//! in them.

use sha2::{Digest, Sha256};
use stemma_ingest::{Options, read_bytes};

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

/// Reads a file whose name tells its form. Whatever it holds, something is said of it, no mistake of ours has to be caught, and
/// the map of every text ends where the text does. Web pages have walks of other crates behind them, which a guard catches.
pub fn read(name: &str, bytes: &[u8]) {
    let options = Options { max_file_bytes: 1 << 20, ..Options::default() };
    let pile = read_bytes(name, bytes, &options);
    let is_silent = pile.sources.is_empty() && pile.unread.is_empty() && pile.notes.is_empty();
    assert!(!is_silent, "nothing is said");
    for unread in &pile.unread {
        assert!(!unread.reason.contains("broke down on it"), "{unread:?}");
    }
    for source in &pile.sources {
        let end = source.map.segments().last().map_or(0, |segment| segment.text.end as usize);
        assert!(end == source.text.len(), "{}: the map ends elsewhere than the text", source.name);
    }
}
