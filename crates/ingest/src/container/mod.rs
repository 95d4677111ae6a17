//! Files that hold files: gzip, zip, tar, and web archives (WARC). Each is read as a folder would be; nothing is ever
//! written to disk, and no name of a member is ever opened.
//!
//! A member has the name of its container, `!`, and its own name (`week.zip!mon/wire.txt`). What one file may make of
//! itself is bounded, whatever is packed in whatever: see [`Budget`].

mod batch;
mod budget;
mod expand;
mod http;
mod input;
mod members;
mod tar;
mod warc;
mod zip;

pub use budget::Budget;
pub use input::Input;

use crate::refusal::{Refusal, with_separators};
use crate::{Pile, Reader};
use flate2::read::MultiGzDecoder;
use std::io::{BufReader, Cursor, Read};

/// A file may lie in this many others: a `.tar.gz` in a zip archive is two.
const MOST_DEPTH: u8 = 5;

/// Names of the first entries of a zip archive by which it is a document of an office program or a book.
const DOCUMENTS: [&[u8]; 5] = [
    b"[Content_Types].xml",
    b"word/",
    b"xl/",
    b"application/vnd.oasis.opendocument",
    b"application/epub+zip",
];

/// How far into a zip archive they stand.
const DOCUMENT_BYTES: usize = 4096;

/// What holds other files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One file, packed.
    Gzip,
    /// Files, each packed.
    Zip,
    /// Files, one behind the other.
    Tar,
    /// What was fetched from the web, one record behind the other.
    Warc,
}

/// The kind of container that begins with these bytes.
pub fn kind(head: &[u8]) -> Option<Kind> {
    let has =
        |mark: &[u8]| head[..head.len().min(DOCUMENT_BYTES)].windows(mark.len()).any(|part| part == mark);
    match head {
        [0x1f, 0x8b, 8, ..] => Some(Kind::Gzip),
        [b'P', b'K', 3, 4, ..] if DOCUMENTS.iter().any(|mark| has(mark)) => None,
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Kind::Zip),
        _ if head.starts_with(b"WARC/1.") || head.starts_with(b"WARC/0.") => Some(Kind::Warc),
        _ if head.get(257..262) == Some(b"ustar") => Some(Kind::Tar),
        _ => None,
    }
}

/// Reads a container that begins with `head`.
pub fn read(kind: Kind, head: Vec<u8>, input: Input, reader: &Reader) -> Result<Pile, Refusal> {
    if input.depth >= MOST_DEPTH {
        let reason = format!("an archive in {MOST_DEPTH} others, and no deeper one is opened");
        return Err(Refusal::new(reason, "unpack it first"));
    }
    match kind {
        Kind::Gzip => gzip(head, input, reader),
        Kind::Zip => zip_archive(head, input, reader),
        Kind::Tar => {
            let mut stream = head.chain_with(input.stream);
            tar::read(input.name, &mut stream, input.depth, input.budget, reader)
        }
        Kind::Warc => {
            let mut stream = head.chain_with(input.stream);
            warc::read(input.name, &mut stream, input.depth, input.budget, reader)
        }
    }
}

/// What a gzip file holds has its name and is what it is called without `.gz`.
fn gzip(head: Vec<u8>, input: Input, reader: &Reader) -> Result<Pile, Refusal> {
    let called = input.called.to_ascii_lowercase();
    let called = match called.strip_suffix(".tgz") {
        Some(stem) => format!("{stem}.tar"),
        None => called.strip_suffix(".gz").unwrap_or(&called).to_owned(),
    };
    let packed = MultiGzDecoder::new(head.chain_with(input.stream));
    let mut stream = expand::Expanding::of(packed, input.budget);
    let inside = Input::of(input.name, &mut stream, input.budget);
    reader.try_read(Input { called: &called, depth: input.depth + 1, ..inside })
}

/// Its list of members stands at the end: a file on disk is read there, what comes as a stream is kept in memory.
fn zip_archive(head: Vec<u8>, input: Input, reader: &Reader) -> Result<Pile, Refusal> {
    let Input { name, depth, budget, .. } = input;
    if let Some(file) = input.seekable {
        return zip::read(name, &mut BufReader::new(file), depth, budget, reader);
    }
    let bytes = crate::read::read_limited(input.path, head, input.stream, input.bytes, reader.limit)?;
    zip::read(name, &mut Cursor::new(bytes.as_slice()), depth, budget, reader)
}

/// Puts bytes that have been read before the rest of their stream.
trait ChainWith {
    fn chain_with(self, rest: &mut dyn Read) -> std::io::Chain<Cursor<Vec<u8>>, &mut dyn Read>;
}

impl ChainWith for Vec<u8> {
    fn chain_with(self, rest: &mut dyn Read) -> std::io::Chain<Cursor<Vec<u8>>, &mut dyn Read> {
        Cursor::new(self).chain(rest)
    }
}

/// The rest of a container that cannot be read to its end.
fn cut_off(what: &str, read: u64, of: &str, error: &std::io::Error) -> Refusal {
    let error = Refusal::of_io(std::path::Path::new(""), error).reason;
    let error = error.strip_prefix("cannot be read: ").unwrap_or(&error).to_owned();
    let read = with_separators(read);
    Refusal::new(
        format!("{what} ends before its end, behind {read} {of}, or is damaged there: {error}"),
        "fetch it again",
    )
}
