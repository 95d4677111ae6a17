//! Passages, families and edits as records.

use super::identifiers::identified;
use super::labels::{RecordKind, edit_label};
use super::record::{Record, Value, record};
use super::span_record::ReportTexts;
use crate::model::{Account, EditSide, PassageIdx};
use std::collections::BTreeSet;

/// The records of what reports have in common, by kind.
pub(super) struct ReuseRecords {
    /// One a passage, in account order.
    pub(super) passages: Vec<Record>,
    /// One a family, in account order.
    pub(super) families: Vec<Record>,
    /// One an edit, in account order.
    pub(super) edits: Vec<Record>,
}

/// Writes passages first, because families name them, and families before edits for the same reason.
pub(super) fn reuse_records(account: &Account, texts: &ReportTexts<'_>) -> ReuseRecords {
    let passages = passage_records(account, texts);
    let families = family_records(account, &passages);
    let edits = edit_records(account, texts, &passages, &families);
    ReuseRecords { passages, families, edits }
}

fn passage_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    account
        .passages
        .iter()
        .map(|passage| {
            let family = &account.families[passage.family.0 as usize];
            let fields = record([
                ("span", texts.span(passage.span)),
                ("family_size", Value::count(family.passages.len())),
            ]);
            identified(RecordKind::Passage, fields)
        })
        .collect()
}

fn family_records(account: &Account, passages: &[Record]) -> Vec<Record> {
    account
        .families
        .iter()
        .map(|family| {
            let reports: BTreeSet<_> =
                family.passages.iter().map(|idx| account.passage(*idx).span.report).collect();
            let witnesses = family.passages.iter().map(|idx| passage_id(passages, *idx));
            let fields = record([
                ("passages", Value::List(witnesses.collect())),
                ("representative", passage_id(passages, family.representative)),
                ("n_reports", Value::count(reports.len())),
            ]);
            identified(RecordKind::Family, fields)
        })
        .collect()
}

fn edit_records(
    account: &Account,
    texts: &ReportTexts<'_>,
    passages: &[Record],
    families: &[Record],
) -> Vec<Record> {
    let side = |side: EditSide| {
        let report = account.passage(side.passage).span.report;
        Value::map([
            ("passage", passage_id(passages, side.passage)),
            ("span", texts.place(report, side.range)),
        ])
    };
    account
        .edits
        .iter()
        .map(|edit| {
            let kinds = edit.kinds.iter().map(|kind| Value::from(edit_label(*kind)));
            let fields = record([
                ("family", id(&families[edit.family.0 as usize])),
                ("from", side(edit.from)),
                ("to", side(edit.to)),
                ("kinds", Value::List(kinds.collect())),
            ]);
            identified(RecordKind::Edit, fields)
        })
        .collect()
}

fn passage_id(passages: &[Record], idx: PassageIdx) -> Value {
    id(&passages[idx.0 as usize])
}

/// The identifier of a finding.
pub(super) fn id(record: &Record) -> Value {
    record.get("id").cloned().unwrap_or(Value::Null)
}
