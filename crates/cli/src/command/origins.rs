//! `stemma origins CLAIM FILES...`: who stands behind one claim, and why.

use super::{account_asked, ended};
use crate::arguments::{CommonArguments, PileArguments};
use crate::console::{Console, say};
use crate::exit::Exit;
use anyhow::ensure;
use clap::Args;
use stemma::Account;
use stemma::account::records;
use stemma::model::ClaimIdx;
use stemma_report::terminal::Options;
use stemma_report::view::{Identifiers, ListedClaims};
use stemma_report::{Numbering, jsonl, terminal};

/// Which claim, of which pile.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma origins m1f2e3d4 reports/             by identifier, or its beginning
  stemma origins 3 reports/                    by its number in `stemma claims reports/`
  stemma origins 'a deal was reached' reports/ by its words")]
pub struct OriginsArguments {
    /// Identifier of a claim as `claims` prints it, or its beginning; or its number there; or words of it
    pub claim: String,

    #[command(flatten)]
    pub pile: PileArguments,

    /// Write JSON Lines: a header with the claim, then the records behind it as an account has them
    #[arg(long)]
    pub json: bool,

    /// Show every list and every wording to its end
    #[arg(long, conflicts_with = "json")]
    pub all: bool,
}

/// Reads the files and writes who stands behind the claim. Where several may be meant, they are listed for people, and
/// there is no answer.
pub fn run(
    arguments: &OriginsArguments,
    common: &CommonArguments,
    console: &Console,
) -> anyhow::Result<Exit> {
    let asked = &arguments.claim;
    ensure!(asked.contains(char::is_alphanumeric), "there is no claim to look for");
    let Some(account) = account_asked(&arguments.pile, common, console)? else { return Ok(Exit::Failed) };
    let identifiers = Identifiers::of(&records(&account)).claims;
    let list = ListedClaims::of(&account, &Numbering::of(&account));
    match list.asked(&account, &identifiers, asked)[..] {
        [] => {
            console.error(&format!("no claim `{asked}` in these files"));
            say("hint: `stemma claims FILES...` lists all claims with their identifiers");
            Ok(ended(&account, false))
        }
        [claim] => {
            write(&account, claim, arguments, console)?;
            Ok(ended(&account, true))
        }
        ref several => {
            console.error(&format!("{} claims may be meant by `{asked}`:", several.len()));
            list_meant(&account, several, console);
            say("hint: give one of these identifiers");
            Ok(Exit::Failed)
        }
    }
}

fn write(
    account: &Account,
    claim: (usize, ClaimIdx),
    arguments: &OriginsArguments,
    console: &Console,
) -> anyhow::Result<()> {
    if arguments.json {
        return console.write_parts(jsonl::origins(account, claim.1));
    }
    console.write(&terminal::origins(account, claim, &console.options(arguments.all, None)))
}

/// For people, on standard error: the data that was asked for is one claim.
fn list_meant(account: &Account, meant: &[(usize, ClaimIdx)], console: &Console) {
    let options = Options { colour: false, ..console.options(false, None) };
    terminal::claims_meant(account, meant, &options).lines().for_each(say);
}
