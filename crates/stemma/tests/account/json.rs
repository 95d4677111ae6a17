//! Records as JSON Lines, for the script.

use stemma::account::record::{Record, Value};

/// One record a line.
pub fn lines(records: &[Record]) -> String {
    records.iter().map(|record| format!("{}\n", json(&Value::Map(record.clone())))).collect()
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(yes) => (*yes).into(),
        Value::Int(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(record) => {
            let fields = record.iter().map(|(key, item)| (key.clone(), json(item)));
            serde_json::Value::Object(fields.collect())
        }
    }
}
