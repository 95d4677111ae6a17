//! What can go wrong with an archive, in words that name the file and what to do.

use std::path::{Path, PathBuf};

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The system would not.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// With which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite would not.
    #[error("the database {} cannot be used", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The folder is no archive.
    #[error("{} is no archive: it has no archive.json (make one with `stemma init`)", path.display())]
    None {
        /// The folder.
        path: PathBuf,
    },
    /// There is something already.
    #[error("{} exists and is not empty; give a new folder", path.display())]
    Occupied {
        /// The folder.
        path: PathBuf,
    },
    /// A later program wrote it, or nobody that we know.
    #[error("{}: {problem}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What is strange about it.
        problem: String,
    },
    /// Its bytes are not what was written.
    #[error(
        "the database {} is damaged ({problem}); `stemma doctor --rebuild` makes it again from the originals",
        path.display()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite says.
        problem: String,
    },
    /// Somebody else writes.
    #[error("another program writes to {} now; wait until it has ended", path.display())]
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// It is on a disk that cannot be written to.
    #[error("{} cannot be written to; copy the folder to another disk first", path.display())]
    ReadOnly {
        /// The folder.
        path: PathBuf,
    },
}

impl ArchiveError {
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| ArchiveError::Io { action, path, source }
    }

    /// What SQLite said; that its file is damaged is told apart from all else.
    pub(crate) fn database(path: &Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        let path = path.to_path_buf();
        match source.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => {
                ArchiveError::Damaged { path, problem: source.to_string() }
            }
            _ => ArchiveError::Database { path, source },
        }
    }
}
