//! Rows with ACLED's columns, as a draft: what only a person can decide is empty.

use super::acled_kinds::kinds;
use super::cells::{Cell, Rows};
use super::csv_line;
use super::known::number_of;
use super::site::Site;
use stemma::event::EventRow;
use stemma::model::{EventFactuality, Span, Toll};

/// ACLED's columns, and behind them ours.
pub const ACLED_COLUMNS: [&str; 38] = [
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude",
    "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
    "row", "fatalities_low", "fatalities_high", "fatalities_words", "candidates", "factuality", "plover",
];

/// What ACLED counts for words without a number.
const VAGUE: [(&str, u64); 3] = [("tens", 10), ("dozens", 12), ("hundreds", 100)];

/// The rows that ACLED would have: what happened, or is said to have or not to have, of a kind that it codes.
pub fn coded<'a>(rows: &'a Rows<'a>) -> impl Iterator<Item = (usize, &'a EventRow)> {
    rows.all().filter(|(_, row)| {
        let told = |factuality: EventFactuality| {
            matches!(factuality, EventFactuality::Actual | EventFactuality::Alleged | EventFactuality::Denied)
        };
        rows.events(row).any(|event| told(event.factuality)) && !kinds(rows, row).is_empty()
    })
}

/// The cells of a row, in the order of the columns.
pub fn cells(rows: &Rows, number: usize, row: &EventRow) -> Vec<Cell> {
    let kinds = kinds(rows, row);
    let one = |pick: fn(&(&'static str, &'static str)) -> &'static str| {
        let mut all: Vec<&str> = kinds.iter().map(pick).collect();
        all.dedup();
        if all.len() == 1 { all[0].to_owned() } else { String::new() }
    };
    let (event_type, sub_type) = (one(|kind| kind.0), one(|kind| kind.1));
    let candidates = if sub_type.is_empty() {
        kinds.iter().map(|(kind, sub)| format!("{kind}: {sub}")).collect::<Vec<_>>().join(" | ")
    } else {
        String::new()
    };
    let predicates = rows.places(row, |event| vec![event.predicate]);
    let by_predicate = |value: String| match value.is_empty() {
        true => Cell::default(),
        false => Cell { value, places: predicates.clone() },
    };
    let day = rows.day(row);
    let site = Site::of(rows, row);
    let (actor1, inter1) = rows.actor(row, |event| event.actors.clone());
    let (actor2, inter2) = rows.actor(row, |event| event.recipients.clone());
    let (low, high) = rows.toll(row, |event| event.killed);
    let plover = rows.kinds(row).iter().map(|kind| match &kind.mode {
        Some(mode) => format!("{} {mode}", kind.kind.name()),
        None => kind.kind.name().to_owned(),
    });
    let plover = plover.collect::<Vec<_>>().join(" | ");
    ACLED_COLUMNS
        .iter()
        .map(|column| match *column {
            "event_date" => day.clone(),
            "year" => {
                Cell { value: day.value.get(..4).unwrap_or_default().to_owned(), places: day.places.clone() }
            }
            "time_precision" if !day.value.is_empty() => {
                Cell { value: "1".to_owned(), places: day.places.clone() }
            }
            "event_type" => by_predicate(event_type.clone()),
            "sub_event_type" => by_predicate(sub_type.clone()),
            "disorder_type" => by_predicate(disorder(&event_type, &sub_type).to_owned()),
            "actor1" => actor1.clone(),
            "inter1" => Cell::plain(inter1.clone()),
            "actor2" => actor2.clone(),
            "inter2" => Cell::plain(inter2.clone()),
            "location" => rows.named(row, |event| event.places.clone()),
            "country" => site.country.clone(),
            "admin1" => site.division.clone(),
            "latitude" => site.latitude.clone(),
            "longitude" => site.longitude.clone(),
            "geo_precision" => site.precision.clone(),
            "source" => Cell::plain(rows.reports(row)),
            "notes" => rows.notes(row),
            "fatalities" => conservative(rows, row, &low),
            "row" => Cell::plain(number.to_string()),
            "fatalities_low" => low.clone(),
            "fatalities_high" => high.clone(),
            "fatalities_words" => rows.toll_words(row, |event| event.killed),
            "candidates" => by_predicate(candidates.clone()),
            "factuality" => rows.factuality(row),
            "plover" => by_predicate(plover.clone()),
            _ => Cell::default(),
        })
        .collect()
}

/// ACLED's conservative count: the lowest that is told; for words without a number what its guide sets; empty where nobody tells
/// of any.
fn conservative(rows: &Rows, row: &EventRow, low: &Cell) -> Cell {
    if !low.value.is_empty() {
        return low.clone();
    }
    let vague = |toll: Toll, place: Span| {
        let words = rows.words(Span { range: toll.range, ..place }).to_lowercase();
        VAGUE.iter().find(|(word, _)| words.contains(word)).map(|(_, count)| *count)
    };
    let counts = rows.events(row).filter_map(|event| vague(event.killed?, event.span));
    let places = rows.places(row, |event| event.killed.map(|toll| toll.range).into_iter().collect());
    counts.min().map_or(Cell::default(), |count| Cell { value: count.to_string(), places })
}

fn disorder(event_type: &str, sub_type: &str) -> &'static str {
    match (event_type, sub_type) {
        ("Battles" | "Explosions/Remote violence" | "Violence against civilians", _) => "Political violence",
        ("Protests", "Peaceful protest" | "Protest with intervention") => "Demonstrations",
        ("Strategic developments", _) => "Strategic developments",
        _ => "",
    }
}

/// The table.
pub fn write(rows: &Rows) -> String {
    let marked = !rows.known.is_empty();
    let mut columns: Vec<&str> = ACLED_COLUMNS.to_vec();
    columns.extend(marked.then_some("known_row"));
    let mut written = csv_line(columns);
    for (number, row) in coded(rows) {
        let mut values: Vec<String> = cells(rows, number, row).into_iter().map(|cell| cell.value).collect();
        values.extend(marked.then(|| number_of(rows, row).map(|line| line.to_string()).unwrap_or_default()));
        written.push_str(&csv_line(values));
    }
    written
}
