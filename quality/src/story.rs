//! The account of a folder of reports, in the neutral form.

use crate::neutral::neutral;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use stemma::{Config, Silent};
use stemma_ingest::{Options, read_pile};

/// Reads `folder` and writes `output`; prints how much was found.
pub fn run(folder: &Path, output: &Path, loose: bool) -> Result<()> {
    let pile = read_pile(&[folder.to_owned()], &mut std::io::empty(), &Options::default());
    ensure!(!pile.sources.is_empty(), "no report could be read in {}", folder.display());
    let config = Config { reuse: stemma::reuse::Config { loose, ..Default::default() } };
    let knowledge = crate::knowledge::knowledge()?;
    let account = stemma::account(pile.sources, pile.unread, pile.notes, knowledge, &config, &Silent);
    let json = serde_json::to_string_pretty(&neutral(&account))?;
    std::fs::write(output, json).with_context(|| format!("cannot write {}", output.display()))?;
    println!("reports: {}", account.reports.len());
    println!("unread: {}", account.unread.len());
    println!("passages: {}", account.passages.len());
    println!("statements: {}", account.statements.len());
    println!("stories: {}", account.stories.len());
    Ok(())
}
