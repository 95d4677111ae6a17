//! Who copied whom, and what each report shares with the others, as records.

use super::evidence::evidence_parts;
use super::identifiers::identified;
use super::labels::{RecordKind, parent_label, share_label};
use super::record::{Record, Value, record};
use super::reuse_records::{ReuseRecords, id};
use super::span_record::ReportTexts;
use crate::model::{Account, Descent, Evidence, Parent, ParentKind, PassageIdx, Shares};

/// One record a witness of a family that stands in several reports, in account order.
pub(super) fn descent_records(
    account: &Account,
    texts: &ReportTexts<'_>,
    reuse: &ReuseRecords,
) -> Vec<Record> {
    let passage = |idx: PassageIdx| id(&reuse.passages[idx.0 as usize]);
    let descents = account.lineage.iter();
    let record_of = |descent: &Descent| {
        let parent = match descent.parent {
            Parent::Passage(parent) => passage(parent),
            Parent::LostAncestor | Parent::Original | Parent::NotDecidable => Value::Null,
        };
        let parent = [("kind", Value::from(parent_label(descent.parent))), ("passage", parent)];
        let evidence = descent.evidence.iter().map(|one| evidence_value(one, texts, &passage));
        let family = account.passage(descent.passage).family;
        let fields = record([
            ("family", id(&reuse.families[family.0 as usize])),
            ("passage", passage(descent.passage)),
            ("parent", Value::map(parent)),
            ("evidence", Value::List(evidence.collect())),
            ("support_percent", optional_count(descent.support_percent.map(u32::from))),
        ]);
        identified(RecordKind::Descent, fields)
    };
    descents.map(record_of).collect()
}

/// Every part that any kind of evidence has; those that this one lacks are null.
fn evidence_value(
    evidence: &Evidence,
    texts: &ReportTexts<'_>,
    passage: &impl Fn(PassageIdx) -> Value,
) -> Value {
    let parts = evidence_parts(evidence);
    let reports = parts.reports.into_iter().map(|report| texts.identifier(report));
    Value::map([
        ("kind", Value::from(parts.kind)),
        ("parent", parts.parent.map_or(Value::Null, |span| texts.span(span))),
        ("child", parts.child.map_or(Value::Null, |span| texts.span(span))),
        ("passage", parts.passage.map_or(Value::Null, passage)),
        ("reports", Value::List(reports.collect())),
        ("percent", optional_count(parts.percent.map(u32::from))),
        ("count", optional_count(parts.count)),
    ])
}

fn optional_count(count: Option<u32>) -> Value {
    count.map_or(Value::Null, |count| Value::Int(count.into()))
}

/// One record a report, in account order.
pub(super) fn share_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    account.shares.iter().map(|shares| share_record(shares, texts)).collect()
}

fn share_record(shares: &Shares, texts: &ReportTexts<'_>) -> Record {
    let with = shares.with.iter().map(|pair| {
        Value::map([("report", texts.identifier(pair.other)), ("bytes", Value::count(pair.bytes))])
    });
    let parents = shares.parents.iter().map(|share| {
        let report = match share.from {
            ParentKind::Report(report) => texts.identifier(report),
            ParentKind::LostAncestor | ParentKind::Original | ParentKind::NotDecidable => Value::Null,
        };
        Value::map([
            ("kind", Value::from(share_label(share.from))),
            ("report", report),
            ("bytes", Value::count(share.bytes)),
        ])
    });
    let new = shares.new.iter().map(|span| {
        Value::map([
            ("start", Value::Int(span.range.start.into())),
            ("end", Value::Int(span.range.end.into())),
        ])
    });
    let fields = record([
        ("report", texts.identifier(shares.report)),
        ("with", Value::List(with.collect())),
        ("parents", Value::List(parents.collect())),
        ("new", Value::List(new.collect())),
    ]);
    identified(RecordKind::Share, fields)
}
