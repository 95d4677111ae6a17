//! The rows of a table: where one ends, and where its cells stand.
//!
//! As RFC 4180 has it: a cell that begins with a quotation mark ends with one, may hold line ends, and has its own marks
//! doubled. The crate `csv` gathers a row of any length and does not say where a cell stands; here a row
//! has a limit, and each cell its place.

use crate::mapped::MappedText;
use crate::refusal::{Refusal, with_separators};
use std::io::{self, BufRead};
use std::ops::Range;

/// More cells than this in one row are no table of reports.
const MOST_CELLS: usize = 1_000;

/// A row as it stands in its file.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The line in which it begins, counted from 1.
    pub line: u64,
    /// Without its line end; absent where there are more than the limit.
    pub bytes: Option<Vec<u8>>,
}

/// Where one is in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    CellBegins,
    Plain,
    Quoted,
    /// Behind a mark in a quoted cell: its end, or the first of two.
    Closed,
}

impl State {
    fn after(self, byte: u8, delimiter: u8) -> State {
        match (self, byte) {
            (State::Quoted, b'"') => State::Closed,
            (State::Quoted, _) | (State::CellBegins | State::Closed, b'"') => State::Quoted,
            (_, byte) if byte == delimiter => State::CellBegins,
            _ => State::Plain,
        }
    }
}

/// Reads rows one by one, and keeps no more of one than its limit.
pub struct Rows<'s> {
    stream: &'s mut dyn BufRead,
    delimiter: u8,
    limit: u64,
    line: u64,
}

impl<'s> Rows<'s> {
    /// The rows of a stream.
    pub fn of(stream: &'s mut dyn BufRead, delimiter: u8, limit: u64) -> Self {
        Rows { stream, delimiter, limit, line: 1 }
    }

    /// The next row that is not blank; nothing at the end.
    pub fn next(&mut self) -> io::Result<Option<Row>> {
        loop {
            let Some(row) = self.any()? else { return Ok(None) };
            if row.bytes.as_ref().is_none_or(|bytes| !bytes.trim_ascii().is_empty()) {
                return Ok(Some(row));
            }
        }
    }

    fn any(&mut self) -> io::Result<Option<Row>> {
        let line = self.line;
        let (mut bytes, mut seen, mut state) = (Vec::new(), 0u64, State::CellBegins);
        loop {
            let room = self.stream.fill_buf()?;
            if room.is_empty() {
                break;
            }
            let mut end = None;
            for (at, byte) in room.iter().enumerate() {
                self.line += u64::from(*byte == b'\n');
                if *byte == b'\n' && state != State::Quoted {
                    end = Some(at + 1);
                    break;
                }
                state = state.after(*byte, self.delimiter);
            }
            let used = end.unwrap_or(room.len());
            seen += used as u64;
            // Two more for the line end.
            if seen <= self.limit.saturating_add(2) {
                bytes.extend_from_slice(&room[..used]);
            } else {
                bytes = Vec::new();
            }
            self.stream.consume(used);
            if end.is_some() {
                break;
            }
        }
        if seen == 0 {
            return Ok(None);
        }
        if bytes.pop_if(|last| *last == b'\n').is_some() {
            bytes.pop_if(|last| *last == b'\r');
        }
        let fits = seen <= self.limit.saturating_add(2) && bytes.len() as u64 <= self.limit;
        Ok(Some(Row { line, bytes: fits.then_some(bytes) }))
    }
}

/// A cell of a row: what stands between its quotation marks, where it has any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    range: Range<usize>,
    is_quoted: bool,
}

impl Cell {
    /// Adds what the cell says to a text that leads to the row.
    pub fn push(&self, row: &str, text: &mut MappedText) {
        let mut at = self.range.start;
        if self.is_quoted {
            while let Some(mark) = row[at..self.range.end].find('"') {
                // The first of two marks stands for both.
                text.push(&row[at..at + mark + 1], at..at + mark + 1);
                at = self.range.end.min(at + mark + 2);
            }
        }
        text.push(&row[at..self.range.end], at..self.range.end);
    }

    /// What the cell says.
    pub fn said(&self, row: &str) -> String {
        let mut text = MappedText::default();
        self.push(row, &mut text);
        text.finish().text
    }
}

/// The cells of a row.
pub fn cells(row: &str, delimiter: u8) -> Result<Vec<Cell>, Refusal> {
    let mut cells = Vec::new();
    let (mut start, mut state, mut is_quoted) = (0, State::CellBegins, false);
    for (at, byte) in row.bytes().enumerate() {
        let next = state.after(byte, delimiter);
        if state == State::CellBegins && next == State::Quoted {
            is_quoted = true;
        } else if state == State::Closed && next == State::Plain {
            let cell = cells.len() + 1;
            return Err(Refusal::new(
                format!("text behind the closing quotation mark of cell {cell}"),
                "double the quotation marks inside of a quoted cell",
            ));
        }
        if next == State::CellBegins {
            cells.push(cell(start..at, is_quoted));
            (start, is_quoted) = (at + 1, false);
        }
        if cells.len() > MOST_CELLS {
            let most = with_separators(MOST_CELLS as u64);
            return Err(Refusal::new(
                format!("a row with more than {most} cells"),
                "keep the columns of the reports",
            ));
        }
        state = next;
    }
    if state == State::Quoted {
        return Err(Refusal::new(
            format!("the quotation mark that opens cell {} is never closed", cells.len() + 1),
            "double the quotation marks inside of a quoted cell, or take the single one out",
        ));
    }
    cells.push(cell(start..row.len(), is_quoted));
    Ok(cells)
}

fn cell(range: Range<usize>, is_quoted: bool) -> Cell {
    let range = if is_quoted { range.start + 1..range.end - 1 } else { range };
    Cell { range, is_quoted }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(table: &[u8], limit: u64) -> Vec<(u64, Option<String>)> {
        let mut stream = io::BufReader::with_capacity(3, table);
        let mut rows = Rows::of(&mut stream, b',', limit);
        let mut all = Vec::new();
        while let Some(row) = rows.next().expect("bytes in memory") {
            all.push((row.line, row.bytes.map(|bytes| String::from_utf8(bytes).expect("a text"))));
        }
        all
    }

    fn said(row: &str) -> Vec<String> {
        cells(row, b',').expect("the row is right").iter().map(|cell| cell.said(row)).collect()
    }

    #[test]
    fn a_row_may_have_lines() {
        let found = rows(b"a,\"b\nc\",d\r\n\n\"e\"\"\n\"\nf", 100);
        let row = |line, text: &str| (line, Some(text.to_owned()));
        assert_eq!(found, [row(1, "a,\"b\nc\",d"), row(4, "\"e\"\"\n\""), row(6, "f")]);
    }

    #[test]
    fn a_row_above_the_limit_is_stepped_over() {
        let found = rows(b"a,b\n\"ccc\nccccccc\",d\ne\n", 5);
        assert_eq!(found, [(1, Some("a,b".to_owned())), (2, None), (4, Some("e".to_owned()))]);
        assert_eq!(rows(b"12345\r\n123456\n", 5), [(1, Some("12345".to_owned())), (2, None)]);
    }

    #[test]
    fn cells_are_what_spreadsheets_mean() {
        assert_eq!(said("a,\"b, \"\"c\"\"\",,d \"e\""), ["a", "b, \"c\"", "", "d \"e\""]);
        assert_eq!(said("\"\",\"\"\"\""), ["", "\""]);
        assert_eq!(said(""), [""]);
    }

    #[test]
    fn broken_quotation_marks_are_said() {
        let reason = |row| cells(row, b',').expect_err("it is broken").reason;
        assert_eq!(reason("a,\"b\"c"), "text behind the closing quotation mark of cell 2");
        assert_eq!(reason("\"a,b"), "the quotation mark that opens cell 1 is never closed");
        assert_eq!(reason(&",".repeat(5_000)), "a row with more than 1,000 cells");
    }

    proptest! {
        #[test]
        fn what_is_written_as_a_table_is_read_so(
            table in prop::collection::vec(prop::collection::vec("[a\",\n\r é]{0,6}", 1..4), 1..5)
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let lines: Vec<String> =
                table.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
            let written = lines.join("\r\n");
            let read: Vec<Vec<String>> =
                rows(written.as_bytes(), 1_000).into_iter().map(|(_, row)| said(&row.expect("it fits"))).collect();
            prop_assert_eq!(read, table);
        }

        #[test]
        fn no_row_makes_it_panic(row in "[a\",\r\té]{0,20}") {
            if let Ok(cells) = cells(&row, b',') {
                cells.iter().for_each(|cell| drop(cell.said(&row)));
            }
        }
    }
}
