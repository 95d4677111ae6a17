//! `cargo xtask dist`: the archive that is handed out, the same bytes whenever it is made of the same sources.

mod archive;
mod build;
mod contents;
mod glibc;
mod third_party;

use crate::metadata::read_manifests;
use anyhow::{Context, Result, ensure};
use archive::{Entry, pack};
use build::Built;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The package of the program.
const PROGRAM: &str = "stemma-cli";

/// The page that states what the program needs.
const INSTALL: &str = "docs/install.md";

/// Builds the program, checks what it needs, packs it twice and writes the archive with its hash.
pub fn run(root: &Path) -> Result<()> {
    let built = build::build(root)?;
    check_needs(root, &built)?;
    let name = format!("stemma-{}-{}", version(root)?, built.target);
    let archive = pack(&name, contents::gather(root, &built)?)?;
    let mut again = contents::gather(root, &built)?;
    again.reverse();
    ensure!(archive == pack(&name, again)?, "the same contents, packed twice, gave different bytes");

    let folder = built.target_folder.join("dist");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let file = format!("{name}.tar.gz");
    write(&folder.join(&file), &archive)?;
    let sums = format!("{}  {file}\n", sha256(&archive));
    write(&folder.join("SHA256SUMS"), sums.as_bytes())?;
    print!("{}: {} bytes, the same when packed twice\n{sums}", folder.join(&file).display(), archive.len());
    Ok(())
}

/// Fails where the program needs a newer glibc than the page says, or holds what only its makers need.
fn check_needs(root: &Path, built: &Built) -> Result<()> {
    let program = std::fs::read(&built.program).context("cannot read the program")?;
    build::check_is_clean(&program, &built.own_folders)?;
    let needed = glibc::needed(&program).context("cannot read what the program needs")?;
    let page =
        std::fs::read_to_string(root.join(INSTALL)).with_context(|| format!("cannot read {INSTALL}"))?;
    let stated = glibc::stated(&page).context(INSTALL)?;
    let Some(needed) = needed else {
        println!("the program needs no glibc; {INSTALL} states {stated}");
        return Ok(());
    };
    println!("the program needs glibc {needed}; {INSTALL} states {stated}");
    ensure!(needed <= stated, "{INSTALL} states glibc {stated}, but the program needs {needed}");
    Ok(())
}

fn version(root: &Path) -> Result<String> {
    let packages = read_manifests(root)?.packages;
    let program = packages.into_iter().find(|package| package.name == PROGRAM);
    Ok(program.with_context(|| format!("no package `{PROGRAM}`"))?.version)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// In hexadecimal digits, as `sha256sum` writes it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files with their hashes, for `sha256sum --check`.
fn sums(entries: &[Entry]) -> String {
    entries.iter().map(|entry| format!("{}  {}\n", sha256(&entry.bytes), entry.path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_nothing_is_the_one_that_everybody_knows() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn the_page_states_one_glibc() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let page = std::fs::read_to_string(root.join(INSTALL)).unwrap();
        assert!(glibc::stated(&page).is_ok());
    }
}
