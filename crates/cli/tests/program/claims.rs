//! `stemma claims`: what is claimed, story by story, for people and for programs.

use crate::folder::Folder;
use serde_json::Value;
use std::collections::BTreeSet;

/// The invented story that comes with the program.
pub const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/hadrel-dam");

const WIRE: &str = "Harbour of Veld reopens\n\n\
    About 1,600 people left the harbour of Veld on Sunday, harbour master Ada Roon said.\n\n\
    A deal with the dockers was reached on Monday, the ministry said.\n";
const COAST: &str = "Ferries sail again\n\n\
    The union denied that a deal with the dockers was reached on Monday.\n\n\
    The last ferry leaves at nine.\n";

/// Two reports, one of which denies what the other says.
pub fn folder() -> Folder {
    Folder::with(&[("coast.txt", COAST.as_bytes()), ("wire.txt", WIRE.as_bytes())])
}

/// Standard output as JSON, line by line.
pub fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

/// The identifiers of the claims that a run lists.
pub fn listed(out: &str) -> Vec<String> {
    let header = lines(out).remove(0);
    assert_eq!(header["schema"], "stemma.claims/1");
    let claims = header["claims"].as_array().expect("a list").iter();
    claims.map(|id| id.as_str().expect("an identifier").to_owned()).collect()
}

#[test]
fn every_claim_has_an_identifier_and_who_stands_behind_it() {
    let ended = folder().run(&["claims", "coast.txt", "wire.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    for expected in ["Claims", "story t", "Ada Roon", "at most", "1. m", "silent"] {
        assert!(ended.out.contains(expected), "{expected}: {}", ended.out);
    }
    let json = folder().run(&["claims", "--json", "coast.txt", "wire.txt"]);
    let ids = listed(&json.out);
    assert!(ids.len() > 2);
    for id in ids {
        assert!(ended.out.contains(&id), "{id}: {}", ended.out);
    }
}

#[test]
fn a_long_list_says_how_much_of_it_is_shown() {
    let folder = Folder::with(&[]);
    let total = listed(&folder.run(&["claims", "--json", STORY]).out).len();
    let ended = folder.run(&["claims", STORY]);
    assert!(ended.out.contains(&format!("Claims: 20 of {total} (--all shows the rest)")), "{}", ended.out);
    let all = folder.run(&["claims", "--all", STORY]);
    assert!(all.out.contains(&format!("{total}. m")), "{}", all.out);
}

#[test]
fn the_numbers_of_claims_are_the_same_in_every_list() {
    let folder = Folder::with(&[]);
    let all = folder.run(&["claims", "--all", STORY]).out;
    for filter in [&["--disputed"][..], &["--lonely"], &["--search", "the dam"]] {
        let some = folder.run(&[&["claims", "--all", STORY], filter].concat());
        assert_eq!(some.code, Some(0), "{filter:?}: {}", some.err);
        let heads = some.out.lines().filter(|line| line.contains(". m")).collect::<Vec<_>>();
        assert!(!heads.is_empty() && heads.len() < all.lines().filter(|line| line.contains(". m")).count());
        for head in heads {
            assert!(all.contains(head), "{filter:?}: {head}");
        }
    }
}

#[test]
fn what_is_disputed_is_in_a_disagreement_and_what_is_lonely_has_one_origin() {
    let folder = Folder::with(&[]);
    let disputed = folder.run(&["claims", "--disputed", "--json", STORY]).out;
    let records = lines(&disputed);
    let of_kind = |kind: &'static str| records.iter().filter(move |record| record["record"] == kind);
    let in_dispute: BTreeSet<&str> = of_kind("disagreement")
        .flat_map(|found| found["claims"].as_array().expect("a list"))
        .map(|id| id.as_str().expect("an identifier"))
        .collect();
    let ids = listed(&disputed);
    assert!(!ids.is_empty() && ids.iter().all(|id| in_dispute.contains(id.as_str())));
    let lonely = folder.run(&["claims", "--lonely", "--json", STORY]).out;
    let ids = listed(&lonely);
    assert!(!ids.is_empty());
    for claim in lines(&lonely).iter().filter(|one| one["record"] == "claim") {
        if ids.iter().any(|id| claim["id"] == id.as_str()) {
            assert!(claim["origins"].as_array().is_some_and(|origins| origins.len() == 1), "{claim}");
            assert!(claim["n_reports"].as_u64() > Some(1), "{claim}");
        }
    }
}

#[test]
fn a_claim_that_nobody_makes_is_an_exit_code_of_its_own() {
    let folder = folder();
    let ended = folder.run(&["claims", "coast.txt", "--search", "zebra"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(4), ""));
    assert!(ended.out.contains("no such claim found"), "{}", ended.out);
    let partly = folder.run(&["claims", "coast.txt", "gone.txt", "--search", "zebra"]);
    assert_eq!(partly.code, Some(1), "what was not read may have it");
    let nothing = folder.run(&["claims", "coast.txt", "--search", " ."]);
    assert_eq!((nothing.code, nothing.out.as_str()), (Some(2), ""));
    assert!(nothing.err.starts_with("error: --search needs a word"), "{}", nothing.err);
}

#[test]
fn a_pile_without_claims_has_an_empty_list() {
    let folder = Folder::with(&[("page.txt", b"By Tom Ferrow\n\nMore news: Ferry fares to rise\n")]);
    let ended = folder.run(&["claims", "page.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    assert!(ended.out.contains("no claim found"), "{}", ended.out);
    assert_eq!(folder.run(&["claims", "--lonely", "page.txt"]).code, Some(4));
    let none = folder.run(&["claims", "gone"]);
    assert_eq!((none.code, none.out.as_str()), (Some(2), ""));
}

#[test]
fn records_are_those_of_the_account() {
    let folder = folder();
    let account: BTreeSet<String> =
        folder.run(&["--json", "coast.txt", "wire.txt"]).out.lines().map(str::to_owned).collect();
    let ended = folder.run(&["claims", "--json", "coast.txt", "wire.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    assert!(ended.out.lines().skip(1).all(|line| account.contains(line)));
    assert!(ended.out.lines().count() > 10);
}

#[test]
fn claims_do_not_depend_on_order_or_threads() {
    let folder = folder();
    for json in [&["--json"][..], &[]] {
        let one = folder.run(&[&["claims", "wire.txt", "coast.txt"], json].concat());
        let other = folder.run(&[&["claims", "--threads", "1", "coast.txt", "wire.txt"], json].concat());
        assert_eq!(one.out, other.out);
    }
}

#[test]
fn records_of_a_file_of_lines_are_read_whatever_it_is_called() {
    let record = serde_json::json!({ "text": WIRE }).to_string();
    let folder = Folder::with(&[("pile", record.as_bytes())]);
    let ended = folder.run(&["claims", "--jsonl", "pile"]);
    assert_eq!(ended.code, Some(0), "{}", ended.err);
    assert!(ended.out.contains("Ada Roon"), "{}", ended.out);
}
