//! What a check found wrong, and where.

use anyhow::{Result, bail};
use std::fmt;

/// One broken rule at one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, from the root of the repository, with `/` between folders.
    pub path: String,
    /// The line, counted from 1; 1 where the whole file is meant.
    pub line: usize,
    /// What is wrong and what to do about it.
    pub message: String,
}

impl Finding {
    /// A finding at a line of a file.
    pub fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Finding { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.message)
    }
}

/// Prints all findings and fails if there is one, so that one run shows everything there is to mend.
pub fn conclude(mut findings: Vec<Finding>, what_was_checked: &str) -> Result<()> {
    findings.sort();
    findings.dedup();
    for finding in &findings {
        eprintln!("{finding}");
    }
    match findings.len() {
        0 => {
            println!("{what_was_checked}");
            Ok(())
        }
        1 => bail!("1 rule broken, see above"),
        many => bail!("{many} rules broken, see above"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_names_file_and_line() {
        let finding = Finding::new("docs/method.md", 7, "a tab");
        assert_eq!(finding.to_string(), "docs/method.md:7: a tab");
    }

    #[test]
    fn one_finding_is_enough_to_fail() {
        assert!(conclude(vec![], "fine").is_ok());
        let error = conclude(vec![Finding::new("a.rs", 1, "bad")], "").unwrap_err();
        assert_eq!(error.to_string(), "1 rule broken, see above");
    }
}
