//! `stemma trace`: where a sentence stands, verbatim or changed.

use crate::folder::Folder;
use serde_json::Value;

fn folder() -> Folder {
    let record = |date: &str, text: &str| serde_json::json!({ "published": date, "text": text }).to_string();
    Folder::with(&[
        (
            "first.json",
            record("2024-03-02", "The army said the harbour of Veld is entirely safe.").as_bytes(),
        ),
        (
            "second.json",
            record("2024-03-01", "\u{201c}The harbour of Veld is entirely safe,\u{201d} it said.").as_bytes(),
        ),
        ("third.txt", b"Rain fell.\n\nThe old harbour of Veld, he claimed, is not safe.\n"),
    ])
}

const QUERY: &str = "The harbour of Veld is entirely safe.";

#[test]
fn places_with_the_same_words_come_first_and_the_earliest_of_them_leads() {
    let ended = folder().run(&["trace", QUERY, "first.json", "second.json", "third.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let at = |words: &str| ended.out.find(words).unwrap_or_else(|| panic!("{words}: {}", ended.out));
    assert!(
        at("at 3 places: 2 with the same words, 1 changed") < at("second.json 3-39, published 2024-03-01")
    );
    assert!(at("second.json") < at("first.json 14-50, published 2024-03-02"));
    assert!(at("first.json") < at("third.txt:3"));
    assert!(at("[-entirely-]") < at("{+not+}"));
}

#[test]
fn the_exit_code_says_that_nothing_was_found() {
    let folder = folder();
    let ended = folder.run(&["trace", "Nobody in the mountains heard the bells", "."]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(4), ""));
    assert!(ended.out.contains("stands in none of 3 reports"), "{}", ended.out);
    let partly = folder.run(&["trace", "Nobody in the mountains heard the bells", ".", "gone.txt"]);
    assert_eq!(partly.code, Some(1), "what was not read may have it");
}

#[test]
fn a_paragraph_is_looked_for_sentence_by_sentence() {
    let query = format!("{QUERY} Nobody in the mountains heard the bells.");
    for arguments in [&["trace", "-", "."][..], &["trace", "-", ".", "--json"]] {
        let ended = folder().run_with(arguments, query.as_bytes());
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    }
    let ended = folder().run_with(&["trace", "--json", "-", "."], query.as_bytes());
    let lines: Vec<Value> =
        ended.out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let kinds: Vec<_> = lines.iter().map(|line| line["record"].as_str().expect("a kind")).collect();
    assert_eq!(kinds, ["trace", "sentence", "place", "place", "place", "sentence"]);
    assert_eq!(lines[0]["counts"]["reports"], 3);
    assert_eq!(lines[1]["text"], QUERY.trim_end_matches('.'));
    assert_eq!((&lines[2]["same_words"], &lines[4]["same_words"]), (&Value::Bool(true), &Value::Bool(false)));
    assert_eq!(lines[2]["published"]["value"], "2024-03-01");
    assert_eq!(lines[5]["places"], 0);
}

#[test]
fn words_that_look_like_options_stand_behind_two_hyphens() {
    let ended = folder().run(&["trace", "--", "- The harbour of Veld is entirely safe", "first.json"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
}

#[test]
fn what_is_no_query_is_refused() {
    for arguments in [&["trace", "...", "first.json"][..], &["trace", "-", "-"], &["trace", "safe"]] {
        let ended = folder().run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
    }
}
