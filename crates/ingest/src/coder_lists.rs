//! What a coder hands in beside reports: actors with their aliases, and rows that were coded before.

use std::path::{Path, PathBuf};

/// An actor as a coder calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedActor {
    /// The name.
    pub name: String,
    /// What reports call it; in the table parted by semicolons.
    pub aliases: Vec<String>,
    /// Its type, as the coder writes it; empty where the table leaves it so.
    pub kind: String,
}

/// A row that was coded before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodedRow {
    /// Its line, counted from 1.
    pub line: u64,
    /// The day, as 2018-05-21; empty where the table leaves it so.
    pub event_date: String,
    /// The type.
    pub event_type: String,
    /// Where; empty where the table leaves it so.
    pub location: String,
}

/// Why a table cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    /// The file cannot be opened.
    #[error("{} cannot be read", path.display())]
    Open {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is no table.
    #[error("{} is not a CSV file in UTF-8", path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// What is wrong, with the line.
        source: csv::Error,
    },
    /// The first line does not name the columns.
    #[error("{}, line 1: the column {missing} is missing; there must be {columns}", path.display())]
    Header {
        /// The file.
        path: PathBuf,
        /// The column.
        missing: &'static str,
        /// All that there must be.
        columns: String,
    },
    /// A cell cannot be used.
    #[error("{}, line {line}, column {column}: {problem}", path.display())]
    Cell {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// What is wrong with it.
        problem: String,
    },
}

/// Reads a list of actors: a CSV file in UTF-8 with the columns `name`, `aliases` and `type`.
pub fn read_actors(path: &Path) -> Result<Vec<ListedActor>, ListError> {
    let mut found: Vec<ListedActor> = Vec::new();
    for (line, [name, aliases, kind]) in read(path, ["name", "aliases", "type"])? {
        let wrong =
            |column, problem: String| ListError::Cell { path: path.to_path_buf(), line, column, problem };
        if !name.contains(char::is_alphanumeric) {
            return Err(wrong("name", format!("{name:?} is no name")));
        }
        if found.iter().any(|known| known.name == name) {
            return Err(wrong("name", format!("{name} is listed before")));
        }
        let parts = aliases.split(';').map(|alias| alias.trim().to_owned());
        let aliases: Vec<String> = parts.filter(|alias| !alias.is_empty()).collect();
        if let Some(alias) = aliases.iter().find(|alias| !alias.contains(char::is_alphanumeric)) {
            return Err(wrong("aliases", format!("{alias:?} is no name")));
        }
        found.push(ListedActor { name, aliases, kind });
    }
    Ok(found)
}

/// Reads rows that were coded before: a CSV file in UTF-8 with the columns `event_date`, `event_type` and `location`, as
/// `stemma events --format acled` writes them; others beside them are not read.
pub fn read_coded_rows(path: &Path) -> Result<Vec<CodedRow>, ListError> {
    let mut found = Vec::new();
    for (line, [event_date, event_type, location]) in read(path, ["event_date", "event_type", "location"])? {
        if !event_date.is_empty() && !is_day(&event_date) {
            let problem = format!("{event_date:?} is not a day like 2018-05-21");
            return Err(ListError::Cell { path: path.to_path_buf(), line, column: "event_date", problem });
        }
        found.push(CodedRow { line, event_date, event_type, location });
    }
    Ok(found)
}

/// Whether a text has the form of a day, and its month and day can be.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |at: usize, len: usize| {
        parts
            .get(at)
            .filter(|part| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit()))?
            .parse::<u32>()
            .ok()
    };
    parts.len() == 3
        && number(0, 4).is_some()
        && number(1, 2).is_some_and(|month| (1..=12).contains(&month))
        && number(2, 2).is_some_and(|day| (1..=31).contains(&day))
}

/// Cells of a table, in the order that is asked for, each with its line.
type Table = Vec<(u64, [String; 3])>;

fn read(path: &Path, names: [&'static str; 3]) -> Result<Table, ListError> {
    let bytes = std::fs::read(path).map_err(|source| ListError::Open { path: path.to_path_buf(), source })?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bytes.as_slice());
    let of_csv = |source| ListError::Csv { path: path.to_path_buf(), source };
    let header = reader.headers().map_err(of_csv)?.clone();
    let mut places = [0; 3];
    for (place, name) in places.iter_mut().zip(names) {
        *place = header.iter().position(|column| column == name).ok_or_else(|| ListError::Header {
            path: path.to_path_buf(),
            missing: name,
            columns: names.join(", "),
        })?;
    }
    let mut rows = Vec::new();
    for row in reader.records() {
        let row = row.map_err(of_csv)?;
        let line = row.position().map_or(0, csv::Position::line);
        rows.push((line, places.map(|place| row.get(place).unwrap_or_default().to_owned())));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T: std::fmt::Debug>(table: &str, read: impl Fn(&Path) -> Result<T, ListError>) -> String {
        let dir = tempfile::tempdir().expect("a temporary folder can be made");
        let path = dir.path().join("list.csv");
        std::fs::write(&path, table).expect("written");
        let error = read(&path).expect_err("the table is bad").to_string();
        error.split_once("list.csv").expect("it names the file").1.to_owned()
    }

    #[test]
    fn actors_have_names_aliases_and_types() {
        let dir = tempfile::tempdir().expect("a temporary folder can be made");
        let path = dir.path().join("actors.csv");
        std::fs::write(
            &path,
            "type,name,aliases\n2,Upland Front,the Front; Front fighters\n1,Army of Orvandia,\n",
        )
        .expect("written");
        let actors = read_actors(&path).expect("good");
        assert_eq!(actors[0].aliases, ["the Front", "Front fighters"]);
        assert_eq!((actors[1].name.as_str(), actors[1].kind.as_str()), ("Army of Orvandia", "1"));
    }

    #[test]
    fn what_is_wrong_is_said_with_file_line_and_column() {
        assert_eq!(
            said("name,type\nA,1\n", read_actors),
            ", line 1: the column aliases is missing; there must be name, aliases, type"
        );
        assert_eq!(
            said("name,aliases,type\nA,,1\n--,,1\n", read_actors),
            ", line 3, column name: \"--\" is no name"
        );
        assert_eq!(
            said("name,aliases,type\nA,,1\nA,,2\n", read_actors),
            ", line 3, column name: A is listed before"
        );
        assert_eq!(
            said("name,aliases,type\nA,b;?,1\n", read_actors),
            ", line 2, column aliases: \"?\" is no name"
        );
        assert_eq!(
            said("event_date,event_type,location\n21 May,Battles,Orna\n", read_coded_rows),
            ", line 2, column event_date: \"21 May\" is not a day like 2018-05-21"
        );
        assert_eq!(
            said("event_date,location\n", read_coded_rows),
            ", line 1: the column event_type is missing; there must be event_date, event_type, location"
        );
        assert!(said("name,aliases,type\nA,1\n", read_actors).contains("is not a CSV file"));
    }

    #[test]
    fn a_table_that_is_not_there_is_said() {
        let error = read_actors(Path::new("no-such-folder/actors.csv")).expect_err("it is not there");
        assert_eq!(error.to_string(), "no-such-folder/actors.csv cannot be read");
    }
}
