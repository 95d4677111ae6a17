//! What the account was made of: what was not read, notes, digest, and how to check it.

use super::shell::View;
use crate::Desk;
use crate::reply::page;
use crate::routes::{Answer, Asked};
use crate::shelf::List;
use axum::http::StatusCode;
use maud::html;
use stemma_report::html::words::{count, name};

/// Files that are listed; the JSON Lines have all.
const FILES: usize = 1000;

/// The page of sources.
pub fn sources(desk: &Desk, _: &Asked) -> Answer {
    let totals = desk.shelf.totals();
    let body = html! {
        h1 { "Sources" }
        p.counts { (count(totals.of(List::Reports), "report", "reports")) " \u{b7} " (count(totals.outlets.len(), "outlet named", "outlets named")) " \u{b7} " (totals.unread.len()) " not read" }
        section aria-labelledby="digest" {
            h2 #digest { "Digest" }
            p { code { (desk.shelf.digest()) } }
            p.legend { "It depends on the texts and the findings alone. To check everything again, from the texts alone:" }
            pre { code { (name(&format!("stemma --json {} > account.jsonl", desk.files))) "\n" (name(&format!("stemma verify account.jsonl {}", desk.files))) } }
        }
        section aria-labelledby="not-read" {
            h2 #not-read { "Not read" }
            @if totals.unread.is_empty() { p.nothing { "everything was read" } }
            ul.plain { @for [file, reason, hint] in totals.unread.iter().take(FILES) {
                li { span.name { (name(file)) } ": " (name(reason)) @if !hint.is_empty() { br; span.label { "hint: " (name(hint)) } } }
            } }
            @if totals.unread.len() > FILES { p { (FILES) " of " (totals.unread.len()) } }
        }
        @if !totals.notes.is_empty() {
            section aria-labelledby="notes" {
                h2 #notes { "Notes" }
                ul.plain { @for [file, note] in totals.notes.iter().take(FILES) { li { span.name { (name(file)) } ": " (name(note)) } } }
                @if totals.notes.len() > FILES { p { (FILES) " of " (totals.notes.len()) } }
            }
        }
        section aria-labelledby="by-outlet" {
            h2 #by-outlet { "Outlets" }
            @if totals.outlets.is_empty() { p.nothing { "no report names its outlet" } }
            ul.plain { @for (outlet, number) in totals.outlets.iter().take(FILES) {
                li { a href=(format!("/reports?{}", crate::shelf::Filter { outlet: Some(outlet.clone()), ..Default::default() }.query(&[]))) { (name(outlet)) } " " (number) }
            } }
        }
    };
    let view = View { title: "Sources".to_owned(), api: Some("/api/v1".to_owned()), body, ..View::default() };
    Ok(page(StatusCode::OK, view.framed(desk)))
}
