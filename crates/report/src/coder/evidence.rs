//! Which words fill which cell.

use super::cells::{Cell, Rows};
use super::plover::PLOVER_COLUMNS;
use super::{ACLED_COLUMNS, Format, acled, csv_line, plover};
use stemma::event::EventRow;
use stemma::model::Span;

/// The columns.
const COLUMNS: [&str; 9] =
    ["row", "column", "report", "report_sha256", "start", "end", "words", "origin", "copy"];

/// A line for each place of each cell. Bytes are counted in the text of the report, end exclusive.
pub fn write(rows: &Rows, format: Format) -> String {
    let mut written = csv_line(COLUMNS);
    let mut add = |number: usize, row: &EventRow, columns: &[&str], cells: Vec<Cell>| {
        for (column, cell) in columns.iter().zip(cells) {
            for place in &cell.places {
                written.push_str(&line(rows, number, row, column, *place));
            }
        }
    };
    match format {
        Format::Acled => acled::coded(rows)
            .for_each(|(number, row)| add(number, row, &ACLED_COLUMNS, acled::cells(rows, number, row))),
        Format::Csv | Format::Jsonl => rows
            .all()
            .for_each(|(number, row)| add(number, row, &PLOVER_COLUMNS, plover::cells(rows, number, row))),
    }
    written
}

fn line(rows: &Rows, number: usize, row: &EventRow, column: &str, place: Span) -> String {
    let report = &rows.account.reports[place.report.0 as usize];
    let telling = row.members.iter().find(|one| {
        let event = &rows.coded.events[one.event];
        event.span.report == place.report && event.sentence.overlap(place.range) > 0
    });
    csv_line([
        number.to_string(),
        column.to_owned(),
        report.captures.first().map(|one| one.name.clone()).unwrap_or_default(),
        report.text_sha256.to_string(),
        place.range.start.to_string(),
        place.range.end.to_string(),
        rows.words(place).to_owned(),
        telling.map(|one| rows.origin(one)).unwrap_or_default(),
        telling.filter(|one| one.is_copy).map_or("", |_| "copy").to_owned(),
    ])
}
