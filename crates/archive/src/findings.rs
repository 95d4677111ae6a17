//! What texts gave by themselves on earlier runs, packed.

use crate::{Archive, ArchiveError};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use rusqlite::params;
use std::io::{Read as _, Write as _};
use stemma::Kept;
use stemma::model::Sha256;

/// Findings with more bytes are not believed to be any: those of the longest report that is read have some hundred
/// megabytes.
const MOST_BYTES: u64 = 1 << 30;

/// A text that is still to be analysed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Its row.
    pub id: i64,
    /// Its words.
    pub text: String,
}

impl Archive {
    /// How many texts have no findings of this stage.
    pub fn n_pending(&self, stage: Sha256) -> Result<usize, ArchiveError> {
        let sql = "SELECT count(*) FROM texts LEFT JOIN kept ON kept.text = texts.id AND kept.stage = ?1 \
                   WHERE kept.text IS NULL";
        let count: i64 =
            self.asked(|database| database.query_row(sql, [stage.to_string()], |row| row.get(0)))?;
        Ok(usize::try_from(count).unwrap_or(0))
    }

    /// The next texts behind a row that have no findings of this stage: until they have so many bytes, at least one.
    pub fn pending(&self, stage: Sha256, behind: i64, bytes: usize) -> Result<Vec<Pending>, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT texts.id, texts.text FROM texts \
                       LEFT JOIN kept ON kept.text = texts.id AND kept.stage = ?1 \
                       WHERE texts.id > ?2 AND kept.text IS NULL ORDER BY texts.id";
            let mut query = database.prepare_cached(sql)?;
            let mut rows = query.query(params![stage.to_string(), behind])?;
            let (mut pending, mut held) = (Vec::new(), 0);
            while held < bytes {
                let Some(row) = rows.next()? else { break };
                let text: String = row.get(1)?;
                held += text.len().max(1);
                pending.push(Pending { id: row.get(0)?, text });
            }
            Ok(pending)
        })
    }

    /// Keeps findings of texts: of all of them, or of none.
    pub fn keep(&mut self, stage: Sha256, findings: &[(i64, Vec<u8>)]) -> Result<(), ArchiveError> {
        let stage = stage.to_string();
        self.whole(|database| {
            let mut insert = database
                .prepare_cached("INSERT OR REPLACE INTO kept (text, stage, findings) VALUES (?1, ?2, ?3)")?;
            for (text, packed) in findings {
                insert.execute(params![text, stage, packed])?;
            }
            Ok(())
        })
    }

    /// Has everything analysed again, whatever was kept.
    pub fn forget_findings(&mut self) -> Result<(), ArchiveError> {
        self.whole(|database| database.execute("UPDATE kept SET stage = ''", []).map(|_| ()))
    }

    /// Findings of a stage, for a run.
    pub fn kept(&self, stage: Sha256) -> impl Kept {
        InArchive { archive: self, stage: stage.to_string() }
    }
}

/// Findings as they are kept.
pub fn pack(findings: &[u8]) -> Vec<u8> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(findings).and_then(|()| packer.finish()).expect("a vector takes every write")
}

struct InArchive<'a> {
    archive: &'a Archive,
    stage: String,
}

impl Kept for InArchive<'_> {
    /// What cannot be read is as good as not there: it is made again.
    fn of(&mut self, texts: &[Sha256]) -> Vec<Option<Vec<u8>>> {
        let sql = "SELECT kept.findings FROM texts JOIN kept ON kept.text = texts.id \
                   WHERE texts.sha256 = ?1 AND kept.stage = ?2";
        let Ok(mut query) = self.archive.database.prepare_cached(sql) else { return Vec::new() };
        let mut of_one = |text: &Sha256| -> Option<Vec<u8>> {
            let packed: Vec<u8> =
                query.query_row(params![text.to_string(), self.stage], |row| row.get(0)).ok()?;
            let mut findings = Vec::new();
            DeflateDecoder::new(packed.as_slice()).take(MOST_BYTES).read_to_end(&mut findings).ok()?;
            Some(findings)
        };
        texts.iter().map(&mut of_one).collect()
    }
}
