//! Opening: for reading beside a writer, from a disk that cannot be written to, or for writing, as the only one.
//!
//! A database may come from a stranger, and SQLite runs what its schema says. So the schema must be ours to the letter,
//! functions with effects are off in it, no other file can be attached, and its pages are checked before they are used.

use crate::{Archive, ArchiveError, Folder, schema};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::Duration;

/// How long a reader waits for a moment in which nobody changes the file.
const PATIENCE: Duration = Duration::from_secs(10);

/// Memory for pages, in KiB: enough for the upper levels of all indices of a million reports.
const CACHE_KIB: i64 = 64 << 10;

impl Archive {
    /// Makes an archive in a new or empty folder.
    pub fn create(root: &Path) -> Result<Self, ArchiveError> {
        Folder::create(root)?;
        Self::open_to_write(root)
    }

    /// Opens an archive to read it. Others may write meanwhile.
    pub fn open(root: &Path) -> Result<Self, ArchiveError> {
        let folder = Folder::open(root)?;
        let path = folder.database();
        if !path.is_file() {
            return Err(missing(&path));
        }
        let database = if is_writable(&folder) {
            connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE, "")?
        } else {
            // Nobody can change it, so nothing is written beside it either. What waits in a log could not be seen then.
            if log_of(&path).metadata().is_ok_and(|log| log.len() > 0) {
                let problem = "it was not closed, and the disk cannot be written to; copy the folder to another disk \
                               and open it there";
                return Err(ArchiveError::Foreign { path, problem: problem.to_owned() });
            }
            connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY, "?immutable=1")?
        };
        defend(&database).map_err(|error| ArchiveError::database(&path, error))?;
        let archive = Archive { folder, database, writing: None };
        archive.check_schema()?;
        archive.check_pages_once()?;
        archive.run_sql("PRAGMA query_only = ON")?;
        Ok(archive)
    }

    /// Opens an archive to write to it. Nobody else can meanwhile.
    pub fn open_to_write(root: &Path) -> Result<Self, ArchiveError> {
        let folder = Folder::open(root)?;
        let writing = lock(&folder)?;
        let path = folder.database();
        let is_new = !path.is_file();
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let database = connect(&path, flags, "")?;
        let archive = Archive { folder, database, writing: Some(writing) };
        archive.asked(|database| {
            defend(database)?;
            database.pragma_update(None, "journal_mode", "WAL")?;
            database.pragma_update(None, "synchronous", "FULL")?;
            database.pragma_update(None, "foreign_keys", true)?;
            database.pragma_update(None, "secure_delete", true)
        })?;
        if !is_new {
            archive.check_schema()?;
            archive.check_pages_once()?;
        }
        if !archive.asked(schema::migrate)? {
            return Err(archive.later());
        }
        Ok(archive)
    }

    /// The folder.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Whether it was opened to be written to.
    pub fn is_open_to_write(&self) -> bool {
        self.writing.is_some()
    }

    /// Closes the archive after writing: what waits in the log goes into the file.
    pub fn close(self) -> Result<(), ArchiveError> {
        if self.writing.is_some() {
            self.run_sql("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);")?;
        }
        let Archive { folder, database, writing } = self;
        let path = folder.database();
        database.close().map_err(|(_, error)| ArchiveError::database(&path, error))?;
        if writing.is_some() {
            note_seen(&folder);
        }
        Ok(())
    }

    /// The database, for whoever asks it.
    pub(crate) fn asked<T>(
        &self,
        ask: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, ArchiveError> {
        ask(&self.database).map_err(|error| ArchiveError::database(&self.folder.database(), error))
    }

    /// Does something whole or not at all.
    pub(crate) fn whole<T>(
        &mut self,
        act: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, ArchiveError> {
        let path = self.folder.database();
        let acted = self.database.transaction().and_then(|transaction| {
            let result = act(&transaction)?;
            transaction.commit()?;
            Ok(result)
        });
        acted.map_err(|error| ArchiveError::database(&path, error))
    }

    pub(crate) fn run_sql(&self, sql: &str) -> Result<(), ArchiveError> {
        self.asked(|database| database.execute_batch(sql))
    }

    fn check_schema(&self) -> Result<(), ArchiveError> {
        let version = self.asked(schema::version)?;
        if !schema::is_known(version) {
            return Err(self.later());
        }
        let is_ours = self.asked(|database| Ok(schema::defined(database)? == schema::expected(version)?))?;
        if is_ours {
            return Ok(());
        }
        let problem =
            "its tables are not those that stemma makes; it is not opened, for a schema can act".to_owned();
        Err(ArchiveError::Foreign { path: self.folder.database(), problem })
    }

    fn later(&self) -> ArchiveError {
        let problem = "a later version of stemma wrote it; use that one".to_owned();
        ArchiveError::Foreign { path: self.folder.database(), problem }
    }

    /// Looks at all pages, unless exactly this file was found whole on this machine before.
    fn check_pages_once(&self) -> Result<(), ArchiveError> {
        let path = self.folder.database();
        if mark_of(&path)
            .is_some_and(|mark| std::fs::read_to_string(self.folder.seen()).is_ok_and(|seen| seen == mark))
        {
            return Ok(());
        }
        let problem: String =
            self.asked(|database| database.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))?;
        if problem != "ok" {
            return Err(ArchiveError::Damaged { path, problem });
        }
        note_seen(&self.folder);
        Ok(())
    }
}

fn connect(path: &Path, flags: OpenFlags, how: &str) -> Result<Connection, ArchiveError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    // A URI escapes what means something in it.
    let absolute = std::path::absolute(path).map_err(ArchiveError::io("find", path))?;
    let name: String = absolute.to_string_lossy().chars().fold(String::from("file:"), |mut name, c| {
        match c {
            '%' => name.push_str("%25"),
            '?' => name.push_str("%3f"),
            '#' => name.push_str("%23"),
            c => name.push(c),
        }
        name
    });
    Connection::open_with_flags(name + how, flags).map_err(|error| ArchiveError::database(path, error))
}

/// What a stranger's file must not be able to do.
fn defend(database: &Connection) -> rusqlite::Result<()> {
    database.busy_timeout(PATIENCE)?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    database.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    database.pragma_update(None, "trusted_schema", false)?;
    database.pragma_update(None, "cell_size_check", true)?;
    database.pragma_update(None, "mmap_size", 0)?;
    database.pragma_update(None, "cache_size", -CACHE_KIB)
}

pub(crate) fn lock(folder: &Folder) -> Result<File, ArchiveError> {
    let path = folder.lock();
    let file = match OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
        Ok(file) => file,
        Err(error) if is_refusal(&error) => {
            return Err(ArchiveError::ReadOnly { path: folder.root().to_path_buf() });
        }
        Err(error) => return Err(ArchiveError::io("open", &path)(error)),
    };
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(ArchiveError::Busy { path: folder.root().to_path_buf() }),
        Err(TryLockError::Error(error)) => Err(ArchiveError::io("lock", &path)(error)),
    }
}

fn is_writable(folder: &Folder) -> bool {
    OpenOptions::new().create(true).truncate(false).write(true).open(folder.lock()).is_ok()
        && OpenOptions::new().write(true).open(folder.database()).is_ok()
}

fn is_refusal(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem)
}

fn log_of(database: &Path) -> std::path::PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

fn missing(path: &Path) -> ArchiveError {
    let problem = "there is none".to_owned();
    ArchiveError::Damaged { path: path.to_path_buf(), problem }
}

/// Which state of a file this is, on this machine. Whoever made the folder elsewhere cannot know it.
#[cfg(unix)]
fn mark_of(path: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    let is_logged = log_of(path).metadata().is_ok_and(|log| log.len() > 0);
    let file = path.metadata().ok().filter(|_| !is_logged)?;
    Some(format!("{} {} {} {}.{}\n", file.dev(), file.ino(), file.len(), file.ctime(), file.ctime_nsec()))
}

#[cfg(not(unix))]
fn mark_of(_: &Path) -> Option<String> {
    None
}

/// Notes that the database is whole. Where that cannot be noted, it is looked at again next time.
fn note_seen(folder: &Folder) {
    if let Some(mark) = mark_of(&folder.database()) {
        let _ = std::fs::write(folder.seen(), mark);
    }
}
