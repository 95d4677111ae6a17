//! What a forger would do after a change: compute all identifiers, counts and the digest anew.
//!
//! Written from `docs/reference/account-format.md` and not with the code under test.

use stemma::account::record::{Record, Value, canonical_bytes};
use stemma::model::Sha256;

/// Kinds of finding with their prefixes and counts, each kind after those that it names.
const KINDS: [(&str, &str, &str); 16] = [
    ("report", "r", "reports"),
    ("capture", "c", "captures"),
    ("furniture", "u", "furniture"),
    ("passage", "p", "passages"),
    ("family", "f", "families"),
    ("edit", "e", "edits"),
    ("descent", "d", "descents"),
    ("share", "h", "shares"),
    ("voice", "v", "voices"),
    ("statement", "s", "statements"),
    ("story", "t", "stories"),
    ("instance", "i", "instances"),
    ("origin", "o", "origins"),
    ("claim", "m", "claims"),
    ("disagreement", "g", "disagreements"),
    ("place", "w", "places"),
];

/// Makes identifiers, references, counts and digest agree with the records as they are now.
pub fn reseal(records: &mut [Record]) {
    for (kind, prefix, _) in KINDS {
        for idx in 0..records.len() {
            if is_of(&records[idx], kind) {
                let id = Value::Text(identifier(prefix, &records[idx]));
                if let Some(old) = records[idx].insert("id".to_owned(), id.clone()) {
                    rename(records, &old, &id);
                }
            }
        }
    }
    let mut counts = Record::new();
    for (kind, _, name) in KINDS.into_iter().chain([("unread", "", "unread"), ("note", "", "notes")]) {
        let count = records.iter().filter(|record| is_of(record, kind)).count();
        counts.insert(name.to_owned(), Value::Int(count as i64));
    }
    records[0].insert("counts".to_owned(), Value::Map(counts));
    let digest = digest(records);
    records[0].insert("digest".to_owned(), Value::Text(digest));
}

fn is_of(record: &Record, kind: &str) -> bool {
    record.get("record") == Some(&Value::from(kind))
}

fn identifier(prefix: &str, record: &Record) -> String {
    let hashed = if prefix == "r" {
        Value::List(vec![record["text_sha256"].clone(), record["outlet"].clone(), record["url"].clone()])
    } else {
        Value::Map(without(record, &["id", "name"]))
    };
    let hash = Sha256::of(&canonical_bytes(&hashed)).to_string();
    format!("{prefix}{}", &hash[..16])
}

fn digest(records: &[Record]) -> String {
    let mut header = without(&records[0], &["digest"]);
    if let Some(Value::Map(counts)) = header.get_mut("counts") {
        counts.remove("unread");
        counts.remove("notes");
    }
    let mut lines: Vec<Vec<u8>> = records
        .iter()
        .filter(|record| KINDS.iter().any(|(kind, _, _)| is_of(record, kind)))
        .map(|record| canonical_bytes(&Value::Map(without(record, &["name"]))))
        .collect();
    lines.sort();
    let mut bytes = canonical_bytes(&Value::Map(header));
    bytes.extend(lines.concat());
    Sha256::of(&bytes).to_string()
}

fn without(record: &Record, keys: &[&str]) -> Record {
    let mut rest = record.clone();
    rest.retain(|key, _| !keys.contains(&key.as_str()));
    rest
}

/// Lets every reference to an old identifier name the new one.
fn rename(records: &mut [Record], old: &Value, new: &Value) {
    for record in records {
        for (_, value) in record.iter_mut().filter(|(key, _)| *key != "id") {
            rename_in(value, old, new);
        }
    }
}

fn rename_in(value: &mut Value, old: &Value, new: &Value) {
    match value {
        _ if value == old => *value = new.clone(),
        Value::List(items) => items.iter_mut().for_each(|item| rename_in(item, old, new)),
        Value::Map(fields) => fields.values_mut().for_each(|item| rename_in(item, old, new)),
        _ => {}
    }
}
