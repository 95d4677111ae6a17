//! The reports on the page: at a glance, as a table with shares, and each with its captures and hashes.

use super::shares::shares;
use super::words::{address, count, name, words};
use super::{NEW_LINE, Page, table_head};
use crate::numbering::file_name;
use crate::share::Share;
use crate::view::{PAIRWISE_LIMIT, ReportView, SharedWith};
use maud::{Markup, html};
use stemma::model::{Capture, DateEvidence};

/// How many reports stand in the margin.
const AT_A_GLANCE: usize = 12;

/// How many other reports the table names; all stand with each report.
const MOST: usize = 3;

/// The reports of which most stands elsewhere, for the margin.
pub fn at_a_glance(page: &Page) -> Markup {
    let all = page.tables.reports.len();
    let mut views: Vec<&ReportView> = page.tables.reports.iter().collect();
    views.sort_by_key(|view| (std::cmp::Reverse(view.share.percent()), view.number));
    views.truncate(AT_A_GLANCE);
    html! {
        nav.glance aria-labelledby="glance" {
            h2 #glance { "Reports at a glance" }
            p.legend {
                "Share of each that also stands in another report, most first."
                @if views.len() < all { " " (views.len()) " of " (all) "." }
            }
            ul { @for view in views { (NEW_LINE) (glance(page, view)) } }
        }
    }
}

fn glance(page: &Page, view: &ReportView) -> Markup {
    html! {
        li {
            a href=(page.links.report(view.number)) { "[" (view.number) "] " (called(view)) }
            (bar(view.share))
            span.percent { (percent(view.share)) }
            @if let Some(most) = view.shared_with.first() {
                " " span.most { "most with [" (most.number) "], " (most.percent) " %" }
            }
        }
    }
}

/// The table, then every report.
pub fn section(page: &Page) -> Markup {
    let legend = html! {
        "Stands elsewhere: share of the paragraphs that also stands in another report, word for word or edited. "
        "Shares most with: share of the paragraphs that also stands in that report. "
        "New as far as found: what lies in no passage that another report has."
        @if page.tables.has_large_families {
            " Passages that stand in more than " (PAIRWISE_LIMIT) " reports are left out of the figures for pairs."
        }
    };
    super::section(
        "reports",
        &legend,
        &html! { (table(page, &page.tables.reports)) @for view in &page.tables.reports { (card(page, view)) } },
    )
}

/// Reports with how much of each stands elsewhere.
pub fn table(page: &Page, reports: &[ReportView]) -> Markup {
    html! {
        table.shares {
            (table_head(["Report", "Stands elsewhere", "Shares most with"]))
            tbody {
                @for view in reports {
                    (NEW_LINE)
                    tr {
                        (row_head(page, view))
                        td { (bar(view.share)) span.percent { (percent(view.share)) } }
                        td {
                            @if view.shared_with.is_empty() { "\u{2013}" }
                            @for (idx, shared) in view.shared_with.iter().take(MOST).enumerate() {
                                @if idx > 0 { ", " }
                                (share_with(page, shared))
                            }
                            @if view.shared_with.len() > MOST { span.label { " (" (MOST) " of " (view.shared_with.len()) ")" } }
                        }
                    }
                }
            }
        }
    }
}

/// The report that a row of a table is about.
pub fn row_head(page: &Page, view: &ReportView) -> Markup {
    html! {
        th scope="row" {
            a href=(page.links.report(view.number)) { "[" (view.number) "]" } " "
            span.title { (called(view)) }
        }
    }
}

fn share_with(page: &Page, shared: &SharedWith) -> Markup {
    html! { span.nowrap { a href=(page.links.report(shared.number)) { "[" (shared.number) "]" } " " (shared.percent) " %" } }
}

/// The share as a bar. The figure stands beside it.
fn bar(share: Share) -> Markup {
    html! {
        svg.bar viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.all width="100" height="6" {}
            rect.part width=(share.percent().unwrap_or(0)) height="6" {}
        }
    }
}

fn percent(share: Share) -> String {
    share.percent().map_or_else(|| "no paragraph".to_owned(), |percent| format!("{percent} %"))
}

/// What readers know a report by: its headline, else the name of its file.
pub fn called(view: &ReportView) -> Markup {
    html! {
        @if view.titles.is_empty() {
            span.name { (name(file_name(view.report))) }
        } @else {
            @for (idx, title) in view.titles.iter().enumerate() {
                @if idx > 0 { span.label { " / " } }
                (words(title))
            }
        }
    }
}

/// A report with its shares, its dates, its captures and hashes.
pub fn card(page: &Page, view: &ReportView) -> Markup {
    let report = view.report;
    html! {
        (NEW_LINE)
        article.card id=(format!("report-{}", view.number)) {
            h3 { "[" (view.number) "] " span.title { (called(view)) } }
            p.facts {
                (report.text.len()) " bytes \u{b7} "
                (count(view.n_statements, "statement", "statements")) " \u{b7} "
                a href=(page.links.full_text(view.number)) { "full text" }
            }
            @if let Some((id, found)) = &view.shares { (shares(page, id, found)) }
            @if !view.shared_with.is_empty() {
                ul.sharing {
                    @for shared in &view.shared_with { li { (share_with(page, shared)) ": " (families(page, shared)) } }
                }
            }
            (stated_fields(page, view))
            details {
                summary { (count(report.captures.len(), "capture", "captures")) ", hashes" }
                dl {
                    dt { "Identifier" } dd { code { (view.id) } }
                    dt { "SHA-256 of the text" } dd { code { (report.text_sha256) } }
                    @for capture in &report.captures { (capture_rows(capture)) }
                }
            }
        }
    }
}

fn capture_rows(capture: &Capture) -> Markup {
    html! {
        dt { "Found as" } dd { span.name { (name(&capture.name)) } }
        dt { "SHA-256 of the file" } dd { code { (capture.original_sha256) } " (" (name(&capture.encoding)) ")" }
        @if let Some(captured) = &capture.captured { dt { "Captured" } dd { (date(captured)) } }
    }
}

fn families(page: &Page, shared: &SharedWith) -> Markup {
    html! {
        (if shared.families.len() == 1 { "passage " } else { "passages " })
        @for (idx, number) in shared.families.iter().enumerate() {
            @if idx > 0 { ", " }
            a href=(page.links.finding("families", &page.tables.families[number - 1].id)) { (number) }
        }
    }
}

/// What is known of where a report comes from, and what is not.
fn stated_fields(page: &Page, view: &ReportView) -> Markup {
    let report = view.report;
    let fields = [
        ("Outlet", report.outlet.as_deref().map(name)),
        ("Address", report.url.as_deref().map(address)),
        ("Published", report.published.as_ref().map(date)),
        ("Changed", report.modified.as_ref().map(date)),
    ];
    let missing: Vec<String> =
        fields.iter().filter(|(_, value)| value.is_none()).map(|(label, _)| label.to_lowercase()).collect();
    html! {
        dl {
            @for (label, value) in &fields {
                @if let Some(value) = value { dt { (label) } dd { (value) } }
            }
            @if let Some(previous) = view.previous {
                dt { "Version before" } dd { a href=(page.links.report(previous)) { "[" (previous) "]" } }
            }
            @if !missing.is_empty() { dt { "Not stated" } dd.missing { (missing.join(", ")) } }
        }
    }
}

fn date(date: &DateEvidence) -> Markup {
    html! { (name(&date.value)) " (" (name(&date.method)) ")" }
}
