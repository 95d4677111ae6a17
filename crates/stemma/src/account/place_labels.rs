//! The fixed words of the format that places have.

use crate::model::{PlacePrecision, PlaceReason, PlaceUsage};

/// All labels of how the name of a place is used.
pub const USAGE_LABELS: [&str; 2] = ["name", "people"];

/// The label of how the name of a place is used.
pub fn usage_label(usage: PlaceUsage) -> &'static str {
    match usage {
        PlaceUsage::Name => "name",
        PlaceUsage::People => "people",
    }
}

/// All labels of how near words come to a point on the map, the nearest first.
pub const PRECISION_LABELS: [&str; 8] =
    ["exact", "near", "district", "division", "region", "country", "sea", "continent"];

/// The label of how near words come to a point on the map.
pub fn precision_label(precision: PlacePrecision) -> &'static str {
    match precision {
        PlacePrecision::Exact => "exact",
        PlacePrecision::Near => "near",
        PlacePrecision::District => "district",
        PlacePrecision::Division => "division",
        PlacePrecision::Region => "region",
        PlacePrecision::Country => "country",
        PlacePrecision::Sea => "sea",
        PlacePrecision::Continent => "continent",
    }
}

/// All labels of what speaks for a place.
pub const PLACE_REASON_LABELS: [&str; 13] = [
    "listed", "holder", "neighbour", "same-division", "same-country", "kind-word", "row", "others",
    "surroundings", "only", "largest", "sound", "part",
];

/// The label of what speaks for a place.
pub fn place_reason_label(reason: PlaceReason) -> &'static str {
    match reason {
        PlaceReason::Listed => "listed",
        PlaceReason::Holder(_) => "holder",
        PlaceReason::Neighbour(_) => "neighbour",
        PlaceReason::SameDivision(_) => "same-division",
        PlaceReason::SameCountry(_) => "same-country",
        PlaceReason::KindWord => "kind-word",
        PlaceReason::Row => "row",
        PlaceReason::Others => "others",
        PlaceReason::Surroundings => "surroundings",
        PlaceReason::Only => "only",
        PlaceReason::Largest => "largest",
        PlaceReason::Sound => "sound",
        PlaceReason::Part => "part",
    }
}
