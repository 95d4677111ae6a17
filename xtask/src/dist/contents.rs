//! What goes into the archive: the program, what it says of itself, and the pages for those who use it.

use super::archive::Entry;
use super::build::Built;
use super::third_party;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::Command;

/// Files that are handed out as they stand in the repository.
const PAGES: &[&str] = &[
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "README.md",
    "docs/archive.md",
    "docs/desk.md",
    "docs/install.md",
    "docs/reference/account-format.md",
    "docs/reference/claims-format.md",
    "docs/reference/copies-format.md",
    "docs/reference/events-format.md",
    "docs/reference/quotes-format.md",
    "docs/verify.md",
    "docs/verify_account.py",
];

/// What the program writes about itself: where it goes, and the arguments that ask for it. The names are
/// those under which each shell looks.
const WRITTEN_BY_THE_PROGRAM: &[(&str, &[&str])] = &[
    ("completions/_stemma", &["completions", "zsh"]),
    ("completions/_stemma.ps1", &["completions", "powershell"]),
    ("completions/stemma.bash", &["completions", "bash"]),
    ("completions/stemma.elv", &["completions", "elvish"]),
    ("completions/stemma.fish", &["completions", "fish"]),
    ("man/man1/stemma-add.1", &["man", "add"]),
    ("man/man1/stemma-claims.1", &["man", "claims"]),
    ("man/man1/stemma-copies.1", &["man", "copies"]),
    ("man/man1/stemma-diff.1", &["man", "diff"]),
    ("man/man1/stemma-doctor.1", &["man", "doctor"]),
    ("man/man1/stemma-events.1", &["man", "events"]),
    ("man/man1/stemma-explain.1", &["man", "explain"]),
    ("man/man1/stemma-export.1", &["man", "export"]),
    ("man/man1/stemma-fix.1", &["man", "fix"]),
    ("man/man1/stemma-forget.1", &["man", "forget"]),
    ("man/man1/stemma-init.1", &["man", "init"]),
    ("man/man1/stemma-origins.1", &["man", "origins"]),
    ("man/man1/stemma-quotes.1", &["man", "quotes"]),
    ("man/man1/stemma-redact.1", &["man", "redact"]),
    ("man/man1/stemma-report.1", &["man", "report"]),
    ("man/man1/stemma-run.1", &["man", "run"]),
    ("man/man1/stemma-search.1", &["man", "search"]),
    ("man/man1/stemma-serve.1", &["man", "serve"]),
    ("man/man1/stemma-show.1", &["man", "show"]),
    ("man/man1/stemma-status.1", &["man", "status"]),
    ("man/man1/stemma-stories.1", &["man", "stories"]),
    ("man/man1/stemma-trace.1", &["man", "trace"]),
    ("man/man1/stemma-verify.1", &["man", "verify"]),
    ("man/man1/stemma.1", &["man"]),
];

/// Reads the pages, collects the licences and asks the program for the rest.
pub fn gather(root: &Path, built: &Built) -> Result<Vec<Entry>> {
    let program = &built.program;
    let mut entries = vec![Entry {
        path: "stemma".to_owned(),
        bytes: std::fs::read(program).context("cannot read the program")?,
        executable: true,
    }];
    for path in PAGES {
        let bytes = std::fs::read(root.join(path)).with_context(|| format!("cannot read {path}"))?;
        entries.push(Entry::plain(*path, bytes));
    }
    entries.push(Entry::plain("THIRD-PARTY.txt", third_party::licences(root, &built.target)?));
    for (path, arguments) in WRITTEN_BY_THE_PROGRAM {
        let bytes = ask(program, arguments).with_context(|| format!("cannot make {path}"))?;
        entries.push(Entry::plain(*path, bytes));
    }
    Ok(entries)
}

fn ask(program: &Path, arguments: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(program).args(arguments).output().context("the program cannot be started")?;
    let line = arguments.join(" ");
    ensure!(output.status.success(), "stemma {line}: {}", String::from_utf8_lossy(&output.stderr).trim());
    ensure!(!output.stdout.is_empty(), "stemma {line} wrote nothing");
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_in_the_repository() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for path in PAGES {
            assert!(root.join(path).is_file(), "{path}");
        }
    }

    #[test]
    fn a_program_that_fails_or_says_nothing_is_an_error() {
        assert!(ask(Path::new("false"), &[]).is_err());
        assert!(ask(Path::new("true"), &[]).is_err());
        assert!(ask(Path::new("no-such-program"), &[]).is_err());
    }
}
