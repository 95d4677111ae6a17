//! The exit codes, all of them, with what they mean.

use std::process::ExitCode;

/// How a run ended. These numbers do not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Everything was read; `verify` found nothing wrong.
    Done = 0,
    /// Something was not read and is listed; the account of the rest is complete.
    PartlyRead = 1,
    /// Wrong usage, nothing could be read at all, or the answer could not be written.
    Failed = 2,
    /// `verify` found something that does not hold.
    NotVerified = 3,
    /// `trace` found the words nowhere, `quotes` the speaker, `claims` or `origins` the claim, or `explain` the finding, and
    /// everything was read.
    NotFound = 4,
    /// A mistake in stemma itself.
    Internal = 70,
}

/// The table for `--help`; a test holds it to the numbers.
pub const TABLE: &str = "\
Exit codes:
   0  everything was read; verify: everything holds
   1  something was not read; the account of the rest is given all the same
   2  wrong usage, nothing could be read at all, or the answer could not be written
   3  verify: something does not hold
   4  all was read, and what was asked for is in none of it: the words (trace), the speaker (quotes),
      the claim (claims, origins), the finding (explain)
  70  a mistake in stemma itself";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_lists_every_code() {
        use Exit::{Done, Failed, Internal, NotFound, NotVerified, PartlyRead};
        let codes = [Done, PartlyRead, Failed, NotVerified, NotFound, Internal].map(|exit| exit as u8);
        let listed: Vec<u8> =
            TABLE.lines().filter_map(|line| line.split_whitespace().next()?.parse().ok()).collect();
        assert_eq!(listed, codes);
    }
}
