//! `stemma show FILES...`: reports with the times and quantities in them, and the day on which each was published.

use crate::arguments::{CommonArguments, ShowArguments};
use crate::console::Console;
use crate::exit::Exit;
use stemma::{Config, Silent};
use stemma_ingest::{Pile, read_pile};
use stemma_report::terminal;

/// Reads the files and writes them with what they say of when and how many.
pub fn run(arguments: &ShowArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let pile = read_pile(&arguments.files, &mut std::io::stdin().lock(), &common.reading()?);
    console.warn(&pile.unread, &pile.notes);
    let Pile { sources, unread, .. } = pile;
    if sources.is_empty() {
        console.error("nothing could be read");
        return Ok(Exit::Failed);
    }
    let read = stemma::annotated(sources, &Config::default(), &Silent);
    let options = console.options(arguments.all, None);
    console.write(&terminal::annotated(&read, &options))?;
    Ok(if unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}
