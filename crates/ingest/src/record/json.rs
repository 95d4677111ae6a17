//! A file that is one JSON value: one record, or a list of records.

use super::{object, read_record};
use crate::Pile;
use crate::outlets::Outlets;
use crate::refusal::Refusal;
use rayon::prelude::*;

/// Reads a value. A single record has the name of its file; the records of a list are counted from 1
/// (`pile.json#3`), for several may stand on one line.
pub fn read_json(name: &str, bytes: &[u8], outlets: &Outlets) -> Result<Pile, Refusal> {
    let text = str::from_utf8(bytes).map_err(|error| super::not_utf8(error.valid_up_to()))?;
    let inside = object::without_mark(text).trim();
    if inside.is_empty() {
        return Err(Refusal::new("empty", ""));
    }
    if !inside.starts_with('[') {
        object::fields(text).map_err(|reason| Refusal::new(reason, super::RECORD))?;
        return Ok(read_record(name, bytes, outlets));
    }
    let elements = object::elements(inside).map_err(|reason| Refusal::new(reason, super::RECORD))?;
    if elements.is_empty() {
        return Err(Refusal::new("an empty list", ""));
    }
    let read: Vec<Pile> = elements
        .par_iter()
        .enumerate()
        .map(|(at, record)| read_record(&format!("{name}#{}", at + 1), record.as_bytes(), outlets))
        .collect();
    let mut pile = Pile::default();
    read.into_iter().for_each(|of_record| pile.absorb(of_record));
    Ok(pile)
}
