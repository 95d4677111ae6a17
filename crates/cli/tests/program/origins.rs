//! `stemma origins`: who stands behind one claim, and why.

use crate::claims::{STORY, folder, lines, listed};
use crate::folder::Folder;

/// The identifier of the only claim with these words.
fn claim_with(words: &str) -> String {
    let found = listed(&folder().run(&["claims", "--json", "coast.txt", "wire.txt", "--search", words]).out);
    assert_eq!(found.len(), 1, "{words}: {found:?}");
    found[0].clone()
}

#[test]
fn a_claim_is_found_by_identifier_beginning_number_or_words() {
    let folder = folder();
    let id = claim_with("1,600 people");
    let by_id = folder.run(&["origins", &id, "coast.txt", "wire.txt"]);
    assert_eq!((by_id.code, by_id.err.as_str()), (Some(0), ""));
    for expected in [&id, "Ada Roon", "at least 1:", "at most 1:", "speaker stated", "In dispute", "Silent"] {
        assert!(by_id.out.contains(expected), "{expected}: {}", by_id.out);
    }
    let list = folder.run(&["claims", "coast.txt", "wire.txt"]).out;
    let head = list.lines().find(|line| line.contains(&id)).expect("the list has it");
    let number = head.trim_start().split('.').next().expect("a number");
    for asked in [&id[..9], number, "1,600 people"] {
        let other = folder.run(&["origins", asked, "coast.txt", "wire.txt"]);
        assert_eq!(other.out, by_id.out, "{asked}: {}", other.err);
    }
}

#[test]
fn where_several_may_be_meant_they_are_listed_and_nothing_is_chosen() {
    let folder = Folder::with(&[]);
    for asked in ["the dam", "m"] {
        let ended = folder.run(&["origins", asked, STORY]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(if asked == "m" { 4 } else { 2 }), ""));
    }
    let ended = folder.run(&["origins", "the dam", STORY]);
    let ids = listed(&folder.run(&["claims", "--json", "--search", "the dam", STORY]).out);
    assert!(ids.len() > 1);
    assert!(ended.err.starts_with(&format!("error: {} claims may be meant by `the dam`", ids.len())));
    assert!(ids.iter().all(|id| ended.err.contains(id)), "{}", ended.err);
    assert!(ended.err.contains("hint: give one of these identifiers"), "{}", ended.err);
}

#[test]
fn a_claim_that_is_not_there_is_an_exit_code_of_its_own() {
    let folder = folder();
    for asked in ["m0000000000000000", "zebra", "999"] {
        let ended = folder.run(&["origins", asked, "coast.txt"]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(4), ""), "{asked}");
        assert!(ended.err.starts_with(&format!("error: no claim `{asked}`")), "{}", ended.err);
    }
    assert_eq!(folder.run(&["origins", "zebra", "coast.txt", "gone.txt"]).code, Some(1));
    for arguments in [&["origins", "...", "coast.txt"][..], &["origins", "1"], &["origins", "1", "gone"]] {
        let ended = folder.run(arguments);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{arguments:?}");
    }
}

#[test]
fn every_claim_of_the_story_has_its_tree() {
    let folder = Folder::with(&[]);
    let ids = listed(&folder.run(&["claims", "--json", "--disputed", STORY]).out);
    for id in ids.iter().take(3) {
        let ended = folder.run(&["origins", "--all", id, STORY]);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{id}");
        assert!(ended.out.contains("side 1:") && ended.out.contains("at most"), "{}", ended.out);
        assert!(!ended.out.contains("no disagreement found"), "{}", ended.out);
    }
}

#[test]
fn one_claim_as_records_has_all_that_it_rests_on() {
    let id = claim_with("1,600 people");
    let ended = folder().run(&["origins", "--json", &id, "coast.txt", "wire.txt"]);
    assert_eq!(listed(&ended.out), [id]);
    let records = lines(&ended.out);
    for kind in ["claim", "origin", "instance", "statement", "voice", "story", "report", "capture"] {
        assert!(records.iter().any(|record| record["record"] == kind), "{kind}: {}", ended.out);
    }
}
