//! The identifiers that findings have in the JSON Lines, for the page to name the same findings by.

use stemma::account::labels::RecordKind;
use stemma::account::record::{Record, Value};

/// Identifiers by kind of finding, each list in the order of the account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identifiers {
    /// Of the reports.
    pub reports: Vec<String>,
    /// Of the passages.
    pub passages: Vec<String>,
    /// Of the families.
    pub families: Vec<String>,
    /// Of the edits.
    pub edits: Vec<String>,
    /// Of the descents.
    pub descents: Vec<String>,
    /// Of the shares.
    pub shares: Vec<String>,
    /// Of the voices.
    pub voices: Vec<String>,
    /// Of the statements.
    pub statements: Vec<String>,
    /// Of the stories.
    pub stories: Vec<String>,
    /// Of the instances.
    pub instances: Vec<String>,
    /// Of the origins.
    pub origins: Vec<String>,
    /// Of the claims.
    pub claims: Vec<String>,
    /// Of the disagreements.
    pub disagreements: Vec<String>,
    /// Of the names of places.
    pub places: Vec<String>,
}

impl Identifiers {
    /// Those of the records of an account.
    pub fn of(records: &[Record]) -> Self {
        let mut identifiers = Identifiers::default();
        for record in records {
            let (Some(Value::Text(kind)), Some(Value::Text(id))) = (record.get("record"), record.get("id"))
            else {
                continue;
            };
            let list = match RecordKind::of(kind) {
                Some(RecordKind::Report) => &mut identifiers.reports,
                Some(RecordKind::Passage) => &mut identifiers.passages,
                Some(RecordKind::Family) => &mut identifiers.families,
                Some(RecordKind::Edit) => &mut identifiers.edits,
                Some(RecordKind::Descent) => &mut identifiers.descents,
                Some(RecordKind::Share) => &mut identifiers.shares,
                Some(RecordKind::Voice) => &mut identifiers.voices,
                Some(RecordKind::Statement) => &mut identifiers.statements,
                Some(RecordKind::Story) => &mut identifiers.stories,
                Some(RecordKind::Instance) => &mut identifiers.instances,
                Some(RecordKind::Origin) => &mut identifiers.origins,
                Some(RecordKind::Claim) => &mut identifiers.claims,
                Some(RecordKind::Disagreement) => &mut identifiers.disagreements,
                Some(RecordKind::Place) => &mut identifiers.places,
                _ => continue,
            };
            list.push(id.clone());
        }
        identifiers
    }
}
