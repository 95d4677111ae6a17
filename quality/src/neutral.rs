//! An account in a form that knows nothing of stemma: documents by file name, spans as bytes of the file.
//!
//! The form knows one claim of each statement: of several, the one that most reports carry, and of these the one with most instances.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use stemma::model::{
    Account, ByteRange, Carrier, Claim, ClaimIdx, Descent, DisagreementKind, DisagreementOrder, Instance,
    OriginCount, OriginWho, Parent, PassageIdx, Report, ReportIdx, Span, Stance, Statement, StatementIdx,
    StatementKind,
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
        "assertions": assertions(account),
        "claims": claims(account),
        "disagreements": disagreements(account),
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
    let carried = carried(account);
    for (idx, statement) in account.statements.iter().enumerate() {
        let instance = carried.get(&StatementIdx(idx as u32)).copied();
        for document in documents(account.report(statement.span.report)) {
            list.push(self::statement(account, statement, instance, &document));
        }
    }
    list
}

fn statement(
    account: &Account,
    statement: &Statement,
    instance: Option<&Instance>,
    document: &Document,
) -> Value {
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
        "claim": instance.map(|instance| format!("c{}", instance.claim.0)),
        "origin": instance.map(|instance| who(account.origin(instance.origin).who)),
    })
}

/// Of each statement the instance of the claim that most reports carry, and of these of the one with most instances; the first of
/// several.
fn carried(account: &Account) -> BTreeMap<StatementIdx, &Instance> {
    let weight = |instance: &Instance| {
        (reports_of(account, instance.claim).len(), account.claim(instance.claim).instances.len())
    };
    let mut carried: BTreeMap<StatementIdx, &Instance> = BTreeMap::new();
    for instance in account.instances.iter().filter(|instance| !instance.in_passing) {
        if let Carrier::Statement(statement) = instance.carrier {
            let known = carried.entry(statement).or_insert(instance);
            if weight(instance) > weight(known) {
                *known = instance;
            }
        }
    }
    carried
}

fn reports_of(account: &Account, claim: ClaimIdx) -> BTreeSet<ReportIdx> {
    account.claim(claim).instances.iter().map(|idx| account.instance(*idx).span.report).collect()
}

/// The name of an origin; equal for the same one in other claims.
fn who(who: OriginWho) -> String {
    match who {
        OriginWho::Voice(voice) => format!("v{}", voice.0),
        OriginWho::Report(report) => format!("r{}", report.0),
        OriginWho::Family(family) => format!("F{}", family.0),
    }
}

fn assertions(account: &Account) -> Vec<Value> {
    let mut list = Vec::new();
    for instance in
        account.instances.iter().filter(|instance| !matches!(instance.carrier, Carrier::Statement(_)))
    {
        for document in documents(account.report(instance.span.report)) {
            let (start, end) = document.place(instance.span.range);
            list.push(json!({
                "doc": document.id, "start": start, "end": end, "assertion": true,
                "claim": format!("c{}", instance.claim.0), "origin": who(account.origin(instance.origin).who),
            }));
        }
    }
    list
}

fn claims(account: &Account) -> Vec<Value> {
    let range = |count: OriginCount| json!({"min": count.at_least, "max": count.at_most});
    let claim = |(idx, claim): (usize, &Claim)| {
        let reports = reports_of(account, ClaimIdx(idx as u32));
        let n_documents: usize = reports.iter().map(|report| account.report(*report).captures.len()).sum();
        json!({
            "id": format!("c{idx}"), "n_documents": n_documents,
            "affirm": range(claim.counts.affirm), "deny": range(claim.counts.deny),
        })
    };
    account.claims.iter().enumerate().map(claim).collect()
}

/// Spans of one side that the form takes.
const MOST_SPANS: usize = 3;

/// What is overtaken is no disagreement.
fn disagreements(account: &Account) -> Vec<Value> {
    let span = |span: &Span| {
        let document = documents(account.report(span.report)).into_iter().next()?;
        let (start, end) = document.place(span.range);
        Some(json!({"doc": document.id, "start": start, "end": end}))
    };
    let kind = |kind: DisagreementKind| match kind {
        DisagreementKind::Denial => "contradiction",
        DisagreementKind::Number => "magnitude",
        DisagreementKind::Date => "temporal",
        DisagreementKind::Place => "naming",
        DisagreementKind::Party | DisagreementKind::Attribution => "attribution",
        DisagreementKind::Strength => "strength",
    };
    let held = account.disagreements.iter().filter(|one| one.order != DisagreementOrder::Update);
    held.map(|one| {
        let sides: Vec<Vec<Value>> = one
            .sides
            .iter()
            .map(|side| side.words.iter().filter_map(span).take(MOST_SPANS).collect())
            .collect();
        let claims: Vec<String> = one.claims.iter().map(|claim| format!("c{}", claim.0)).collect();
        json!({"kind": kind(one.kind), "claims": claims, "sides": sides})
    })
    .collect()
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
