//! The full text of each report on the page: passages tinted, quotations underlined, furniture greyed.

use super::leftovers::furniture_label;
use super::lineage::part;
use super::words::{anchor, count, name, words};
use super::{NEW_LINE, Page};
use crate::first_screen::Listing;
use crate::numbering::file_name;
use crate::said::grade_words;
use crate::view::{Block, BlockKind, Mark, Segment, TextView, count_parts};
use crate::visible::visible_passage;
use maud::{Markup, html};

/// The section.
pub fn section(texts: &[TextView], page: &Page) -> Markup {
    let legend = html! {
        span.copied { "copied passage" } " \u{b7} " span.said { "words of a statement" } " \u{b7} "
        span.furniture { "furniture" }
        ". Signs at their ends: p is a passage, q a statement, with its number."
    };
    let body = html! { @for text in texts { (full_text(text, page)) } };
    super::section("full-texts", &legend, &body)
}

/// One text by itself: its blocks, without a heading.
pub fn blocks(text: &TextView, page: &Page) -> Markup {
    html! { @for block in &text.blocks { (NEW_LINE) (shown(page, block, text.number)) } }
}

fn full_text(text: &TextView, page: &Page) -> Markup {
    let report = &page.tables.reports[text.number - 1];
    html! {
        (NEW_LINE)
        article.text id=(format!("r{}", text.number)) {
            h3 {
                a href=(page.links.report(text.number)) { "[" (text.number) "]" } " "
                span.name { (name(file_name(report.report))) }
            }
            (blocks(text, page))
            @for byte in &text.last_anchors { span id=(anchor(text.number, *byte)) {} }
        }
    }
}

fn shown(page: &Page, block: &Block, number: usize) -> Markup {
    let class = match block.kind {
        BlockKind::Title => "block headline",
        BlockKind::Paragraph => "block",
        BlockKind::Furniture(_) => "block furniture",
        BlockKind::Unlabelled => "block unlabelled",
    };
    let marks: Vec<&Mark> = block.segments.iter().flat_map(|segment| &segment.marks).collect();
    html! {
        div class=(class) {
            p dir="auto" { @for segment in &block.segments { (run(page, segment, number)) } }
            @if !marks.is_empty() || matches!(block.kind, BlockKind::Furniture(_)) {
                ul.margin {
                    @if let BlockKind::Furniture(kind) = block.kind { li.kind { (furniture_label(kind)) } }
                    @for mark in marks { li { (note(page, mark)) } }
                }
            }
        }
    }
}

fn run(page: &Page, segment: &Segment, number: usize) -> Markup {
    let classes = [(segment.is_copied, "copied"), (segment.is_said, "said"), (segment.is_claimed, "claimed")];
    let classes: Vec<&str> = classes.iter().filter(|(is_so, _)| *is_so).map(|(_, class)| *class).collect();
    let class = (!classes.is_empty()).then(|| classes.join(" "));
    let text = html! {
        @if segment.is_asked { mark.asked id=[segment.is_first_asked.then_some("here")] { (visible_passage(segment.text)) } }
        @else { (visible_passage(segment.text)) }
    };
    let (own, others) =
        segment.anchors.split_first().map_or((None, &[][..]), |(own, rest)| (Some(own), rest));
    html! {
        @if segment.is_first_asked && !segment.is_asked { span #here {} }
        @for byte in others { span id=(anchor(number, *byte)) {} }
        @if class.is_some() || own.is_some() {
            span class=[class] id=[own.map(|byte| anchor(number, *byte))] { (text) }
        } @else {
            (text)
        }
        @for mark in &segment.marks { (sign(page, mark)) }
    }
}

/// The sign of a finding in the text, a link to the finding.
fn sign(page: &Page, mark: &Mark) -> Markup {
    let (id, number, letter, what) = parts(mark);
    html! { a.sign href=(page.links.any(id)) aria-label=(format!("{letter}{number}, {what}")) { (letter) (number) } }
}

fn parts<'a>(mark: &'a Mark) -> (&'a str, usize, char, &'static str) {
    match mark {
        Mark::Passage { number, id, .. } => (id, *number, 'p', "passage"),
        Mark::Statement { number, id, .. } => (id, *number, 'q', "statement"),
        Mark::Claim(over) => (over.id, over.number, 'm', "claim"),
    }
}

/// The same finding in the margin, in words.
fn note(page: &Page, mark: &Mark) -> Markup {
    let (id, number, letter, _) = parts(mark);
    html! {
        a href=(page.links.any(id)) { (letter) (number) } " "
        @match mark {
            Mark::Passage { others, .. } => { "also in " (other_reports(page, others)) },
            Mark::Statement { speaker: Some(speaker), .. } => {
                span.source { (words(speaker.name)) }
                @if let Some(ground) = grade_words(speaker.grade) { ", " (ground) }
            },
            Mark::Statement { speaker: None, .. } => span.missing { "no speaker stated" },
            Mark::Claim(over) => {
                "claim in " (count(over.n_reports, "report", "reports"))
                @for (label, origins) in [("said by ", over.said), ("denied by ", over.denied)] {
                    @if origins.at_most > 0 { ", " (label) @for one in count_parts(origins) { (part(page, &one)) } }
                }
            },
        }
    }
}

fn other_reports(page: &Page, others: &Listing<crate::Place>) -> Markup {
    let left = others.total - others.items.len();
    html! {
        @for (idx, place) in others.items.iter().enumerate() {
            @if idx > 0 { ", " }
            a href=(page.links.address(*place)) { "[" (place.report) "]" }
        }
        @if left > 0 { " and " (left) " more" }
    }
}
