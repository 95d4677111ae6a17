//! No bytes make the reader of web pages panic, and whatever it makes of them leads back into them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stemma_ingest::{Options, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    let page = [b"<!doctype html><html><body>", bytes].concat();
    for fast in [false, true] {
        let pile = read_bytes("page.html", &page, &Options { fast, ..Options::default() });
        assert_eq!(pile.sources.len() + pile.unread.len(), 1);
        for source in pile.sources {
            for segment in source.map.segments() {
                assert!(segment.original.as_usize().end <= page.len());
                assert!(!segment.original.is_empty() || segment.text.of(&source.text).trim().is_empty());
            }
        }
    }
});
