//! `stemma FILES...`: the account of a pile, for people or as JSON Lines.

use super::digest_of;
use crate::english::english;
use crate::arguments::{AccountArguments, CommonArguments};
use crate::console::Console;
use crate::exit::Exit;
use stemma::{Account, Config, Silent};
use stemma_ingest::{Pile, read_pile};
use stemma_report::{jsonl, terminal};

/// Reads the files and writes their account.
pub fn run(
    arguments: &AccountArguments,
    common: &CommonArguments,
    console: &Console,
) -> anyhow::Result<Exit> {
    let pile = read_pile(&arguments.files, &mut std::io::stdin().lock(), &common.reading()?);
    console.warn(&pile.unread, &pile.notes);
    if pile.sources.is_empty() {
        console.error("nothing could be read");
        return Ok(Exit::Failed);
    }
    let Pile { sources, unread, notes } = pile;
    let account = stemma::account(sources, unread, notes, &english()?, &Config::default(), &Silent);
    console.write(&shown(&account, arguments, console))?;
    Ok(if account.unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}

fn shown(account: &Account, arguments: &AccountArguments, console: &Console) -> String {
    let records = stemma::account::records(account);
    if arguments.json {
        return jsonl::write(&records);
    }
    let options = terminal::Options {
        width: console.width(),
        colour: console.colour(),
        all: arguments.all,
        digest: digest_of(&records),
    };
    terminal::terminal(account, &options)
}
