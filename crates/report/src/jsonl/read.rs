//! JSON Lines into records, refusing whatever could be read in two ways.

use crate::visible::visible;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use std::fmt;
use stemma::account::record::{Record, Value};

/// The longest line that is read, in bytes.
///
/// A line holds no more than a few spans of one text, and a text of 64 MiB is the most that is read without
/// being asked to; what is longer was not written by stemma, and a value in memory is larger than its text.
const LINE_LIMIT: usize = 256 << 20;

/// Why a text is not an account in JSON Lines.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JsonlError {
    /// A line is longer than any that stemma writes.
    #[error("line {line} has {bytes} bytes; the limit is {limit}")]
    TooLong {
        /// Which line, counted from 1.
        line: usize,
        /// Its length.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// A line is not a JSON object of the shapes that records have.
    #[error("line {line}, column {column}: {reason}")]
    NotARecord {
        /// Which line, counted from 1.
        line: usize,
        /// Which byte of it, counted from 1; 0 where it is the line as a whole.
        column: usize,
        /// What is wrong with it, safe to show.
        reason: String,
    },
}

/// Reads records, one a line. Lines of white space are passed over.
pub fn read(text: &str) -> Result<Vec<Record>, JsonlError> {
    read_within(text, LINE_LIMIT)
}

fn read_within(text: &str, limit: usize) -> Result<Vec<Record>, JsonlError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .map(|(idx, line)| read_line(idx + 1, line, limit))
        .collect()
}

fn read_line(number: usize, line: &str, limit: usize) -> Result<Record, JsonlError> {
    if line.len() > limit {
        return Err(JsonlError::TooLong { line: number, bytes: line.len(), limit });
    }
    match serde_json::from_str::<Whole>(line) {
        Ok(Whole(Value::Map(record))) => Ok(record),
        Ok(_) => Err(JsonlError::NotARecord { line: number, column: 0, reason: "not an object".into() }),
        Err(error) => {
            Err(JsonlError::NotARecord { line: number, column: error.column(), reason: reason(&error) })
        }
    }
}

/// The message of the parser without its place, which counts each line as the first.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    visible(message.strip_suffix(&place).unwrap_or(&message)).into_owned()
}

/// A value as JSON gives it, if it is one of the shapes that records have.
struct Whole(Value);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Shapes).map(Whole)
    }
}

struct Shapes;

impl<'de> Visitor<'de> for Shapes {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, a truth value, a whole number, a text, a list or an object")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Int(number))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        i64::try_from(number).map(Value::Int).map_err(|_| E::custom("a number is too large"))
    }

    fn visit_f64<E: serde::de::Error>(self, _number: f64) -> Result<Value, E> {
        Err(E::custom("a number is not whole or too large"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Whole(item)) = access.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut record = Record::new();
        while let Some(key) = access.next_key::<String>()? {
            if record.contains_key(&key) {
                return Err(A::Error::custom(format!("the key \"{key}\" stands twice")));
            }
            let Whole(value) = access.next_value()?;
            record.insert(key, value);
        }
        Ok(Value::Map(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error_of(text: &str) -> String {
        read(text).expect_err("the text is refused").to_string()
    }

    #[test]
    fn an_error_names_the_line_and_the_place_in_it() {
        assert_eq!(error_of("{\"a\":1}\n\n{\"a\":}\n"), "line 3, column 6: expected value");
        assert_eq!(error_of("{}\n[1]"), "line 2, column 0: not an object");
        assert_eq!(error_of("{} {}"), "line 1, column 4: trailing characters");
    }

    #[test]
    fn numbers_that_are_not_whole_are_refused() {
        for number in ["1.5", "1.0", "1e3", "9223372036854775808", "1e999", "-0.0"] {
            let text = format!("{{\"n\":{number}}}");
            assert!(error_of(&text).contains("number"), "{number}");
        }
    }

    #[test]
    fn a_key_that_stands_twice_is_refused_at_any_depth() {
        assert_eq!(error_of("{\"a\":[{\"b\":1,\"b\":1}]}"), "line 1, column 16: the key \"b\" stands twice");
    }

    #[test]
    fn an_error_shows_no_control_character() {
        assert!(error_of("{\"\\u001b[2J\":1,\"\\u001b[2J\":1}").contains("\\u{1b}[2J"));
    }

    #[test]
    fn what_would_exhaust_the_stack_is_refused() {
        let deep = format!("{{\"a\":{}", "[".repeat(1_000_000));
        assert!(error_of(&deep).contains("recursion limit"));
    }

    #[test]
    fn half_a_surrogate_pair_is_no_character() {
        assert!(read("{\"a\":\"\\ud800\"}").is_err());
    }

    #[test]
    fn a_line_over_the_limit_is_refused_before_it_is_parsed() {
        let error = read_within("{}\n{\"a\":\"long\"}", 5).expect_err("over the limit");
        assert_eq!(error.to_string(), "line 2 has 12 bytes; the limit is 5");
    }

    #[test]
    fn files_of_other_systems_are_read() {
        assert_eq!(read("\u{feff}{}\r\n\r\n{}\r\n").map(|records| records.len()), Ok(2));
    }
}
