//! Who copied whom in one family: a list with the evidence, and a drawing that says the same.

use super::words::{wording_inline, words};
use super::{NEW_LINE, Page, drawing};
use crate::view::{DescentView, LineageView, NOT_DECIDABLE, ParentView, Part};
use maud::{Markup, html};

/// How many witnesses the list shows before the rest folds away.
const IN_SIGHT: usize = 12;

/// The lineage of a family; nothing where it stands in one report only.
pub fn lineage(page: &Page, found: &LineageView, number: usize) -> Markup {
    if found.lines.is_empty() && found.undecided.is_empty() {
        return Markup::default();
    }
    html! {
        (NEW_LINE)
        div.lineage {
            h4 { "Who copied whom" }
            @if !found.lines.is_empty() {
                (drawing::drawing(found, number))
                (list(page, &found.lines))
            }
            @if !found.undecided.is_empty() { (undecided(page, &found.undecided)) }
        }
    }
}

fn list(page: &Page, lines: &[DescentView]) -> Markup {
    let (first, rest) = lines.split_at(lines.len().min(IN_SIGHT));
    html! {
        ul.descents { @for line in first { (NEW_LINE) (descent(page, line)) } }
        @if !rest.is_empty() {
            details {
                summary { (first.len()) " of " (lines.len()) " shown; show the other " (rest.len()) }
                ul.descents { @for line in rest { (NEW_LINE) (descent(page, line)) } }
            }
        }
    }
}

/// Witnesses of which nothing is known, in a row.
fn undecided(page: &Page, lines: &[DescentView]) -> Markup {
    let (first, rest) = lines.split_at(lines.len().min(IN_SIGHT));
    html! {
        p.facts {
            strong { (NOT_DECIDABLE) } ": " (row(page, first))
            @if !rest.is_empty() {
                " " details.more { summary { "and " (rest.len()) " more" } (row(page, rest)) }
            }
        }
    }
}

fn row(page: &Page, lines: &[DescentView]) -> Markup {
    html! {
        @for (idx, line) in lines.iter().enumerate() {
            @if idx > 0 { ", " }
            span id=(page.tables.descent_ids[line.idx]) { (page.links.place(line.place)) }
        }
    }
}

fn descent(page: &Page, line: &DescentView) -> Markup {
    html! {
        li id=(page.tables.descent_ids[line.idx]) {
            (page.links.place(line.place)) ": "
            @match line.parent {
                ParentView::Passage(parent) => {
                    "from " (page.links.place(parent)) ", "
                    @match line.support_percent {
                        Some(percent) => { "support " (percent) " %" }
                        None => { "support not computed" }
                    }
                }
                other => { strong { (other.label()) } }
            }
            @if !line.evidence.is_empty() {
                ul.evidence { @for one in &line.evidence { li { @for part in one { (self::part(page, part)) } } } }
            }
        }
    }
}

/// A part of a remark.
pub fn part(page: &Page, part: &Part) -> Markup {
    html! {
        @match part {
            Part::Label(label) => { (label) }
            Part::Arrow => { " \u{2192} " }
            Part::Number(number) => { (number) }
            Part::Report(number) => { a href=(page.links.report(*number)) { "[" (number) "]" } }
            Part::Date(date) => { (super::words::name(date)) }
            Part::Place(place) => { (page.links.place(*place)) }
            Part::Value(value) => { (super::words::name(value)) }
            Part::Name(said) => { strong { (words(said)) } }
            Part::Cut(shown, total) => { (shown) " of " (total) }
            Part::Near(near) => { span.source { (words(near)) } }
            Part::Words(place, wording) => {
                span.source { (wording_inline(wording)) } " " span.label { (page.links.place(*place)) }
            }
        }
    }
}
