//! The scratch of the core, on disk: one file without a name, which goes when the program ends, however it ends.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use stemma::{Scratch, ScratchError};

/// Bytes of a number.
const NUMBER: usize = 8;

/// Numbers in a file, in pieces as they came.
#[derive(Debug)]
pub struct OnDisk {
    folder: PathBuf,
    pieces: Mutex<Pieces>,
}

#[derive(Debug)]
struct Pieces {
    /// Made when it is needed, for most piles fit into memory.
    file: Option<File>,
    end: u64,
    /// By part: where its pieces begin, and how many numbers each has.
    of_part: Vec<Vec<(u64, u32)>>,
}

impl OnDisk {
    /// A scratch in a folder that has room for eight bytes for each word of the pile.
    pub fn in_folder(folder: &Path) -> Self {
        let pieces = Pieces { file: None, end: 0, of_part: Vec::new() };
        OnDisk { folder: folder.to_owned(), pieces: Mutex::new(pieces) }
    }
}

fn fault(folder: &Path, error: &std::io::Error) -> ScratchError {
    ScratchError(format!(
        "cannot keep intermediate results in {}: {error} (set TMPDIR to a folder with more room)",
        folder.display()
    ))
}

impl Scratch for OnDisk {
    fn append(&self, part: usize, numbers: &[u64]) -> Result<(), ScratchError> {
        let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let mut pieces = self.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        pieces.append(&self.folder, part, &bytes).map_err(|error| fault(&self.folder, &error))
    }

    fn take(&self, part: usize) -> Result<Vec<u64>, ScratchError> {
        let mut pieces = self.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        pieces.take(&self.folder, part).map_err(|error| fault(&self.folder, &error))
    }
}

impl Pieces {
    /// The file, at a place from its start.
    fn file_at(&mut self, folder: &Path, place: u64) -> std::io::Result<&mut File> {
        let file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile_in(folder)?,
        };
        let file = self.file.insert(file);
        file.seek(SeekFrom::Start(place))?;
        Ok(file)
    }

    fn append(&mut self, folder: &Path, part: usize, bytes: &[u8]) -> std::io::Result<()> {
        self.file_at(folder, self.end)?.write_all(bytes)?;
        if self.of_part.len() <= part {
            self.of_part.resize_with(part + 1, Vec::new);
        }
        self.of_part[part].push((self.end, (bytes.len() / NUMBER) as u32));
        self.end += bytes.len() as u64;
        Ok(())
    }

    fn take(&mut self, folder: &Path, part: usize) -> std::io::Result<Vec<u64>> {
        let pieces = self.of_part.get_mut(part).map(std::mem::take).unwrap_or_default();
        let mut numbers = Vec::with_capacity(pieces.iter().map(|(_, length)| *length as usize).sum());
        let mut bytes = Vec::new();
        for (start, length) in pieces {
            bytes.resize(length as usize * NUMBER, 0);
            self.file_at(folder, start)?.read_exact(&mut bytes)?;
            let number = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
            numbers.extend(bytes.chunks_exact(NUMBER).map(number));
        }
        Ok(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_gives_back_what_was_put_there_and_is_empty_then() {
        let scratch = OnDisk::in_folder(&std::env::temp_dir());
        scratch.append(3, &[1, 2]).unwrap();
        scratch.append(0, &[u64::MAX]).unwrap();
        assert_eq!(scratch.take(0).unwrap(), [u64::MAX]);
        scratch.append(3, &[7]).unwrap();
        assert_eq!(scratch.take(3).unwrap(), [1, 2, 7]);
        assert!(scratch.take(3).unwrap().is_empty() && scratch.take(9).unwrap().is_empty());
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let fault = OnDisk::in_folder(Path::new("no/such/folder")).append(0, &[1]).unwrap_err();
        assert!(fault.to_string().contains("no/such/folder"), "{fault}");
    }
}
