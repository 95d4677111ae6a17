//! The commands, one a file: each reads what it was given, writes its answer and says how it ended.

pub mod account;
pub mod add;
pub mod claims;
pub mod completions;
pub mod copies;
pub mod diff;
pub mod doctor;
pub mod events;
pub mod explain;
pub mod export;
pub mod fix;
pub mod forget;
pub mod init;
mod kept;
pub mod man;
pub mod origins;
pub mod quotes;
pub mod redact;
pub mod report;
pub mod run;
pub mod search;
pub mod serve;
pub mod show;
pub mod status;
pub mod stories;
pub mod trace;
pub mod verify;

use crate::arguments::{CommonArguments, ComparingArguments, PileArguments};
use crate::console::Console;
use crate::exit::Exit;
use anyhow::Context;
use std::path::PathBuf;
use stemma::account::record::{Record, Value};
use stemma::place::{Atlas, OwnPlaces};
use stemma::{Account, Config, Knowledge, ScratchError, Silent};
use stemma_ingest::{OnDisk, Pile};

/// Reads files with all that is known of them, and says what could not be read; nothing where that is everything.
fn read_whole(
    files: &[PathBuf],
    common: &CommonArguments,
    console: &Console,
) -> anyhow::Result<Option<Pile>> {
    read_with(files, &common.reading()?, console)
}

/// The account of the files that a question is about; nothing where nothing could be read.
fn account_asked(
    pile: &PileArguments,
    common: &CommonArguments,
    console: &Console,
) -> anyhow::Result<Option<Account>> {
    let own = own_places(common)?;
    let read = read_asked(pile, common, console)?;
    read.map(|read| account_of(read, own.as_ref(), &pile.files)).transpose()
}

/// The files that a question is about.
fn read_asked(
    pile: &PileArguments,
    common: &CommonArguments,
    console: &Console,
) -> anyhow::Result<Option<Pile>> {
    let reading = stemma_ingest::Options { records: pile.jsonl, ..common.reading()? };
    read_with(&pile.files, &reading, console)
}

fn read_with(
    files: &[PathBuf],
    reading: &stemma_ingest::Options,
    console: &Console,
) -> anyhow::Result<Option<Pile>> {
    let pile = kept::pile_of(files, &mut std::io::stdin().lock(), reading)?;
    console.warn(&pile.unread, &pile.notes);
    if pile.sources.is_empty() {
        console.error("nothing could be read");
        return Ok(None);
    }
    Ok(Some(pile))
}

/// The account of what was read from files, or from an archive; places of the user's own come before all others.
fn account_of(pile: Pile, own: Option<&OwnPlaces>, files: &[PathBuf]) -> anyhow::Result<Account> {
    if let Some(archive) = kept::archive_of(files)? {
        return Ok(kept::account_of(&archive, pile, knowledge(own)?)?.account);
    }
    let Pile { sources, unread, notes } = pile;
    Ok(stemma::account(sources, unread, notes, knowledge(own)?, &Config::default(), &Silent))
}

/// What the program brings along, and the user's own places.
fn knowledge(own: Option<&OwnPlaces>) -> anyhow::Result<Knowledge<'_>> {
    // Both take some tens of milliseconds to read.
    let (english, gazetteer) = rayon::join(stemma_assets::english, stemma_assets::places);
    let english = english.context("what the program knows of English is damaged")?;
    let gazetteer = gazetteer.context(GAZETTEER_DAMAGED)?;
    Ok(Knowledge {
        english,
        atlas: own.map_or_else(|| Atlas::new(gazetteer), |own| Atlas::with(gazetteer, own)),
    })
}

const GAZETTEER_DAMAGED: &str = "the gazetteer that the program brings along is damaged";

/// The user's own places.
fn own_places(common: &CommonArguments) -> anyhow::Result<Option<OwnPlaces>> {
    let Some(path) = &common.places else { return Ok(None) };
    let shown = stemma_report::visible(&path.display().to_string()).into_owned();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?;
    let gazetteer = stemma_assets::places().context(GAZETTEER_DAMAGED)?;
    let own = OwnPlaces::from_csv(&text, gazetteer).map_err(|wrong| anyhow::anyhow!("{shown}, {wrong}"))?;
    Ok(Some(own))
}

/// How a search ended: that something is nowhere is only known where everything was read.
fn ended(account: &Account, is_found: bool) -> Exit {
    match (account.unread.is_empty(), is_found) {
        (false, _) => Exit::PartlyRead,
        (true, true) => Exit::Done,
        (true, false) => Exit::NotFound,
    }
}

/// The copies of what was read, compared as the arguments say.
fn copies_of(pile: Pile, comparing: &ComparingArguments) -> Result<Account, ScratchError> {
    let reuse = stemma::reuse::Config {
        loose: comparing.loose,
        join_memory: Some(comparing.memory.0),
        ..Default::default()
    };
    let scratch = OnDisk::in_folder(&std::env::temp_dir());
    stemma::copies(pile.sources, pile.unread, pile.notes, &Config { reuse }, &scratch, &Silent)
}

/// A text of a record, where it has it.
fn text_of<'a>(record: &'a Record, key: &str) -> Option<&'a str> {
    match record.get(key) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// "1 story", "2 stories".
fn counted(number: i64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The digest in the header of an account.
fn digest_of(records: &[Record]) -> Option<&str> {
    text_of(records.first()?, "digest")
}
