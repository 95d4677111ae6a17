//! `stemma events FILES...`: coded happenings as rows for a coder, with the evidence of each cell.

use super::{knowledge, own_places, read_asked};
use crate::arguments::{CommonArguments, PileArguments};
use crate::console::Console;
use crate::exit::Exit;
use anyhow::{Context, ensure};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use stemma::event::EventTable;
use stemma::{Config, Silent};
use stemma_ingest::{read_actors, read_coded_rows};
use stemma_report::coder::{self, Actor, Format, KnownRow, Rows};

/// What is written, and where.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma events reports/                              a row for each happening, with PLOVER's types
  stemma events reports/ --format acled -o rows.csv   ACLED's columns as a draft, evidence.csv beside it
  stemma events reports/ --format jsonl               each cell with the bytes that prove it
  stemma events reports/ --actors actors.csv --known coded.csv
  stemma events reports/ --event-table words.table    words of your own for kinds of events")]
pub struct EventsArguments {
    #[command(flatten)]
    pub pile: PileArguments,

    /// How rows are written
    #[arg(long, value_name = "FORM", default_value = "csv")]
    pub format: RowFormat,

    /// The file to write; an earlier one is replaced, and so is evidence.csv in the same folder, which has a line
    /// for each place of each cell. Without it rows go to standard output, and no evidence is written
    #[arg(short, long, value_name = "ROWS")]
    pub output: Option<PathBuf>,

    /// A CSV file with the columns name, aliases (parted by semicolons) and type: actors as you call them
    #[arg(long, value_name = "FILE.csv")]
    pub actors: Option<PathBuf>,

    /// A CSV file with the columns event_date, event_type and location: rows coded before, which are marked
    #[arg(long, value_name = "ROWS.csv")]
    pub known: Option<PathBuf>,

    /// Words of your own for kinds of events, in the form of stemma's own table; yours go before
    #[arg(long, value_name = "FILE")]
    pub event_table: Option<PathBuf>,
}

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RowFormat {
    /// JSON Lines: each cell with the bytes that prove it.
    Jsonl,
    /// A table with PLOVER's type, mode and contexts.
    Csv,
    /// A table with ACLED's columns, as a draft.
    Acled,
}

/// Where the evidence goes.
const EVIDENCE: &str = "evidence.csv";

/// Reads the files and writes what happened in them.
pub fn run(arguments: &EventsArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let table = table(arguments.event_table.as_deref())?;
    let actors = actors(arguments.actors.as_deref())?;
    let known = known(arguments.known.as_deref())?;
    let own = own_places(common)?;
    let written = arguments.output.as_ref().and_then(|path| path.file_name());
    ensure!(
        written.is_none_or(|name| name != EVIDENCE),
        "{EVIDENCE} is written beside the rows; give them another name"
    );
    let Some(pile) = read_asked(&arguments.pile, common, console)? else { return Ok(Exit::Failed) };
    let edge = (pile.unread, pile.notes);
    let config = Config::default();
    let (account, coded) =
        stemma::account_with_events(pile.sources, edge, knowledge(own.as_ref())?, &table, &config, &Silent);
    let records = stemma::account::records(&account);
    let digest = super::digest_of(&records).unwrap_or_default();
    let rows = Rows { account: &account, coded: &coded, actors: &actors, known: &known, digest };
    let format = match arguments.format {
        RowFormat::Jsonl => Format::Jsonl,
        RowFormat::Csv => Format::Csv,
        RowFormat::Acled => Format::Acled,
    };
    match &arguments.output {
        None => console.write(&coder::rows(&rows, format))?,
        Some(path) => {
            write(path, &coder::rows(&rows, format))?;
            write(&path.with_file_name(EVIDENCE), &coder::evidence(&rows, format))?;
        }
    }
    Ok(if account.unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn table(path: Option<&Path>) -> anyhow::Result<EventTable> {
    let mut table = EventTable::ours().context("the event table that the program brings along is damaged")?;
    if let Some(path) = path {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        table.extend(&text).map_err(|wrong| anyhow::anyhow!("{}, {wrong}", path.display()))?;
    }
    Ok(table)
}

fn actors(path: Option<&Path>) -> anyhow::Result<Vec<Actor>> {
    let listed = path.map(read_actors).transpose()?.unwrap_or_default();
    Ok(listed.into_iter().map(|one| Actor { name: one.name, aliases: one.aliases, kind: one.kind }).collect())
}

fn known(path: Option<&Path>) -> anyhow::Result<Vec<KnownRow>> {
    let coded = path.map(read_coded_rows).transpose()?.unwrap_or_default();
    let row = |one: stemma_ingest::CodedRow| KnownRow {
        line: one.line,
        event_date: one.event_date,
        event_type: one.event_type,
        location: one.location,
    };
    Ok(coded.into_iter().map(row).collect())
}
