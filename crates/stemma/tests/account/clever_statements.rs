//! Changes to statements by somebody who then computes identifiers, counts and the digest anew: only the bonds
//! inside a statement can give him away.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Case, Mutation, clever, grade, states_speaker};
use stemma::account::record::{Record as Fields, Value};

/// The statement with a relay and the words that tell when.
fn passed_on(case: &mut Case) -> usize {
    case.any_where("statement", |record| record["uttered"] != Value::Null)
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
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
        let parts = |record: &Fields| match &record["content"] {
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
        let idx = case.any_where("statement", |record| record["cue"] != Value::Null);
        case.move_span(idx, "cue", 0, 5);
        Record(idx)
    }),
    clever("the source words are from elsewhere", Names, |case| {
        let idx = case.any_where("statement", |record| record["speaker"] == Value::Null);
        case.move_span(idx, "source", 0, 5);
        Record(idx)
    }),
    clever("the speaker is somebody else of the report", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.move_span(idx, "speaker.name", 0, 5);
        Record(idx)
    }),
    clever("a speaker is given without source words", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.set(idx, "source", Value::Null);
        Record(idx)
    }),
    clever("a stance is invented", Blind, |case| {
        let idx = case.any("statement");
        case.set(idx, "stance", Value::from("doubts"));
        Record(idx)
    }),
    clever("a ground for a speaker is invented", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.set(idx, "speaker.grade", Value::from("known to me"));
        Record(idx)
    }),
    clever("a speaker is taken from another report and called resolved", Names, |case| {
        let idx = case.any_where("statement", |record| grade(record) == "witness");
        case.set(idx, "speaker.grade", Value::from("resolved"));
        Record(idx)
    }),
    clever("a speaker of the same report is called that of a witness", Names, |case| {
        let idx = case.any_where("statement", |record| ["stated", "resolved"].contains(&grade(record)));
        case.set(idx, "speaker.grade", Value::from("witness"));
        Record(idx)
    }),
    clever("a probable speaker is one of the same report", Names, |case| {
        let idx = case.any_where("statement", |record| grade(record) == "resolved");
        case.set(idx, "speaker.grade", Value::from("same-words"));
        Record(idx)
    }),
    clever("a resolved speaker is called stated", Names, |case| {
        let idx = case.any_where("statement", |record| grade(record) == "resolved");
        case.set(idx, "speaker.grade", Value::from("stated"));
        Record(idx)
    }),
    clever("a stated speaker is called resolved", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.set(idx, "speaker.grade", Value::from("resolved"));
        Record(idx)
    }),
    clever("a speaker without source words goes on from nothing", Names, |case| {
        let idx = case.any_where("statement", |record| record["continues"] == Value::Bool(true));
        case.set(idx, "continues", Value::Bool(false));
        Record(idx)
    }),
    clever("a statement with a cue of its own continues another", Names, |case| {
        let idx = case.any_where("statement", |record| record["cue"] != Value::Null);
        case.set(idx, "continues", Value::Bool(true));
        Record(idx)
    }),
    clever("the words of a relay are from elsewhere", Names, |case| {
        let idx = passed_on(case);
        let part = ["relays.0.source", "relays.0.cue"][case.below(2)];
        case.move_span(idx, part, 0, 6);
        Record(idx)
    }),
    clever("a relay is said to have said something else", Names, |case| {
        let idx = passed_on(case);
        case.set(idx, "relays.0.cue.text", Value::from("invented"));
        Record(idx)
    }),
    clever("a relay has no words of saying", Names, |case| {
        let idx = passed_on(case);
        case.set(idx, "relays.0.cue", Value::Null);
        Record(idx)
    }),
    clever("the words that tell when are from elsewhere", Names, |case| {
        let idx = passed_on(case);
        case.move_span(idx, "uttered", 0, 6);
        Record(idx)
    }),
    clever("somebody denies with a word that does not", Names, |case| {
        let idx = case.any_where("statement", |record| record["stance"] == "denies".into());
        case.set(idx, "class", Value::from("says"));
        Record(idx)
    }),
    clever("what a cue does is invented", Blind, |case| {
        let idx = case.any("statement");
        case.set(idx, "class", Value::from("mutters"));
        Record(idx)
    }),
    clever("whether it was said is invented", Blind, |case| {
        let idx = case.any("statement");
        case.set(idx, "factuality", Value::from("surely"));
        Record(idx)
    }),
];
