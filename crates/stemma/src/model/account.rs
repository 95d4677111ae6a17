//! Everything found about one pile, as one value.

use std::collections::BTreeMap;

use super::{
    Descent, Edit, Family, Note, Passage, PassageIdx, Report, ReportIdx, Shares, Statement, Table, Unread,
    Voice, VoiceIdx,
};

/// Everything found about one pile: stored, shown, exported, verified.
///
/// Every list is in an order that depends on the texts alone: reports by content, passages and statements
/// by report and place, families by their first witness, edits by family and place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// The settings that shaped the account, by name.
    pub settings: BTreeMap<String, u64>,
    /// What was learned from the whole pile.
    pub tables: Vec<Table>,
    /// The reports.
    pub reports: Vec<Report>,
    /// Copied passages.
    pub passages: Vec<Passage>,
    /// The families they form.
    pub families: Vec<Family>,
    /// The differences inside the families.
    pub edits: Vec<Edit>,
    /// Who copied whom inside the families, by passage: one for each witness of a family that stands in several
    /// reports.
    pub lineage: Vec<Descent>,
    /// What each report has in common with the others, by report.
    pub shares: Vec<Shares>,
    /// Who said what.
    pub statements: Vec<Statement>,
    /// The speakers of the pile, by their first names' places.
    pub voices: Vec<Voice>,
    /// What was given and not read.
    pub unread: Vec<Unread>,
    /// What a reader should know about a source.
    pub notes: Vec<Note>,
}

impl Account {
    /// The report of an index.
    pub fn report(&self, idx: ReportIdx) -> &Report {
        &self.reports[idx.0 as usize]
    }

    /// The voice of an index.
    pub fn voice(&self, idx: VoiceIdx) -> &Voice {
        &self.voices[idx.0 as usize]
    }

    /// The passage of an index.
    pub fn passage(&self, idx: PassageIdx) -> &Passage {
        &self.passages[idx.0 as usize]
    }
}
