//! Rows of the invented story beside those that were written by hand before the program was first run on it: cell by cell.
//!
//! The floors are what is reached, and not what would be good: see `hadrel-dam.csv` for what a coder writes.

mod compare;
mod stories;

use compare::{Row, compare, table};
use std::process::Command;

const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/hadrel-dam");
const PLOVER_BY_HAND: &str = include_str!("hadrel-dam.csv");
const ACLED_BY_HAND: &str = include_str!("hadrel-dam.acled.csv");

fn found(format: &str) -> Vec<Row> {
    let arguments = ["events", STORY, "--date", "2019-03-12", "--format", format];
    let output = Command::new(env!("CARGO_BIN_EXE_stemma")).args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    table(&String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn rows_with_plover_s_types_agree_with_those_by_hand_as_far_as_they_did() {
    let agreement = compare(&table(PLOVER_BY_HAND), &found("csv"), |row, other| row["type"] == other["type"]);
    agreement.print();
    assert_eq!((agreement.rows_by_hand, agreement.cells_filled), (16, 71));
    assert!(agreement.rows_matched >= 15 && agreement.rows_found <= 21, "{agreement:?}");
    let cells = agreement.cells();
    assert!(cells.right + cells.empty >= 152 && cells.right >= 56, "{agreement:?}");
}

#[test]
fn rows_with_acled_s_columns_agree_with_those_by_hand_as_far_as_they_did() {
    let agreement = compare(&table(ACLED_BY_HAND), &found("acled"), |row, other| {
        ["event_type", "sub_event_type"].iter().all(|key| row[*key] == other[*key])
    });
    agreement.print();
    assert_eq!((agreement.rows_by_hand, agreement.cells_filled), (4, 15));
    assert!(agreement.rows_matched >= 4 && agreement.rows_found <= 8, "{agreement:?}");
    let cells = agreement.cells();
    assert!(cells.right + cells.empty >= 27 && cells.right >= 14, "{agreement:?}");
}

#[test]
fn nobody_is_said_to_be_dead_of_violence_where_a_flood_killed_them() {
    for row in found("acled") {
        assert_eq!((row["fatalities"].as_str(), row["fatalities_low"].as_str()), ("", ""), "{row:?}");
    }
}

/// A list of one's own beside a story, and the rows that it gives.
fn with_places(list: &str) -> std::process::Output {
    let folder =
        std::env::temp_dir().join(format!("stemma-own-places-{}-{}", std::process::id(), list.len()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let own = folder.join("places.csv");
    std::fs::write(&own, list).expect("a list");
    let program = Command::new(env!("CARGO_BIN_EXE_stemma"))
        .args(["events", STORY, "--date", "2019-03-12", "--format", "acled", "--places"])
        .arg(&own)
        .output();
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    program.expect("it runs")
}

#[test]
fn places_of_ones_own_give_rows_their_coordinates() {
    let output =
        with_places("name,latitude,longitude,country,kind,aliases\nHadrel,12.5,33.75,,,Hadrel dam;the dam\n");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let rows = table(&String::from_utf8(output.stdout).expect("UTF-8"));
    let near = |row: &&Row| row["latitude"] == "12.5000" && row["longitude"] == "33.7500";
    let located: Vec<&Row> = rows.iter().filter(near).collect();
    assert!(!located.is_empty(), "{rows:?}");
    for row in located {
        assert!(row["location"].contains("dam") || row["location"].contains("Hadrel"), "{row:?}");
        assert!(["1", "2"].contains(&row["geo_precision"].as_str()), "{row:?}");
        assert_eq!(row["country"], "", "the list names none");
    }
}

#[test]
fn a_malformed_list_of_places_is_named_with_line_and_column() {
    let output = with_places("name,latitude,longitude,country,kind,aliases\nHadrel,north,33.75,,,\n");
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("places.csv, line 2, column") && error.contains("latitude"), "{error}");
}
