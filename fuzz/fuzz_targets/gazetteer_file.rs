//! No bytes make the reader of gazetteers panic, or a gazetteer that it has read: neither as they are, nor as the body of a file whose hash
//! is right, nor in the place of any bytes of the gazetteer that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sha2::{Digest, Sha256};
use stemma_gazetteer::Gazetteer;

/// Magic, number of the format, hash: what stands before the body.
const HEAD: usize = 8 + 4 + 32;

fuzz_target!(|input: (u32, &[u8])| {
    let (at, bytes) = input;
    ask(bytes);
    ask(&with_hash(bytes));
    let mut body = stemma_assets::PLACES[HEAD..].to_vec();
    let at = at as usize % body.len();
    let end = body.len().min(at + bytes.len());
    body[at..end].copy_from_slice(&bytes[..end - at]);
    ask(&with_hash(&body));
});

fn ask(file: &[u8]) {
    let Ok(gazetteer) = Gazetteer::from_bytes(file) else { return };
    for name in ["Damascus", "Deir Ezzor", "US", "Syrian", "nowhere"] {
        for hit in gazetteer.find(name) {
            gazetteer.name(hit.place);
            gazetteer.group(hit.place);
            gazetteer.division_of(hit.place);
            gazetteer.district_of(hit.place);
            gazetteer.country_of(hit.place);
        }
    }
}

fn with_hash(body: &[u8]) -> Vec<u8> {
    [&stemma_assets::PLACES[..12], &Sha256::digest(body), body].concat()
}
