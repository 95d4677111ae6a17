//! ARCHITECTURE.md is a map without white spots: it names every crate and every module of the library.

use crate::finding::Finding;
use crate::repository::{RepoFile, existing_paths};
use std::collections::BTreeSet;

const MAP: &str = "ARCHITECTURE.md";

/// The folder whose folders are the modules of the library.
const LIBRARY_SOURCE: &str = "crates/stemma/src/";

/// Checks that the map names every folder with a manifest, and every folder of the library's source.
pub fn check(files: &[RepoFile]) -> Vec<Finding> {
    let Some(map) = files.iter().find(|file| file.path == MAP) else {
        let message = "missing; it names every crate and every module of the library";
        return vec![Finding::new(MAP, 1, message)];
    };
    let existing = existing_paths(files);
    let crates = existing.iter().filter_map(|path| path.strip_suffix("/Cargo.toml"));
    let modules: Vec<&str> = module_folders(files).into_iter().collect();
    if modules.is_empty() {
        let message = format!(
            "{LIBRARY_SOURCE} has no module folders; \
             set `LIBRARY_SOURCE` in xtask/src/tidy/code_map.rs"
        );
        return vec![Finding::new(MAP, 1, message)];
    }
    let text = map.text.as_deref().unwrap_or_default();
    crates
        .chain(modules)
        .filter(|folder| !is_named(folder, text))
        .map(|folder| Finding::new(MAP, 1, format!("ARCHITECTURE.md does not name `{folder}/`")))
        .collect()
}

/// Folders at any depth below the library's source that hold Rust files.
fn module_folders(files: &[RepoFile]) -> BTreeSet<&str> {
    let sources = files.iter().filter(|file| file.has_extension(&["rs"]));
    sources
        .filter(|file| file.path.starts_with(LIBRARY_SOURCE))
        .filter_map(|file| Some(file.path.rsplit_once('/')?.0))
        .filter(|folder| folder.len() > LIBRARY_SOURCE.len())
        .collect()
}

/// A map may write the whole path, or draw a tree and write the last folder with its slash. A bare last
/// name is not enough: most are words that any page contains.
fn is_named(folder: &str, text: &str) -> bool {
    let last = folder.rsplit('/').next().unwrap_or(folder);
    let as_branch = stands_alone(&format!("{last}/"), text);
    as_branch || (folder.contains('/') && stands_alone(folder, text))
}

fn stands_alone(name: &str, text: &str) -> bool {
    let part_of_name = |letter: char| letter.is_alphanumeric() || "_-".contains(letter);
    text.match_indices(name).any(|(start, _)| {
        let end = start + name.len();
        let open_end = !name.ends_with('/') && text[end..].starts_with(part_of_name);
        !text[..start].ends_with(part_of_name) && !open_end
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    /// What a map leaves out of a house with two crates, tools, and two modules.
    fn left_out(map: &str) -> Vec<String> {
        let found = check(&files(&[
            ("ARCHITECTURE.md", map),
            ("Cargo.toml", ""),
            ("crates/cli/Cargo.toml", ""),
            ("crates/stemma/Cargo.toml", ""),
            ("crates/stemma/src/lib.rs", ""),
            ("crates/stemma/src/model/mod.rs", ""),
            ("crates/stemma/src/reuse/align/mod.rs", ""),
            ("xtask/Cargo.toml", ""),
        ]));
        let messages = found.into_iter().map(|finding| finding.message);
        messages.map(|message| message.split('`').nth(1).unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn a_map_of_whole_paths_or_a_tree_passes() {
        let paths = "`crates/cli`, `crates/stemma`, `crates/stemma/src/model`, \
            `crates/stemma/src/reuse/align`, `xtask/`";
        assert_eq!(left_out(paths), [""; 0]);
        let tree = "├── cli/\n├── stemma/\n│   ├── model/\n│   ├── reuse/\n│   │   └── align/\n└── xtask/\n";
        assert_eq!(left_out(tree), [""; 0]);
    }

    #[test]
    fn what_is_left_out_is_named() {
        let map = "cli/ stemma/ model/ and cargo xtask ci";
        assert_eq!(left_out(map), ["xtask/", "crates/stemma/src/reuse/align/"]);
    }

    #[test]
    fn part_of_another_name_and_a_bare_word_are_not_enough() {
        let map = "cli/ stemma/ remodel/ align xtask/";
        let expected = ["crates/stemma/src/model/", "crates/stemma/src/reuse/align/"];
        assert_eq!(left_out(map), expected);
        assert!(!is_named("crates/cli", "see crates/cli-tools"));
    }

    #[test]
    fn no_map_and_no_modules_are_findings() {
        assert_eq!(check(&files(&[("README.md", "")])).len(), 1);
        assert_eq!(check(&files(&[(MAP, "a map of nothing")])).len(), 1);
    }
}
