//! The files of the repository as one sorted list of values, so that checks are functions of that list.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// No file outside `assets/` may be larger (bytes); larger ones are not read here either.
pub const MAX_BYTES: u64 = 2_000_000;

/// One file of the repository.
#[derive(Debug, Clone)]
pub struct RepoFile {
    /// From the root of the repository, with `/` between folders.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// The content; absent where the file is not UTF-8, larger than [`MAX_BYTES`], or a link.
    pub text: Option<String>,
}

impl RepoFile {
    /// The lines with their numbers from 1, without their `\n` but with a `\r` if there is one.
    /// A binary file has none.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let text = self.text.as_deref().unwrap_or_default();
        (1..).zip(text.split('\n'))
    }

    /// Whether the name ends in one of these, given without the dot.
    pub fn has_extension(&self, extensions: &[&str]) -> bool {
        let extension = self.path.rsplit_once('.').map(|(_, extension)| extension);
        extension.is_some_and(|extension| extensions.contains(&extension))
    }
}

/// Reads every file that is, or could be, part of a commit.
pub fn read_files(root: &Path) -> Result<Vec<RepoFile>> {
    let mut files = Vec::new();
    for path in list(root)? {
        let full = root.join(&path);
        // A file that was deleted but not yet committed is listed by git and is not there.
        let Ok(kind) = full.symlink_metadata() else {
            continue;
        };
        let readable = kind.is_file() && kind.len() <= MAX_BYTES;
        let content = match readable {
            true => std::fs::read(&full).with_context(|| format!("cannot read {path}"))?,
            false => Vec::new(),
        };
        files.push(RepoFile {
            path,
            bytes: kind.len(),
            text: String::from_utf8(content).ok().filter(|_| readable),
        });
    }
    ensure!(!files.is_empty(), "found no files under {}", root.display());
    Ok(files)
}

/// All files and all their folders, without a `/` at the end.
pub fn existing_paths(files: &[RepoFile]) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for file in files {
        let mut path = file.path.as_str();
        while paths.insert(path.to_owned()) {
            match path.rsplit_once('/') {
                Some((folder, _)) => path = folder,
                None => break,
            }
        }
    }
    paths
}

/// Asks git in a checkout, because it knows what is ignored; walks the folders of an unpacked archive.
fn list(root: &Path) -> Result<BTreeSet<String>> {
    if root.join(".git").exists() {
        return list_by_git(root);
    }
    let mut paths = BTreeSet::new();
    walk(root, "", &mut paths)?;
    Ok(paths)
}

fn list_by_git(root: &Path) -> Result<BTreeSet<String>> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others"])
        .arg("--exclude-standard")
        .current_dir(root)
        .output()
        .context("cannot run git, which lists the files of a checkout")?;
    ensure!(output.status.success(), "git ls-files: {}", String::from_utf8_lossy(&output.stderr).trim());
    let names = String::from_utf8(output.stdout).context("a file name is not UTF-8")?;
    let names = names.split('\0').filter(|name| !name.is_empty());
    Ok(names.map(str::to_owned).collect())
}

fn walk(folder: &Path, prefix: &str, paths: &mut BTreeSet<String>) -> Result<()> {
    let entries = folder.read_dir().with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        let name = entry.file_name();
        let name = name.to_str().context("a file name is not UTF-8")?;
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_folder {
            paths.insert(format!("{prefix}{name}"));
        } else if !(prefix.is_empty() && name == "target") {
            walk(&entry.path(), &format!("{prefix}{name}/"), paths)?;
        }
    }
    Ok(())
}

/// Files for tests, from paths and contents.
#[cfg(test)]
pub fn files(contents: &[(&str, &str)]) -> Vec<RepoFile> {
    contents
        .iter()
        .map(|(path, text)| RepoFile {
            path: (*path).to_owned(),
            bytes: text.len() as u64,
            text: Some((*text).to_owned()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_exist_where_files_do() {
        let paths = existing_paths(&files(&[("crates/stemma/src/lib.rs", "")]));
        let expected = ["crates", "crates/stemma", "crates/stemma/src"];
        assert!(expected.iter().all(|folder| paths.contains(*folder)));
        assert!(paths.contains("crates/stemma/src/lib.rs"));
        assert!(!paths.contains("docs"));
    }

    #[test]
    fn lines_are_numbered_from_one_and_keep_carriage_returns() {
        let file = &files(&[("a.md", "one\r\ntwo\n")])[0];
        let lines: Vec<_> = file.lines().collect();
        assert_eq!(lines, [(1, "one\r"), (2, "two"), (3, "")]);
    }

    #[test]
    fn this_very_file_is_found_in_the_checkout_and_by_walking() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut walked = BTreeSet::new();
        walk(folder, "xtask/", &mut walked).unwrap();
        assert!(walked.contains("xtask/src/repository.rs"));

        let read = read_files(folder.parent().unwrap()).unwrap();
        let this = read.iter().find(|file| file.path == "xtask/src/repository.rs");
        assert!(this.is_some_and(|file| file.text.is_some()));
        assert!(!read.iter().any(|file| file.path.starts_with("target/")));
    }
}
