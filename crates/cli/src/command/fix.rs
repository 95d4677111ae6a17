//! `stemma fix ARCHIVE ...`: decisions of a person on what was found.

use super::kept::{open, open_to_write};
use crate::clock::now;
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::{Context as _, bail, ensure};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use stemma::Decision;
use stemma::decision::{Anchor, What};
use stemma::model::VoiceKind;
use stemma_archive::{Act, Archive, Entry};
use stemma_report::visible;

/// In which archive, and what.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma fix desk reject s1f2e3d4c5b6a798               this is no statement
  stemma fix desk same-source v1f2e... v8a9b...         two names of one speaker
  stemma fix desk merge m1f2e... m8a9b...               two claims that are one
  stemma fix desk list                                  all decisions
  stemma fix desk undo 3

Decisions take effect with the next `stemma run`, and with every run after it.")]
pub struct FixArguments {
    /// The archive
    pub archive: PathBuf,

    #[command(subcommand)]
    pub act: FixAct,
}

/// What is decided.
#[derive(Debug, Subcommand)]
pub enum FixAct {
    /// It is no statement, carries no claim, or is no claim
    Reject {
        /// A statement (s...), instance (i...) or claim (m...), by its whole identifier
        id: String,
    },
    /// Whom the source words of a statement ("he", "the spokesman") stand for
    Name {
        /// The statement
        id: String,
        /// The name, as it stands in the same report
        name: String,
        /// It is a body and no person
        #[arg(long)]
        body: bool,
    },
    /// Two speakers are one
    SameSource {
        /// One voice (v...)
        one: String,
        /// The other
        other: String,
    },
    /// Two claims are one
    Merge {
        /// One claim (m...) or instance (i...)
        one: String,
        /// The other
        other: String,
    },
    /// An instance carries another claim than those it is listed with
    Split {
        /// The instance (i...)
        id: String,
    },
    /// A line is part of the account
    NotFurniture {
        /// The line (u...)
        id: String,
    },
    /// List all decisions, also those that were taken back
    List,
    /// Take a decision back
    Undo {
        /// Its number
        number: usize,
    },
}

/// Writes the decision into the ledger, or lists what stands there.
pub fn run(arguments: &FixArguments, console: &Console) -> anyhow::Result<Exit> {
    let root = &arguments.archive;
    match &arguments.act {
        FixAct::List => list(&open(root)?, console),
        FixAct::Undo { number } => undo(root, *number),
        FixAct::Reject { id } => {
            let what = if id.starts_with('s') { What::RejectStatement } else { What::RejectInstance };
            decide(root, what, |archive| anchors(archive, id, "sim"))
        }
        FixAct::SameSource { one, other } => {
            decide(root, What::SameSource, |archive| pair(archive, one, other, "v"))
        }
        FixAct::Merge { one, other } => decide(root, What::Merge, |archive| pair(archive, one, other, "mi")),
        FixAct::Split { id } => decide(root, What::Split, |archive| anchors(archive, id, "i")),
        FixAct::NotFurniture { id } => decide(root, What::NotFurniture, |archive| anchors(archive, id, "u")),
        FixAct::Name { id, name, body } => {
            let kind = if *body { VoiceKind::Body } else { VoiceKind::Person };
            decide(root, What::Name(kind), |archive| {
                let statement = first(archive, id, "s")?;
                let name = archive.words_near(&statement, name)?.with_context(|| {
                    format!("{name:?} does not stand in the report of {id}; give the name as it stands there")
                })?;
                Ok(vec![statement, name])
            })
        }
    }
}

fn decide(
    root: &Path,
    what: What,
    anchors: impl FnOnce(&Archive) -> anyhow::Result<Vec<Anchor>>,
) -> anyhow::Result<Exit> {
    let mut archive = open_to_write(root)?;
    let anchors = anchors(&archive)?;
    let number = archive.enter(&Act::Decided(Decision { what, anchors }), &now())?;
    archive.close()?;
    say(&format!("decision {number}: {}; `stemma run` has it take effect", what.label()));
    Ok(Exit::Done)
}

/// The places of a finding, which must be of one of some kinds.
fn anchors(archive: &Archive, id: &str, kinds: &str) -> anyhow::Result<Vec<Anchor>> {
    ensure!(
        id.starts_with(|first| kinds.contains(first)),
        "{id} is not what can be decided on here; see `stemma fix --help`"
    );
    let anchors = archive.anchors(id)?;
    ensure!(!anchors.is_empty(), "the last run has no finding {id}; give the whole identifier");
    Ok(anchors)
}

fn first(archive: &Archive, id: &str, kinds: &str) -> anyhow::Result<Anchor> {
    anchors(archive, id, kinds)?.first().copied().with_context(|| format!("{id} stands nowhere"))
}

fn pair(archive: &Archive, one: &str, other: &str, kinds: &str) -> anyhow::Result<Vec<Anchor>> {
    ensure!(one != other, "{one} is given twice");
    Ok(vec![first(archive, one, kinds)?, first(archive, other, kinds)?])
}

fn undo(root: &Path, number: usize) -> anyhow::Result<Exit> {
    let mut archive = open_to_write(root)?;
    if archive.folder().decisions()?.iter().all(|(holding, _)| *holding != number) {
        bail!("there is no decision {number} that holds; see `stemma fix ARCHIVE list`");
    }
    archive.enter(&Act::Undone(number), &now())?;
    archive.close()?;
    say(&format!("decision {number} is taken back; `stemma run` goes on without it"));
    Ok(Exit::Done)
}

fn list(archive: &Archive, console: &Console) -> anyhow::Result<Exit> {
    let entries = archive.folder().ledger_entries()?;
    let mut lines = String::new();
    for Entry { number, act, when, .. } in &entries {
        let told = match act {
            Act::Undone(undone) => format!("undo {undone}"),
            Act::Forgotten(sha256) => format!("forget {sha256}"),
            Act::Decided(Decision { what, anchors }) => {
                let mut told = what.label().to_owned();
                for anchor in anchors {
                    let words = archive.words_at(anchor)?;
                    let words = words
                        .as_deref()
                        .map_or("(its text is gone)".to_owned(), |words| format!("{words:?}"));
                    told.push_str(&format!("  {}", visible(&words)));
                }
                told
            }
        };
        lines.push_str(&format!("{number}  {}  {told}\n", visible(when)));
    }
    console.write(&lines)?;
    Ok(Exit::Done)
}
