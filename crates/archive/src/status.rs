//! What is in an archive, told in numbers and lists.

use crate::{Archive, ArchiveError, Run};
use rusqlite::params;

/// What is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Files that were added.
    pub originals: i64,
    /// Their bytes.
    pub original_bytes: i64,
    /// Texts in them, each once.
    pub texts: i64,
    /// Places where they were found.
    pub sources: i64,
    /// What could not be read.
    pub unread: i64,
    /// Texts that were added since the last run, or never analysed.
    pub new_texts: i64,
    /// Bytes of the database.
    pub database_bytes: u64,
    /// The last run.
    pub last: Option<Run>,
    /// How many stories, claims and disagreements it found.
    pub found: [i64; 3],
}

/// A story in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryRow {
    /// The name that it keeps.
    pub name: String,
    /// In how many reports it is told.
    pub reports: i64,
    /// How many claims it has.
    pub claims: i64,
    /// How many disagreements.
    pub disagreements: i64,
    /// The first day on which a report of it was published, where one says so.
    pub first: Option<String>,
    /// The headline of the first of its reports.
    pub title: Option<String>,
}

impl Archive {
    /// What is in it.
    pub fn status(&self) -> Result<Status, ArchiveError> {
        let last = self.last_run()?;
        let path = self.folder().database();
        let database_bytes = path.metadata().map_err(ArchiveError::io("read", &path))?.len();
        self.asked(|database| {
            let count = |sql: &str| database.query_row(sql, [], |row| row.get::<_, i64>(0));
            Ok(Status {
                originals: count("SELECT count(*) FROM originals")?,
                original_bytes: count("SELECT coalesce(sum(bytes), 0) FROM originals")?,
                texts: count("SELECT count(*) FROM texts")?,
                sources: count("SELECT count(*) FROM sources")?,
                unread: count("SELECT count(*) FROM unread")?,
                new_texts: count(
                    "SELECT count(*) FROM texts WHERE NOT EXISTS (SELECT 1 FROM reports WHERE reports.text = texts.id)",
                )?,
                database_bytes,
                last,
                found: [
                    count("SELECT count(*) FROM stories")?,
                    count("SELECT count(*) FROM claims")?,
                    count("SELECT count(*) FROM disagreements")?,
                ],
            })
        })
    }

    /// The stories with most reports, and how many there are.
    pub fn stories(&self, most: usize) -> Result<(Vec<StoryRow>, usize), ArchiveError> {
        self.asked(|database| {
            let sql = "WITH largest AS (SELECT story, count(DISTINCT report) AS n_reports FROM story_parts \
                       GROUP BY story ORDER BY n_reports DESC, story LIMIT ?1) \
                       SELECT coalesce(name, story_overview.story), largest.n_reports, n_claims, n_disagreements, \
                       first_published, first_title \
                       FROM largest JOIN story_overview ON story_overview.story = largest.story \
                       ORDER BY largest.n_reports DESC, largest.story";
            let read = |row: &rusqlite::Row| {
                Ok(StoryRow {
                    name: row.get(0)?,
                    reports: row.get(1)?,
                    claims: row.get(2)?,
                    disagreements: row.get(3)?,
                    first: row.get(4)?,
                    title: row.get(5)?,
                })
            };
            let mut query = database.prepare(sql)?;
            let rows = query.query_map(params![most as i64], read)?.collect::<Result<_, _>>()?;
            let count: i64 = database.query_row("SELECT count(*) FROM stories", [], |row| row.get(0))?;
            Ok((rows, usize::try_from(count).unwrap_or(0)))
        })
    }
}
