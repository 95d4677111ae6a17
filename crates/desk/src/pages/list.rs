//! A list with its filters.

use super::rows::rows;
use super::shell::View;
use crate::Desk;
use crate::cursor::Cursor;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::shelf::{Filter, List, Rows};
use axum::http::StatusCode;
use maud::{Markup, html};
use stemma_report::html::words::name;

/// Rows of a page, where nobody asks for more or less.
const ROWS: usize = 25;
/// Rows of a page at most.
const MOST_ROWS: usize = 200;

/// Keys of an address that are no part of the filter.
pub const OTHERS: [&str; 2] = ["after", "limit"];

/// Part of a list, and where it goes on.
pub struct ListPage {
    /// The filter.
    pub filter: Filter,
    /// The rows.
    pub rows: Rows,
    /// How many come before them.
    pub from: usize,
    /// The cursor of what comes next; absent at the end.
    pub next: Option<String>,
    /// How many rows were asked for.
    pub limit: usize,
}

/// The part of a list that is asked for.
pub fn page_of(desk: &Desk, list: List, asked: &Asked) -> Result<ListPage, Problem> {
    let filter = Filter::of_list(list, &asked.query, &OTHERS).map_err(Problem::wrong)?;
    let limit = match asked.value("limit").filter(|limit| !limit.is_empty()) {
        None => ROWS,
        Some(limit) => {
            let number = limit.parse().ok().filter(|number| (1..=MOST_ROWS).contains(number));
            number.ok_or_else(|| Problem::wrong(format!("`limit` is a number from 1 to {MOST_ROWS}")))?
        }
    };
    let whose = format!("{}?{}", list.name(), filter.query(&[]));
    let from = match asked.value("after").filter(|after| !after.is_empty()) {
        None => 0,
        Some(after) => {
            let cursor = Cursor::read(&after, desk.shelf.digest(), &whose);
            cursor.ok_or_else(|| Problem::wrong("`after` is no cursor of this list; begin without it"))?.from
        }
    };
    let rows = desk.shelf.list(list, &filter, from, limit);
    let end = from + rows.items.len();
    let next = (end < rows.total).then(|| Cursor { from: end }.write(desk.shelf.digest(), &whose));
    Ok(ListPage { filter, rows, from, next, limit })
}

/// The page of a list.
pub fn list(desk: &Desk, list: List, asked: &Asked) -> Answer {
    let found = page_of(desk, list, asked)?;
    let shown = found.rows.items.len();
    let body = html! {
        h1 { (list.title()) }
        (form(desk, list, &found.filter))
        (conditions(list, &found.filter))
        p.counts role="status" {
            @if shown == found.rows.total { (shown) } @else if shown == 0 { "0 of " (found.rows.total) } @else {
                (found.from + 1) "\u{2013}" (found.from + shown) " of " (found.rows.total)
            }
            @if !found.filter.is_empty() { ", of " (desk.shelf.totals().of(list)) " in all" }
        }
        p.legend {
            @if list == List::Reports && found.filter.copied.is_some() { "What stands elsewhere most first." } @else { (order(list)) }
            @if list == List::Reports && found.filter.copied.is_none() { " " a href="/reports?copied=50" { "Those that mostly stand elsewhere" } }
        }
        (rows(&found.rows.items))
        @if shown == 0 { p.nothing { "nothing passes this filter" } }
        @if let Some(next) = &found.next {
            p { a.next rel="next" href=(format!("/{}?{}", list.name(), found.filter.query(&paging(next, &found.limit.to_string())))) { "Next " (found.limit) } }
        }
    };
    let query = asked.query.clone();
    let view = View {
        title: list.title().to_owned(),
        list: Some(list),
        command: command(list, &found.filter),
        api: Some(format!("/api/v1/{}{}{query}", list.name(), if query.is_empty() { "" } else { "?" })),
        export: Some((list, found.filter.query(&[]), found.rows.total)),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}

fn paging<'a>(next: &'a str, limit: &'a str) -> Vec<(&'static str, &'a str)> {
    let limit = (limit != ROWS.to_string()).then_some(("limit", limit));
    std::iter::once(("after", next)).chain(limit).collect()
}

/// In which order a list stands.
fn order(list: List) -> &'static str {
    match list {
        List::Stories => {
            "By the day of the newest report; stories without a known day stand last, larger ones first."
        }
        List::Claims => "What more reports carry first, then what has more independent origins.",
        List::Disagreements => {
            "Open ones first, what happened before who says it; then what more reports carry."
        }
        List::Reports => "The newest first; those without a known day last.",
        List::Families => "What stands in more reports first.",
        List::Voices => "Who speaks in more reports first.",
        List::Places => "What more reports name first. Names that may stand for several places are left out.",
    }
}

/// The nearest command of the program.
fn command(list: List, filter: &Filter) -> Option<String> {
    let words = || filter.words.as_deref().map(quoted);
    let alone = |flags: &[bool]| flags.iter().filter(|is_set| **is_set).count() == filter.conditions().len();
    match list {
        List::Claims if alone(&[filter.lonely, filter.disputed, filter.words.is_some()]) => {
            let flags = [(filter.disputed, " --disputed"), (filter.lonely, " --lonely")];
            let flags: String = flags.iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| *flag).collect();
            let search = words().map(|words| format!(" --search {words}")).unwrap_or_default();
            Some(format!("claims{flags}{search}"))
        }
        List::Voices if filter.conditions().len() <= 1 => match words() {
            Some(words) => Some(format!("quotes --speaker {words}")),
            None => filter.is_empty().then(|| "quotes".to_owned()),
        },
        List::Families if filter.is_empty() => Some("copies --all".to_owned()),
        _ => None,
    }
}

/// A word of a command line that no shell takes for anything else.
pub fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// What is asked, each condition with a link that takes it off.
pub fn conditions(list: List, filter: &Filter) -> Markup {
    let all = filter.conditions();
    html! {
        @if !all.is_empty() {
            ul.conditions aria-label="Filters" {
                @for (at, (key, value)) in all.iter().enumerate() {
                    li {
                        span.label { (key) } " " (name(value)) " "
                        a href=(format!("/{}?{}", list.name(), without(&all, at))) aria-label=(format!("take off {key}")) { "\u{d7}" }
                    }
                }
            }
        }
    }
}

fn without(all: &[(&'static str, String)], left_out: usize) -> String {
    let kept = all.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, pair)| pair);
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(kept);
    query.finish()
}

fn form(desk: &Desk, list: List, filter: &Filter) -> Markup {
    let text =
        |value: &Option<String>| stemma_report::visible(value.as_deref().unwrap_or_default()).into_owned();
    let has_flags = matches!(list, List::Stories | List::Claims | List::Disagreements);
    html! {
        details.filter open[!filter.is_empty()] {
            summary { "Filter" }
            form action=(format!("/{}", list.name())) {
                label { "Words " input name="words" value=(text(&filter.words)) maxlength="500"; }
                label { "Outlet " input name="outlet" list="outlets" value=(text(&filter.outlet)); }
                label { "Not by " input name="without" list="outlets" value=(text(&filter.without.first().cloned())); }
                label { "Since " input name="since" type="date" value=[filter.since]; }
                label { "Until " input name="until" type="date" value=[filter.until]; }
                label { "Reports at least " input name="reports" type="number" min="1" value=[filter.reports]; }
                @if matches!(list, List::Claims | List::Stories) {
                    label { "Origins at least " input name="origins" type="number" min="1" value=[filter.origins]; }
                    label.tick { input type="checkbox" name="lonely" value="1" checked[filter.lonely]; " one origin only" }
                }
                @if list == List::Reports { label { "Copied at least, % " input name="copied" type="number" min="0" max="100" value=[filter.copied]; } }
                @if has_flags { label.tick { input type="checkbox" name="disputed" value="1" checked[filter.disputed]; " open disagreement" } }
                @for (key, value) in [("story", &filter.story), ("place", &filter.place)] {
                    @if let Some(value) = value { input type="hidden" name=(key) value=(value); }
                }
                button { "Show" }
            }
            (outlets(desk))
        }
    }
}

/// Outlets offered while somebody types.
const OUTLETS: usize = 200;

/// The names of outlets, to choose from.
pub fn outlets(desk: &Desk) -> Markup {
    html! {
        datalist #outlets {
            @for (outlet, _) in desk.shelf.totals().outlets.iter().take(OUTLETS) { option value=(outlet) {} }
        }
    }
}
