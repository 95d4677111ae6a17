//! Is there a header, and does it say of the records below it what is so?

use super::fields::{Expected, Fields};
use super::problem::{Problems, shown};
use crate::account::SCHEMA;
use crate::account::digest::digest;
use crate::account::labels::RecordKind;
use crate::account::record::{Record, Value};

/// Checks the header; false where the records are not of a format that this program knows.
pub(super) fn check(records: &[Record], problems: &mut Problems) -> bool {
    let Some(header) = records.first().filter(|first| is_header(first)) else {
        problems.add_account("the first record is not the header (`account`)");
        return false;
    };
    if header.get("schema") != Some(&Value::from(SCHEMA)) {
        problems.add_account(format!("the schema is not `{SCHEMA}`"));
        return false;
    }
    if let Err(why) = check_shape(header) {
        problems.add_account(format!("header: {why}"));
    }
    check_counts(header, &records[1..], problems);
    let findings = records[1..].iter().filter(|record| is_finding(record));
    let computed = digest(header, findings);
    match header.get("digest") {
        Some(Value::Text(given)) if *given == computed => {}
        Some(Value::Text(given)) => {
            problems.add_account(format!("the digest is {}, but these records give {computed}", shown(given)))
        }
        _ => {}
    }
    true
}

fn is_header(record: &Record) -> bool {
    record.get("record") == Some(&Value::from("account"))
}

fn is_finding(record: &Record) -> bool {
    kind_of(record).is_some_and(|kind| kind.prefix().is_some())
}

fn kind_of(record: &Record) -> Option<RecordKind> {
    match record.get("record") {
        Some(Value::Text(label)) => RecordKind::of(label),
        _ => None,
    }
}

fn check_shape(header: &Record) -> Expected<()> {
    let mut fields = Fields::of(header);
    for key in ["record", "schema", "program"] {
        fields.text(key)?;
    }
    fields.sha256("digest")?;
    check_settings(fields.value("config")?)?;
    for table in fields.list("tables")? {
        check_table(table)?;
    }
    let mut counts = fields.inner("counts")?;
    for kind in RecordKind::ALL {
        counts.count(kind.count_key())?;
    }
    counts.finish()?;
    fields.finish()
}

/// Settings are whole numbers and texts, by name.
fn check_settings(config: &Value) -> Expected<()> {
    let is_setting = |value: &Value| matches!(value, Value::Int(_) | Value::Text(_));
    match config {
        Value::Map(settings) if settings.values().all(is_setting) => Ok(()),
        _ => Err("`config` is not an object of whole numbers and texts".to_owned()),
    }
}

fn check_table(table: &Value) -> Expected<()> {
    let Value::Map(table) = table else {
        return Err("`tables` is not a list of objects".to_owned());
    };
    let mut fields = Fields::of(table);
    fields.text("name")?;
    fields.count("version")?;
    fields.count("entries")?;
    fields.sha256("sha256")?;
    fields.finish()
}

fn check_counts(header: &Record, below: &[Record], problems: &mut Problems) {
    let Some(Value::Map(counts)) = header.get("counts") else {
        return;
    };
    for kind in RecordKind::ALL {
        let found = below.iter().filter(|record| kind_of(record) == Some(kind)).count();
        let key = kind.count_key();
        match counts.get(key) {
            Some(Value::Int(given)) if usize::try_from(*given) != Ok(found) => {
                problems.add_account(format!("the header counts {given} {key}, the records are {found}"));
            }
            _ => {}
        }
    }
}
