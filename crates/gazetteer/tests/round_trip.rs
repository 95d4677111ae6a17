//! Rows into bytes and back: what was written is found, and no bytes do harm.

use proptest::prelude::*;
use stemma_gazetteer::{CountryCode, Gazetteer, GazetteerError, Kind, NameClass, Point, Row, bytes_of, fold};

fn row(id: u32, name: &str, country: &str, division: &str, kind: Kind) -> Row {
    Row {
        id,
        name: name.to_owned(),
        names: Vec::new(),
        latitude: 3_351_000,
        longitude: 3_629_000,
        country: CountryCode::of(country).expect("a code"),
        division: division.to_owned(),
        district: String::new(),
        population: id * 10,
        kind,
    }
}

fn few() -> Vec<Row> {
    let mut town = row(4, "Dayr az-Zawr", "SY", "07", Kind::Seat);
    town.names = vec![("Deir ez-Zor".to_owned(), NameClass::Other)];
    let mut country = row(1, "Syria", "SY", "", Kind::Country);
    country.names = vec![("Syrian".to_owned(), NameClass::Demonym), ("S.Y.".to_owned(), NameClass::Short)];
    vec![
        country,
        row(2, "Deir ez-Zor", "SY", "07", Kind::Division),
        town,
        row(3, "Paris", "FR", "11", Kind::Capital),
        row(5, "Paris", "US", "TX", Kind::City),
        row(6, "Aegean Sea", "", "", Kind::Sea),
    ]
}

fn ids(gazetteer: &Gazetteer, name: &str) -> Vec<(u32, NameClass, bool)> {
    let hits = gazetteer.find(name).into_iter();
    hits.map(|hit| (gazetteer.known(hit.place).id, hit.class, hit.is_loose)).collect()
}

#[test]
fn places_are_found_by_all_their_names() {
    let gazetteer = Gazetteer::from_bytes(&bytes_of(&few())).expect("it was just written");
    assert_eq!(gazetteer.len(), 6);
    assert_eq!(ids(&gazetteer, "PARIS"), [(3, NameClass::Own, false), (5, NameClass::Own, false)]);
    assert_eq!(ids(&gazetteer, "deir ez zor"), [(4, NameClass::Other, false), (2, NameClass::Own, false)]);
    assert_eq!(ids(&gazetteer, "Syrian"), [(1, NameClass::Demonym, false)]);
    assert_eq!(ids(&gazetteer, "SY"), [(1, NameClass::Short, false)]);
    assert_eq!(ids(&gazetteer, "the Aegean Sea"), [(6, NameClass::Own, false)]);
    assert_eq!(ids(&gazetteer, "nowhere"), []);
    // Only where no name is equal, and only in countries whose names come through a romanisation.
    assert_eq!(ids(&gazetteer, "Deir Ezzor"), [(4, NameClass::Other, true), (2, NameClass::Other, true)]);
    assert_eq!(ids(&gazetteer, "Baris"), []);
}

#[test]
fn what_holds_a_place_is_known() {
    let gazetteer = Gazetteer::from_bytes(&bytes_of(&few())).expect("it was just written");
    let town = gazetteer.find("Dayr az-Zawr")[0].place;
    let name = |place| gazetteer.name(place).to_owned();
    assert_eq!(gazetteer.division_of(town).map(name), Some("Deir ez-Zor".to_owned()));
    assert_eq!(gazetteer.country_of(town).map(name), Some("Syria".to_owned()));
    assert_eq!(gazetteer.district_of(town), None);
    let sea = gazetteer.find("Aegean Sea")[0].place;
    assert_eq!((gazetteer.division_of(sea), gazetteer.country_of(sea)), (None, None));
    assert!(gazetteer.group(sea).country.is_none());
}

#[test]
fn what_is_no_gazetteer_says_so() {
    let error = |bytes: &[u8]| Gazetteer::from_bytes(bytes).err().map(|error| error.to_string());
    let whole = bytes_of(&few());
    assert_eq!(error(b""), Some("this is no gazetteer of stemma (its first bytes are others)".to_owned()));
    assert_eq!(error(b"STEMLANG----"), error(b""));
    assert_eq!(error(&whole[..20]), Some("the gazetteer is damaged: it ends early".to_owned()));
    let said = Some("the gazetteer is damaged: its hash is not the one it states".to_owned());
    assert_eq!(error(&whole[..whole.len() - 1]), said);
    let mut other = whole.clone();
    other[8] = 9;
    assert_eq!(
        Gazetteer::from_bytes(&other).err(),
        Some(GazetteerError::OtherFormat { found: 9, expected: 1 })
    );
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let mut rows = few();
    let bytes = bytes_of(&rows);
    rows.reverse();
    assert_eq!(bytes_of(&rows), bytes);
}

fn any_row() -> impl Strategy<Value = Row> {
    let names = proptest::collection::vec(("[A-Za-zé' -]{0,12}", 0..4usize), 0..4);
    let place = (-9_000_000..=9_000_000i32, -18_000_000..=18_000_000i32);
    (
        1..50u32,
        "[A-Z][a-zūé-]{0,9}",
        names,
        place,
        0..3usize,
        "[A-Z0-9]{0,2}",
        any::<u32>(),
        0..Kind::ALL.len(),
    )
        .prop_map(|(id, name, names, (latitude, longitude), country, division, population, kind)| Row {
            id,
            name,
            names: names.into_iter().map(|(name, class)| (name, NameClass::ALL[class])).collect(),
            latitude,
            longitude,
            country: CountryCode::of(["SY", "FR", ""][country]).expect("a code"),
            division,
            district: String::new(),
            population,
            kind: Kind::ALL[kind],
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read(rows in proptest::collection::vec(any_row(), 0..30)) {
        let mut rows = rows;
        rows.sort_by_key(|row| row.id);
        rows.dedup_by_key(|row| row.id);
        let gazetteer = Gazetteer::from_bytes(&bytes_of(&rows)).expect("it was just written");
        prop_assert_eq!(gazetteer.len(), rows.len());
        for row in &rows {
            for (name, class) in row.names.iter().chain([&(row.name.clone(), NameClass::Own)]) {
                if fold(name).is_empty() {
                    continue;
                }
                let hits = gazetteer.find(name);
                let hit = hits.iter().find(|hit| gazetteer.known(hit.place).id == row.id);
                let hit = hit.expect("each name leads to its place");
                prop_assert!(hit.class <= *class && !hit.is_loose);
                let known = gazetteer.known(hit.place);
                prop_assert_eq!(known.point, Point { latitude: row.latitude, longitude: row.longitude });
                prop_assert_eq!((known.population, known.kind), (row.population, row.kind));
                prop_assert_eq!(gazetteer.name(hit.place), &row.name);
                let group = gazetteer.group(hit.place);
                prop_assert_eq!((group.country, &group.division), (row.country, &row.division));
            }
        }
    }

    #[test]
    fn changed_bytes_are_an_error(rows in proptest::collection::vec(any_row(), 1..5), at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let mut bytes = bytes_of(&rows);
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(Gazetteer::from_bytes(&bytes).is_err());
    }
}
