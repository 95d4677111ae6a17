//! No bytes make the reader of model files panic: neither as they are, nor as the body of a file whose hash is right, nor in the place
//! of one section of the model that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stemma_fuzz::{with_body, with_end};
use stemma_language::Model;

fuzz_target!(|bytes: &[u8]| {
    let _ = Model::from_bytes(bytes);
    let _ = Model::from_bytes(&with_body(stemma_assets::ENGLISH, bytes));
    // The tables lie at the end, and they are what has structure.
    let _ = Model::from_bytes(&with_end(stemma_assets::ENGLISH, bytes));
});
