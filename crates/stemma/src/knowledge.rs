//! What is known before a pile is read: English, and the places of the world.

use crate::model::Table;
use crate::place::Atlas;
use stemma_language::English;

/// What the stages of an account are given beside the reports.
#[derive(Debug, Clone, Copy)]
pub struct Knowledge<'a> {
    /// The model of English and its word net.
    pub english: &'a English,
    /// The gazetteer, and a user's own places.
    pub atlas: Atlas<'a>,
}

impl Knowledge<'_> {
    /// What of it an account names among its tables.
    pub fn tables(&self) -> Vec<Table> {
        self.atlas.tables()
    }
}
