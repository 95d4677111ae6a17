//! `stemma copies FILES...`: what of a pile stands elsewhere in it, for people or as JSON Lines.

use super::copies_of;
use crate::arguments::{CommonArguments, CopiesArguments};
use crate::console::Console;
use crate::exit::Exit;
use crate::progress;
use stemma::Account;
use stemma_report::{jsonl, terminal};

/// Reads the files and writes their copies, family by family.
pub fn run(arguments: &CopiesArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let reading = common.reading_texts(arguments.jsonl)?;
    let pile = progress::read(&arguments.files, &mut std::io::stdin().lock(), &reading);
    console.warn_shortly(&pile.unread, &pile.notes);
    if pile.sources.is_empty() {
        console.error("nothing could be read");
        return Ok(Exit::Failed);
    }
    let account = copies_of(pile, &arguments.comparing)?;
    write(&account, arguments, console)?;
    Ok(if account.unread.is_empty() { Exit::Done } else { Exit::PartlyRead })
}

fn write(account: &Account, arguments: &CopiesArguments, console: &Console) -> anyhow::Result<()> {
    if arguments.json {
        return console.write_parts(jsonl::copies(account));
    }
    let options = console.options(arguments.all, None);
    console.write_parts(terminal::copies(account, options))
}
