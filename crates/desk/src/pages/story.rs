//! A story: what is reported, in dispute and not stated; claims by reports; copies; who said what; when; where.

use super::rows::{days, origins, outlets, said};
use super::shell::View;
use crate::Desk;
use crate::reply::{Problem, page};
use crate::routes::{Answer, Asked};
use crate::selection::Selection;
use crate::shelf::{Filter, List, Row, StoryRow};
use axum::http::StatusCode;
use maud::{Markup, PreEscaped, html};
use stemma_gazetteer::Outlines;
use stemma_report::html::Leaf;
use stemma_report::html::words::{count, words};
use stemma_report::view::Tables;

/// Claims of the table; the list of claims has the others.
const CLAIMS: usize = 60;
/// Voices and copied passages.
const MOST: usize = 12;
/// Reports of the tables of reports and days.
const REPORTS: usize = 60;

/// The sections of the page.
const SECTIONS: [(&str, &str); 10] = [
    ("reported", "What is reported"),
    ("in-dispute", "In dispute"),
    ("not-stated", "Not stated"),
    ("claims", "Claims by reports"),
    ("copies", "Copies"),
    ("reports", "Reports"),
    ("statements", "Who said what"),
    ("when", "When"),
    ("where", "Where"),
    ("provenance", "Provenance"),
];

/// The page of a story.
pub fn story(desk: &Desk, asked: &Asked) -> Answer {
    let missing = || Problem::missing("there is no story of this identifier");
    let Some(Row::Story(row)) = desk.shelf.row(List::Stories, &asked.id) else { return Err(missing()) };
    let filter = Filter { story: Some(asked.id.clone()), ..Filter::default() };
    let title = row.leading.as_ref().map_or_else(|| "Story".to_owned(), |leading| leading.text.clone());
    // Land is drawn from many thousand points; a page has it where it is asked for.
    let outlines = desk.outlines.filter(|_| asked.value("map").is_some());
    let draw = || {
        desk.shelf.story(&asked.id).map(|selection| body(&selection, &row, outlines).0).unwrap_or_default()
    };
    let drawn = desk.drawn.0.get(format!("{} {}", asked.id, outlines.is_some()), || draw().into());
    let view = View {
        title,
        list: Some(List::Stories),
        command: Some("claims".to_owned()),
        api: Some(format!("/api/v1/stories/{}", asked.id)),
        export: Some((List::Claims, filter.query(&[]), row.n_claims)),
        body: PreEscaped(drawn.to_string()),
        ..View::default()
    };
    Ok(page(StatusCode::OK, view.framed(desk)))
}

fn body(selection: &Selection, row: &StoryRow, outlines: Option<&Outlines>) -> Markup {
    let tables = Tables::named(
        &selection.account,
        selection.identifiers.clone(),
        &selection.numbering,
        &selection.datings,
    );
    let leaf = Leaf::of(&selection.account, &tables, &selection.numbering, selection.n_own, CLAIMS);
    let (voices, n_voices) = leaf.voices(MOST);
    let list = |list: List| format!("/{}?story={}", list.name(), row.id);
    html! {
        (head(selection, row))
        nav.jump aria-label="Parts of this page" { ul { @for (id, title) in SECTIONS { li { a href=(format!("#{id}")) { (title) } } } } }
        (leaf.first_screen(&selection.datings))
        (leaf.claims())
        @if row.n_claims > CLAIMS { p { (CLAIMS) " of " (row.n_claims) " claims; " a href=(list(List::Claims)) { "all" } } }
        section aria-labelledby="copies" {
            h2 #copies { "Copies" }
            @if tables.families.is_empty() { p.nothing { "no copied passage found" } }
            (leaf.strips())
            (leaf.passages(MOST))
            @if tables.families.len() > MOST { p { (MOST) " of " (tables.families.len()) " passages; " a href=(list(List::Families)) { "all" } } }
        }
        (leaf.reports(REPORTS))
        @if row.n_reports > REPORTS { p { (REPORTS) " of " (row.n_reports) " reports; " a href=(list(List::Reports)) { "all" } } }
        section aria-labelledby="statements" {
            h2 #statements { "Who said what" }
            @if n_voices == 0 { p.nothing { "no statement found" } }
            (voices)
            @if n_voices > MOST { p { (MOST) " of " (n_voices) " voices; " a href=(list(List::Voices)) { "all" } } }
        }
        (leaf.when(REPORTS))
        (leaf.places(outlines))
        @if outlines.is_none() { p { a href=(format!("/stories/{}?map=1#where", row.id)) { "On a map" } } }
        (provenance(row))
    }
}

fn head(selection: &Selection, row: &StoryRow) -> Markup {
    let attending = selection.account.reports.len() - selection.n_own;
    html! {
        p.brand { "Story" }
        h1 {
            @match &row.leading { Some(leading) => (said(leading)), None => "Story without a claim" }
        }
        p.counts {
            (count(row.n_reports, "report", "reports")) " \u{25b8} " (outlets(row)) " \u{25b8} " (origins(row.origins)) " behind this claim"
        }
        p.facts {
            (count(row.n_claims, "claim", "claims")) " \u{b7} "
            (count(row.n_disagreements, "open disagreement", "open disagreements")) " \u{b7} " (days(row.days))
        }
        @if !row.terms.is_empty() {
            p.facts { "words of this story: " @for (idx, term) in row.terms.iter().enumerate() { (if idx > 0 { ", " } else { "" }) span.source { (words(term)) } } }
        }
        @if attending > 0 {
            p.facts { (count(attending, "report", "reports")) " of other stories share text with it or name who speaks; they have the numbers from [" (selection.n_own + 1) "] on." }
        }
    }
}

fn provenance(row: &StoryRow) -> Markup {
    html! {
        section aria-labelledby="provenance" {
            h2 #provenance { "Provenance" }
            dl {
                dt { "Story" } dd { code { (row.id) } }
                dt { "Program" } dd { "stemma " (env!("CARGO_PKG_VERSION")) }
            }
            p { a href="/sources" { "Digest, hashes, what was not read" } }
        }
    }
}
