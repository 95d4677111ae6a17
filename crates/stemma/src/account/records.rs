//! An account as records: the form in which it is kept, exported, identified and verified.

use super::claim_records::{ClaimNames, DisagreementNames, claim_records, disagreement_records};
use super::digest::digest;
use super::instance_records::{OriginNames, instance_records, origin_records};
use super::labels::RecordKind;
use super::lineage_records::{descent_records, share_records};
use super::place_records::place_records;
use super::record::{Record, Value, record};
use super::report_records::{capture_records, furniture_records, report_records};
use super::reuse_records::reuse_records;
use super::span_record::ReportTexts;
use super::statement_record::{statement_records, voice_records};
use super::story_records::story_records;
use super::witnesses_of::Witnesses;
use crate::model::{Account, Table};

/// The name of the format.
pub const SCHEMA: &str = "stemma.account/5";

/// All records of an account: the header first, then the findings, then what was not read and the notes.
pub fn records(account: &Account) -> Vec<Record> {
    let findings = findings(account);
    let mut header = header(account, &findings);
    let digest = digest(&header, findings.iter());
    header.insert("digest".to_owned(), Value::Text(digest));
    let mut records = vec![header];
    records.extend(findings);
    records.extend(unread_records(account));
    records.extend(note_records(account));
    records
}

/// All findings, in the order of their kinds and then of the account.
fn findings(account: &Account) -> Vec<Record> {
    let texts = ReportTexts::of(account);
    let reuse = reuse_records(account, &texts);
    let descents = descent_records(account, &texts, &reuse);
    let voices = voice_records(account, &texts);
    let statements = statement_records(account, &texts, &voices);
    let witnesses = Witnesses::of(account);
    let stories = story_records(account, &texts);
    let instances = instance_records(account, &texts, &statements);
    let names = OriginNames { voices: &voices, reuse: &reuse, instances: &instances };
    let origins = origin_records(account, &texts, &witnesses, &names);
    let names = ClaimNames { stories: &stories, reuse: &reuse, instances: &instances, origins: &origins };
    let claims = claim_records(account, &texts, &witnesses, &names);
    let names = DisagreementNames { stories: &stories, instances: &instances, claims: &claims };
    let disagreements = disagreement_records(account, &texts, &names);
    let mut findings = report_records(account, &texts);
    findings.extend(capture_records(account, &texts));
    findings.extend(furniture_records(account, &texts));
    findings.extend(reuse.passages);
    findings.extend(reuse.families);
    findings.extend(reuse.edits);
    findings.extend(descents);
    findings.extend(share_records(account, &texts));
    findings.extend(voices);
    findings.extend(statements);
    findings.extend(stories);
    findings.extend(instances);
    findings.extend(origins);
    findings.extend(claims);
    findings.extend(disagreements);
    findings.extend(place_records(account, &texts));
    findings
}

/// The header, as yet without the digest.
fn header(account: &Account, findings: &[Record]) -> Record {
    let counts: Record = RecordKind::ALL
        .into_iter()
        .map(|kind| {
            let count = match kind {
                RecordKind::Unread => account.unread.len(),
                RecordKind::Note => account.notes.len(),
                _ => count_of(kind, findings),
            };
            (kind.count_key().to_owned(), Value::count(count))
        })
        .collect();
    record([
        ("record", Value::from("account")),
        ("schema", Value::from(SCHEMA)),
        ("program", Value::from(env!("CARGO_PKG_VERSION"))),
        ("config", settings(account)),
        ("tables", Value::List(account.tables.iter().map(table_value).collect())),
        ("counts", Value::Map(counts)),
    ])
}

fn settings(account: &Account) -> Value {
    let value = |value: &u64| Value::Int(i64::try_from(*value).unwrap_or(i64::MAX));
    Value::Map(account.settings.iter().map(|(name, setting)| (name.clone(), value(setting))).collect())
}

fn count_of(kind: RecordKind, findings: &[Record]) -> usize {
    let label = Value::from(kind.label());
    findings.iter().filter(|finding| finding.get("record") == Some(&label)).count()
}

fn table_value(table: &Table) -> Value {
    Value::map([
        ("name", Value::from(table.name.as_str())),
        ("version", Value::Int(table.version.into())),
        ("entries", Value::Int(i64::try_from(table.entries).unwrap_or(i64::MAX))),
        ("sha256", Value::Text(table.sha256.to_string())),
    ])
}

fn unread_records(account: &Account) -> impl Iterator<Item = Record> {
    account.unread.iter().map(|unread| {
        record([
            ("record", Value::from(RecordKind::Unread.label())),
            ("name", Value::from(unread.name.as_str())),
            ("reason", Value::from(unread.reason.as_str())),
            ("hint", Value::from(unread.hint.as_str())),
        ])
    })
}

fn note_records(account: &Account) -> impl Iterator<Item = Record> {
    account.notes.iter().map(|note| {
        record([
            ("record", Value::from(RecordKind::Note.label())),
            ("name", Value::from(note.name.as_str())),
            ("text", Value::from(note.text.as_str())),
        ])
    })
}
