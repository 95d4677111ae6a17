//! What was added, in a file that outlives the database: one JSON object a line.
//!
//! A line is written before the database knows of the file, so that whatever it knows can be made again from here. A file
//! may have two equal lines, where a run was killed between the two.

use crate::{Addition, ArchiveError, Folder};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// What one line says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// Hash of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// How many there are.
    pub bytes: u64,
    /// The name as it was given.
    pub name: String,
    /// JSON: the options that shape what is read out of the file.
    pub reading: String,
    /// When it was added, as a reader writes it; nothing else depends on it.
    pub added: String,
}

impl Line {
    /// Hash of the list of outlets that the file was read with, where it was read with one.
    pub(crate) fn list_of_outlets(&self) -> Option<String> {
        let reading: Value = serde_json::from_str(&self.reading).ok()?;
        Some(reading.get("outlets")?.as_str()?.to_owned())
    }
}

/// Writes lines behind those that are there.
pub(crate) fn append(folder: &Folder, additions: &[Addition], added: &str) -> Result<(), ArchiveError> {
    let mut lines = String::new();
    for addition in additions {
        lines.push_str(&line(addition, added));
        lines.push('\n');
    }
    let path = folder.manifest();
    let written = (|| {
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(&path)?;
        // A run that was killed may have left half a line.
        if file.seek(SeekFrom::End(-1)).is_ok() {
            let mut last = [0];
            file.read_exact(&mut last)?;
            if last != *b"\n" {
                file.write_all(b"\n")?;
            }
        }
        file.write_all(lines.as_bytes())?;
        file.sync_all()
    })();
    written.map_err(ArchiveError::io("write", &path))
}

fn line(addition: &Addition, added: &str) -> String {
    let reading: Value = serde_json::from_str(&addition.reading).unwrap_or(Value::Null);
    json!({
        "sha256": addition.sha256.to_string(),
        "bytes": addition.bytes,
        "name": addition.name,
        "reading": reading,
        "added": added,
    })
    .to_string()
}

/// All that was added, each once, and how many lines say nothing.
pub fn read_manifest(folder: &Folder) -> Result<(Vec<Line>, usize), ArchiveError> {
    let path = folder.manifest();
    let text = match std::fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(ArchiveError::io("read", &path)(error)),
    };
    let mut known = BTreeSet::new();
    let (mut lines, mut n_unknown) = (Vec::new(), 0);
    for text in text.lines().filter(|line| !line.trim().is_empty()) {
        match read_line(text) {
            Some(line) => {
                if known.insert((line.sha256.clone(), line.name.clone())) {
                    lines.push(line);
                }
            }
            None => n_unknown += 1,
        }
    }
    Ok((lines, n_unknown))
}

fn read_line(text: &str) -> Option<Line> {
    let value: Value = serde_json::from_str(text).ok()?;
    let of = |key: &str| value.get(key)?.as_str().map(str::to_owned);
    let sha256 = of("sha256").filter(|digits| is_hash(digits))?;
    Some(Line {
        sha256,
        bytes: value.get("bytes")?.as_u64()?,
        name: of("name")?,
        reading: value.get("reading")?.to_string(),
        added: of("added").unwrap_or_default(),
    })
}

/// Whether a text is a hash as it is written: nothing else may become part of a path.
pub(crate) fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// Writes the manifest anew, without the lines that are not to be kept.
pub(crate) fn retain(folder: &Folder, keep: impl Fn(&Line) -> bool) -> Result<(), ArchiveError> {
    let (lines, _) = read_manifest(folder)?;
    let kept: String = lines
        .iter()
        .filter(|line| keep(line))
        .map(|line| {
            let reading: Value = serde_json::from_str(&line.reading).unwrap_or(Value::Null);
            let value = json!({
                "sha256": line.sha256, "bytes": line.bytes, "name": line.name, "reading": reading, "added": line.added,
            });
            format!("{value}\n")
        })
        .collect();
    replace(&folder.manifest(), kept.as_bytes())
}

/// Writes a file whole or not at all.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), ArchiveError> {
    let beside = path.with_extension("unfinished");
    let written = (|| {
        let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    })();
    written.map_err(ArchiveError::io("write", path))
}
