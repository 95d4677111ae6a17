//! Rows with PLOVER's type, mode and context.

use super::cells::{Cell, Rows};
use super::csv_line;
use super::known::number_of;
use super::site::Site;
use stemma::event::EventRow;

/// The columns.
pub const PLOVER_COLUMNS: [&str; 26] = [
    "row", "type", "mode", "candidates", "contexts", "date", "time", "place", "country", "division",
    "latitude", "longitude", "geo_precision", "actor", "actor_type", "recipient", "recipient_type",
    "killed_low", "killed_high", "killed_words", "injured_low", "injured_high", "injured_words",
    "factuality", "reports", "notes",
];

/// The cells of a row, in the order of the columns.
pub fn cells(rows: &Rows, number: usize, row: &EventRow) -> Vec<Cell> {
    let kinds = rows.kinds(row);
    let predicates = rows.places(row, |event| vec![event.predicate]);
    let decided = kinds.len() == 1;
    let of_predicate = |value: String| match value.is_empty() {
        true => Cell::default(),
        false => Cell { value, places: predicates.clone() },
    };
    let kind = if decided { kinds[0].kind.name() } else { "" };
    let mode = kinds.first().filter(|_| decided).and_then(|kind| kind.mode.clone()).unwrap_or_default();
    let named: Vec<&str> = kinds.iter().map(|kind| kind.kind.name()).collect();
    let candidates = if decided { String::new() } else { named.join(" | ") };
    let mut contexts: Vec<&str> =
        rows.events(row).flat_map(|event| event.contexts.iter().map(|one| one.name.as_str())).collect();
    contexts.sort_unstable();
    contexts.dedup();
    let site = Site::of(rows, row);
    let (actor, actor_type) = rows.actor(row, |event| event.actors.clone());
    let (recipient, recipient_type) = rows.actor(row, |event| event.recipients.clone());
    let (killed_low, killed_high) = rows.toll(row, |event| event.killed);
    let (injured_low, injured_high) = rows.toll(row, |event| event.injured);
    vec![
        Cell::plain(number.to_string()),
        of_predicate(kind.to_owned()),
        of_predicate(mode),
        of_predicate(candidates),
        Cell {
            value: contexts.join(" | "),
            places: rows.places(row, |event| event.contexts.iter().map(|one| one.range).collect()),
        },
        rows.day(row),
        rows.time_words(row),
        rows.named(row, |event| event.places.clone()),
        site.iso,
        site.division,
        site.latitude,
        site.longitude,
        site.precision,
        actor,
        Cell::plain(actor_type),
        recipient,
        Cell::plain(recipient_type),
        killed_low,
        killed_high,
        rows.toll_words(row, |event| event.killed),
        injured_low,
        injured_high,
        rows.toll_words(row, |event| event.injured),
        rows.factuality(row),
        Cell::plain(rows.reports(row)),
        rows.notes(row),
    ]
}

/// The table.
pub fn write(rows: &Rows) -> String {
    let marked = !rows.known.is_empty();
    let mut columns: Vec<&str> = PLOVER_COLUMNS.to_vec();
    columns.extend(marked.then_some("known_row"));
    let mut written = csv_line(columns);
    for (number, row) in rows.all() {
        let mut values: Vec<String> = cells(rows, number, row).into_iter().map(|cell| cell.value).collect();
        values.extend(marked.then(|| number_of(rows, row).map(|line| line.to_string()).unwrap_or_default()));
        written.push_str(&csv_line(values));
    }
    written
}
