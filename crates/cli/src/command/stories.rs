//! `stemma stories ARCHIVE`: the stories of an archive, the largest first.

use super::counted;
use super::kept::open;
use crate::console::Console;
use crate::exit::Exit;
use clap::Args;
use std::path::PathBuf;
use stemma::account::record::{Value, record};
use stemma_archive::StoryRow;
use stemma_report::{jsonl, visible};

/// Stories that are listed where nobody asks for more: two screens.
const SHOWN: usize = 40;

/// Which archive, and how many.
#[derive(Debug, Args)]
pub struct StoriesArguments {
    /// The archive
    pub archive: PathBuf,

    /// How many stories are listed
    #[arg(long, value_name = "N", default_value_t = SHOWN)]
    pub limit: usize,

    /// Write JSON Lines, one story a line
    #[arg(long)]
    pub json: bool,
}

/// Lists them.
pub fn run(arguments: &StoriesArguments, console: &Console) -> anyhow::Result<Exit> {
    let (rows, total) = open(&arguments.archive)?.stories(arguments.limit)?;
    let lines: String =
        rows.iter().map(|row| if arguments.json { json_of(row) } else { shown(row) }).collect();
    let foot = if arguments.json {
        String::new()
    } else {
        format!("{} of {}\n", rows.len(), counted(total as i64, "story", "stories"))
    };
    console.write(&(lines + &foot))?;
    Ok(if total == 0 { Exit::NotFound } else { Exit::Done })
}

fn shown(row: &StoryRow) -> String {
    let title = row.title.as_deref().unwrap_or("(no headline)");
    let first = row.first.as_deref().unwrap_or("no date");
    format!(
        "{}  {}, {}, {}, {}  {}\n",
        visible(&row.name),
        counted(row.reports, "report", "reports"),
        counted(row.claims, "claim", "claims"),
        counted(row.disagreements, "disagreement", "disagreements"),
        visible(first),
        visible(title)
    )
}

fn json_of(row: &StoryRow) -> String {
    jsonl::write(&[record([
        ("story", Value::from(row.name.as_str())),
        ("reports", Value::Int(row.reports)),
        ("claims", Value::Int(row.claims)),
        ("disagreements", Value::Int(row.disagreements)),
        ("first_published", Value::optional(row.first.as_deref())),
        ("title", Value::optional(row.title.as_deref())),
    ])])
}
