//! `stemma explain`: how is a finding known?

use crate::claims::{STORY, folder, lines};
use crate::folder::Folder;
use std::collections::BTreeMap;

/// One identifier of each kind of finding in an account.
fn one_of_each(folder: &Folder, files: &str) -> BTreeMap<String, String> {
    let records = lines(&folder.run(&["--json", files]).out).into_iter();
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    records.filter_map(|record| Some((text(&record["record"])?, text(&record["id"])?))).collect()
}

#[test]
fn every_kind_of_finding_is_explained() {
    let folder = Folder::with(&[]);
    let found = one_of_each(&folder, STORY);
    for kind in ["report", "passage", "family", "edit", "descent", "statement", "voice", "story", "instance"]
    {
        assert!(found.contains_key(kind), "{kind}");
    }
    for (kind, id) in found {
        let ended = folder.run(&["explain", &id, STORY]);
        assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""), "{kind}");
        for expected in [&format!("{kind} {id}"), "How it was found", "docs/method.md", "What rests on it"] {
            assert!(ended.out.contains(expected), "{expected}: {}", ended.out);
        }
    }
}

#[test]
fn an_explanation_as_records_has_rules_and_findings() {
    let folder = folder();
    let found = one_of_each(&folder, "wire.txt");
    let id = &found["instance"];
    let ended = folder.run(&["explain", "--json", id, "wire.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let records = lines(&ended.out);
    assert_eq!(
        (&records[0]["schema"], &records[0]["finding"]),
        (&"stemma.explanation/1".into(), &id.as_str().into())
    );
    let rules = records.iter().filter(|record| record["record"] == "rule");
    assert!(rules.clone().count() > 2);
    assert!(rules.into_iter().all(|rule| rule["section"].is_string() && rule["rule"].is_string()));
    for kind in ["claim", "origin", "instance"] {
        assert!(records.iter().any(|record| record["record"] == kind), "{kind}");
    }
}

#[test]
fn a_beginning_is_enough_where_it_is_the_only_one() {
    let folder = folder();
    let id = &one_of_each(&folder, "wire.txt")["report"];
    let whole = folder.run(&["explain", id, "wire.txt"]);
    assert_eq!(folder.run(&["explain", "r", "wire.txt"]).out, whole.out);
    let several = folder.run(&["explain", "s", "wire.txt"]);
    assert_eq!((several.code, several.out.as_str()), (Some(2), ""));
    assert!(several.err.starts_with("error: 2 findings begin with `s`:"), "{}", several.err);
    assert!(several.err.contains("statement s"), "{}", several.err);
}

#[test]
fn a_finding_that_is_not_there_is_an_exit_code_of_its_own() {
    let folder = folder();
    let ended = folder.run(&["explain", "m0000000000000000", "wire.txt"]);
    assert_eq!((ended.code, ended.out.as_str()), (Some(4), ""));
    assert!(ended.err.starts_with("error: no finding `m0000000000000000`"), "{}", ended.err);
    assert_eq!(folder.run(&["explain", "m0000000000000000", "wire.txt", "gone.txt"]).code, Some(1));
    for asked in ["", "17", "deal", "m00000000000000000", "M0", "m0\u{1b}[2J"] {
        let ended = folder.run(&["explain", asked, "wire.txt"]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(2), ""), "{asked}");
        assert!(ended.err.contains("is no identifier") && !ended.err.contains('\u{1b}'), "{}", ended.err);
    }
}
