//! What stands between the words that a query and a place have in common.

use super::chain::Pair;
use crate::model::{ByteRange, EditKinds};
use crate::reuse::kinds_of_edit;

/// Words of a sentence beyond the common ones, at either end, that are taken to stand for those that the query has
/// there: as many as the query has and this many more.
const MORE_AT_ENDS: usize = 2;

/// A difference between the query and a place.
pub struct Difference {
    /// In the query.
    pub from: ByteRange,
    /// In the report.
    pub to: ByteRange,
    /// What kinds of difference it is.
    pub kinds: EditKinds,
}

/// One side of a comparison: a text and the words of it that are compared.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words.
    pub words: &'a [ByteRange],
}

/// The place of a query's sentence in a sentence of a report that has some words in common with it, and what differs.
pub fn between(query: Side, report: Side, same: &[Pair]) -> (ByteRange, Vec<Difference>) {
    let (Some(first), Some(last)) = (same.first(), same.last()) else {
        return (ByteRange { start: 0, end: 0 }, Vec::new());
    };
    let start = first.1 - at_end(first.0, first.1);
    let (behind_query, behind_report) = (query.words.len() - last.0 - 1, report.words.len() - last.1 - 1);
    let end = last.1 + at_end(behind_query, behind_report);
    let place = ByteRange { start: report.words[start].start, end: report.words[end].end };
    let whole = ByteRange { start: query.words[0].start, end: query.words[query.words.len() - 1].end };
    let mut found = Vec::new();
    let (mut from_at, mut to_at) = (whole.start, place.start);
    let mut compare =
        |from: ByteRange, to: ByteRange| found.extend(difference(query.text, report.text, from, to));
    for (of_query, of_report) in same {
        let (from, to) = (query.words[*of_query], report.words[*of_report]);
        compare(ByteRange { start: from_at, end: from.start }, ByteRange { start: to_at, end: to.start });
        compare(from, to);
        (from_at, to_at) = (from.end, to.end);
    }
    compare(ByteRange { start: from_at, end: whole.end }, ByteRange { start: to_at, end: place.end });
    (place, found)
}

/// How many words at one end of a report's sentence belong to the place, where the query has so many there.
fn at_end(of_query: usize, of_report: usize) -> usize {
    if of_query > 0 && of_report <= of_query + MORE_AT_ENDS { of_report } else { 0 }
}

fn difference(old_text: &str, new_text: &str, from: ByteRange, to: ByteRange) -> Option<Difference> {
    let (old, new) = (from.of(old_text), to.of(new_text));
    if old == new {
        return None;
    }
    let (before, behind) = shared_marks(old, new);
    let inner = |range: ByteRange| ByteRange { start: range.start + before, end: range.end - behind };
    let (from, to) = (inner(from), inner(to));
    let kinds = kinds_of_edit(from.of(old_text), to.of(new_text), &new_text[to.end as usize..]);
    Some(Difference { from, to, kinds })
}

/// How many bytes of marks and blanks both have at the start, and at the end behind those.
fn shared_marks(old: &str, new: &str) -> (u32, u32) {
    let is_shared = |(a, b): &(char, char)| a == b && !a.is_alphanumeric();
    let bytes = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(is_shared).map(|(c, _)| c.len_utf8()).sum()
    };
    let before = bytes(&mut old.chars().zip(new.chars()));
    let behind = bytes(&mut old[before..].chars().rev().zip(new[before..].chars().rev()));
    (before as u32, behind as u32)
}
