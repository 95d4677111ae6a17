//! Reads MessagePack, in which the package keeps weights and tables: values asked for by key, with a clear error for
//! each that is not what it should be.

use anyhow::{Context, Result};
pub use rmpv::Value;

/// The value that the bytes hold.
pub fn read(bytes: &[u8]) -> Result<Value> {
    rmpv::decode::read_value(&mut &*bytes).context("not MessagePack")
}

/// The value of a map under a key that is a text.
pub fn get<'a>(map: &'a Value, key: &str) -> Result<&'a Value> {
    let entries = map.as_map().with_context(|| format!("no map around `{key}`"))?;
    let found = entries.iter().find(|(name, _)| name_of(name) == Some(key.as_bytes()));
    found.map(|(_, value)| value).with_context(|| format!("no key `{key}`"))
}

/// The items of a list.
pub fn list(value: &Value) -> Result<&[Value]> {
    value.as_array().map(Vec::as_slice).context("no list where one should be")
}

/// A text.
pub fn text(value: &Value) -> Result<&str> {
    value.as_str().context("no text where one should be")
}

/// Bytes.
pub fn bytes(value: &Value) -> Result<&[u8]> {
    name_of(value).context("no bytes where they should be")
}

/// The shape of a matrix.
pub fn shape(matrix: &Value) -> Result<Vec<usize>> {
    let sides = list(get(matrix, "shape")?)?.iter().map(|side| side.as_u64().map(|side| side as usize));
    sides.collect::<Option<_>>().context("a matrix without a shape")
}

/// Keys come as texts or as bytes.
fn name_of(value: &Value) -> Option<&[u8]> {
    match value {
        Value::String(text) => Some(text.as_bytes()),
        Value::Binary(bytes) => Some(bytes),
        _ => None,
    }
}
