//! Every dependency says on its line why it is there, in the one manifest where versions are chosen (and in that of the
//! fuzz targets, which are a workspace of their own).

use crate::finding::Finding;
use crate::repository::RepoFile;

/// The fewest words that can be a reason.
const FEWEST_WORDS: usize = 2;

/// Lines of the root manifest without a reason, and lines of other manifests that go round it.
pub fn missing_reasons(files: &[RepoFile]) -> Vec<Finding> {
    let manifests = files.iter().filter(|file| is_manifest(&file.path));
    manifests
        .flat_map(|file| match file.path.as_str() {
            "Cargo.toml" | "fuzz/Cargo.toml" => without_reason(file),
            _ => with_own_version(file),
        })
        .collect()
}

fn is_manifest(path: &str) -> bool {
    path == "Cargo.toml" || path.ends_with("/Cargo.toml")
}

fn without_reason(file: &RepoFile) -> Vec<Finding> {
    let wrong = dependency_lines(file).filter(|(_, line)| !has_path(line) && !has_reason(line));
    let message = "say why after a `#`, on the line of the dependency";
    wrong.map(|(number, _)| Finding::new(&file.path, number, message)).collect()
}

fn with_own_version(file: &RepoFile) -> Vec<Finding> {
    let wrong = dependency_lines(file).filter(|(_, line)| !takes_workspace_version(line));
    let message = "write `NAME.workspace = true`; version and reason stand in the root Cargo.toml";
    wrong.map(|(number, _)| Finding::new(&file.path, number, message)).collect()
}

/// The lines that begin a dependency: `NAME = ...` in a table of dependencies, or the head of a table
/// that is one dependency by itself.
fn dependency_lines(file: &RepoFile) -> impl Iterator<Item = (usize, &str)> {
    let mut within = false;
    file.lines().filter(move |(_, line)| {
        let line = line.trim();
        if line.starts_with('[') {
            let table = line.trim_start_matches('[');
            let table = table.split(']').next().unwrap_or_default();
            within = table.ends_with("dependencies");
            return table.contains("dependencies.");
        }
        let starts_with_name = line.starts_with(|first: char| first.is_alphanumeric());
        within && starts_with_name && line.contains('=')
    })
}

/// What stands before the comment. A `#` inside quotation marks begins none.
fn before_comment(line: &str) -> &str {
    let mut quoted = false;
    let comment = line.find(|letter: char| {
        quoted ^= letter == '"';
        letter == '#' && !quoted
    });
    &line[..comment.unwrap_or(line.len())]
}

fn has_reason(line: &str) -> bool {
    let comment = &line[before_comment(line).len()..];
    let words = comment.trim_start_matches('#').split_whitespace();
    words.count() >= FEWEST_WORDS
}

fn has_path(line: &str) -> bool {
    let words = before_comment(line).split(|letter: char| !letter.is_alphanumeric());
    words.into_iter().any(|word| word == "path")
}

fn takes_workspace_version(line: &str) -> bool {
    let squeezed: String = before_comment(line).split_whitespace().collect();
    squeezed.contains("workspace=true")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository::files;

    /// The numbers of the lines found wrong in one manifest.
    fn wrong_lines(path: &str, manifest: &str) -> Vec<usize> {
        let found = missing_reasons(&files(&[(path, manifest)]));
        found.into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        let manifest = "[workspace.dependencies]\n\
            stemma = { path = \"crates/stemma\" }\n\
            sha2 = \"0.11\" # hashes of texts\n\
            glob = \"0.3\"\n\
            rayon = \"1\" #\n\
            [profile.release]\n\
            debug = 0\n";
        assert_eq!(wrong_lines("Cargo.toml", manifest), [4, 5]);
    }

    #[test]
    fn a_hash_inside_quotation_marks_is_no_reason() {
        let manifest =
            "[workspace.dependencies]\nodd = { version = \"1\", features = [\"# not a reason\"] }\n";
        assert_eq!(wrong_lines("Cargo.toml", manifest), [2]);
    }

    #[test]
    fn the_word_path_in_the_reason_excuses_nothing() {
        let manifest = "[workspace.dependencies]\nglob = \"0.3\" #path\n";
        assert_eq!(wrong_lines("Cargo.toml", manifest), [2]);
    }

    #[test]
    fn a_table_that_is_one_dependency_needs_its_reason_too() {
        let manifest = "[workspace.dependencies.glob]\nversion = \"0.3\"\n";
        assert_eq!(wrong_lines("Cargo.toml", manifest), [1]);
    }

    #[test]
    fn a_crate_cannot_choose_its_own_version() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\nsha2.workspace = true\n\
            rayon = { workspace = true }\nglob = \"0.3\" # why not\n\
            [target.'cfg(unix)'.dev-dependencies]\nlibc = \"0.2\"\n";
        assert_eq!(wrong_lines("crates/x/Cargo.toml", manifest), [6, 8]);
    }
}
