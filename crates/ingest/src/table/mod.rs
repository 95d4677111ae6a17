//! A table (CSV, TSV) into sources, one a row: a stream of any length goes in, and rows come out in little memory.
//!
//! The first row names the columns. A source has the name of its file with the line in which its row begins, the hash of
//! the bytes of its row, and a map that leads to them.

mod columns;
mod rows;

pub use columns::Columns;

use crate::decode::{Decoded, decode_characters, with_control_characters};
use crate::mapped::{self, Mapped, MappedText};
use crate::outlets::Outlet;
use crate::record::{Meaning, TITLE_END, begins_with_title, shortened};
use crate::refusal::{Refusal, with_separators};
use crate::{Pile, Reader, address, page};
use columns::Layout;
use rayon::prelude::*;
use rows::{Cell, Row, Rows, cells};
use std::io::BufRead;
use std::path::Path;
use stemma::model::{DateEvidence, Derivation, Sha256, Source};

/// Bytes of rows that are read at the same moment.
const BATCH_BYTES: usize = 16 << 20;

/// What may stand between the cells of a row, the most usual first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The longest text that is asked whether it is a date, in bytes.
const LONGEST_DATE: usize = 100;

/// Reads a stream of rows; `only_tabs` where its name says that tabs part them.
pub fn read_table(
    name: &str,
    path: &Path,
    head: &[u8],
    stream: &mut dyn BufRead,
    only_tabs: bool,
    reader: &Reader,
) -> Result<Pile, Refusal> {
    refuse_utf16(head)?;
    let delimiter = if only_tabs { b'\t' } else { delimiter(head) };
    let mut rows = Rows::of(stream, delimiter, reader.limit);
    let io = |error: std::io::Error| Refusal::of_io(path, &error);
    let Some(first) = rows.next().map_err(io)? else {
        return Err(Refusal::new("empty", ""));
    };
    let layout = layout(first, delimiter, reader)?;
    let table = Table { name, delimiter, layout, reader };
    let mut pile = Pile::default();
    loop {
        let (batch, end) = batch(&mut rows);
        let read: Vec<Pile> = batch.par_iter().map(|row| table.row(row)).collect();
        read.into_iter().for_each(|of_row| pile.absorb(of_row));
        match end {
            Ok(false) => {}
            Ok(true) if pile == Pile::default() => return Err(Refusal::new("a table without rows", "")),
            Ok(true) => return Ok(pile),
            Err(error) => {
                pile.absorb(Pile::of_refusal(name, io(error)));
                return Ok(pile);
            }
        }
    }
}

fn refuse_utf16(head: &[u8]) -> Result<(), Refusal> {
    match head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        true => Err(Refusal::new(
            "a table encoded as UTF-16, which this version does not read",
            "save it as CSV in UTF-8",
        )),
        false => Ok(()),
    }
}

/// The mark that parts the first row into most cells.
fn delimiter(head: &[u8]) -> u8 {
    let first =
        head.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    let count = |mark: &u8| first.iter().filter(|byte| *byte == mark).count();
    // The last of the greatest, so the list goes backwards.
    *DELIMITERS.iter().rev().max_by_key(|mark| count(mark)).expect("there are four")
}

fn layout(first: Row, delimiter: u8, reader: &Reader) -> Result<Layout, Refusal> {
    let bytes = first.bytes.ok_or_else(|| Refusal::too_large(None, reader.limit))?;
    let row = decode_characters(bytes)?.text;
    let header: Vec<String> =
        cells(&row, delimiter)?.iter().map(|cell| cell.said(&row).trim().to_owned()).collect();
    Layout::of(&header, reader.columns)
}

/// The next rows, and whether the stream has ended.
fn batch(rows: &mut Rows) -> (Vec<Row>, std::io::Result<bool>) {
    let (mut batch, mut held) = (Vec::new(), 0);
    while held < BATCH_BYTES {
        match rows.next() {
            Ok(Some(row)) => {
                held += row.bytes.as_ref().map_or(0, Vec::len);
                batch.push(row);
            }
            Ok(None) => return (batch, Ok(true)),
            Err(error) => return (batch, Err(error)),
        }
    }
    (batch, Ok(false))
}

/// What is the same for all rows of a table.
struct Table<'a> {
    name: &'a str,
    delimiter: u8,
    layout: Layout,
    reader: &'a Reader<'a>,
}

impl Table<'_> {
    fn row(&self, row: &Row) -> Pile {
        let name = format!("{}:{}", self.name, row.line);
        let Some(bytes) = &row.bytes else {
            return Pile::of_refusal(&name, Refusal::too_large(None, self.reader.limit));
        };
        let mut remarks = Vec::new();
        match self.source(&name, bytes, &mut remarks) {
            Ok(source) => self.reader.kept(Pile::of(source, remarks)),
            Err(refusal) => Pile::of_refusal(&name, refusal),
        }
    }

    fn source(&self, name: &str, bytes: &[u8], remarks: &mut Vec<String>) -> Result<Source, Refusal> {
        let decoded = decode_characters(bytes.to_vec())?;
        let row = decoded.text.as_str();
        let cells = cells(row, self.delimiter)?;
        if let Some(over) = cells.get(self.layout.width..)
            && over.iter().any(|cell| !cell.said(row).trim().is_empty())
        {
            let (found, named) = (with_separators(cells.len() as u64), self.layout.width);
            return Err(Refusal::new(
                format!("{found} cells, and the first row names {named} columns"),
                "put quotation marks around texts that hold the mark between cells",
            ));
        }
        let cells = Cells { cells: &cells, row, layout: &self.layout };
        let text = mapped::through(&cells.text()?, &decoded.map);
        remarks.extend(decoded.remarks);
        let text = with_control_characters(Decoded {
            text: text.text,
            map: text.map,
            encoding: decoded.encoding,
            remarks: Vec::new(),
        })?;
        remarks.extend(text.remarks);
        let url = cells.first(
            Meaning::Url,
            "not an address of the web",
            |url| address::of_page(url).map(str::to_owned),
            remarks,
        );
        let host = url.as_ref().and_then(|(url, _)| address::host(url));
        let named = cells.value(Meaning::Outlet).map(|(outlet, _)| outlet.trim().to_owned());
        let Outlet { name: outlet, owner } = self.reader.outlets.of(host.as_deref(), named);
        let mut date = |meaning| cells.date(meaning, remarks);
        Ok(Source {
            name: name.to_owned(),
            record_id: cells.value(Meaning::Id).map(|(id, _)| id),
            original_sha256: Sha256::of(bytes),
            encoding: decoded.encoding.to_owned(),
            text: text.text,
            derivation: Derivation::Record,
            map: text.map,
            outlet,
            owner,
            url: url.map(|(url, _)| url),
            published: date(Meaning::Published),
            modified: date(Meaning::Modified),
            captured: date(Meaning::Captured),
        })
    }
}

/// The cells of one row and what they mean.
struct Cells<'a> {
    cells: &'a [Cell],
    row: &'a str,
    layout: &'a Layout,
}

impl Cells<'_> {
    /// Title and text, as one, with a map to the row.
    fn text(&self) -> Result<Mapped, Refusal> {
        let Some((text, _)) = self.value(Meaning::Text) else {
            let column = self.layout.column(Meaning::Text).map_or("", |(_, name)| name);
            return Err(Refusal::new(format!("no text in the column {}", shortened(column)), ""));
        };
        let mut mapped = MappedText::default();
        if let Some((title, _)) = self.value(Meaning::Title)
            && !begins_with_title(&text, &title)
        {
            self.push(Meaning::Title, &mut mapped);
            mapped.push(TITLE_END, 0..0);
        }
        self.push(Meaning::Text, &mut mapped);
        Ok(mapped.finish())
    }

    fn push(&self, meaning: Meaning, text: &mut MappedText) {
        if let Some(cell) = self.cell(meaning) {
            cell.push(self.row, text);
        }
    }

    fn cell(&self, meaning: Meaning) -> Option<&Cell> {
        self.layout.column(meaning).and_then(|(at, _)| self.cells.get(at))
    }

    /// What a cell says, and the name of its column; nothing where it is blank.
    fn value(&self, meaning: Meaning) -> Option<(String, &str)> {
        let said = self.cell(meaning)?.said(self.row);
        let name = self.layout.column(meaning)?.1;
        (!said.trim().is_empty()).then_some((said, name))
    }

    fn date(&self, meaning: Meaning, remarks: &mut Vec<String>) -> Option<DateEvidence> {
        let take = |text: &str| (text.len() <= LONGEST_DATE).then(|| page::date_of_field(text)).flatten();
        let (value, column) = self.first(meaning, "not one certain date", take, remarks)?;
        Some(DateEvidence { value, method: format!("table:{column}") })
    }

    /// What a cell says, taken as what it should be; what is not is left out with a remark.
    fn first(
        &self,
        meaning: Meaning,
        problem: &str,
        take: impl Fn(&str) -> Option<String>,
        remarks: &mut Vec<String>,
    ) -> Option<(String, &str)> {
        let (said, name) = self.value(meaning)?;
        let taken = take(&said);
        if taken.is_none() {
            remarks.push(format!("{} is {problem} and was left out: {}", shortened(name), shortened(&said)));
        }
        taken.map(|taken| (taken, name))
    }
}
