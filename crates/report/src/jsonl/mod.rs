//! Records as JSON Lines, the form in which an account is kept: one record a line, in and out.
//!
//! [`write()`] gives text that is safe on a terminal: every unseen character inside a string is an escape.
//! [`copies()`], [`trace()`], [`quotes()`], [`claims()`], [`origins()`] and [`explained()`] give lists for programs, line by
//! line.
//! [`read()`] takes nothing that could mean two things: no key twice, no number that is not whole.

mod claims;
mod copies;
mod quotes;
mod read;
mod write;

pub use claims::{CLAIMS_SCHEMA, EXPLANATION_SCHEMA, claims, explained, origins};
pub use copies::{COPIES_SCHEMA, TRACE_SCHEMA, copies, trace};
pub use quotes::{QUOTES_SCHEMA, quotes};
pub use read::{JsonlError, read};
pub use write::write;

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::account::record::{Record, Value};

    #[test]
    fn what_is_written_is_read_back() {
        let span = Record::from([
            ("report".into(), Value::Text("r1".into())),
            ("start".into(), Value::Int(0)),
            ("end".into(), Value::Int(i64::MAX)),
            ("text".into(), Value::Text("\"a\\b\"\u{1b}\u{e0041}é".into())),
        ]);
        let record = Record::from([
            ("record".into(), Value::Text("furniture".into())),
            ("span".into(), Value::Map(span)),
            ("list".into(), Value::List(vec![Value::Null, Value::Int(-1)])),
            ("yes".into(), Value::Bool(true)),
        ]);
        let records = vec![record, Record::new()];
        assert_eq!(read(&write(&records)), Ok(records));
    }
}
