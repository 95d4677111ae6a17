//! Changes to spans and statements by somebody who then computes identifiers, counts and the digest anew:
//! only the sources and the bonds inside a statement can give him away.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Mutation, clever, has_speaker};
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
        let idx = case.any_where("statement", has_speaker);
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
        let idx = case.any("statement");
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
    clever("the content of a statement is empty", Names, |case| {
        let idx = case.any("statement");
        let (start, _) = case.range(idx, "content.0");
        case.move_span(idx, "content.0", start, start);
        Record(idx)
    }),
    clever("a statement has no content", Names, |case| {
        let idx = case.any("statement");
        case.set(idx, "content", Value::List(Vec::new()));
        Record(idx)
    }),
    clever("the content is words from elsewhere", Names, |case| {
        let idx = case.any("statement");
        case.move_span(idx, "content.0", 0, 10);
        Record(idx)
    }),
    clever("the content stands in another order", Blind, |case| {
        let parts = |record: &stemma::account::record::Record| match &record["content"] {
            Value::List(parts) => parts.len() > 1,
            _ => false,
        };
        let idx = case.any_where("statement", parts);
        if let Value::List(parts) = case.at(idx, "content") {
            parts.reverse();
        }
        Record(idx)
    }),
    clever("the cue is a word from elsewhere", Names, |case| {
        let idx = case.any("statement");
        case.move_span(idx, "cue", 0, 5);
        Record(idx)
    }),
    clever("the source words are from elsewhere", Names, |case| {
        let idx = case.any_where("statement", |record| !has_speaker(record));
        case.move_span(idx, "source", 0, 5);
        Record(idx)
    }),
    clever("the speaker is somebody else of the report", Names, |case| {
        let idx = case.any_where("statement", has_speaker);
        case.move_span(idx, "speaker.name", 0, 5);
        Record(idx)
    }),
    clever("a speaker is given without source words", Names, |case| {
        let idx = case.any_where("statement", has_speaker);
        case.set(idx, "source", Value::Null);
        Record(idx)
    }),
    clever("a stance is invented", Blind, |case| {
        let idx = case.any("statement");
        case.set(idx, "stance", Value::from("doubts"));
        Record(idx)
    }),
    clever("a ground for a speaker is invented", Blind, |case| {
        let idx = case.any_where("statement", has_speaker);
        case.set(idx, "speaker.grade", Value::from("known to me"));
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
