//! Rows of a table with tabs: a sentence, who acts, on whom, and the type.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use stemma::model::EventType;

/// A sentence with its gold.
pub struct Row {
    /// The sentence.
    pub sentence: String,
    /// Who acts, as the row has it.
    pub source: String,
    /// On whom.
    pub target: String,
    /// The type.
    pub gold: String,
}

/// Reads the file, or the one file with the ending .tsv in a folder.
pub fn read(path: &Path) -> Result<Vec<Row>> {
    let file = file_of(path)?;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').map(str::trim).collect();
    let column = |name: &str| {
        let place = header.iter().position(|column| *column == name);
        place.with_context(|| format!("{} has no column {name}", file.display()))
    };
    let places = [column("sentence")?, column("source")?, column("target")?, column("gold_root")?];
    let mut rows = Vec::new();
    for (idx, line) in lines.enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |place: usize| {
            let cell = cells
                .get(place)
                .with_context(|| format!("line {} of {} has too few columns", idx + 2, file.display()))?;
            Ok::<String, anyhow::Error>(plain(cell))
        };
        rows.push(Row {
            sentence: cell(places[0])?,
            source: cell(places[1])?,
            target: cell(places[2])?,
            gold: cell(places[3])?.to_uppercase(),
        });
    }
    Ok(rows)
}

fn file_of(path: &Path) -> Result<PathBuf> {
    if path.is_file() {
        return Ok(path.to_path_buf());
    }
    let files = crate::files::with_ending(path, "tsv")?;
    match files.as_slice() {
        [file] => Ok(file.clone()),
        files => bail!("{} holds {} files with the ending .tsv, and not one", path.display(), files.len()),
    }
}

/// A cell as it was before a spreadsheet quoted it.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    let inside = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inside.map_or_else(|| cell.to_owned(), |inside| inside.replace("\"\"", "\""))
}

/// The name of a type in the set, which has one for giving way in words and in deeds.
pub fn root_of(kind: EventType) -> &'static str {
    match kind {
        EventType::Concede | EventType::Retreat => "YIELD",
        kind => kind.name(),
    }
}
