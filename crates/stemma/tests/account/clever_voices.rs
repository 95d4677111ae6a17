//! Changes to voices by somebody who then computes identifiers, counts and the digest anew: only the speakers of
//! statements can give him away.

use crate::mutation::Blame::Record;
use crate::mutation::Script::{Blind, Names};
use crate::mutation::{Case, Mutation, clever, states_speaker};
use stemma::account::record::Value;

/// The voice with two names.
fn with_two_names(case: &mut Case) -> usize {
    case.any_where("voice", |record| matches!(&record["names"], Value::List(names) if names.len() == 2))
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    clever("a speaker has an unknown voice", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.set(idx, "speaker.voice", Value::from("v0123456789abcdef"));
        Record(idx)
    }),
    clever("a speaker is given the voice of another", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        let own = case.get(idx, "speaker.voice");
        let other = case.any_where("voice", |record| record["id"] != own);
        let other = case.get(other, "id");
        case.set(idx, "speaker.voice", other);
        Record(idx)
    }),
    clever("a voice is dropped", Names, |case| {
        let idx = case.any("voice");
        let id = case.get(idx, "id");
        case.drop(idx);
        Record(case.any_where(
            "statement",
            |record| matches!(&record["speaker"], Value::Map(speaker) if speaker["voice"] == id),
        ))
    }),
    clever("a voice loses a name", Names, |case| {
        let idx = with_two_names(case);
        let (shown, id) = (case.get(idx, "shown"), case.get(idx, "id"));
        let gone = usize::from(case.get(idx, "names.0") == shown);
        let name = case.get(idx, &format!("names.{gone}"));
        if let Value::List(names) = case.at(idx, "names") {
            names.remove(gone);
        }
        Record(case.any_where("statement", |record| {
            let Value::Map(speaker) = &record["speaker"] else { return false };
            speaker["voice"] == id && speaker["name"] == name
        }))
    }),
    clever("a voice is given a name that nobody speaks under", Names, |case| {
        let idx = case.any("voice");
        let Value::List(names) = case.get(idx, "names") else { panic!("names are a list") };
        let last = names.len() - 1;
        let (start, end) = case.range(idx, &format!("names.{last}"));
        if let Value::List(listed) = case.at(idx, "names") {
            listed.push(names[last].clone());
        }
        case.move_span(idx, &format!("names.{}", last + 1), start + 1, end);
        Record(idx)
    }),
    clever("a voice is one that nobody speaks with", Names, |case| {
        let idx = with_two_names(case);
        let mut invented = case.records[idx].clone();
        invented.insert("kind".to_owned(), Value::from("body"));
        invented.insert("id".to_owned(), Value::from("v0123456789abcdef"));
        case.records.push(invented);
        Record(case.records.len() - 1)
    }),
    clever("a voice is shown under a name of another", Names, |case| {
        let idx = case.any("voice");
        let id = case.get(idx, "id");
        let other = case.any_where("voice", |record| record["id"] != id);
        let shown = case.get(other, "shown");
        case.set(idx, "shown", shown);
        Record(idx)
    }),
    clever("a voice is shown under a name that is misspelt", Names, |case| {
        let idx = case.any("voice");
        case.set(idx, "shown.text", Value::from("A man of rank"));
        Record(idx)
    }),
    clever("a voice has no names", Names, |case| {
        let idx = case.any("voice");
        case.set(idx, "names", Value::List(Vec::new()));
        Record(idx)
    }),
    clever("a voice lists its names in another order", Blind, |case| {
        let idx = with_two_names(case);
        if let Value::List(names) = case.at(idx, "names") {
            names.reverse();
        }
        Record(idx)
    }),
    clever("a voice lists a name twice", Blind, |case| {
        let idx = case.any("voice");
        if let Value::List(names) = case.at(idx, "names") {
            names.push(names[0].clone());
        }
        Record(idx)
    }),
    clever("a kind of voice is invented", Blind, |case| {
        let idx = case.any("voice");
        case.set(idx, "kind", Value::from("ghost"));
        Record(idx)
    }),
];
