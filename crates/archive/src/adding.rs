//! When is a file in? When its bytes are in the folder, and its row and the rows of all texts in it are committed.

use crate::{Archive, ArchiveError, manifest};
use rusqlite::{Connection, params};
use stemma::model::{DateEvidence, Derivation, Note, Sha256, Source, Unread};

/// A file whose bytes lie in the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Hash of its bytes.
    pub sha256: Sha256,
    /// How many there are.
    pub bytes: u64,
    /// Its name, as it was given.
    pub name: String,
    /// JSON: the options that shape what is read out of it.
    pub reading: String,
}

/// A file, and what was read out of it.
#[derive(Debug)]
pub struct Stored {
    /// The file.
    pub addition: Addition,
    /// The texts in it.
    pub sources: Vec<Source>,
    /// What of it could not be read.
    pub unread: Vec<Unread>,
    /// What there is to know about it.
    pub notes: Vec<Note>,
}

impl Archive {
    /// Whether a file is in, under this name.
    pub fn has(&self, sha256: Sha256, name: &str) -> Result<bool, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT EXISTS (SELECT 1 FROM originals WHERE sha256 = ?1 AND name = ?2)";
            database.prepare_cached(sql)?.query_row(params![sha256.to_string(), name], |row| row.get(0))
        })
    }

    /// Adds files with what was read out of them: all of them, or, where something fails, none. Gives the number of texts
    /// that were not in the archive before. `added` says when, for people; without it, the manifest names the files
    /// already.
    pub fn add(&mut self, files: &[Stored], added: Option<&str>) -> Result<usize, ArchiveError> {
        if let Some(added) = added {
            let additions: Vec<Addition> = files.iter().map(|file| file.addition.clone()).collect();
            manifest::append(self.folder(), &additions, added)?;
        }
        self.whole(|database| {
            let mut n_new = 0;
            for file in files {
                let original = add_original(database, &file.addition)?;
                for source in &file.sources {
                    let (text, is_new) = add_text(database, &source.text)?;
                    n_new += usize::from(is_new);
                    add_source(database, original, text, source)?;
                }
                add_remarks(database, original, file)?;
            }
            Ok(n_new)
        })
    }
}

fn add_original(database: &Connection, addition: &Addition) -> rusqlite::Result<i64> {
    let Addition { sha256, bytes, name, reading } = addition;
    let mut insert = database
        .prepare_cached("INSERT INTO originals (sha256, bytes, name, reading) VALUES (?1, ?2, ?3, ?4)")?;
    insert.insert(params![sha256.to_string(), bytes.cast_signed(), name, reading])
}

/// The row of a text, and whether it is new.
fn add_text(database: &Connection, text: &str) -> rusqlite::Result<(i64, bool)> {
    let sha256 = Sha256::of(text.as_bytes()).to_string();
    let sql = "INSERT INTO texts (sha256, bytes, text) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO NOTHING";
    let is_new = database.prepare_cached(sql)?.execute(params![sha256, text.len() as i64, text])? > 0;
    if is_new {
        let id = database.last_insert_rowid();
        database
            .prepare_cached("INSERT INTO words (rowid, text) VALUES (?1, ?2)")?
            .execute(params![id, text])?;
        return Ok((id, true));
    }
    let mut query = database.prepare_cached("SELECT id FROM texts WHERE sha256 = ?1")?;
    Ok((query.query_row([sha256], |row| row.get(0))?, false))
}

fn add_source(database: &Connection, original: i64, text: i64, source: &Source) -> rusqlite::Result<()> {
    let (derivation, extractor) = match &source.derivation {
        Derivation::Decoded => ("decoded", None),
        Derivation::Record => ("record", None),
        Derivation::Extracted { extractor } => ("extracted", Some(extractor)),
    };
    let value = |date: &Option<DateEvidence>| date.as_ref().map(|date| date.value.clone());
    let method = |date: &Option<DateEvidence>| date.as_ref().map(|date| date.method.clone());
    let mut insert = database.prepare_cached(
        "INSERT INTO sources (original, text, name, record_id, original_sha256, encoding, derivation, extractor, \
         outlet, owner, url, published, published_by, modified, modified_by, captured, captured_by) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?;
    insert.execute(params![
        original,
        text,
        source.name,
        source.record_id,
        source.original_sha256.to_string(),
        source.encoding,
        derivation,
        extractor,
        source.outlet,
        source.owner,
        source.url,
        value(&source.published),
        method(&source.published),
        value(&source.modified),
        method(&source.modified),
        value(&source.captured),
        method(&source.captured),
    ])?;
    Ok(())
}

fn add_remarks(database: &Connection, original: i64, file: &Stored) -> rusqlite::Result<()> {
    let mut unread = database
        .prepare_cached("INSERT INTO unread (original, name, reason, hint) VALUES (?1, ?2, ?3, ?4)")?;
    for one in &file.unread {
        unread.execute(params![original, one.name, one.reason, one.hint])?;
    }
    let mut notes =
        database.prepare_cached("INSERT INTO notes (original, name, text) VALUES (?1, ?2, ?3)")?;
    for note in &file.notes {
        notes.execute(params![original, note.name, note.text])?;
    }
    Ok(())
}
