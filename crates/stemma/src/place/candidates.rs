//! Which places may a name stand for, and how well known is each by itself?
//!
//! A name is looked up as it stands; only where that finds nothing, without words that say what it names ("Homs province", "northern Homs",
//! "the city of Homs", "Zaatari refugee camp").

use super::atlas::{Atlas, Entry, Hit};
use stemma_gazetteer::{Kind, NameClass, fold};

/// A place that a name may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub entry: Entry,
    /// Whether the name is written otherwise and only sounds alike.
    pub is_loose: bool,
    /// Whether the name has words around that of the place.
    pub is_part: bool,
    /// Whether the name is what people or things of the place are called.
    pub is_demonym: bool,
    /// How well known the place is by this name: hundredths of a doubling of its people.
    pub prior: i32,
}

/// The most candidates of a name that are weighed, best known first. The most frequent name of a place that the gazetteer has stands for
/// some hundreds, which all bear it as villages of a few hundred people.
const MOST: usize = 300;

/// A doubling, in hundredths.
pub(super) const DOUBLING: i32 = 100;

/// A country is better known than a town of as many people.
const COUNTRY: i32 = 3 * DOUBLING;
/// A first-order division is less meant by a name than a town of as many people: "New York", "Washington".
const DIVISION: i32 = -5 * DOUBLING / 2;
/// A second-order one much less: most bear the names of their seats.
const DISTRICT: i32 = -4 * DOUBLING;
/// The capital of a country.
const CAPITAL: i32 = 2 * DOUBLING;
/// The seat of a first-order division.
const SEAT: i32 = DOUBLING / 2;
/// A part of a town.
const QUARTER: i32 = -2 * DOUBLING;
/// A name that is not the one the place is listed under.
const OTHER_NAME: i32 = -3 * DOUBLING / 2;
/// The same where another place is listed under the very name: most such names are of other centuries or languages.
const OTHERS_NAME: i32 = -2 * DOUBLING;
/// A town that bears the name of the country that it lies in, unless the words call it a town ("Mexico").
const COUNTRY_S_NAME: i32 = -10 * DOUBLING;
/// A name that only sounds alike.
const LOOSE: i32 = -2 * DOUBLING;
/// A place of a kind that the words around the name do not say.
const WRONG_KIND: i32 = -6 * DOUBLING;

/// Adds the places of a longer name of the report to those of one that is short for it ("DeKalb" after "DeKalb County").
pub(super) fn add_longer(found: &mut Vec<Candidate>, longer: &[Candidate]) {
    for candidate in longer.iter().filter(|candidate| !candidate.is_part && !candidate.is_loose) {
        if found.iter().all(|known| known.entry != candidate.entry) {
            found.push(*candidate);
        }
    }
}

/// Words with which a name is written in full.
pub(super) fn is_generic(word: &str) -> bool {
    BEHIND.iter().any(|(behind, _)| *behind == word)
}

/// The places that words may name; the best known first.
pub(super) fn candidates(atlas: Atlas, words: &str) -> Vec<Candidate> {
    let folded = fold(words);
    let mut found = of_hits(atlas, words, &folded, atlas.find(&folded), None);
    if found.is_empty() || found.iter().all(|candidate| candidate.is_loose) {
        for (name, wanted) in without_words(&folded) {
            let hits = atlas.find(&name);
            let is_listed = hits.iter().any(|hit| !hit.is_loose);
            if !hits.is_empty() && (is_listed || found.is_empty()) {
                let part = of_hits(atlas, words, &name, hits, Some(wanted));
                if !part.is_empty() {
                    found = part;
                    break;
                }
            }
        }
    }
    add_seats(atlas, words, &folded, &mut found);
    below_country(atlas, &mut found);
    found.sort_by_key(|candidate| (std::cmp::Reverse(candidate.prior), candidate.entry));
    found.truncate(MOST);
    found
}

/// A division is mostly called like its seat. Where a writing is only listed for the division, towns in it whose names sound alike are candidates too.
fn add_seats(atlas: Atlas, words: &str, folded: &str, found: &mut Vec<Candidate>) {
    if found.is_empty() || found.iter().any(|candidate| atlas.kind(candidate.entry) != Kind::Division) {
        return;
    }
    let mut hits = atlas.find_alike(folded);
    hits.retain(|hit| {
        atlas.kind(hit.entry).is_populated()
            && found.iter().any(|division| atlas.holds(division.entry, hit.entry))
    });
    let seats = of_hits(atlas, words, folded, hits, None);
    // It is no guess by sound alone: the division vouches for it.
    found.extend(seats.into_iter().map(|seat| Candidate {
        is_loose: false,
        prior: seat.prior - LOOSE,
        ..seat
    }));
}

/// Where a name is that of a country, towns in it are hardly meant by it.
fn below_country(atlas: Atlas, found: &mut [Candidate]) {
    let is_country =
        |candidate: &&Candidate| atlas.kind(candidate.entry) == Kind::Country && !candidate.is_demonym;
    let countries: Vec<Entry> = found.iter().filter(is_country).map(|candidate| candidate.entry).collect();
    for candidate in found.iter_mut() {
        if countries.iter().any(|country| atlas.holds(*country, candidate.entry)) {
            candidate.prior += COUNTRY_S_NAME;
        }
    }
}

/// What words around a name say of the kind of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Town,
    Division,
    Camp,
    /// Anything: the words only say which part.
    Part,
}

impl Wanted {
    fn fits(self, kind: Kind) -> bool {
        match self {
            Wanted::Town => kind.is_populated(),
            Wanted::Division => matches!(kind, Kind::Division | Kind::District),
            Wanted::Camp => kind == Kind::Camp,
            Wanted::Part => true,
        }
    }
}

/// Words before a name, with "of", that say what it names.
const BEFORE: [(&str, Wanted); 19] = [
    ("city of", Wanted::Town),
    ("town of", Wanted::Town),
    ("township of", Wanted::Town),
    ("village of", Wanted::Town),
    ("borough of", Wanted::Town),
    ("hamlet of", Wanted::Town),
    ("municipality of", Wanted::Town),
    ("port of", Wanted::Town),
    ("suburb of", Wanted::Part),
    ("state of", Wanted::Division),
    ("province of", Wanted::Division),
    ("governorate of", Wanted::Division),
    ("region of", Wanted::Division),
    ("district of", Wanted::Division),
    ("department of", Wanted::Division),
    ("county of", Wanted::Division),
    ("county", Wanted::Division),
    ("island of", Wanted::Part),
    ("republic of", Wanted::Part),
];

/// Words behind a name that say what it names.
const BEHIND: [(&str, Wanted); 36] = [
    ("city", Wanted::Town),
    ("town", Wanted::Town),
    ("village", Wanted::Town),
    ("township", Wanted::Town),
    ("borough", Wanted::Town),
    ("municipality", Wanted::Town),
    ("metropolitan area", Wanted::Town),
    ("metro area", Wanted::Town),
    ("county", Wanted::Division),
    ("parish", Wanted::Division),
    ("province", Wanted::Division),
    ("governorate", Wanted::Division),
    ("state", Wanted::Division),
    ("district", Wanted::Division),
    ("region", Wanted::Division),
    ("oblast", Wanted::Division),
    ("prefecture", Wanted::Division),
    ("department", Wanted::Division),
    ("division", Wanted::Division),
    ("canton", Wanted::Division),
    ("territory", Wanted::Division),
    ("emirate", Wanted::Division),
    ("refugee camp", Wanted::Camp),
    ("camp", Wanted::Camp),
    ("area", Wanted::Part),
    ("areas", Wanted::Part),
    ("countryside", Wanted::Part),
    ("suburbs", Wanted::Part),
    ("outskirts", Wanted::Part),
    ("neighborhood", Wanted::Part),
    ("neighbourhood", Wanted::Part),
    ("island", Wanted::Part),
    ("islands", Wanted::Part),
    ("peninsula", Wanted::Part),
    ("desert", Wanted::Part),
    ("river", Wanted::Part),
];

/// Which kinds of places a word behind a name says that it names; none for words that say nothing of the kind.
pub(super) fn kind_of_word(word: &str) -> Option<fn(Kind) -> bool> {
    let wanted = BEHIND.iter().find(|(behind, _)| *behind == word).map(|(_, wanted)| *wanted);
    match (wanted, word) {
        (Some(Wanted::Town), _) => Some(|kind| Wanted::Town.fits(kind)),
        (Some(Wanted::Division), _) => Some(|kind| Wanted::Division.fits(kind)),
        (Some(Wanted::Camp), _) | (_, "refugee") => Some(|kind| Wanted::Camp.fits(kind)),
        (_, "desert") => Some(|kind| kind == Kind::Desert),
        (_, "river") => Some(|kind| kind == Kind::River),
        (_, "island" | "islands") => Some(|kind| kind == Kind::Island),
        _ => None,
    }
}

/// Words before a name that say which part of its place is meant.
const DIRECTIONS: [&str; 41] = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
    "north eastern", "north western", "south eastern", "south western", "north east", "north west",
    "south east", "south west", "upper", "lower", "greater", "downtown", "uptown", "midtown", "inner",
    "outer", "mid", "rural", "old", "metro", "metropolitan", "suburban", "occupied", "mainland",
];

/// Whether a folded name consists of words that only say which part or kind of place ("the West", "Central").
pub(super) fn says_nothing(folded: &str) -> bool {
    folded.split(' ').all(|word| DIRECTIONS.contains(&word) || is_generic(word))
}

/// The names that are left without such words, each with what those say.
fn without_words(folded: &str) -> Vec<(String, Wanted)> {
    let mut names = Vec::new();
    for (before, wanted) in BEFORE {
        if let Some(rest) = folded.strip_prefix(before).and_then(|rest| rest.strip_prefix(' ')) {
            names.push((rest.to_owned(), wanted));
            if before == "county" {
                names.push((format!("{rest} county"), wanted));
            }
        }
    }
    for (behind, wanted) in BEHIND {
        if let Some(rest) = folded.strip_suffix(behind).and_then(|rest| rest.strip_suffix(' ')) {
            if behind == "county" {
                names.push((format!("county {rest}"), wanted));
            }
            names.push((rest.to_owned(), wanted));
        }
    }
    for direction in DIRECTIONS {
        if let Some(rest) = folded.strip_prefix(direction).and_then(|rest| rest.strip_prefix(' ')) {
            names.push((rest.to_owned(), Wanted::Part));
        }
    }
    // "DeKalb" for what is only listed as "DeKalb County".
    if !folded.ends_with(" county") && !folded.ends_with(" parish") {
        names.extend(["county", "parish"].map(|kind| (format!("{folded} {kind}"), Wanted::Division)));
    }
    // "California's", whatever the apostrophe.
    if let Some(rest) = folded.strip_suffix('s').filter(|rest| rest.len() > 3) {
        names.push((rest.to_owned(), Wanted::Part));
    }
    names
}

fn of_hits(
    atlas: Atlas,
    words: &str,
    folded: &str,
    hits: Vec<Hit>,
    wanted: Option<Wanted>,
) -> Vec<Candidate> {
    let has_fitting = |wanted: Wanted| hits.iter().any(|hit| wanted.fits(atlas.kind(hit.entry)));
    // A name without the words that say what it is may be listed under another kind ("Kunar" for a province, "Zaatari" for a camp).
    let wanted = wanted.filter(|wanted| has_fitting(*wanted));
    let is_own_of_one = hits.iter().any(|hit| hit.class == NameClass::Own && !hit.is_loose);
    hits.iter()
        .filter(|hit| hit.class != NameClass::Short || is_short_form(words))
        .map(|hit| {
            let kind = atlas.kind(hit.entry);
            let mut prior = prior(atlas, hit, folded);
            if is_own_of_one && !is_own(atlas, hit, folded) && !is_large(kind) {
                prior += OTHERS_NAME;
            }
            if wanted.is_some_and(|wanted| !wanted.fits(kind)) {
                prior += WRONG_KIND;
            }
            Candidate {
                entry: hit.entry,
                is_loose: hit.is_loose,
                is_part: wanted == Some(Wanted::Part),
                is_demonym: hit.class == NameClass::Demonym,
                prior,
            }
        })
        .collect()
}

/// Short forms are written in capitals or with a full stop, or with a capital and some letters: "US", "U.S.", "Ont.", "Qld", but not "us".
pub(super) fn is_short_form(words: &str) -> bool {
    let letters: Vec<char> = words.chars().filter(|c| c.is_alphabetic()).collect();
    let has_capital = letters.first().is_some_and(|letter| letter.is_uppercase());
    has_capital
        && (letters.iter().all(|letter| letter.is_uppercase()) || words.contains('.') || letters.len() > 2)
}

/// How well known a place is by a name, in hundredths of a doubling of its people.
fn prior(atlas: Atlas, hit: &Hit, folded: &str) -> i32 {
    let kind = atlas.kind(hit.entry);
    let people = doublings(atlas.population(hit.entry));
    // Where nobody counts people, what a place of the kind is worth beside towns.
    let known = match kind {
        Kind::Country => people.max(10 * DOUBLING) + COUNTRY,
        Kind::Division => people + DIVISION,
        Kind::District => people + DISTRICT,
        Kind::Capital => people + CAPITAL,
        Kind::Seat => people + SEAT,
        Kind::City => people.max(8 * DOUBLING),
        Kind::Quarter => people.max(15 * DOUBLING) + QUARTER,
        Kind::Continent => 32 * DOUBLING,
        Kind::Sea => 21 * DOUBLING,
        Kind::Region => 20 * DOUBLING,
        Kind::River | Kind::Desert | Kind::Island => 18 * DOUBLING,
        Kind::Lake | Kind::Mountain => 17 * DOUBLING,
        Kind::Camp | Kind::Site => 16 * DOUBLING,
    };
    let penalty = if is_own(atlas, hit, folded) || is_large(kind) { 0 } else { OTHER_NAME };
    known + penalty + if hit.is_loose { LOOSE } else { 0 }
}

/// Whether a place is listed under a name, or under it with "City".
fn is_own(atlas: Atlas, hit: &Hit, folded: &str) -> bool {
    hit.class == NameClass::Own || {
        let own = fold(atlas.name(hit.entry));
        own == folded || own.strip_suffix(" city") == Some(folded)
    }
}

/// Whether other names of places of a kind are as well known as those that they are listed under ("America").
fn is_large(kind: Kind) -> bool {
    matches!(kind, Kind::Country | Kind::Division | Kind::Continent | Kind::Region)
}

/// The binary logarithm of a number, in hundredths; between powers of two it runs straight.
pub(super) fn doublings(number: u32) -> i32 {
    if number == 0 {
        return 0;
    }
    let whole = number.ilog2();
    let rest = u64::from(number) - (1u64 << whole);
    whole as i32 * DOUBLING + ((rest * DOUBLING as u64) >> whole) as i32
}
