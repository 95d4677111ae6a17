//! First-order and second-order divisions: their names, and where their towns lie.

use super::packages::Packages;
use super::supplement::Supplement;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use stemma_gazetteer::{CountryCode, Kind, NameClass, Point, Row, fold};

/// Words that say what a division is. Its name without them is a name of it too ("Murmansk Oblast").
const GENERIC: [&str; 34] = [
    "Province", "Governorate", "Oblast", "Oblast'", "Krai", "Kray", "Region", "State", "Prefecture",
    "Department", "Canton", "County", "Division", "District", "Emirate", "Parish", "Republic", "Voivodeship",
    "Wilaya", "Autonomous", "Okrug", "Municipality", "Territory", "Raion", "Wilayat", "Muhafazat",
    "Muḩāfaz̧at", "Ostān-e", "Ostan-e", "Area", "Capital", "Special", "City", "Union",
];

/// What stands before the names of divisions in the languages of their countries, the longer first.
const BEFORE: [&str; 61] = [
    "Politischer Bezirk ",
    "Gorodskoy Okrug ",
    "City and County of ",
    "Province of ",
    "Provincia de ",
    "Provincia del ",
    "Provincia della ",
    "Provincia di ",
    "Provincia ",
    "Province de la ",
    "Province de ",
    "Province du ",
    "Departamento de ",
    "Departamento del ",
    "Departamento ",
    "Département de la ",
    "Département de l'",
    "Département de ",
    "Département du ",
    "Municipio de ",
    "Municipio ",
    "Municipiul ",
    "Partido de ",
    "Distrito de ",
    "District of ",
    "Kabupaten ",
    "Kota ",
    "Huyện ",
    "Thị Xã ",
    "Thành Phố ",
    "Amphoe Mueang ",
    "Amphoe ",
    "Shahrestān-e ",
    "Powiat ",
    "Gemeente ",
    "Obshtina ",
    "Oraş ",
    "Comuna ",
    "Okres ",
    "Markaz ",
    "Grad ",
    "Općina ",
    "Opština ",
    "Daïra de ",
    "Srŏk ",
    "Bashkia ",
    "Bezirk ",
    "Landkreis ",
    "Kreisfreie Stadt ",
    "Kreis ",
    "Liwā’ ",
    "Nomós ",
    "Nohiyai ",
    "Muang ",
    "Cantón ",
    "City of ",
    "Commune of ",
    "Commune de ",
    "Cercle de ",
    "Borough of ",
    "Wilaya de ",
];

/// What stands behind them.
const BEHIND: [&str; 31] = [
    " District", " Rayon", " Raion", " Shi", " İlçesi", " pagasts", " Municipality", " Kommun", " Kommune",
    " kommun", " Okrug", " Tumani", " Járás", " Aūdany", " vald", " Department", " Gun", " Zone", " Sum",
    " Province", " Prefecture", " Region", " Shahri", " Cercle", " Subregion", " Municipal", " Governorate",
    " Regency", " Subdistrict", " novads", " savivaldybė",
];

/// Where a county or parish is called so in full, and its bare name is mostly that of a town.
const IN_FULL: [&str; 2] = ["US", "PR"];

/// The cells over which the middle of a division is taken, in hundred-thousandths of a degree: half a degree.
const CELL: i32 = Point::DEGREE / 2;

/// A row for each division of which any town is known.
pub fn rows(packages: &Packages, towns: &[Row], supplement: &Supplement) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (list, kind) in [(&packages.divisions, Kind::Division), (&packages.districts, Kind::District)] {
        let names = names(list)?;
        let mut by_code: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
        for town in towns {
            let division = format!("{}.{}", town.country.letters(), town.division);
            match kind {
                Kind::District if town.district.is_empty() => continue,
                Kind::District => by_code.entry(format!("{division}.{}", town.district)),
                _ => by_code.entry(division),
            }
            .or_default()
            .push(town);
        }
        for (code, name) in names {
            if let Some(towns) = by_code.get(&code) {
                rows.push(row(&code, name, kind, towns)?);
            }
        }
    }
    let mut codes = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.kind == Kind::Division) {
        codes.insert(format!("{}.{}", row.country.letters(), row.division), at);
    }
    for (code, extra) in &supplement.divisions {
        let at = codes.get(code).with_context(|| format!("no division {code}"))?;
        let row = &mut rows[*at];
        row.names.extend(extra.names.iter().cloned());
        if let Some(point) = extra.point {
            (row.latitude, row.longitude) = (point.latitude, point.longitude);
        }
        if let Some(name) = &extra.name {
            let before = std::mem::replace(&mut row.name, name.clone());
            row.names.push((before, NameClass::Other));
        }
    }
    Ok(rows)
}

/// Codes and names, as `admin1.json` and `admin2.json` list them.
fn names(list: &Value) -> Result<Vec<(String, &str)>> {
    let entries = list.as_array().context("the divisions are no list")?.iter();
    entries
        .map(|entry| {
            let code = entry["code"].as_str().context("a division without a code")?;
            Ok((code.to_owned(), entry["name"].as_str().context("a division without a name")?))
        })
        .collect()
}

fn row(code: &str, name: &str, kind: Kind, towns: &[&Row]) -> Result<Row> {
    let parts: Vec<&str> = code.splitn(3, '.').collect();
    ensure!(parts.len() >= 2, "{code} is no code");
    let point = middle(towns);
    let bare = match kind {
        Kind::Division => bare(name),
        _ if IN_FULL.contains(&parts[0]) => name.to_owned(),
        _ => bare_district(name).to_owned(),
    };
    let is_other = fold(&bare) != fold(name) && !bare.is_empty();
    let names = if is_other { vec![(bare, NameClass::Other)] } else { Vec::new() };
    Ok(Row {
        id: super::supplement::number_of(&format!("{} {code}", kind.name())),
        name: name.to_owned(),
        names,
        latitude: point.latitude,
        longitude: point.longitude,
        country: CountryCode::of(parts[0]).with_context(|| format!("{code} has no country"))?,
        division: parts[1].to_owned(),
        district: parts.get(2).copied().unwrap_or_default().to_owned(),
        population: towns
            .iter()
            .filter(|town| town.kind != Kind::Quarter)
            .fold(0, |sum, town| sum.saturating_add(town.population)),
        kind,
    })
}

/// A name without words that say what it names.
fn bare(name: &str) -> String {
    let words = name.split(' ').filter(|word| !GENERIC.contains(word));
    words.collect::<Vec<_>>().join(" ").trim_start_matches("of ").to_owned()
}

/// The name of a second-order division without words that say what it names.
fn bare_district(name: &str) -> &str {
    let without = BEFORE.iter().find_map(|before| name.strip_prefix(before)).unwrap_or(name);
    BEHIND.iter().find_map(|behind| without.strip_suffix(behind)).unwrap_or(without).trim()
}

/// The middle of the cells in which towns stand. Large towns do not draw it to themselves, and neither do many in one place: among ways to make
/// a middle of towns this one came nearest to that of the areas themselves.
fn middle(towns: &[&Row]) -> Point {
    let cells: BTreeSet<(i32, i32)> =
        towns.iter().map(|town| (town.latitude.div_euclid(CELL), town.longitude.div_euclid(CELL))).collect();
    if cells.len() < 4 {
        // Too few to tell: the mean of the towns themselves.
        let n_towns = towns.len().max(1) as i64;
        let mean = |of: fn(&Row) -> i32| towns.iter().map(|town| i64::from(of(town))).sum::<i64>() / n_towns;
        return Point {
            latitude: mean(|town| town.latitude) as i32,
            longitude: mean(|town| town.longitude) as i32,
        };
    }
    let n_cells = cells.len() as i64;
    let mean = |of: fn(&(i32, i32)) -> i32| {
        let sum: i64 =
            cells.iter().map(|cell| i64::from(of(cell)) * i64::from(CELL) + i64::from(CELL) / 2).sum();
        (sum / n_cells) as i32
    };
    Point { latitude: mean(|cell| cell.0), longitude: mean(|cell| cell.1) }
}
