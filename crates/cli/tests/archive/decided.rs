//! What people decide holds: on every run, after an upgrade of what is kept, after files came and went.

use crate::desk::{Desk, files};
use serde_json::Value;

/// The records of one kind in the account of an archive.
fn records(desk: &Desk, kind: &str) -> Vec<Value> {
    let account = desk.done(&["--json", "desk"]);
    let records = account.lines().map(|line| serde_json::from_str::<Value>(line).expect("it is JSON"));
    records.filter(|record| record["record"] == kind).collect()
}

fn id(record: &Value) -> &str {
    record["id"].as_str().expect("it has an identifier")
}

/// A statement of which there is one.
fn statement_with(desk: &Desk, words: &str) -> Option<Value> {
    records(desk, "statement").into_iter().find(|one| one["span"]["text"].to_string().contains(words))
}

#[test]
fn a_decision_holds_on_every_run_and_can_be_taken_back() {
    let desk = Desk::with(9);
    let archive = desk.archive();
    let plain = archive.digest();
    let rejected = statement_with(&desk, "Ada Roon5").expect("she speaks");
    desk.done(&["fix", "desk", "reject", id(&rejected)]);
    desk.done(&["run", "desk"]);
    let decided = archive.digest();
    assert_ne!(decided, plain);
    assert!(statement_with(&desk, "Ada Roon5").is_none());
    desk.done(&["run", "desk", "--force"]);
    assert_eq!(archive.digest(), decided);
    std::fs::write(desk.path("later.txt"), "Ferry late\n\nThe ferry was late, the harbour master said.\n")
        .expect("it can be written");
    desk.done(&["add", "desk", "later.txt"]);
    desk.done(&["run", "desk"]);
    assert!(statement_with(&desk, "Ada Roon5").is_none());
    desk.done(&["doctor", "desk", "--rebuild"]);
    desk.done(&["forget", "desk", "later.txt"]);
    desk.done(&["run", "desk"]);
    assert_eq!(archive.digest(), decided);
    let account = desk.done(&["--json", "desk"]);
    std::fs::write(desk.path("account.jsonl"), &account).expect("it can be written");
    assert!(desk.done(&["verify", "account.jsonl", "desk"]).starts_with("verified: 9 reports"));
    desk.done(&["fix", "desk", "undo", "1"]);
    desk.done(&["run", "desk"]);
    assert_eq!(archive.digest(), plain);
    let list = desk.done(&["fix", "desk", "list"]);
    let acts: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().nth(2)).collect();
    assert_eq!(acts, ["reject-statement", "forget", "undo"]);
}

#[test]
fn claims_and_speakers_are_joined_and_parted_from_the_command_line() {
    let desk = Desk::with(9);
    desk.archive();
    let claims = records(&desk, "claim");
    let mut of_story = claims.iter().filter(|claim| claim["story"] == claims[0]["story"]);
    let (one, other) = (of_story.next().expect("a claim"), of_story.next().expect("another"));
    desk.done(&["fix", "desk", "merge", id(one), id(other)]);
    let voices = records(&desk, "voice");
    desk.done(&["fix", "desk", "same-source", id(&voices[0]), id(&voices[1])]);
    let shared = claims.iter().find(|claim| claim["n_instances"].as_u64() > Some(1)).expect("a shared claim");
    desk.done(&["fix", "desk", "split", shared["instances"][1]["instance"].as_str().expect("an instance")]);
    let ran = desk.stemma(&["run", "desk"]);
    let told = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success() && !told.contains("warning"), "{told}");
    assert_eq!(records(&desk, "voice").len() + 1, voices.len());
    assert_eq!(records(&desk, "claim").len(), claims.len(), "one less and one more");
    let account = desk.done(&["--json", "desk"]);
    std::fs::write(desk.path("account.jsonl"), account).expect("it can be written");
    desk.done(&["verify", "account.jsonl", "desk"]);
}

#[test]
fn what_is_no_such_finding_is_refused_and_what_is_gone_is_told() {
    let desk = Desk::with(3);
    desk.archive();
    for (arguments, reason) in [
        (&["fix", "desk", "reject", "s0000000000000000"][..], "the last run has no finding"),
        (&["fix", "desk", "merge", "x1", "x2"], "is not what can be decided on here"),
        (&["fix", "desk", "undo", "7"], "there is no decision 7 that holds"),
    ] {
        let output = desk.stemma(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(reason), "{told}");
    }
    let statement = statement_with(&desk, "Ada Roon1").expect("she speaks");
    desk.done(&["fix", "desk", "reject", id(&statement)]);
    desk.done(&["forget", "desk", "reports/001.txt"]);
    let ran = desk.stemma(&["run", "desk"]);
    assert!(
        String::from_utf8_lossy(&ran.stderr).contains("warning: decision 1 (reject-statement) finds nothing")
    );
    assert!(desk.done(&["fix", "desk", "list"]).contains("(its text is gone)"));
}

#[test]
fn a_ledger_that_somebody_changed_is_not_believed() {
    let desk = Desk::with(3);
    desk.archive();
    for record in &records(&desk, "statement")[..2] {
        desk.done(&["fix", "desk", "reject", id(record)]);
    }
    let path = desk.path("desk/ledger.jsonl");
    let ledger = std::fs::read_to_string(&path).expect("it can be read");
    // Half a line is what a killed program leaves.
    std::fs::write(&path, ledger.clone() + "{\"what\":\"me").expect("it can be written");
    desk.done(&["run", "desk"]);
    std::fs::write(&path, ledger.replacen("\"end\":", "\"end\":1", 1)).expect("it can be written");
    let told = desk.stemma(&["run", "desk"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&told.stderr).contains("line 2 does not follow from the one before"));
}

/// The files of an archive in which a word stands, whatever its capitals.
fn holding(desk: &Desk, word: &str) -> Vec<std::path::PathBuf> {
    let holds = |path: &std::path::PathBuf| {
        let bytes = std::fs::read(path).expect("it can be read").to_ascii_lowercase();
        bytes.windows(word.len()).any(|at| at == word.as_bytes())
    };
    files(&desk.path("desk")).into_iter().filter(holds).collect()
}

#[test]
fn of_what_was_redacted_no_byte_stays_and_all_else_does() {
    let desk = Desk::with(2);
    let page = "<html><head><meta name=\"author\" content=\"Zebulon Quartermain\"><title>Ferry stolen</title></head><body><article><h1>Ferry stolen</h1>\
        <p>The ferry Alma was stolen in Corvale on Monday, the harbour master said in a long statement to reporters.</p>\
        <p>Zebulon <b>Quartermain</b> denied that he had stolen the ferry Alma. Police said that the ferry was found near the pier.</p></article></body></html>";
    std::fs::write(desk.reports().join("page.html"), page).expect("it can be written");
    desk.archive();
    let statement = statement_with(&desk, "stolen the ferry").expect("he speaks");
    let report = statement["span"]["report"].as_str().expect("it is in a report").to_owned();
    assert!(!holding(&desk, "quartermain").is_empty());
    desk.done(&["redact", "desk", &report, "Zebulon Quartermain"]);
    assert_eq!(holding(&desk, "quartermain"), Vec::<std::path::PathBuf>::new());
    assert!(desk.done(&["run", "desk"]).starts_with("run 1: 3 reports"));
    assert_eq!(holding(&desk, "quartermain"), Vec::<std::path::PathBuf>::new());
    assert!(desk.done(&["search", "desk", "\"near the pier\""]).ends_with("1 of 1 reports\n"));
    assert_eq!(desk.done(&["doctor", "desk"]), "everything is whole\n");
}

#[test]
fn of_what_was_forgotten_no_byte_stays_in_the_folder() {
    let desk = Desk::with(6);
    let secret = "Zebulon Quartermain";
    let text = format!(
        "Man named in {secret} case\n\n{secret} denied that he had stolen the ferry. Police said that {secret} was seen in Corvale.\n"
    );
    std::fs::write(desk.reports().join("secret.txt"), &text).expect("it can be written");
    let copied = format!(
        "Old ferry stolen\n\nPolice said that a man was seen in Corvale. {}\n",
        "The ferry was found."
    );
    std::fs::write(desk.reports().join("other.txt"), copied).expect("it can be written");
    let archive = desk.archive();
    let holds = |desk: &Desk| [holding(desk, "quartermain"), holding(desk, "zebulon")].concat();
    assert!(holds(&desk).len() >= 2, "the original and the database");
    let statement = statement_with(&desk, "stolen the ferry").expect("he speaks");
    desk.done(&["fix", "desk", "reject", id(&statement)]);
    desk.done(&["run", "desk"]);
    desk.done(&["forget", "desk", "reports/secret.txt"]);
    assert_eq!(holds(&desk), Vec::<std::path::PathBuf>::new());
    std::fs::remove_file(desk.reports().join("secret.txt")).expect("it can be removed");
    desk.stemma(&["run", "desk"]);
    assert_eq!(holds(&desk), Vec::<std::path::PathBuf>::new());
    assert!(!archive.digest().is_empty());
    assert_eq!(desk.done(&["doctor", "desk"]), "everything is whole\n");
    assert_eq!(desk.stemma(&["search", "desk", "Quartermain"]).status.code(), Some(4));
}
