//! Decisions of people, one line each, each with the hash of the line before: none can be taken out or changed unseen.
//!
//! A line holds hashes and places, and no word of a report: what a report says can be forgotten, and the ledger stays whole.

use crate::manifest::is_hash;
use crate::{Archive, ArchiveError, Folder};
use serde_json::{Value, json};
use std::fs::OpenOptions;
use std::io::Write as _;
use stemma::Decision;
use stemma::decision::{Anchor, What};
use stemma::model::{ByteRange, Sha256};

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub number: usize,
    /// What was done.
    pub act: Act,
    /// When, for people.
    pub when: String,
    /// Hash of the line, which the next one repeats.
    hash: Sha256,
}

/// What a line says was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Something was decided.
    Decided(Decision),
    /// A decision was taken back, by its number.
    Undone(usize),
    /// A file was forgotten, by the hash of its bytes.
    Forgotten(Sha256),
}

impl Folder {
    fn ledger(&self) -> std::path::PathBuf {
        self.root().join("ledger.jsonl")
    }

    /// All lines of the ledger, which must hang together.
    pub fn ledger_entries(&self) -> Result<Vec<Entry>, ArchiveError> {
        let path = self.ledger();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(ArchiveError::io("read", &path)(error)),
        };
        let mut entries: Vec<Entry> = Vec::new();
        // What a killed program left of a line was never said to be done.
        for (nth, line) in text.split_inclusive('\n').filter(|line| line.ends_with('\n')).enumerate() {
            let before = entries.last().map(|entry| entry.hash);
            let entry = read(line.trim_end(), nth + 1, before).ok_or_else(|| ArchiveError::Foreign {
                path: path.clone(),
                problem: format!(
                    "line {} does not follow from the one before; somebody changed the file. Take back the change, or \
                     rename the file to go on without decisions",
                    nth + 1
                ),
            })?;
            entries.push(entry);
        }
        Ok(entries)
    }

    /// The decisions that hold, with their numbers.
    pub fn decisions(&self) -> Result<Vec<(usize, Decision)>, ArchiveError> {
        let entries = self.ledger_entries()?;
        let is_undone = |number: usize| entries.iter().any(|entry| entry.act == Act::Undone(number));
        let holding = entries.iter().filter_map(|entry| match &entry.act {
            Act::Decided(decision) if !is_undone(entry.number) => Some((entry.number, decision.clone())),
            _ => None,
        });
        Ok(holding.collect())
    }
}

impl Archive {
    /// Writes a line into the ledger and gives its number.
    pub fn enter(&mut self, act: &Act, when: &str) -> Result<usize, ArchiveError> {
        let entries = self.folder().ledger_entries()?;
        let before = entries.last().map(|entry| entry.hash);
        let path = self.folder().ledger();
        // Written anew, so that half a line of a killed program is no longer there.
        let written: String = std::fs::read_to_string(&path).unwrap_or_default();
        let whole = written.rfind('\n').map_or(0, |end| end + 1);
        let line = format!("{}\n", value(act, when, before));
        let append = || -> std::io::Result<()> {
            let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(&path)?;
            file.set_len(whole as u64)?;
            std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0))?;
            file.write_all(line.as_bytes())?;
            file.sync_all()
        };
        append().map_err(ArchiveError::io("write", &path))?;
        Ok(entries.len() + 1)
    }
}

fn value(act: &Act, when: &str, before: Option<Sha256>) -> Value {
    let mut value = match act {
        Act::Decided(decision) => {
            let anchor = |anchor: &Anchor| json!({ "text_sha256": anchor.text.to_string(), "start": anchor.range.start, "end": anchor.range.end });
            let anchors: Vec<Value> = decision.anchors.iter().map(anchor).collect();
            json!({ "what": decision.what.label(), "anchors": anchors })
        }
        Act::Undone(number) => json!({ "what": "undo", "number": number }),
        Act::Forgotten(sha256) => json!({ "what": "forget", "original_sha256": sha256.to_string() }),
    };
    value["when"] = when.into();
    value["before"] = before.map(|hash| hash.to_string()).into();
    value
}

fn read(line: &str, number: usize, before: Option<Sha256>) -> Option<Entry> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = |key: &str| value.get(key)?.as_str();
    if text("before").map(str::to_owned) != before.map(|hash| hash.to_string()) {
        return None;
    }
    let act = match text("what")? {
        "undo" => Act::Undone(usize::try_from(value.get("number")?.as_u64()?).ok()?),
        "forget" => Act::Forgotten(text("original_sha256")?.parse().ok()?),
        label => {
            let what = What::of_label(label)?;
            let anchors: Option<Vec<Anchor>> = value.get("anchors")?.as_array()?.iter().map(anchor).collect();
            Act::Decided(Decision { what, anchors: anchors? })
        }
    };
    let when = text("when").unwrap_or_default().to_owned();
    Some(Entry { number, act, when, hash: Sha256::of(line.as_bytes()) })
}

fn anchor(value: &Value) -> Option<Anchor> {
    let text = value.get("text_sha256")?.as_str().filter(|text| is_hash(text))?.parse().ok()?;
    let bound = |key: &str| u32::try_from(value.get(key)?.as_u64()?).ok();
    let (start, end) = (bound("start")?, bound("end")?);
    (start <= end).then_some(Anchor { text, range: ByteRange { start, end } })
}
