//! `stemma forget ARCHIVE WHAT`: a file out of an archive, with all that was found in it.

use super::kept::open_to_write;
use crate::clock::now;
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::ensure;
use clap::Args;
use std::collections::BTreeSet;
use std::path::PathBuf;
use stemma_report::visible;

/// From which archive, and what.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma forget desk r1f2e3d4c5b6a798      the files in which this report was found
  stemma forget desk reports/a.txt         a file, by the name under which it was added

No byte of the file, of its texts or of what was found in them stays in the folder; the ledger keeps a hash. What the disk
keeps of deleted files, and copies of the folder elsewhere, are beyond this program. A file that holds many reports is
forgotten whole.")]
pub struct ForgetArguments {
    /// The archive
    pub archive: PathBuf,

    /// A report by its identifier, or a file by its name or hash
    pub what: String,
}

/// Erases it.
pub fn run(arguments: &ForgetArguments, _: &Console) -> anyhow::Result<Exit> {
    let mut archive = open_to_write(&arguments.archive)?;
    let originals = archive.originals_of(&arguments.what)?;
    ensure!(!originals.is_empty(), "nothing in this archive is called {}", arguments.what);
    let files: BTreeSet<_> = originals.iter().map(|(sha256, _)| *sha256).collect();
    for sha256 in &files {
        archive.forget(*sha256, &now())?;
    }
    archive.close()?;
    for (_, name) in &originals {
        say(&format!("forgotten: {}", visible(name)));
    }
    say("`stemma run` finds again what is found in the rest");
    Ok(Exit::Done)
}
