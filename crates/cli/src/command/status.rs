//! `stemma status ARCHIVE`: what is in an archive.

use super::counted;
use super::kept::open;
use crate::console::Console;
use crate::exit::Exit;
use clap::Args;
use std::path::PathBuf;
use stemma::account::record::{Value, record};
use stemma_archive::Status;
use stemma_report::{jsonl, visible};

/// Which archive.
#[derive(Debug, Args)]
pub struct StatusArguments {
    /// The archive
    pub archive: PathBuf,

    /// Write one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Says what is in it.
pub fn run(arguments: &StatusArguments, console: &Console) -> anyhow::Result<Exit> {
    let status = open(&arguments.archive)?.status()?;
    console.write(&if arguments.json { json_of(&status) } else { shown(&status) })?;
    Ok(Exit::Done)
}

fn shown(status: &Status) -> String {
    let Status { originals, original_bytes, texts, sources, unread, new_texts, database_bytes, .. } = status;
    let mut lines = format!(
        "{originals} files, {original_bytes} bytes; {sources} reports in them, {texts} different texts, {unread} not read\n\
         database: {database_bytes} bytes\n"
    );
    match &status.last {
        Some(run) => {
            let [stories, claims, disagreements] = status.found;
            lines.push_str(&format!(
                "run {}: {}, {}, {}\ndigest {}\n",
                run.id,
                counted(stories, "story", "stories"),
                counted(claims, "claim", "claims"),
                counted(disagreements, "disagreement", "disagreements"),
                visible(&run.digest)
            ));
            if *new_texts > 0 {
                lines.push_str(&format!("{new_texts} texts came later: `stemma run` reads them\n"));
            }
        }
        None => lines.push_str("no run yet: `stemma run` reads it\n"),
    }
    lines
}

fn json_of(status: &Status) -> String {
    let [stories, claims, disagreements] = status.found.map(Value::Int);
    let run = status.last.as_ref().map(|run| {
        Value::map([
            ("run", Value::Int(run.id)),
            ("digest", Value::from(run.digest.as_str())),
            ("reports", Value::Int(run.reports)),
        ])
    });
    jsonl::write(&[record([
        ("originals", Value::Int(status.originals)),
        ("original_bytes", Value::Int(status.original_bytes)),
        ("texts", Value::Int(status.texts)),
        ("sources", Value::Int(status.sources)),
        ("unread", Value::Int(status.unread)),
        ("new_texts", Value::Int(status.new_texts)),
        ("database_bytes", Value::Int(i64::try_from(status.database_bytes).unwrap_or(i64::MAX))),
        ("stories", stories),
        ("claims", claims),
        ("disagreements", disagreements),
        ("last", run.unwrap_or(Value::Null)),
    ])])
}
