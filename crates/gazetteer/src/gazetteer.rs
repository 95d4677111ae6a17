//! Bytes into places, names into places.

use crate::error::GazetteerError;
use crate::file::{LOOSE, Numbers, Parts, of_posting, part};
use crate::loose::loose;
use crate::row::{CountryCode, Kind, NameClass};
use crate::writing::LONGEST_NAME;
use crate::{Point, fold};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Which place of a gazetteer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceIdx(pub u32);

/// What is known of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Its number at GeoNames, or one of ours.
    pub id: u32,
    /// Where it is; of what is large, a point in it.
    pub point: Point,
    /// How many people live there; 0 where nobody does, or nobody says.
    pub population: u32,
    /// What kind of place it is.
    pub kind: Kind,
    /// Its group, counted from 0.
    group: u32,
    name: (u32, u8),
}

/// A country with a first-order and a second-order division, either of which may be empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// The country.
    pub country: CountryCode,
    /// Code of the first-order division; empty for places that lie in none.
    pub division: String,
    /// Code of the second-order division; empty for places that lie in none.
    pub district: String,
}

/// A place that bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The place.
    pub place: PlaceIdx,
    /// What the name is to it.
    pub class: NameClass,
    /// Whether only the loose key of the name fits.
    pub is_loose: bool,
}

/// The places of the world by their names.
#[derive(Debug)]
pub struct Gazetteer {
    names: fst::Map<Cow<'static, [u8]>>,
    postings: Cow<'static, [u8]>,
    places: Vec<Known>,
    groups: Vec<Group>,
    shown: String,
    countries: BTreeMap<CountryCode, PlaceIdx>,
    /// Of each group, the place that is its first-order division, and the one that is its second-order division.
    divisions: Vec<(Option<PlaceIdx>, Option<PlaceIdx>)>,
    hash: [u8; 32],
}

const NO_MAP: GazetteerError = GazetteerError::Damaged("its names are no map");

impl Gazetteer {
    /// Reads a gazetteer that lives as long as the program.
    pub fn from_static(bytes: &'static [u8]) -> Result<Self, GazetteerError> {
        let (parts, hash) = part(bytes)?;
        Self::of(parts, hash, Cow::Borrowed(parts.names), Cow::Borrowed(parts.postings))
    }

    /// Reads a gazetteer of which nobody knows where it comes from.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, GazetteerError> {
        let (parts, hash) = part(bytes)?;
        let (names, postings) = (parts.names.to_vec(), parts.postings.to_vec());
        let gazetteer = Self::of(parts, hash, Cow::Owned(names), Cow::Owned(postings))?;
        // A map with changed bytes would be looked up in without any check.
        gazetteer.names.as_fst().verify().map_err(|_| NO_MAP)?;
        Ok(gazetteer)
    }

    fn of(
        parts: Parts,
        hash: [u8; 32],
        names: Cow<'static, [u8]>,
        postings: Cow<'static, [u8]>,
    ) -> Result<Self, GazetteerError> {
        let names = fst::Map::new(names).map_err(|_| NO_MAP)?;
        let (groups, sizes) = groups(parts.groups)?;
        let (places, shown) = places(parts.places, &sizes)?;
        let (mut countries, mut by_group) = (BTreeMap::new(), BTreeMap::new());
        for (idx, known) in (0..).map(PlaceIdx).zip(&places) {
            let group = &groups[known.group as usize];
            match known.kind {
                Kind::Country => _ = countries.insert(group.country, idx),
                Kind::Division | Kind::District => _ = by_group.insert(group, idx),
                _ => {}
            }
        }
        let divisions = groups
            .iter()
            .map(|group| {
                let division = Group { district: String::new(), ..group.clone() };
                let is_districted = !group.district.is_empty();
                let district = if is_districted { by_group.get(group).copied() } else { None };
                (by_group.get(&division).copied(), district)
            })
            .collect();
        Ok(Gazetteer { names, postings, places, groups, shown, countries, divisions, hash })
    }

    /// SHA-256 of its contents: which gazetteer this is.
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// How many places it has.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// What is known of a place.
    pub fn known(&self, place: PlaceIdx) -> &Known {
        &self.places[place.0 as usize]
    }

    /// The name that a place is listed under.
    pub fn name(&self, place: PlaceIdx) -> &str {
        let (start, length) = self.known(place).name;
        &self.shown[start as usize..][..usize::from(length)]
    }

    /// Country and divisions of a place.
    pub fn group(&self, place: PlaceIdx) -> &Group {
        &self.groups[self.known(place).group as usize]
    }

    /// The country with a code.
    pub fn country(&self, code: CountryCode) -> Option<PlaceIdx> {
        self.countries.get(&code).copied()
    }

    /// The first-order division that a place lies in, or is.
    pub fn division_of(&self, place: PlaceIdx) -> Option<PlaceIdx> {
        self.divisions[self.known(place).group as usize].0
    }

    /// The second-order division that a place lies in, or is.
    pub fn district_of(&self, place: PlaceIdx) -> Option<PlaceIdx> {
        self.divisions[self.known(place).group as usize].1
    }

    /// The country that a place lies in, or is; none for seas, continents and what lies in several.
    pub fn country_of(&self, place: PlaceIdx) -> Option<PlaceIdx> {
        self.country(self.group(place).country)
    }

    /// Whether any place bears a name, as [`fold()`] writes it.
    pub fn has(&self, folded: &str) -> bool {
        self.names.contains_key(folded)
    }

    /// The places that bear a name, in their order; the loose key is asked for only where no name is equal.
    pub fn find(&self, name: &str) -> Vec<Hit> {
        self.find_folded(&fold(name))
    }

    /// The places that bear a folded name.
    pub fn find_folded(&self, folded: &str) -> Vec<Hit> {
        if folded.is_empty() || folded.len() > LONGEST_NAME {
            return Vec::new();
        }
        let exact = self.listed(folded, false);
        if !exact.is_empty() {
            return exact;
        }
        self.find_alike(folded)
    }

    /// The places with a name that sounds like a folded one, whether or not a name is equal.
    pub fn find_alike(&self, folded: &str) -> Vec<Hit> {
        if folded.len() > LONGEST_NAME {
            return Vec::new();
        }
        loose(folded).map_or_else(Vec::new, |key| self.listed(&format!("{LOOSE}{key}"), true))
    }

    fn listed(&self, key: &str, is_loose: bool) -> Vec<Hit> {
        let mut hits = Vec::new();
        let Some(value) = self.names.get(key) else { return hits };
        if value & 1 == 1 {
            self.add(value >> 1, 0, is_loose, &mut hits);
            return hits;
        }
        let mut list = Numbers(self.postings.get((value >> 1) as usize..).unwrap_or_default());
        let mut before = 0;
        for _ in 0..list.next().unwrap_or(0) {
            let Ok(posting) = list.next() else { break };
            before = self.add(posting, before, is_loose, &mut hits);
        }
        hits
    }

    /// Adds the place of a posting, which is so many after another; gives its number.
    fn add(&self, posting: u64, before: u32, is_loose: bool, hits: &mut Vec<Hit>) -> u32 {
        let (after, class) = of_posting(posting);
        let place = before.saturating_add(after);
        if (place as usize) < self.places.len() {
            hits.push(Hit { place: PlaceIdx(place), class, is_loose });
        }
        place
    }
}

fn groups(bytes: &[u8]) -> Result<(Vec<Group>, Vec<usize>), GazetteerError> {
    let mut numbers = Numbers(bytes);
    let (mut groups, mut sizes) = (Vec::new(), Vec::new());
    while !numbers.0.is_empty() {
        let country = numbers.take(2)?;
        let country = CountryCode([country[0], country[1]]);
        let mut code = || {
            let length: usize = numbers.small()?;
            text(numbers.take(length)?).map(str::to_owned)
        };
        groups.push(Group { country, division: code()?, district: code()? });
        sizes.push(numbers.small()?);
    }
    Ok((groups, sizes))
}

fn text(bytes: &[u8]) -> Result<&str, GazetteerError> {
    str::from_utf8(bytes).map_err(|_| GazetteerError::Damaged("a name is not UTF-8"))
}

fn places(bytes: &[u8], sizes: &[usize]) -> Result<(Vec<Known>, String), GazetteerError> {
    let mut numbers = Numbers(bytes);
    let mut shown = String::with_capacity(bytes.len());
    let mut places: Vec<Known> = Vec::new();
    let mut before =
        Known { id: 0, point: Point::default(), population: 0, kind: Kind::City, group: 0, name: (0, 0) };
    for (group, size) in (0..).zip(sizes) {
        for _ in 0..*size {
            let name = add_name(&mut numbers, before.name, &mut shown)?;
            let id = numbers.after(before.id.into())?;
            let latitude = numbers.after(before.point.latitude.into())?;
            let longitude = numbers.after(before.point.longitude.into())?;
            let point = Point::new(latitude, longitude).ok_or(GazetteerError::Damaged("no such point"))?;
            let population = numbers.small()?;
            let kind: usize = numbers.small()?;
            let kind = *Kind::ALL.get(kind).ok_or(GazetteerError::Damaged("no such kind of place"))?;
            before = Known { id, point, population, kind, group, name };
            places.push(before);
        }
    }
    if !numbers.0.is_empty() {
        return Err(GazetteerError::Damaged("it has more places than its groups"));
    }
    Ok((places, shown))
}

/// Reads a name and adds it to those shown.
fn add_name(
    numbers: &mut Numbers,
    before: (u32, u8),
    shown: &mut String,
) -> Result<(u32, u8), GazetteerError> {
    let (n_shared, n_more): (usize, usize) = (numbers.small()?, numbers.small()?);
    let more = text(numbers.take(n_more)?)?;
    let length =
        u8::try_from(n_shared + n_more).map_err(|_| GazetteerError::Damaged("a name is too long"))?;
    let start = before.0 as usize;
    if n_shared > usize::from(before.1) || !shown.is_char_boundary(start + n_shared) {
        return Err(GazetteerError::Damaged("a name has more of the one before than that has"));
    }
    let at = shown.len();
    shown.extend_from_within(start..start + n_shared);
    shown.push_str(more);
    Ok((at as u32, length))
}
