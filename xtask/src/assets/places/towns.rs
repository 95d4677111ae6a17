//! Towns: populated places with 500 people and more, and those that are seats of divisions.

use super::hundred_thousandths;
use super::packages::Packages;
use super::supplement::Supplement;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use stemma_gazetteer::{CountryCode, Kind, NameClass, Row, fold};

/// Shorter names that are not the town's own are codes of airports and remains of other scripts.
const SHORTEST_OTHER: usize = 4;

/// What the older table adds to a town.
struct Feature<'a> {
    kind: Kind,
    division: &'a str,
    district: &'a str,
}

/// A row for each town.
pub fn rows(packages: &Packages, supplement: &Supplement) -> Result<Vec<Row>> {
    let features = features(&packages.features);
    let towns = packages.towns.as_object().context("the towns are no object")?.values();
    let mut rows: Vec<Row> =
        towns.map(|town| row(town, &features).with_context(|| town.to_string())).collect::<Result<_>>()?;
    let mut n_extended = 0;
    for row in &mut rows {
        if let Some(extra) = supplement.towns.get(&row.id) {
            let name = extra.name.as_deref().unwrap_or_default();
            ensure!(fold(&row.name) == fold(name), "town {} is {}, not {name}", row.id, row.name);
            row.names.extend(extra.names.iter().cloned());
            n_extended += 1;
        }
    }
    ensure!(n_extended == supplement.towns.len(), "the supplement has towns that the packages lack");
    Ok(rows)
}

fn features(table: &str) -> BTreeMap<u64, Feature<'_>> {
    table.lines().filter_map(of_line).collect()
}

fn of_line(line: &str) -> Option<(u64, Feature<'_>)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let kind = match *cells.get(7)? {
        "PPLC" => Kind::Capital,
        "PPLA" => Kind::Seat,
        "PPLX" => Kind::Quarter,
        _ => Kind::City,
    };
    Some((cells.first()?.parse().ok()?, Feature { kind, division: cells.get(10)?, district: cells.get(11)? }))
}

fn row(town: &Value, features: &BTreeMap<u64, Feature>) -> Result<Row> {
    let text = |key: &str| town[key].as_str().with_context(|| format!("no {key}"));
    let number = |key: &str| town[key].as_f64().with_context(|| format!("no {key}"));
    let id = town["geonameid"].as_u64().context("no number")?;
    let (name, division) = (text("name")?, text("admin1code")?);
    let feature = features.get(&id);
    // Where a town has changed hands between divisions since, the older second-order code says nothing.
    let district =
        feature.filter(|feature| feature.division == division).map_or("", |feature| feature.district);
    Ok(Row {
        id: u32::try_from(id)?,
        name: name.to_owned(),
        names: other_names(name, &town["alternatenames"]),
        latitude: hundred_thousandths(number("latitude")?),
        longitude: hundred_thousandths(number("longitude")?),
        country: CountryCode::of(text("countrycode")?).context("no country")?,
        division: division.to_owned(),
        district: district.to_owned(),
        population: town["population"].as_u64().unwrap_or(0) as u32,
        kind: feature.map_or(Kind::City, |feature| feature.kind),
    })
}

/// Other names in Latin letters that English text may have. Those that begin with a small letter were made letter by letter from
/// other scripts, and nobody writes them.
fn other_names(own: &str, others: &Value) -> Vec<(String, NameClass)> {
    let own = fold(own);
    let mut known = std::collections::BTreeSet::from([own]);
    let mut names = Vec::new();
    for name in others.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let folded = fold(name);
        let is_latin = folded.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ');
        let is_written = name.chars().any(char::is_uppercase) && !name.chars().any(|c| c.is_ascii_digit());
        let is_code = name.len() <= SHORTEST_OTHER && name.chars().all(char::is_uppercase);
        if folded.len() >= SHORTEST_OTHER && is_latin && is_written && !is_code && known.insert(folded) {
            names.push((name.to_owned(), NameClass::Other));
        }
    }
    names
}
