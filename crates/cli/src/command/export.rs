//! `stemma export ARCHIVE FOLDER`: all that is in an archive, in forms that other programs read.

use super::kept::open;
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::{Context as _, ensure};
use clap::{Args, ValueEnum};
use serde_json::json;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use stemma_archive::{Archive, Marked};
use stemma_report::visible;

/// What is written, and where.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma export desk tables/                     one CSV file a table
  stemma export desk marks/ --as annotations     statements and claims as W3C Web Annotations, one a line
  stemma --json desk > account.jsonl             the whole account, which `stemma verify` checks")]
pub struct ExportArguments {
    /// The archive
    pub archive: PathBuf,

    /// The folder to write to; a new or an empty one
    pub folder: PathBuf,

    /// In which form
    #[arg(long = "as", value_name = "FORM", default_value = "csv")]
    pub form: Form,
}

/// Forms of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// One CSV file a table, in UTF-8; what a spreadsheet would take for a formula has a ' in front.
    Csv,
    /// W3C Web Annotations, one a line: positions in characters, and the words.
    Annotations,
}

/// Writes it.
pub fn run(arguments: &ExportArguments, _: &Console) -> anyhow::Result<Exit> {
    let archive = open(&arguments.archive)?;
    let folder = &arguments.folder;
    let name = visible(&folder.display().to_string()).into_owned();
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {name}"))?;
    let is_empty = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    ensure!(is_empty, "{name} is not empty; give a new folder");
    match arguments.form {
        Form::Csv => {
            for table in archive.readable_tables()? {
                let path = folder.join(format!("{table}.csv"));
                write_table(&archive, &table, &path)
                    .with_context(|| format!("cannot write {}", path.display()))?;
            }
        }
        Form::Annotations => {
            let path = folder.join("annotations.jsonl");
            write_annotations(&archive, &path).with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    say(&format!("wrote {name}"));
    Ok(Exit::Done)
}

fn write_table(archive: &Archive, table: &str, path: &Path) -> anyhow::Result<()> {
    let mut file = csv::Writer::from_path(path)?;
    archive.each_row(table, &mut |cells| {
        file.write_record(cells.iter().map(|cell| harmless(cell.as_deref().unwrap_or_default())))
    })??;
    Ok(file.flush()?)
}

/// A cell that no spreadsheet takes for a formula. Numbers stay what they are.
fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<i64>().is_err();
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

fn write_annotations(archive: &Archive, path: &Path) -> anyhow::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    archive.each_marked(&mut |marked| writeln!(file, "{}", annotation(&marked)))??;
    Ok(file.flush()?)
}

/// A finding in the form of the Web Annotation Data Model (W3C 2017).
fn annotation(marked: &Marked) -> serde_json::Value {
    let text = format!("urn:sha256:{}", marked.text_sha256);
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:stemma:{}", marked.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody", "format": "text/plain", "language": "en",
            "value": format!("{}: {}", marked.kind, marked.stance),
        },
        "target": {
            "source": marked.url.as_deref().unwrap_or(&text),
            "state": { "type": "State", "sha256": marked.text_sha256 },
            "selector": [
                { "type": "TextPositionSelector", "start": marked.start, "end": marked.end },
                { "type": "TextQuoteSelector", "exact": marked.words },
            ],
        },
    })
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_texts_and_numbers_numbers() {
        assert_eq!(harmless("=SUM(A1)"), "'=SUM(A1)");
        assert_eq!(harmless("@cmd"), "'@cmd");
        assert_eq!(harmless("-12"), "-12");
        assert_eq!(harmless("- said the army"), "'- said the army");
    }
}
