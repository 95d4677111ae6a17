//! Packs files so that the same files give the same bytes: order, owner, time and rights are ours.

use super::sums;
use anyhow::{Context, Result, ensure};
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

/// The time of every file, in seconds since 1970: 1 January 2000. The time of the build would make every
/// archive another one, and zero makes `tar` warn.
const TIME: u64 = 946_684_800;

/// The file in the archive that holds the hashes of all others.
const SUMS: &str = "SHA256SUMS";

/// One file of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// From the top folder of the archive, with `/` between folders.
    pub path: String,
    /// The content.
    pub bytes: Vec<u8>,
    /// Whether it is a program.
    pub executable: bool,
}

impl Entry {
    /// A file that is only read.
    pub fn plain(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Entry { path: path.into(), bytes: bytes.into(), executable: false }
    }
}

/// A gzipped tar archive of these files and their hashes, all in one folder of this name.
pub fn pack(folder: &str, mut entries: Vec<Entry>) -> Result<Vec<u8>> {
    entries.sort_by(|left, right| left.path.cmp(&right.path));
    entries.push(Entry::plain(SUMS, sums(&entries)));
    entries.sort_by(|left, right| left.path.cmp(&right.path));
    let twice = entries.windows(2).find(|pair| pair[0].path == pair[1].path);
    ensure!(twice.is_none(), "two files of the archive have one name: {twice:?}");

    // No name and no time in the head of the gzip stream.
    let packed = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let mut builder = Builder::new(packed);
    for entry in &entries {
        let path = format!("{folder}/{}", entry.path);
        builder
            .append(&header(&path, entry)?, entry.bytes.as_slice())
            .with_context(|| format!("cannot pack {path}"))?;
    }
    Ok(builder.into_inner()?.finish()?)
}

fn header(path: &str, entry: &Entry) -> Result<Header> {
    let mut header = Header::new_ustar();
    header.set_path(path).with_context(|| format!("no path for an archive: {path}"))?;
    header.set_entry_type(EntryType::Regular);
    header.set_size(entry.bytes.len() as u64);
    header.set_mode(if entry.executable { 0o755 } else { 0o644 });
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(TIME);
    header.set_cksum();
    Ok(header)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    fn three_files() -> Vec<Entry> {
        vec![
            Entry::plain("man/man1/stemma.1", "a page"),
            Entry { path: "stemma".to_owned(), bytes: b"a program".to_vec(), executable: true },
            Entry::plain("README.md", "what it is"),
        ]
    }

    /// Path, rights, owner and time of each file, in the order of the archive.
    fn listed(archive: &[u8]) -> Vec<(String, u32, u64, u64)> {
        let mut archive = tar::Archive::new(GzDecoder::new(archive));
        let entries = archive.entries().unwrap().map(Result::unwrap);
        let of_one = entries.map(|entry| {
            let (path, head) = (entry.path().unwrap().display().to_string(), entry.header());
            let owner = head.uid().unwrap() + head.gid().unwrap();
            (path, head.mode().unwrap(), owner, head.mtime().unwrap())
        });
        of_one.collect()
    }

    #[test]
    fn files_stand_in_the_order_of_their_paths_and_belong_to_nobody_of_ours() {
        let archive = pack("stemma-1.0.0", three_files()).unwrap();
        let expected = [
            ("stemma-1.0.0/README.md", 0o644),
            ("stemma-1.0.0/SHA256SUMS", 0o644),
            ("stemma-1.0.0/man/man1/stemma.1", 0o644),
            ("stemma-1.0.0/stemma", 0o755),
        ];
        let expected = expected.map(|(path, mode)| (path.to_owned(), mode, 0, TIME));
        assert_eq!(listed(&archive), expected);
    }

    #[test]
    fn the_order_in_which_files_are_given_changes_no_byte() {
        let mut reversed = three_files();
        reversed.reverse();
        assert_eq!(pack("s", three_files()).unwrap(), pack("s", reversed).unwrap());
    }

    #[test]
    fn the_hashes_name_every_other_file() {
        let archive = pack("s", three_files()).unwrap();
        let mut archive = tar::Archive::new(GzDecoder::new(archive.as_slice()));
        let mut entries = archive.entries().unwrap().map(Result::unwrap);
        let mut sums = entries.find(|entry| entry.path().unwrap().ends_with(SUMS)).unwrap();
        let mut text = String::new();
        sums.read_to_string(&mut text).unwrap();
        let named: Vec<_> =
            text.lines().filter_map(|line| line.split_once("  ")).map(|(_, path)| path).collect();
        assert_eq!(named, ["README.md", "man/man1/stemma.1", "stemma"]);
    }

    #[test]
    fn one_name_for_two_files_is_an_error() {
        assert!(pack("s", vec![Entry::plain("a", "1"), Entry::plain("a", "2")]).is_err());
    }
}
