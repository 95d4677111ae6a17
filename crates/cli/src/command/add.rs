//! `stemma add ARCHIVE FILES...`: files into an archive.

use super::kept::open_to_write;
use crate::arguments::CommonArguments;
use crate::clock::now;
use crate::console::{Console, say};
use crate::exit::Exit;
use crate::steps::Steps;
use anyhow::{Context as _, ensure};
use clap::Args;
use rayon::prelude::*;
use serde_json::json;
use std::path::{Path, PathBuf};
use stemma::model::{Sha256, Unread};
use stemma_archive::{Addition, Archive, Folder, Stored};
use stemma_ingest::{File, Options, list_files, read_file};
use stemma_report::visible;

/// Files that are added at once have so many bytes together, at least one file. What is added at once is in or not in
/// after the program was killed, and is held in memory.
const BATCH_BYTES: u64 = 32 << 20;

/// And they are so many.
const BATCH_FILES: usize = 1024;

/// What is added, and to what.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma add desk reports/
  stemma add desk week.zip feed.xml            each is one original, with all reports in it
  stemma add desk --outlets outlets.csv pages/

A file that is in already, under the same name and with the same bytes, is not added again. After an interruption, give
the same command once more.")]
pub struct AddArguments {
    /// The archive
    pub archive: PathBuf,

    /// Files, folders or patterns to add; `-` is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// Read every file as JSON Lines, one report a line, whatever it is called
    #[arg(long)]
    pub jsonl: bool,
}

/// Adds the files and says how many are new.
pub fn run(arguments: &AddArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let mut archive = open_to_write(&arguments.archive)?;
    let options = Options { records: arguments.jsonl, maps: false, ..common.reading()? };
    let outlets = common.outlets.as_deref().map(|path| store_list(archive.folder(), path)).transpose()?;
    let reading = reading(&options, outlets);
    let listing = list_files(&arguments.files);
    console.warn_shortly(&listing.unread, &listing.notes);
    let mut tally = Tally { unread: listing.unread.len(), ..Tally::default() };
    let mut files = listing.files;
    if listing.stdin {
        files.insert(0, File { name: "-".to_owned(), path: PathBuf::from("-"), bytes: None });
    }
    ensure!(!files.is_empty(), "nothing to add");
    let progress = Steps::new("files", files.len());
    for batch in batches(&files) {
        let stored = store(&archive, batch, &options, &reading)?;
        tally.files += batch.len();
        tally.new += add(&mut archive, stored, console, &mut tally.unread)?;
        progress.at(tally.files);
    }
    archive.close()?;
    say(&format!(
        "{} files: {} new, {} were in; {} could not be read",
        tally.files,
        tally.new,
        tally.files - tally.new,
        tally.unread
    ));
    Ok(if tally.unread == 0 { Exit::Done } else { Exit::PartlyRead })
}

#[derive(Default)]
struct Tally {
    files: usize,
    new: usize,
    unread: usize,
}

/// Parts files so that what is added at once is not much.
fn batches(files: &[File]) -> Vec<&[File]> {
    let mut batches = Vec::new();
    let (mut start, mut held) = (0, 0);
    for (idx, file) in files.iter().enumerate() {
        let bytes = file.bytes.unwrap_or(0);
        if idx > start && (held + bytes > BATCH_BYTES || idx - start == BATCH_FILES) {
            batches.push(&files[start..idx]);
            (start, held) = (idx, 0);
        }
        held += bytes;
    }
    batches.extend(Some(&files[start..]).filter(|rest| !rest.is_empty()));
    batches
}

/// What became of one file.
enum Fate {
    New(Box<Stored>),
    Known,
    Unread(Unread),
}

/// Copies files into the folder and reads those that are new.
fn store(archive: &Archive, files: &[File], options: &Options, reading: &str) -> anyhow::Result<Vec<Fate>> {
    let folder = archive.folder().clone();
    let copied: Vec<_> = files.par_iter().map(|file| (file, copy(&folder, file))).collect();
    let mut fates = Vec::new();
    let mut fresh = Vec::new();
    for (file, copied) in copied {
        match copied {
            Ok((sha256, bytes)) if !archive.has(sha256, &file.name)? => {
                let (name, reading) = (file.name.clone(), reading.to_owned());
                fresh.push(Addition { sha256, bytes, name, reading });
            }
            Ok(_) => fates.push(Fate::Known),
            Err(Cannot::Read(unread)) => fates.push(Fate::Unread(unread)),
            Err(Cannot::Write(error)) => return Err(error),
        }
    }
    let read: Vec<Fate> = fresh
        .into_par_iter()
        .map(|addition| Fate::New(Box::new(read_stored(&folder, addition, options))))
        .collect();
    fates.extend(read);
    Ok(fates)
}

/// Reads a file where it lies in the folder, so that what is read is what is kept.
pub fn read_stored(folder: &Folder, addition: Addition, options: &Options) -> Stored {
    let path = folder.original(addition.sha256);
    let pile = read_file(&File { name: addition.name.clone(), path, bytes: Some(addition.bytes) }, options);
    Stored { addition, sources: pile.sources, unread: pile.unread, notes: pile.notes }
}

/// Adds what is new and gives their number.
fn add(
    archive: &mut Archive,
    fates: Vec<Fate>,
    console: &Console,
    n_unread: &mut usize,
) -> anyhow::Result<usize> {
    let mut new = Vec::new();
    for fate in fates {
        match fate {
            Fate::New(stored) => new.push(*stored),
            Fate::Known => {}
            Fate::Unread(unread) => {
                *n_unread += 1;
                console.warn_shortly(&[unread], &[]);
            }
        }
    }
    for stored in &new {
        *n_unread += stored.unread.len();
        console.warn_shortly(&stored.unread, &stored.notes);
    }
    if !new.is_empty() {
        archive
            .add(&new, Some(&now()))
            .context("nothing of these files was added; what was added before is in")?;
    }
    Ok(new.len())
}

/// Why a file is not in the folder.
enum Cannot {
    /// It cannot be read: the others can.
    Read(Unread),
    /// The folder cannot be written to: so it is for the others.
    Write(anyhow::Error),
}

fn copy(folder: &Folder, file: &File) -> Result<(Sha256, u64), Cannot> {
    let unread = |error: std::io::Error| {
        let (name, reason) = (file.name.clone(), error.to_string());
        Cannot::Read(Unread { name, reason, hint: String::new() })
    };
    let stored = if file.path.as_os_str() == "-" {
        folder.store(&mut std::io::stdin().lock(), &file.path)
    } else {
        let mut open = std::fs::File::open(&file.path).map_err(unread)?;
        folder.store(&mut open, &file.path)
    };
    stored.map_err(|error| match error {
        stemma_archive::ArchiveError::Io { action: "read", source, .. } => unread(source),
        error => Cannot::Write(error.into()),
    })
}

/// A list of outlets shapes what is read, so it is kept among the originals.
fn store_list(folder: &Folder, path: &Path) -> anyhow::Result<Sha256> {
    let mut open = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(folder.store(&mut open, path)?.0)
}

/// The options that shape what is read out of a file, as an archive keeps them.
fn reading(options: &Options, outlets: Option<Sha256>) -> String {
    let columns = options.columns.to_string();
    json!({
        "records": options.records,
        "fast": options.fast,
        "published": options.published,
        "columns": if columns.is_empty() { None } else { Some(columns) },
        "max_file_bytes": options.max_file_bytes,
        "outlets": outlets.map(|sha256| sha256.to_string()),
    })
    .to_string()
}

/// The options that were kept, to read a file again.
pub fn options_of(folder: &Folder, reading: &str) -> anyhow::Result<Options> {
    let kept: serde_json::Value = serde_json::from_str(reading).context("the options are not JSON")?;
    let text = |key: &str| kept.get(key).and_then(serde_json::Value::as_str);
    let yes = |key: &str| kept.get(key).and_then(serde_json::Value::as_bool).unwrap_or(false);
    let columns = text("columns").map(str::parse).transpose().map_err(anyhow::Error::msg)?;
    let outlets = match text("outlets").map(str::parse::<Sha256>) {
        Some(Ok(sha256)) => stemma_ingest::read_outlets(&folder.original(sha256))?,
        _ => Default::default(),
    };
    let usual = Options::default();
    Ok(Options {
        max_file_bytes: kept
            .get("max_file_bytes")
            .and_then(serde_json::Value::as_u64)
            .unwrap_or(usual.max_file_bytes),
        outlets,
        records: yes("records"),
        maps: false,
        fast: yes("fast"),
        published: text("published").map(str::to_owned),
        columns: columns.unwrap_or_default(),
    })
}

/// A name for messages.
pub fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}
