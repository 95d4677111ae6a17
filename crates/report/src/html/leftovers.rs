//! What is not part of the accounts proper: furniture, files that were not read, notes about sources.

use super::words::{name, words};
use super::{NEW_LINE, Page, nothing, section};
use crate::{Numbering, Place};
use maud::{Markup, html};
use stemma::account::labels;
use stemma::model::{FurnitureKind, Note, Unread};

/// Lines that are not part of the reports proper.
pub fn furniture(page: &Page, numbering: &Numbering) -> Markup {
    let lines: Vec<(Place, FurnitureKind, &str)> = numbering
        .order()
        .iter()
        .flat_map(|idx| {
            let report = page.account.report(*idx);
            let number = numbering.number(*idx);
            report.layout.furniture.iter().map(move |line| {
                (Place { report: number, range: line.range }, line.kind, line.range.of(&report.text))
            })
        })
        .collect();
    let legend = html! { "Lines that are not part of the report proper: labelled, never deleted." };
    let body = html! {
        table.lines {
            thead { tr { th scope="col" { "Place" } th scope="col" { "Kind" } th scope="col" { "Words" } } }
            tbody {
                @for (place, kind, line) in &lines {
                    (NEW_LINE)
                    tr {
                        td { (page.links.place(*place)) }
                        td { (furniture_label(*kind)) }
                        td.words { (words(line)) }
                    }
                }
            }
        }
    };
    if lines.is_empty() {
        return section("furniture", &legend, &nothing("no furniture found"));
    }
    section("furniture", &legend, &body)
}

/// What a kind of furniture is called.
pub fn furniture_label(kind: FurnitureKind) -> String {
    labels::furniture_label(kind).replace('-', " ")
}

/// Every file that was not read, and what else there is to know about sources.
pub fn unread(unread: &[Unread], notes: &[Note]) -> Markup {
    let body = html! {
        @if unread.is_empty() {
            (nothing("everything was read"))
        } @else {
            ul.plain {
                @for file in unread {
                    (NEW_LINE)
                    li {
                        span.name { (name(&file.name)) } ": " (name(&file.reason))
                        @if !file.hint.is_empty() { br; span.label { "hint: " (name(&file.hint)) } }
                    }
                }
            }
        }
        @if !notes.is_empty() {
            h3 { "Notes" }
            ul.plain {
                @for note in notes { (NEW_LINE) li { span.name { (name(&note.name)) } ": " (name(&note.text)) } }
            }
        }
    };
    section("not-read", &Markup::default(), &body)
}
