//! Names of places, and what they stand for, as records.

use super::identifiers::identified;
use super::labels::RecordKind;
use super::place_labels::{place_reason_label, precision_label, usage_label};
use super::record::{Record, Value, record};
use super::span_record::ReportTexts;
use crate::model::{Account, Place, PlaceMeaning, PlaceMention, PlaceReason, ReportIdx};

/// One record a name, in account order.
pub(super) fn place_records(account: &Account, texts: &ReportTexts<'_>) -> Vec<Record> {
    account.places.iter().map(|mention| place_record(mention, texts)).collect()
}

fn place_record(mention: &PlaceMention, texts: &ReportTexts<'_>) -> Record {
    let (place, candidates) = match &mention.meaning {
        PlaceMeaning::Chosen(place) => (place_value(place), Vec::new()),
        PlaceMeaning::Undecided(places) => (Value::Null, places.iter().map(place_value).collect()),
        PlaceMeaning::Unknown => (Value::Null, Vec::new()),
    };
    let report = mention.span.report;
    let reasons = mention.reasons.iter().map(|reason| reason_value(report, *reason, texts));
    let fields = record([
        ("span", texts.span(mention.span)),
        ("usage", Value::from(usage_label(mention.usage))),
        ("place", place),
        ("candidates", Value::List(candidates)),
        ("precision", Value::optional(mention.precision.map(precision_label))),
        ("reasons", Value::List(reasons.collect())),
    ]);
    identified(RecordKind::Place, fields)
}

fn place_value(place: &Place) -> Value {
    let country = Some(place.country.letters()).filter(|letters| !letters.is_empty());
    Value::map([
        ("number", Value::Int(place.id.into())),
        ("name", Value::from(place.name.as_str())),
        ("kind", Value::from(place.kind.name())),
        ("country", Value::optional(country)),
        ("country_name", Value::optional(place.country_name.as_deref())),
        ("division", Value::optional(place.division.as_deref())),
        ("latitude", Value::Int(place.point.latitude.into())),
        ("longitude", Value::Int(place.point.longitude.into())),
    ])
}

fn reason_value(report: ReportIdx, reason: PlaceReason, texts: &ReportTexts<'_>) -> Value {
    let (words, count) = match reason {
        PlaceReason::Holder(range) | PlaceReason::Neighbour(range) => {
            (texts.place(report, range), Value::Null)
        }
        PlaceReason::SameDivision(n) | PlaceReason::SameCountry(n) => (Value::Null, Value::Int(n.into())),
        _ => (Value::Null, Value::Null),
    };
    Value::map([("reason", Value::from(place_reason_label(reason))), ("words", words), ("count", count)])
}
