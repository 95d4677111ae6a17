//! `stemma FILES...`: the account of a pile, for people or as JSON Lines.

use super::{account_of, digest_of, own_places, read_whole};
use crate::arguments::{AccountArguments, CommonArguments};
use crate::console::Console;
use crate::exit::Exit;
use stemma::Account;
use stemma_report::{jsonl, terminal};

/// Reads the files and writes their account.
pub fn run(
    arguments: &AccountArguments,
    common: &CommonArguments,
    console: &Console,
) -> anyhow::Result<Exit> {
    let own = own_places(common)?;
    let Some(pile) = read_whole(&arguments.files, common, console)? else { return Ok(Exit::Failed) };
    let account = account_of(pile, own.as_ref(), &arguments.files)?;
    console.write(&shown(&account, arguments, console))?;
    Ok(if account.unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}

fn shown(account: &Account, arguments: &AccountArguments, console: &Console) -> String {
    let records = stemma::account::records(account);
    if arguments.json {
        return jsonl::write(&records);
    }
    let options = console.options(arguments.all, digest_of(&records));
    terminal::terminal(account, &options)
}
