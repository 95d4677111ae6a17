//! Reports, their captures and their furniture as records.

use super::identifiers::identified;
use super::labels::{RecordKind, derivation_label, furniture_label};
use super::record::{Record, Value, record};
use super::share_copied::copied_bytes;
use super::span_record::ReportTexts;
use crate::model::{Account, ByteRange, DateEvidence, Derivation, Report, ReportIdx, Sha256};

/// One record a report, in account order.
pub(super) fn report_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    numbered(&account.reports)
        .zip(copied_bytes(account))
        .map(|((idx, report), copied)| report_record(idx, report, copied, texts))
        .collect()
}

/// One record a capture, by report and then as the report lists them.
pub(super) fn capture_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    let mut records = Vec::new();
    for (idx, report) in numbered(&account.reports) {
        for capture in &report.captures {
            records.push(capture_record(
                texts.identifier(idx),
                &capture.name,
                capture.original_sha256,
                &capture.encoding,
                &capture.derivation,
                capture.captured.as_ref(),
            ));
        }
    }
    records
}

/// The record of a place where the text of a report was found.
pub(super) fn capture_record(
    report: Value,
    name: &str,
    original_sha256: Sha256,
    encoding: &str,
    derivation: &Derivation,
    captured: Option<&DateEvidence>,
) -> Record {
    let fields = record([
        ("report", report),
        ("name", Value::from(name)),
        ("original_sha256", Value::Text(original_sha256.to_string())),
        ("encoding", Value::from(encoding)),
        ("derivation", derivation_value(derivation)),
        ("captured", date(captured)),
    ]);
    identified(RecordKind::Capture, fields)
}

/// One record a line of furniture, by report and place.
pub(super) fn furniture_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    let mut records = Vec::new();
    for (idx, report) in numbered(&account.reports) {
        for line in &report.layout.furniture {
            let fields = record([
                ("span", texts.place(idx, line.range)),
                ("kind", Value::from(furniture_label(line.kind))),
            ]);
            records.push(identified(RecordKind::Furniture, fields));
        }
    }
    records
}

/// How a text was got, with the program that took it out of markup.
fn derivation_value(derivation: &Derivation) -> Value {
    let extractor = match derivation {
        Derivation::Extracted { extractor } => Some(extractor.as_str()),
        Derivation::Decoded | Derivation::Record => None,
    };
    Value::map([
        ("kind", Value::from(derivation_label(derivation))),
        ("extractor", Value::optional(extractor)),
    ])
}

/// The text of a report, where no file is that text: else the account could not be read by itself, for
/// decoding a record or a page gives no report.
fn kept_text(report: &Report) -> Option<&str> {
    let is_decoded = report.captures.iter().any(|capture| capture.derivation == Derivation::Decoded);
    (!is_decoded).then_some(&report.text)
}

/// A date with its evidence, or nothing where none is known.
fn date(evidence: Option<&DateEvidence>) -> Value {
    evidence.map_or(Value::Null, |date| {
        Value::map([
            ("value", Value::from(date.value.as_str())),
            ("method", Value::from(date.method.as_str())),
        ])
    })
}

fn report_record(idx: ReportIdx, report: &Report, copied_bytes: usize, texts: &ReportTexts<'_>) -> Record {
    let layout = &report.layout;
    let titles = layout.titles.iter().map(|range| texts.place(idx, *range));
    let paragraph_bytes: usize = layout.paragraphs.iter().map(|range| range.len()).sum();
    let fields = record([
        ("text_sha256", Value::Text(report.text_sha256.to_string())),
        ("bytes", Value::count(report.text.len())),
        ("text", Value::optional(kept_text(report))),
        ("titles", Value::List(titles.collect())),
        ("paragraphs", Value::List(layout.paragraphs.iter().map(range_value).collect())),
        ("paragraph_bytes", Value::count(paragraph_bytes)),
        ("copied_bytes", Value::count(copied_bytes)),
        ("outlet", Value::optional(report.outlet.as_deref())),
        ("owner", Value::optional(report.owner.as_deref())),
        ("url", Value::optional(report.url.as_deref())),
        ("published", date(report.published.as_ref())),
        ("modified", date(report.modified.as_ref())),
        ("previous", report.previous.map_or(Value::Null, |previous| texts.identifier(previous))),
    ]);
    identified(RecordKind::Report, fields)
}

fn range_value(range: &ByteRange) -> Value {
    Value::map([("start", Value::Int(range.start.into())), ("end", Value::Int(range.end.into()))])
}

fn numbered(reports: &[Report]) -> impl Iterator<Item = (ReportIdx, &Report)> {
    reports.iter().enumerate().map(|(idx, report)| (ReportIdx(idx as u32), report))
}
