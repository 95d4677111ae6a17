//! The commands, one a file: each reads what it was given, writes its answer and says how it ended.

pub mod account;
pub mod completions;
pub mod copies;
pub mod man;
pub mod report;
pub mod trace;
pub mod verify;

use stemma::Config;
use stemma::account::record::{Record, Value};

/// The settings of commands that compare reports and want to know who copied whom.
fn comparing() -> Config {
    Config { reuse: stemma::reuse::Config { lineage: true, ..Default::default() } }
}

/// A text of a record, where it has it.
fn text_of<'a>(record: &'a Record, key: &str) -> Option<&'a str> {
    match record.get(key) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// The digest in the header of an account.
fn digest_of(records: &[Record]) -> Option<&str> {
    text_of(records.first()?, "digest")
}
