//! The gazetteer and the places of a user's own, behind one lookup.

use super::own::OwnPlaces;
use crate::model::{Place, Sha256, Table};
use stemma_gazetteer::file::FORMAT;
use stemma_gazetteer::{CountryCode, Gazetteer, Kind, NameClass, PlaceIdx, Point, fold};

/// All places that names are looked up in.
#[derive(Debug, Clone, Copy)]
pub struct Atlas<'a> {
    gazetteer: &'a Gazetteer,
    own: Option<&'a OwnPlaces>,
}

/// A place of an atlas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Entry {
    /// Of the gazetteer.
    Known(PlaceIdx),
    /// Of the user's list, counted from 0.
    Own(u32),
}

/// A place that bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub entry: Entry,
    pub class: NameClass,
    pub is_loose: bool,
}

impl Hit {
    fn of(hit: stemma_gazetteer::Hit) -> Self {
        Hit { entry: Entry::Known(hit.place), class: hit.class, is_loose: hit.is_loose }
    }
}

impl<'a> Atlas<'a> {
    /// An atlas without places of the user's own.
    pub fn new(gazetteer: &'a Gazetteer) -> Self {
        Atlas { gazetteer, own: None }
    }

    /// An atlas with places of the user's own, which come before all others of the same name.
    pub fn with(gazetteer: &'a Gazetteer, own: &'a OwnPlaces) -> Self {
        Atlas { gazetteer, own: Some(own) }
    }

    /// The places that bear a folded name: the user's own if there are any, or else those of the gazetteer.
    pub(super) fn find(&self, folded: &str) -> Vec<Hit> {
        if let Some(own) = self.own {
            let hits = own.find(folded);
            if !hits.is_empty() {
                let hit = |at: &u32| Hit { entry: Entry::Own(*at), class: NameClass::Own, is_loose: false };
                return hits.iter().map(hit).collect();
            }
        }
        self.gazetteer.find_folded(folded).into_iter().map(Hit::of).collect()
    }

    /// The places with a name that sounds like a folded one.
    pub(super) fn find_alike(&self, folded: &str) -> Vec<Hit> {
        self.gazetteer.find_alike(folded).into_iter().map(Hit::of).collect()
    }

    pub(super) fn kind(&self, entry: Entry) -> Kind {
        match entry {
            Entry::Known(place) => self.gazetteer.known(place).kind,
            Entry::Own(at) => self.own_place(at).map_or(Kind::Site, |place| place.kind),
        }
    }

    pub(super) fn point(&self, entry: Entry) -> Point {
        match entry {
            Entry::Known(place) => self.gazetteer.known(place).point,
            Entry::Own(at) => self.own_place(at).map(|place| place.point).unwrap_or_default(),
        }
    }

    pub(super) fn population(&self, entry: Entry) -> u32 {
        match entry {
            Entry::Known(place) => self.gazetteer.known(place).population,
            Entry::Own(_) => 0,
        }
    }

    pub(super) fn country(&self, entry: Entry) -> CountryCode {
        match entry {
            Entry::Known(place) => self.gazetteer.group(place).country,
            Entry::Own(at) => self.own_place(at).map(|place| place.country).unwrap_or_default(),
        }
    }

    /// The first-order division that a place lies in, or is.
    pub(super) fn division(&self, entry: Entry) -> Option<PlaceIdx> {
        match entry {
            Entry::Known(place) => self.gazetteer.division_of(place),
            Entry::Own(at) => self.own.and_then(|own| own.division(at)),
        }
    }

    /// The second-order division that a place lies in, or is.
    pub(super) fn district(&self, entry: Entry) -> Option<PlaceIdx> {
        match entry {
            Entry::Known(place) => self.gazetteer.district_of(place),
            Entry::Own(_) => None,
        }
    }

    pub(super) fn name(&self, entry: Entry) -> &'a str {
        match entry {
            Entry::Known(place) => self.gazetteer.name(place),
            Entry::Own(at) => self.own_place(at).map_or("", |place| &place.name),
        }
    }

    /// The place as a finding gives it.
    pub(super) fn place(&self, entry: Entry) -> Place {
        match entry {
            Entry::Known(place) => Place {
                id: self.gazetteer.known(place).id,
                name: self.gazetteer.name(place).to_owned(),
                point: self.point(entry),
                country: self.country(entry),
                country_name: country_name(self.gazetteer, self.country(entry)),
                division: self.division(entry).map(|division| self.gazetteer.name(division).to_owned()),
                kind: self.kind(entry),
            },
            Entry::Own(at) => self.own_place(at).cloned().unwrap_or_else(|| Place {
                id: 0,
                name: String::new(),
                point: Point::default(),
                country: CountryCode::default(),
                country_name: None,
                division: None,
                kind: Kind::Site,
            }),
        }
    }

    /// Whether one place lies in another, by country and divisions.
    pub(super) fn holds(&self, holder: Entry, held: Entry) -> bool {
        if holder == held {
            return false;
        }
        let is_same = |idx: Option<PlaceIdx>| idx.is_some_and(|idx| Entry::Known(idx) == holder);
        match self.kind(holder) {
            Kind::Country => self.country(holder) == self.country(held) && self.kind(held) != Kind::Country,
            Kind::Division => is_same(self.division(held)),
            Kind::District => is_same(self.district(held)),
            _ => false,
        }
    }

    /// Which lists are asked, as an account names them.
    pub fn tables(&self) -> Vec<Table> {
        let gazetteer = Table {
            name: "gazetteer".to_owned(),
            version: FORMAT,
            entries: self.gazetteer.len() as u64,
            sha256: Sha256(self.gazetteer.hash()),
        };
        std::iter::once(gazetteer).chain(self.own.map(OwnPlaces::table)).collect()
    }

    fn own_place(&self, at: u32) -> Option<&'a Place> {
        self.own.and_then(|own| own.places().get(at as usize))
    }
}

/// The name that a country is listed under.
pub(super) fn country_name(gazetteer: &Gazetteer, code: CountryCode) -> Option<String> {
    gazetteer.country(code).map(|country| gazetteer.name(country).to_owned())
}

/// The first-order division of a country that a name in a list stands for, with or without the word for its kind.
pub(super) fn division_called(gazetteer: &Gazetteer, country: CountryCode, name: &str) -> Option<PlaceIdx> {
    if country.is_none() {
        return None;
    }
    let folded = fold(name);
    let names = ["", " governorate", " province", " region", " state", " district"];
    let hits = names.iter().flat_map(|kind| gazetteer.find_folded(&format!("{folded}{kind}")));
    let mut divisions = hits.filter(|hit| {
        !hit.is_loose
            && gazetteer.known(hit.place).kind == Kind::Division
            && gazetteer.group(hit.place).country == country
    });
    divisions.next().map(|hit| hit.place)
}

/// A country that a name in a list stands for: its code, or any of its names.
pub(super) fn country_of(gazetteer: &Gazetteer, name: &str) -> Option<CountryCode> {
    let code = CountryCode::of(name).filter(|code| gazetteer.country(*code).is_some());
    code.or_else(|| {
        let hits = gazetteer.find_folded(&fold(name));
        let country = hits.iter().find(|hit| {
            gazetteer.known(hit.place).kind == Kind::Country
                && hit.class != NameClass::Demonym
                && !hit.is_loose
        });
        country.map(|hit| gazetteer.group(hit.place).country)
    })
}
