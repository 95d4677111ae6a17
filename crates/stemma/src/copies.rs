//! What of a pile stands elsewhere in it, without any stage that needs a language.
//!
//! In: sources, as many as a million. Out: an account with passages, families, edits and lineage, and without
//! statements. Words, marks and numbers are compared in any language.

use crate::model::{Account, Note, Source, Unread};
use crate::pipeline::assemble;
use crate::{Config, Observer, Scratch, ScratchError, reuse, text};

/// Reads a pile of sources and finds the copies in it.
///
/// `unread` and `notes` are what the edge could not read or wants said; they are carried through. What the
/// comparison cannot hold in the memory that `config` allows waits in `scratch`.
pub fn copies(
    sources: Vec<Source>,
    unread: Vec<Unread>,
    notes: Vec<Note>,
    config: &Config,
    scratch: &dyn Scratch,
    observer: &dyn Observer,
) -> Result<Account, ScratchError> {
    observer.stage("reading", sources.len());
    let mut reports = text::reports(sources);
    let found = reuse::read_and_find_reuse(&reports, &config.reuse, scratch, observer)?;
    text::label_recurring(&mut reports, &found.recurring);
    Ok(assemble(reports, found, Default::default(), Default::default(), config, (unread, notes)))
}
