//! `cargo xtask tidy`: what can be checked of files without compiling them.
//!
//! Each check is a function from the list of files to findings; none reads the disk.

mod code_map;
mod glossary;
mod leftovers;
mod links;
mod markdown;
mod source_files;
mod whitespace;

use crate::finding::{Finding, conclude};
use crate::repository::{MAX_BYTES, RepoFile, read_files};
use anyhow::Result;
use std::path::Path;

/// A check: all files in, everything wrong out.
type Check = fn(&[RepoFile]) -> Vec<Finding>;

/// All checks.
const CHECKS: &[Check] = &[
    source_files::check,
    whitespace::check,
    leftovers::check,
    links::check,
    code_map::check,
    glossary::check,
    too_large,
];

/// Runs all checks over the files of the repository and prints all that they find.
pub fn run(root: &Path) -> Result<()> {
    let files = read_files(root)?;
    let done = format!("{} files are tidy", files.len());
    conclude(check(&files), &done)
}

fn check(files: &[RepoFile]) -> Vec<Finding> {
    CHECKS.iter().flat_map(|check| check(files)).collect()
}

/// A large file stays in every clone for ever. Those that are worth it have a folder and a provenance.
fn too_large(files: &[RepoFile]) -> Vec<Finding> {
    let large = files.iter().filter(|file| file.bytes > MAX_BYTES && !file.path.starts_with("assets/"));
    large
        .map(|file| {
            let message = format!(
                "{} bytes; files over {MAX_BYTES} belong in assets/, with their provenance",
                file.bytes
            );
            Finding::new(&file.path, 1, message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    /// The smallest repository that every check likes.
    fn tidy_repository() -> Vec<(&'static str, &'static str)> {
        vec![
            ("ARCHITECTURE.md", "The nouns: `crates/stemma/src/model`.\n"),
            ("crates/stemma/Cargo.toml", "[package]\n"),
            ("crates/stemma/src/model/span.rs", "//! A place.\n\n/// A place.\npub struct Span;\n"),
            ("docs/glossary.md", "**span**: a place in a report\n"),
        ]
    }

    #[test]
    fn a_tidy_repository_passes() {
        assert_eq!(check(&files(&tidy_repository())), []);
    }

    #[test]
    fn each_check_is_run() {
        let broken = [
            ("crates/stemma/src/a.rs", "fn main() {}\n", "first line"),
            ("crates/stemma/src/b.rs", "//! B.\n\tlet c;\n", "tab"),
            ("docs/a.md", concat!("see /ro", "ot/notes\n"), "this machine"),
            ("docs/b.md", "see `docs/gone.md`\n", "does not exist"),
            ("crates/new/Cargo.toml", "[package]\n", "ARCHITECTURE.md"),
            ("crates/stemma/src/model/x.rs", "//! X.\npub struct Xylem;\n", "glossary"),
        ];
        for (path, content, expected) in broken {
            let mut repository = tidy_repository();
            repository.push((path, content));
            let found = check(&files(&repository));
            assert_eq!(found.len(), 1, "{path}: {found:?}");
            assert!(found[0].message.contains(expected), "{path}: {found:?}");
        }
    }

    #[test]
    fn a_large_file_is_found_outside_assets_only() {
        let mut repository = files(&tidy_repository());
        for path in ["assets/model.bin", "examples/dump.txt"] {
            repository.push(RepoFile { path: path.to_owned(), bytes: MAX_BYTES + 1, text: None });
        }
        let found = check(&repository);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "examples/dump.txt");
    }
}
