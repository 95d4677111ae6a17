//! Instances, and the origins behind them, as records.
//!
//! References lead one way: an instance names its statement, an origin its instances, a claim both. So an instance has the
//! same identifier whatever claim it is counted to.

use super::claim_labels::{carrier_label, claim_stance_label, ground_label, role_label};
use super::identifiers::identified;
use super::labels::RecordKind;
use super::record::{Record, Value, record};
use super::reuse_records::{ReuseRecords, id};
use super::span_record::ReportTexts;
use super::witnesses_of::Witnesses;
use crate::model::{Account, Carrier, ClaimPart, Instance, InstanceIdx, Origin, OriginGround, OriginWho};

/// One record an instance, in account order; `statements` are the records of the statements.
pub(super) fn instance_records(
    account: &Account,
    texts: &ReportTexts<'_>,
    statements: &[Record],
) -> Vec<Record> {
    account.instances.iter().map(|instance| instance_record(instance, texts, statements)).collect()
}

fn instance_record(instance: &Instance, texts: &ReportTexts<'_>, statements: &[Record]) -> Record {
    let place = |range| texts.place(instance.span.report, range);
    let statement = match instance.carrier {
        Carrier::Statement(idx) => named(statements, idx.0),
        Carrier::Assertion | Carrier::Headline => Value::Null,
    };
    let part = |part: &ClaimPart| {
        Value::map([("role", Value::from(role_label(part.role))), ("span", place(part.range))])
    };
    let fields = record([
        ("span", texts.span(instance.span)),
        ("carrier", Value::from(carrier_label(instance.carrier))),
        ("statement", statement),
        ("in_passing", Value::Bool(instance.in_passing)),
        ("stance", Value::from(claim_stance_label(instance.stance))),
        ("marker", instance.marker.map_or(Value::Null, place)),
        ("parts", Value::List(instance.parts.iter().map(part).collect())),
    ]);
    identified(RecordKind::Instance, fields)
}

/// What origins name: the records of voices, passages, families and instances.
pub(super) struct OriginNames<'a> {
    pub(super) voices: &'a [Record],
    pub(super) reuse: &'a ReuseRecords,
    pub(super) instances: &'a [Record],
}

/// One record an origin, in account order.
pub(super) fn origin_records(
    account: &Account,
    texts: &ReportTexts<'_>,
    witnesses: &Witnesses<'_>,
    names: &OriginNames<'_>,
) -> Vec<Record> {
    let record_of = |origin: &Origin| {
        let who = match origin.who {
            OriginWho::Voice(voice) => named(names.voices, voice.0),
            OriginWho::Report(report) => texts.identifier(report),
            OriginWho::Family(family) => named(&names.reuse.families, family.0),
        };
        let instances = origin.instances.iter().map(|idx| grounded(account, origin, *idx, witnesses, names));
        let fields = record([
            ("who", who),
            ("is_by_edit", Value::Bool(origin.is_by_edit)),
            ("instances", Value::List(instances.collect())),
        ]);
        identified(RecordKind::Origin, fields)
    };
    account.origins.iter().map(record_of).collect()
}

/// An instance of an origin, with the ground on which it is his.
fn grounded(
    account: &Account,
    origin: &Origin,
    idx: InstanceIdx,
    witnesses: &Witnesses<'_>,
    names: &OriginNames<'_>,
) -> Value {
    let instance = account.instance(idx);
    let family = match origin.who {
        OriginWho::Family(family) => Some(family),
        OriginWho::Voice(_) | OriginWho::Report(_) => None,
    };
    let (of, shared) = match instance.ground {
        OriginGround::Copy(of) => (Some(of), witnesses.shared(instance.span, account.instance(of).span)),
        OriginGround::SumsUp(of) => (Some(of), None),
        OriginGround::ChangedCopy => (None, witnesses.best(instance.span, family)),
        OriginGround::Speaker | OriginGround::OwnText | OriginGround::NotStated => {
            (None, family.and_then(|family| witnesses.best(instance.span, Some(family))))
        }
    };
    Value::map([
        ("instance", named(names.instances, idx.0)),
        ("ground", Value::from(ground_label(instance.ground))),
        ("of", of.map_or(Value::Null, |of| named(names.instances, of.0))),
        ("witnesses", shared.map_or(Value::Null, |shared| shared.value(names.reuse))),
    ])
}

/// The identifier of the record of an index; null where there is none.
pub(super) fn named(records: &[Record], idx: u32) -> Value {
    records.get(idx as usize).map_or(Value::Null, id)
}
