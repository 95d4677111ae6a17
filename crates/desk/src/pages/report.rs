//! A report: its text with what is claimed, copied and said in it; what is known of it.

use super::evidence::asked_range;
use super::rows::rows;
use super::shell::View;
use crate::Desk;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::shelf::{List, Row};
use axum::http::StatusCode;
use maud::html;
use stemma_report::html::Leaf;
use stemma_report::view::{ClaimOver, Overlay, Tables};

/// Copied passages that stand below the text; the others are reached from it.
const PASSAGES: usize = 12;

/// The page of a report.
pub fn report(desk: &Desk, asked: &Asked) -> Answer {
    let found = desk.shelf.report(&asked.id);
    let found = found.ok_or_else(|| Problem::missing("there is no report of this identifier"))?;
    let selection = &found.selection;
    let tables = Tables::named(
        &selection.account,
        selection.identifiers.clone(),
        &selection.numbering,
        &selection.datings,
    );
    let leaf = Leaf::of(&selection.account, &tables, &selection.numbering, selection.n_own, 0);
    let number = found.number;
    let claims = (1..).zip(&found.claims).map(|(at, (range, claim))| ClaimOver {
        range: *range,
        number: at,
        id: &claim.id,
        n_reports: claim.n_reports,
        said: claim.said,
        denied: claim.denied,
    });
    let report = tables.reports[number - 1].report;
    let overlay = Overlay { claims: claims.collect(), asked: asked_range(asked, &report.text)? };
    let stories: Vec<Row> = found.stories.iter().cloned().map(Row::Story).collect();
    let body = html! {
        p.brand { "Report" }
        h1 { (leaf.called(number)) }
        nav.jump aria-label="Parts of this page" {
            ul {
                li { a href="#text" { "Text" } }
                li { a href="#known" { "What is known of it" } }
                li { a href="#copied" { "Copied passages" } }
                li { a href="#stories" { "Stories" } }
            }
        }
        section aria-labelledby="text" {
            h2 #text { "Text" }
            p.legend {
                span.claimed { "claim" } " \u{b7} " span.copied { "copied passage" } " \u{b7} " span.said { "words of a statement" } " \u{b7} "
                span.furniture { "furniture" } ". Signs at their ends: m is a claim, p a passage, q a statement, with its number on this page."
            }
            article.text { (leaf.text(number, &overlay)) }
        }
        section aria-labelledby="known" {
            h2 #known { "What is known of it" }
            (leaf.card(number))
        }
        section aria-labelledby="copied" {
            h2 #copied { "Copied passages" }
            @if tables.families.is_empty() { p.nothing { "no copied passage found" } }
            (leaf.passages(PASSAGES))
            @if tables.families.len() > PASSAGES { p { (PASSAGES) " of " (tables.families.len()) } }
        }
        section aria-labelledby="stories" {
            h2 #stories { "Stories that it tells" }
            (rows(&stories))
        }
    };
    let name = stemma_report::file_name(report);
    let view = View {
        title: name.to_owned(),
        list: Some(List::Reports),
        command: Some(format!("explain {}", asked.id)),
        api: Some(format!("/api/v1/reports/{}", asked.id)),
        body,
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}
