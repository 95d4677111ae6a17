//! No tabs and no white space at the ends of lines, so that a difference is always a difference.

use crate::finding::Finding;
use crate::repository::RepoFile;

/// Checks every line of source, documentation and configuration.
pub fn check(files: &[RepoFile]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let written = |file: &&RepoFile| file.has_extension(&["rs", "md", "toml"]);
    for file in files.iter().filter(written) {
        for (number, line) in file.lines() {
            if line.trim_end() != line {
                let message = "white space at the end of the line";
                findings.push(Finding::new(&file.path, number, message));
            } else if line.contains('\t') {
                findings.push(Finding::new(&file.path, number, "a tab; use spaces"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    #[test]
    fn tabs_and_trailing_white_space_are_found_with_their_lines() {
        let found = check(&files(&[
            ("a.rs", "fine\n\tindented\n"),
            ("b.md", "fine\ntwo spaces  \n"),
            ("c.toml", "carriage = \"return\"\r\n"),
            ("d.txt", "not \t ours \n"),
        ]));
        let places: Vec<_> = found.iter().map(|finding| (finding.path.as_str(), finding.line)).collect();
        assert_eq!(places, [("a.rs", 2), ("b.md", 2), ("c.toml", 1)]);
    }
}
