//! No bytes make the reader of model files panic, whether their hash is right or not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stemma_language::Model;

fuzz_target!(|bytes: &[u8]| {
    let _ = Model::from_bytes(bytes);
});
