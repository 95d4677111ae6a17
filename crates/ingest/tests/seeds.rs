//! The files from which fuzzing begins are read like any others: something is said of each, and nothing breaks down on it.

use std::path::{Path, PathBuf};
use stemma_ingest::{Options, read_bytes};

/// The folders under `fuzz/seeds`, each with the name under which its target reads.
const NAMES: &[(&str, &str)] = &[
    ("csv", "a.csv"),
    ("feed", "feed.xml"),
    ("gzip", "a.gz"),
    ("json", "a.json"),
    ("json_feed", "feed.json"),
    ("json_lines", "a.jsonl"),
    ("page", "page.html"),
    ("tar", "a.tar"),
    ("text", "a.txt"),
    ("web_archive", "a.warc"),
    ("zip", "a.zip"),
];

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    paths
}

#[test]
fn each_seed_is_read_and_each_form_has_one() {
    let folders = listed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds"));
    let found: Vec<&str> = folders.iter().filter_map(|path| path.file_name()?.to_str()).collect();
    assert_eq!(found, NAMES.iter().map(|(target, _)| *target).collect::<Vec<_>>());
    for (folder, (target, name)) in folders.iter().zip(NAMES) {
        let seeds = listed(folder);
        assert!(!seeds.is_empty(), "{target}");
        let mut sources = 0;
        for seed in seeds {
            let bytes = std::fs::read(&seed).expect("a seed is a file");
            let pile = read_bytes(name, &bytes, &Options::default());
            sources += pile.sources.len();
            assert!(pile.sources.len() + pile.unread.len() + pile.notes.len() > 0, "{}", seed.display());
            assert!(
                pile.unread.iter().all(|unread| !unread.reason.contains("broke down")),
                "{:?}",
                pile.unread
            );
        }
        assert!(sources > 0, "no seed of {target} gives a report");
    }
}
