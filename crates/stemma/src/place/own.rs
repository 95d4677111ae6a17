//! A user's own list of places: what one desk knows and no gazetteer lists.
//!
//! A table in CSV with a head: `name,latitude,longitude,country,division,kind,aliases`. Only the first three columns are needed, in any order.
//! Degrees are written with a point; a country is its code or its name; a division is the name of a first-order division of that country; a kind
//! is a word of the gazetteer's; aliases are parted by `;`.

use super::atlas::{country_name, country_of, division_called};
use crate::model::{Place, Sha256, Table};
use std::collections::BTreeMap;
use stemma_gazetteer::{CountryCode, Gazetteer, Kind, PlaceIdx, Point, Row, fold};

/// The columns that a list may have.
const COLUMNS: [&str; 7] = ["name", "latitude", "longitude", "country", "division", "kind", "aliases"];

/// Those that it must have.
const NEEDED: usize = 3;

/// The most places that a list may have: numbers from [`Row::USERS`] on must suffice.
const MOST: usize = 1_000_000;

/// The byte order mark that spreadsheets put first.
const MARK: char = '\u{feff}';

/// Places of a user's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnPlaces {
    places: Vec<Place>,
    /// Of each, the first-order division of the gazetteer that it lies in.
    divisions: Vec<Option<PlaceIdx>>,
    names: BTreeMap<String, Vec<u32>>,
}

/// What is wrong with a list of places, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}{}: {problem}", column.as_ref().map(|column| format!(", column \"{column}\"")).unwrap_or_default())]
pub struct OwnPlacesError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column by its name; absent where it is the line as a whole.
    pub column: Option<String>,
    /// What is wrong, in words.
    pub problem: String,
}

impl OwnPlaces {
    /// Reads a list. The first thing that is wrong with it is the answer; nothing of such a list is used.
    pub fn from_csv(text: &str, gazetteer: &Gazetteer) -> Result<Self, OwnPlacesError> {
        let mut records = records(text.trim_start_matches(MARK))?.into_iter();
        let Some((line, head)) = records.next() else {
            return Err(error(
                1,
                None,
                "the list is empty; it begins with the names of its columns".to_owned(),
            ));
        };
        let columns = columns(line, &head)?;
        let mut own = Self::default();
        for (line, cells) in records {
            if cells.len() != head.len() {
                let problem = format!("it has {} cells where the head has {}", cells.len(), head.len());
                return Err(error(line, None, problem));
            }
            let cell =
                |name: &str| columns.get(name).and_then(|at| cells.get(*at)).map_or("", |cell| cell.trim());
            own.add(&Cells { line, cell: &cell }, gazetteer)?;
        }
        Ok(own)
    }

    /// The places, in the order of the list.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The first-order division that a place lies in, where the list names it.
    pub(super) fn division(&self, at: u32) -> Option<PlaceIdx> {
        self.divisions.get(at as usize).copied().flatten()
    }

    /// Which list this is, as an account names it: by all that stands in it.
    pub(super) fn table(&self) -> Table {
        let place = |place: &Place| {
            let Point { latitude, longitude } = place.point;
            let (country, division) =
                (place.country.letters(), place.division.as_deref().unwrap_or_default());
            format!("{}\t{latitude}\t{longitude}\t{country}\t{division}\t{}\n", place.name, place.kind.name())
        };
        let bearing = |(name, places): (&String, &Vec<u32>)| format!("{name}\t{places:?}\n");
        let lines: Vec<String> =
            self.places.iter().map(place).chain(self.names.iter().map(bearing)).collect();
        Table {
            name: "own-places".to_owned(),
            version: 1,
            entries: self.places.len() as u64,
            sha256: Sha256::of_parts(lines.iter().map(String::as_bytes)),
        }
    }

    /// Which places bear a folded name.
    pub(super) fn find(&self, folded: &str) -> &[u32] {
        self.names.get(folded).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, cells: &Cells, gazetteer: &Gazetteer) -> Result<(), OwnPlacesError> {
        if self.places.len() >= MOST {
            return Err(error(cells.line, None, format!("a list has at most {MOST} places")));
        }
        let at = self.places.len() as u32;
        let (place, division) = cells.place(Row::USERS + at, gazetteer)?;
        let aliases = (cells.cell)("aliases").split(';').map(str::trim).filter(|alias| !alias.is_empty());
        for name in std::iter::once(place.name.as_str()).chain(aliases) {
            let folded = fold(name);
            if folded.is_empty() {
                let column = if name == place.name { "name" } else { "aliases" };
                return Err(error(
                    cells.line,
                    Some(column),
                    format!("\"{name}\" has neither letters nor digits"),
                ));
            }
            let known = self.names.entry(folded).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
        self.places.push(place);
        self.divisions.push(division);
        Ok(())
    }
}

/// One line of a list.
struct Cells<'a> {
    line: usize,
    cell: &'a dyn Fn(&str) -> &'a str,
}

impl Cells<'_> {
    fn place(&self, id: u32, gazetteer: &Gazetteer) -> Result<(Place, Option<PlaceIdx>), OwnPlacesError> {
        let name = (self.cell)("name");
        if name.is_empty() {
            return Err(error(self.line, Some("name"), "a place needs a name".to_owned()));
        }
        let point =
            Point { latitude: self.degrees("latitude", 90)?, longitude: self.degrees("longitude", 180)? };
        let country = self.country(gazetteer)?;
        let division = self.division(gazetteer, country)?;
        let place = Place {
            id,
            name: name.to_owned(),
            point,
            country,
            country_name: country_name(gazetteer, country),
            division: division.map(|division| gazetteer.name(division).to_owned()),
            kind: self.kind()?,
        };
        Ok((place, division))
    }

    fn degrees(&self, column: &str, most: i32) -> Result<i32, OwnPlacesError> {
        let cell = (self.cell)(column);
        let Some(degrees) = hundred_thousandths(cell) else {
            let hint = if cell.contains(',') { "; write a point, not a comma" } else { "" };
            return Err(error(self.line, Some(column), format!("\"{cell}\" are no degrees{hint}")));
        };
        if degrees.abs() > most * Point::DEGREE {
            let problem = format!("{cell} is not between -{most} and {most}");
            return Err(error(self.line, Some(column), problem));
        }
        Ok(degrees)
    }

    fn country(&self, gazetteer: &Gazetteer) -> Result<CountryCode, OwnPlacesError> {
        let cell = (self.cell)("country");
        if cell.is_empty() {
            return Ok(CountryCode::default());
        }
        country_of(gazetteer, cell).ok_or_else(|| {
            let problem =
                format!("no country is called \"{cell}\"; a code of two letters (SY) or a name will do");
            error(self.line, Some("country"), problem)
        })
    }

    fn division(
        &self,
        gazetteer: &Gazetteer,
        country: CountryCode,
    ) -> Result<Option<PlaceIdx>, OwnPlacesError> {
        let cell = (self.cell)("division");
        if cell.is_empty() {
            return Ok(None);
        }
        let found = division_called(gazetteer, country, cell);
        found.map(Some).ok_or_else(|| {
            let problem = match country_name(gazetteer, country) {
                Some(country) => format!("no first-order division of {country} is called \"{cell}\""),
                None => "a division needs its country in the same line".to_owned(),
            };
            error(self.line, Some("division"), problem)
        })
    }

    fn kind(&self) -> Result<Kind, OwnPlacesError> {
        let cell = (self.cell)("kind").to_lowercase();
        if cell.is_empty() {
            return Ok(Kind::Site);
        }
        Kind::from_name(&cell).ok_or_else(|| {
            let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
            error(
                self.line,
                Some("kind"),
                format!("no kind is called \"{cell}\"; these are: {}", known.join(", ")),
            )
        })
    }
}

fn error(line: usize, column: Option<&str>, problem: String) -> OwnPlacesError {
    OwnPlacesError { line, column: column.map(str::to_owned), problem }
}

fn columns(line: usize, head: &[String]) -> Result<BTreeMap<&'static str, usize>, OwnPlacesError> {
    let mut columns = BTreeMap::new();
    for (at, name) in head.iter().enumerate() {
        let name = name.trim().to_lowercase();
        let Some(known) = COLUMNS.iter().find(|known| **known == name) else {
            let problem = format!("no column has this name; these are known: {}", COLUMNS.join(", "));
            return Err(error(line, Some(&name), problem));
        };
        if columns.insert(*known, at).is_some() {
            return Err(error(line, Some(known), "the column is there twice".to_owned()));
        }
    }
    match COLUMNS[..NEEDED].iter().find(|needed| !columns.contains_key(**needed)) {
        Some(missing) => Err(error(line, Some(missing), "the column is missing".to_owned())),
        None => Ok(columns),
    }
}

/// Degrees in decimal digits as whole hundred-thousandths; what is finer is cut off.
fn hundred_thousandths(cell: &str) -> Option<i32> {
    let (is_negative, digits) = match cell.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (true, digits),
        None => (false, cell.strip_prefix('+').unwrap_or(cell)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !is_number(whole) || !is_number(part) {
        return None;
    }
    let part: String = part.chars().chain("00000".chars()).take(5).collect();
    let size = whole.parse::<i32>().ok()? * Point::DEGREE + part.parse::<i32>().ok()?;
    Some(if is_negative { -size } else { size })
}

/// The records of a table with the line on which each begins; empty lines are passed over. Cells may stand between quotation marks, where two
/// of them are one.
fn records(text: &str) -> Result<Vec<(usize, Vec<String>)>, OwnPlacesError> {
    let mut records = Vec::new();
    let mut rest = text.chars().peekable();
    let mut line = 1;
    while rest.peek().is_some() {
        let first = line;
        let mut cells = vec![String::new()];
        let mut is_quoted = false;
        loop {
            let cell = cells.last_mut().map_or(0, |cell| cell.len());
            match rest.next() {
                None if is_quoted => {
                    return Err(error(first, None, "a quotation mark is never closed".to_owned()));
                }
                None => break,
                Some('"') if is_quoted && rest.peek() == Some(&'"') => {
                    rest.next();
                    push(&mut cells, '"');
                }
                Some('"') if is_quoted => is_quoted = false,
                Some('"') if cell == 0 => is_quoted = true,
                Some('\n') if !is_quoted => {
                    line += 1;
                    break;
                }
                Some('\r') if !is_quoted => {}
                Some(',') if !is_quoted => cells.push(String::new()),
                Some(c) => {
                    line += usize::from(c == '\n');
                    push(&mut cells, c);
                }
            }
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            records.push((first, cells));
        }
    }
    Ok(records)
}

fn push(cells: &mut [String], c: char) {
    if let Some(cell) = cells.last_mut() {
        cell.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gazetteer() -> &'static Gazetteer {
        stemma_assets::places().expect("what the program brings along is whole")
    }

    fn read(text: &str) -> Result<OwnPlaces, String> {
        OwnPlaces::from_csv(text, gazetteer()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_list_is_read() {
        let own = read(
            "\u{feff}Name,Longitude,Latitude,Country,Kind,Aliases\r\n\
             \"Ward 7, Harrow End\",-0.5,51.25,GB,quarter,Ward Seven; W7\r\n\
             \r\n\
             Old \"\"Mill,36.3,+33.47,Syria,,\r\n",
        )
        .expect("it is as it should be");
        let [ward, mill] = own.places() else { panic!("{own:?}") };
        assert_eq!((ward.name.as_str(), ward.kind), ("Ward 7, Harrow End", Kind::Quarter));
        assert_eq!((ward.point.latitude, ward.point.longitude), (5_125_000, -50_000));
        assert_eq!((mill.country.letters(), mill.kind), ("SY", Kind::Site));
        assert_eq!(own.find("ward seven"), [0]);
        assert_eq!(own.find("w7"), [0]);
        assert_eq!(own.find("harrow end"), [0u32; 0]);
    }

    #[test]
    fn a_division_is_found_by_its_name_with_or_without_its_kind() {
        let own = read(
            "name,latitude,longitude,country,division\nMill,36.1,33.2,Syria,Idlib\nFord,1,2,US,texas\nPier,1,2,US,\n",
        )
        .expect("it is as it should be");
        let divisions: Vec<Option<&str>> = own.places().iter().map(|one| one.division.as_deref()).collect();
        assert_eq!(divisions, [Some("Idlib"), Some("Texas"), None]);
        let others =
            read("name,latitude,longitude,country\nMill,36.1,33.2,Syria\nFord,1,2,US\nPier,1,2,US\n")
                .expect("it is as it should be");
        assert_ne!(own.table().sha256, others.table().sha256, "the list has another hash");
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, said) in [
            ("", "line 1: the list is empty; it begins with the names of its columns"),
            ("name,latitude\n", "line 1, column \"longitude\": the column is missing"),
            ("name,latitude,longitude,name\n", "line 1, column \"name\": the column is there twice"),
            (
                "name,latitude,longitude,colour\n",
                "line 1, column \"colour\": no column has this name; these are known: name, latitude, longitude, country, \
                 division, kind, aliases",
            ),
            ("name,latitude,longitude\nA,1\n", "line 2: it has 2 cells where the head has 3"),
            ("name,latitude,longitude\n,1,2\n", "line 2, column \"name\": a place needs a name"),
            ("name,latitude,longitude\nA,north,2\n", "line 2, column \"latitude\": \"north\" are no degrees"),
            (
                "name,latitude,longitude\nA,\"1,5\",2\n",
                "line 2, column \"latitude\": \"1,5\" are no degrees; write a point, not a comma",
            ),
            (
                "name,latitude,longitude\nA,91,2\n",
                "line 2, column \"latitude\": 91 is not between -90 and 90",
            ),
            (
                "name,latitude,longitude\nA,1,-181.5\n",
                "line 2, column \"longitude\": -181.5 is not between -180 and 180",
            ),
            (
                "name,latitude,longitude,country\n\nA,1,2,Nowhere\n",
                "line 3, column \"country\": no country is called \"Nowhere\"; a code of two letters (SY) or a name will do",
            ),
            (
                "name,latitude,longitude,country,division\nA,1,2,SY,Texas\n",
                "line 2, column \"division\": no first-order division of Syria is called \"Texas\"",
            ),
            (
                "name,latitude,longitude,country,division\nA,1,2,,Texas\n",
                "line 2, column \"division\": a division needs its country in the same line",
            ),
            ("name,latitude,longitude\n\"A,1,2\n", "line 2: a quotation mark is never closed"),
            (
                "name,latitude,longitude\n---,1,2\n",
                "line 2, column \"name\": \"---\" has neither letters nor digits",
            ),
        ] {
            assert_eq!(read(text).expect_err(text), said, "{text}");
        }
        let said = read("name,latitude,longitude,kind\nA,1,2,hamlet\n").expect_err("no such kind");
        assert!(
            said.starts_with("line 2, column \"kind\": no kind is called \"hamlet\"; these are: country,"),
            "{said}"
        );
    }

    proptest::proptest! {
        #[test]
        fn no_list_is_too_strange_to_be_answered(text in "(name|latitude|longitude|[,;\"\r\n]|-?[0-9.]{1,9}|\\PC){0,40}") {
            _ = read(&text);
            _ = read(&format!("name,latitude,longitude\n{text}"));
        }
    }
}
