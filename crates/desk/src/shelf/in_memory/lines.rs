//! The findings as they stand in the JSON Lines, by identifier and in order.

use crate::shelf::List;
use std::ops::Range;
use stemma::account::labels::RecordKind;
use stemma::account::record::{Record, Value};

/// All findings as lines.
pub struct Lines {
    text: String,
    /// By identifier; of equal ones the first.
    by_id: Vec<(String, Range<usize>)>,
    in_order: [Vec<Range<usize>>; List::ALL.len()],
}

impl Lines {
    /// Those of the records of an account.
    pub fn of(records: &[Record]) -> Self {
        let mut lines =
            Lines { text: String::new(), by_id: Vec::new(), in_order: std::array::from_fn(|_| Vec::new()) };
        for record in records {
            let (Some(Value::Text(kind)), Some(Value::Text(id))) = (record.get("record"), record.get("id"))
            else {
                continue;
            };
            let start = lines.text.len();
            lines.text.push_str(stemma_report::jsonl::write(std::slice::from_ref(record)).trim_end());
            let range = start..lines.text.len();
            if let Some(list) = RecordKind::of(kind).and_then(list_of) {
                lines.in_order[list as usize].push(range.clone());
            }
            lines.by_id.push((id.clone(), range));
        }
        lines.by_id.sort_by(|one, other| (&one.0, one.1.start).cmp(&(&other.0, other.1.start)));
        lines.by_id.dedup_by(|later, first| later.0 == first.0);
        lines
    }

    /// The finding of an identifier.
    pub fn record(&self, id: &str) -> Option<&str> {
        let at = self.by_id.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        Some(&self.text[self.by_id[at].1.clone()])
    }

    /// Findings of a list, in the order of the account.
    pub fn of_list(&self, list: List, from: usize, at_most: usize) -> Vec<&str> {
        let all = self.in_order[list as usize].iter();
        all.skip(from).take(at_most).map(|range| &self.text[range.clone()]).collect()
    }
}

/// The digest in the header.
pub fn digest(records: &[Record]) -> String {
    match records.first().and_then(|header| header.get("digest")) {
        Some(Value::Text(digest)) => digest.clone(),
        _ => String::new(),
    }
}

fn list_of(kind: RecordKind) -> Option<List> {
    Some(match kind {
        RecordKind::Story => List::Stories,
        RecordKind::Claim => List::Claims,
        RecordKind::Disagreement => List::Disagreements,
        RecordKind::Report => List::Reports,
        RecordKind::Family => List::Families,
        RecordKind::Voice => List::Voices,
        RecordKind::Place => List::Places,
        _ => return None,
    })
}
