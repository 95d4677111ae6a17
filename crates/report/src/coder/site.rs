//! Where a row happened: the place that the words of its tellings stand for, as far as they agree.

use super::cells::{Cell, Rows};
use crate::view::degrees;
use std::collections::BTreeSet;
use stemma::event::EventRow;
use stemma::model::{Event, Place, PlaceMeaning, PlaceMention, PlacePrecision, PlaceUsage};

/// The cells of a row that say where. All are empty where no words are known to stand for a place, and where those of the nearest
/// precision stand for several.
#[derive(Debug, Clone, Default)]
pub struct Site {
    pub country: Cell,
    pub iso: Cell,
    pub division: Cell,
    pub latitude: Cell,
    pub longitude: Cell,
    pub precision: Cell,
}

impl Site {
    /// Where a row happened.
    pub fn of(rows: &Rows, row: &EventRow) -> Site {
        let mentions: Vec<&PlaceMention> = rows.events(row).flat_map(|event| of_event(rows, event)).collect();
        let chosen = |mention: &&PlaceMention| match &mention.meaning {
            PlaceMeaning::Chosen(place) if mention.usage == PlaceUsage::Name => {
                Some((place.clone(), mention.precision?))
            }
            _ => None,
        };
        let known: Vec<(Place, PlacePrecision)> = mentions.iter().filter_map(chosen).collect();
        let Some(nearest) = known.iter().map(|(_, precision)| *precision).min() else {
            return Site::default();
        };
        let at_nearest: BTreeSet<u32> =
            known.iter().filter(|(_, precision)| *precision == nearest).map(|(place, _)| place.id).collect();
        let place =
            known.iter().find(|(place, precision)| *precision == nearest && at_nearest.contains(&place.id));
        let Some((place, _)) = place.filter(|_| at_nearest.len() == 1) else { return Site::default() };
        let proved: Vec<_> = mentions
            .iter()
            .filter(|mention| chosen(mention).is_some_and(|(own, _)| own.id == place.id))
            .map(|mention| mention.span)
            .collect();
        let cell = |value: String| match value.is_empty() {
            true => Cell::default(),
            false => Cell { value, places: proved.clone() },
        };
        let country = rows.gazetteer.country(place.country).map(|country| rows.gazetteer.name(country));
        let point = |value: i32| nearest.acled().map_or(Cell::default(), |_| cell(degrees(value)));
        Site {
            country: cell(country.unwrap_or_default().to_owned()),
            iso: cell(place.country.letters().to_owned()),
            division: cell(place.division.clone().unwrap_or_default()),
            latitude: point(place.point.latitude),
            longitude: point(place.point.longitude),
            precision: nearest.acled().map_or(Cell::default(), |grade| cell(grade.to_string())),
        }
    }
}

/// The mentions of places in the words of an event that say where.
fn of_event<'a>(rows: &'a Rows, event: &'a Event) -> impl Iterator<Item = &'a PlaceMention> {
    rows.mentions.iter().filter(|mention| {
        mention.span.report == event.span.report
            && event.places.iter().any(|range| range.overlap(mention.span.range) > 0)
    })
}
