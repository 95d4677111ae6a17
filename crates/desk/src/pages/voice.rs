//! A speaker and what is given as said by him.

use super::list::quoted;
use super::rows::said;
use super::shell::View;
use crate::Desk;
use crate::cursor::Cursor;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::shelf::List;
use axum::http::StatusCode;
use maud::html;
use stemma_report::html::Leaf;
use stemma_report::html::words::count;
use stemma_report::view::Tables;

/// Statements of a page.
const STATEMENTS: usize = 50;

/// Where a page of somebody's statements, or of the names of a place, begins.
pub fn begin(desk: &Desk, asked: &Asked) -> Result<usize, Problem> {
    let Some(after) = asked.value("after").filter(|after| !after.is_empty()) else { return Ok(0) };
    let cursor = Cursor::read(&after, desk.shelf.digest(), &asked.id);
    Ok(cursor.ok_or_else(|| Problem::wrong("`after` is no cursor of this page; begin without it"))?.from)
}

/// The page of a voice.
pub fn voice(desk: &Desk, asked: &Asked) -> Answer {
    let from = begin(desk, asked)?;
    let found = desk.shelf.voice(&asked.id, from, STATEMENTS);
    let (row, selection, total) =
        found.ok_or_else(|| Problem::missing("there is no voice of this identifier"))?;
    let tables = Tables::named(
        &selection.account,
        selection.identifiers.clone(),
        &selection.numbering,
        &selection.datings,
    );
    let leaf = Leaf::of(&selection.account, &tables, &selection.numbering, selection.n_own, 0);
    let end = (from + STATEMENTS).min(total);
    let body = html! {
        p.brand { "Who speaks" }
        h1 { @match &row.name { Some(name) => (said(name)), None => "without a name" } }
        p.counts { (row.kind) " \u{b7} " (count(row.n_statements, "statement", "statements")) " in " (count(row.n_reports, "report", "reports")) }
        p.legend { "What reports give as said by this speaker, under whatever names; a statement is not what happened." }
        @if total > STATEMENTS { p.counts { (from + 1) "\u{2013}" (end) " of " (total) } }
        h2 { "Statements" }
        (leaf.voices(usize::MAX).0)
        @if end < total {
            p { a.next rel="next" href=(format!("/voices/{}?after={}", asked.id, Cursor { from: end }.write(desk.shelf.digest(), &asked.id))) { "Next" } }
        }
    };
    let name = row.name.as_ref().map(|name| name.text.clone()).unwrap_or_default();
    let view = View {
        command: Some(format!("quotes --speaker {}", quoted(&name))),
        title: name,
        list: Some(List::Voices),
        api: Some(format!("/api/v1/voices/{}", asked.id)),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}
