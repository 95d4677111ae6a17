//! Copies and traces as JSON Lines: lists for programs, without digest. The format is
//! `docs/reference/copies-format.md`.

use super::write;
use crate::view::{
    AlignedSegment, AlignedWording, Alignment, KnownPassages, Partners, SharedWith, TracedView, descent,
    parent_label, traced,
};
use rayon::prelude::*;
use stemma::account::labels::edit_label;
use stemma::account::record::{Record, Value, record};
use stemma::account::report_identifier;
use stemma::model::{
    ByteRange, DateEvidence, FamilyIdx, Parent, PassageIdx, Report, ReportIdx, Span, Table, Unread,
};
use stemma::{Account, Trace};

/// The name of the format of copies.
pub const COPIES_SCHEMA: &str = "stemma.copies/1";
/// The name of the format of traces.
pub const TRACE_SCHEMA: &str = "stemma.trace/1";
/// Reports that one report is said to share text with; of more, those it shares most with.
const MOST_PARTNERS: usize = 100;

/// Families that are written down at the same moment: enough to keep all cores busy, and some megabytes of text.
const FAMILIES_AT_ONCE: u32 = 4096;

/// The copies of a pile, some lines at a time: a header, one line a family, one line a report, then what was not read.
pub fn copies(account: &Account) -> impl Iterator<Item = String> {
    let partners = Partners::of(account, account.families.len());
    let n_families = account.families.len() as u32;
    let parts = (0..n_families).step_by(FAMILIES_AT_ONCE as usize);
    let families = parts.map(move |start| {
        let part = start..(start + FAMILIES_AT_ONCE).min(n_families);
        let lines = part.into_par_iter().map(|family| line(family_record(account, FamilyIdx(family))));
        lines.collect::<Vec<String>>().concat()
    });
    let reports = (0..account.reports.len() as u32).map(ReportIdx);
    std::iter::once(line(header(account)))
        .chain(families)
        .chain(reports.map(move |idx| line(report_record(account, &partners, idx))))
        .chain(account.unread.iter().map(|unread| line(unread_record(unread))))
}

/// Something that was not read.
pub(super) fn unread_record(unread: &Unread) -> Record {
    record([
        ("record", Value::from("unread")),
        ("name", Value::from(unread.name.as_str())),
        ("reason", Value::from(unread.reason.as_str())),
        ("hint", Value::from(unread.hint.as_str())),
    ])
}

/// The places of a query, line by line: a header, then each sentence with its places behind it.
pub fn trace(trace: &Trace) -> Vec<String> {
    let known = KnownPassages::of(trace);
    let sentences = traced(trace, usize::MAX);
    let mut lines = vec![line(trace_header(trace, &sentences))];
    for (number, (view, sentence)) in (1..).zip(sentences.iter().zip(&trace.sentences)) {
        lines.push(line(record([
            ("record", Value::from("sentence")),
            ("number", Value::count(number)),
            ("start", Value::Int(sentence.range.start.into())),
            ("end", Value::Int(sentence.range.end.into())),
            ("text", Value::from(view.text)),
            ("reports", Value::count(view.n_reports())),
            ("places", Value::count(view.n_places())),
        ])));
        for wording in view.alignment.iter().flat_map(|alignment| &alignment.wordings) {
            let places = wording.witnesses.iter();
            lines.extend(places.map(|idx| line(place_record(trace, number, wording, *idx, &known))));
        }
    }
    lines
}

/// A record with its end.
pub(super) fn line(record: Record) -> String {
    write(&[record])
}

fn header(account: &Account) -> Record {
    let captures = account.reports.iter().map(|report| report.captures.len()).sum();
    let settings = account.settings.iter();
    let settings =
        settings.map(|(name, value)| (name.clone(), Value::Int(i64::try_from(*value).unwrap_or(i64::MAX))));
    record([
        ("record", Value::from("copies")),
        ("schema", Value::from(COPIES_SCHEMA)),
        ("program", Value::from(env!("CARGO_PKG_VERSION"))),
        ("config", Value::Map(settings.collect())),
        ("tables", Value::List(account.tables.iter().map(table).collect())),
        (
            "counts",
            Value::map([
                ("reports", Value::count(account.reports.len())),
                ("captures", Value::count(captures)),
                ("families", Value::count(account.families.len())),
                ("witnesses", Value::count(account.passages.len())),
                ("unread", Value::count(account.unread.len())),
            ]),
        ),
    ])
}

fn table(table: &Table) -> Value {
    Value::map([
        ("name", Value::from(table.name.as_str())),
        ("version", Value::Int(table.version.into())),
        ("entries", Value::Int(i64::try_from(table.entries).unwrap_or(i64::MAX))),
        ("sha256", Value::Text(table.sha256.to_string())),
    ])
}

fn family_record(account: &Account, family: FamilyIdx) -> Record {
    let aligned = Alignment::of(account, family, usize::MAX);
    let wordings = aligned.wordings.iter().map(|wording| {
        let witnesses = wording.witnesses.iter().map(|idx| witness(account, *idx));
        Value::map([
            ("text", Value::from(wording.text)),
            ("edits", edits(wording)),
            ("witnesses", Value::List(witnesses.collect())),
        ])
    });
    record([
        ("record", Value::from("family")),
        ("number", Value::count(family.0 as usize + 1)),
        ("reports", Value::count(aligned.n_reports)),
        ("witnesses", Value::count(aligned.n_witnesses)),
        ("wordings", Value::List(wordings.collect())),
    ])
}

/// The edits of a wording, each side counted from the first byte of its witness.
fn edits(wording: &AlignedWording) -> Value {
    let edits = wording.segments.iter().filter(|segment| !segment.kinds.is_empty());
    Value::List(edits.map(edit).collect())
}

fn edit(segment: &AlignedSegment) -> Value {
    let side = |range: ByteRange, text: &str| {
        Value::map([
            ("start", Value::Int(range.start.into())),
            ("end", Value::Int(range.end.into())),
            ("text", Value::from(text)),
        ])
    };
    Value::map([
        ("kinds", Value::List(segment.kinds.iter().map(|kind| Value::from(edit_label(*kind))).collect())),
        ("from", side(segment.from_range, segment.from)),
        ("to", side(segment.to_range, segment.to)),
    ])
}

fn witness(account: &Account, passage: PassageIdx) -> Value {
    Value::map([
        ("report", identifier(account, account.passage(passage).span.report)),
        ("start", Value::Int(account.passage(passage).span.range.start.into())),
        ("end", Value::Int(account.passage(passage).span.range.end.into())),
        ("lineage", lineage(account, passage)),
    ])
}

/// Where a passage comes from; nothing where it was not asked or the family stands in one report only.
fn lineage(account: &Account, passage: PassageIdx) -> Value {
    let Some(found) = descent(account, passage) else { return Value::Null };
    let parent = match found.parent {
        Parent::Passage(parent) => place(account, account.passage(parent).span),
        Parent::LostAncestor | Parent::Original | Parent::NotDecidable => Value::Null,
    };
    let support = found.support_percent.map_or(Value::Null, |percent| Value::Int(percent.into()));
    Value::map([
        ("relation", Value::from(parent_label(found.parent))),
        ("parent", parent),
        ("support_percent", support),
    ])
}

fn place(account: &Account, span: Span) -> Value {
    Value::map([
        ("report", identifier(account, span.report)),
        ("start", Value::Int(span.range.start.into())),
        ("end", Value::Int(span.range.end.into())),
    ])
}

fn identifier(account: &Account, report: ReportIdx) -> Value {
    Value::Text(report_identifier(account.report(report)))
}

fn report_record(account: &Account, partners: &Partners, idx: ReportIdx) -> Record {
    let report = account.report(idx);
    let elsewhere = partners.elsewhere(idx);
    let shared = elsewhere.shared_with.iter().take(MOST_PARTNERS).map(|found| shared_with(account, found));
    record([
        ("record", Value::from("report")),
        ("id", identifier(account, idx)),
        ("captures", captures(report)),
        ("bytes", Value::count(report.text.len())),
        ("paragraph_bytes", Value::count(elsewhere.share.paragraph_bytes)),
        ("copied_bytes", Value::count(elsewhere.share.copied_bytes)),
        ("outlet", Value::optional(report.outlet.as_deref())),
        ("url", Value::optional(report.url.as_deref())),
        ("published", date(report.published.as_ref())),
        ("shares_with", Value::count(elsewhere.shared_with.len())),
        ("shared_with", Value::List(shared.collect())),
        ("has_large_families", Value::Bool(elsewhere.has_large_families)),
    ])
}

fn shared_with(account: &Account, found: &SharedWith) -> Value {
    Value::map([
        ("report", identifier(account, ReportIdx(found.number as u32))),
        ("bytes", Value::count(found.bytes)),
        ("families", Value::List(found.families.iter().map(|family| Value::count(*family + 1)).collect())),
    ])
}

/// Where the text was found: name, and what the record calls itself.
pub(super) fn captures(report: &Report) -> Value {
    let capture = |capture: &stemma::model::Capture| {
        Value::map([
            ("name", Value::from(capture.name.as_str())),
            ("record_id", Value::optional(capture.record_id.as_deref())),
        ])
    };
    Value::List(report.captures.iter().map(capture).collect())
}

/// A date with its evidence, or nothing where none is known.
pub(super) fn date(date: Option<&DateEvidence>) -> Value {
    date.map_or(Value::Null, |date| {
        Value::map([
            ("value", Value::from(date.value.as_str())),
            ("method", Value::from(date.method.as_str())),
        ])
    })
}

fn trace_header(trace: &Trace, sentences: &[TracedView]) -> Record {
    record([
        ("record", Value::from("trace")),
        ("schema", Value::from(TRACE_SCHEMA)),
        ("program", Value::from(env!("CARGO_PKG_VERSION"))),
        ("query", Value::from(trace.account.report(trace.query).text.as_str())),
        (
            "counts",
            Value::map([
                ("reports", Value::count(trace.account.reports.len() - 1)),
                ("sentences", Value::count(sentences.len())),
                ("places", Value::count(sentences.iter().map(TracedView::n_places).sum())),
                ("unread", Value::count(trace.account.unread.len())),
            ]),
        ),
    ])
}

fn place_record(
    trace: &Trace,
    sentence: usize,
    wording: &AlignedWording,
    passage: PassageIdx,
    known: &KnownPassages,
) -> Record {
    let account = &trace.account;
    let span = account.passage(passage).span;
    let report = account.report(span.report);
    record([
        ("record", Value::from("place")),
        ("sentence", Value::count(sentence)),
        ("report", identifier(account, span.report)),
        ("captures", captures(report)),
        ("outlet", Value::optional(report.outlet.as_deref())),
        ("url", Value::optional(report.url.as_deref())),
        ("published", date(report.published.as_ref())),
        ("start", Value::Int(span.range.start.into())),
        ("end", Value::Int(span.range.end.into())),
        ("text", Value::from(wording.text)),
        ("same_words", Value::Bool(wording.is_same_words())),
        ("edits", edits(wording)),
        ("lineage", known.at(span).map_or(Value::Null, |passage| lineage(account, passage))),
    ])
}
