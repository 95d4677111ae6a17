//! The tables, as documents that can be read, and the number of their form.
//!
//! A later form adds a file and a step to [`STEPS`]; none is ever changed once a release has written it.

use rusqlite::{Connection, Result};

/// The steps from an empty file to the present form, in order.
const STEPS: [&str; 1] = [concat!(
    include_str!("schema/1-added.sql"),
    include_str!("schema/2-found.sql"),
    include_str!("schema/3-kept-stories.sql"),
    include_str!("schema/4-views.sql"),
)];

/// "stem" in ASCII: what SQLite calls the application of a file.
pub(crate) const APPLICATION: i32 = 0x7374_656d;

/// Brings a database to the present form; false where a later program wrote it.
pub(crate) fn migrate(database: &Connection) -> Result<bool> {
    let version = version(database)?;
    let Some(steps) = STEPS.get(version..) else { return Ok(false) };
    for (nth, step) in steps.iter().enumerate() {
        let version = version + nth + 1;
        database.execute_batch(&format!(
            "BEGIN IMMEDIATE; {step} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {version}; COMMIT;"
        ))?;
    }
    Ok(true)
}

/// How many steps a database has behind it.
pub(crate) fn version(database: &Connection) -> Result<usize> {
    let version: i64 = database.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Whether a version is one that this program knows.
pub(crate) fn is_known(version: usize) -> bool {
    version <= STEPS.len()
}

/// Everything that is defined in a database, as it stands in the schema.
pub(crate) fn defined(database: &Connection) -> Result<Vec<(String, String, Option<String>)>> {
    let mut query = database.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY 1, 2",
    )?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    rows.collect()
}

/// What is defined in an empty database after so many steps. A stranger's file that defines anything else (a trigger, a
/// table that only looks like ours) is not opened.
pub(crate) fn expected(version: usize) -> Result<Vec<(String, String, Option<String>)>> {
    let empty = Connection::open_in_memory()?;
    for step in STEPS.iter().take(version) {
        empty.execute_batch(step)?;
    }
    defined(&empty)
}
