//! Paths and links in documentation lead somewhere: what no test holds is soon untrue.

use super::markdown::{Piece, parse};
use crate::finding::Finding;
use crate::repository::{RepoFile, existing_paths};
use std::collections::BTreeSet;

/// How a path of this repository begins, where it is written as code.
const FIRST_FOLDERS: &[&str] = &[
    ".cargo/", ".ci/", "assets/", "crates/", "docs/", "examples/", "fuzz/", "quality/", "rivals/", "xtask/",
];

/// Ends a word of code; none of these stands in a path of ours.
const SEPARATORS: &[char] = &['"', '\'', '(', ')', ',', ';', '|', '='];

/// Begins the part of a path that stands for many: only what is before it can be looked up.
const WILD: &[char] = &['*', '?', '{', '[', '<', '$', '…'];

/// Checks the paths in code and the relative links of every Markdown page.
pub fn check(files: &[RepoFile]) -> Vec<Finding> {
    let existing = existing_paths(files);
    let pages = files.iter().filter(|file| file.has_extension(&["md"]));
    pages.flat_map(|page| check_page(page, &existing)).collect()
}

fn check_page(page: &RepoFile, existing: &BTreeSet<String>) -> Vec<Finding> {
    let parsed = parse(page.text.as_deref().unwrap_or_default());
    let mut findings = Vec::new();
    for (line, path) in parsed.code.iter().flat_map(paths_in_code) {
        if !existing.contains(path.trim_end_matches('/')) {
            let message = format!("`{path}` does not exist in this repository");
            findings.push(Finding::new(&page.path, line, message));
        }
    }
    for (line, target) in parsed.prose.iter().flat_map(link_targets) {
        let path = resolve(&page.path, target);
        if !path.is_some_and(|path| path.is_empty() || existing.contains(&path)) {
            let message = format!("the link to `{target}` leads nowhere");
            findings.push(Finding::new(&page.path, line, message));
        }
    }
    findings
}

fn paths_in_code(code: &Piece) -> Vec<(usize, &str)> {
    let mut paths = Vec::new();
    for (line, text) in (code.line..).zip(code.text.lines()) {
        let is_separator = |letter: char| letter.is_whitespace() || SEPARATORS.contains(&letter);
        for word in text.split(is_separator) {
            let word = word.strip_prefix("./").unwrap_or(word);
            if FIRST_FOLDERS.iter().any(|folder| word.starts_with(folder)) {
                paths.push((line, plain_path(word)));
            }
        }
    }
    paths
}

/// Without a line number, an anchor, a full stop, or the part that stands for many.
fn plain_path(word: &str) -> &str {
    let end = word.find([':', '#']).unwrap_or(word.len());
    let word = &word[..end];
    let wild = word.find("...").or_else(|| word.find(WILD));
    match wild {
        Some(wild) => word[..wild].rfind('/').map_or("", |slash| &word[..slash]),
        None => word.trim_end_matches('.'),
    }
}

/// The targets of `[text](target)` and `[label]: target` that are files, not addresses.
fn link_targets(prose: &Piece) -> Vec<(usize, &str)> {
    let mut targets = Vec::new();
    for (line, text) in (prose.line..).zip(prose.text.lines()) {
        let inline = text.split("](").skip(1);
        let inline = inline.filter_map(|rest| Some(rest.split_once(')')?.0));
        let candidates = inline.chain(definition(text));
        let files = candidates.filter_map(file_target);
        targets.extend(files.map(|target| (line, target)));
    }
    targets
}

fn definition(text: &str) -> Option<&str> {
    let (label, target) = text.trim_start().split_once("]: ")?;
    let is_label = label.starts_with('[') && !label.starts_with("[^");
    is_label.then_some(target)
}

fn file_target(target: &str) -> Option<&str> {
    let target = target.split_whitespace().next()?;
    let target = target.trim_start_matches('<').trim_end_matches('>');
    let target = target.split('#').next()?;
    let is_address = target.contains("://") || target.starts_with("mailto:");
    (!target.is_empty() && !is_address).then_some(target)
}

/// The path from the root, or nothing where the link leaves the repository. The root itself is empty.
fn resolve(page: &str, target: &str) -> Option<String> {
    let mut folders: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => page.split('/').collect(),
    };
    folders.pop();
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => _ = folders.pop()?,
            name => folders.push(name),
        }
    }
    Some(folders.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    /// What is said of a page at docs/page.md in a repository with a few files.
    fn said_of(page: &str) -> Vec<(usize, String)> {
        let found = check(&files(&[
            ("README.md", ""),
            ("docs/glossary.md", ""),
            ("crates/stemma/src/model/mod.rs", ""),
            ("docs/page.md", page),
        ]));
        let said = found.into_iter();
        said.map(|finding| (finding.line, finding.message)).collect()
    }

    fn passes(page: &str) -> bool {
        said_of(page).is_empty()
    }

    #[test]
    fn a_path_in_code_must_exist() {
        assert!(passes("see `crates/stemma/src/model/mod.rs` and `docs/`\n"));
        assert_eq!(
            said_of("good\n\nsee `crates/stemma/src/gone.rs`\n"),
            [(3, "`crates/stemma/src/gone.rs` does not exist in this repository".to_owned())]
        );
        assert!(!passes("```sh\ncat examples/gone.txt\n```\n"));
        assert!(!passes("run `stemma --out=examples/gone.txt`\n"));
    }

    #[test]
    fn line_numbers_anchors_and_full_stops_belong_to_no_path() {
        assert!(passes("`docs/glossary.md:12`, `docs/glossary.md#span`, `docs/glossary.md.`\n"));
        assert!(!passes("`docs/gone.md:12`\n"));
    }

    #[test]
    fn of_a_pattern_the_fixed_part_must_exist() {
        assert!(passes("`crates/*/src`, `crates/stemma/src/{lib,main}.rs`, `docs/<name>.md`\n"));
        assert!(!passes("`examples/*.txt`\n"));
    }

    #[test]
    fn other_code_and_other_addresses_are_left_alone() {
        assert!(passes("`and/or`, `src/main.rs`, `https://example.org/docs/gone.md`\n"));
        assert!(passes("[site](https://example.org/gone) [mail](mailto:a@example.org)\n"));
        assert!(passes("[below](#heading) and a [^1] note\n\n[^1]: a remark\n"));
    }

    #[test]
    fn a_relative_link_must_lead_to_a_file() {
        assert!(passes("[a](glossary.md), [b](../README.md \"title\"), [c](/docs/glossary.md#x)\n"));
        assert!(passes("[the root](..) and [`code`](glossary.md)\n"));
        assert_eq!(
            said_of("a\n[b](gone.md) [c](glossary.md)\n"),
            [(2, "the link to `gone.md` leads nowhere".to_owned())]
        );
        assert!(!passes("[`code`](gone.md)\n"));
        assert!(!passes("[out](../../elsewhere.md)\n"));
        assert!(!passes("[label]: gone.md\n"));
    }

    #[test]
    fn links_inside_code_are_examples() {
        assert!(passes("write `[text](gone.md)`\n\n```\n[text](gone.md)\n```\n"));
    }
}
