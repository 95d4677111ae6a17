//! An account in a form that knows nothing of stemma: documents by file name, spans as bytes of the file.
//!
//! Sections that no stage fills yet (assertions, claims, disagreements) are empty lists.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use stemma::model::{
    Account, ByteRange, Descent, Parent, PassageIdx, Report, ReportIdx, Stance, Statement, StatementKind,
};

/// The neutral form of an account. A report that was found in several files is written once for each.
pub fn neutral(account: &Account) -> Value {
    let every = |report: ReportIdx| documents(account.report(report));
    let documents: Vec<Value> = (0..account.reports.len() as u32)
        .flat_map(|idx| every(ReportIdx(idx)))
        .map(|document| json!({"id": document.id}))
        .collect();
    json!({
        "documents": documents,
        "passages": passages(account),
        "statements": statements(account),
        "assertions": [],
        "claims": [],
        "disagreements": [],
        "furniture": furniture(account),
    })
}

/// A file that carries a report.
struct Document<'a> {
    id: String,
    report: &'a Report,
    capture: usize,
}

fn documents(report: &Report) -> Vec<Document<'_>> {
    let name = |path: &str| {
        Path::new(path).file_name().map_or(path.to_owned(), |name| name.to_string_lossy().into_owned())
    };
    let captures = report.captures.iter().enumerate();
    captures.map(|(idx, capture)| Document { id: name(&capture.name), report, capture: idx }).collect()
}

impl Document<'_> {
    /// A place as bytes of the file.
    fn place(&self, range: ByteRange) -> (u32, u32) {
        let ranges = self.report.captures[self.capture].map.original(range);
        let start = ranges.first().map_or(range.start, |first| first.start);
        (start, ranges.last().map_or(range.end, |last| last.end))
    }

    fn span(&self, range: ByteRange) -> Value {
        let (start, end) = self.place(range);
        json!({"start": start, "end": end})
    }
}

fn passages(account: &Account) -> Vec<Value> {
    let parents = parents(account);
    let mut list = Vec::new();
    for (idx, passage) in account.passages.iter().enumerate() {
        let parent = parents.get(&PassageIdx(idx as u32)).cloned().unwrap_or(Value::Null);
        for document in documents(account.report(passage.span.report)) {
            let (start, end) = document.place(passage.span.range);
            let family = format!("F{}", passage.family.0);
            list.push(json!({
                "family": family, "doc": document.id, "start": start, "end": end, "parent": parent,
            }));
        }
    }
    list
}

/// The parent of each passage that has one, in the first file that carries its report.
fn parents(account: &Account) -> BTreeMap<PassageIdx, Value> {
    let parent = |descent: &Descent| {
        let Parent::Passage(parent) = descent.parent else { return None };
        let span = account.passage(parent).span;
        let document = documents(account.report(span.report)).into_iter().next()?;
        let (start, end) = document.place(span.range);
        Some((descent.passage, json!({"doc": document.id, "start": start, "end": end})))
    };
    account.lineage.iter().filter_map(parent).collect()
}

fn statements(account: &Account) -> Vec<Value> {
    let mut list = Vec::new();
    for statement in &account.statements {
        for document in documents(account.report(statement.span.report)) {
            list.push(self::statement(account, statement, &document));
        }
    }
    list
}

fn statement(account: &Account, statement: &Statement, document: &Document) -> Value {
    let (start, end) = document.place(statement.span.range);
    let optional = |range: Option<ByteRange>| range.map_or(Value::Null, |range| document.span(range));
    let content = whole(&statement.content);
    let speaker = statement
        .speaker
        .as_ref()
        .map(|speaker| speaker.name.range.of(&account.report(speaker.name.report).text));
    json!({
        "doc": document.id, "start": start, "end": end,
        "source": optional(statement.source), "cue": optional(statement.cue),
        "content": document.span(content),
        "speaker": speaker,
        "kind": match statement.kind {
            StatementKind::Direct => "direct",
            StatementKind::Indirect => "indirect",
            StatementKind::Mixed => "mixed",
        },
        "denies": statement.stance == Stance::Denies,
        "claim": null, "origin": null,
    })
}

/// The neutral form knows one range: from the first words said to the last.
fn whole(content: &[ByteRange]) -> ByteRange {
    let start = content.first().map_or(0, |range| range.start);
    ByteRange { start, end: content.last().map_or(start, |range| range.end) }
}

fn furniture(account: &Account) -> Vec<Value> {
    let mut list = Vec::new();
    for report in &account.reports {
        for line in &report.layout.furniture {
            for document in documents(report) {
                let (start, end) = document.place(line.range);
                list.push(json!({"doc": document.id, "start": start, "end": end}));
            }
        }
    }
    list
}
