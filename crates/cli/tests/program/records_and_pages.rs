//! Records and pages from the file to the verified account: by the program, and by the script in `docs/` that
//! knows nothing of it.

use crate::folder::Folder;
use std::path::Path;
use std::process::Command;

/// Three records: with a title, with escapes and half a pair of surrogates, and with a text that the plain
/// file has too but an address that it has not.
const RECORDS: &str = r#"{"title": "Dorvath bridge closed", "text": "The bridge was closed on Monday, the mayor said."}
{"text": "\u201cIt is safe,\u201d engineer Ilse Varn said.\nCaf\u00e9 owners \ud83d waited."}

{"url": "https://post.example/3", "text": "Ferries run every hour."}
"#;

const PAGE: &str = "<!DOCTYPE html>\n<html><head><title>Ferry fares to rise</title></head><body>\n\
    <nav>Home News Sport</nav>\n<article><h1>Ferry fares to rise</h1>\n\
    <p>Fares on the ferries of Dorvath rise by three per cent in May, the harbour office said on Friday.</p>\n\
    <p>\u{201c}We waited as long as we could,\u{201d} its head Tom Ferrow said to reporters in the town hall.</p>\n\
    </article><footer>Imprint</footer></body></html>\n";

/// A list of records, the last with the text of the plain file and nothing else: a capture of the same report.
const LIST: &str = r#"[ {"text": "A first record of a list."},
 {"text": "And a second, with [brackets]."}, {"text": "Ferries run every hour."}
]
"#;

/// A folder with a pile of records, pages and plain text, and the account of it.
fn folder() -> Folder {
    let folder = Folder::with(&[]);
    std::fs::create_dir(folder.path().join("pile")).expect("a folder can be made");
    for (name, text) in [
        ("records.jsonl", RECORDS),
        ("page.html", PAGE),
        ("list.json", LIST),
        ("plain.txt", "Ferries run every hour."),
    ] {
        write(&folder, &format!("pile/{name}"), text);
    }
    let made = folder.run(&["--json", "pile"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    write(&folder, "account.jsonl", &made.out);
    folder
}

fn write(folder: &Folder, name: &str, text: &str) {
    std::fs::write(folder.path().join(name), text).expect("a file can be written");
}

fn read(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.path().join(name)).expect("the file is there")
}

/// Exit code and answer of the program.
fn verified(folder: &Folder) -> (Option<i32>, String) {
    let ended = folder.run(&["verify", "account.jsonl", "pile"]);
    (ended.code, ended.out)
}

/// Exit code and answer of the script about the whole pile; nothing where there is no Python.
fn verified_without(folder: &Folder) -> Option<(Option<i32>, String)> {
    script_on(folder, "pile")
}

/// The same about the sources of one name.
fn script_on(folder: &Folder, sources: &str) -> Option<(Option<i32>, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify_account.py");
    let mut python = Command::new("python3");
    python.arg("-S").arg(script).args(["account.jsonl", sources]).current_dir(folder.path());
    let Ok(output) = python.output() else {
        eprintln!("skipped: there is no python3 to run docs/verify_account.py with");
        return None;
    };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    Some((output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned()))
}

fn assert_verified(folder: &Folder) {
    let (code, told) = verified(folder);
    assert_eq!(code, Some(0), "{told}");
    if let Some((code, told)) = verified_without(folder) {
        assert_eq!(code, Some(0), "{told}");
        assert!(told.starts_with("verified: "), "{told}");
    }
}

fn assert_refused(folder: &Folder, what: &str) {
    let (code, told) = verified(folder);
    assert_eq!(code, Some(3), "{what}: {told}");
    if let Some((code, told)) = verified_without(folder) {
        assert_eq!(code, Some(1), "{what}: {told}");
        assert!(told.lines().last().is_some_and(|last| last.starts_with("failed: ")), "{what}: {told}");
    }
}

/// Replaces words once, which must be there.
fn change(folder: &Folder, name: &str, from: &str, to: &str) {
    let text = read(folder, name);
    assert!(text.contains(from), "{name} has {from}");
    write(folder, name, &text.replacen(from, to, 1));
}

#[test]
fn an_account_of_records_and_pages_is_verified() {
    let folder = folder();
    assert_verified(&folder);
    let account = read(&folder, "account.jsonl");
    let captures = |kind: &str| account.matches(&format!("\"kind\":\"{kind}\"")).count();
    assert_eq!((captures("decoded"), captures("record"), captures("extracted")), (1, 6, 1), "{account}");
    if let Some((_, told)) = verified_without(&folder) {
        assert!(told.ends_with("; texts taken from the account: 6, sources unread: 0\n"), "{told}");
    }
}

#[test]
fn one_changed_byte_of_a_source_is_found() {
    for (name, from, to) in [
        ("pile/records.jsonl", "Monday", "Mondaz"),
        ("pile/records.jsonl", "\"title\"", "\"titlf\""),
        ("pile/records.jsonl", "every hour", "every tour"),
        ("pile/page.html", "three per", "thref per"),
        ("pile/page.html", "Imprint", "imprint"),
        ("pile/list.json", "second", "secund"),
        ("pile/plain.txt", "every hour", "every tour"),
    ] {
        let folder = folder();
        change(&folder, name, from, to);
        assert_refused(&folder, &format!("{name}: {from} becomes {to}"));
    }
}

#[test]
fn one_changed_byte_of_a_kept_text_is_found() {
    for words in ["closed on Monday", "Caf\u{e9} owners", "waited as long"] {
        let folder = folder();
        let account = read(&folder, "account.jsonl");
        let is_report = |line: &&str| line.contains("\"record\":\"report\"") && line.contains(words);
        let report = account.lines().find(is_report).expect("the text is kept");
        let start = report.find("\"text\":\"").expect("the key is there");
        let kept = report.rfind(words).filter(|at| *at > start).expect("the words are in a text");
        let changed = format!("{}X{}", &report[..kept], &report[kept + 1..]);
        write(&folder, "account.jsonl", &account.replace(report, &changed));
        assert_refused(&folder, words);
    }
}

#[test]
fn a_record_more_or_less_is_found() {
    let folder = folder();
    let records = read(&folder, "pile/records.jsonl");
    write(&folder, "pile/records.jsonl", &format!("{records}{{\"text\": \"A fourth record.\"}}\n"));
    assert_refused(&folder, "one more");
    let first = records.lines().next().expect("it has lines");
    write(&folder, "pile/records.jsonl", &records.replace(first, ""));
    assert_refused(&folder, "one less");
    write(&folder, "pile/records.jsonl", &format!("{records}{first}\n"));
    assert_refused(&folder, "one twice");
}

#[test]
fn records_that_could_not_be_read_are_counted_and_no_failure() {
    let folder = folder();
    change(&folder, "pile/records.jsonl", "\n\n", "\nno record\n");
    let made = folder.run(&["--json", "pile"]);
    assert_eq!(made.code, Some(1), "{}", made.err);
    write(&folder, "account.jsonl", &made.out);
    assert_eq!(verified(&folder).0, Some(1));
    if let Some((code, told)) = verified_without(&folder) {
        assert_eq!(code, Some(0), "{told}");
        assert!(told.ends_with("sources unread: 1\n"), "{told}");
    }
}

#[test]
fn a_file_of_records_may_be_named_itself() {
    let folder = folder();
    change(&folder, "pile/records.jsonl", "\n\n", "\nno record\n");
    let made = folder.run(&["--json", "pile/records.jsonl"]);
    write(&folder, "account.jsonl", &made.out);
    if let Some((code, told)) = script_on(&folder, "pile/records.jsonl") {
        assert_eq!(code, Some(0), "{told}");
        assert!(told.ends_with("sources unread: 1\n"), "{told}");
    }
}
