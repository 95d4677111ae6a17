//! What is said of a place: the nouns. No algorithm.

/// A country by its two letters in ISO 3166; two zero bytes for what belongs to none (a sea) or to several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CountryCode(pub [u8; 2]);

impl CountryCode {
    /// The code that two letters are, in capitals; none for an empty text.
    pub fn of(letters: &str) -> Option<Self> {
        match letters.as_bytes() {
            [] => Some(Self::default()),
            [a, b] if a.is_ascii_uppercase() && b.is_ascii_uppercase() => Some(Self([*a, *b])),
            _ => None,
        }
    }

    /// Its letters; empty for none.
    pub fn letters(&self) -> &str {
        if self.is_none() { "" } else { str::from_utf8(&self.0).unwrap_or_default() }
    }

    /// Whether it stands for no country.
    pub fn is_none(self) -> bool {
        self.0 == [0, 0]
    }
}

/// Declares the kinds with their names and numbers, in one place.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal,)+) => {
        /// What kind of place it is. The order is that of the file format: new ones come last.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[doc = $doc])+ $kind,)+ }

        impl Kind {
            /// All kinds, in the order of their numbers in a file.
            pub const ALL: &[Kind] = &[$(Kind::$kind,)+];

            /// The kind as a word, in lists and on screens.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$kind => $name,)+ }
            }
        }
    };
}

kinds! {
    /// A country or a territory with a code of its own.
    Country = "country",
    /// A first-order division: a state, province, governorate.
    Division = "division",
    /// A second-order division: a county, parish, district.
    District = "district",
    /// The capital of a country.
    Capital = "capital",
    /// The seat of a first-order division.
    Seat = "seat",
    /// A populated place.
    City = "city",
    /// A part of a populated place.
    Quarter = "quarter",
    /// A camp of refugees or displaced people.
    Camp = "camp",
    /// A continent.
    Continent = "continent",
    /// A region: part of a country, or of several; also one of history.
    Region = "region",
    /// An ocean, sea, gulf, bay, strait or channel.
    Sea = "sea",
    /// A lake.
    Lake = "lake",
    /// A river.
    River = "river",
    /// A desert.
    Desert = "desert",
    /// A mountain, a range, a volcano.
    Mountain = "mountain",
    /// An island or a group of islands.
    Island = "island",
    /// A place that people made and that is no town: a base, a park, a crossing.
    Site = "site",
}

impl Kind {
    /// The kind that a word names.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether people live there as in a town.
    pub fn is_populated(self) -> bool {
        matches!(self, Kind::Capital | Kind::Seat | Kind::City | Kind::Quarter | Kind::Camp)
    }
}

/// What a name is to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameClass {
    /// The name that the place is listed under.
    Own,
    /// Another name or writing.
    Other,
    /// An abbreviation, which is common only beside another name ("Ind.", "NSW").
    Short,
    /// What its people are called, or what comes from there ("Syrian").
    Demonym,
}

impl NameClass {
    /// All classes, in the order of their numbers in a file.
    pub const ALL: [NameClass; 4] = [NameClass::Own, NameClass::Other, NameClass::Short, NameClass::Demonym];
}

/// What is said of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number at GeoNames; of a place that is not listed there, one of our own, from [`Row::OURS`] on.
    pub id: u32,
    /// The name that it is shown under.
    pub name: String,
    /// Its other names, each with what it is.
    pub names: Vec<(String, NameClass)>,
    /// Degrees north, in hundred-thousandths.
    pub latitude: i32,
    /// Degrees east, in hundred-thousandths.
    pub longitude: i32,
    /// The country.
    pub country: CountryCode,
    /// Code of its first-order division in the country; empty where it lies in none.
    pub division: String,
    /// Code of its second-order division in the first; empty where it lies in none.
    pub district: String,
    /// How many people live there; 0 where nobody does, or nobody says.
    pub population: u32,
    /// What kind of place it is.
    pub kind: Kind,
}

impl Row {
    /// The first number that no place of GeoNames has.
    pub const OURS: u32 = 3_000_000_000;

    /// The first number that no place of a gazetteer has: left for places of a user's own.
    pub const USERS: u32 = 4_200_000_000;
}
