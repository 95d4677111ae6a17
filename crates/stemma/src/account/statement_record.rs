//! Statements as records.

use super::identifiers::identified;
use super::labels::{RecordKind, grade_label, stance_label, statement_label};
use super::record::{Record, Value, record};
use super::span_record::ReportTexts;
use crate::model::{ByteRange, Statement};

/// One statement as a record.
pub(super) fn statement_record(statement: &Statement, texts: &ReportTexts<'_>) -> Record {
    let place = |range: ByteRange| texts.place(statement.span.report, range);
    let speaker = statement.speaker.as_ref().map_or(Value::Null, |speaker| {
        Value::map([("name", texts.span(speaker.name)), ("grade", Value::from(grade_label(speaker.grade)))])
    });
    let content = statement.content.iter().map(|range| place(*range));
    let fields = record([
        ("span", texts.span(statement.span)),
        ("content", Value::List(content.collect())),
        ("cue", statement.cue.map_or(Value::Null, place)),
        ("source", statement.source.map_or(Value::Null, place)),
        ("speaker", speaker),
        ("kind", Value::from(statement_label(statement.kind))),
        ("stance", Value::from(stance_label(statement.stance))),
    ]);
    identified(RecordKind::Statement, fields)
}
