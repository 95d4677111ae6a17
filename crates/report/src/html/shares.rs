//! What one report as a whole has from elsewhere, and what is new in it, on its card.

use super::words::{count, wording_inline};
use super::{NEW_LINE, Page};
use crate::Place;
use crate::excerpt::Wording;
use crate::view::{Portion, SharesView};
use maud::{Markup, html};

/// How many parents and how many new runs stand in sight; the others fold away.
const IN_SIGHT: usize = 6;

/// How many bytes of a new run are shown; its place leads to all of it.
const NEW_BYTES: usize = 240;

/// The shares of a report.
pub fn shares(page: &Page, id: &str, view: &SharesView) -> Markup {
    let share = view.share;
    html! {
        div.elsewhere id=(id) {
            @if share.copied_bytes == 0 {
                p.facts { "nothing of it stands elsewhere" }
            } @else {
                p.facts {
                    strong { (share.percent().unwrap_or(0)) " % stands elsewhere" }
                    " (" (share.copied_bytes) " of " (share.paragraph_bytes) " bytes)"
                    @if !view.parents.is_empty() { ": " (portions(page, &view.parents)) }
                }
                (new(page, view))
            }
        }
    }
}

fn portions(page: &Page, parents: &[Portion]) -> Markup {
    let (first, rest) = parents.split_at(parents.len().min(IN_SIGHT));
    html! {
        (row(page, first))
        @if !rest.is_empty() { " " details.more { summary { "and " (rest.len()) " more" } (row(page, rest)) } }
    }
}

fn row(page: &Page, portions: &[Portion]) -> Markup {
    html! {
        @for (idx, one) in portions.iter().enumerate() {
            @if idx > 0 { ", " }
            @match one.report {
                Some(report) => { span.nowrap { "from " a href=(page.links.report(report)) { "[" (report) "]" } " " (one.percent) " %" } }
                None => { (one.label) " " span.nowrap { (one.percent) " %" } }
            }
        }
    }
}

/// What stands in no other report, longest first.
fn new(page: &Page, view: &SharesView) -> Markup {
    let (first, rest) = view.new.split_at(view.new.len().min(IN_SIGHT));
    html! {
        @if view.new.is_empty() {
            p.facts { "new as far as found: nothing" }
        } @else {
            details.new {
                summary {
                    "new as far as found: " (count(view.new_bytes, "byte", "bytes")) " in "
                    (count(view.new.len(), "place", "places"))
                    @if !rest.is_empty() { ", the longest " (first.len()) " first" }
                }
                (list(page, first))
                @if !rest.is_empty() {
                    details {
                        summary { (first.len()) " of " (view.new.len()) " shown; show the other " (rest.len()) }
                        (list(page, rest))
                    }
                }
            }
        }
    }
}

fn list(page: &Page, places: &[Place]) -> Markup {
    let run = |place: &Place| {
        let report = page.tables.reports[place.report - 1].report;
        let wording = Wording::of(&report.text, &[place.range], NEW_BYTES);
        html! { li { (page.links.place(*place)) " " span.source { (wording_inline(&wording)) } } }
    };
    html! { ul.sharing { @for place in places { (NEW_LINE) (run(place)) } } }
}
