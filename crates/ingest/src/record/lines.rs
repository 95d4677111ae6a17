//! A stream of lines, one record each, in little memory beside the sources themselves.

use super::read_record;
use crate::refusal::Refusal;
use crate::{Pile, Reader};
use rayon::prelude::*;
use std::io::{self, BufRead, Read};
use std::path::Path;

/// Bytes of lines that are read at the same moment.
const BATCH_BYTES: usize = 16 << 20;

/// A line that is not blank.
struct Line {
    /// Counted from 1, blank lines too.
    number: u64,
    /// Without its end; absent where it has more than it may.
    bytes: Option<Vec<u8>>,
}

/// Reads a stream in which each line is a record. Lines with more than `limit` bytes are listed; the stream
/// itself may be of any length.
pub fn read_lines(name: &str, path: &Path, stream: &mut dyn BufRead, reader: &Reader) -> Pile {
    let mut pile = Pile::default();
    let mut number = 0;
    loop {
        let (batch, end) = batch(stream, &mut number, reader.limit);
        let read: Vec<Pile> = batch.par_iter().map(|line| of_line(name, line, reader)).collect();
        read.into_iter().for_each(|of_line| pile.absorb(of_line));
        match end {
            Ok(false) => {}
            Ok(true) if pile == Pile::default() => {
                return Pile::of_refusal(name, Refusal::new("empty", ""));
            }
            Ok(true) => return pile,
            Err(error) => {
                pile.absorb(Pile::of_refusal(name, Refusal::of_io(path, &error)));
                return pile;
            }
        }
    }
}

fn of_line(name: &str, line: &Line, reader: &Reader) -> Pile {
    let name = format!("{name}:{}", line.number);
    match &line.bytes {
        Some(bytes) => reader.kept(read_record(&name, bytes, reader.outlets)),
        None => Pile::of_refusal(&name, Refusal::too_large(None, reader.limit)),
    }
}

/// The next lines, and whether the stream has ended.
fn batch(stream: &mut dyn BufRead, number: &mut u64, limit: u64) -> (Vec<Line>, io::Result<bool>) {
    let mut lines = Vec::new();
    let mut held = 0;
    while held < BATCH_BYTES {
        match next_line(stream, limit) {
            Ok(Some(bytes)) => {
                *number += 1;
                if bytes.as_ref().is_some_and(|bytes| bytes.trim_ascii().is_empty()) {
                    continue;
                }
                held += bytes.as_ref().map_or(0, Vec::len);
                lines.push(Line { number: *number, bytes });
            }
            Ok(None) => return (lines, Ok(true)),
            Err(error) => return (lines, Err(error)),
        }
    }
    (lines, Ok(false))
}

/// A line without its end; nothing inside where it has more than `limit` bytes, nothing at the end.
fn next_line(stream: &mut dyn BufRead, limit: u64) -> io::Result<Option<Option<Vec<u8>>>> {
    let mut bytes = Vec::new();
    // The end of a line has two bytes at most, and is not part of the record.
    (&mut *stream).take(limit.saturating_add(2)).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    let is_whole = bytes.ends_with(b"\n");
    if is_whole {
        bytes.pop();
        bytes.pop_if(|last| *last == b'\r');
    }
    if bytes.len() as u64 <= limit {
        return Ok(Some(Some(bytes)));
    }
    if !is_whole {
        stream.skip_until(b'\n')?;
    }
    Ok(Some(None))
}
