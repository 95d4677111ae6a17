//! `stemma quotes FILES...`: who said what, by speaker or by report, for people or as JSON Lines.

use super::{account_of, ended, own_places, read_whole};
use crate::arguments::{By, CommonArguments, QuotesArguments};
use crate::console::Console;
use crate::exit::Exit;
use anyhow::ensure;
use stemma::Account;
use stemma_report::view::QuotesBy;
use stemma_report::{jsonl, terminal, view};

/// Reads the files and writes who said what in them.
pub fn run(arguments: &QuotesArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let speaker = arguments.speaker.as_deref();
    let is_empty = speaker.is_some_and(|name| name.trim().is_empty());
    ensure!(!is_empty, "--speaker needs a name, or a part of one");
    let own = own_places(common)?;
    let Some(pile) = read_whole(&arguments.files, common, console)? else { return Ok(Exit::Failed) };
    let account = account_of(pile, own.as_ref(), &arguments.files)?;
    write(&account, arguments, console)?;
    Ok(ended(&account, is_found(&account, speaker)))
}

fn write(account: &Account, arguments: &QuotesArguments, console: &Console) -> anyhow::Result<()> {
    let by = match arguments.by {
        By::Speaker => QuotesBy::Speaker,
        By::Report => QuotesBy::Report,
    };
    let speaker = arguments.speaker.as_deref();
    if arguments.json {
        return console.write_parts(jsonl::quotes(account, by, speaker));
    }
    let options = console.options(arguments.all, None);
    console.write(&terminal::quotes(account, by, speaker, &options))
}

/// Whether somebody has the name that was asked for.
fn is_found(account: &Account, speaker: Option<&str>) -> bool {
    speaker.is_none_or(|name| view::is_named(account, name))
}
