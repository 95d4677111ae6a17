//! Somebody who watches files being read: how many there are, which one is at hand, how far it has come.

use std::cell::Cell;
use std::io::{self, Read};

/// Is told what happens while files are read, from several threads at once. By default it does not care.
pub trait Watcher: Sync {
    /// So many files are to be read, with so many bytes as far as that is known.
    fn found(&self, files: usize, bytes: u64) {
        let _ = (files, bytes);
    }

    /// The file with this name is at hand.
    fn begins(&self, name: &str) {
        let _ = name;
    }

    /// So many more bytes of some file are read.
    fn advances(&self, bytes: u64) {
        let _ = bytes;
    }

    /// One more file is done.
    fn ends(&self) {}
}

/// Nobody.
impl Watcher for () {}

/// A stream that says how far it has been read.
pub struct Watched<'a, R> {
    pub stream: R,
    pub watcher: &'a dyn Watcher,
    /// Bytes that were read.
    pub read: &'a Cell<u64>,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let bytes = self.stream.read(room)?;
        self.watcher.advances(bytes as u64);
        self.read.set(self.read.get() + bytes as u64);
        Ok(bytes)
    }
}
