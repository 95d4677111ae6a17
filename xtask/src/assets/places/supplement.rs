//! Our own part of the gazetteer: the tables in `crates/gazetteer/supplement/`.
//!
//! A line is a row, its cells parted by `|`, names of one cell by `;`. Lines that begin with `#` say what the columns are, and where the facts
//! come from.

use super::hundred_thousandths;
use crate::dist::sha256;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;
use std::path::Path;
use stemma_gazetteer::{CountryCode, Kind, NameClass, Point, Row};

const FOLDER: &str = "crates/gazetteer/supplement";

/// How many numbers of ours there are.
const NUMBERS: u32 = 1_200_000_000;

/// What is added to a country or division of GeoNames.
#[derive(Debug, Default)]
pub struct Extra {
    /// The name that it is shown under, where that is not GeoNames' own.
    pub name: Option<String>,
    /// Other names.
    pub names: Vec<(String, NameClass)>,
    /// Where it lies, where the supplement says so.
    pub point: Option<Point>,
}

/// All tables.
#[derive(Debug, Default)]
pub struct Supplement {
    /// By code.
    pub countries: BTreeMap<String, Extra>,
    /// By code of country and division (`US.TX`).
    pub divisions: BTreeMap<String, Extra>,
    /// By code of continent.
    pub continents: BTreeMap<String, Extra>,
    /// By number of town.
    pub towns: BTreeMap<u32, Extra>,
    /// Places that GeoNames' towns lack.
    pub places: Vec<Row>,
}

/// Reads the tables.
pub fn read(root: &Path) -> Result<Supplement> {
    let mut supplement = Supplement::default();
    let mut files: Vec<_> = std::fs::read_dir(root.join(FOLDER))
        .with_context(|| format!("cannot read {FOLDER}"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let text = std::fs::read_to_string(path)?;
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        for (number, line) in (1..).zip(text.lines()) {
            if !line.is_empty() && !line.starts_with('#') {
                let cells: Vec<&str> = line.split('|').map(str::trim).collect();
                supplement.add(name, &cells).with_context(|| format!("{name}.txt, line {number}"))?;
            }
        }
    }
    Ok(supplement)
}

impl Supplement {
    fn add(&mut self, table: &str, cells: &[&str]) -> Result<()> {
        match (table, cells) {
            ("countries", [code, name, place, others, short, demonyms]) => {
                let mut names = names(others, NameClass::Other);
                names.extend(names_of(short, NameClass::Short));
                names.extend(names_of(demonyms, NameClass::Demonym));
                let extra = Extra { name: Some((*name).to_owned()), names, point: Some(point(place)?) };
                let known = self.countries.insert((*code).to_owned(), extra);
                ensure!(known.is_none(), "{code} is listed twice");
            }
            ("divisions", [code, name, place, others, short, demonyms]) => {
                let mut names = names(others, NameClass::Other);
                names.extend(names_of(short, NameClass::Short));
                names.extend(names_of(demonyms, NameClass::Demonym));
                let name = (!name.is_empty()).then(|| (*name).to_owned());
                let point = if place.is_empty() { None } else { Some(point(place)?) };
                let known = self.divisions.insert((*code).to_owned(), Extra { name, names, point });
                ensure!(known.is_none(), "{code} is listed twice");
            }
            ("continents", [code, place, demonyms]) => {
                let names = names(demonyms, NameClass::Demonym);
                let extra = Extra { name: None, names, point: Some(point(place)?) };
                self.continents.insert((*code).to_owned(), extra);
            }
            ("towns", [number, name, short, demonyms]) => {
                let mut names = names(short, NameClass::Short);
                names.extend(names_of(demonyms, NameClass::Demonym));
                let extra = Extra { name: Some((*name).to_owned()), names, point: None };
                let known = self.towns.insert(number.parse()?, extra);
                ensure!(known.is_none(), "{name} is listed twice");
            }
            (_, [kind, name, place, country, others, demonyms]) => {
                let kind = Kind::from_name(kind).with_context(|| format!("no kind is called {kind}"))?;
                let mut names = names(others, NameClass::Other);
                names.extend(names_of(demonyms, NameClass::Demonym));
                self.places.push(place_of(kind, name, place, country, names)?);
            }
            _ => bail!("{} cells are too few or too many", cells.len()),
        }
        Ok(())
    }
}

/// Country and division of a place are written `SY` or `SY.13`.
fn place_of(
    kind: Kind,
    name: &str,
    place: &str,
    country: &str,
    names: Vec<(String, NameClass)>,
) -> Result<Row> {
    let (code, division) = country.split_once('.').unwrap_or((country, ""));
    let point = point(place)?;
    Ok(Row {
        id: number_of(&format!("{} {name} {country} {place}", kind.name())),
        name: name.to_owned(),
        names,
        latitude: point.latitude,
        longitude: point.longitude,
        country: CountryCode::of(code).with_context(|| format!("{code} is no country"))?,
        division: division.to_owned(),
        district: String::new(),
        population: 0,
        kind,
    })
}

fn names(cell: &str, class: NameClass) -> Vec<(String, NameClass)> {
    names_of(cell, class).collect()
}

fn names_of(cell: &str, class: NameClass) -> impl Iterator<Item = (String, NameClass)> {
    cell.split(';').map(str::trim).filter(|name| !name.is_empty()).map(move |name| (name.to_owned(), class))
}

/// Degrees north and east, parted by a blank.
fn point(cell: &str) -> Result<Point> {
    let (north, east) = cell.split_once(' ').context("a place is degrees north, a blank, degrees east")?;
    let degrees = |text: &str| text.trim().parse::<f64>().with_context(|| format!("{text} are no degrees"));
    Point::new(hundred_thousandths(degrees(north)?), hundred_thousandths(degrees(east)?))
        .context("no such place")
}

/// A number for what GeoNames gives none to: out of what it is, so that it stays when others are added.
pub fn number_of(what: &str) -> u32 {
    let digits = sha256(what.as_bytes());
    let number = u32::from_str_radix(&digits[..8], 16).unwrap_or_default();
    Row::OURS + number % NUMBERS
}
