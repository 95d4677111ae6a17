//! The gazetteer: GeoNames as registry packages carry it, and our own supplement, as rows of `crates/gazetteer`.

mod countries;
mod divisions;
mod packages;
mod supplement;
mod towns;

use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use stemma_gazetteer::{NameClass, Point, Row, fold, metres};

/// A town and a camp or quarter of one name within so many metres are one place.
const SAME: u32 = 5_000;

/// The bytes of the gazetteer, from packages and from the supplement in the repository.
pub fn gazetteer(root: &Path, files: &[&Path]) -> Result<Vec<u8>> {
    let packages = packages::read(files)?;
    let mut supplement = supplement::read(root)?;
    let mut towns = towns::rows(&packages, &supplement)?;
    supplement.places = join(&mut towns, std::mem::take(&mut supplement.places));
    let mut rows = countries::rows(&packages, &supplement)?;
    rows.extend(divisions::rows(&packages, &towns, &supplement)?);
    rows.extend(towns);
    rows.extend(supplement.places);
    part_numbers(&mut rows);
    check(&rows)?;
    Ok(stemma_gazetteer::bytes_of(&rows))
}

/// Gives a town that the supplement lists too the name, kind and other names that it has there, so that it is one place; what is left of
/// the supplement.
fn join(towns: &mut [Row], places: Vec<Row>) -> Vec<Row> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, town) in towns.iter().enumerate() {
        for name in names_of(town) {
            by_name.entry(name).or_default().push(at);
        }
    }
    let mut rest = Vec::new();
    for place in places {
        let point = |row: &Row| Point { latitude: row.latitude, longitude: row.longitude };
        let same = names_of(&place)
            .into_iter()
            .flat_map(|name| by_name.get(&name).into_iter().flatten())
            .find(|at| {
                let town = &towns[**at];
                town.country == place.country && metres(point(town), point(&place)) <= SAME
            });
        match same.filter(|_| place.kind.is_populated()) {
            Some(at) => {
                let town = &mut towns[*at];
                town.kind = place.kind;
                let before = std::mem::replace(&mut town.name, place.name);
                town.names.push((before, NameClass::Other));
                town.names.extend(place.names);
            }
            None => rest.push(place),
        }
    }
    rest
}

/// The folded names of a place.
fn names_of(row: &Row) -> BTreeSet<String> {
    let others = row.names.iter().map(|(name, _)| fold(name));
    others.chain([fold(&row.name)]).collect()
}

/// Gives rows of ours that came to the same number the next free ones, in the order of their names.
fn part_numbers(rows: &mut [Row]) {
    let mut order: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].id >= Row::OURS).collect();
    order.sort_by(|a, b| (rows[*a].id, &rows[*a].name).cmp(&(rows[*b].id, &rows[*b].name)));
    let mut taken = BTreeSet::new();
    for at in order {
        while !taken.insert(rows[at].id) {
            rows[at].id += 1;
        }
    }
}

fn check(rows: &[Row]) -> Result<()> {
    let mut by_id: BTreeMap<u32, &Row> = BTreeMap::new();
    for row in rows {
        ensure!(Point::new(row.latitude, row.longitude).is_some(), "{} lies nowhere", row.name);
        if let Some(other) = by_id.insert(row.id, row) {
            ensure!(other == row, "{} and {} have the same number", row.name, other.name);
        }
    }
    Ok(())
}

/// Degrees as hundred-thousandths.
fn hundred_thousandths(degrees: f64) -> i32 {
    (degrees * f64::from(Point::DEGREE)).round() as i32
}
