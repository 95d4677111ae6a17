//! Where: the places that reports name, as a table, and the exact of them on a map.

use super::words::words;
use super::{NEW_LINE, Page, nothing, section};
use crate::first_screen::Listing;
use crate::map::{MapPoint, draw_map};
use crate::view::{PlaceView, degrees, place_words, places, precision_words};
use maud::{Markup, html};
use stemma::model::PlacePrecision;
use stemma_gazetteer::{Outlines, metres};

/// How many places are drawn: those that most reports name.
const DRAWN: usize = 40;

/// How far from the place that most reports name a map goes, in metres: a thousand kilometres, and those of a town.
const REGION: u32 = 1_000_000;
const TOWN: u32 = 50_000;

/// How many places close by make a map of their own worth while.
const INSET: usize = 3;

/// How many rows stand open.
const OPEN: usize = 20;

/// The section, with a map where outlines are given.
pub fn section_of(page: &Page, outlines: Option<&Outlines>) -> Markup {
    let views = places(page.account, page.numbering);
    let legend = html! {
        "Places that reports name, with what spoke for each. A name that may stand for several is left open. Where a name stands for a people or a "
        "government, it is not counted. Coordinates: "
        "GeoNames, under CC BY 4.0, and our own tables; outlines: Natural Earth."
    };
    if views.is_empty() {
        return section("where", &legend, &nothing("no place is named"));
    }
    let (open, folded) = views.split_at(views.len().min(OPEN));
    let body = html! {
        (table(page, "Places", open))
        @if !folded.is_empty() {
            details.more { summary { "and " (folded.len()) " more" } (table(page, "More places", folded)) }
        }
        @if let Some(outlines) = outlines { (drawing(&views, outlines)) }
    };
    section("where", &legend, &body)
}

fn table(page: &Page, label: &str, views: &[PlaceView]) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(label) { table.lines {
            thead { tr { @for column in ["Name", "What it is", "How near", "Claims", "Named in", "What spoke for it"] { th scope="col" { (column) } } } }
            tbody { @for view in views { (NEW_LINE) (row(page, view)) } }
        } }
    }
}

fn row(page: &Page, view: &PlaceView) -> Markup {
    let point = view
        .precision
        .and_then(PlacePrecision::acled)
        .and(view.places.first())
        .filter(|_| view.places.len() == 1);
    let mentions = Listing::of(view.mentions.clone(), usize::MAX);
    html! {
        tr {
            td.words { (words(view.words)) }
            td {
                @match view.places.as_slice() {
                    [] => "no place of this name is known",
                    [place] => {
                        @match page.links.gazetteer(place.id) {
                            Some(address) => { a href=(address) { (words(&place.name)) } }
                            None => { (words(&place.name)) }
                        }
                        ", " (words(&place_words(place)))
                    }
                    several => {
                        "one of: "
                        @for (at, place) in several.iter().enumerate() {
                            @if at > 0 { "; " }
                            (words(&place.name)) ", " (words(&place_words(place)))
                        }
                    }
                }
                @if let Some(place) = point { br; span.label { (degrees(place.point.latitude)) " " (degrees(place.point.longitude)) } }
            }
            td { (view.precision.map_or("", precision_words)) }
            td { (view.n_claims) }
            td {
                @for at in &view.findings { span id=(page.tables.place_ids[*at]) {} }
                (page.links.places("", &mentions))
            }
            td { @for (at, reason) in view.reasons.iter().enumerate() { @if at > 0 { "; " } (words(reason)) } }
        }
    }
}

/// The places with a point of their own, drawn: the surroundings of the place that most reports name, and its close neighbours once
/// more where there are several. The table has them all.
fn drawing(views: &[PlaceView], outlines: &Outlines) -> Markup {
    let points: Vec<MapPoint> = views.iter().filter_map(point_of).take(DRAWN).collect();
    let Some(centre) = points.iter().find(|point| point.is_exact).or(points.first()) else {
        return Markup::default();
    };
    let within = |reach: u32| -> (Vec<MapPoint>, Vec<MapPoint>) {
        points.iter().partition(|point| metres(centre.point, point.point) <= reach)
    };
    let (around, far) = within(REGION);
    let (close, _) = within(TOWN);
    html! {
        (figure(&around, &far, "Places named in the reports", outlines))
        @if close.len() >= INSET && close.len() < around.len() {
            (figure(&close, &[], "The same, close by", outlines))
        }
    }
}

fn point_of<'a>(view: &'a PlaceView) -> Option<MapPoint<'a>> {
    let [place] = view.places.as_slice() else { return None };
    let precision = view.precision.filter(|precision| precision.acled().is_some())?;
    Some(MapPoint { point: place.point, label: &place.name, is_exact: precision == PlacePrecision::Exact })
}

fn figure(points: &[MapPoint], far: &[MapPoint], title: &str, outlines: &Outlines) -> Markup {
    let names = |label: &str, of: &[&str]| {
        html! {
            @if !of.is_empty() {
                (label) " "
                @for (at, name) in of.iter().enumerate() { @if at > 0 { ", " } (words(name)) }
                ". "
            }
        }
    };
    html! {
        @if let Some(map) = draw_map(outlines, points, title) {
            @let unlabelled: Vec<&str> = map.without_label.iter().map(|point| points[*point].label).collect();
            @let far: Vec<&str> = far.iter().map(|point| point.label).collect();
            figure {
                (map.svg)
                figcaption.label {
                    (title) ". Dots are places, rings are regions round a point. "
                    (names("Without room for a name:", &unlabelled))
                    (names("Too far away to be drawn:", &far))
                }
            }
        }
    }
}
