//! Where a row happened: the place that the words of its tellings stand for, as far as they agree.

use super::cells::{Cell, Rows};
use crate::view::degrees;
use stemma::event::EventRow;
use stemma::model::{Event, Place, PlaceMeaning, PlaceMention, PlacePrecision, PlaceUsage};
use stemma_gazetteer::Kind;

/// The cells of a row that say where. All are empty where no words are known to stand for a place, and where they stand for several of
/// which none lies in the others: a row has one place, or says none.
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
        let named: Vec<&PlaceMention> = rows
            .events(row)
            .flat_map(|event| of_event(rows, event))
            .filter(|mention| mention.usage == PlaceUsage::Name)
            .collect();
        let known: Vec<(&PlaceMention, &Place, PlacePrecision)> =
            named.iter().copied().filter_map(chosen).collect();
        let Some(nearest) = known.iter().map(|(.., precision)| *precision).min() else {
            return Site::default();
        };
        let at_nearest =
            known.iter().filter(|(.., precision)| *precision == nearest).map(|(_, place, _)| *place);
        let is_in_all =
            |place: &&Place| known.iter().all(|(_, other, _)| other.id == place.id || holds(other, place));
        let Some(place) = at_nearest.into_iter().find(is_in_all) else {
            return Site::default();
        };
        // "Tolm near Homs", where nobody knows Tolm: the point of Homs would be that of another place.
        if known.len() < named.len() && nearest <= PlacePrecision::Near {
            return Site::default();
        }
        let proved: Vec<_> =
            known.iter().filter(|(_, own, _)| own.id == place.id).map(|(mention, ..)| mention.span).collect();
        let cell = |value: String| match value.is_empty() {
            true => Cell::default(),
            false => Cell { value, places: proved.clone() },
        };
        let point = |value: i32| nearest.acled().map_or(Cell::default(), |_| cell(degrees(value)));
        Site {
            country: cell(place.country_name.clone().unwrap_or_default()),
            iso: cell(place.country.letters().to_owned()),
            division: cell(place.division.clone().unwrap_or_default()),
            latitude: point(place.point.latitude),
            longitude: point(place.point.longitude),
            precision: nearest.acled().map_or(Cell::default(), |grade| cell(grade.to_string())),
        }
    }
}

/// Whether one place lies in another, as far as it is known in which country and division each does.
fn holds(holder: &Place, held: &Place) -> bool {
    let same_country = !held.country.is_none() && held.country == holder.country;
    let same_division = same_country && held.division.is_some() && held.division == holder.division;
    match holder.kind {
        Kind::Country => same_country,
        Kind::Division | Kind::District | Kind::Region => same_division,
        _ => false,
    }
}

/// A mention that stands for one place.
fn chosen(mention: &PlaceMention) -> Option<(&PlaceMention, &Place, PlacePrecision)> {
    match &mention.meaning {
        PlaceMeaning::Chosen(place) => Some((mention, place, mention.precision?)),
        PlaceMeaning::Undecided(_) | PlaceMeaning::Unknown => None,
    }
}

/// The mentions of places in the words of an event that say where.
fn of_event<'a>(rows: &'a Rows, event: &'a Event) -> impl Iterator<Item = &'a PlaceMention> {
    let report = event.span.report;
    let mentions = &rows.account.places;
    let first = mentions.partition_point(|mention| mention.span.report < report);
    let own = mentions[first..].iter().take_while(move |mention| mention.span.report == report);
    own.filter(|mention| event.places.iter().any(|range| range.overlap(mention.span.range) > 0))
}
