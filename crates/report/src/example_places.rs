//! The places of the small account: one that two reports name, one that is left open, one of which nothing is known, and a people.

use crate::example::span;
use stemma::Account;
use stemma::model::*;
use stemma_gazetteer::{CountryCode, Kind, Point};

fn place(id: u32, kind: Kind, division: &str) -> Place {
    Place {
        id,
        name: "Veld".into(),
        point: Point { latitude: 5_412_345, longitude: -12_300 },
        country: CountryCode::of("OV").expect("two letters"),
        country_name: Some("Orvandia".into()),
        division: Some(division.into()),
        kind,
    }
}

/// Names of places, in the order of reports and of their texts.
pub fn add_places(account: &mut Account) {
    let town = || PlaceMeaning::Chosen(place(7, Kind::City, "Sild"));
    let open = PlaceMeaning::Undecided(vec![place(7, Kind::City, "Sild"), place(8, Kind::Quarter, "Orn")]);
    let known = |report, words: &str, meaning, reasons: &[PlaceReason]| PlaceMention {
        span: span(account, report, words),
        usage: PlaceUsage::Name,
        meaning,
        precision: Some(PlacePrecision::Exact),
        reasons: reasons.to_vec(),
    };
    let title = span(account, 0, "Veld").range;
    let inside = |report, before: &str, words: &str| {
        let start = span(account, report, before).range.end as usize;
        Span { report: ReportIdx(report), range: ByteRange::new(start, start + words.len()) }
    };
    let mut body = known(0, "Veld", town(), &[PlaceReason::Neighbour(title), PlaceReason::SameCountry(2)]);
    body.span = inside(0, "left the old harbour of ", "Veld");
    let unknown = PlaceMention {
        span: span(account, 1, "union"),
        usage: PlaceUsage::Name,
        meaning: PlaceMeaning::Unknown,
        precision: None,
        reasons: Vec::new(),
    };
    let mut people = known(2, "town", town(), &[PlaceReason::Only]);
    people.usage = PlaceUsage::People;
    account.places = vec![
        known(0, "Veld", town(), &[PlaceReason::Largest]),
        body,
        unknown,
        known(2, "Veld", open, &[PlaceReason::Others]),
        people,
    ];
}
