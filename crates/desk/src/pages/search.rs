//! What somebody typed, as it was understood, and what every list has of it.

use super::list::quoted;
use super::rows::rows;
use super::shell::View;
use crate::Desk;
use crate::reply::page;
use crate::routes::{Answer, Asked};
use crate::shelf::{Filter, List, Rows};
use axum::http::StatusCode;
use maud::html;
use stemma_report::html::words::name;

/// Rows of each list.
const ROWS: usize = 6;

/// The answers to a search.
pub fn search(desk: &Desk, asked: &Asked) -> Answer {
    let typed = asked.value("q").unwrap_or_default();
    let filter = Filter::typed(&typed);
    let lists = [
        List::Claims,
        List::Voices,
        List::Reports,
        List::Stories,
        List::Disagreements,
        List::Places,
        List::Families,
    ];
    // A list that knows nothing of a condition has no answer to it.
    let asked_lists =
        lists.into_iter().filter(|list| !filter.is_empty() && filter.unknown_to(*list).is_none());
    let found: Vec<(List, Rows)> = asked_lists
        .map(|list| (list, desk.shelf.list(list, &filter, 0, ROWS)))
        .filter(|(_, rows)| rows.total > 0)
        .collect();
    let body = html! {
        h1 { "Search" }
        @if filter.is_empty() {
            p.nothing { "nothing is asked: type words in the field above. Conditions are typed with their name, as in " code { "ferry outlet:\"Harbour Post\" since:2018-05-01" } }
        } @else {
            p.counts { "Understood as: "
                @for (at, (key, value)) in filter.conditions().iter().enumerate() {
                    (if at > 0 { ", and " } else { "" }) span.label { (key) } " " strong { (name(value)) }
                }
            }
            p.legend { "All of the words, whatever their order and capitals; a word with * behind it stands for all that begin so." }
        }
        @for (list, rows_found) in &found {
            section aria-labelledby=(list.name()) {
                h2 #(list.name()) { (list.title()) " " span.label { (rows_found.total) } }
                (rows(&rows_found.items))
                @if rows_found.items.len() < rows_found.total {
                    p { a href=(format!("/{}?{}", list.name(), filter.query(&[]))) { (rows_found.items.len()) " of " (rows_found.total) ": all" } }
                }
            }
        }
        @if !filter.is_empty() && found.is_empty() { p.nothing { "nothing has all of this" } }
    };
    let command = filter.words.as_deref().map(|words| format!("trace {}", quoted(words)));
    let view = View { title: "Search".to_owned(), searched: typed, command, body, ..View::default() };
    Ok(page(StatusCode::OK, view.framed(desk)))
}
