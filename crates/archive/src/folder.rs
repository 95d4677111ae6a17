//! The files of an archive.

use crate::ArchiveError;
use std::path::{Path, PathBuf};
use stemma::model::Sha256;

/// The form of the folder. A program that knows a smaller number only does not touch it.
pub(crate) const FORMAT: i64 = 1;

/// For whoever finds the folder and has no stemma.
const ABOUT: &str = "An archive of stemma, which reads news reports and says who said what, what was copied and who stands \
behind it. originals/ holds the files as they were added, each under the SHA-256 of its bytes. manifest.jsonl names \
them, one JSON object a line. archive.sqlite is a SQLite 3 database with the texts and all that was found in them; any \
program that reads SQLite opens it, and comments in its schema say what is what. Of all this, originals/ and \
manifest.jsonl are enough: `stemma doctor --rebuild` makes the rest again.";

/// A folder that is an archive, or is to be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Makes an archive in a new or empty folder.
    pub fn create(root: &Path) -> Result<Self, ArchiveError> {
        let is_free = match std::fs::read_dir(root) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
            Err(error) => return Err(ArchiveError::io("read", root)(error)),
        };
        if !is_free {
            return Err(ArchiveError::Occupied { path: root.to_path_buf() });
        }
        let folder = Folder { root: root.to_path_buf() };
        let originals = folder.originals();
        std::fs::create_dir_all(&originals).map_err(ArchiveError::io("make the folder", &originals))?;
        let about = serde_json::json!({ "format": FORMAT, "about": ABOUT });
        let written = format!("{about:#}\n");
        std::fs::write(folder.about(), written).map_err(ArchiveError::io("write", &folder.about()))?;
        Ok(folder)
    }

    /// The archive in a folder.
    pub fn open(root: &Path) -> Result<Self, ArchiveError> {
        let folder = Folder { root: root.to_path_buf() };
        let about = folder.about();
        let text = match std::fs::read_to_string(&about) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(ArchiveError::None { path: root.to_path_buf() });
            }
            Err(error) => return Err(ArchiveError::io("read", &about)(error)),
        };
        let read: Option<serde_json::Value> = serde_json::from_str(&text).ok();
        let foreign = |problem: String| ArchiveError::Foreign { path: about.clone(), problem };
        match read.as_ref().and_then(|about| about.get("format")?.as_i64()) {
            Some(FORMAT) => Ok(folder),
            Some(later) => Err(foreign(format!(
                "the archive has format {later}, and this program knows {FORMAT} only; use the program that made it"
            ))),
            None => Err(foreign("it does not say which format the archive has".to_owned())),
        }
    }

    /// Whether a folder looks like an archive, so that it is opened as one where files may be named.
    pub fn is_archive(root: &Path) -> bool {
        root.join("archive.json").is_file() && root.join("originals").is_dir()
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of the originals.
    pub fn originals(&self) -> PathBuf {
        self.root.join("originals")
    }

    /// Where an original lies.
    pub fn original(&self, sha256: Sha256) -> PathBuf {
        let digits = sha256.to_string();
        self.originals().join(&digits[..2]).join(digits)
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.root.join("archive.sqlite")
    }

    /// The list of what was added.
    pub fn manifest(&self) -> PathBuf {
        self.root.join("manifest.jsonl")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("archive.lock")
    }

    /// Where it is noted which state of the database was found whole on this machine.
    pub(crate) fn seen(&self) -> PathBuf {
        self.root.join("archive.seen")
    }

    fn about(&self) -> PathBuf {
        self.root.join("archive.json")
    }
}
