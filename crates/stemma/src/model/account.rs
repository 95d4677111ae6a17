//! Everything found about one pile, as one value.

use std::collections::BTreeMap;

use super::{
    Claim, ClaimIdx, Descent, Disagreement, Edit, Family, Instance, InstanceIdx, Note, Origin, OriginIdx,
    Passage, PassageIdx, PlaceMention, Report, ReportIdx, Shares, Statement, StatementIdx, Story, Table,
    Unread, Voice, VoiceIdx,
};

/// Everything found about one pile: stored, shown, exported, verified.
///
/// Every list is in an order that depends on the texts alone: reports by content, passages and statements
/// by report and place, families by their first witness, edits by family and place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// The settings that shaped the account, by name.
    pub settings: BTreeMap<String, u64>,
    /// What was learned from the whole pile, and which lists of places were asked.
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
    /// Which parts of which reports tell one story.
    pub stories: Vec<Story>,
    /// What is claimed, story by story.
    pub claims: Vec<Claim>,
    /// The statements and assertions that carry the claims, claim by claim.
    pub instances: Vec<Instance>,
    /// Who stands behind them, claim by claim.
    pub origins: Vec<Origin>,
    /// The places that reports name, by report and place.
    pub places: Vec<PlaceMention>,
    /// What cannot all hold.
    pub disagreements: Vec<Disagreement>,
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

    /// The statement of an index.
    pub fn statement(&self, idx: StatementIdx) -> &Statement {
        &self.statements[idx.0 as usize]
    }

    /// The claim of an index.
    pub fn claim(&self, idx: ClaimIdx) -> &Claim {
        &self.claims[idx.0 as usize]
    }

    /// The instance of an index.
    pub fn instance(&self, idx: InstanceIdx) -> &Instance {
        &self.instances[idx.0 as usize]
    }

    /// The origin of an index.
    pub fn origin(&self, idx: OriginIdx) -> &Origin {
        &self.origins[idx.0 as usize]
    }

    /// The passage of an index.
    pub fn passage(&self, idx: PassageIdx) -> &Passage {
        &self.passages[idx.0 as usize]
    }
}
