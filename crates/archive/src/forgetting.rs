//! Forgetting: no byte of a file, of its texts, or of anything found in them stays in the folder.
//!
//! SQLite overwrites what it deletes (`secure_delete`) and writes the whole file anew; the index of words is built again;
//! the log is cut. What a disk keeps of files that were deleted is beyond any program.

use crate::manifest::retain;
use crate::tables::TABLES;
use crate::{Act, Archive, ArchiveError};
use rusqlite::limits::Limit;
use rusqlite::params;
use stemma::model::Sha256;

impl Archive {
    /// The files in which a report was found, or the one with this hash or name.
    pub fn originals_of(&self, what: &str) -> Result<Vec<(Sha256, String)>, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT DISTINCT originals.sha256, originals.name FROM originals \
                       WHERE originals.sha256 = ?1 OR originals.name = ?1 OR originals.id IN \
                       (SELECT sources.original FROM sources JOIN reports ON reports.text = sources.text \
                        WHERE reports.id = ?1) ORDER BY 2, 1";
            let read =
                |row: &rusqlite::Row| Ok((crate::sources::sha256(&row.get::<_, String>(0)?)?, row.get(1)?));
            database.prepare(sql)?.query_map(params![what], read)?.collect()
        })
    }

    /// Erases a file under all its names, and everything that was found: the next run finds it again, without that file.
    /// Decisions stay, and those on its texts become orphans.
    pub fn forget(&mut self, sha256: Sha256, when: &str) -> Result<(), ArchiveError> {
        let digits = sha256.to_string();
        self.enter(&Act::Forgotten(sha256), when)?;
        retain(self.folder(), |line| line.sha256 != digits)?;
        self.whole(|database| {
            for table in TABLES.iter().rev() {
                database.execute(&format!("DELETE FROM {}", table.name), [])?;
            }
            for table in ["changes", "story_events", "story_names", "runs"] {
                database.execute(&format!("DELETE FROM {table}"), [])?;
            }
            database.execute("DELETE FROM originals WHERE sha256 = ?1", [&digits])?;
            database.execute("DELETE FROM texts WHERE id NOT IN (SELECT text FROM sources)", [])?;
            database.execute("INSERT INTO words (words) VALUES ('rebuild')", []).map(|_| ())
        })?;
        self.write_anew()?;
        let original = self.folder().original(sha256);
        match std::fs::remove_file(&original) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(ArchiveError::io("remove", &original)(error))
            }
            _ => Ok(()),
        }
    }

    /// Writes the file anew, without what was deleted, and cuts the log.
    fn write_anew(&self) -> Result<(), ArchiveError> {
        self.asked(|database| {
            // VACUUM attaches the new file for as long as it takes.
            database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
            let written = database.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
            database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
            written
        })
    }
}
