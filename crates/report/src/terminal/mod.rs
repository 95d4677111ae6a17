//! An account as text for a terminal or a pipe.
//!
//! The first screen leads; tables come after, that of claims first. A place reads `[3] 121-180`: bytes 121 up to but not including
//! 180 of report 3. Nothing of a report or a file name gets into the text but through `line::Line`,
//! which makes it visible.

mod aligned;
mod annotated;
mod claims;
mod copies;
mod explained;
mod first_screen;
mod leftovers;
mod line;
mod lineage;
mod origins;
mod page;
mod passages;
mod places;
mod publishers;
mod reports;
mod shares;
mod statements;
mod table;
mod traced;

pub use annotated::annotated;
pub use claims::{claims, claims_meant};
pub use copies::copies;
pub use explained::{explained, findings_meant};
pub use origins::origins;
pub use statements::quotes;
pub use traced::trace;

use crate::Numbering;
use crate::first_screen::{FirstScreen, Limits};
use crate::view::ClaimList;
use line::Line;
use page::Page;
use publishers::Publishers;
use stemma::Account;

/// How an account is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// Columns of the terminal.
    pub width: usize,
    /// Whether styles are written, as ANSI escape sequences.
    pub colour: bool,
    /// Whether every list and wording is shown to its end.
    pub all: bool,
    /// The digest of the account; left out where none is given.
    pub digest: Option<&'a str>,
}

/// The whole account as text, every line with its end.
pub fn terminal(account: &Account, options: &Options) -> String {
    let numbering = Numbering::of(account);
    let limits = if options.all { Limits::ALL } else { Limits::FIRST_LOOK };
    let mut page = Page::new(options.width, options.colour);
    write_counts(account, &mut page);
    let datings = stemma::datings(account);
    let claims = ClaimList::of(account, &numbering, &datings, limits);
    let screen = FirstScreen::of(account, &numbering, &datings, &claims, limits);
    first_screen::write(&screen, !claims.claims.is_empty(), &mut page);
    let limits = Detail::of(options.all);
    table::write(account, &numbering, &claims, limits, &mut page);
    places::write(account, &numbering, limits, &mut page);
    reports::write(account, &numbering, &mut page);
    shares::write(account, &numbering, limits, &mut page);
    passages::write(account, &numbering, limits, &mut page);
    statements::write(account, &numbering, limits, &mut page);
    leftovers::write(account, &numbering, limits, &mut page);
    write_digest(account, options.digest, &mut page);
    page.finish()
}

/// How much of the tables behind the first screen is shown.
#[derive(Debug, Clone, Copy)]
struct Detail {
    /// Rows of a table.
    rows: usize,
    /// Lines under one row.
    lines: usize,
    /// Bytes of one wording.
    wording_bytes: usize,
}

impl Detail {
    fn of(all: bool) -> Self {
        if all {
            return Detail { rows: usize::MAX, lines: usize::MAX, wording_bytes: usize::MAX };
        }
        Detail { rows: 20, lines: 10, wording_bytes: 400 }
    }
}

/// How much was read, and how many passages were found: the first words of every answer.
fn counts(account: &Account, publishers: &Publishers, page: &Page) -> Line {
    let captures = account.reports.iter().map(|report| report.captures.len()).sum();
    publishers
        .behind(page.line().count(account.reports.len(), "report", "reports"))
        .label(", ")
        .count(captures, "capture", "captures")
        .label(", ")
        .count(account.families.len(), "family", "families")
        .label(" of copied passages, ")
}

fn write_counts(account: &Account, page: &mut Page) {
    let publishers = Publishers::of(account);
    let line = counts(account, &publishers, page)
        .count(account.statements.len(), "statement", "statements")
        .label(", ")
        .count(account.claims.len(), "claim", "claims")
        .label(", ")
        .number(account.unread.len())
        .label(" not read");
    page.write("", "", line);
    publishers.write_unknown(page);
}

fn write_digest(account: &Account, digest: Option<&str>, page: &mut Page) {
    let Some(digest) = digest else { return };
    page.blank();
    let line = page.line().label("digest ").name(digest);
    page.write("", "", line);
    // Only a list of outlets names owners, and an account holds with the list that it was made with.
    let options = match account.reports.iter().any(|report| report.owner.is_some()) {
        true => " --outlets FILE.csv",
        false => "",
    };
    for (command, target) in [
        ("to keep:   stemma --json FILES...", " > account.jsonl"),
        ("to verify: stemma verify account.jsonl FILES...", ""),
    ] {
        let line = page.line().label(command).label(options).label(target);
        page.write("", "", line);
    }
}

#[cfg(test)]
mod tests;
