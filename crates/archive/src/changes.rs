//! What is new from one run to the next, claim by claim?
//!
//! A claim of this run goes on from one of the last where both have words at the same place of the same report. What
//! such a claim did not have before is noted: more who stand behind it, a denial. What nothing goes on from is gone.

use crate::{Archive, ArchiveError};
use rusqlite::{Connection, Result, params};

/// Something that is new, or gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The run that found it.
    pub run: i64,
    /// What: `new-claim`, `new-origin`, `denied`, `claim-gone`, `dropped-paragraph`, or `new-` and a kind of disagreement.
    pub what: String,
    /// The name of the story.
    pub story: Option<String>,
    /// The words.
    pub words: String,
    /// What there was before.
    pub before: Option<String>,
    /// What there is now.
    pub after: Option<String>,
}

/// Sides of a disagreement by their words, and where they stand.
const SIDES: &str = "SELECT disagreement_sides.disagreement, disagreement_sides.words, instances.report, \
                     instances.start FROM disagreement_sides JOIN instances ON instances.id = disagreement_sides.instance";

/// What the last run had.
pub(crate) struct Before {
    is_first: bool,
}

impl Before {
    /// Puts by what is asked for when the tables hold the next run.
    pub(crate) fn of(database: &Connection) -> Result<Self> {
        let is_first: bool =
            database.query_row("SELECT NOT EXISTS (SELECT 1 FROM runs)", [], |row| row.get(0))?;
        if !is_first {
            database.execute_batch(&format!(
                "CREATE TEMP TABLE old_claims AS
                   SELECT claims.id, claims.wording, instances.report, affirm_at_most, deny_at_most,
                          (SELECT name FROM story_names WHERE story_names.story = claims.story) AS story
                   FROM claims JOIN instances ON instances.id = claims.plainest;
                 CREATE TEMP TABLE old_spans AS
                   SELECT instances.report, instances.start, claim_instances.claim
                   FROM claim_instances JOIN instances ON instances.id = claim_instances.instance;
                 CREATE TEMP TABLE old_sides AS {SIDES};
                 CREATE TEMP TABLE old_reports AS SELECT id FROM reports;
                 CREATE INDEX temp.old_claims_by_id ON old_claims (id);
                 CREATE INDEX temp.old_spans_by_place ON old_spans (report, start);
                 CREATE INDEX temp.old_spans_by_claim ON old_spans (claim);
                 CREATE INDEX temp.old_sides_by_place ON old_sides (report, start, words);
                 CREATE INDEX temp.old_reports_by_id ON old_reports (id);"
            ))?;
        }
        Ok(Before { is_first })
    }

    /// Notes what is new. Of the first run everything would be.
    pub(crate) fn note_changes(self, database: &Connection, run: i64) -> Result<()> {
        if self.is_first {
            return Ok(());
        }
        database.execute_batch(
            "CREATE TEMP TABLE new_claims AS
               SELECT claims.id, claims.wording, instances.report, affirm_at_most, deny_at_most,
                      (SELECT name FROM story_names WHERE story_names.story = claims.story) AS story
               FROM claims JOIN instances ON instances.id = claims.plainest
               WHERE claims.id NOT IN (SELECT id FROM old_claims);
             CREATE TEMP TABLE goes_on AS
               SELECT new_claims.id AS new, old_spans.claim AS old
               FROM new_claims JOIN claim_instances ON claim_instances.claim = new_claims.id
               JOIN instances ON instances.id = claim_instances.instance
               JOIN old_spans ON old_spans.report = instances.report AND old_spans.start = instances.start
               GROUP BY 1, 2;
             CREATE INDEX temp.goes_on_by_new ON goes_on (new);
             CREATE INDEX temp.goes_on_by_old ON goes_on (old);",
        )?;
        for sql in [NEW_CLAIMS, GONE_CLAIMS, NEW_ORIGINS, DENIALS, DROPPED] {
            database.prepare(sql)?.execute([run])?;
        }
        note_disagreements(database, run)?;
        for table in ["old_claims", "old_spans", "old_sides", "old_reports", "new_claims", "goes_on"] {
            database.execute_batch(&format!("DROP TABLE temp.{table}"))?;
        }
        Ok(())
    }
}

const NEW_CLAIMS: &str = "INSERT INTO changes (run, what, story, report, words, before, after)
    SELECT ?1, 'new-claim', story, report, wording, NULL, NULL FROM new_claims
    WHERE id NOT IN (SELECT new FROM goes_on) ORDER BY story, id";

const GONE_CLAIMS: &str = "INSERT INTO changes (run, what, story, report, words, before, after)
    SELECT ?1, 'claim-gone', story, report, wording, NULL, NULL FROM old_claims
    WHERE id NOT IN (SELECT old FROM goes_on) AND id NOT IN (SELECT id FROM claims)
    AND report IN (SELECT id FROM reports) ORDER BY story, id";

const NEW_ORIGINS: &str = "INSERT INTO changes (run, what, story, report, words, before, after)
    SELECT ?1, 'new-origin', new_claims.story, new_claims.report, new_claims.wording,
           max(old_claims.affirm_at_most), new_claims.affirm_at_most
    FROM new_claims JOIN goes_on ON goes_on.new = new_claims.id JOIN old_claims ON old_claims.id = goes_on.old
    GROUP BY new_claims.id HAVING new_claims.affirm_at_most > max(old_claims.affirm_at_most)
    ORDER BY new_claims.story, new_claims.id";

const DENIALS: &str = "INSERT INTO changes (run, what, story, report, words, before, after)
    SELECT ?1, 'denied', new_claims.story, new_claims.report, new_claims.wording, 0, new_claims.deny_at_most
    FROM new_claims JOIN goes_on ON goes_on.new = new_claims.id JOIN old_claims ON old_claims.id = goes_on.old
    GROUP BY new_claims.id HAVING new_claims.deny_at_most > 0 AND max(old_claims.deny_at_most) = 0
    ORDER BY new_claims.story, new_claims.id";

/// Paragraphs of a page that its next version, by what they say of their days, does not have.
const DROPPED: &str = "INSERT INTO changes (run, what, story, report, words, before, after)
    SELECT ?1, 'dropped-paragraph', NULL, earlier.id,
           CAST(substr(CAST(texts.text AS BLOB), piece.value ->> 'start' + 1,
                       (piece.value ->> 'end') - (piece.value ->> 'start')) AS TEXT),
           earlier.id, later.id
    FROM reports AS later JOIN reports AS earlier ON earlier.url = later.url AND earlier.id <> later.id
    JOIN texts ON texts.id = earlier.text JOIN texts AS new_texts ON new_texts.id = later.text
    JOIN json_each(earlier.paragraphs) AS piece
    WHERE later.id NOT IN (SELECT id FROM old_reports)
    AND coalesce(later.modified, later.published) > coalesce(earlier.modified, earlier.published)
    AND instr(new_texts.text, CAST(substr(CAST(texts.text AS BLOB), piece.value ->> 'start' + 1,
                       (piece.value ->> 'end') - (piece.value ->> 'start')) AS TEXT)) = 0
    ORDER BY later.id, earlier.id, piece.key";

/// Disagreements of which at least two sides did not stand against each other before.
fn note_disagreements(database: &Connection, run: i64) -> Result<()> {
    let sql = format!(
        "INSERT INTO changes (run, what, story, report, words, before, after)
         SELECT ?1, 'new-' || disagreements.kind,
                (SELECT name FROM story_names WHERE story_names.story = disagreements.story),
                min(sides.report), group_concat(DISTINCT sides.words), NULL, disagreements.\"order\"
         FROM disagreements JOIN ({SIDES}) AS sides ON sides.disagreement = disagreements.id
         WHERE NOT EXISTS (
           SELECT 1 FROM old_sides AS one JOIN old_sides AS other ON other.disagreement = one.disagreement
           JOIN ({SIDES} WHERE disagreement_sides.disagreement = disagreements.id) AS a
             ON a.report = one.report AND a.start = one.start AND a.words IS one.words
           JOIN ({SIDES} WHERE disagreement_sides.disagreement = disagreements.id) AS b
             ON b.report = other.report AND b.start = other.start AND b.words IS other.words
           WHERE a.words IS NOT b.words)
         GROUP BY disagreements.id ORDER BY disagreements.story, disagreements.id"
    );
    database.prepare(&sql)?.execute(params![run]).map(|_| ())
}

impl Archive {
    /// What is new since a run, without what was new then, up to and with another one.
    pub fn changes(&self, after: i64, up_to: i64) -> std::result::Result<Vec<Change>, ArchiveError> {
        self.asked(|database| {
            let sql = "SELECT run, what, story, words, before, after FROM changes \
                       WHERE run > ?1 AND run <= ?2 ORDER BY run, rowid";
            let read = |row: &rusqlite::Row| {
                Ok(Change {
                    run: row.get(0)?,
                    what: row.get(1)?,
                    story: row.get(2)?,
                    words: row.get(3)?,
                    before: row.get(4)?,
                    after: row.get(5)?,
                })
            };
            database.prepare(sql)?.query_map([after, up_to], read)?.collect()
        })
    }
}
