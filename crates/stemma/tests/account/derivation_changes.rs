//! Changes to how texts were got, to texts that an account keeps, and to owners: by somebody who leaves it at
//! that, and by somebody who then computes identifiers, counts and the digest anew.

use crate::mutation::Blame::{Account, Record};
use crate::mutation::Script::{Blind, Fails, Names};
use crate::mutation::{Case, Mutation, clever, plain};
use stemma::account::record::Value;
use stemma::model::Sha256;

const RECORD: &str = "evening.jsonl";
const PAGE: &str = "page.html";

/// The record of the capture of a file.
fn capture_of(case: &mut Case, name: &str) -> usize {
    let name = Value::from(name);
    case.any_where("capture", |record| record["name"] == name)
}

/// A derivation as an account gives it.
fn derivation(kind: &str, extractor: Option<&str>) -> Value {
    Value::map([("kind", Value::from(kind)), ("extractor", Value::optional(extractor))])
}

/// The text that the account keeps of the report of a file, with the index of the report.
fn kept(case: &mut Case, name: &str) -> (usize, String) {
    let idx = case.report_of(name);
    match case.get(idx, "text") {
        Value::Text(text) => (idx, text),
        _ => panic!("the text of {name} is kept"),
    }
}

/// Changes one byte of the text that is kept, in its paragraph.
fn change_a_byte(case: &mut Case, name: &str) -> usize {
    let (idx, text) = kept(case, name);
    case.set(idx, "text", Value::Text(text.replace(" the H", " the h").replace(" again.", " agaim.")));
    idx
}

/// Changes one byte of a file.
fn replace_in_file(case: &mut Case, name: &str, from: &str, to: &str) {
    let file = case.files.iter_mut().find(|file| file.name == name).expect("the pile has it");
    let text = String::from_utf8(file.bytes.clone()).expect("it is UTF-8");
    assert!(text.contains(from));
    file.bytes = text.replacen(from, to, 1).into_bytes();
}

/// Makes the hash of a report that of the text that is kept.
fn rehash(case: &mut Case, idx: usize, name: &str) {
    let (_, text) = kept(case, name);
    case.set(idx, "text_sha256", Value::Text(Sha256::of(text.as_bytes()).to_string()));
}

/// All of them.
pub const CHANGES: &[Mutation] = &[
    plain("a record is called a file that is its text", Names, |case| {
        let idx = capture_of(case, RECORD);
        case.set(idx, "derivation", derivation("decoded", None));
        Record(idx)
    }),
    plain("another extractor is named", Names, |case| {
        let idx = capture_of(case, PAGE);
        case.set(idx, "derivation", derivation("extracted", Some("peeler 2.0")));
        Record(idx)
    }),
    plain("an extractor is not named", Names, |case| {
        let idx = capture_of(case, PAGE);
        case.set(idx, "derivation", derivation("extracted", None));
        Record(idx)
    }),
    plain("an outlet gets another owner", Fails, |case| {
        let idx = case.report_of(RECORD);
        case.set(idx, "owner", Value::from("Varnholt Holding"));
        Record(idx)
    }),
    plain("a byte of the text that is kept of a page changes", Names, |case| {
        Record(change_a_byte(case, PAGE))
    }),
    plain("a byte of the text that is kept of a record changes", Names, |case| {
        Record(change_a_byte(case, RECORD))
    }),
    plain("the text that is kept of a page is dropped", Names, |case| {
        let idx = case.report_of(PAGE);
        case.set(idx, "text", Value::Null);
        Record(idx)
    }),
    plain("a byte of a record changes", Names, |case| {
        replace_in_file(case, RECORD, "again.", "agaim.");
        Record(capture_of(case, RECORD))
    }),
    plain("a byte of a page that is not of its text changes", Names, |case| {
        replace_in_file(case, PAGE, "Imprint", "imprint");
        Record(capture_of(case, PAGE))
    }),
    plain("a note is called something that the format does not know", Names, |case| {
        let idx = case.any("note");
        case.set(idx, "record", Value::from("notes"));
        Account
    }),
    clever("a page is called a file that is its text", Names, |case| {
        let idx = capture_of(case, PAGE);
        case.set(idx, "derivation", derivation("decoded", None));
        Record(idx)
    }),
    clever("a page is called a record", Blind, |case| {
        let idx = capture_of(case, PAGE);
        case.set(idx, "derivation", derivation("record", None));
        Record(idx)
    }),
    clever("another extractor is invented", Blind, |case| {
        let idx = capture_of(case, PAGE);
        case.set(idx, "derivation", derivation("extracted", Some("peeler 2.0")));
        Record(idx)
    }),
    clever("an owner is dropped", Blind, |case| {
        let idx = case.report_of(RECORD);
        case.set(idx, "owner", Value::Null);
        Record(idx)
    }),
    clever("an owner is invented", Blind, |case| {
        let idx = case.report_of(PAGE);
        case.set(idx, "owner", Value::from("Varnholt Holding"));
        Record(idx)
    }),
    clever("the text that is kept of a record is dropped", Names, |case| {
        let idx = case.report_of(RECORD);
        case.set(idx, "text", Value::Null);
        Record(idx)
    }),
    clever("a text is kept that a file is", Blind, |case| {
        let idx = case.report_of("wire.txt");
        let text = case.text_of(idx);
        case.set(idx, "text", Value::Text(text));
        Record(idx)
    }),
    clever("another text is kept than that of a file", Fails, |case| {
        let idx = case.report_of("wire.txt");
        case.set(idx, "text", Value::from("Nobody sailed."));
        Record(idx)
    }),
    clever("a page is given another text", Blind, |case| {
        let idx = change_a_byte(case, PAGE);
        rehash(case, idx, PAGE);
        Record(idx)
    }),
];
