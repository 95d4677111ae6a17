//! Rows of the invented story beside those that were written by hand before the program was first run on it: cell by cell.
//!
//! The floors are what is reached, and not what would be good: see `hadrel-dam.csv` for what a coder writes.

use std::collections::BTreeMap;
use std::process::Command;

const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/hadrel-dam");
const PLOVER_BY_HAND: &str = include_str!("hadrel-dam.csv");
const ACLED_BY_HAND: &str = include_str!("hadrel-dam.acled.csv");

type Row = BTreeMap<String, String>;

/// What agrees of the rows written by hand, and of those found.
#[derive(Debug, PartialEq, Eq)]
struct Agreement {
    rows_by_hand: usize,
    rows_found: usize,
    rows_matched: usize,
    cells: usize,
    cells_right: usize,
    cells_filled: usize,
    cells_filled_right: usize,
}

fn table(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    reader
        .records()
        .map(|row| {
            let row = row.expect("a row");
            header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
        })
        .collect()
}

fn found(format: &str) -> Vec<Row> {
    let arguments = ["events", STORY, "--date", "2019-03-12", "--format", format];
    let output = Command::new(env!("CARGO_BIN_EXE_stemma")).args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    table(&String::from_utf8(output.stdout).expect("UTF-8"))
}

fn plain(words: &str) -> String {
    let small = words.to_lowercase().replace('’', "'");
    small.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a cell is one of the wordings that a coder allows; names without their article are the same. Sub-types have slashes of
/// their own.
fn is_right(column: &str, by_hand: &str, found: &str) -> bool {
    let bare = |words: &str| plain(words).trim_start_matches("the ").to_owned();
    let alone = column.contains("type");
    let mut allowed = by_hand.split('/').map(bare);
    if alone { bare(by_hand) == bare(found) } else { allowed.any(|one| one == bare(found)) }
}

/// Each row by hand takes the row found that agrees in most cells, among those of its type.
fn compare(by_hand: &[Row], found: &[Row], key: &[&str]) -> Agreement {
    let mut free: Vec<&Row> = found.iter().collect();
    let mut sum = Agreement {
        rows_by_hand: by_hand.len(),
        rows_found: found.len(),
        rows_matched: 0,
        cells: 0,
        cells_right: 0,
        cells_filled: 0,
        cells_filled_right: 0,
    };
    for row in by_hand {
        let right =
            |other: &Row| row.iter().filter(|(name, cell)| is_right(name, cell, &other[*name])).count();
        let of_kind = |other: &&Row| key.iter().all(|name| row[*name] == other[*name]);
        let same_mode = |other: &Row| row.get("mode").is_none_or(|mode| *mode == other["mode"]);
        let best = free
            .iter()
            .enumerate()
            .filter(|(_, one)| of_kind(one))
            .max_by_key(|(at, one)| (same_mode(one), right(one), usize::MAX - at));
        let best = best.map(|(at, _)| at);
        sum.cells += row.len();
        sum.cells_filled += row.values().filter(|cell| !cell.is_empty()).count();
        let Some(at) = best else {
            println!("missing: {row:?}");
            continue;
        };
        let other = free.remove(at);
        sum.rows_matched += 1;
        for (name, cell) in row {
            let right = is_right(name, cell, &other[name]);
            sum.cells_right += usize::from(right);
            sum.cells_filled_right += usize::from(right && !cell.is_empty());
            if !right {
                println!(
                    "{name} of {:?}: {:?} by hand, {:?} found",
                    key.iter().map(|key| &row[*key]).collect::<Vec<_>>(),
                    cell,
                    other[name]
                );
            }
        }
    }
    free.iter().for_each(|row| println!("not by hand: {row:?}"));
    sum
}

#[test]
fn rows_with_plover_s_types_agree_with_those_by_hand_as_far_as_they_did() {
    let agreement = compare(&table(PLOVER_BY_HAND), &found("csv"), &["type"]);
    println!("{agreement:?}");
    assert_eq!((agreement.rows_by_hand, agreement.cells, agreement.cells_filled), (16, 176, 71));
    assert!(agreement.rows_matched >= 15 && agreement.rows_found <= 21, "{agreement:?}");
    assert!(agreement.cells_right >= 152 && agreement.cells_filled_right >= 56, "{agreement:?}");
}

#[test]
fn rows_with_acled_s_columns_agree_with_those_by_hand_as_far_as_they_did() {
    let agreement = compare(&table(ACLED_BY_HAND), &found("acled"), &["event_type", "sub_event_type"]);
    println!("{agreement:?}");
    assert_eq!((agreement.rows_by_hand, agreement.cells, agreement.cells_filled), (4, 28, 15));
    assert!(agreement.rows_matched >= 4 && agreement.rows_found <= 8, "{agreement:?}");
    assert!(agreement.cells_right >= 27 && agreement.cells_filled_right >= 14, "{agreement:?}");
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
