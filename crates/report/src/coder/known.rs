//! Rows that were coded before.

use super::acled_kinds::kinds;
use super::cells::{Rows, plain};
use stemma::event::EventRow;

/// A row that was coded before, as its table has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRow {
    /// The line of the table, counted from 1.
    pub line: u64,
    /// The day, as 2018-05-21.
    pub event_date: String,
    /// ACLED's type or PLOVER's.
    pub event_type: String,
    /// Where.
    pub location: String,
}

/// The line of the row that is this one: the same day, type and place. What is empty is like nothing.
pub fn number_of(rows: &Rows, row: &EventRow) -> Option<u64> {
    let day = row.day?.to_string();
    let place = plain(&rows.named(row, |event| event.places.clone()).value);
    let mut types: Vec<String> = kinds(rows, row).iter().map(|(kind, _)| plain(kind)).collect();
    types.extend(rows.kinds(row).iter().map(|kind| plain(kind.kind.name())));
    let is_same = |known: &&KnownRow| {
        let location = plain(&known.location);
        let near = !location.is_empty()
            && !place.is_empty()
            && (format!(" {place} ").contains(&format!(" {location} "))
                || format!(" {location} ").contains(&format!(" {place} ")));
        known.event_date == day && near && types.contains(&plain(&known.event_type))
    };
    rows.known.iter().find(is_same).map(|known| known.line)
}
