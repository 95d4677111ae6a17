//! An account as one page of HTML that stands alone.
//!
//! The page runs no script, asks for nothing, and opens from a file. It shows all of an account: what does
//! not fit a first look folds away and is not left out. Every finding has an anchor, every place is a link
//! to the words in the full text, and from there a link leads back. The order is that of the terminal.

mod alignment;
mod drawing;
mod first_screen;
mod full_text;
mod leaf;
mod leftovers;
mod lineage;
mod origins;
mod passages;
mod places;
mod policy;
mod provenance;
mod reports;
mod shares;
mod statements;
mod strips;
mod table;
mod timeline;
pub mod words;

pub use leaf::Leaf;
pub use policy::STYLE;

use crate::Numbering;
use crate::first_screen::{FirstScreen, Limits, Listing};
use crate::view::{Part, Tables, full_texts};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::InstanceIdx;
use stemma_gazetteer::Outlines;
use words::{Links, count};

/// The whole page, without a map.
pub fn html(account: &Account) -> String {
    page(account, None)
}

/// The whole page, with a map of the places that the reports name, drawn on outlines of land.
pub fn html_with_map(account: &Account, outlines: &Outlines) -> String {
    page(account, Some(outlines))
}

fn page(account: &Account, outlines: Option<&Outlines>) -> String {
    let records = stemma::account::records(account);
    let numbering = Numbering::of(account);
    let datings = stemma::datings(account);
    let tables = Tables::of(account, &records, &numbering, &datings);
    let screen = FirstScreen::of(account, &numbering, &datings, &tables.claims, Limits::PAGE);
    let page = Page::of(account, &tables, &numbering);
    let parts = [
        first_screen::sections(&page, &screen),
        table::section_of(&page),
        reports::section(&page),
        timeline::section(&page),
        places::section_of(&page, outlines),
        passages::section(&page),
        statements::section(&page),
        leftovers::furniture(&page, &numbering),
    ];
    let texts = full_text::section(&full_texts(&tables, &page.links.targets()), &page);
    let last = [leftovers::unread(&account.unread, &account.notes), provenance::section(&page, &records)];
    document(&page, html! { @for part in &parts { (part) } (texts) @for part in &last { (part) } })
        .into_string()
}

/// What every part of the page is made from.
struct Page<'a> {
    account: &'a Account,
    tables: &'a Tables<'a>,
    numbering: &'a Numbering,
    links: Links,
    /// The number of the statement that carries an identifier as its name in the page. Equal findings have
    /// equal identifiers; only the first can carry it, because a name stands once in a page.
    named_statements: BTreeMap<&'a str, usize>,
    /// The same for instances of claims, by their index.
    named_instances: BTreeMap<&'a str, u32>,
    /// How many claims of a story its table has.
    rows: usize,
}

impl<'a> Page<'a> {
    fn of(account: &'a Account, tables: &'a Tables<'a>, numbering: &'a Numbering) -> Self {
        let mut named_statements = BTreeMap::new();
        for statement in tables.voices.iter().flat_map(|voice| &voice.statements) {
            named_statements.entry(tables.statement_ids[statement.idx].as_str()).or_insert(statement.number);
        }
        let mut named_instances = BTreeMap::new();
        for (id, idx) in tables.instance_ids.iter().zip(0..) {
            named_instances.entry(id.as_str()).or_insert(idx);
        }
        Page {
            account,
            tables,
            numbering,
            links: Links::default(),
            named_statements,
            named_instances,
            rows: usize::MAX,
        }
    }

    /// The identifier of an instance that carries it as its name in the page: the first of its identifier.
    fn name_of_instance(&self, idx: InstanceIdx) -> Option<&'a str> {
        let id = self.tables.instance_ids[idx.0 as usize].as_str();
        (self.named_instances.get(id) == Some(&idx.0)).then_some(id)
    }

    /// A claim by its number, as a link to its row.
    fn claim_link(&self, number: usize) -> Markup {
        let claim = self.tables.claims.claims[number - 1].claim;
        html! { a href=(self.links.finding("claims", &self.tables.claim_ids[claim.0 as usize])) { "claim " (number) } }
    }

    /// Reports one behind the other; a long list folds away.
    fn report_list(&self, reports: &Listing<usize>) -> Markup {
        let (first, rest) = reports.items.split_at(reports.items.len().min(REPORTS_IN_A_ROW));
        let row = |items: &[usize]| {
            html! {
                @for (idx, report) in items.iter().enumerate() {
                    (if idx > 0 { ", " } else { "" }) (lineage::part(self, &Part::Report(*report)))
                }
            }
        };
        html! {
            (row(first))
            @if !rest.is_empty() { " " details.more { summary { "and " (rest.len()) " more" } (row(rest)) } }
            (words::cut(reports))
        }
    }
}

/// How many reports stand one behind the other before the rest folds away.
const REPORTS_IN_A_ROW: usize = 12;

fn document(page: &Page, main: Markup) -> Markup {
    let n_reports = page.account.reports.len();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                title { "Account of " (count(n_reports, "report", "reports")) " \u{2013} stemma" }
                style { (PreEscaped(policy::STYLE)) }
            }
            (NEW_LINE)
            body {
                a.skip href="#main" { "Skip to the account" }
                (masthead(page))
                (NEW_LINE)
                div.columns {
                    (contents(page))
                    (NEW_LINE)
                    main #main tabindex="-1" { (main) }
                }
                (NEW_LINE)
                footer {
                    p { "Words of reports stand in serif type and are verbatim. Everything else is a fixed label of stemma." }
                }
            }
        }
        (NEW_LINE)
    }
}

/// Keeps the lines of the page short enough to be compared.
const NEW_LINE: &str = "\n";

fn masthead(page: &Page) -> Markup {
    let account = page.account;
    let captures = account.reports.iter().map(|report| report.captures.len()).sum();
    html! {
        header.masthead {
            p.brand { "stemma" }
            h1 { "Account of " (count(account.reports.len(), "report", "reports")) }
            p.counts {
                (count(captures, "capture", "captures")) " \u{b7} "
                (count(account.claims.len(), "claim", "claims")) " \u{b7} "
                (count(account.families.len(), "family", "families")) " of copied passages \u{b7} "
                (count(account.statements.len(), "statement", "statements")) " \u{b7} "
                (account.unread.len()) " not read"
            }
            p.legend {
                "What the reports have in common, who is quoted in them, and where each word stands. A place such as "
                span.sample { "[2] 462\u{2013}675" }
                " is bytes 462 up to but not including 675 of report 2; the link opens the words."
            }
        }
    }
}

/// The table of contents, with the reports at a glance.
fn contents(page: &Page) -> Markup {
    html! {
        div.side {
            (reports::at_a_glance(page))
            (NEW_LINE)
            nav.contents aria-labelledby="contents" {
                h2 #contents { "Contents" }
                ul {
                    @for (id, title) in SECTIONS {
                        li { a href=(format!("#{id}")) { (title) } }
                    }
                }
            }
        }
    }
}

/// The sections: the name of each inside the page, and its title.
const SECTIONS: [(&str, &str); 13] = [
    ("reported", "What is reported"),
    ("in-dispute", "In dispute"),
    ("not-stated", "Not stated"),
    ("claims", "Claims by reports"),
    ("reports", "Reports"),
    ("when", "When they were published"),
    ("where", "Where"),
    ("passages", "Passages"),
    ("statements", "Who said what"),
    ("furniture", "Furniture"),
    ("full-texts", "Full texts"),
    ("not-read", "Not read, notes"),
    ("provenance", "Provenance"),
];

/// A section with its heading and what its signs mean.
fn section(id: &'static str, legend: &Markup, body: &Markup) -> Markup {
    let title = SECTIONS.iter().find(|(known, _)| *known == id).map_or(id, |(_, title)| title);
    html! {
        (NEW_LINE)
        section aria-labelledby=(id) {
            h2 #(id) { (title) }
            @if !legend.0.is_empty() { p.legend { (legend) } }
            (body)
        }
    }
}

/// The head of a table.
fn table_head(columns: [&str; 3]) -> Markup {
    html! { thead { tr { @for column in columns { th scope="col" { (column) } } } } }
}

/// Says that a list is empty.
fn nothing(what: &'static str) -> Markup {
    html! { p.nothing { (what) } }
}

#[cfg(test)]
mod claims_tests;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod places_tests;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod tests;
