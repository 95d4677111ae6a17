//! `stemma events`: rows for a coder, with the evidence of each cell.

use crate::folder::Folder;
use serde_json::Value;
use std::collections::BTreeMap;

const WIRE: &str = "Rebels attack Lower Tolm\n\n\
    Rebels attacked Lower Tolm on 4 March 2019, killing at least six soldiers, a doctor said.\n\n\
    Police arrested two journalists in Vessary on 5 March 2019.\n\n\
    Dozens of people were killed in an air strike in Orna on 6 March 2019.\n\n\
    The minister said that the harvest was good.\n";
const HOSTILE: &str = "@SUM(A1) army attacked the village of Orna on 7 March 2019.\n";

type Row = BTreeMap<String, String>;

fn folder() -> Folder {
    Folder::with(&[("wire.txt", WIRE.as_bytes())])
}

fn table(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let row = |row: csv::StringRecord| {
        header.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|one| row(one.expect("a row"))).collect()
}

#[test]
fn a_row_has_what_the_words_say_and_nothing_else() {
    let ended = folder().run(&["events", "wire.txt"]);
    assert_eq!((ended.code, ended.err.as_str()), (Some(0), ""));
    let rows = table(&ended.out);
    let attack = rows.iter().find(|row| row["date"] == "2019-03-04").expect("an attack");
    assert_eq!(
        (attack["type"].as_str(), attack["actor"].as_str(), attack["killed_low"].as_str()),
        ("ASSAULT", "Rebels", "6")
    );
    assert_eq!((attack["killed_high"].as_str(), attack["injured_low"].as_str()), ("", ""));
    let arrest = rows.iter().find(|row| row["type"] == "COERCE").expect("an arrest");
    assert_eq!((arrest["mode"].as_str(), arrest["place"].as_str()), ("arrest", "Vessary"));
    assert!(!ended.out.contains("harvest"), "{}", ended.out);
}

#[test]
fn acled_s_columns_are_a_draft_and_what_is_unknown_is_empty() {
    let rows = table(&folder().run(&["events", "--format", "acled", "wire.txt"]).out);
    let strike = rows.iter().find(|row| row["event_date"] == "2019-03-06").expect("an air strike");
    assert_eq!(strike["sub_event_type"], "Air/drone strike");
    assert_eq!((strike["fatalities"].as_str(), strike["fatalities_low"].as_str()), ("12", ""));
    for column in ["latitude", "longitude", "iso", "civilian_targeting", "interaction", "fatalities_high"] {
        assert_eq!(strike[column], "", "{column}");
    }
    assert!(strike["notes"].starts_with('“') && strike["notes"].ends_with('”'), "{}", strike["notes"]);
}

/// Where a row is that tells of one sentence: words, latitude, precision, country.
fn located(sentence: &str) -> [String; 4] {
    let folder = Folder::with(&[("a.txt", format!("{sentence}\n").as_bytes())]);
    let rows = table(&folder.run(&["events", "--format", "acled", "a.txt"]).out);
    assert_eq!(rows.len(), 1, "{sentence}: {rows:?}");
    ["location", "latitude", "geo_precision", "country"].map(|column| rows[0][column].clone())
}

#[test]
fn a_row_has_one_place_or_none() {
    let [location, latitude, precision, country] =
        located("Rebels attacked a market in Homs, Syria, on 6 March 2019, killing six traders.");
    assert!(location.contains("Homs") && latitude.starts_with("34.7"), "{location} {latitude}");
    assert_eq!((precision.as_str(), country.as_str()), ("1", "Syria"), "one place lies in the other");
    for two in [
        "Rebels attacked markets in Homs and Aleppo on 6 March 2019, killing six traders.",
        "Rebels attacked markets in Homs and Iraq on 6 March 2019, killing six traders.",
    ] {
        let [location, rest @ ..] = located(two);
        assert!(location.contains("Homs"), "{location}");
        assert_eq!(rest, ["", "", ""], "{location}: two places have no one point");
    }
}

#[test]
fn each_cell_opens_at_its_bytes() {
    for format in ["csv", "acled"] {
        let folder = folder();
        let ended = folder.run(&["events", "--format", format, "-o", "rows.csv", "wire.txt"]);
        assert_eq!((ended.code, ended.out.as_str()), (Some(0), ""));
        let evidence = table(&std::fs::read_to_string(folder.path().join("evidence.csv")).expect("written"));
        assert!(evidence.len() > 20);
        for line in &evidence {
            let at = |column: &str| line[column].parse::<usize>().expect("a number");
            let words = &WIRE[at("start")..at("end")];
            assert_eq!(words.split_whitespace().collect::<Vec<_>>().join(" "), line["words"]);
        }
        let rows = table(&std::fs::read_to_string(folder.path().join("rows.csv")).expect("written"));
        for row in &rows {
            for column in ["actor", "recipient", "place", "actor1", "location"] {
                let Some(cell) = row.get(column).filter(|cell| !cell.is_empty()) else { continue };
                let proved = |line: &&Row| {
                    line["row"] == row["row"] && line["column"] == column && cell.contains(&line["words"])
                };
                assert!(evidence.iter().any(|line| proved(&line)), "{column}: {cell}");
            }
        }
    }
}

#[test]
fn json_lines_have_a_header_and_cells_with_places() {
    let out = folder().run(&["events", "--format", "jsonl", "wire.txt"]).out;
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines[0]["schema"], "stemma.events/1");
    assert_eq!(lines.len() as u64 - 1, lines[0]["counts"]["rows"].as_u64().expect("a number"));
    let place = &lines[1]["cells"]["actor"]["places"][0];
    let at = |name: &str| place[name].as_u64().expect("a number") as usize;
    assert_eq!(&WIRE[at("start")..at("end")], place["words"].as_str().expect("words"));
}

#[test]
fn a_coder_s_actors_and_rows_are_known_again() {
    let folder = Folder::with(&[
        ("wire.txt", WIRE.as_bytes()),
        ("actors.csv", b"name,aliases,type\nUpland Front,rebels;Front,2\n"),
        ("coded.csv", b"event_date,event_type,location\n2019-03-05,Strategic developments,Vessary\n2019-03-05,Battles,Vessary\n"),
    ]);
    let out = folder
        .run(&["events", "--format", "acled", "--actors", "actors.csv", "--known", "coded.csv", "wire.txt"])
        .out;
    let rows = table(&out);
    let attack = rows.iter().find(|row| row["event_date"] == "2019-03-04").expect("an attack");
    assert_eq!((attack["actor1"].as_str(), attack["inter1"].as_str()), ("Upland Front", "2"));
    let known: Vec<&str> =
        rows.iter().map(|row| row["known_row"].as_str()).filter(|line| !line.is_empty()).collect();
    assert_eq!(known, ["2"], "{out}");
}

#[test]
fn a_table_of_ones_own_is_read_and_what_is_wrong_with_it_is_said() {
    let folder = Folder::with(&[
        ("wire.txt", b"The rebels zapped two soldiers in Orna.\n"),
        ("good.table", b"[ASSAULT firearms]\nzap\n"),
        ("bad.table", b"[ASSAULT]\nzap | above all\n"),
        ("actors.csv", b"name,aliases\n"),
    ]);
    let out = folder.run(&["events", "--event-table", "good.table", "wire.txt"]).out;
    assert!(out.contains("ASSAULT,firearms"), "{out}");
    let ended = folder.run(&["events", "--event-table", "bad.table", "wire.txt"]);
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.err, "error: bad.table, line 2, column 7: above is no place that words can stand at\n");
    let ended = folder.run(&["events", "--actors", "actors.csv", "wire.txt"]);
    assert_eq!(
        ended.err,
        "error: actors.csv, line 1: the column type is missing; there must be name, aliases, type\n"
    );
}

#[test]
fn no_cell_begins_a_formula() {
    let folder = Folder::with(&[("wire.txt", HOSTILE.as_bytes())]);
    for format in ["csv", "acled"] {
        for row in table(&folder.run(&["events", "--format", format, "wire.txt"]).out) {
            for (column, cell) in row {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{column}: {cell}");
            }
        }
    }
}

#[test]
fn evidence_does_not_replace_the_rows() {
    let ended = folder().run(&["events", "-o", "evidence.csv", "wire.txt"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.err.contains("another name"), "{}", ended.err);
}
