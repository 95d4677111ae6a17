//! Stories as records.

use super::identifiers::identified;
use super::labels::RecordKind;
use super::record::{Record, Value, record};
use super::span_record::ReportTexts;
use crate::model::{Account, Span, Story};

/// One record a story, in account order.
pub(super) fn story_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    account.stories.iter().map(|story| story_record(story, texts)).collect()
}

fn story_record(story: &Story, texts: &ReportTexts<'_>) -> Record {
    // Parts are most of what the reports say: their words are not told again.
    let part = |span: &Span| {
        Value::map([
            ("report", texts.identifier(span.report)),
            ("start", Value::Int(span.range.start.into())),
            ("end", Value::Int(span.range.end.into())),
        ])
    };
    let fields = record([
        ("parts", Value::List(story.parts.iter().map(part).collect())),
        ("terms", Value::List(story.terms.iter().map(|term| texts.span(*term)).collect())),
    ]);
    identified(RecordKind::Story, fields)
}
