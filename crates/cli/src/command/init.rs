//! `stemma init ARCHIVE`: a new archive.

use crate::console::{Console, say};
use crate::exit::Exit;
use clap::Args;
use std::path::PathBuf;
use stemma_archive::Archive;
use stemma_report::visible;

/// Where it is to be.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  stemma init desk && stemma add desk reports/ && stemma run desk")]
pub struct InitArguments {
    /// The folder to make; an empty one that is there is taken
    pub archive: PathBuf,
}

/// Makes the folder.
pub fn run(arguments: &InitArguments, _: &Console) -> anyhow::Result<Exit> {
    Archive::create(&arguments.archive)?.close()?;
    let name = arguments.archive.display().to_string();
    say(&format!("made {0}; add files with: stemma add {0} FILES...", visible(&name)));
    Ok(Exit::Done)
}
