//! Files into sources: paths in, decoded texts out, and a list of everything that could not be read.
//!
//! | module | question |
//! |---|---|
//! | `walk` | which files do these arguments mean? |
//! | `pattern` | which paths does a pattern match that no shell has expanded? |
//! | `read` | what bytes are in them, within the limit? |
//! | `format` | are the bytes something else than plain text (HTML, PDF, a picture, an archive)? |
//! | `decode` | which encoding are they in? |
//! | `guess` | what do bytes look like that say nothing of themselves? |
//! | `flaws` | how many bad bytes may a text have? |
//! | `convert` | what text is that, and which bytes does each part of it come from? |
//! | `refusal` | why was something not read, in words a reporter can act on? |
//!
//! [`read_pile`] never fails: what cannot be read is listed and the rest is read. The same files give the
//! same pile, whatever the order of the arguments and the number of threads.

mod convert;
mod decode;
mod flaws;
mod format;
mod guess;
mod pattern;
mod read;
mod refusal;
mod walk;

use rayon::prelude::*;
use refusal::Refusal;
use std::io::Read;
use std::path::PathBuf;
use stemma::model::{Note, Sha256, Source, Unread};
use walk::File;

/// Bytes of files that are read at the same moment. Four of the largest files allowed by default; with
/// their texts they need at most some hundred megabytes beside the result, on any number of cores.
const BATCH_BYTES: u64 = 256 << 20;

/// What a caller may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Files with more bytes are not read but listed. Values above 4 GiB - 1 count as 4 GiB - 1, for
    /// offsets have 32 bits.
    ///
    /// 64 MiB by default: a news report has some kilobytes, and a year of a parliament's transcripts in
    /// one file some tens of megabytes. What is larger is seldom a report, and in an old encoding it could
    /// take more than a gigabyte of memory, as every converted letter remembers its place in the file.
    pub max_file_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            max_file_bytes: 64 << 20,
        }
    }
}

/// What was found at the places a user named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pile {
    /// What was read, by name.
    pub sources: Vec<Source>,
    /// What was given and not read, by name.
    pub unread: Vec<Unread>,
    /// What a reader should know about a source, a folder or an argument, by name.
    pub notes: Vec<Note>,
}

/// Reads all files that `inputs` mean: files, folders, patterns, and `stdin` where one of them is `-`.
pub fn read_pile(inputs: &[PathBuf], stdin: &mut dyn Read, options: &Options) -> Pile {
    let limit = options.max_file_bytes.min(u64::from(u32::MAX));
    let listing = walk::list(inputs);
    let mut pile = Pile {
        sources: Vec::new(),
        unread: listing.unread,
        notes: listing.notes,
    };
    if listing.stdin {
        pile.add(walk::STDIN, read::read_limited(stdin, 0, limit));
    }
    for batch in batches(&listing.files, limit) {
        let read: Vec<Result<Reading, Refusal>> = batch
            .par_iter()
            .map(|file| reading(&file.name, read::read_file(file, limit)?))
            .collect();
        for (file, reading) in batch.iter().zip(read) {
            pile.add_reading(&file.name, reading);
        }
    }
    pile.sources.sort_by(|a, b| a.name.cmp(&b.name));
    pile.unread.sort();
    pile.notes.sort();
    pile
}

/// A source and what is to be said about it.
struct Reading {
    source: Source,
    remarks: Vec<String>,
}

impl Pile {
    fn add(&mut self, name: &str, bytes: Result<Vec<u8>, Refusal>) {
        let read = bytes.and_then(|bytes| reading(name, bytes));
        self.add_reading(name, read);
    }

    fn add_reading(&mut self, name: &str, reading: Result<Reading, Refusal>) {
        match reading {
            Ok(Reading { source, remarks }) => {
                self.notes.extend(remarks.into_iter().map(|text| Note {
                    name: name.to_owned(),
                    text,
                }));
                self.sources.push(source);
            }
            Err(refusal) => self.unread.push(refusal.of(name)),
        }
    }
}

/// The bytes of one file as a source. Plain text says nothing about outlet, address and dates, and a file
/// name or the clock of a file system is no evidence for them.
fn reading(name: &str, bytes: Vec<u8>) -> Result<Reading, Refusal> {
    let original_sha256 = Sha256::of(&bytes);
    let decoded = decode::decode(bytes)?;
    Ok(Reading {
        source: Source {
            name: name.to_owned(),
            original_sha256,
            encoding: decoded.encoding.to_owned(),
            text: decoded.text,
            map: decoded.map,
            outlet: None,
            url: None,
            published: None,
            modified: None,
            captured: None,
        },
        remarks: decoded.remarks,
    })
}

/// Parts the files so that no part has more than [`BATCH_BYTES`], except where a single file has.
fn batches(files: &[File], limit: u64) -> Vec<&[File]> {
    let mut batches = Vec::new();
    let (mut start, mut held) = (0, 0);
    for (idx, file) in files.iter().enumerate() {
        let bytes = file.bytes.unwrap_or(limit).min(limit);
        if held + bytes > BATCH_BYTES && idx > start {
            batches.push(&files[start..idx]);
            (start, held) = (idx, 0);
        }
        held += bytes;
    }
    if start < files.len() {
        batches.push(&files[start..]);
    }
    batches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: Option<u64>) -> File {
        File {
            name: String::new(),
            path: PathBuf::new(),
            bytes,
        }
    }

    fn batch_lengths(sizes: &[Option<u64>], limit: u64) -> Vec<usize> {
        let files: Vec<File> = sizes.iter().map(|size| file(*size)).collect();
        batches(&files, limit)
            .iter()
            .map(|batch| batch.len())
            .collect()
    }

    #[test]
    fn small_files_are_read_together_and_large_ones_apart() {
        let large = Some(BATCH_BYTES);
        assert_eq!(batch_lengths(&[Some(1), Some(2), large], u64::MAX), [2, 1]);
        assert_eq!(batch_lengths(&[large, Some(1), Some(2)], u64::MAX), [1, 2]);
        assert_eq!(batch_lengths(&[], 1), [0; 0]);
    }

    #[test]
    fn a_file_counts_no_more_than_the_limit_and_a_pipe_as_much() {
        let huge = Some(u64::MAX);
        assert_eq!(batch_lengths(&[huge, huge, Some(1)], 10), [3]);
        assert_eq!(batch_lengths(&[None, None], BATCH_BYTES), [1, 1]);
    }
}
