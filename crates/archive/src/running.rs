//! Findings into the tables, whole or not at all: as long as it is not committed, everybody sees the last run.

use crate::rows::{self, Difference, json};
use crate::{Archive, ArchiveError, changes, stories};
use rusqlite::{Connection, OptionalExtension as _, params};
use stemma::account::record::{Record, Value};

/// A run that is finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its number, from 1.
    pub id: i64,
    /// The digest of its account.
    pub digest: String,
    /// How many reports it has.
    pub reports: i64,
    /// How many of them were analysed for it.
    pub analysed: i64,
    /// How many findings are new since the run before.
    pub n_new: usize,
    /// How many are gone.
    pub n_gone: usize,
}

impl Archive {
    /// Writes an account as the next run. Where it is that of the last run, there is nothing to write.
    pub fn finish_run(&mut self, records: &[Record], analysed: usize) -> Result<Run, ArchiveError> {
        let digest = text_of(records, "digest");
        if let Some(last) = self.last_run()?.filter(|last| last.digest == digest) {
            return Ok(last);
        }
        self.whole(|database| {
            let before = stories::Named::before(database)?;
            let claims = changes::Before::of(database)?;
            let run = insert_run(database, records, &digest, analysed)?;
            let Difference { n_new, n_gone } = rows::replace(database, records)?;
            before.carry_on(database, run.id)?;
            claims.note_changes(database, run.id)?;
            Ok(Run { n_new, n_gone, ..run })
        })
    }

    /// The last run that was finished.
    pub fn last_run(&self) -> Result<Option<Run>, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT id, digest, reports, analysed FROM runs ORDER BY id DESC LIMIT 1";
            let read = |row: &rusqlite::Row| {
                let (id, digest) = (row.get(0)?, row.get(1)?);
                Ok(Run { id, digest, reports: row.get(2)?, analysed: row.get(3)?, n_new: 0, n_gone: 0 })
            };
            database.query_row(sql, [], read).optional()
        })
    }
}

fn insert_run(
    database: &Connection,
    records: &[Record],
    digest: &str,
    analysed: usize,
) -> rusqlite::Result<Run> {
    let header = records.first().map_or(serde_json::Value::Null, |header| json(&Value::Map(header.clone())));
    let reports = header.get("counts").and_then(|counts| counts.get("reports")?.as_i64()).unwrap_or(0);
    let analysed = analysed as i64;
    let sql = "INSERT INTO runs (digest, header, analysed, reports) VALUES (?1, ?2, ?3, ?4)";
    let id = database.prepare(sql)?.insert(params![digest, header.to_string(), analysed, reports])?;
    Ok(Run { id, digest: digest.to_owned(), reports, analysed, n_new: 0, n_gone: 0 })
}

fn text_of(records: &[Record], key: &str) -> String {
    match records.first().and_then(|header| header.get(key)) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}
