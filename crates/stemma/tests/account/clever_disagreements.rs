//! Changes to disagreements by somebody who then computes identifiers, counts and the digest anew.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Case, Mutation, clever};
use stemma::account::record::Value;

fn denial(case: &mut Case) -> usize {
    case.any_where("disagreement", |record| record["kind"] == "denial".into())
}

fn number(case: &mut Case) -> usize {
    case.any_where("disagreement", |record| record["kind"] == "number".into())
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a side has nobody on it", Names, |case| {
        let idx = case.any("disagreement");
        let side = case.below(2);
        case.items(idx, &format!("sides.{side}.instances")).clear();
        Record(idx)
    }),
    clever("there is one side only", Names, |case| {
        let idx = denial(case);
        case.items(idx, "sides").pop();
        Record(idx)
    }),
    clever("the words of a side stand elsewhere", Names, |case| {
        let idx = case.any("disagreement");
        let side = case.below(2);
        case.move_span(idx, &format!("sides.{side}.instances.0.words"), 0, 5);
        Record(idx)
    }),
    clever("the words of a side are others", Names, |case| {
        let idx = number(case);
        case.set(idx, "sides.0.instances.0.words.text", Value::from("413"));
        Record(idx)
    }),
    clever("the words of a side are those of another report", Names, |case| {
        let idx = number(case);
        let words = case.get(idx, "sides.1.instances.0.words");
        case.set(idx, "sides.0.instances.0.words", words);
        Record(idx)
    }),
    clever("an instance stands on both sides", Names, |case| {
        let idx = denial(case);
        let member = case.get(idx, "sides.0.instances.0");
        case.items(idx, "sides.1.instances").push(member);
        Record(idx)
    }),
    clever("an instance of another claim takes a side", Names, |case| {
        let idx = denial(case);
        let other = number(case);
        let member = case.get(other, "sides.1.instances.0");
        case.items(idx, "sides.1.instances").push(member);
        Record(idx)
    }),
    clever("an unknown instance takes a side", Names, |case| {
        let idx = case.any("disagreement");
        case.set(idx, "sides.0.instances.0.instance", Value::from("i0123456789abcdef"));
        Record(idx)
    }),
    clever("a claim is left out", Names, |case| {
        let idx = number(case);
        let nth = case.below(2);
        case.items(idx, "claims").remove(nth);
        Record(idx)
    }),
    clever("a claim is named that no side carries", Names, |case| {
        let idx = number(case);
        let other = case.claim_of(7);
        let other = case.get(other, "id");
        case.items(idx, "claims").push(other);
        Record(idx)
    }),
    clever("a claim is named twice", Names, |case| {
        let idx = case.any("disagreement");
        let claim = case.get(idx, "claims.0");
        case.items(idx, "claims").push(claim);
        Record(idx)
    }),
    clever("a disagreement is of another story", Names, |case| {
        let idx = case.any("disagreement");
        let own = case.get(idx, "story");
        let other = case.any_where("story", |record| record["id"] != own);
        let other = case.get(other, "id");
        case.set(idx, "story", other);
        Record(idx)
    }),
    clever("what is disagreed about is invented", Blind, |case| {
        let idx = case.any("disagreement");
        case.set(idx, "kind", Value::from("taste"));
        Record(idx)
    }),
    clever("what came first is invented", Blind, |case| {
        let idx = case.any("disagreement");
        case.set(idx, "order", Value::from("never"));
        Record(idx)
    }),
];
