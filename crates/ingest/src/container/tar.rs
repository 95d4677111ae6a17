//! Tar archives, as a stream. Long names come in members of their own (GNU) or in a list of keys (PAX); both are read
//! here, within a limit, because a name may claim any length.

use super::Budget;
use super::members::{Members, too_many};
use crate::refusal::Refusal;
use crate::{Pile, Reader};
use std::io::Read;
use tar::{Archive, EntryType};

/// The longest list of keys or name that is read, in bytes.
const LONGEST_EXTENSION: u64 = 64 << 10;

/// What was said of the next member before it comes.
#[derive(Default)]
struct Ahead {
    name: Option<Vec<u8>>,
    refusal: Option<&'static str>,
}

/// Reads an archive.
pub fn read(
    name: &str,
    stream: &mut dyn Read,
    depth: u8,
    budget: &Budget,
    reader: &Reader,
) -> Result<Pile, Refusal> {
    let mut archive = Archive::new(stream);
    let mut members = Members::of(name, depth, budget, reader);
    let entries =
        archive.entries().map_err(|error| super::cut_off("the tar archive", 0, "members", &error))?;
    let mut ahead = Ahead::default();
    for entry in entries.raw(true) {
        let mut entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let refusal = super::cut_off("the tar archive", members.seen, "members", &error);
                members.refuse_rest(refusal);
                break;
            }
        };
        let kind = entry.header().entry_type();
        match kind {
            EntryType::GNULongName => ahead.name = long(&mut entry).map(|name| trimmed(&name)),
            EntryType::XHeader => pax(&mut entry, &mut ahead),
            EntryType::XGlobalHeader | EntryType::GNULongLink => {}
            _ => {
                let Ahead { name, refusal } = std::mem::take(&mut ahead);
                let name = name.unwrap_or_else(|| entry.path_bytes().into_owned());
                let name = String::from_utf8_lossy(&name).into_owned();
                if !members.count() {
                    members.refuse_rest(too_many());
                    break;
                }
                if kind == EntryType::Directory || members.leaves_out(&name) {
                    continue;
                }
                match refusal.or_else(|| unreadable(kind)) {
                    Some(reason) => {
                        members.refuse(&name, Refusal::new(reason, "unpack the archive, and name it"))
                    }
                    None => {
                        let bytes = entry.size();
                        members.read(&name, &mut entry, bytes);
                    }
                }
            }
        }
    }
    members.finish()
}

fn unreadable(kind: EntryType) -> Option<&'static str> {
    match kind {
        EntryType::Regular | EntryType::Continuous => None,
        EntryType::Link | EntryType::Symlink => Some("a link, which is not followed"),
        EntryType::GNUSparse => Some("a sparse file, which this version does not read from archives"),
        _ => Some("not a regular file (a pipe, a device or something newer)"),
    }
}

/// The content of a member that says something of the next one; nothing where it is too long.
fn long(entry: &mut impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    entry.take(LONGEST_EXTENSION + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= LONGEST_EXTENSION).then_some(bytes)
}

fn trimmed(name: &[u8]) -> Vec<u8> {
    name.split(|byte| *byte == 0).next().unwrap_or_default().to_vec()
}

/// Reads lines of the form `27 path=a long name`, where the number counts the bytes of its line.
fn pax(entry: &mut impl Read, ahead: &mut Ahead) {
    let Some(list) = long(entry) else {
        ahead.refusal = Some("its list of properties is too long");
        return;
    };
    let mut rest = list.as_slice();
    while let Some(blank) = rest.iter().position(|byte| *byte == b' ') {
        let length = str::from_utf8(&rest[..blank]).ok().and_then(|digits| digits.parse::<usize>().ok());
        let Some(line) =
            length.filter(|length| *length > blank).and_then(|length| rest.get(blank + 1..length))
        else {
            return;
        };
        rest = &rest[blank + 1 + line.len()..];
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        if let Some(name) = line.strip_prefix(b"path=") {
            ahead.name = Some(name.to_vec());
        } else if line.starts_with(b"size=") {
            ahead.refusal = Some("larger than 8 GiB, which this version does not read from archives");
        } else if line.starts_with(b"GNU.sparse.") {
            ahead.refusal = Some("a sparse file, which this version does not read from archives");
        }
    }
}
