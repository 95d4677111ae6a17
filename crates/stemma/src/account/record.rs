//! A plain value and its canonical bytes: what identifiers and the digest are computed over.
//!
//! The canonical form is bencode with two more types, so that a dozen lines in any language write it:
//! `n` null, `t` true, `f` false, `i<decimal>e` integer, `<bytes>:<UTF-8>` text, `l...e` list,
//! `d<key><value>...e` map with keys as texts in byte order. There are no floating-point numbers.

use std::collections::BTreeMap;
use std::io::Write as _;

/// A value of the shapes that JSON has, without floating-point numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// Nothing is known or nothing is there.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A count or an offset.
    Int(i64),
    /// Text.
    Text(String),
    /// Values in an order that matters.
    List(Vec<Value>),
    /// Named values.
    Map(Record),
}

/// A finding as named values.
pub type Record = BTreeMap<String, Value>;

impl Value {
    /// A count or an offset of this machine. No text and no list is longer than `i64::MAX`.
    pub fn count(number: usize) -> Self {
        Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// A text, or nothing where it is not known.
    pub fn optional(text: Option<&str>) -> Self {
        text.map_or(Value::Null, Value::from)
    }

    /// Named values.
    pub fn map<const N: usize>(fields: [(&str, Value); N]) -> Self {
        Value::Map(record(fields))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

/// Named values as a record.
pub fn record<const N: usize>(fields: [(&str, Value); N]) -> Record {
    fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// The canonical bytes of a value.
pub fn canonical_bytes(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_canonical(value, &mut bytes);
    bytes
}

/// The canonical bytes of a record as if it had none of some keys, behind what stands in `out`. An account
/// may have millions of records, so none is copied to take a key out of it.
pub(super) fn write_canonical_without(record: &Record, keys: &[&str], out: &mut Vec<u8>) {
    out.push(b'd');
    for (key, item) in record.iter().filter(|(key, _)| !keys.contains(&key.as_str())) {
        write_text(key, out);
        write_canonical(item, out);
    }
    out.push(b'e');
}

fn write_canonical(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Null => out.push(b'n'),
        Value::Bool(true) => out.push(b't'),
        Value::Bool(false) => out.push(b'f'),
        Value::Int(number) => write!(out, "i{number}e").expect("a vector takes every write"),
        Value::Text(text) => write_text(text, out),
        Value::List(items) => {
            out.push(b'l');
            items.iter().for_each(|item| write_canonical(item, out));
            out.push(b'e');
        }
        Value::Map(record) => write_canonical_without(record, &[], out),
    }
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    write!(out, "{}:", text.len()).expect("a vector takes every write");
    out.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_has_its_bytes() {
        let record = Record::from([
            ("b".into(), Value::List(vec![Value::Int(-3), Value::Null, Value::Bool(true)])),
            ("a".into(), Value::Text("é".into())),
        ]);
        assert_eq!(canonical_bytes(&Value::Map(record)), "d1:a2:é1:bli-3entee".as_bytes());
    }
}
