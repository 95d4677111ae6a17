//! No bytes make the reader of gazetteers panic, or a gazetteer that it has read: neither as they are, nor as the body of a file whose hash
//! is right, nor in the place of any bytes of the gazetteer that the program brings along.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stemma_fuzz::{with_body, with_bytes_at};
use stemma_gazetteer::Gazetteer;

fuzz_target!(|input: (u32, &[u8])| {
    let (at, bytes) = input;
    ask(bytes);
    ask(&with_body(stemma_assets::PLACES, bytes));
    ask(&with_bytes_at(stemma_assets::PLACES, at, bytes));
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
