//! Which findings name which: the identifiers inside a record, and the records that hold an identifier.

use std::collections::{BTreeMap, BTreeSet};
use stemma::account::labels::RecordKind;
use stemma::account::record::{Record, Value};

/// Keys whose value comes from a report, a file or a list of places: an identifier there is a word, and names nothing.
const FOREIGN: [&str; 14] = [
    "text", "outlet", "owner", "url", "value", "method", "encoding", "extractor", "original_sha256",
    "text_sha256", "id", "country", "country_name", "division",
];

/// The records of an account, to be found by what they name.
pub struct References<'a> {
    records: &'a [Record],
    by_id: BTreeMap<&'a str, Vec<usize>>,
    naming: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> References<'a> {
    /// Those of the records of an account.
    pub fn of(records: &'a [Record]) -> Self {
        let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, record) in records.iter().enumerate() {
            if let Some(id) = id_of(record) {
                by_id.entry(id).or_default().push(at);
            }
        }
        let mut naming: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, record) in records.iter().enumerate() {
            let mut named = BTreeSet::new();
            texts(record, &mut |text| {
                if by_id.contains_key(text) {
                    named.insert(text);
                }
            });
            named.into_iter().for_each(|id| naming.entry(id).or_default().push(at));
        }
        References { records, by_id, naming }
    }

    /// All records, in the order of the account.
    pub fn records(&self) -> &'a [Record] {
        self.records
    }

    /// Where the findings with an identifier stand: several only where findings that say the same belong to several others.
    pub fn with_id(&self, id: &str) -> &[usize] {
        self.by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// Where the records stand that name a finding.
    pub fn naming(&self, id: &str) -> &[usize] {
        self.naming.get(id).map_or(&[], Vec::as_slice)
    }

    /// All identifiers that begin like this.
    pub fn beginning(&self, start: &str) -> Vec<&'a str> {
        let from = self.by_id.range::<str, _>((std::ops::Bound::Included(start), std::ops::Bound::Unbounded));
        from.map(|(id, _)| *id).take_while(|id| id.starts_with(start)).collect()
    }

    /// Where the findings stand that a record names.
    pub fn named_by(&self, at: usize) -> BTreeSet<usize> {
        let mut named = BTreeSet::new();
        texts(&self.records[at], &mut |text| named.extend(self.with_id(text)));
        named
    }

    /// Some records, and all that they rest on, however far down, with the captures of the reports among them.
    pub fn closed(&self, start: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        let mut left: Vec<usize> = start.into_iter().collect();
        let mut found = BTreeSet::new();
        while let Some(at) = left.pop() {
            if !found.insert(at) {
                continue;
            }
            left.extend(self.named_by(at));
            if kind_of(&self.records[at]) == Some(RecordKind::Report) {
                let naming = id_of(&self.records[at]).map_or(&[][..], |id| self.naming(id));
                let is_capture = |at: &usize| kind_of(&self.records[*at]) == Some(RecordKind::Capture);
                left.extend(naming.iter().copied().filter(is_capture));
            }
        }
        found
    }
}

/// The identifier of a finding.
pub fn id_of(record: &Record) -> Option<&str> {
    match record.get("id") {
        Some(Value::Text(id)) => Some(id),
        _ => None,
    }
}

/// What a record is.
pub fn kind_of(record: &Record) -> Option<RecordKind> {
    match record.get("record") {
        Some(Value::Text(kind)) => RecordKind::of(kind),
        _ => None,
    }
}

/// Whether a text under this key comes from a report or a file.
pub fn is_foreign(key: &str, record: &Record) -> bool {
    let is_named = || matches!(kind_of(record), Some(RecordKind::Capture | RecordKind::Place));
    FOREIGN.contains(&key) || matches!(key, "name" | "record_id") && is_named()
}

/// All texts of a record that may be identifiers.
fn texts<'a>(record: &'a Record, found: &mut impl FnMut(&'a str)) {
    for (key, value) in record.iter().filter(|(key, _)| !is_foreign(key, record)) {
        texts_of(value, record, key, found);
    }
}

fn texts_of<'a>(value: &'a Value, record: &Record, key: &str, found: &mut impl FnMut(&'a str)) {
    match value {
        Value::Text(text) if !is_foreign(key, record) => found(text),
        Value::List(items) => items.iter().for_each(|item| texts_of(item, record, key, found)),
        Value::Map(fields) => fields.iter().for_each(|(key, value)| texts_of(value, record, key, found)),
        Value::Text(_) | Value::Null | Value::Bool(_) | Value::Int(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example;
    use stemma::account::records;

    #[test]
    fn what_names_a_finding_is_named_back() {
        let records = records(&example::account());
        let references = References::of(&records);
        for (at, record) in records.iter().enumerate() {
            let Some(id) = id_of(record) else { continue };
            for naming in references.naming(id) {
                assert!(references.named_by(*naming).contains(&at), "{id}");
            }
        }
    }

    #[test]
    fn words_of_a_report_name_nothing() {
        let clean = records(&example::account());
        let id = id_of(&clean[1]).expect("it is a report").to_owned();
        let mut hostile = clean.clone();
        for record in &mut hostile {
            if record.contains_key("outlet") && id_of(record) != Some(&id) {
                record.insert("outlet".into(), Value::Text(id.clone()));
            }
        }
        let naming = |records: &[Record]| References::of(records).naming(&id).to_vec();
        assert_eq!(naming(&hostile), naming(&clean));
    }

    #[test]
    fn a_claim_rests_on_everything_down_to_the_files() {
        let records = records(&example::account());
        let references = References::of(&records);
        let claim = records.iter().position(|record| kind_of(record) == Some(RecordKind::Claim));
        let closed = references.closed(claim);
        let kinds: BTreeSet<_> = closed.iter().filter_map(|at| kind_of(&records[*at])).collect();
        for kind in [RecordKind::Story, RecordKind::Origin, RecordKind::Voice, RecordKind::Capture] {
            assert!(kinds.contains(&kind), "{kind:?}");
        }
        assert!(!kinds.contains(&RecordKind::Disagreement), "a claim rests on no disagreement");
    }

    #[test]
    fn identifiers_are_found_by_their_beginning() {
        let records = records(&example::account());
        let references = References::of(&records);
        let id = records.iter().find_map(id_of).expect("a finding has one");
        assert_eq!(references.beginning(id), [id]);
        assert_eq!(references.beginning("r").len(), 3);
        assert!(references.beginning("x").is_empty() && references.beginning("\u{10ffff}").is_empty());
    }
}
