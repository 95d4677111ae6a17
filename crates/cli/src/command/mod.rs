//! The commands, one a file: each reads what it was given, writes its answer and says how it ended.

pub mod account;
pub mod completions;
pub mod man;
pub mod report;
pub mod verify;

use stemma::account::record::{Record, Value};

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
