//! A number for the sources of the library and of what it analyses with, so that findings which other code made are
//! known as such. No hand has to count versions up, and none can forget to.

#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "it runs when the library is built and is no part of it"
)]

use std::path::{Path, PathBuf};

/// Folders whose files shape what a report gives by itself.
const FOLDERS: [&str; 3] = ["src", "../language/src", "../gazetteer/src"];

fn main() {
    let mut files = Vec::new();
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files);
    }
    files.sort();
    let hash = files.iter().fold(OFFSET, |hash, file| {
        let bytes = std::fs::read(file).unwrap_or_default();
        fold(fold(hash, file.to_string_lossy().as_bytes()), &bytes)
    });
    println!("cargo::rustc-env=STEMMA_SOURCES={hash:032x}");
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}

/// FNV-1a with 128 bits: nobody attacks it, and it needs no crate.
const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

fn fold(hash: u128, bytes: &[u8]) -> u128 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME))
}
