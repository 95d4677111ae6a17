//! Reads files of the packed archives in which the registry of JavaScript packages serves them.

use anyhow::{Result, bail};
use flate2::read::GzDecoder;
use std::io::Read;

/// A file of a packed archive.
pub fn unpack(archive: &[u8], name: &str) -> Result<Vec<u8>> {
    for entry in tar::Archive::new(GzDecoder::new(archive)).entries()? {
        let mut entry = entry?;
        if entry.path()?.as_os_str() == name {
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes)?;
            return Ok(bytes);
        }
    }
    bail!("the archive has no {name}")
}
