//! No bytes make the reader of outlines panic, or outlines that it has read: neither as they are, nor as the body of a file whose hash is
//! right, nor in the place of any bytes of the outlines that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stemma_fuzz::{with_body, with_bytes_at};
use stemma_gazetteer::Outlines;

fuzz_target!(|input: (u32, &[u8])| {
    let (at, bytes) = input;
    ask(bytes);
    ask(&with_body(stemma_assets::OUTLINES, bytes));
    ask(&with_bytes_at(stemma_assets::OUTLINES, at, bytes));
});

fn ask(file: &[u8]) {
    if let Ok(outlines) = Outlines::from_bytes(file) {
        outlines.rings().for_each(drop);
    }
}
