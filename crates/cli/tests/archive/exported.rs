//! What other programs get.

use crate::desk::Desk;
use serde_json::Value;

#[test]
fn every_table_is_a_file_and_nothing_in_it_a_formula() {
    let desk = Desk::with(3);
    std::fs::write(desk.reports().join("formula.txt"), "=cmd|calc\n\nThe dam is safe, the army said.\n")
        .expect("it can be written");
    desk.archive();
    desk.done(&["export", "desk", "tables"]);
    let table = |name: &str| std::fs::read_to_string(desk.path("tables").join(name)).expect("it can be read");
    assert_eq!(
        table("reports.csv").lines().next().map(|line| line.starts_with("id,text,bytes,title,")),
        Some(true)
    );
    assert!(table("reports.csv").contains(",'=cmd|calc,"));
    assert!(table("lonely_claims.csv").starts_with("claim,wording,n_reports,origins,origin,story\n"));
    assert!(!desk.path("tables/kept.csv").exists() && !desk.path("tables/words.csv").exists());
    assert_eq!(desk.stemma(&["export", "desk", "tables"]).status.code(), Some(2), "it is not empty any more");
}

#[test]
fn annotations_count_characters_and_repeat_the_words() {
    let desk = Desk::with(0);
    let text = "Café flooded\n\nThe café – the oldest in Brannock – was flooded, the mayor said.\n";
    std::fs::write(desk.path("a.txt"), text).expect("it can be written");
    desk.done(&["init", "desk"]);
    desk.done(&["add", "desk", "a.txt"]);
    desk.done(&["run", "desk"]);
    desk.done(&["export", "desk", "marks", "--as", "annotations"]);
    let lines = std::fs::read_to_string(desk.path("marks/annotations.jsonl")).expect("it can be read");
    let characters: Vec<char> = text.chars().collect();
    assert!(lines.lines().count() > 1);
    for line in lines.lines() {
        let annotation: Value = serde_json::from_str(line).expect("it is JSON");
        let selectors = &annotation["target"]["selector"];
        let bound = |key: &str| selectors[0][key].as_u64().expect("it is a number") as usize;
        let words: String = characters[bound("start")..bound("end")].iter().collect();
        assert_eq!(selectors[1]["exact"], words);
    }
}
