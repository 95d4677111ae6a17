//! Claims by reports on the page: a table that opens, row by row, into how each claim is known.

use super::first_screen::denial;
use super::lineage::part;
use super::words::{count, place_label, wording_inline, words};
use super::{NEW_LINE, Page, nothing, section};
use crate::Place;
use crate::first_screen::Listing;
use crate::view::{
    Cell, ClaimView, EvidenceView, NO_CLAIMS, Part, Row, StoryTable, count_parts, evidence, may_be_one, row,
    tables,
};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// How many reports have a column of their own; with more, the table is wider than any screen.
const COLUMNS: usize = 24;
/// How many reports are named in a cell before the rest folds away.
const IN_A_CELL: usize = 12;

/// The section.
pub fn section_of(page: &Page) -> Markup {
    let list = &page.tables.claims;
    if list.claims.is_empty() {
        return section("claims", &Markup::default(), &nothing(NO_CLAIMS));
    }
    let legend = html! {
        "What each report of a story says to each claim of it; what more reports carry first. A sign opens the words, and a row "
        "opens into how its claim is known. Origins: how many stand behind it."
        ul.signs {
            @for cell in Cell::ALL { li { span class=(class(cell)) { (cell.sign()) } " " (cell.label()) } }
        }
    };
    let tables = tables(page.account, page.numbering, list, (page.rows, COLUMNS));
    let several = tables.len() > 1;
    let body = html! {
        @for (idx, found) in tables.iter().enumerate() { (story(page, found, idx + 1, several)) }
    };
    section("claims", &legend, &body)
}

fn story(page: &Page, table: &StoryTable, number: usize, several: bool) -> Markup {
    let name = format!("story-{number}");
    html! {
        @if several {
            h3 id=(name) {
                "Story " (number) " " span.label { (count(table.story.reports.len(), "report", "reports")) }
            }
            p.facts {
                @for (idx, (term, place)) in table.story.terms.iter().enumerate() {
                    (if idx > 0 { ", " } else { "" }) span.source { (words(term)) } " " (page.links.place(*place))
                }
            }
        }
        div.wide tabindex="0" role="region" aria-label=(format!("Table {number}: claims by reports")) {
            table.by-reports {
                thead {
                    tr {
                        th scope="col" { "Claim" }
                        @if table.is_by_report {
                            @for report in &table.story.reports {
                                th scope="col" { (part(page, &Part::Report(*report))) }
                            }
                        } @else {
                            @for cell in Cell::ALL { th scope="col" { (cell.label()) } }
                        }
                        th scope="col" { "Origins" }
                    }
                }
                @for row in &table.rows.items { (claim(page, table, row)) }
            }
        }
    }
}

/// A claim: its row, and the row that opens.
fn claim(page: &Page, table: &StoryTable, row: &Row) -> Markup {
    let columns = if table.is_by_report { table.story.reports.len() } else { Cell::ALL.len() };
    let found = evidence(page.account, page.numbering, row.claim.claim, usize::MAX);
    let mut first: BTreeMap<usize, Place> = BTreeMap::new();
    for one in &found {
        first.entry(one.place.report).or_insert(one.place);
    }
    html! {
        (NEW_LINE)
        tbody id=(page.tables.claim_ids[row.claim.claim.0 as usize]) {
            tr {
                th scope="row" {
                    span.number { (row.claim.number) ". " } span.title { (wording_inline(&row.claim.wording)) }
                }
                @if table.is_by_report {
                    @for report in &table.story.reports { (cell(page, row.cells.get(report).copied(), first.get(report))) }
                } @else {
                    (groups(page, row))
                }
                td.origins { (origins(page, row.claim)) }
            }
            tr.more {
                td colspan=(columns + 2) { (how_it_is_known(page, row.claim, &found)) }
            }
        }
    }
}

/// What one report says, as a link to its first words.
fn cell(page: &Page, cell: Option<Cell>, place: Option<&Place>) -> Markup {
    let Some(cell) = cell else { return html! { td {} } };
    html! {
        td class=(class(cell)) {
            @match place {
                Some(place) => {
                    a href=(page.links.address(*place)) { (named(cell)) span.unseen { ", " (place_label(*place)) } }
                }
                None => { (named(cell)) }
            }
        }
    }
}

/// A sign, and its name for those who do not see it.
fn named(cell: Cell) -> Markup {
    html! { span aria-hidden="true" { (cell.sign()) } span.unseen { (cell.label()) } }
}

/// By what they say, how many reports and which.
fn groups(page: &Page, row: &Row) -> Markup {
    let groups: BTreeMap<Cell, Listing<usize>> = row.by_cell(IN_A_CELL).into_iter().collect();
    html! {
        @for cell in Cell::ALL {
            td.reports {
                @if let Some(reports) = groups.get(&cell) {
                    b { (reports.total) } " " span.label { (page.report_list(reports)) }
                }
            }
        }
    }
}

/// The class that gives a sign its colour, beside its shape.
fn class(cell: Cell) -> &'static str {
    match cell {
        Cell::Says | Cell::Copies | Cell::InPassing => "sign-of says",
        Cell::Alleges => "sign-of alleges",
        Cell::Denies | Cell::Both => "sign-of denies",
        Cell::Silent | Cell::DateUnknown | Cell::NotApplicable | Cell::CannotTell => "sign-of silent",
    }
}

fn origins(page: &Page, claim: &ClaimView) -> Markup {
    let counted = |count| html! { @for one in count_parts(count) { (part(page, &one)) } };
    html! {
        @if let Some(said) = &claim.said {
            @if claim.is_only_alleged { "alleged: " }
            (counted(said.backing.count))
        }
        @if let Some(denied) = &claim.denied {
            @if claim.said.is_some() { br; }
            span.differs { "denied: " (counted(denied.backing.count)) }
        }
    }
}

/// What proves the claim: folded away, or on a page of its own where it has one.
fn how_it_is_known(page: &Page, claim: &ClaimView, found: &[EvidenceView]) -> Markup {
    if page.links.has_pages() {
        let id = &page.tables.claim_ids[claim.claim.0 as usize];
        return html! {
            a href=(page.links.finding("claims", id)) { "how it is known" span.unseen { ": claim " (claim.number) } ", " (count(found.len(), "instance", "instances")) }
        };
    }
    html! {
        details {
            summary { "how it is known" span.unseen { ": claim " (claim.number) } ", " (count(found.len(), "instance", "instances")) }
            div.known { (known(page, claim, found)) }
        }
    }
}

fn known(page: &Page, claim: &ClaimView, found: &[EvidenceView]) -> Markup {
    html! {
        @if claim.said.is_some() { p.facts.behind { (parts(page, &claim.said_parts())) } }
        @if claim.denied.is_some() { p.facts.behind { (denial(page, claim)) } }
        @for pair in may_be_one(page.account, claim.claim) { p.facts { (parts(page, &pair)) } }
        ul.items { @for one in found { (NEW_LINE) (instance(page, one)) } }
    }
}

/// A claim with everything behind it, and what each report of its story says to it.
pub fn by_itself(page: &Page, claim: &ClaimView) -> Markup {
    let found = evidence(page.account, page.numbering, claim.claim, usize::MAX);
    let row = row(page.account, page.numbering, claim);
    html! {
        (known(page, claim, &found))
        h2 { "What each report says to it" }
        ul.signs.by-cell {
            @for (cell, reports) in row.by_cell(usize::MAX) {
                li {
                    span class=(class(cell)) { (cell.sign()) } " " (cell.label()) ": "
                    b { (reports.total) } " " (page.report_list(&reports))
                }
            }
        }
    }
}

fn instance(page: &Page, one: &EvidenceView) -> Markup {
    html! {
        li id=[page.name_of_instance(one.instance)] {
            p.words dir="auto" { (wording_inline(&one.wording)) }
            p.facts {
                (page.links.place(one.place)) " " span.kind { (parts(page, &one.stance)) }
                @if !one.speaker.is_empty() { "; " (parts(page, &one.speaker)) }
            }
            p.facts { (parts(page, &one.ground)) }
            p.facts { (parts(page, &one.join)) }
        }
    }
}

fn parts(page: &Page, parts: &[Part]) -> Markup {
    html! { @for one in parts { (part(page, one)) } }
}
