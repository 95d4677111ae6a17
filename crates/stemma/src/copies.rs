//! What of a pile stands elsewhere in it, without any stage that needs a language.
//!
//! In: sources, as many as a million. Out: an account with passages, families, edits and lineage, and without
//! statements. Words, marks and numbers are compared in any language.

use crate::model::{Account, Note, Source, Unread};
use crate::{Config, Observer, reuse, text};
use rayon::prelude::*;

/// Reads a pile of sources and finds the copies in it.
///
/// `unread` and `notes` are what the edge could not read or wants said; they are carried through.
pub fn copies(
    sources: Vec<Source>,
    unread: Vec<Unread>,
    notes: Vec<Note>,
    config: &Config,
    observer: &dyn Observer,
) -> Account {
    observer.stage("reading", sources.len());
    let reports = text::reports(sources);
    let readings: Vec<text::Reading> = reports.par_iter().map(text::read).collect();
    observer.stage("comparing", reports.len());
    let found = reuse::find_reuse(&reports, &readings.iter().collect::<Vec<_>>(), &config.reuse);
    let mut account = Account {
        settings: config.settings(),
        tables: found.tables,
        passages: found.passages,
        families: found.families,
        edits: found.edits,
        lineage: found.lineage,
        statements: Vec::new(),
        unread,
        notes,
        reports,
    };
    account.unread.sort();
    account.notes.sort();
    account
}
