//! Rows into the bytes of a gazetteer.

use crate::file::{LOOSE, Parts, join, posting, put, put_difference};
use crate::fold;
use crate::loose::{is_romanised, loose};
use crate::row::{CountryCode, NameClass, Row};
use std::collections::{BTreeMap, BTreeSet};

/// The longest name that is kept, in bytes: what is longer is a description.
pub(crate) const LONGEST_NAME: usize = 120;

/// The bytes of a gazetteer. The order of the rows does not matter; of rows with the same number the last in the order of their
/// contents is kept.
pub fn bytes_of(rows: &[Row]) -> Vec<u8> {
    let mut by_id: BTreeMap<u32, &Row> = BTreeMap::new();
    let mut sorted: Vec<&Row> = rows.iter().collect();
    sorted.sort_by(|a, b| key(a).cmp(&key(b)));
    for row in &sorted {
        by_id.insert(row.id, row);
    }
    sorted.retain(|row| by_id.get(&row.id).is_some_and(|kept| std::ptr::eq(*kept, *row)));
    let (names, postings) = names(&sorted);
    join(Parts { groups: &groups(&sorted), places: &places(&sorted), postings: &postings, names: &names })
}

/// The order of places: by group, then by name.
fn key(row: &Row) -> (CountryCode, &str, &str, &str, u32, i32, i32, u32, u8) {
    let place = (row.latitude, row.longitude);
    (
        row.country, &row.division, &row.district, &row.name, row.id, place.0, place.1, row.population,
        row.kind as u8,
    )
}

fn group(row: &Row) -> (CountryCode, &str, &str) {
    (row.country, &row.division, &row.district)
}

fn groups(rows: &[&Row]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let (country, division, district) = group(rows[at]);
        let n_places = rows[at..].iter().take_while(|row| group(row) == group(rows[at])).count();
        bytes.extend(country.0);
        for code in [division, district] {
            put(code.len() as u64, &mut bytes);
            bytes.extend(code.as_bytes());
        }
        put(n_places as u64, &mut bytes);
        at += n_places;
    }
    bytes
}

fn places(rows: &[&Row]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut name, mut id, mut latitude, mut longitude) = ("", 0, 0, 0);
    for row in rows {
        let n_shared = shared(name, &row.name);
        put(n_shared as u64, &mut bytes);
        put((row.name.len() - n_shared) as u64, &mut bytes);
        bytes.extend(&row.name.as_bytes()[n_shared..]);
        put_difference(id, row.id.into(), &mut bytes);
        put_difference(latitude, row.latitude.into(), &mut bytes);
        put_difference(longitude, row.longitude.into(), &mut bytes);
        put(row.population.into(), &mut bytes);
        bytes.push(row.kind as u8);
        (name, id, latitude, longitude) =
            (&row.name, row.id.into(), row.latitude.into(), row.longitude.into());
    }
    bytes
}

/// How many bytes two names have in common at their beginnings, whole characters of both.
fn shared(one: &str, other: &str) -> usize {
    let mut n_shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    while !one.is_char_boundary(n_shared) || !other.is_char_boundary(n_shared) {
        n_shared -= 1;
    }
    n_shared
}

/// The map of names and the lists that it leads to.
fn names(rows: &[&Row]) -> (Vec<u8>, Vec<u8>) {
    let mut by_name: BTreeMap<String, BTreeMap<u32, NameClass>> = BTreeMap::new();
    for (place, row) in (0..).zip(rows) {
        let mut keys: BTreeSet<(String, NameClass)> = BTreeSet::new();
        let own = std::iter::once((row.name.as_str(), NameClass::Own));
        for (name, class) in own.chain(row.names.iter().map(|(name, class)| (name.as_str(), *class))) {
            if name.len() > LONGEST_NAME {
                continue;
            }
            let folded = fold(name);
            if folded.is_empty() {
                continue;
            }
            if is_romanised(row.country)
                && class <= NameClass::Other
                && let Some(key) = loose(&folded)
            {
                keys.insert((format!("{LOOSE}{key}"), NameClass::Other));
            }
            keys.insert((folded, class));
        }
        for (key, class) in keys {
            let places = by_name.entry(key).or_default();
            let known = places.entry(place).or_insert(class);
            *known = (*known).min(class);
        }
    }
    let mut postings = Vec::new();
    let mut map = fst::MapBuilder::memory();
    for (name, places) in &by_name {
        // Names come out of an ordered map, each once, which is all that can be wrong with an entry.
        let inserted = map.insert(name, value(places, &mut postings));
        debug_assert!(inserted.is_ok());
    }
    (map.into_inner().unwrap_or_default(), postings)
}

/// One place with the lowest bit set, or where its list stands.
fn value(places: &BTreeMap<u32, NameClass>, postings: &mut Vec<u8>) -> u64 {
    if let (1, Some((place, class))) = (places.len(), places.first_key_value()) {
        return posting(*place, *class) << 1 | 1;
    }
    let at = postings.len() as u64;
    put(places.len() as u64, postings);
    let mut before = 0;
    for (place, class) in places {
        put(posting(place - before, *class), postings);
        before = *place;
    }
    at << 1
}
