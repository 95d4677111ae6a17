//! `stemma diff ARCHIVE`: what is new from one run to another.

use super::kept::open;
use crate::console::Console;
use crate::exit::Exit;
use anyhow::{Context as _, ensure};
use clap::Args;
use std::path::PathBuf;
use stemma::account::record::{Value, record};
use stemma_archive::Change;
use stemma_report::{jsonl, visible};

/// Which runs.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma diff desk             what the last run found that the one before had not
  stemma diff desk 3 7         what runs 4 to 7 found")]
pub struct DiffArguments {
    /// The archive
    pub archive: PathBuf,

    /// A run, by its number; without it, the one before the last
    pub after: Option<i64>,

    /// A later run; without it, the last
    pub up_to: Option<i64>,

    /// Write JSON Lines, one change a line
    #[arg(long)]
    pub json: bool,
}

/// Lists what is new.
pub fn run(arguments: &DiffArguments, console: &Console) -> anyhow::Result<Exit> {
    let archive = open(&arguments.archive)?;
    let last = archive.last_run()?.context("the archive has no run yet; make one with `stemma run`")?.id;
    let up_to = arguments.up_to.unwrap_or(last);
    let after = arguments.after.unwrap_or(up_to - 1);
    ensure!(0 <= after && after <= up_to && up_to <= last, "the archive has the runs 1 to {last}");
    let changes = archive.changes(after, up_to)?;
    let lines: String =
        changes.iter().map(|one| if arguments.json { json_of(one) } else { shown(one) }).collect();
    let foot = match arguments.json {
        true => String::new(),
        false => format!("{} changes from run {after} to run {up_to}\n", changes.len()),
    };
    console.write(&(lines + &foot))?;
    Ok(Exit::Done)
}

fn shown(change: &Change) -> String {
    let words = change.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let counts = match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!("  {} -> {}", visible(before), visible(after)),
        (None, Some(after)) => format!("  {}", visible(after)),
        _ => String::new(),
    };
    format!("{}{counts}  {}\n", visible(&change.what), visible(&words))
}

fn json_of(change: &Change) -> String {
    jsonl::write(&[record([
        ("run", Value::Int(change.run)),
        ("what", Value::from(change.what.as_str())),
        ("story", Value::optional(change.story.as_deref())),
        ("words", Value::from(change.words.as_str())),
        ("before", Value::optional(change.before.as_deref())),
        ("after", Value::optional(change.after.as_deref())),
    ])])
}
