//! Who said what on the page, each statement with a citation that can be copied.

use super::reports::file_name;
use super::words::{count, name, pieces, words};
use super::{NEW_LINE, Page, nothing};
use crate::view::{SpeakerView, StatementView};
use maud::{Markup, html};
use stemma::model::{Report, Stance, Statement, StatementKind};

/// The section.
pub fn section(page: &Page) -> Markup {
    if page.tables.speakers.is_empty() {
        return super::section("statements", &Markup::default(), &nothing("no statement found"));
    }
    let legend = html! {
        "Names as they stand in the reports. A click on a citation selects all of it."
    };
    let body = html! { @for found in &page.tables.speakers { (speaker(page, found)) } };
    super::section("statements", &legend, &body)
}

fn speaker(page: &Page, found: &SpeakerView) -> Markup {
    html! {
        (NEW_LINE)
        article.speaker {
            h3 {
                @match found.name {
                    Some(said) => span.title { (words(said)) },
                    None => { "No speaker stated" },
                }
                " " span.label { (count(found.statements.len(), "statement", "statements")) }
            }
            ul.items { @for statement in &found.statements { (NEW_LINE) (shown(page, statement)) } }
        }
    }
}

fn shown(page: &Page, view: &StatementView) -> Markup {
    let statement = view.statement;
    html! {
        li id=[page.owns(view).then_some(&view.id)] {
            p.words dir="auto" { (pieces(&view.pieces)) }
            p.facts {
                span.kind { (manner(statement)) }
                " " (page.links.place(view.place))
                @if let Some(named_at) = view.named_at { ", named " (page.links.place(named_at)) }
                @if let Some(source) = view.source { ", source words: " span.source { (words(source)) } }
            }
            details { summary { "citation" } p.citation { (citation(view)) } }
        }
    }
}

impl Page<'_> {
    /// Whether a statement is the first of its identifier and carries it as its name in the page.
    fn owns(&self, view: &StatementView) -> bool {
        self.named_statements.get(view.id.as_str()) == Some(&view.number)
    }
}

/// How the words are given, and whether their speaker denies them. A citation without it would have him say
/// what he denied.
fn manner(statement: &Statement) -> Markup {
    html! {
        (kind_label(statement.kind))
        @if statement.stance == Stance::Denies { ", denied" }
    }
}

fn kind_label(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "quotation",
        StatementKind::Indirect => "indirect",
        StatementKind::Mixed => "indirect with quotation",
    }
}

/// All that is needed to find the words again, on one line.
fn citation(view: &StatementView) -> Markup {
    let report = view.report;
    let missing = |what: &'static str| html! { (what) " not stated" };
    let foreign = |text: &Option<String>, what| text.as_deref().map_or_else(|| missing(what), name);
    let range = view.place.range;
    html! {
        (pieces(&view.pieces)) " \u{2014} "
        (view.name.map_or_else(|| missing("speaker"), words)) " (" (manner(view.statement)) "), "
        (foreign(&report.outlet, "outlet")) ", "
        (title(report)) ", "
        (report.published.as_ref().map_or_else(|| missing("date"), |date| name(&date.value))) ", "
        (foreign(&report.url, "address")) ", file "
        (name(file_name(report))) ", bytes " (range.start) "\u{2013}" (range.end)
        " of the text with SHA-256 " (report.text_sha256)
    }
}

fn title(report: &Report) -> Markup {
    html! {
        @if report.layout.titles.is_empty() { "title not stated" }
        @for (idx, line) in report.layout.titles.iter().enumerate() {
            @if idx > 0 { " / " }
            (words(line.of(&report.text)))
        }
    }
}
