//! Zip archives, by the list of members at their end.

use super::Budget;
use super::budget;
use super::expand::Expanding;
use super::members::{Members, too_many};
use crate::refusal::{Refusal, with_separators};
use crate::{Pile, Reader};
use std::io::{Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::result::ZipError;

/// The mark of the end record, its length, and the longest remark that may stand behind it.
const END_MARK: &[u8] = b"PK\x05\x06";
const END_BYTES: u64 = 22;
const LONGEST_REMARK: u64 = 0xffff;

/// The longest list of members that is read into memory, in bytes: a hundred for each of the million members that are
/// allowed.
const LONGEST_LIST: u64 = 100_000_000;

/// Reads an archive.
pub fn read<S: Read + Seek>(
    name: &str,
    stream: &mut S,
    depth: u8,
    budget: &Budget,
    reader: &Reader,
) -> Result<Pile, Refusal> {
    let damaged = |error: String| {
        Refusal::new(format!("a zip archive that is damaged or cut off: {error}"), "fetch it again")
    };
    let listed = listed_members(stream).map_err(|error| damaged(error.to_string()))?;
    if listed.bytes > LONGEST_LIST {
        return Err(too_many());
    }
    let mut archive = ZipArchive::new(&mut *stream).map_err(|error| damaged(error.to_string()))?;
    let mut members = Members::of(name, depth, budget, reader);
    for at in 0..archive.len() {
        if !members.count() {
            members.refuse_rest(too_many());
            break;
        }
        let called = archive.name_for_index(at).unwrap_or_default().to_owned();
        if called.ends_with('/') || members.leaves_out(&called) {
            continue;
        }
        match archive.by_index(at) {
            Ok(member) if member.is_dir() => {}
            Ok(member) if member.is_symlink() => {
                members.refuse(&called, Refusal::new("a link, which is not followed", ""));
            }
            Ok(member) if Budget::is_bomb(member.compressed_size(), member.size()) => {
                members.refuse(&called, Refusal::new(budget::bomb(), ""));
            }
            Ok(member) => {
                let bytes = member.size();
                members.read(&called, &mut Expanding::of(member, budget), bytes);
            }
            Err(error) => members.refuse(&called, of_member(&error)),
        }
    }
    let missing = listed.members.saturating_sub(archive.len() as u64);
    if missing > 0 && listed.members != u64::from(u16::MAX) {
        let reason = format!(
            "{} members have the name of another one, and only the last of a name was read",
            with_separators(missing)
        );
        members.refuse_rest(Refusal::new(reason, "unpack the archive, and give its files"));
    }
    members.finish()
}

fn of_member(error: &ZipError) -> Refusal {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            Refusal::new("encrypted", "unpack it with its password, and give the file")
        }
        ZipError::UnsupportedArchive(_) => {
            Refusal::new("packed by a method that this version does not read", "unpack it first")
        }
        other => Refusal::new(format!("damaged: {other}"), "fetch the archive again"),
    }
}

/// What the end record of an archive says.
struct Listed {
    members: u64,
    bytes: u64,
}

fn listed_members<S: Read + Seek>(stream: &mut S) -> std::io::Result<Listed> {
    let length = stream.seek(SeekFrom::End(0))?;
    let start = length.saturating_sub(END_BYTES + LONGEST_REMARK);
    stream.seek(SeekFrom::Start(start))?;
    let mut end = Vec::new();
    stream.by_ref().take(END_BYTES + LONGEST_REMARK).read_to_end(&mut end)?;
    let found = end.windows(END_MARK.len()).rposition(|mark| mark == END_MARK);
    let record = found.and_then(|at| end.get(at..at + END_BYTES as usize));
    let Some(record) = record else {
        return Err(std::io::Error::other("it has no list of its members"));
    };
    let bytes = u32::from_le_bytes(record[12..16].try_into().expect("four bytes"));
    let members = u16::from_le_bytes(record[10..12].try_into().expect("two bytes"));
    // The larger form says u32::MAX here; then its list may be as long as all that stands before.
    let bytes = if bytes == u32::MAX { length } else { u64::from(bytes) };
    Ok(Listed { members: u64::from(members), bytes })
}
