//! Arguments into files: files, folders, patterns that no shell has expanded, and `-`.

use crate::pattern::{self, is_pattern};
use crate::refusal::Refusal;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use stemma::model::{Note, Unread};
use walkdir::WalkDir;

/// The argument and the name of standard input.
pub const STDIN: &str = "-";

/// A file to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// As the user gave it, or as it was found below a folder that he gave.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// How many bytes it says it has; absent for a pipe or a device.
    pub bytes: Option<u64>,
}

/// What the arguments mean.
#[derive(Debug, Default)]
pub struct Listing {
    /// Whether standard input is to be read.
    pub stdin: bool,
    /// The files by name, each once.
    pub files: Vec<File>,
    /// What is not to be read, and why.
    pub unread: Vec<Unread>,
    /// What was left out, and why.
    pub notes: Vec<Note>,
}

/// Finds the files that the arguments mean.
pub fn list(inputs: &[PathBuf]) -> Listing {
    let mut listing = Listing::default();
    for input in inputs {
        if input.as_os_str() != STDIN {
            listing.argument(input);
        } else if listing.stdin {
            listing.note(STDIN, "given more than once; read once");
        } else {
            listing.stdin = true;
        }
    }
    listing.drop_repeated_files();
    listing
}

impl Listing {
    fn argument(&mut self, path: &Path) {
        match path.metadata() {
            Ok(metadata) if metadata.is_dir() => self.folder(path),
            // Named by the user himself: a pipe or a device may be what he means.
            Ok(metadata) => self.file(path, &metadata),
            Err(_) if is_pattern(path) && path.symlink_metadata().is_err() => self.pattern(path),
            Err(error) => self.refuse(path, Refusal::of_io(path, &error)),
        }
    }

    fn pattern(&mut self, path: &Path) {
        let matches = match pattern::expand(path) {
            Ok(matches) => matches,
            Err(error) => {
                let reason = format!("no such file, and not a pattern: {}", error.msg);
                return self.refuse(path, Refusal::new(reason, "check the brackets and stars"));
            }
        };
        if matches.paths.is_empty() && matches.failed.is_empty() {
            let hint = "check the spelling, and in which folder you are";
            self.refuse(path, Refusal::new("no file matches this pattern", hint));
        }
        for found in matches.paths {
            if found.is_dir() { self.folder(&found) } else { self.found(&found) }
        }
        for (folder, error) in matches.failed {
            self.refuse(&folder, Refusal::of_io(&folder, &error));
        }
    }

    fn folder(&mut self, folder: &Path) {
        let mut hidden: BTreeMap<PathBuf, u64> = BTreeMap::new();
        let mut found = false;
        let entries =
            WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter().filter_entry(|entry| {
                let skip = entry.depth() > 0 && is_hidden(entry.path());
                if skip {
                    let parent = entry.path().parent().unwrap_or(folder);
                    *hidden.entry(parent.to_path_buf()).or_default() += 1;
                }
                !skip
            });
        for entry in entries {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => continue,
                Ok(entry) => self.found(entry.path()),
                Err(error) => self.unreadable_entry(folder, error),
            }
            found = true;
        }
        if !found {
            let hint = match hidden.is_empty() {
                true => "",
                false => "it has hidden files; name them to read them",
            };
            self.refuse(folder, Refusal::new("folder has no files", hint));
        }
        for (parent, count) in hidden {
            let entries = if count == 1 { "entry" } else { "entries" };
            self.note(
                &name(&parent),
                &format!("{count} hidden {entries} left out (names that begin with a dot)"),
            );
        }
    }

    fn unreadable_entry(&mut self, folder: &Path, error: walkdir::Error) {
        let path = error.path().unwrap_or(folder).to_path_buf();
        let error =
            error.into_io_error().unwrap_or_else(|| std::io::Error::other("the folder leads back to itself"));
        self.refuse(&path, Refusal::of_io(&path, &error));
    }

    /// A file that the user did not name himself. Only regular files are read, for opening a pipe may wait
    /// forever. A link to a folder is not followed, for it may lead in a circle or to the whole disk.
    fn found(&mut self, path: &Path) {
        match path.metadata() {
            Ok(metadata) if metadata.is_file() => self.file(path, &metadata),
            Ok(metadata) if metadata.is_dir() => self.refuse(
                path,
                Refusal::new(
                    "a link to another folder, which is not followed",
                    "name that folder as well, to read it",
                ),
            ),
            Ok(_) => self.refuse(
                path,
                Refusal::new(
                    "not a regular file (a pipe, a socket or a device)",
                    "name it by itself, to read it",
                ),
            ),
            Err(error) => self.refuse(path, Refusal::of_io(path, &error)),
        }
    }

    fn file(&mut self, path: &Path, metadata: &Metadata) {
        self.files.push(File {
            name: name(path),
            path: path.to_path_buf(),
            bytes: metadata.is_file().then_some(metadata.len()),
        });
    }

    fn refuse(&mut self, path: &Path, refusal: Refusal) {
        self.unread.push(refusal.of(&name(path)));
    }

    fn note(&mut self, name: &str, text: &str) {
        self.notes.push(Note { name: name.to_owned(), text: text.to_owned() });
    }

    /// Sorts the files by name and keeps the first name of each, so that the order of the arguments does
    /// not decide under which name a file is known.
    fn drop_repeated_files(&mut self) {
        let mut files = std::mem::take(&mut self.files);
        files.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
        let mut kept: BTreeMap<PathBuf, String> = BTreeMap::new();
        for file in files {
            // What has no canonical path (a pipe that the shell made) is known by the path given.
            let identity = file.path.canonicalize().unwrap_or_else(|_| file.path.clone());
            match kept.get(&identity) {
                Some(first) if *first == file.name => {
                    self.note(&file.name, "given more than once; read once");
                }
                Some(first) => {
                    let text = format!("the same file as {first}; read once, under that name");
                    self.note(&file.name, &text);
                }
                None => {
                    kept.insert(identity, file.name.clone());
                    self.files.push(file);
                }
            }
        }
        // A folder named twice says everything about its entries twice.
        let unread: BTreeSet<Unread> = self.unread.drain(..).collect();
        self.unread.extend(unread);
        let notes: BTreeSet<Note> = self.notes.drain(..).collect();
        self.notes.extend(notes);
    }
}

/// The name of a path for people. Bytes that are not UTF-8 become U+FFFD; the file is read all the same.
fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}
