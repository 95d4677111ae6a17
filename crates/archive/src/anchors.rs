//! The places that a finding stands at, for decisions on it.

use crate::sources::sha256;
use crate::{Archive, ArchiveError};
use rusqlite::{OptionalExtension as _, params};
use stemma::decision::Anchor;
use stemma::model::ByteRange;

impl Archive {
    /// The places of a finding of the last run: of a statement, the words said; of a claim, all its instances; of a voice,
    /// its name. None where there is no such finding, or none that anything can be decided on.
    pub fn anchors(&self, id: &str) -> Result<Vec<Anchor>, ArchiveError> {
        let spans = match id.chars().next() {
            Some('s') => {
                "SELECT report, min(span.value ->> 'start'), max(span.value ->> 'end') FROM statements \
                 JOIN json_each(content) AS span WHERE statements.id = ?1 GROUP BY statements.id"
            }
            Some('i') => "SELECT report, start, \"end\" FROM instances WHERE id = ?1",
            Some('m') => {
                "SELECT report, start, \"end\" FROM claim_instances JOIN instances ON instances.id = instance \
                 WHERE claim = ?1 ORDER BY nth"
            }
            Some('v') => "SELECT report, start, \"end\" FROM voices WHERE id = ?1",
            Some('u') => "SELECT report, start, \"end\" FROM furniture WHERE id = ?1",
            _ => return Ok(Vec::new()),
        };
        let sql = format!(
            "WITH spans (report, start, \"end\") AS ({spans}) SELECT texts.sha256, spans.start, spans.\"end\" \
             FROM spans JOIN reports ON reports.id = spans.report JOIN texts ON texts.id = reports.text"
        );
        self.asked(|database| {
            let mut query = database.prepare(&sql)?;
            let rows = query.query_map(params![id], |row| {
                let text = sha256(&row.get::<_, String>(0)?)?;
                Ok(Anchor { text, range: ByteRange { start: row.get(1)?, end: row.get(2)? } })
            })?;
            rows.collect()
        })
    }

    /// The first place where words stand in the report that an anchor lies in.
    pub fn words_near(&self, anchor: &Anchor, words: &str) -> Result<Option<Anchor>, ArchiveError> {
        let text: Option<String> = self.asked(|database| {
            let sql = "SELECT text FROM texts WHERE sha256 = ?1";
            database.query_row(sql, [anchor.text.to_string()], |row| row.get(0)).optional()
        })?;
        let start = text.and_then(|text| text.find(words));
        Ok(start.map(|start| Anchor { range: ByteRange::new(start, start + words.len()), ..*anchor }))
    }

    /// The words at an anchor; nothing where the text is gone.
    pub fn words_at(&self, anchor: &Anchor) -> Result<Option<String>, ArchiveError> {
        let text: Option<String> = self.asked(|database| {
            let sql = "SELECT text FROM texts WHERE sha256 = ?1";
            database.query_row(sql, [anchor.text.to_string()], |row| row.get(0)).optional()
        })?;
        Ok(text.and_then(|text| text.get(anchor.range.as_usize()).map(str::to_owned)))
    }
}
