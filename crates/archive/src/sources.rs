//! What was read, for the next run. Originals are not read again: their texts are in the database.

use crate::{Archive, ArchiveError};
use rusqlite::{Row, types::Type};
use stemma::model::{DateEvidence, Derivation, Note, OriginalMap, Sha256, Source, Unread};

impl Archive {
    /// All sources, by name. The way back to their bytes is not kept; it is found again by reading an original.
    pub fn sources(&self) -> Result<Vec<Source>, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT texts.text, sources.* FROM sources JOIN texts ON texts.id = sources.text \
                       ORDER BY sources.name, sources.id";
            database.prepare(sql)?.query_map([], source)?.collect()
        })
    }

    /// What could not be read, and what there is to know about the rest.
    pub fn remarks(&self) -> Result<(Vec<Unread>, Vec<Note>), ArchiveError> {
        self.asked(|database| {
            let mut query = database.prepare("SELECT name, reason, hint FROM unread ORDER BY 1, 2, 3")?;
            let unread = query.query_map([], |row| {
                Ok(Unread { name: row.get(0)?, reason: row.get(1)?, hint: row.get(2)? })
            })?;
            let unread: Result<_, _> = unread.collect();
            let mut query = database.prepare("SELECT name, text FROM notes ORDER BY 1, 2")?;
            let notes = query.query_map([], |row| Ok(Note { name: row.get(0)?, text: row.get(1)? }))?;
            Ok((unread?, notes.collect::<Result<_, _>>()?))
        })
    }
}

fn source(row: &Row) -> rusqlite::Result<Source> {
    let date = |value: &str, method: &str| -> rusqlite::Result<Option<DateEvidence>> {
        let value: Option<String> = row.get(value)?;
        let method: Option<String> = row.get(method)?;
        Ok(value.map(|value| DateEvidence { value, method: method.unwrap_or_default() }))
    };
    let derivation = match row.get::<_, String>("derivation")?.as_str() {
        "record" => Derivation::Record,
        "extracted" => Derivation::Extracted {
            extractor: row.get::<_, Option<String>>("extractor")?.unwrap_or_default(),
        },
        _ => Derivation::Decoded,
    };
    Ok(Source {
        text: row.get(0)?,
        name: row.get("name")?,
        record_id: row.get("record_id")?,
        original_sha256: sha256(&row.get::<_, String>("original_sha256")?)?,
        encoding: row.get("encoding")?,
        derivation,
        map: OriginalMap::default(),
        outlet: row.get("outlet")?,
        owner: row.get("owner")?,
        url: row.get("url")?,
        published: date("published", "published_by")?,
        modified: date("modified", "modified_by")?,
        captured: date("captured", "captured_by")?,
    })
}

/// A hash as it is written in the database.
pub(crate) fn sha256(digits: &str) -> rusqlite::Result<Sha256> {
    let problem = || rusqlite::Error::FromSqlConversionFailure(0, Type::Text, "not a SHA-256 value".into());
    digits.parse().map_err(|_| problem())
}
