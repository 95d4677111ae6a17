//! `stemma run ARCHIVE`: all that is to be found in an archive.

use super::kept::{account_of, open_to_write, pile_in};
use super::{knowledge, own_places};
use crate::arguments::CommonArguments;
use crate::console::{Console, say};
use crate::exit::Exit;
use crate::steps::Steps;
use clap::Args;
use rayon::prelude::*;
use std::path::PathBuf;
use stemma::{FromKept, Knowledge};
use stemma_archive::{Archive, pack};

/// Texts that are analysed before their findings are kept have so many bytes: some seconds of work, which is what is
/// lost when the program is killed.
const CHUNK_BYTES: usize = 256 << 10;

/// Which archive, and what of it again.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma run desk
  stemma run desk --force      as if nothing had been analysed before

After an interruption, give the same command once more: it goes on where it stopped.")]
pub struct RunArguments {
    /// The archive
    pub archive: PathBuf,

    /// Analyse all reports again
    #[arg(long)]
    pub force: bool,
}

/// Analyses what is new, finds what all reports have in common, and writes both whole.
pub fn run(arguments: &RunArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let mut archive = open_to_write(&arguments.archive)?;
    let own = own_places(common)?;
    let knowledge = knowledge(own.as_ref())?;
    if arguments.force {
        archive.forget_findings()?;
    }
    let analysed = analyse(&mut archive, knowledge)?;
    let pile = pile_in(&archive)?;
    if pile.sources.is_empty() {
        console.error("the archive has no reports; add some with `stemma add`");
        return Ok(Exit::Failed);
    }
    say(&format!("{analysed} texts analysed; comparing {} reports", pile.sources.len()));
    let FromKept { account, n_analysed: again, orphans } = account_of(&archive, pile, knowledge)?;
    say_orphans(&archive, &orphans)?;
    let records = stemma::account::records(&account);
    let run = archive.finish_run(&records, analysed + again)?;
    archive.close()?;
    console.write(&format!(
        "run {}: {} reports, {} of them analysed; {} findings new, {} gone\ndigest {}\n",
        run.id,
        run.reports,
        analysed + again,
        run.n_new,
        run.n_gone,
        run.digest
    ))?;
    Ok(if account.unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}

/// Decisions whose words are no longer there, or no longer found, stay in the ledger, and whoever runs hears of them.
fn say_orphans(archive: &Archive, orphans: &[usize]) -> anyhow::Result<()> {
    let decisions = archive.folder().decisions()?;
    for place in orphans {
        if let Some((number, decision)) = decisions.get(*place) {
            let what = decision.what.label();
            say(&format!(
                "warning: decision {number} ({what}) finds nothing that it is about, and has no effect"
            ));
        }
    }
    Ok(())
}

/// Analyses texts that have no findings, and keeps them as it goes.
fn analyse(archive: &mut Archive, knowledge: Knowledge) -> anyhow::Result<usize> {
    let stage = stemma::kept::stage(knowledge);
    let progress = Steps::new("texts", archive.n_pending(stage)?);
    let (mut behind, mut done) = (0, 0);
    loop {
        let pending = archive.pending(stage, behind, CHUNK_BYTES)?;
        let Some(last) = pending.last() else { return Ok(done) };
        behind = last.id;
        let findings: Vec<(i64, Vec<u8>)> = pending
            .par_iter()
            .map(|text| (text.id, pack(&stemma::kept::findings_to_keep(&text.text, knowledge))))
            .collect();
        archive.keep(stage, &findings)?;
        done += findings.len();
        progress.at(done);
    }
}
