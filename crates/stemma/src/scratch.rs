//! Where the core puts what does not fit into memory, without knowing what a disk is.

use std::sync::{Mutex, PoisonError};

/// Keeps numbers until they are asked for again. The edge implements it on disk.
pub trait Scratch: Sync {
    /// Puts numbers behind those that a part holds already. In which order calls from several threads are
    /// served does not matter.
    fn append(&self, part: usize, numbers: &[u64]) -> Result<(), ScratchError>;

    /// All numbers of a part, in any order; the part is empty afterwards.
    fn take(&self, part: usize) -> Result<Vec<u64>, ScratchError>;
}

/// What the edge says went wrong, with the file and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScratchError(pub String);

impl std::fmt::Display for ScratchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ScratchError {}

/// Keeps everything in memory.
#[derive(Debug, Default)]
pub struct InMemory {
    parts: Mutex<Vec<Vec<u64>>>,
}

impl Scratch for InMemory {
    fn append(&self, part: usize, numbers: &[u64]) -> Result<(), ScratchError> {
        let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        if parts.len() <= part {
            parts.resize_with(part + 1, Vec::new);
        }
        parts[part].extend_from_slice(numbers);
        Ok(())
    }

    fn take(&self, part: usize) -> Result<Vec<u64>, ScratchError> {
        let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(parts.get_mut(part).map(std::mem::take).unwrap_or_default())
    }
}
