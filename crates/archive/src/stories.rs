//! Which story of this run is which of the last? A story keeps the name that it got when it was found first.
//!
//! The two that have most bytes of text in common are the same; each name goes to one story at most. What had a name
//! and is in another story now was merged; what has text of a named story and no name was split off.

use rusqlite::{Connection, Result, params};
use std::collections::{BTreeMap, BTreeSet};

/// Parts of a story: by report, the byte ranges.
type Parts = BTreeMap<String, Ranges>;

/// Byte ranges of one report.
type Ranges = Vec<(i64, i64)>;

/// The stories of the last run, by name.
#[derive(Debug, Default)]
pub(crate) struct Named(BTreeMap<String, Parts>);

impl Named {
    /// Those that the tables hold now.
    pub(crate) fn before(database: &Connection) -> Result<Self> {
        let sql = "SELECT story_names.name, story_parts.report, story_parts.start, story_parts.\"end\" \
                   FROM story_names JOIN story_parts ON story_parts.story = story_names.story";
        Ok(Named(parts(database, sql)?))
    }

    /// Gives names to the stories that the tables hold now, and notes what became of the others.
    pub(crate) fn carry_on(self, database: &Connection, run: i64) -> Result<()> {
        let now = parts(database, "SELECT story, report, start, \"end\" FROM story_parts")?;
        let shared = shared(&self.0, &now);
        let names = names(&shared);
        let mut notes = Notes { database, run };
        database.execute("UPDATE story_names SET story = NULL", [])?;
        let of_story: BTreeMap<&str, &str> = names.iter().map(|(name, story)| (*story, *name)).collect();
        for (story, parts) in &now {
            let n_reports = parts.len();
            if let Some(name) = of_story.get(story.as_str()) {
                set_story(database, name, story)?;
                let before = self.0[*name].len();
                if before != n_reports {
                    notes.note(name, if before < n_reports { "grew" } else { "shrank" }, None, n_reports)?;
                }
                continue;
            }
            let name = new_name(database, story, run)?;
            let from = shared.iter().filter(|((_, of), _)| of == story).max_by_key(|(_, bytes)| **bytes);
            let what = if from.is_some() { "split" } else { "created" };
            notes.note(&name, what, from.map(|((name, _), _)| *name), n_reports)?;
        }
        for name in self.0.keys().filter(|name| !names.contains_key(name.as_str())) {
            let into = shared.iter().filter(|((from, _), _)| from == name).max_by_key(|(_, bytes)| **bytes);
            let into = into.and_then(|((_, story), _)| of_story.get(story).copied());
            notes.note(name, if into.is_some() { "merged" } else { "ended" }, into, 0)?;
        }
        Ok(())
    }
}

struct Notes<'a> {
    database: &'a Connection,
    run: i64,
}

impl Notes<'_> {
    fn note(&mut self, name: &str, what: &str, other: Option<&str>, n_reports: usize) -> Result<()> {
        let sql = "INSERT INTO story_events (run, name, what, other, reports) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut insert = self.database.prepare_cached(sql)?;
        insert.execute(params![self.run, name, what, other, n_reports as i64]).map(|_| ())
    }
}

fn parts(database: &Connection, sql: &str) -> Result<BTreeMap<String, Parts>> {
    let mut parts: BTreeMap<String, Parts> = BTreeMap::new();
    let mut query = database.prepare(sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let of_report: &mut Vec<_> = parts.entry(row.get(0)?).or_default().entry(row.get(1)?).or_default();
        of_report.push((row.get(2)?, row.get(3)?));
    }
    Ok(parts)
}

/// How many bytes stories of both runs have in common, by name and story.
fn shared<'a>(
    before: &'a BTreeMap<String, Parts>,
    now: &'a BTreeMap<String, Parts>,
) -> BTreeMap<(&'a str, &'a str), i64> {
    let mut by_report: BTreeMap<&str, Vec<(&str, &Ranges)>> = BTreeMap::new();
    for (story, parts) in now {
        for (report, ranges) in parts {
            by_report.entry(report).or_default().push((story, ranges));
        }
    }
    let mut shared = BTreeMap::new();
    for (name, parts) in before {
        for (report, ranges) in parts {
            for (story, others) in by_report.get(report.as_str()).into_iter().flatten() {
                let bytes = in_common(ranges, others);
                if bytes > 0 {
                    *shared.entry((name.as_str(), *story)).or_default() += bytes;
                }
            }
        }
    }
    shared
}

fn in_common(some: &[(i64, i64)], others: &[(i64, i64)]) -> i64 {
    let overlap = |a: &(i64, i64), b: &(i64, i64)| (a.1.min(b.1) - a.0.max(b.0)).max(0);
    some.iter().map(|a| others.iter().map(|b| overlap(a, b)).sum::<i64>()).sum()
}

/// Which story has which name, those first that have most in common.
fn names<'a>(shared: &BTreeMap<(&'a str, &'a str), i64>) -> BTreeMap<&'a str, &'a str> {
    let mut pairs: Vec<_> = shared.iter().map(|((name, story), bytes)| (-bytes, *name, *story)).collect();
    pairs.sort_unstable();
    let (mut names, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, name, story) in pairs {
        if !names.contains_key(name) && taken.insert(story) {
            names.insert(name, story);
        }
    }
    names
}

fn set_story(database: &Connection, name: &str, story: &str) -> Result<()> {
    let mut update = database.prepare_cached("UPDATE story_names SET story = ?2 WHERE name = ?1")?;
    update.execute([name, story]).map(|_| ())
}

/// A name that no other story ever had: the identifier of the story, as it is now.
fn new_name(database: &Connection, story: &str, run: i64) -> Result<String> {
    let sql =
        "INSERT INTO story_names (name, since, story) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO NOTHING";
    let mut insert = database.prepare_cached(sql)?;
    let mut name = story.to_owned();
    let mut nth = 1;
    while insert.execute(params![name, run, story])? == 0 {
        nth += 1;
        name = format!("{story}-{nth}");
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stories(all: &[(&str, &[&str])]) -> BTreeMap<String, Parts> {
        let parts =
            |reports: &[&str]| reports.iter().map(|report| ((*report).to_owned(), vec![(0, 100)])).collect();
        all.iter().map(|(name, reports)| ((*name).to_owned(), parts(reports))).collect()
    }

    #[test]
    fn a_name_goes_to_the_story_with_most_of_its_text() {
        let before = stories(&[("a", &["1", "2", "3"]), ("b", &["4"])]);
        let now = stories(&[("x", &["1"]), ("y", &["2", "3", "4"])]);
        let shared = shared(&before, &now);
        assert_eq!(names(&shared), BTreeMap::from([("a", "y")]));
        assert_eq!(shared[&("a", "x")], 100);
    }
}
