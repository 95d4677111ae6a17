//! Changes to spans and labels by somebody who then computes identifiers, counts and the digest anew: only the
//! sources and the shape of the records can give him away.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Mutation, clever, states_speaker};
use stemma::account::record::Value;

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a span starts later, its words stay", Names, |case| {
        let idx = case.any("passage");
        case.add(idx, "span.start", 1);
        Record(idx)
    }),
    clever("a span moves by one byte", Names, |case| {
        let idx = case.any("statement");
        case.add(idx, "span.start", 1);
        case.add(idx, "span.end", 1);
        Record(idx)
    }),
    clever("the words of a source are improved", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.set(idx, "source.text", Value::from("a man of rank"));
        Record(idx)
    }),
    clever("a span cuts a letter in two", Names, |case| {
        let quotes = |record: &_| format!("{record:?}").contains("“Nobody");
        let idx = case.any_where("passage", quotes);
        case.add(idx, "span.start", 1);
        Record(idx)
    }),
    clever("a span ends far behind the text", Names, |case| {
        let idx = case.any("statement");
        case.add(idx, "span.end", 1 << 40);
        Record(idx)
    }),
    clever("a span starts before the text", Names, |case| {
        let idx = case.any("passage");
        case.set(idx, "span.start", Value::Int(-1));
        Record(idx)
    }),
    clever("a span ends before it starts", Names, |case| {
        let idx = case.any("statement");
        let (start, end) = case.range(idx, "span");
        case.set(idx, "span.start", Value::count(end));
        case.set(idx, "span.end", Value::count(start));
        Record(idx)
    }),
    clever("a span lies in an unknown report", Names, |case| {
        let idx = case.any_where("statement", |record| record["cue"] != Value::Null);
        case.set(idx, "cue.report", Value::from("r0123456789abcdef"));
        Record(idx)
    }),
    clever("a span is said to lie in another report", Names, |case| {
        let idx = case.any("passage");
        let report = case.get(idx, "span.report");
        let other = case.any_where("report", |record| record["id"] != report);
        let other = case.get(other, "id");
        case.set(idx, "span.report", other);
        Record(idx)
    }),
    clever("a label of furniture is invented", Blind, |case| {
        let idx = case.any("furniture");
        case.set(idx, "kind", Value::from("boring"));
        Record(idx)
    }),
    clever("an edit has no kind", Blind, |case| {
        let idx = case.any("edit");
        case.set(idx, "kinds", Value::List(Vec::new()));
        Record(idx)
    }),
    clever("a key is added", Blind, |case| {
        let idx = case.any("statement");
        case.records[idx].insert("score".to_owned(), Value::Int(99));
        Record(idx)
    }),
    clever("a key is missing", Names, |case| {
        let idx = case.any("statement");
        case.records[idx].remove("content");
        Record(idx)
    }),
];
