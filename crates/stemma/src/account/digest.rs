//! The digest of an account: equal for equal texts and findings, whatever the files are called.

use super::record::{Record, Value, canonical_bytes, write_canonical_without};
use crate::model::Sha256;
use rayon::prelude::*;
use std::ops::Range;

/// Counts of records that are about files, not texts.
const UNHASHED_COUNTS: [&str; 2] = ["unread", "notes"];

/// The key of a finding that says where a file happened to lie.
const UNHASHED_KEYS: [&str; 1] = ["name"];

/// The digest of a header and the findings below it, in any order.
pub(super) fn digest<'a>(header: &Record, findings: impl Iterator<Item = &'a Record>) -> String {
    // One after the other in one piece, for there may be millions.
    let mut written = Vec::new();
    let mut lines: Vec<Range<usize>> = findings
        .map(|finding| {
            let start = written.len();
            write_canonical_without(finding, &UNHASHED_KEYS, &mut written);
            start..written.len()
        })
        .collect();
    lines.par_sort_unstable_by(|a, b| written[a.clone()].cmp(&written[b.clone()]));
    let header = canonical_bytes(&Value::Map(hashed_header(header)));
    let lines = lines.into_iter().map(|line| &written[line]);
    Sha256::of_parts(std::iter::once(header.as_slice()).chain(lines)).to_string()
}

fn hashed_header(header: &Record) -> Record {
    let mut hashed = header.clone();
    hashed.remove("digest");
    if let Some(Value::Map(counts)) = hashed.get_mut("counts") {
        counts.retain(|key, _| !UNHASHED_COUNTS.contains(&key.as_str()));
    }
    hashed
}
