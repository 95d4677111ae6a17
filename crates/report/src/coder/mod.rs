//! Coded happenings as rows for a coder: PLOVER's columns, ACLED's columns as a draft, and the evidence of each cell.
//!
//! In: an account, its events and rows, and what the coder knows (actors, rows coded before). Out: text. A cell that no
//! report fills is empty, never 0; notes are quotations and nothing else; what a spreadsheet would run is made harmless.

mod acled;
mod acled_kinds;
mod cells;
mod evidence;
mod jsonl;
mod known;
mod plover;
mod site;
mod spreadsheet;

pub use acled::ACLED_COLUMNS;
pub use cells::{Actor, Cell, Rows};
pub use known::{KnownRow, number_of};
pub use plover::PLOVER_COLUMNS;
pub use spreadsheet::csv_line;

/// In which form rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON Lines: a header, then a row a line, each cell with its places.
    Jsonl,
    /// PLOVER's columns.
    Csv,
    /// ACLED's columns.
    Acled,
}

/// The rows in a form.
pub fn rows(rows: &Rows, format: Format) -> String {
    match format {
        Format::Jsonl => jsonl::write(rows),
        Format::Csv => plover::write(rows),
        Format::Acled => acled::write(rows),
    }
}

/// Which words fill which cell of which row: a table with row, column, report, bytes, words, origin.
pub fn evidence(rows: &Rows, format: Format) -> String {
    evidence::write(rows, format)
}
