//! A place: what it is, and where it is named.

use super::rows::mention;
use super::shell::View;
use super::voice::begin;
use crate::Desk;
use crate::cursor::Cursor;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::shelf::List;
use axum::http::StatusCode;
use maud::html;
use stemma_report::html::words::{count, name};
use stemma_report::view::precision_words;

/// Names of a page.
const NAMES: usize = 50;

/// The page of a place.
pub fn place(desk: &Desk, asked: &Asked) -> Answer {
    let from = begin(desk, asked)?;
    let found = desk.shelf.place(&asked.id, from, NAMES);
    let found = found.ok_or_else(|| Problem::missing("there is no place of this number"))?;
    let row = &found.row;
    let end = (from + NAMES).min(found.n_mentions);
    let body = html! {
        p.brand { "Place" }
        h1 { (name(&row.name)) }
        p.counts { (name(&row.what)) }
        p.facts {
            @if let Some((latitude, longitude)) = &found.point { (latitude) " " (longitude) " \u{b7} " }
            @if let Some(precision) = found.precision { (precision_words(precision)) " \u{b7} " }
            "named " (count(row.n_mentions, "time", "times")) " in " (count(row.n_reports, "report", "reports"))
        }
        p {
            @for list in [List::Stories, List::Claims, List::Reports] {
                a href=(format!("/{}?place={}", list.name(), row.id)) { (list.title()) " of reports that name it" } " \u{b7} "
            }
        }
        section aria-labelledby="named" {
            h2 #named { "Where it is named" }
            @if end - from < found.n_mentions { p.counts { (from + 1) "\u{2013}" (end) " of " (found.n_mentions) } }
            ul.rows { @for one in &found.mentions { li.row { (mention(one)) } } }
            @if end < found.n_mentions {
                p { a.next rel="next" href=(format!("/places/{}?after={}", asked.id, Cursor { from: end }.write(desk.shelf.digest(), &asked.id))) { "Next" } }
            }
        }
        p.legend { "Coordinates: GeoNames, under CC BY 4.0, and our own tables." }
    };
    let view = View {
        title: row.name.clone(),
        list: Some(List::Places),
        api: Some(format!("/api/v1/places/{}", asked.id)),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}
