//! Everything out of the archive again: rows of any table, and what was found as places in texts.

use crate::{Archive, ArchiveError};
use rusqlite::types::ValueRef;

/// Words of a report, with what was found there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// Identifier of the finding.
    pub id: String,
    /// `statement` or `instance`.
    pub kind: String,
    /// What of it can be said in a word: its stance.
    pub stance: String,
    /// Hash of the text of the report.
    pub text_sha256: String,
    /// The address of the report, where it is known.
    pub url: Option<String>,
    /// First character, counted in Unicode code points.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub words: String,
}

impl Archive {
    /// The tables and views that people read: all but the index of words and what is kept for stemma alone.
    pub fn readable_tables(&self) -> Result<Vec<String>, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name <> 'kept' \
                       AND name NOT LIKE 'sqlite%' AND name NOT GLOB 'words*' ORDER BY name";
            database.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Hands on the names of the columns of a table, and then its rows, as texts. `name` is one of the readable tables.
    pub fn each_row<E>(
        &self,
        name: &str,
        on_row: &mut dyn FnMut(Vec<Option<String>>) -> Result<(), E>,
    ) -> Result<Result<(), E>, ArchiveError> {
        self.asked(|database| {
            let mut query = database.prepare(&format!("SELECT * FROM \"{}\"", name.replace('"', "")))?;
            let columns: Vec<_> = query.column_names().iter().map(|name| Some((*name).to_owned())).collect();
            let n_columns = columns.len();
            if let Err(error) = on_row(columns) {
                return Ok(Err(error));
            }
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                let cells: rusqlite::Result<Vec<_>> =
                    (0..n_columns).map(|column| row.get_ref(column).map(cell)).collect();
                if let Err(error) = on_row(cells?) {
                    return Ok(Err(error));
                }
            }
            Ok(Ok(()))
        })
    }

    /// Hands on statements and instances as places in the texts of their reports.
    pub fn each_marked<E>(
        &self,
        on_marked: &mut dyn FnMut(Marked) -> Result<(), E>,
    ) -> Result<Result<(), E>, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT found.*, reports.url, texts.sha256, texts.text FROM \
                (SELECT id, 'statement' AS kind, stance, report, start, \"end\" FROM statements UNION ALL \
                 SELECT id, 'instance', stance, report, start, \"end\" FROM instances) AS found \
                JOIN reports ON reports.id = found.report JOIN texts ON texts.id = reports.text \
                ORDER BY found.report, found.start, found.\"end\", found.id";
            let mut query = database.prepare(sql)?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                let text = row.get_ref(8)?.as_str()?;
                let (start, end): (u32, u32) = (row.get(4)?, row.get(5)?);
                let (start, end) = (start as usize, end as usize);
                let (Some(before), Some(words)) = (text.get(..start), text.get(start..end)) else { continue };
                let first = before.chars().count();
                let marked = Marked {
                    id: row.get(0)?,
                    kind: row.get(1)?,
                    stance: row.get(2)?,
                    url: row.get(6)?,
                    text_sha256: row.get(7)?,
                    start: first,
                    end: first + words.chars().count(),
                    words: words.to_owned(),
                };
                if let Err(error) = on_marked(marked) {
                    return Ok(Err(error));
                }
            }
            Ok(Ok(()))
        })
    }
}

fn cell(value: ValueRef) -> Option<String> {
    match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(text) | ValueRef::Blob(text) => Some(String::from_utf8_lossy(text).into_owned()),
    }
}
