//! No bytes make the readers of gazetteers and outlines panic, or what they have read: neither as they are, nor behind a head whose hash is
//! right, so that what lies behind the hash is reached. `fuzz/` asks the same of the files that the program brings along.

use proptest::prelude::*;
use sha2::{Digest, Sha256};
use stemma_gazetteer::{CountryCode, Gazetteer, Kind, NameClass, Outlines, Part, Point, Row, bytes_of};

/// Magic, number of the format, hash: what stands before the body.
const HEAD: usize = 8 + 4 + 32;

/// A body behind the head of a whole file, with the hash that it must have.
fn with_hash(whole: &[u8], body: &[u8]) -> Vec<u8> {
    [&whole[..12], &Sha256::digest(body), body].concat()
}

/// A whole file with some bytes changed behind its head, and the right hash.
fn changed(whole: &[u8], changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut body = whole[HEAD..].to_vec();
    for (at, byte) in changes {
        let at = at.index(body.len());
        body[at] = *byte;
    }
    with_hash(whole, &body)
}

fn gazetteer_file() -> Vec<u8> {
    let row = |id: u32, name: &str, country: &str, kind| Row {
        id,
        name: name.to_owned(),
        names: vec![(format!("{name} Town"), NameClass::Other), (name[..2].to_owned(), NameClass::Short)],
        latitude: 1_000 * id as i32,
        longitude: -2_000 * id as i32,
        country: CountryCode::of(country).expect("a code"),
        division: "07".to_owned(),
        district: String::new(),
        population: id,
        kind,
    };
    bytes_of(&[
        row(1, "Orvandia", "SY", Kind::Country),
        row(2, "Orn", "SY", Kind::Division),
        row(3, "Dorvath", "SY", Kind::Capital),
        row(4, "Dorvath", "FR", Kind::City),
        row(5, "Sild", "", Kind::Sea),
    ])
}

fn outlines_file() -> Vec<u8> {
    let point = |latitude, longitude| Point { latitude, longitude };
    let lines = vec![vec![point(0, 0), point(500, 0), point(500, 900)], vec![point(500, 900), point(0, 0)]];
    let part = |line, is_backwards| Part { line, is_backwards };
    let rings = vec![vec![part(0, false), part(1, false)], vec![part(1, true)]];
    Outlines::new(lines, rings).expect("all lines are there").bytes()
}

fn ask_gazetteer(bytes: &[u8]) {
    let Ok(gazetteer) = Gazetteer::from_bytes(bytes) else { return };
    for name in ["Dorvath", "Orvandia Town", "Or", "Dorwad", "", "nowhere", "~drvt"] {
        for hit in gazetteer.find(name) {
            gazetteer.name(hit.place);
            gazetteer.group(hit.place);
            gazetteer.division_of(hit.place);
            gazetteer.district_of(hit.place);
            gazetteer.country_of(hit.place);
        }
    }
}

fn ask_outlines(bytes: &[u8]) {
    if let Ok(outlines) = Outlines::from_bytes(bytes) {
        outlines.rings().for_each(drop);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        ask_gazetteer(&bytes);
        ask_outlines(&bytes);
        ask_gazetteer(&with_hash(&gazetteer_file(), &bytes));
        ask_outlines(&with_hash(&outlines_file(), &bytes));
    }

    #[test]
    fn changed_bytes_behind_a_right_hash_are_read_or_refused(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        ask_gazetteer(&changed(&gazetteer_file(), &changes));
        ask_outlines(&changed(&outlines_file(), &changes));
    }

    #[test]
    fn files_that_end_early_are_read_or_refused(at in any::<prop::sample::Index>()) {
        let (gazetteer, outlines) = (gazetteer_file(), outlines_file());
        ask_gazetteer(&with_hash(&gazetteer, &gazetteer[HEAD..][..at.index(gazetteer.len() - HEAD)]));
        ask_outlines(&with_hash(&outlines, &outlines[HEAD..][..at.index(outlines.len() - HEAD)]));
    }
}
