//! What is not part of the accounts proper: furniture, files that were not read, notes about sources.

use super::Detail;
use super::page::Page;
use crate::Numbering;
use crate::excerpt::Wording;
use stemma::Account;
use stemma::account::labels::furniture_label;
use stemma::model::{Furniture, ReportIdx, Span};

/// Writes the three lists; each only where it has something.
pub fn write(account: &Account, numbering: &Numbering, detail: Detail, page: &mut Page) {
    furniture(account, numbering, detail, page);
    unread(account, page);
    notes(account, page);
}

fn furniture(account: &Account, numbering: &Numbering, detail: Detail, page: &mut Page) {
    let lines: Vec<(ReportIdx, Furniture)> = numbering
        .order()
        .iter()
        .flat_map(|idx| {
            let lines = &account.report(*idx).layout.furniture;
            lines.iter().map(|line| (*idx, *line))
        })
        .collect();
    if lines.is_empty() {
        return;
    }
    let shown = lines.len().min(detail.rows);
    page.heading("Furniture", shown, lines.len(), "lines that are not part of the report proper");
    for (report, furniture) in &lines[..shown] {
        let span = Span { report: *report, range: furniture.range };
        let text = &account.report(*report).text;
        let wording = Wording::of(text, &[furniture.range], detail.wording_bytes);
        let line = page
            .line()
            .place(numbering.place(span))
            .label(" ")
            .kind(furniture_label(furniture.kind))
            .label(": ")
            .wording(&wording);
        page.write("  ", "     ", line);
    }
}

/// Every file that was not read: this list is never cut.
fn unread(account: &Account, page: &mut Page) {
    if account.unread.is_empty() {
        return;
    }
    page.heading("Not read", 0, 0, "");
    for unread in &account.unread {
        let line = page.line().name(&unread.name).label(": ");
        page.write("  ", "     ", line.name(&unread.reason));
        if !unread.hint.is_empty() {
            let line = page.line().label("hint: ").name(&unread.hint);
            page.write("     ", "     ", line);
        }
    }
}

fn notes(account: &Account, page: &mut Page) {
    if account.notes.is_empty() {
        return;
    }
    page.heading("Notes", 0, 0, "");
    for note in &account.notes {
        let line = page.line().name(&note.name).label(": ").name(&note.text);
        page.write("  ", "     ", line);
    }
}
