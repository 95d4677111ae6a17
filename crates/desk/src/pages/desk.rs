//! The first page: four lists of what deserves a look, and no dashboard.

use super::list::outlets;
use super::rows::rows;
use super::shell::View;
use crate::Desk;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::shelf::{Filter, List};
use axum::http::StatusCode;
use maud::{Markup, html};
use stemma_report::html::words::count;

/// Rows of each list.
const ROWS: usize = 6;

/// The desk.
pub fn desk(desk: &Desk, asked: &Asked) -> Answer {
    let mine = Filter::of_query(&asked.query, &[]).map_err(Problem::wrong)?;
    let totals = desk.shelf.totals();
    let lonely = Filter { lonely: true, ..Filter::default() };
    let open = Filter { disputed: true, ..Filter::default() };
    let without = Filter { reports: Some(2), without: mine.without.clone(), ..Filter::default() };
    let body = html! {
        h1 { "Desk" }
        p.counts {
            (count(totals.of(List::Reports), "report", "reports")) " \u{b7} " (count(totals.of(List::Stories), "story", "stories"))
            " \u{b7} " (count(totals.of(List::Claims), "claim", "claims")) " \u{b7} "
            a href="/sources" { (totals.unread.len()) " not read" }
        }
        div.four {
            (part(desk, "moving", "Moving now", "Stories by the day of their newest report.", List::Stories, &Filter::default()))
            (part(desk, "lonely", "Lonely but loud", "Claims of several reports behind which one origin stands.", List::Claims, &lonely))
            (part(desk, "open", "Open disagreements", "What cannot all hold, and what no later state of affairs has settled.", List::Disagreements, &open))
            section aria-labelledby="missing" {
                h2 #missing { "What my outlets do not have" }
                form.mine action="/" {
                    label { "My outlet " input name="without" list="outlets" value=(stemma_report::visible(mine.without.first().map_or("", String::as_str))); }
                    button { "Show" }
                    (outlets(desk))
                }
                @if mine.without.is_empty() {
                    p.nothing {
                        @if totals.outlets.is_empty() { "no report names its outlet" } @else { "name an outlet to see the stories of two reports and more that it does not tell" }
                    }
                } @else { (listed(desk, List::Stories, &without)) }
            }
        }
    };
    let view = View {
        title: "Desk".to_owned(),
        command: Some(String::new()),
        api: Some("/api/v1".to_owned()),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}

fn part(
    desk: &Desk,
    id: &'static str,
    title: &'static str,
    legend: &'static str,
    list: List,
    filter: &Filter,
) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 #(id) { (title) }
            p.legend { (legend) }
            (listed(desk, list, filter))
        }
    }
}

fn listed(desk: &Desk, list: List, filter: &Filter) -> Markup {
    let found = desk.shelf.list(list, filter, 0, ROWS);
    html! {
        (rows(&found.items))
        @if found.items.is_empty() { p.nothing { "none" } }
        @if found.items.len() < found.total {
            p { a href=(format!("/{}?{}", list.name(), filter.query(&[]))) { (found.items.len()) " of " (found.total) ": all" } }
        }
    }
}
