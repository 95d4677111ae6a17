//! The fields of a JSON object, each with the place of its value.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// A field as it stands in its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field<'a> {
    /// Its name, decoded.
    pub name: String,
    /// Its value, as it is written.
    pub raw: &'a str,
    /// The byte of the record at which the value begins.
    pub at: usize,
}

/// All fields of a record, in their order, those of one name too. Values that nobody asks for are only
/// stepped over: a nesting of a million brackets or a number of a million digits costs its length.
pub fn fields(record: &str) -> Result<Vec<Field<'_>>, String> {
    let fields: RawFields =
        serde_json::from_str(without_mark(record)).map_err(|error| plain_words(&error))?;
    let place = |raw: &'_ RawValue| raw.get().as_ptr() as usize - record.as_ptr() as usize;
    Ok(fields.0.into_iter().map(|(name, raw)| Field { name, raw: raw.get(), at: place(raw) }).collect())
}

/// The elements of a JSON array, as they are written.
pub fn elements(array: &str) -> Result<Vec<&str>, String> {
    let elements: Vec<&RawValue> = serde_json::from_str(array).map_err(|error| plain_words(&error))?;
    Ok(elements.into_iter().map(RawValue::get).collect())
}

/// JSON has no byte order mark, but some programs write one. It stays a part of the record.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Whether a text is one JSON object and nothing behind it.
pub fn is_object(text: &str) -> bool {
    let text = without_mark(text);
    text.trim_start().starts_with('{') && serde_json::from_str::<&RawValue>(text).is_ok()
}

/// What the parser says, for a reporter: where, and what was expected there.
fn plain_words(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    match error.classify() {
        serde_json::error::Category::Data => "not a JSON object".to_owned(),
        serde_json::error::Category::Eof => format!("not JSON, or cut off: {}", words.to_lowercase()),
        _ if error.line() > 1 => {
            format!("not JSON: {words} at line {}, byte {}", error.line(), error.column())
        }
        _ => format!("not JSON: {words} at byte {}", error.column()),
    }
}

struct RawFields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for RawFields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = RawFields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(RawFields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(record: &str) -> String {
        fields(record).expect_err("it is no object")
    }

    #[test]
    fn fields_keep_their_order_and_their_place() {
        let record = r#" {"a": "é", "b":[1, {"a": 2}], "a" : null}"#;
        let found = fields(record).expect("it is an object");
        let values: Vec<(&str, &str)> = found.iter().map(|f| (f.name.as_str(), f.raw)).collect();
        assert_eq!(values, [("a", "\"é\""), ("b", r#"[1, {"a": 2}]"#), ("a", "null")]);
        for field in found {
            assert!(record[field.at..].starts_with(field.raw));
        }
    }

    #[test]
    fn elements_are_as_they_are_written() {
        assert_eq!(elements("[ {\"a\": 1},\n 5 ]"), Ok(vec!["{\"a\": 1}", "5"]));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert_eq!(said("{'a': 1}"), "not JSON: key must be a string at byte 2");
        assert_eq!(said("{\"a\": 1} x"), "not JSON: trailing characters at byte 10");
        assert_eq!(said("{\"a\": \"x"), "not JSON, or cut off: eof while parsing a string");
        assert_eq!(said("[1]"), "not a JSON object");
        assert_eq!(said("5"), "not a JSON object");
        assert_eq!(said("{\n\"a\": 01}"), "not JSON: invalid number at line 2, byte 7");
        assert_eq!(said("{\"a\": \"\u{1}\"}").split(" at ").next(), Some(CONTROL));
    }

    const CONTROL: &str = "not JSON: control character (\\u0000-\\u001F) found while parsing a string";

    #[test]
    fn bombs_cost_their_length_only() {
        let deep = format!("{{\"a\": {}{}}}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        assert_eq!(fields(&deep).expect("it is an object").len(), 1);
        let open = format!("{{\"a\": {}", "[{\"b\":".repeat(1_000_000));
        assert_eq!(said(&open), "not JSON, or cut off: eof while parsing a value");
        let huge = format!("{{\"a\": -{}e{}}}", "9".repeat(1_000_000), "9".repeat(1_000));
        assert_eq!(fields(&huge).expect("it is an object").len(), 1);
    }
}
