//! The digest of an account: equal for equal texts and findings, whatever the files are called.

use super::record::{Record, Value, canonical_bytes};
use crate::model::Sha256;

/// Counts of records that are about files, not texts.
const UNHASHED_COUNTS: [&str; 2] = ["unread", "notes"];

/// The digest of a header and the findings below it, in any order.
pub(super) fn digest<'a>(header: &Record, findings: impl Iterator<Item = &'a Record>) -> String {
    let mut bytes = canonical_bytes(&Value::Map(hashed_header(header)));
    let mut lines: Vec<Vec<u8>> = findings.map(hashed_finding).collect();
    lines.sort_unstable();
    for line in lines {
        bytes.extend(line);
    }
    Sha256::of(&bytes).to_string()
}

fn hashed_header(header: &Record) -> Record {
    let mut hashed = header.clone();
    hashed.remove("digest");
    if let Some(Value::Map(counts)) = hashed.get_mut("counts") {
        counts.retain(|key, _| !UNHASHED_COUNTS.contains(&key.as_str()));
    }
    hashed
}

fn hashed_finding(finding: &Record) -> Vec<u8> {
    let mut hashed = finding.clone();
    hashed.remove("name");
    canonical_bytes(&Value::Map(hashed))
}
