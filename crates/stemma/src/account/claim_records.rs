//! Claims, and the disagreements between them, as records.

use super::claim_labels::{disagreement_label, join_label, may_be_one_label, order_label, silence_label};
use super::identifiers::identified;
use super::instance_records::named;
use super::labels::RecordKind;
use super::record::{Record, Value, record};
use super::reuse_records::ReuseRecords;
use super::span_record::ReportTexts;
use super::witnesses_of::Witnesses;
use crate::model::{
    Account, Claim, Counts, Disagreement, InstanceIdx, Join, JoinReason, MayBeOne, OriginCount, ReportIdx,
    Side, Silence, Span,
};
use std::collections::BTreeSet;

/// What claims name: the records of stories, passages, families, instances and origins.
pub(super) struct ClaimNames<'a> {
    pub(super) stories: &'a [Record],
    pub(super) reuse: &'a ReuseRecords,
    pub(super) instances: &'a [Record],
    pub(super) origins: &'a [Record],
}

/// One record a claim, in account order.
pub(super) fn claim_records(
    account: &Account,
    texts: &ReportTexts<'_>,
    witnesses: &Witnesses<'_>,
    names: &ClaimNames<'_>,
) -> Vec<Record> {
    let record_of = |claim: &Claim| {
        let instances = claim.instances.iter();
        let reports: BTreeSet<ReportIdx> =
            instances.clone().map(|idx| account.instance(*idx).span.report).collect();
        let joined = instances.map(|idx| {
            let join = account.instance(*idx).join.as_ref();
            let join = join.map(|join| join_value(account, *idx, join, texts, witnesses, names));
            Value::map([("instance", named(names.instances, idx.0)), ("join", join.unwrap_or(Value::Null))])
        });
        let may_be_one = claim.may_be_one.iter().map(|pair| may_be_one_value(pair, names.origins));
        let fields = record([
            ("story", named(names.stories, claim.story.0)),
            ("plainest", named(names.instances, claim.plainest.0)),
            ("wording", texts.span(account.instance(claim.plainest).span)),
            ("n_reports", Value::count(reports.len())),
            ("n_instances", Value::count(claim.instances.len())),
            ("instances", Value::List(joined.collect())),
            ("origins", Value::List(claim.origins.iter().map(|idx| named(names.origins, idx.0)).collect())),
            ("may_be_one", Value::List(may_be_one.collect())),
            ("counts", counts_value(&claim.counts)),
            ("silences", Value::List(claim.silences.iter().map(|one| silence_value(one, texts)).collect())),
        ]);
        identified(RecordKind::Claim, fields)
    };
    account.claims.iter().map(record_of).collect()
}

fn join_value(
    account: &Account,
    idx: InstanceIdx,
    join: &Join,
    texts: &ReportTexts<'_>,
    witnesses: &Witnesses<'_>,
    names: &ClaimNames<'_>,
) -> Value {
    let (here, there) = (account.instance(idx).span, account.instance(join.with).span);
    let words = join.words.iter().map(|(own, other)| {
        Value::map([("here", texts.place(here.report, *own)), ("there", texts.place(there.report, *other))])
    });
    let shared = (join.reason == JoinReason::Witnesses).then(|| witnesses.shared(here, there)).flatten();
    Value::map([
        ("with", named(names.instances, join.with.0)),
        ("reason", Value::from(join_label(join.reason))),
        ("words", Value::List(words.collect())),
        ("witnesses", shared.map_or(Value::Null, |shared| shared.value(names.reuse))),
    ])
}

fn may_be_one_value(pair: &MayBeOne, origins: &[Record]) -> Value {
    Value::map([
        ("one", named(origins, pair.one.0)),
        ("other", named(origins, pair.other.0)),
        ("reason", Value::from(may_be_one_label(pair.reason))),
    ])
}

fn counts_value(counts: &Counts) -> Value {
    let range = |count: OriginCount| {
        Value::map([
            ("at_least", Value::Int(count.at_least.into())),
            ("at_most", Value::Int(count.at_most.into())),
        ])
    };
    Value::map([
        ("affirm", range(counts.affirm)),
        ("allege", range(counts.allege)),
        ("deny", range(counts.deny)),
    ])
}

fn silence_value(silence: &Silence, texts: &ReportTexts<'_>) -> Value {
    Value::map([
        ("report", texts.identifier(silence.report)),
        ("kind", Value::from(silence_label(silence.kind))),
    ])
}

/// What disagreements name: the records of stories, instances and claims.
pub(super) struct DisagreementNames<'a> {
    pub(super) stories: &'a [Record],
    pub(super) instances: &'a [Record],
    pub(super) claims: &'a [Record],
}

/// One record a disagreement, in account order.
pub(super) fn disagreement_records(
    account: &Account,
    texts: &ReportTexts<'_>,
    names: &DisagreementNames<'_>,
) -> Vec<Record> {
    let record_of = |one: &Disagreement| {
        let claims = one.claims.iter().map(|idx| named(names.claims, idx.0));
        let sides = one.sides.iter().map(|side| side_value(side, texts, names.instances));
        let fields = record([
            ("story", named(names.stories, one.story.0)),
            ("kind", Value::from(disagreement_label(one.kind))),
            ("order", Value::from(order_label(one.order))),
            ("claims", Value::List(claims.collect())),
            ("sides", Value::List(sides.collect())),
        ]);
        identified(RecordKind::Disagreement, fields)
    };
    account.disagreements.iter().map(record_of).collect()
}

/// Each instance with its own words, so that the two cannot come apart.
fn side_value(side: &Side, texts: &ReportTexts<'_>, instances: &[Record]) -> Value {
    let words = |nth: usize| side.words.get(nth).map_or(Value::Null, |span: &Span| texts.span(*span));
    let listed = side
        .instances
        .iter()
        .enumerate()
        .map(|(nth, idx)| Value::map([("instance", named(instances, idx.0)), ("words", words(nth))]));
    Value::map([("instances", Value::List(listed.collect()))])
}
