//! Records into JSON Lines.

use crate::visible::is_unseen;
use stemma::account::record::{Record, Value};

/// Keys that lead, so that a person who looks into the file sees first what a line is about. The order of
/// the others is that of their bytes. No order means anything.
const LEADING: [&str; 6] = ["record", "schema", "id", "report", "start", "end"];

/// All records, one a line, each line with its end.
pub fn write(records: &[Record]) -> String {
    let mut out = String::new();
    for record in records {
        write_map(record, &mut out);
        out.push('\n');
    }
    out
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Int(number) => out.push_str(&number.to_string()),
        Value::Text(text) => write_text(text, out),
        Value::List(items) => {
            out.push('[');
            separated(items, out, write_value);
            out.push(']');
        }
        Value::Map(record) => write_map(record, out),
    }
}

fn write_map(record: &Record, out: &mut String) {
    let leading = LEADING.iter().filter_map(|key| record.get_key_value(*key));
    let others = record.iter().filter(|(key, _)| !LEADING.contains(&key.as_str()));
    out.push('{');
    separated(leading.chain(others), out, |(key, value), out| {
        write_text(key, out);
        out.push(':');
        write_value(value, out);
    });
    out.push('}');
}

fn separated<T>(items: impl IntoIterator<Item = T>, out: &mut String, write_item: impl Fn(T, &mut String)) {
    for (idx, item) in items.into_iter().enumerate() {
        if idx > 0 {
            out.push(',');
        }
        write_item(item, out);
    }
}

/// A string, in which whatever a reader could not see is `\uXXXX`, above U+FFFF as a surrogate pair.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    // Most texts are plain ASCII without a mark of JSON, and stand as they are.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
        out.push_str(text);
        out.push('"');
        return;
    }
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_unseen(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        write(&[Record::from([("text".into(), Value::Text(text.into()))])])
    }

    #[test]
    fn the_kind_and_the_identifier_lead_their_line() {
        let record = Record::from([
            ("bytes".into(), Value::Int(7)),
            ("id".into(), Value::Text("r1".into())),
            ("record".into(), Value::Text("report".into())),
        ]);
        assert_eq!(write(&[record]), "{\"record\":\"report\",\"id\":\"r1\",\"bytes\":7}\n");
    }

    #[test]
    fn no_control_character_reaches_a_terminal() {
        assert_eq!(
            written("a\u{1b}[2J\u{9b}\u{7f}\u{0}b"),
            "{\"text\":\"a\\u001b[2J\\u009b\\u007f\\u0000b\"}\n"
        );
        assert_eq!(written("\"\\\n\t"), "{\"text\":\"\\\"\\\\\\n\\t\"}\n");
    }

    #[test]
    fn no_unseen_character_does_either() {
        assert_eq!(
            written("\u{202e}\u{200b}\u{2028}\u{e0041}"),
            "{\"text\":\"\\u202e\\u200b\\u2028\\udb40\\udc41\"}\n"
        );
    }
}
