//! Places: on the terminal, in the account that is kept, and with a list of one's own.

use crate::folder::Folder;
use serde_json::Value;

const REPORTS: [(&str, &[u8]); 3] = [
    (
        "a.txt",
        b"Fighting went on in Homs, Syria, on Monday.\n\nShells fell at Ostmark Ford, a doctor said.\n",
    ),
    ("b.txt", b"A road near Homs was closed on Monday, the army said.\n"),
    ("own.csv", b"name,latitude,longitude,country,division,kind\nOstmark Ford,34.5,36.5,SY,Homs,site\n"),
];

fn records(written: &str) -> Vec<Value> {
    written.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

fn places(records: &[Value]) -> Vec<&Value> {
    records.iter().filter(|record| record["record"] == "place").collect()
}

#[test]
fn the_terminal_says_where_with_reports_claims_and_precision() {
    let ended = Folder::with(&REPORTS).run(&["a.txt", "b.txt"]);
    let (_, section) = ended.out.split_once("\nWhere\n").expect("the section");
    let line = |name: &str| section.lines().find(|line| line.contains(name)).unwrap_or_default();
    assert!(line("Homs, ").trim_start().starts_with("2  "), "{section}");
    assert!(section.contains("the place itself, 34.7"), "{section}");
    assert!(line("Syria, country").trim_start().starts_with("1  "), "{section}");
}

#[test]
fn names_of_places_are_kept_verified_and_explained() {
    let folder = Folder::with(&REPORTS);
    let kept = folder.run(&["--json", "a.txt", "b.txt"]).out;
    let all = records(&kept);
    let homs = places(&all).into_iter().find(|place| place["span"]["text"] == "Homs").expect("it is named");
    let latitude = homs["place"]["latitude"].as_i64().expect("a whole number");
    assert!(homs["place"]["country"] == "SY" && (3_470_000..3_475_000).contains(&latitude), "{homs}");
    assert!(all[0]["tables"].as_array().expect("tables").iter().any(|table| table["name"] == "gazetteer"));
    std::fs::write(folder.path().join("account.jsonl"), &kept).expect("written");
    let verified = folder.run(&["verify", "account.jsonl", "a.txt", "b.txt"]);
    assert!(verified.out.starts_with("verified: "), "{}", verified.out);
    std::fs::write(folder.path().join("forged.jsonl"), kept.replace("\"Homs\"", "\"Hama\""))
        .expect("written");
    let forged = folder.run(&["verify", "forged.jsonl", "a.txt", "b.txt"]);
    assert!(forged.out.contains("reads `Homs` in the source"), "{}", forged.out);
    let id = homs["id"].as_str().expect("an identifier");
    let explained = folder.run(&["explain", id, "a.txt", "b.txt"]);
    assert!(explained.out.starts_with(&format!("place {id} {{Homs}}")), "{}", explained.out);
    assert!(explained.out.contains("How it was found"), "{}", explained.out);
}

#[test]
fn a_list_of_ones_own_is_named_by_its_hash_and_needed_for_nothing_else() {
    let folder = Folder::with(&REPORTS);
    let files = ["a.txt", "b.txt"];
    let alone = records(&folder.run(&["--json", "a.txt", "b.txt"]).out);
    let kept = folder.run(&["--json", "--places", "own.csv", "a.txt", "b.txt"]).out;
    let with = records(&kept);
    let ford =
        places(&with).into_iter().find(|place| place["span"]["text"] == "Ostmark Ford").expect("listed");
    assert_eq!(
        (&ford["place"]["division"], &ford["reasons"][0]["reason"]),
        (&"Homs".into(), &"listed".into())
    );
    assert_ne!(alone[0]["digest"], with[0]["digest"]);
    let names = |records: &[Value]| records[0]["tables"].as_array().expect("tables").len();
    assert_eq!(names(&with), names(&alone) + 1);
    std::fs::write(folder.path().join("account.jsonl"), &kept).expect("written");
    let verified = folder.run(&["verify", "account.jsonl", files[0], files[1]]);
    assert!(verified.out.starts_with("verified: "), "{}", verified.out);
}
