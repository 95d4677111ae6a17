//! Bytes into the folder, whole or not at all: under a name of their own first, then under their hash.

use crate::{Archive, ArchiveError, Folder};
use sha2::Digest as _;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use stemma::model::Sha256;

/// What a name begins with while its bytes are not yet whole.
const UNFINISHED: &str = "unfinished-";

/// Bytes that are copied at once.
const PIECE: usize = 1 << 20;

impl Folder {
    /// Copies what a stream holds into the folder, and says under which hash it lies there, and how many bytes it has.
    /// `name` is for messages.
    pub fn store(&self, from: &mut dyn Read, name: &Path) -> Result<(Sha256, u64), ArchiveError> {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let nth = COUNT.fetch_add(1, Ordering::Relaxed);
        let unfinished = self.originals().join(format!("{UNFINISHED}{}-{nth}", std::process::id()));
        let stored = self.copy(from, name, &unfinished);
        if stored.is_err() {
            // It is ours and of no use; the error that matters is the first one.
            let _ = std::fs::remove_file(&unfinished);
        }
        stored
    }

    fn copy(
        &self,
        from: &mut dyn Read,
        name: &Path,
        unfinished: &Path,
    ) -> Result<(Sha256, u64), ArchiveError> {
        let (sha256, bytes) = write_new(from, name, unfinished)?;
        let place = self.original(sha256);
        if place.metadata().is_ok_and(|there| there.len() == bytes) {
            std::fs::remove_file(unfinished).map_err(ArchiveError::io("remove", unfinished))?;
            return Ok((sha256, bytes));
        }
        let folder = place.parent().unwrap_or(&place);
        std::fs::create_dir_all(folder).map_err(ArchiveError::io("make the folder", folder))?;
        std::fs::rename(unfinished, &place).map_err(ArchiveError::io("rename", unfinished))?;
        sync_folder(folder)?;
        Ok((sha256, bytes))
    }
}

fn write_new(from: &mut dyn Read, name: &Path, unfinished: &Path) -> Result<(Sha256, u64), ArchiveError> {
    let cannot_write = || ArchiveError::io("write", unfinished);
    let file = OpenOptions::new().create_new(true).write(true).open(unfinished).map_err(cannot_write())?;
    let mut to = BufWriter::with_capacity(PIECE, file);
    let mut hash = sha2::Sha256::new();
    let mut piece = vec![0; PIECE];
    let mut bytes = 0;
    loop {
        let n = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(n) => n,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(ArchiveError::io("read", name)(error)),
        };
        hash.update(&piece[..n]);
        to.write_all(&piece[..n]).map_err(cannot_write())?;
        bytes += n as u64;
    }
    let file = to.into_inner().map_err(|error| cannot_write()(error.into_error()))?;
    file.sync_all().map_err(cannot_write())?;
    Ok((Sha256(hash.finalize().into()), bytes))
}

/// That a name is in a folder is itself something a disk may forget.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> Result<(), ArchiveError> {
    File::open(folder).and_then(|open| open.sync_all()).map_err(ArchiveError::io("write", folder))
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> Result<(), ArchiveError> {
    Ok(())
}

/// The hash of a file, as it lies there now.
pub(crate) fn hash_of(path: &Path) -> Result<Sha256, ArchiveError> {
    let mut file = File::open(path).map_err(ArchiveError::io("read", path))?;
    let mut hash = sha2::Sha256::new();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).map_err(ArchiveError::io("read", path))? {
            0 => return Ok(Sha256(hash.finalize().into())),
            n => hash.update(&piece[..n]),
        }
    }
}

impl Archive {
    /// Removes what a run that was killed left half written. Only who writes may do so.
    pub fn clear_unfinished(&self) -> Result<(), ArchiveError> {
        for path in entries(&self.folder().originals())? {
            let is_unfinished = path
                .file_name()
                .is_some_and(|name| name.as_encoded_bytes().starts_with(UNFINISHED.as_bytes()));
            if is_unfinished {
                std::fs::remove_file(&path).map_err(ArchiveError::io("remove", &path))?;
            }
        }
        Ok(())
    }
}

/// What lies in a folder, by name.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, ArchiveError> {
    let read = std::fs::read_dir(folder).map_err(ArchiveError::io("read", folder))?;
    let mut paths = Vec::new();
    for entry in read {
        paths.push(entry.map_err(ArchiveError::io("read", folder))?.path());
    }
    paths.sort();
    Ok(paths)
}
