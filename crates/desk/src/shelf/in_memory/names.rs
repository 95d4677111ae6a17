//! Identifiers into findings.

use crate::shelf::List;
use stemma::Account;
use stemma::model::{PassageIdx, Span};
use stemma_report::view::Identifiers;

/// What an identifier belongs to where that has no page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Inside {
    Passage,
    Statement,
    Instance,
    Mention,
    Descent,
    Edit,
}

/// Identifiers in order, each with its place in the account.
pub struct Names {
    of_list: [Vec<(String, u32)>; List::ALL.len()],
    inside: Vec<(String, (Inside, u32))>,
}

impl Names {
    /// Those of an account.
    pub fn of(identifiers: &Identifiers) -> Self {
        let of_list = List::ALL.map(|list| match list {
            List::Stories => sorted(&identifiers.stories),
            List::Claims => sorted(&identifiers.claims),
            List::Disagreements => sorted(&identifiers.disagreements),
            List::Reports => sorted(&identifiers.reports),
            List::Families => sorted(&identifiers.families),
            List::Voices => sorted(&identifiers.voices),
            List::Places => Vec::new(), // A place has the number of the gazetteer.
        });
        let mut inside = Vec::new();
        for (kind, ids) in [
            (Inside::Passage, &identifiers.passages),
            (Inside::Statement, &identifiers.statements),
            (Inside::Instance, &identifiers.instances),
            (Inside::Mention, &identifiers.places),
            (Inside::Descent, &identifiers.descents),
            (Inside::Edit, &identifiers.edits),
        ] {
            inside.extend((0..).zip(ids).map(|(idx, id)| (id.clone(), (kind, idx))));
        }
        inside.sort_unstable();
        inside.dedup_by(|later, first| later.0 == first.0);
        Names { of_list, inside }
    }

    /// The finding of a list.
    pub fn of_list(&self, list: List, id: &str) -> Option<u32> {
        let names = &self.of_list[list as usize];
        let at = names.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        Some(names[at].1)
    }

    /// The list of a finding that has a page.
    pub fn find(&self, id: &str) -> Option<List> {
        List::ALL.into_iter().find(|list| self.of_list(*list, id).is_some())
    }

    /// Where a finding without a page stands.
    pub fn span(&self, account: &Account, id: &str) -> Option<Span> {
        let at = self.inside.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        let (kind, idx) = self.inside[at].1;
        let idx = idx as usize;
        let passage = |passage: PassageIdx| account.passage(passage).span;
        Some(match kind {
            Inside::Passage => account.passages[idx].span,
            Inside::Statement => account.statements[idx].span,
            Inside::Instance => account.instances[idx].span,
            Inside::Mention => account.places[idx].span,
            Inside::Descent => passage(account.lineage[idx].passage),
            Inside::Edit => {
                let side = account.edits[idx].to;
                Span { range: side.range, ..passage(side.passage) }
            }
        })
    }
}

/// Of equal identifiers the first.
fn sorted(ids: &[String]) -> Vec<(String, u32)> {
    let mut names: Vec<(String, u32)> = ids.iter().cloned().zip(0..).collect();
    names.sort_unstable();
    names.dedup_by(|later, first| later.0 == first.0);
    names
}
