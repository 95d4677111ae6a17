//! Fixtures into accounts, and accounts back into what a test can read.

use stemma::model::{Account, EditSide, Source, Span};
use stemma::place::Atlas;
use stemma::{Config, Knowledge, Silent};
use stemma_language::English;
use stemma_testkit::{FixtureSpan, marked, parse};

/// A text as a source of the given name.
pub fn source(name: &str, text: &str) -> Source {
    Source::of_text(name.to_owned(), text.to_owned())
}

/// English, read once.
pub fn english() -> &'static English {
    stemma_assets::english().expect("what the program brings along is whole")
}

/// English, and the places of the world.
pub fn knowledge() -> Knowledge<'static> {
    let gazetteer = stemma_assets::places().expect("what the program brings along is whole");
    Knowledge { english: english(), atlas: Atlas::new(gazetteer) }
}

/// The account of some sources.
pub fn account(sources: Vec<Source>) -> Account {
    stemma::account(sources, Vec::new(), Vec::new(), knowledge(), &Config::default(), &Silent)
}

/// The account of a fixture, brackets taken out.
#[allow(dead_code)] // not every test file uses every piece
pub fn account_of(fixture: &str) -> Account {
    account(parse(fixture).iter().map(|report| source(&report.name, &report.text)).collect())
}

/// The account of a fixture, with passages found as `reuse` says.
#[allow(dead_code)] // not every test file uses every piece
pub fn account_with(fixture: &str, reuse: stemma::reuse::Config) -> Account {
    let sources = parse(fixture).iter().map(|report| source(&report.name, &report.text)).collect();
    stemma::account(sources, Vec::new(), Vec::new(), knowledge(), &Config { reuse }, &Silent)
}

/// Name of the first capture of the report a span lies in.
pub fn name(account: &Account, span: Span) -> &str {
    &account.report(span.report).captures[0].name
}

/// The fixture as it would be marked by what was found: passages labelled `f1`, `f2` by family, in the order
/// in which the families first appear.
#[allow(dead_code)]
pub fn marked_passages(fixture: &str, account: &Account) -> String {
    let mut order: Vec<u32> = Vec::new();
    let mut shown = String::new();
    for report in parse(fixture) {
        let mut found: Vec<(u32, Span)> = account
            .passages
            .iter()
            .filter(|passage| name(account, passage.span) == report.name)
            .map(|passage| (passage.family.0, passage.span))
            .collect();
        found.sort_by_key(|(_, span)| *span);
        let spans: Vec<FixtureSpan> = found
            .into_iter()
            .map(|(family, span)| {
                if !order.contains(&family) {
                    order.push(family);
                }
                let number = order.iter().position(|known| *known == family).expect("it was just put there");
                FixtureSpan::new(
                    &format!("f{}", number + 1),
                    span.range.start as usize,
                    span.range.end as usize,
                )
            })
            .collect();
        shown.push_str(&format!("//- /{}\n{}\n", report.name, marked(&report.text, &spans)));
    }
    shown
}

/// One line an edit: `wire.txt "old" -> spun.txt "new" [Swap]`.
#[allow(dead_code)]
pub fn edit_lines(account: &Account) -> String {
    let side = |side: &EditSide| {
        let span = account.passage(side.passage).span;
        let words = side.range.of(&account.report(span.report).text);
        format!("{} {words:?}", name(account, span))
    };
    let line =
        |edit: &stemma::model::Edit| format!("{} -> {} {:?}\n", side(&edit.from), side(&edit.to), edit.kinds);
    account.edits.iter().map(line).collect()
}
