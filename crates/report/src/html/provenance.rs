//! How the page can be checked: digest, format, tables, hashes, commands.

use super::words::name;
use super::{NEW_LINE, Page, table_head};
use crate::numbering::names;
use maud::{Markup, html};
use stemma::account::record::{Record, Value};

/// The section.
pub fn section(page: &Page, records: &[Record]) -> Markup {
    let header = |key: &str| match records.first().and_then(|header| header.get(key)) {
        Some(Value::Text(text)) => text.as_str(),
        _ => "",
    };
    let body = html! {
        dl {
            dt { "Digest" } dd { code { (header("digest")) } }
            dt { "Format" } dd { code { (header("schema")) } }
            dt { "Program" } dd { "stemma " (header("program")) }
        }
        (tables(page))
        (hashes(page))
        h3 { "To check it again, from the texts alone" }
        pre { code { "stemma --json FILES... > account.jsonl\nstemma verify account.jsonl FILES..." } }
    };
    let legend =
        html! { "The digest depends on the texts and the findings alone, not on names or order of files." };
    super::section("provenance", &legend, &body)
}

fn tables(page: &Page) -> Markup {
    html! {
        @if !page.account.tables.is_empty() {
            h3 { "Learned from these reports" }
            table.lines {
                (table_head(["Table", "Entries", "SHA-256"]))
                tbody {
                    @for table in &page.account.tables {
                        (NEW_LINE)
                        tr {
                            td { (table.name) ", version " (table.version) }
                            td { (table.entries) }
                            td { code { (table.sha256) } }
                        }
                    }
                }
            }
        }
    }
}

fn hashes(page: &Page) -> Markup {
    html! {
        h3 { "Texts" }
        table.lines {
            thead { tr { th scope="col" { "Report" } th scope="col" { "SHA-256 of the text" } } }
            tbody {
                @for view in &page.tables.reports {
                    (NEW_LINE)
                    tr {
                        td {
                            a href=(page.links.report(view.number)) { "[" (view.number) "]" }
                            @for found in names(view.report) { " " span.name { (name(found)) } }
                        }
                        td { code { (view.report.text_sha256) } }
                    }
                }
            }
        }
    }
}
