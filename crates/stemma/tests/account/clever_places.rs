//! Changes to names of places by somebody who then computes identifiers, counts and the digest anew.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Case, Mutation, clever};
use stemma::account::record::Value;

/// A name that stands for one place.
fn known(case: &mut Case) -> usize {
    case.any_where("place", |record| record["place"] != Value::Null)
}

/// A name that is left open.
fn open(case: &mut Case) -> usize {
    case.any_where("place", |record| matches!(&record["candidates"], Value::List(items) if !items.is_empty()))
}

/// A name of which no place is known.
fn unknown(case: &mut Case) -> usize {
    case.any_where("place", |record| record["precision"] == Value::Null)
}

/// The name with a reason that another name is near.
fn with_words(case: &mut Case) -> usize {
    case.any_where("place", |record| matches!(&record["reasons"], Value::List(items) if items.len() == 2))
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a name stands in furniture", Names, |case| {
        let idx = with_words(case);
        let report = case.named(idx, "span.report");
        let end = case.text_of(report).len();
        let start = case.text_of(report).find("Bridge").expect("it is in the furniture");
        case.move_span(idx, "span", start, end.min(start + 6));
        Record(idx)
    }),
    clever("a name stands over another one", Names, |case| {
        let idx = known(case);
        let mut twice = case.records[idx].clone();
        twice.insert("usage".to_owned(), Value::from("name"));
        case.records[idx].insert("usage".to_owned(), Value::from("people"));
        case.records.push(twice);
        Record(case.records.len() - 1)
    }),
    clever("a name stands for one place and for several", Names, |case| {
        let idx = open(case);
        let place = case.get(idx, "candidates.0");
        case.set(idx, "place", place);
        Record(idx)
    }),
    clever("a name is open between one place", Names, |case| {
        let idx = open(case);
        case.items(idx, "candidates").pop();
        Record(idx)
    }),
    clever("a name is open between a place and itself", Names, |case| {
        let idx = open(case);
        let first = case.get(idx, "candidates.0");
        case.set(idx, "candidates.1", first);
        Record(idx)
    }),
    clever("a place is known without a reason", Names, |case| {
        let idx = known(case);
        case.items(idx, "reasons").clear();
        Record(idx)
    }),
    clever("a place is known without a precision", Names, |case| {
        let idx = known(case);
        case.set(idx, "precision", Value::Null);
        Record(idx)
    }),
    clever("an unknown place is exact", Names, |case| {
        let idx = unknown(case);
        case.set(idx, "precision", Value::from("exact"));
        Record(idx)
    }),
    clever("the words of a reason are others", Names, |case| {
        let idx = with_words(case);
        case.set(idx, "reasons.0.words.text", Value::from("Halcyon!"));
        Record(idx)
    }),
    clever("the words of a reason are those of another report", Names, |case| {
        let (idx, other) = (with_words(case), unknown(case));
        let words = case.get(other, "span");
        case.set(idx, "reasons.0.words", words);
        Record(idx)
    }),
    clever("a reason that counts has no number", Blind, |case| {
        let idx = case.any_where("place", |record| record["usage"] == "people".into());
        case.set(idx, "reasons.0.count", Value::Null);
        Record(idx)
    }),
    clever("a place lies beyond the pole", Blind, |case| {
        let idx = known(case);
        case.set(idx, "place.latitude", Value::Int(9_000_001));
        Record(idx)
    }),
    clever("a country is no code", Blind, |case| {
        let idx = known(case);
        case.set(idx, "place.country", Value::from("ov"));
        Record(idx)
    }),
    clever("a place is of no known kind", Blind, |case| {
        let idx = known(case);
        case.set(idx, "place.kind", Value::from("palace"));
        Record(idx)
    }),
];
