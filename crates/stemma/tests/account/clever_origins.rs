//! Changes to origins and to how they are counted, by somebody who then computes identifiers, counts of records and the
//! digest anew. In the claim with seven instances three voices of which any two may be one affirm, one denies in three
//! reports, and a page alleges; that with five has one origin, which four copy or sum up.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Case, Mutation, clever};
use stemma::account::record::Value;

const HURT: i64 = 7;
const AGROUND: i64 = 5;

/// A voice that is not the one of an origin.
fn other_voice(case: &mut Case, origin: usize) -> Value {
    let who = case.get(origin, "who");
    let other = case.any_where("voice", |record| record["id"] != who);
    case.get(other, "id")
}

/// The origin that is there by an edit only.
fn by_edit(case: &mut Case) -> usize {
    case.any_where("origin", |record| record["is_by_edit"] == Value::Bool(true))
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a count of origins is raised", Names, |case| {
        let idx = case.claim_of(HURT);
        let stance = ["affirm", "allege", "deny"][case.below(3)];
        case.add(idx, &format!("counts.{stance}.at_least"), 1);
        Record(idx)
    }),
    clever("a count of origins is lowered", Names, |case| {
        let idx = case.claim_of(HURT);
        let stance = ["affirm", "allege", "deny"][case.below(3)];
        case.add(idx, &format!("counts.{stance}.at_most"), -1);
        Record(idx)
    }),
    clever("one voice is two origins", Names, |case| {
        let (claim, idx) = (case.claim_of(HURT), case.origin_of(HURT, 3));
        let mut second = case.records[idx].clone();
        second.insert("id".to_owned(), Value::from("o0123456789abcdef"));
        case.records.push(second);
        let added = case.records.len() - 1;
        case.items(idx, "instances").truncate(1);
        case.items(added, "instances").drain(..1);
        case.items(claim, "origins").push(Value::from("o0123456789abcdef"));
        case.add(claim, "counts.deny.at_most", 1);
        Record(claim)
    }),
    clever("two voices are one origin", Names, |case| {
        let (claim, gone) = (case.claim_of(HURT), case.origin_of(HURT, 0));
        let moved = case.get(gone, "instances.0");
        case.items(claim, "origins").remove(0);
        case.items(claim, "may_be_one").pop();
        case.add(claim, "counts.affirm.at_most", -1);
        case.drop(gone);
        let idx = case.origin_of(HURT, 0);
        case.items(idx, "instances").push(moved);
        Record(idx)
    }),
    clever("another voice is behind an instance", Names, |case| {
        let nth = case.below(4);
        let idx = case.origin_of(HURT, nth);
        let other = other_voice(case, idx);
        case.set(idx, "who", other);
        Record(idx)
    }),
    clever("a voice is called unattributed text", Names, |case| {
        let idx = case.origin_of(HURT, 1);
        let instance = case.instance_of(HURT, 1);
        let report = case.get(instance, "span.report");
        case.set(idx, "who", report);
        case.set(idx, "instances.0.ground", Value::from("own-text"));
        Record(idx)
    }),
    clever("a speaker who is named is called not stated", Names, |case| {
        let nth = case.below(3);
        let idx = case.origin_of(HURT, nth);
        case.set(idx, "instances.0.ground", Value::from("not-stated"));
        Record(idx)
    }),
    clever("text of a report is given to another report", Names, |case| {
        let idx = case.origin_of(AGROUND, 0);
        let other = case.report_of("later.txt");
        let other = case.get(other, "id");
        case.set(idx, "who", other);
        Record(idx)
    }),
    clever("an origin is a family that its text is not of", Names, |case| {
        let idx = case
            .any_where("origin", |record| matches!(&record["who"], Value::Text(who) if who.starts_with('f')));
        let own = case.get(idx, "who");
        let other = case.any_where("family", |record| record["id"] != own);
        let other = case.get(other, "id");
        case.set(idx, "who", other);
        Record(idx)
    }),
    clever("a copy is of other passages", Names, |case| {
        let idx = case.origin_of(HURT, 3);
        let passage = case.any_where("passage", |record| record["family_size"] == Value::Int(4));
        let passage = case.get(passage, "id");
        let end = ["here", "there"][case.below(2)];
        case.set(idx, &format!("instances.2.witnesses.{end}"), passage);
        Record(idx)
    }),
    clever("a copy is of nothing", Names, |case| {
        let idx = case.origin_of(HURT, 3);
        case.set(idx, "instances.2.witnesses", Value::Null);
        Record(idx)
    }),
    clever("a copy is of words of somebody else", Names, |case| {
        let idx = case.origin_of(HURT, 3);
        let other = case.instance_of(HURT, 0);
        let other = case.get(other, "id");
        case.set(idx, "instances.2.of", other);
        Record(idx)
    }),
    clever("two copy each other", Blind, |case| {
        let idx = case.origin_of(AGROUND, 0);
        let own = case.get(idx, "instances.0.instance");
        let copy = case.get(idx, "instances.2.instance");
        let mut entry = case.get(idx, "instances.2");
        if let Value::Map(entry) = &mut entry {
            entry.insert("instance".to_owned(), own);
            entry.insert("of".to_owned(), copy);
            if let Some(Value::Map(witnesses)) = entry.get_mut("witnesses") {
                let (here, there) = (witnesses["here"].clone(), witnesses["there"].clone());
                witnesses.insert("here".to_owned(), there);
                witnesses.insert("there".to_owned(), here);
            }
        }
        case.set(idx, "instances.0", entry);
        case.set(idx, "is_by_edit", Value::Bool(true));
        Record(idx)
    }),
    clever("a headline sums up another report", Names, |case| {
        let idx = case.origin_of(AGROUND, 0);
        let other = case.get(idx, "instances.3.instance");
        case.set(idx, "instances.1.of", other);
        Record(idx)
    }),
    clever("a text sums up another", Names, |case| {
        let idx = case.origin_of(AGROUND, 0);
        case.set(idx, "instances.2.ground", Value::from("sums-up"));
        case.set(idx, "instances.2.witnesses", Value::Null);
        Record(idx)
    }),
    clever("what an edit put there counts in full", Names, |case| {
        let idx = by_edit(case);
        case.set(idx, "is_by_edit", Value::Bool(false));
        Record(idx)
    }),
    clever("a voice is there by an edit only", Names, |case| {
        let idx = case.origin_of(HURT, 3);
        let claim = case.claim_of(HURT);
        case.set(idx, "is_by_edit", Value::Bool(true));
        case.add(claim, "counts.deny.at_least", -1);
        Record(idx)
    }),
    clever("a changed copy is of no passage", Names, |case| {
        let idx = by_edit(case);
        case.set(idx, "instances.0.witnesses", Value::Null);
        Record(idx)
    }),
    clever("an origin is dropped", Names, |case| {
        let nth = case.below(5);
        let idx = case.origin_of(HURT, nth);
        case.drop(idx);
        Record(case.claim_of(HURT))
    }),
    clever("an origin is of no claim", Names, |case| {
        let idx = case.origin_of(HURT, 2);
        let claim = case.claim_of(HURT);
        case.items(claim, "origins").remove(2);
        Record(idx)
    }),
    clever("an origin has an unknown instance", Names, |case| {
        let idx = case.any("origin");
        case.set(idx, "instances.0.instance", Value::from("i0123456789abcdef"));
        Record(idx)
    }),
    clever("an origin has no instance", Names, |case| {
        let idx = case.origin_of(HURT, 1);
        case.items(idx, "instances").clear();
        Record(idx)
    }),
    clever("a ground is invented", Blind, |case| {
        let idx = case.origin_of(HURT, 1);
        case.set(idx, "instances.0.ground", Value::from("known to me"));
        case.set(idx, "is_by_edit", Value::Bool(true));
        let claim = case.claim_of(HURT);
        let pairs = case.items(claim, "may_be_one");
        pairs.clear();
        case.set(claim, "counts.affirm.at_least", Value::Int(2));
        Record(idx)
    }),
    clever("two that may be one are not said to be", Names, |case| {
        let idx = case.claim_of(HURT);
        let nth = case.below(2);
        case.items(idx, "may_be_one").remove(nth);
        Record(idx)
    }),
    clever("an origin of another claim may be one of this", Names, |case| {
        let idx = case.claim_of(HURT);
        let other = case.origin_of(AGROUND, 0);
        let other = case.get(other, "id");
        case.set(idx, "may_be_one.0.other", other);
        Record(idx)
    }),
    clever("an origin may be itself", Names, |case| {
        let idx = case.claim_of(HURT);
        let one = case.get(idx, "may_be_one.0.one");
        case.set(idx, "may_be_one.0.other", one);
        Record(idx)
    }),
    clever("two named voices may be one because one has no name", Blind, |case| {
        let idx = case.claim_of(HURT);
        case.set(idx, "may_be_one.0.reason", Value::from("unnamed"));
        Record(idx)
    }),
];
