//! Is all of it whole?

use crate::manifest::{is_hash, read_manifest};
use crate::opening::lock;
use crate::originals::{entries, hash_of};
use crate::{Archive, ArchiveError, Folder};
use std::collections::BTreeSet;
use std::path::PathBuf;
use stemma::model::Sha256;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// A file that was added is not there.
    Missing(PathBuf),
    /// Its bytes are others now.
    Changed(PathBuf),
    /// A file that nothing says was added, by its hash. It can be added again.
    Unknown(Sha256, PathBuf),
    /// What SQLite says of its file.
    Database(String),
    /// Lines of the manifest that say nothing.
    Manifest(usize),
    /// A file that the manifest names is not in the database: it can be added again.
    NotIn(String),
}

impl Folder {
    /// Looks at all originals: each has the bytes that its name says, each that the manifest names is there.
    pub fn check_originals(&self, mut on: impl FnMut(usize)) -> Result<Vec<Damage>, ArchiveError> {
        let (lines, n_unknown) = read_manifest(self)?;
        let mut damage = Vec::new();
        if n_unknown > 0 {
            damage.push(Damage::Manifest(n_unknown));
        }
        let mut there = BTreeSet::new();
        let mut named: BTreeSet<String> = lines.iter().map(|line| line.sha256.clone()).collect();
        named.extend(lines.iter().filter_map(|line| line.list_of_outlets()));
        for (sha256, path) in self.stored()? {
            if hash_of(&path)? != sha256 {
                damage.push(Damage::Changed(path));
            } else if !named.contains(&sha256.to_string()) {
                damage.push(Damage::Unknown(sha256, path));
            }
            there.insert(sha256.to_string());
            on(there.len());
        }
        let missing = named.into_iter().filter(|sha256| !there.contains(sha256));
        damage.extend(
            missing
                .filter_map(|digits| digits.parse().ok())
                .map(|sha256| Damage::Missing(self.original(sha256))),
        );
        Ok(damage)
    }

    /// The originals that lie in the folder, by their names.
    pub fn stored(&self) -> Result<Vec<(Sha256, PathBuf)>, ArchiveError> {
        let mut stored = Vec::new();
        for folder in entries(&self.originals())?.into_iter().filter(|path| path.is_dir()) {
            for path in entries(&folder)? {
                let name = path.file_name().and_then(|name| name.to_str()).filter(|name| is_hash(name));
                if let Some(sha256) = name.and_then(|name| name.parse().ok()) {
                    stored.push((sha256, path));
                }
            }
        }
        Ok(stored)
    }

    /// Puts a database that cannot be used out of the way, and says where it is now.
    fn set_database_aside(&self) -> Result<Option<PathBuf>, ArchiveError> {
        let path = self.database();
        let beside = |name: &str| self.root().join(name);
        let nth = (1..).find(|nth| !beside(&format!("archive.damaged-{nth}.sqlite")).exists()).unwrap_or(1);
        let mut aside = None;
        for ending in ["", "-wal", "-shm"] {
            let from = beside(&format!("archive.sqlite{ending}"));
            if !from.exists() {
                continue;
            }
            let to = beside(&format!("archive.damaged-{nth}.sqlite{ending}"));
            std::fs::rename(&from, &to).map_err(ArchiveError::io("rename", &path))?;
            aside.get_or_insert(to);
        }
        Ok(aside)
    }
}

impl Archive {
    /// Opens an archive with an empty database, and says where the one is that it had.
    pub fn begin_again(folder: &Folder) -> Result<(Self, Option<PathBuf>), ArchiveError> {
        // Whoever writes to it now must not find it gone.
        drop(lock(folder)?);
        let aside = folder.set_database_aside()?;
        Ok((Archive::open_to_write(folder.root())?, aside))
    }

    /// Looks at the whole database: its pages, its rows, the index of words, what refers to what; and whether it knows
    /// all that the manifest names.
    pub fn check_database(&self) -> Result<Vec<Damage>, ArchiveError> {
        let (lines, _) = read_manifest(self.folder())?;
        let mut damage = self.asked(|database| {
            let mut query = database.prepare("PRAGMA integrity_check")?;
            let said: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            let mut damage: Vec<Damage> =
                said.into_iter().filter(|said| said != "ok").map(Damage::Database).collect();
            let mut query = database.prepare("PRAGMA foreign_key_check")?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                let (table, of): (String, String) = (row.get(0)?, row.get(2)?);
                damage.push(Damage::Database(format!(
                    "a row of {table} refers to a row of {of} that is not there"
                )));
            }
            Ok(damage)
        })?;
        for line in lines {
            let Ok(sha256) = line.sha256.parse() else { continue };
            if !self.has(sha256, &line.name)? {
                damage.push(Damage::NotIn(line.name));
            }
        }
        Ok(damage)
    }
}
