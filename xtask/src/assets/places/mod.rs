//! The gazetteer: GeoNames as registry packages carry it, and our own supplement, as rows of `crates/gazetteer`.

mod countries;
mod divisions;
mod packages;
mod supplement;
mod towns;

use anyhow::{Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use stemma_gazetteer::{Point, Row};

/// The bytes of the gazetteer, from packages and from the supplement in the repository.
pub fn gazetteer(root: &Path, files: &[&Path]) -> Result<Vec<u8>> {
    let packages = packages::read(files)?;
    let supplement = supplement::read(root)?;
    let towns = towns::rows(&packages, &supplement)?;
    let mut rows = countries::rows(&packages, &supplement)?;
    rows.extend(divisions::rows(&packages, &towns, &supplement)?);
    rows.extend(towns);
    rows.extend(supplement.places);
    part_numbers(&mut rows);
    check(&rows)?;
    Ok(stemma_gazetteer::bytes_of(&rows))
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
