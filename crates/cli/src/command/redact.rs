//! `stemma redact ARCHIVE REPORT WORDS`: words out of a file of an archive, the rest stays.

use super::add::{options_of, read_stored};
use super::kept::open_to_write;
use crate::clock::now;
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::{Context as _, bail, ensure};
use clap::Args;
use std::path::PathBuf;
use stemma::model::{ByteRange, Sha256, Source};
use stemma_archive::{Addition, Archive, Folder, Line, read_manifest};
use stemma_ingest::{File, Options, read_file};
use stemma_report::visible;

/// What stands where words were.
const BLACK: u8 = b'X';

/// From which report, and which words.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  stemma redact desk r1f2e3d4c5b6a798 'Ada Roon'

Every place in the file where the words stand is overwritten with as many X; the file has another hash then, and the old one
is forgotten as `stemma forget` does it. A file that holds several reports cannot be redacted: take the words out of it
yourself, forget it, and add it again.")]
pub struct RedactArguments {
    /// The archive
    pub archive: PathBuf,

    /// The report, by its identifier
    pub report: String,

    /// The words, as they stand in it
    pub words: String,
}

/// Writes the file anew without the words, and forgets the old one.
pub fn run(arguments: &RedactArguments, _: &Console) -> anyhow::Result<Exit> {
    let words = arguments.words.as_str();
    ensure!(words.contains(char::is_alphanumeric), "there is no word to take out");
    let mut archive = open_to_write(&arguments.archive)?;
    let originals = archive.originals_of(&arguments.report)?;
    ensure!(!originals.is_empty(), "nothing in this archive is called {}", arguments.report);
    let (lines, _) = read_manifest(archive.folder())?;
    let mut redacted = Vec::new();
    for (sha256, name) in &originals {
        let line = lines.iter().find(|line| line.sha256 == sha256.to_string() && line.name == *name);
        let line = line.with_context(|| format!("the manifest does not name {name}"))?;
        let bytes = without(archive.folder(), *sha256, line, words)
            .with_context(|| format!("cannot redact {}", visible(name)))?;
        redacted.push((*sha256, line, bytes));
    }
    for (sha256, line, bytes) in &redacted {
        add(&mut archive, line, bytes)?;
        archive.forget(*sha256, &now())?;
        say(&format!("redacted: {}", visible(&line.name)));
    }
    archive.close()?;
    say("`stemma run` finds again what is found now");
    Ok(Exit::Done)
}

/// The bytes of a file without the words, or why that cannot be.
fn without(folder: &Folder, sha256: Sha256, line: &Line, words: &str) -> anyhow::Result<Vec<u8>> {
    let options = Options { maps: true, ..options_of(folder, &line.reading)? };
    let path = folder.original(sha256);
    let mut bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let file = File { name: line.name.clone(), path, bytes: Some(line.bytes) };
    let sources = read_file(&file, &options).sources;
    let [source] = sources.as_slice() else {
        bail!("it holds {} reports; see `stemma redact --help`", sources.len())
    };
    ensure!(source.original_sha256 == sha256, "its report is packed in it; see `stemma redact --help`");
    ensure!(source.text.contains(words), "the words do not stand in it");
    blacken(&mut bytes, source, words);
    Ok(bytes)
}

/// Overwrites what the words of the text come from, and the words wherever else they stand in the file.
fn blacken(bytes: &mut [u8], source: &Source, words: &str) {
    for (start, found) in source.text.match_indices(words) {
        for range in source.map.original(ByteRange::new(start, start + found.len())) {
            if let Some(piece) = bytes.get_mut(range.as_usize()) {
                piece.fill(BLACK);
            }
        }
    }
    let words = words.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(words.len()).position(|piece| piece == words) {
        bytes[at + found..][..words.len()].fill(BLACK);
        at += found + words.len();
    }
}

/// Adds the file anew, and makes sure that the words are gone before the old one is.
fn add(archive: &mut Archive, line: &Line, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = archive.folder().clone();
    let (sha256, n_bytes) = folder.store(&mut &*bytes, &PathBuf::from(&line.name))?;
    let (name, reading) = (line.name.clone(), line.reading.clone());
    let addition = Addition { sha256, bytes: n_bytes, name, reading };
    let options = options_of(&folder, &line.reading)?;
    let stored = read_stored(&folder, addition, &options);
    ensure!(
        stored.sources.len() == 1,
        "without the words the file cannot be read any more; forget it instead"
    );
    if !archive.has(sha256, &line.name)? {
        archive.add(&[stored], Some(&now()))?;
    }
    Ok(())
}
