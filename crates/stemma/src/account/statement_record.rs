//! Statements, and the voices behind them, as records.

use super::identifiers::identified;
use super::labels::RecordKind;
use super::record::{Record, Value, record};
use super::reuse_records::id;
use super::span_record::ReportTexts;
use super::statement_labels::{
    class_label, factuality_label, grade_label, stance_label, statement_label, voice_label,
};
use crate::model::{Account, ByteRange, Relay, Speaker, Statement, Voice};

/// One record a voice, in account order.
pub(super) fn voice_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    account.voices.iter().map(|voice| voice_record(voice, texts)).collect()
}

/// Each place once: one place may name the speaker of several statements.
fn voice_record(voice: &Voice, texts: &ReportTexts<'_>) -> Record {
    let shown = voice.names.get(voice.shown as usize).or(voice.names.first());
    let mut names = voice.names.clone();
    names.sort_unstable();
    names.dedup();
    let fields = record([
        ("kind", Value::from(voice_label(voice.kind))),
        ("shown", shown.map_or(Value::Null, |name| texts.span(*name))),
        ("names", Value::List(names.into_iter().map(|name| texts.span(name)).collect())),
    ]);
    identified(RecordKind::Voice, fields)
}

/// One record a statement, in account order; `voices` are the records of the voices.
pub(super) fn statement_records(
    account: &Account,
    texts: &ReportTexts<'_>,
    voices: &[Record],
) -> Vec<Record> {
    account.statements.iter().map(|statement| statement_record(statement, texts, voices)).collect()
}

fn statement_record(statement: &Statement, texts: &ReportTexts<'_>, voices: &[Record]) -> Record {
    let place = |range: ByteRange| texts.place(statement.span.report, range);
    let optional = |range: Option<ByteRange>| range.map_or(Value::Null, place);
    let speaker = |speaker: &Speaker| {
        Value::map([
            ("name", texts.span(speaker.name)),
            ("grade", Value::from(grade_label(speaker.grade))),
            ("voice", voices.get(speaker.voice.0 as usize).map_or(Value::Null, id)),
        ])
    };
    let relay = |relay: &Relay| Value::map([("source", optional(relay.source)), ("cue", place(relay.cue))]);
    let content = statement.content.iter().map(|range| place(*range));
    let fields = record([
        ("span", texts.span(statement.span)),
        ("content", Value::List(content.collect())),
        ("cue", optional(statement.cue)),
        ("source", optional(statement.source)),
        ("speaker", statement.speaker.as_ref().map_or(Value::Null, speaker)),
        ("kind", Value::from(statement_label(statement.kind))),
        ("stance", Value::from(stance_label(statement.stance))),
        ("class", Value::from(class_label(statement.class))),
        ("factuality", Value::from(factuality_label(statement.factuality))),
        ("relays", Value::List(statement.relays.iter().map(relay).collect())),
        ("uttered", optional(statement.uttered)),
        ("continues", Value::Bool(statement.continues)),
    ]);
    identified(RecordKind::Statement, fields)
}
