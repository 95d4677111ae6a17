//! `stemma explain ID FILES...`: how is a finding known?

use super::{account_asked, ended};
use crate::arguments::{CommonArguments, PileArguments};
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::ensure;
use clap::Args;
use stemma::Account;
use stemma::account::records;
use stemma_report::terminal::Options;
use stemma_report::{References, jsonl, terminal};

/// Which finding, of which pile.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma explain m1f2e3d4 reports/             a claim, by its identifier or the beginning of it
  stemma explain e0a1b2c3d4e5f607 reports/     an edit, as an account names it
  stemma explain --json m1f2e3d4 reports/")]
pub struct ExplainArguments {
    /// Identifier of a finding as any command prints it, or its beginning
    pub id: String,

    #[command(flatten)]
    pub pile: PileArguments,

    /// Write JSON Lines: a header, the rules, then the records that the finding rests on and those that rest on it
    #[arg(long)]
    pub json: bool,

    /// Show every list and every wording to its end
    #[arg(long, conflicts_with = "json")]
    pub all: bool,
}

/// Reads the files and writes how the finding is known. Where several may be meant, they are listed for people, and there
/// is no answer.
pub fn run(
    arguments: &ExplainArguments,
    common: &CommonArguments,
    console: &Console,
) -> anyhow::Result<Exit> {
    let asked = arguments.id.trim();
    ensure!(
        is_beginning(asked),
        "`{asked}` is no identifier: a letter, then up to 16 of the digits 0-9 and a-f"
    );
    let Some(account) = account_asked(&arguments.pile, common, console)? else { return Ok(Exit::Failed) };
    let records = records(&account);
    let meant = References::of(&records).beginning(asked);
    match meant[..] {
        [] => {
            console.error(&format!("no finding `{asked}` in these files"));
            say("hint: an identifier holds for the same files, options and version of stemma only");
            Ok(ended(&account, false))
        }
        [id] => {
            write(&account, id, arguments, console)?;
            Ok(ended(&account, true))
        }
        ref several => {
            console.error(&format!("{} findings begin with `{asked}`:", several.len()));
            list_meant(&account, several, console);
            say("hint: give more of the identifier");
            Ok(Exit::Failed)
        }
    }
}

/// Whether a text is a letter with hexadecimal digits behind it.
fn is_beginning(text: &str) -> bool {
    let digits = text.strip_prefix(|c: char| c.is_ascii_lowercase());
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    digits.is_some_and(|digits| digits.len() <= 16 && digits.bytes().all(is_digit))
}

fn write(account: &Account, id: &str, arguments: &ExplainArguments, console: &Console) -> anyhow::Result<()> {
    if arguments.json {
        return console.write_parts(jsonl::explained(account, id));
    }
    let shown = terminal::explained(account, id, &console.options(arguments.all, None));
    console.write(&shown.unwrap_or_default())
}

/// For people, on standard error: the data that was asked for is one finding.
fn list_meant(account: &Account, meant: &[&str], console: &Console) {
    let options = Options { colour: false, ..console.options(false, None) };
    let meant: Vec<String> = meant.iter().map(|id| (*id).to_owned()).collect();
    terminal::findings_meant(account, &meant, &options).lines().for_each(say);
}
