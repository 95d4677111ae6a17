//! Identifiers of findings: derived from what a finding says, so that equal findings have equal ones.

use super::labels::RecordKind;
use super::record::{Record, Value, canonical_bytes, write_canonical_without};
use crate::model::{Report, Sha256};

/// How many bytes of a hash an identifier shows.
const IDENTIFIER_BYTES: usize = 8;

/// Keys that no identifier depends on: itself, and the path under which a file happened to be found.
const UNHASHED_KEYS: [&str; 2] = ["id", "name"];

/// A finding: its fields with its kind and its identifier.
pub(super) fn identified(kind: RecordKind, mut fields: Record) -> Record {
    fields.insert("record".to_owned(), Value::from(kind.label()));
    if let Some(identifier) = identifier(kind, &fields) {
        fields.insert("id".to_owned(), Value::Text(identifier));
    }
    fields
}

/// The identifier that a record of this kind must have; absent where the kind has none.
pub(super) fn identifier(kind: RecordKind, record: &Record) -> Option<String> {
    let prefix = kind.prefix()?;
    if kind == RecordKind::Report {
        let field = |key: &str| record.get(key).cloned().unwrap_or(Value::Null);
        let identity = ["text_sha256", "outlet", "url"].map(field);
        return Some(shown(prefix, &canonical_bytes(&Value::List(identity.into()))));
    }
    let mut bytes = Vec::new();
    write_canonical_without(record, &UNHASHED_KEYS, &mut bytes);
    Some(shown(prefix, &bytes))
}

/// The identifier of a report: from its text, outlet and address alone, so that findings about it keep
/// theirs when a date is learned.
pub fn report_identifier(report: &Report) -> String {
    text_identifier(&report.text_sha256.to_string(), report.outlet.as_deref(), report.url.as_deref())
}

/// The identifier of the report that a text of this outlet and address belongs to.
pub(super) fn text_identifier(text_sha256: &str, outlet: Option<&str>, url: Option<&str>) -> String {
    let identity = Value::List(vec![Value::from(text_sha256), Value::optional(outlet), Value::optional(url)]);
    shown('r', &canonical_bytes(&identity))
}

/// Whether a text has the form of an identifier of this prefix.
pub(super) fn is_identifier(prefix: char, text: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|digits| is_lower_hex(digits, 2 * IDENTIFIER_BYTES))
}

/// Whether a text is so many lower-case hexadecimal digits.
pub(super) fn is_lower_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn shown(prefix: char, canonical: &[u8]) -> String {
    let hash = Sha256::of(canonical).to_string();
    format!("{prefix}{}", &hash[..2 * IDENTIFIER_BYTES])
}
