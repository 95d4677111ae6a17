//! `stemma claims FILES...`: what is claimed, story by story, for people or as JSON Lines.

use super::{account_asked, ended};
use crate::arguments::{CommonArguments, PileArguments};
use crate::console::Console;
use crate::exit::Exit;
use anyhow::ensure;
use clap::Args;
use stemma_report::view::{ClaimFilter, ListedClaims};
use stemma_report::{Numbering, jsonl, terminal};

/// Which claims are shown, and how.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  stemma claims reports/                       what more reports carry first, in each story
  stemma claims reports/ --disputed            what cannot all hold
  stemma claims reports/ --lonely              one origin behind several reports
  stemma claims reports/ --search 'harbour deal'
  stemma claims --json reports/ > claims.jsonl")]
pub struct ClaimsArguments {
    #[command(flatten)]
    pub pile: PileArguments,

    /// Only claims in a disagreement
    #[arg(long)]
    pub disputed: bool,

    /// Only claims of several reports behind which one origin stands at most
    #[arg(long)]
    pub lonely: bool,

    /// Only claims that are put in all of these words in some report; order and capitals do not matter
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,

    /// Write JSON Lines: a header that lists the claims, then the records behind them as an account has them
    #[arg(long)]
    pub json: bool,

    /// Show every list and every wording to its end
    #[arg(long, conflicts_with = "json")]
    pub all: bool,
}

/// Reads the files and writes what is claimed in them.
pub fn run(arguments: &ClaimsArguments, common: &CommonArguments, console: &Console) -> anyhow::Result<Exit> {
    let words = arguments.search.as_deref();
    let has_word = words.is_none_or(|words| words.contains(char::is_alphanumeric));
    ensure!(has_word, "--search needs a word to look for");
    let filter = ClaimFilter { disputed: arguments.disputed, lonely: arguments.lonely, words };
    let Some(account) = account_asked(&arguments.pile, common, console)? else { return Ok(Exit::Failed) };
    if arguments.json {
        console.write_parts(jsonl::claims(&account, filter))?;
    } else {
        console.write(&terminal::claims(&account, filter, &console.options(arguments.all, None)))?;
    }
    let list = ListedClaims::of(&account, &Numbering::of(&account));
    let is_found = !filter.is_any() || !list.filtered(&account, filter).is_empty();
    Ok(ended(&account, is_found))
}
