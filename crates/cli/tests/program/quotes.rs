//! `stemma quotes`: who said what, by speaker and by report, for people and for programs.

use crate::folder::Folder;
use serde_json::Value;

const WIRE: &str = "The port of Veld reopened on Sunday.\n\n\
    \u{201c}The harbour is safe,\u{201d} harbour master Ada Roon said.\n\n\
    \u{201c}Nobody slept on the quay that night,\u{201d} said Tam Ellery, a docker.\n";
const COAST: &str = "Ferries sail again\n\n\
    \u{201c}The last ferry leaves at nine,\u{201d} said Ada Roon.\n";

fn folder() -> Folder {
    Folder::with(&[("coast.txt", COAST.as_bytes()), ("wire.txt", WIRE.as_bytes())])
}

fn text_of(name: &str) -> &'static str {
    if name.ends_with("wire.txt") { WIRE } else { COAST }
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

fn statements(arguments: &[&str]) -> Vec<Value> {
    let ended = folder().run(arguments);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let lines = lines(&ended.out);
    assert_eq!(lines[0]["schema"], "stemma.quotes/1");
    let statements: Vec<Value> = lines.into_iter().filter(|line| line["record"] == "statement").collect();
    assert!(!statements.is_empty());
    statements
}

#[test]
fn a_speaker_of_two_reports_is_one_voice_and_leads() {
    let ended = folder().run(&["quotes", "coast.txt", "wire.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let words = ended.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in ["Who said what", "Ada Roon", "2 statements in 2 of 2 reports", "Tam Ellery"] {
        assert!(words.contains(expected), "{expected}: {}", ended.out);
    }
    assert!(words.find("Ada Roon") < words.find("Tam Ellery"), "{}", ended.out);
}

#[test]
fn one_speaker_is_found_by_a_part_of_a_name_whatever_the_capitals() {
    let ended = folder().run(&["quotes", ".", "--speaker", "ROON"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("The harbour is safe") && !ended.out.contains("Ellery"), "{}", ended.out);
}

#[test]
fn a_speaker_who_says_nothing_is_an_exit_code_of_its_own() {
    let ended = folder().run(&["quotes", ".", "--speaker", "Vint"]);
    assert_eq!(ended.code, Some(4), "{}", ended.err);
    assert!(ended.out.contains("no statement found"), "{}", ended.out);
    let ended = folder().run(&["quotes", ".", "--speaker", " "]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""));
    assert!(ended.err.starts_with("error: --speaker needs a name"), "{}", ended.err);
}

#[test]
fn by_report_the_statements_stand_under_their_reports() {
    let ended = folder().run(&["quotes", "--by", "report", "coast.txt", "wire.txt"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let place = |words: &str| ended.out.find(words).unwrap_or_else(|| panic!("{words}: {}", ended.out));
    assert!(place("[1] coast.txt") < place("The last ferry"));
    assert!(place("The last ferry") < place("[2] wire.txt"));
    assert!(place("[2] wire.txt") < place("The harbour is safe"));
}

#[test]
fn every_statement_opens_at_its_bytes() {
    for statement in statements(&["quotes", "--json", "."]) {
        let name = statement["captures"][0]["name"].as_str().expect("a name");
        let text = text_of(name);
        let mut words = Vec::new();
        for part in statement["content"].as_array().expect("a list") {
            let at = |key: &str| part[key].as_u64().expect("a number") as usize;
            assert_eq!(part["text"], text[at("start")..at("end")]);
            words.push(part["text"].as_str().expect("a text"));
        }
        assert_eq!(statement["words"], words.join(" [...] "));
        for key in ["voice", "shown", "grade", "class", "report", "start", "end"] {
            assert!(statement.get(key).is_some(), "{key}: {statement}");
        }
    }
}

#[test]
fn one_voice_has_one_identifier_in_all_reports() {
    let said: Vec<Value> = statements(&["quotes", "--json", ".", "--speaker", "ada roon"]);
    assert_eq!(said.len(), 2);
    assert_eq!(said[0]["voice"], said[1]["voice"]);
    assert_ne!(said[0]["report"], said[1]["report"]);
    assert!(said.iter().all(|statement| statement["grade"] == "stated"));
}

#[test]
fn quotes_do_not_depend_on_order_or_threads() {
    let folder = folder();
    let one = folder.run(&["quotes", "--json", "wire.txt", "coast.txt"]);
    let other = folder.run(&["quotes", "--json", "--threads", "1", "coast.txt", "wire.txt"]);
    assert_eq!(one.out, other.out);
}
