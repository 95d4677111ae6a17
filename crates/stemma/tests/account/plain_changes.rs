//! Changes to an account or its sources by somebody who leaves it at that.

use crate::mutation::Blame::{Account, Record};
use crate::mutation::Script::{Fails, Names};
use crate::mutation::{Case, Mutation, is_large, plain, states_speaker};
use stemma::account::record::Value;

/// The kinds of finding, but for reports, whose identifiers cover less than the whole record.
const KINDS: [&str; 15] = [
    "capture", "furniture", "passage", "family", "edit", "descent", "share", "voice", "statement", "story",
    "instance", "origin", "claim", "disagreement", "place",
];

/// Kinds of finding with a span of their own.
const SPANNED: [&str; 5] = ["furniture", "passage", "statement", "instance", "place"];

fn some_kind(case: &mut Case) -> usize {
    let kind = KINDS[case.below(KINDS.len())];
    case.any(kind)
}

fn some_spanned(case: &mut Case) -> usize {
    let kind = SPANNED[case.below(SPANNED.len())];
    case.any(kind)
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    plain("a span starts later", Names, |case| {
        let idx = some_spanned(case);
        case.add(idx, "span.start", 1);
        Record(idx)
    }),
    plain("a span ends earlier", Names, |case| {
        let idx = some_spanned(case);
        case.add(idx, "span.end", -1);
        Record(idx)
    }),
    plain("a span has other words", Names, |case| {
        let idx = some_spanned(case);
        case.set(idx, "span.text", Value::from("Somebody was hurt"));
        Record(idx)
    }),
    plain("a side of an edit moves", Names, |case| {
        let idx = case.any("edit");
        case.add(idx, "from.span.start", -1);
        Record(idx)
    }),
    plain("the hash of an original changes", Names, |case| {
        let idx = case.any("capture");
        case.set(idx, "original_sha256", Value::Text("0".repeat(64)));
        Record(idx)
    }),
    plain("the hash of a text changes", Names, |case| {
        let idx = case.any("report");
        case.set(idx, "text_sha256", Value::Text("0".repeat(64)));
        Record(idx)
    }),
    plain("a count of the header changes", Names, |case| {
        case.add(0, "counts.statements", 1);
        Account
    }),
    plain("the count of unread files changes", Names, |case| {
        case.add(0, "counts.unread", -1);
        Account
    }),
    plain("a denial becomes an affirmation", Names, |case| {
        let idx = case.any_where("statement", |record| record["stance"] == "denies".into());
        case.set(idx, "stance", Value::from("affirms"));
        Record(idx)
    }),
    plain("a speaker gets another name", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.set(idx, "speaker.name.text", Value::from("Jon Aske"));
        Record(idx)
    }),
    plain("a speaker is removed", Names, |case| {
        let idx = case.any_where("statement", states_speaker);
        case.set(idx, "speaker", Value::Null);
        Record(idx)
    }),
    plain("a promise becomes a plain saying", Names, |case| {
        let idx = case.any_where("statement", |record| record["class"] == "promises".into());
        case.set(idx, "class", Value::from("says"));
        Record(idx)
    }),
    plain("what was said was not", Names, |case| {
        let idx = case.any("statement");
        case.set(idx, "factuality", Value::from("not"));
        Record(idx)
    }),
    plain("a person becomes a document", Names, |case| {
        let idx = case.any("voice");
        case.set(idx, "kind", Value::from("document"));
        Record(idx)
    }),
    plain("furniture gets another label", Names, |case| {
        let idx = case.any("furniture");
        case.set(idx, "kind", Value::from("caption"));
        Record(idx)
    }),
    plain("a direct statement is called indirect", Names, |case| {
        let idx = case.any_where("statement", |record| record["kind"] == "direct".into());
        case.set(idx, "kind", Value::from("indirect"));
        Record(idx)
    }),
    plain("a passage is called a statement", Names, |case| {
        let idx = case.any("passage");
        case.set(idx, "record", Value::from("statement"));
        Record(idx)
    }),
    plain("a finding is dropped", Names, |case| {
        let idx = some_kind(case);
        case.drop(idx);
        Account
    }),
    plain("a report is dropped", Names, |case| {
        let idx = case.any("report");
        case.drop(idx);
        Account
    }),
    plain("a finding is doubled", Names, |case| {
        let kind = KINDS[1 + case.below(KINDS.len() - 1)];
        let idx = case.any(kind);
        case.records.push(case.records[idx].clone());
        Record(idx)
    }),
    plain("a capture is doubled", Fails, |case| {
        let idx = case.any("capture");
        case.records.push(case.records[idx].clone());
        Record(idx)
    }),
    plain("two findings change identifiers", Names, |case| {
        let idx = case.any("statement");
        let first = case.get(idx, "id");
        let other = case.any_where("statement", |record| record["id"] != first);
        let second = case.get(other, "id");
        case.set(idx, "id", second);
        case.set(other, "id", first);
        Record(idx)
    }),
    plain("the digest changes", Names, |case| {
        case.set(0, "digest", Value::Text("0".repeat(64)));
        Account
    }),
    plain("another version of the program is named", Names, |case| {
        case.set(0, "program", Value::from("9.9.9"));
        Account
    }),
    plain("another schema is named", Names, |case| {
        case.set(0, "schema", Value::from("stemma.account/999"));
        Account
    }),
    plain("a setting is invented", Names, |case| {
        case.set(0, "config", Value::map([("depth", Value::Int(3))]));
        Account
    }),
    plain("a table is dropped", Names, |case| {
        case.set(0, "tables", Value::List(Vec::new()));
        Account
    }),
    plain("the header stands last", Names, |case| {
        let header = case.records.remove(0);
        case.records.push(header);
        Account
    }),
    plain("there is no header", Names, |case| {
        case.drop(0);
        Account
    }),
    plain("there are two headers", Names, |case| {
        case.records.push(case.records[0].clone());
        Account
    }),
    plain("a key is added", Names, |case| {
        let idx = some_kind(case);
        case.records[idx].insert("score".to_owned(), Value::Int(99));
        Record(idx)
    }),
    plain("a key is missing", Names, |case| {
        let idx = some_spanned(case);
        case.records[idx].remove("span");
        Record(idx)
    }),
    plain("a count becomes a text", Names, |case| {
        let idx = case.any("passage");
        case.set(idx, "family_size", Value::from("two"));
        Record(idx)
    }),
    plain("the copied share of a report changes", Names, |case| {
        let idx = case.any("report");
        case.add(idx, "copied_bytes", 7);
        Record(idx)
    }),
    plain("a family gets another representative", Names, |case| {
        let idx = case.any_where("family", is_large);
        let first = case.get(idx, "passages.0");
        let second = case.get(idx, "passages.1");
        let is_first = case.get(idx, "representative") == first;
        case.set(idx, "representative", if is_first { second } else { first });
        Record(idx)
    }),
    plain("a family is said to stand in more reports", Names, |case| {
        let idx = case.any("family");
        case.add(idx, "n_reports", 1);
        Record(idx)
    }),
    plain("an edit is called harmless", Names, |case| {
        let idx = case.any("edit");
        let kinds = vec![Value::from("name-form")];
        case.set(idx, "kinds", Value::List(kinds));
        Record(idx)
    }),
    plain("another encoding is named", Names, |case| {
        let idx = case.any("capture");
        case.set(idx, "encoding", Value::from("ISO-8859-2"));
        Record(idx)
    }),
    plain("a date of publication is invented", Fails, |case| {
        let idx = case.any("report");
        let date =
            Value::map([("value", Value::from("2031-05-01")), ("method", Value::from("json:published"))]);
        case.set(idx, "published", date);
        Record(idx)
    }),
    plain("a byte of a source changes", Names, |case| {
        let file = 3 + case.below(3);
        let byte = case.below(case.files[file].bytes.len());
        case.files[file].bytes[byte] ^= 1;
        let idx = case.report_of(case.files[file].name);
        Record(idx)
    }),
    plain("a source is cut short", Names, |case| {
        let file = 3 + case.below(3);
        case.files[file].bytes.truncate(40);
        let idx = case.report_of(case.files[file].name);
        Record(idx)
    }),
    plain("a source is missing", Names, |case| {
        let file = 3 + case.below(3);
        let name = case.files.remove(file).name;
        Record(case.report_of(name))
    }),
    plain("a changed source is not part of the account", Names, |case| {
        let file = case.below(case.files.len());
        case.files[file].bytes.push(b'!');
        Account
    }),
    plain("a copy loses its byte order mark", Names, |case| {
        case.files[2].bytes.drain(..3);
        let name = Value::from("wire-mark.txt");
        Record(case.any_where("capture", |record| record["name"] == name))
    }),
    plain("one of two equal copies is missing", Fails, |case| {
        let copy = case.below(2);
        case.files.remove(copy);
        let name = Value::from("wire.txt");
        Record(case.any_where("capture", |record| record["name"] == name))
    }),
    plain("there is one copy more of a source", Names, |case| {
        let file = case.below(case.files.len());
        let mut copy = case.files[file].clone();
        copy.name = "third.txt";
        case.files.push(copy);
        Account
    }),
    plain("there is a foreign source", Names, |case| {
        let mut stranger = case.files[0].clone();
        stranger.name = "stranger.txt";
        stranger.bytes = b"Nothing of this was ever read.\n".to_vec();
        case.files.push(stranger);
        Account
    }),
];
