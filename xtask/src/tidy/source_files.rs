//! Source files begin with what they are for and stay short enough to hold in the head.

use crate::finding::Finding;
use crate::repository::RepoFile;

/// No source file has this many lines. House style asks for half of it.
const MAX_LINES: usize = 800;

/// Files that are one flat table, where length does no harm: path and what the table is.
const FLAT_TABLES: &[(&str, &str)] = &[];

/// Checks the first line and the length of every Rust file.
pub fn check(files: &[RepoFile]) -> Vec<Finding> {
    check_with(files, FLAT_TABLES)
}

fn check_with(files: &[RepoFile], flat_tables: &[(&str, &str)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in files.iter().filter(|file| file.has_extension(&["rs"])) {
        let text = file.text.as_deref().unwrap_or_default();
        if !text.starts_with("//!") {
            let message = "the first line must be `//!` and say what the file is for";
            findings.push(Finding::new(&file.path, 1, message));
        }
        let n_lines = text.lines().count();
        let is_table = flat_tables.iter().any(|(path, _)| *path == file.path);
        if n_lines >= MAX_LINES && !is_table {
            let message = format!("{n_lines} lines; split it by idea, below {MAX_LINES}");
            findings.push(Finding::new(&file.path, MAX_LINES, message));
        }
    }
    for (path, _) in flat_tables {
        if !files.iter().any(|file| file.path == *path) {
            let message = "in `FLAT_TABLES` of xtask/src/tidy/source_files.rs, but gone";
            findings.push(Finding::new(path, 1, message));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    #[test]
    fn a_file_that_does_not_say_what_it_is_for_is_found() {
        let found = check(&files(&[
            ("a.rs", "//! Good.\n"),
            ("b.rs", "// Not a description.\n"),
            ("c.rs", "\n//! Too late.\n"),
            ("d.rs", ""),
            ("e.txt", "no source file"),
        ]));
        let paths: Vec<_> = found.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(paths, ["b.rs", "c.rs", "d.rs"]);
    }

    #[test]
    fn a_long_file_is_found_unless_it_is_a_flat_table() {
        let long = "//! A line.\n".repeat(MAX_LINES);
        let longest_allowed = "//! A line.\n".repeat(MAX_LINES - 1);
        let repository = files(&[("long.rs", &long), ("fine.rs", &longest_allowed)]);
        let found = check_with(&repository, &[]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].path.as_str(), found[0].line), ("long.rs", MAX_LINES));
        assert_eq!(check_with(&repository, &[("long.rs", "cue words")]), []);
    }

    #[test]
    fn a_table_that_is_gone_leaves_the_list() {
        assert_eq!(check_with(&files(&[]), &[("gone.rs", "cue words")]).len(), 1);
    }
}
