//! Who said what: the statements of each named speaker, then those of nobody named.

use super::Detail;
use super::page::Page;
use crate::excerpt::Wording;
use crate::quotations::{content, content_span, speaker_name, words_of};
use crate::{Numbering, Place};
use std::collections::BTreeMap;
use stemma::Account;
use stemma::model::{Stance, Statement, StatementKind};

/// Writes the statements, speakers in the order of their names.
pub fn write(account: &Account, numbering: &Numbering, detail: Detail, page: &mut Page) {
    let total = account.statements.len();
    if total == 0 {
        return;
    }
    let mut left = total.min(detail.rows);
    let legend = "names as they stand in the reports";
    page.heading("Statements by speaker", left, total, legend);
    for (name, statements) in by_speaker(account, numbering) {
        if left == 0 {
            return;
        }
        let line = match name {
            Some(name) => page.line().passage(name),
            None => page.line().label("no speaker stated"),
        };
        page.write("  ", "  ", line);
        for statement in statements.iter().take(left) {
            write_statement(account, numbering, statement, detail, page);
        }
        left = left.saturating_sub(statements.len());
    }
}

/// The statements of each name; a name that differs in capitals or marks only is the same. The unnamed
/// come last.
fn by_speaker<'a>(account: &'a Account, numbering: &Numbering) -> Vec<(Option<&'a str>, Vec<&'a Statement>)> {
    let mut speakers: BTreeMap<(bool, String), Vec<&Statement>> = BTreeMap::new();
    for statement in &account.statements {
        let name = speaker_name(account, statement);
        let key = (name.is_none(), name.map_or_else(String::new, words_of));
        speakers.entry(key).or_default().push(statement);
    }
    speakers
        .into_values()
        .map(|mut statements| {
            statements.sort_by_key(|statement| place(numbering, statement));
            let name = statements.first().and_then(|statement| speaker_name(account, statement));
            (name, statements)
        })
        .collect()
}

fn place(numbering: &Numbering, statement: &Statement) -> Place {
    numbering.place(content_span(statement))
}

fn write_statement(
    account: &Account,
    numbering: &Numbering,
    statement: &Statement,
    detail: Detail,
    page: &mut Page,
) {
    let text = &account.report(statement.span.report).text;
    let wording = Wording::of(text, content(statement), detail.wording_bytes);
    let mut line = page.line();
    line = line.place(place(numbering, statement)).label(": ");
    line = line.wording(&wording);
    let is_indirect = statement.kind == StatementKind::Indirect;
    line = match (is_indirect, statement.stance) {
        (false, Stance::Affirms) => line,
        (false, Stance::Denies) => line.label(" (denied)"),
        (true, Stance::Affirms) => line.label(" (indirect)"),
        (true, Stance::Denies) => line.label(" (indirect, denied)"),
    };
    if let (None, Some(source)) = (&statement.speaker, statement.source) {
        line = line.label(" (source words: ").passage(source.of(text)).label(")");
    }
    page.write("     ", "       ", line);
}
