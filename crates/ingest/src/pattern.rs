//! Patterns that no shell has expanded (`reports/*.txt`), into the paths that they match.
//!
//! Names are compared as people see them, so that a star also stands for bytes that are no UTF-8: a file
//! must not be passed over because of its name. As in a shell, `*` and `**` leave out names that begin with
//! a dot.

use glob::{Pattern, PatternError};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What a pattern means.
#[derive(Debug, Default)]
pub struct Matches {
    /// The paths, in order.
    pub paths: Vec<PathBuf>,
    /// Folders that could not be searched.
    pub failed: Vec<(PathBuf, io::Error)>,
}

/// Whether a path may be meant as a pattern.
pub fn is_pattern(path: &Path) -> bool {
    has_pattern(path.as_os_str().as_encoded_bytes())
}

/// Finds the paths that a pattern matches.
pub fn expand(pattern: &Path) -> Result<Matches, PatternError> {
    let parts = pattern.components().map(|part| Part::of(part.as_os_str().to_owned()));
    let mut parts = parts.collect::<Result<Vec<Part>, PatternError>>()?;
    // A folder is read with all folders in it, so `**` at the end would only name files twice.
    while matches!(parts.last(), Some(Part::Folders)) {
        parts.pop();
    }
    let mut matches = Matches { paths: vec![PathBuf::new()], failed: Vec::new() };
    for part in parts {
        let before = std::mem::take(&mut matches.paths);
        before.iter().for_each(|path| matches.go_on(path, &part));
    }
    // The pattern `**` alone: this folder.
    matches.paths.iter_mut().filter(|path| path.as_os_str().is_empty()).for_each(|path| path.push("."));
    matches.paths.sort();
    matches.paths.dedup();
    Ok(matches)
}

/// One part of a pattern: what stands between two separators.
enum Part {
    /// A name, or what stands for one (`..`, a root).
    Name(OsString),
    /// `**`: any number of folders.
    Folders,
    /// A name with a place for others in it.
    Match { pattern: Pattern, hidden: bool },
}

impl Part {
    fn of(part: OsString) -> Result<Part, PatternError> {
        if part == "**" {
            return Ok(Part::Folders);
        }
        if !has_pattern(part.as_encoded_bytes()) {
            return Ok(Part::Name(part));
        }
        let words = part.to_string_lossy();
        Ok(Part::Match { pattern: Pattern::new(&words)?, hidden: words.starts_with('.') })
    }
}

impl Matches {
    /// Adds the paths to which one more part of the pattern leads from a path.
    fn go_on(&mut self, path: &Path, part: &Part) {
        match part {
            Part::Name(name) => {
                let next = path.join(name);
                if next.symlink_metadata().is_ok() {
                    self.paths.push(next);
                }
            }
            Part::Match { pattern, hidden } => {
                self.search(path, |name| (*hidden || !name.starts_with('.')) && pattern.matches(name))
            }
            Part::Folders => self.folders(path),
        }
    }

    /// Adds the entries of a folder whose names match.
    fn search(&mut self, folder: &Path, matches: impl Fn(&str) -> bool) {
        if !opened(folder).is_dir() {
            return;
        }
        match opened(folder).read_dir().and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => {
                let names = entries.into_iter().map(|entry| entry.file_name());
                let matching = names.filter(|name| matches(&name.to_string_lossy()));
                self.paths.extend(matching.map(|name| folder.join(name)));
            }
            Err(error) => self.failed.push((folder.to_owned(), error)),
        }
    }

    /// Adds a folder and all folders in it. What cannot be searched is left to those who read it.
    fn folders(&mut self, folder: &Path) {
        let is_hidden = |entry: &DirEntry| entry.file_name().as_encoded_bytes().starts_with(b".");
        let walk = WalkDir::new(opened(folder)).into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {
                    let below = entry.path().strip_prefix(opened(folder)).unwrap_or(entry.path());
                    self.paths.push(folder.join(below));
                }
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().unwrap_or(folder).to_owned();
                    let error = error.into_io_error();
                    self.failed.extend(error.map(|error| (path, error)));
                }
            }
        }
    }
}

/// The folder that a path names; the empty path names the one that the program runs in.
fn opened(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

fn has_pattern(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| b"*?[".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn folder(files: &[&str]) -> TempDir {
        let folder = TempDir::new().expect("a folder can be made");
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("made");
            std::fs::write(path, "text").expect("a file can be written");
        }
        folder
    }

    fn expanded(folder: &TempDir, pattern: &str) -> Vec<String> {
        let matches = expand(&folder.path().join(pattern)).expect("it is a pattern");
        assert!(matches.failed.is_empty());
        let below = |path: &PathBuf| {
            let below = path.strip_prefix(folder.path()).expect("it lies in the folder");
            below.to_string_lossy().into_owned()
        };
        matches.paths.iter().map(below).collect()
    }

    #[test]
    fn a_star_stands_for_part_of_a_name() {
        let folder = folder(&["b.txt", "a.txt", "c.html", ".hidden.txt", "in/d.txt"]);
        assert_eq!(expanded(&folder, "*.txt"), ["a.txt", "b.txt"]);
        assert_eq!(expanded(&folder, ".*.txt"), [".hidden.txt"]);
        assert_eq!(expanded(&folder, "*/*.txt"), ["in/d.txt"]);
        assert_eq!(expanded(&folder, "[ab].t?t"), ["a.txt", "b.txt"]);
        assert!(expanded(&folder, "a.txt/*").is_empty());
    }

    #[test]
    fn two_stars_stand_for_any_folders() {
        let folder = folder(&["a.txt", "in/b.txt", "in/deep/c.txt", ".git/d.txt"]);
        assert_eq!(expanded(&folder, "**/*.txt"), ["a.txt", "in/b.txt", "in/deep/c.txt"]);
        assert_eq!(expanded(&folder, "in/**/c.txt"), ["in/deep/c.txt"]);
        assert_eq!(expanded(&folder, "in/**"), ["in"]);
        assert!(expand(Path::new("a**b")).is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_star_stands_for_bytes_that_are_no_utf_8() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = folder(&["a.txt"]);
        let name = std::ffi::OsStr::from_bytes(b"b\xff.txt");
        std::fs::write(folder.path().join(name), "text").expect("Linux takes any bytes");
        let matches = expand(&folder.path().join("*.txt")).expect("it is a pattern");
        assert_eq!(matches.paths, [folder.path().join("a.txt"), folder.path().join(name)]);
    }
}
