//! Has every finding the identifier that its content gives, and does each stand once?

use super::problem::{Problems, subject};
use crate::account::identifiers::identifier;
use crate::account::labels::RecordKind;
use crate::account::record::{Record, Value};
use std::collections::BTreeSet;

/// Checks the identifiers of all findings.
pub(super) fn check(records: &[Record], problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for record in records.iter().skip(1) {
        let (Some(Value::Text(label)), Some(Value::Text(id))) = (record.get("record"), record.get("id"))
        else {
            continue;
        };
        let Some(kind) = RecordKind::of(label) else {
            continue;
        };
        let Some(computed) = identifier(kind, record) else {
            continue;
        };
        if *id != computed {
            let text = format!("the identifier does not fit the {label}, which gives {computed}");
            problems.add(subject(record), text);
        }
        if !may_repeat(kind) && !seen.insert(id) {
            problems.add(subject(record), format!("this {label} is listed twice"));
        }
    }
}

/// Captures are equal where a file was copied, passages where one run of text belongs to two families, instances and
/// origins where the same words carry two claims; they are counted elsewhere, against the sources, the families and
/// the claims.
fn may_repeat(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Capture | RecordKind::Passage | RecordKind::Instance | RecordKind::Origin)
}
