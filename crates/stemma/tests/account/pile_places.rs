//! The places of the invented pile: one that is known twice, one that is left open, one of which nothing is known.

use crate::pile::{HERALD, POST, WIRE, span};
use stemma::model::{Account, Place, PlaceMeaning, PlaceMention, PlacePrecision, PlaceReason, PlaceUsage};
use stemma_gazetteer::{CountryCode, Kind, Point};

fn place(id: u32, country: &str, point: (i32, i32)) -> Place {
    let known = !country.is_empty();
    Place {
        id,
        name: "Varnholt".to_owned(),
        point: Point { latitude: point.0, longitude: point.1 },
        country: CountryCode::of(country).expect("two letters or none"),
        country_name: known.then(|| "Orvandia".to_owned()),
        division: known.then(|| "Sild".to_owned()),
        kind: Kind::City,
    }
}

/// Names of places, in the order of reports and of their texts.
pub fn add_places(account: &mut Account) {
    let named = |text, nth| span(&account.reports, text, "Varnholt", nth);
    let (title, body) = (named(WIRE, 0), named(WIRE, 1));
    let mention = |span, meaning, precision, reasons: &[PlaceReason]| PlaceMention {
        span,
        usage: PlaceUsage::Name,
        meaning,
        precision,
        reasons: reasons.to_vec(),
    };
    let chosen = || PlaceMeaning::Chosen(place(7, "OV", (5_412_000, -123_450)));
    let open = PlaceMeaning::Undecided(vec![
        place(7, "OV", (5_412_000, -123_450)),
        place(4_200_000_000, "", (-9_000_000, 18_000_000)),
    ]);
    let near = Some(PlacePrecision::Near);
    account.places = vec![
        mention(title, chosen(), near, &[PlaceReason::Neighbour(body.range), PlaceReason::Largest]),
        mention(body, chosen(), near, &[PlaceReason::SameCountry(1)]),
        mention(named(HERALD, 0), open, near, &[PlaceReason::Others]),
        mention(named(POST, 0), PlaceMeaning::Unknown, None, &[]),
    ];
    account.places[1].usage = PlaceUsage::People;
    account.places.sort_by_key(|mention| mention.span);
}
