//! `stemma show FILES...`: reports with the times and quantities in them, and the day on which each was published.

use super::read_whole;
use crate::arguments::{CommonArguments, ShowArguments};
use crate::console::Console;
use crate::exit::Exit;
use stemma::{Config, Silent};
use stemma_ingest::Pile;
use stemma_report::terminal;

/// Reads the files and writes them with what they say of when and how many.
pub fn run(arguments: &ShowArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let Some(pile) = read_whole(&arguments.files, common, console)? else { return Ok(Exit::Failed) };
    let Pile { sources, unread, .. } = pile;
    let read = stemma::annotated(sources, &Config::default(), &Silent);
    let options = console.options(arguments.all, None);
    console.write(&terminal::annotated(&read, &options))?;
    Ok(if unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}
