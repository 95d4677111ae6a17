//! Streams that end with an error: where a file has used up what it may make of itself, and where a member is not as long
//! as its archive says.

use super::budget::{self, Budget};
use std::io::{self, Read};

/// A stream of unpacked bytes.
pub struct Expanding<'b, R> {
    inner: R,
    budget: &'b Budget,
}

impl<'b, R: Read> Expanding<'b, R> {
    /// Unpacked bytes at the cost of a budget.
    pub fn of(inner: R, budget: &'b Budget) -> Self {
        Expanding { inner, budget }
    }
}

impl<R: Read> Read for Expanding<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.budget.take_bytes(read as u64) {
            true => Ok(read),
            false => Err(io::Error::other(budget::bomb())),
        }
    }
}

/// A stream that must have as many bytes as its archive says.
pub struct Exactly<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Exactly<R> {
    /// So many bytes.
    pub fn of(inner: R, bytes: u64) -> Self {
        Exactly { inner, left: bytes }
    }
}

impl<R: Read> Read for Exactly<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if read == 0 && !buffer.is_empty() && self.left > 0 {
            return Err(io::Error::other("it has fewer bytes than its archive says"));
        }
        let more = || io::Error::other("it has more bytes than its archive says");
        self.left = self.left.checked_sub(read as u64).ok_or_else(more)?;
        Ok(read)
    }
}
