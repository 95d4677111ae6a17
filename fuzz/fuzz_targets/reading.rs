//! No bytes make the reading of files panic, under any name that tells a form, and every map stays inside of them.
//!
//! The first byte chooses the name; the rest are the file. Web pages have walks of other crates behind them, which a guard catches; all
//! else must not even need it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stemma_ingest::{Options, read_bytes};

const NAMES: &[&str] = &[
    "a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.tsv", "feed.xml", "feed.json", "a.gz", "a.zip",
    "a.tar", "a.tgz", "a.warc", "a.warc.gz",
];

fuzz_target!(|bytes: &[u8]| {
    let Some((first, file)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*first) % NAMES.len()];
    let options = Options { max_file_bytes: 1 << 20, ..Options::default() };
    let pile = read_bytes(name, file, &options);
    assert!(!pile.sources.is_empty() || !pile.unread.is_empty() || !pile.notes.is_empty(), "nothing is said");
    for unread in &pile.unread {
        assert!(!unread.reason.contains("broke down on it"), "{unread:?}");
    }
    for source in &pile.sources {
        let end = source.map.segments().last().map_or(0, |segment| segment.text.end as usize);
        assert!(end == source.text.len(), "{}: the map ends elsewhere than the text", source.name);
    }
});
