//! An archive in the place of files: its texts, and what they gave on earlier runs.

use crate::progress;
use anyhow::{Context as _, bail};
use std::io::Read;
use std::path::{Path, PathBuf};
use stemma::{Config, Decision, FromKept, Knowledge, Silent};
use stemma_archive::{Archive, Folder};
use stemma_ingest::{Options, Pile};

/// The archive that stands where files are named; nothing where files are.
pub fn archive_of(files: &[PathBuf]) -> anyhow::Result<Option<Archive>> {
    let Some(root) = files.iter().find(|file| Folder::is_archive(file)) else { return Ok(None) };
    if files.len() > 1 {
        bail!(
            "{} is an archive, and stands alone: add the other files to it, or leave it out",
            root.display()
        );
    }
    open(root).map(Some)
}

/// Opens an archive to read it.
pub fn open(root: &Path) -> anyhow::Result<Archive> {
    Ok(Archive::open(root)?)
}

/// What is in files, or in the archive that stands in their place.
pub fn pile_of(files: &[PathBuf], stdin: &mut dyn Read, options: &Options) -> anyhow::Result<Pile> {
    match archive_of(files)? {
        Some(archive) => pile_in(&archive),
        None => Ok(progress::read(files, stdin, options)),
    }
}

/// What is in an archive.
pub fn pile_in(archive: &Archive) -> anyhow::Result<Pile> {
    let sources = archive.sources()?;
    let (unread, notes) = archive.remarks()?;
    Ok(Pile { sources, unread, notes })
}

/// The account of what is in an archive, as people decided.
pub fn account_of(archive: &Archive, pile: Pile, knowledge: Knowledge) -> anyhow::Result<FromKept> {
    let decisions: Vec<Decision> = archive.folder().decisions()?.into_iter().map(|(_, one)| one).collect();
    let stage = stemma::kept::stage(knowledge);
    let mut kept = archive.kept(stage);
    let edge = (pile.unread, pile.notes);
    let config = Config::default();
    let sources = pile.sources;
    Ok(stemma::account_with_kept(sources, edge, knowledge, &mut kept, &decisions, &config, &Silent))
}

/// Opens an archive to write to it, and removes what a run that was killed left half written.
pub fn open_to_write(root: &Path) -> anyhow::Result<Archive> {
    let archive = Archive::open_to_write(root)?;
    archive.clear_unfinished().context("cannot tidy up after a run that did not end")?;
    Ok(archive)
}
