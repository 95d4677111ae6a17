//! Names of places in a report, and which places they stand for.

use super::{ByteRange, Span};
use stemma_gazetteer::{CountryCode, Kind, Point};

/// The name of a place as it stands in a report, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceMention {
    /// The words of the name.
    pub span: Span,
    /// How the name is used.
    pub usage: PlaceUsage,
    /// Which place it stands for.
    pub meaning: PlaceMeaning,
    /// How near the words come to a point on the map; absent where no place is known.
    pub precision: Option<PlacePrecision>,
    /// What spoke for the place that is named first, the weightiest reason first; empty where no place is known.
    pub reasons: Vec<PlaceReason>,
}

/// How the name of a place is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceUsage {
    /// As the name of a place ("in Homs").
    Name,
    /// For the people or things of a place ("Syrian forces", "the Syrians"): nothing happened there by that alone.
    People,
}

/// Which place a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceMeaning {
    /// One place.
    Chosen(Place),
    /// One of several, the likeliest first; at least two.
    Undecided(Vec<Place>),
    /// No place of this name is known.
    Unknown,
}

/// A place of the gazetteer, or of a list of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its number at GeoNames; from `Row::OURS` on one of our own, from `Row::USERS` on one of the user's.
    pub id: u32,
    /// The name that it is listed under.
    pub name: String,
    /// Where it is; of what is large, a point in it.
    pub point: Point,
    /// The country by its code; none for seas and what lies in several.
    pub country: CountryCode,
    /// The name that its country is listed under; absent where it has none.
    pub country_name: Option<String>,
    /// The name of the first-order division that holds it, or that it is; absent where it lies in none.
    pub division: Option<String>,
    /// What kind of place it is.
    pub kind: Kind,
}

/// How near words come to a point on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlacePrecision {
    /// A town, camp, quarter or site itself.
    Exact,
    /// Near such a place, or a part of it that has no point of its own ("outside Homs", "the Homs countryside").
    Near,
    /// A second-order division.
    District,
    /// A first-order division.
    Division,
    /// A region, river, desert, range or other thing without clear ends.
    Region,
    /// A country.
    Country,
    /// A sea.
    Sea,
    /// More than a country.
    Continent,
}

impl PlacePrecision {
    /// The grade that ACLED gives in `geo_precision` (1 the place, 2 its surroundings, 3 a larger region); none for what it would not code.
    pub fn acled(self) -> Option<u8> {
        match self {
            Self::Exact => Some(1),
            Self::Near | Self::District => Some(2),
            Self::Division | Self::Region => Some(3),
            Self::Country | Self::Sea | Self::Continent => None,
        }
    }

    /// The grade that UCDP gives in `where_prec` (1 the place, 2 within some 25 km, 3 second-order division, 4 first-order division, 5 a line or
    /// region, 6 a country, 7 a sea or the air above it); none for what is more than a country.
    pub fn ucdp(self) -> Option<u8> {
        match self {
            Self::Exact => Some(1),
            Self::Near => Some(2),
            Self::District => Some(3),
            Self::Division => Some(4),
            Self::Region => Some(5),
            Self::Country => Some(6),
            Self::Sea => Some(7),
            Self::Continent => None,
        }
    }
}

/// What speaks for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceReason {
    /// It is in the list of the user's own.
    Listed,
    /// The name stands beside that of a larger place which holds it ("Paris, Texas").
    Holder(ByteRange),
    /// Another name of the report stands for something near.
    Neighbour(ByteRange),
    /// So many other names of the report lie in the same first-order division.
    SameDivision(u32),
    /// So many other names of the report lie in the same country.
    SameCountry(u32),
    /// The word behind the name says what kind of place it is ("Homs province").
    KindWord,
    /// The names beside it are of places of the same kind ("Georgia, Armenia and Iran").
    Row,
    /// Other names of the report speak for it, but none by much.
    Others,
    /// Other reports of the same story, or of the same outlet, are about its surroundings.
    Surroundings,
    /// No other place has this name.
    Only,
    /// Of the places of this name it is the largest or best known.
    Largest,
    /// The name is not written as it is listed, but sounds alike ("Deir Ezzor").
    Sound,
    /// The name is that of a larger place with words that narrow it ("northern Homs").
    Part,
}

impl PlaceReason {
    /// The reason in words; `text` is that of the report.
    pub fn words(self, text: &str) -> String {
        let count = |n: u32, where_: &str| match n {
            1 => format!("another name in the report lies in the same {where_}"),
            n => format!("{n} other names in the report lie in the same {where_}"),
        };
        match self {
            Self::Listed => "it is in your own list".to_owned(),
            Self::Holder(range) => format!("it stands beside \"{}\", which holds it", range.of(text)),
            Self::Neighbour(range) => format!("\"{}\" is near", range.of(text)),
            Self::SameDivision(n) => count(n, "division"),
            Self::SameCountry(n) => count(n, "country"),
            Self::KindWord => "the word behind it says what kind of place it is".to_owned(),
            Self::Row => "the names beside it are of places of the same kind".to_owned(),
            Self::Others => "other names in the report speak for it, but none by much".to_owned(),
            Self::Surroundings => "other reports are about its surroundings".to_owned(),
            Self::Only => "no other place of this name is known".to_owned(),
            Self::Largest => "it is the largest or best known place of this name".to_owned(),
            Self::Sound => "it is listed under a name that sounds alike".to_owned(),
            Self::Part => "the words name it, or a part of it".to_owned(),
        }
    }
}
