//! `stemma report FILES... -o PAGE`: the account as one page of HTML that stands alone.

use super::{account_of, own_places, read_whole};
use crate::arguments::{CommonArguments, ReportArguments};
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::{Context as _, bail};
use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use stemma_ingest::Pile;
use stemma_report::{html, visible};

/// Reads the files and writes the page of their account.
pub fn run(arguments: &ReportArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let own = own_places(common)?;
    let Some(pile) = read_whole(&arguments.files, common, console)? else { return Ok(Exit::Failed) };
    if !is_stdout(&arguments.output) {
        refuse_to_overwrite_a_source(&arguments.output, &pile)?;
    }
    let account = account_of(pile, own.as_ref(), &arguments.files)?;
    let outlines =
        stemma_assets::outlines().context("the outlines that the program brings along are damaged")?;
    let page = html::html_with_map(&account, outlines);
    if is_stdout(&arguments.output) {
        console.write(&page)?;
    } else {
        let name = arguments.output.display().to_string();
        write_whole(&arguments.output, &page).with_context(|| format!("cannot write {name}"))?;
        say(&format!("wrote {}", visible(&name)));
    }
    Ok(if account.unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}

fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A page may replace an earlier page, but never a file that it was made from or should have been.
fn refuse_to_overwrite_a_source(output: &Path, pile: &Pile) -> anyhow::Result<()> {
    let Ok(output) = output.canonicalize() else {
        return Ok(()); // There is nothing yet, or nothing that could be read.
    };
    let names =
        pile.sources.iter().map(|source| &source.name).chain(pile.unread.iter().map(|file| &file.name));
    for name in names.filter(|name| *name != "-") {
        if Path::new(name).canonicalize().is_ok_and(|source| source == output) {
            bail!("will not overwrite {name}, which is one of the files given; choose another name with -o");
        }
    }
    Ok(())
}

/// Writes a file whole or not at all: beside it first, then in its place. What is no plain file (a device,
/// a pipe) is written to as it is.
fn write_whole(path: &Path, text: &str) -> anyhow::Result<()> {
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if target.exists() && !target.is_file() {
        let mut file = OpenOptions::new().write(true).open(&target)?;
        return Ok(file.write_all(text.as_bytes())?);
    }
    let beside = beside(&target).context("not the name of a file")?;
    let written = File::create_new(&beside)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&beside, &target));
    if written.is_err() {
        // The file beside is ours and of no use to anybody; the error that matters is the first one.
        let _ = std::fs::remove_file(&beside);
    }
    Ok(written?)
}

/// A name in the same folder that nobody else uses: the number of this process is in it.
fn beside(target: &Path) -> Option<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(target.file_name()?);
    name.push(format!(".{}.part", std::process::id()));
    Some(target.with_file_name(name))
}
