//! `stemma copies`: families with their edits, and the share of each report.

use crate::folder::Folder;
use serde_json::Value;

const WIRE: &str = "About 1,600 people left the old harbour of Veld on Sunday after a fire in the grain store.\n\n\
    Ferries to the islands stood still until the evening and their crews slept on the quay.\n";
const COPY: &str = "Veld, Monday\n\n\
    About 1,700 people left the old port of Veld on Sunday after a fire in the grain store.\n";
const SAME: &str = "Islands cut off\n\n\
    Ferries to the islands stood still until the evening and their crews slept on the quay.\n";

fn folder() -> Folder {
    Folder::with(&[
        ("copy.txt", COPY.as_bytes()),
        ("same.txt", SAME.as_bytes()),
        ("wire.txt", WIRE.as_bytes()),
    ])
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[test]
fn a_family_shows_its_wordings_and_a_report_with_whom_it_shares() {
    let ended = folder().run(&["copies", "copy.txt", "same.txt", "wire.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    assert!(ended.out.starts_with("3 reports, 3 captures, 2 families of copied passages, 0 not read\n"));
    let words = ended.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for expected in [
        "[-1,600-] {+1,700+} people left the old [-harbour-] {+port+} of Veld",
        "2 reports, 2 witnesses, 1 wording",
        "wire.txt:3",
        "copy.txt:3",
        "100 % wire.txt",
        "shares 51 % with copy.txt",
    ] {
        assert!(words.contains(expected), "{expected}: {}", ended.out);
    }
}

#[test]
fn the_lines_for_programs_are_one_a_family_and_one_a_report() {
    let ended = folder().run(&["copies", "--json", "."]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    let lines = lines(&ended.out);
    let kinds: Vec<_> = lines.iter().map(|line| line["record"].as_str().expect("a kind")).collect();
    assert_eq!(kinds, ["copies", "family", "family", "report", "report", "report"]);
    assert_eq!(lines[0]["schema"], "stemma.copies/1");
    let changed = lines[1..3].iter().find(|family| family["wordings"].as_array().map(Vec::len) == Some(2));
    let wordings = &changed.expect("one family has two wordings")["wordings"];
    let edits = wordings[1]["edits"].as_array().expect("a list");
    assert_eq!(edits.len(), 2);
    for edit in edits {
        for (side, wording) in [("from", 0), ("to", 1)] {
            let at = |key: &str| edit[side][key].as_u64().expect("a number") as usize;
            let text = wordings[wording]["text"].as_str().expect("a text");
            assert_eq!(edit[side]["text"], text[at("start")..at("end")]);
        }
    }
}

#[test]
fn a_witness_opens_at_its_bytes_and_leads_to_its_report() {
    let ended = folder().run(&["copies", "--json", "."]);
    let lines = lines(&ended.out);
    for family in lines.iter().filter(|line| line["record"] == "family") {
        for wording in family["wordings"].as_array().expect("a list") {
            for witness in wording["witnesses"].as_array().expect("a list") {
                let report = lines.iter().find(|line| line["id"] == witness["report"]).expect("it is listed");
                let name = report["captures"][0]["name"].as_str().expect("a name");
                let text = match name.trim_start_matches("./") {
                    "wire.txt" => WIRE,
                    "copy.txt" => COPY,
                    _ => SAME,
                };
                let at = |key: &str| witness[key].as_u64().expect("a number") as usize;
                assert_eq!(wording["text"], text[at("start")..at("end")]);
            }
        }
    }
}

#[test]
fn any_file_can_be_read_as_one_record_a_line() {
    let record = |id: &str, text: &str| serde_json::json!({ "id": id, "text": text }).to_string() + "\n";
    let pile = format!(
        "{}not a record\n{}{}",
        record("w", WIRE),
        record("c", COPY),
        "{\"id\": 7, \"text\": \"Short.\"}\n"
    );
    let folder = Folder::with(&[("pile", pile.as_bytes())]);
    let ended = folder.run(&["copies", "--jsonl", "pile", "--json"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.err.starts_with("warning: cannot read pile:2: "), "{}", ended.err);
    let lines = lines(&ended.out);
    let mut captures: Vec<(String, String)> = lines
        .iter()
        .filter(|line| line["record"] == "report")
        .map(|line| &line["captures"][0])
        .map(|capture| (capture["name"].to_string(), capture["record_id"].to_string()))
        .collect();
    captures.sort();
    let expected = [("pile:1", "w"), ("pile:3", "c"), ("pile:4", "7")]
        .map(|(name, id)| (format!("{name:?}"), format!("{id:?}")));
    assert_eq!(captures, expected);
    assert_eq!(lines.last().map(|line| line["record"].clone()), Some("unread".into()));
    let people = folder.run(&["copies", "--jsonl", "pile"]);
    assert!(people.out.contains("pile:1 0-"), "{}", people.out);
}

#[test]
fn copies_do_not_depend_on_order_or_threads() {
    let folder = folder();
    let one = folder.run(&["copies", "--json", "wire.txt", "copy.txt", "same.txt"]);
    let other = folder.run(&["copies", "--json", "--threads", "1", "same.txt", "copy.txt", "wire.txt"]);
    assert_eq!(one.out, other.out);
}

#[test]
fn two_hundred_wordings_are_shown_in_part_and_written_in_full() {
    let place = |n: usize| {
        format!("Page {n}\n\nAbout {n} people left the old harbour of Veld on Sunday after a fire.\n")
    };
    let texts: Vec<(String, String)> = (100..300).map(|n| (format!("{n}.txt"), place(n))).collect();
    let files: Vec<(&str, &[u8])> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let folder = Folder::with(&files);
    let shown = folder.run(&["copies", "."]).out;
    assert!(shown.contains("wordings: 10 of 200 (--all shows the rest)"), "{shown}");
    assert!(shown.lines().count() < 400, "{}", shown.lines().count());
    let written = folder.run(&["copies", "--json", "."]).out;
    assert_eq!(lines(&written)[1]["wordings"].as_array().map(Vec::len), Some(200));
}
