//! No bytes make the reading of feeds panic, and every map stays inside of them.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| stemma_fuzz::read("feed.xml", bytes));
