//! Claims by reports on a terminal: a sign for each report, or, where there are too many for a line, the reports by what
//! they say.

use super::Detail;
use super::line::Line;
use super::lineage::part;
use super::page::Page;
use crate::Numbering;
use crate::view::{Cell, ClaimList, Part, Row, StoryTable, tables};
use stemma::Account;
use stemma::model::OriginCount;

/// What else stands on a line: the number, the origins, and enough of the words to know them again.
const REST: usize = 6 + ORIGINS + 24;
/// Columns of the origins.
const ORIGINS: usize = 9;
/// Bytes of the words of a claim, two lines or three.
const WORDING: usize = 90;
const NUMBER: &str = "      ";

/// Writes the tables; nothing where nothing is claimed.
pub fn write(account: &Account, numbering: &Numbering, list: &ClaimList, detail: Detail, page: &mut Page) {
    let total = list.claims.len();
    if total == 0 {
        return;
    }
    let columns = page.width().saturating_sub(REST) / column(account.reports.len());
    let tables = tables(account, numbering, list, (detail.rows, columns));
    let shown = tables.iter().map(|table| table.rows.items.len()).sum();
    page.title("Claims by reports", |line| match shown < total {
        true => line.label(": ").cut(shown, total),
        false => line,
    });
    page.legend("numbers are those of the claims, what more reports carry first");
    let mut legend = page.line();
    for (idx, cell) in Cell::ALL.iter().enumerate() {
        legend = legend.label(if idx > 0 { ", " } else { "" }).label(cell.sign()).glued();
        legend = legend.label(cell.label());
    }
    page.write("", "", legend);
    page.legend("origins: from at least to at most; behind x, of those who deny");
    for table in &tables {
        page.blank();
        write_table(table, tables.len() > 1, detail, page);
    }
}

fn write_table(table: &StoryTable, is_one_of_several: bool, detail: Detail, page: &mut Page) {
    if is_one_of_several {
        let line = page.line().label("Story of ").count(table.story.reports.len(), "report", "reports");
        let line = table.story.terms.iter().enumerate().fold(line, |line, (idx, (words, _))| {
            line.label(if idx > 0 { ", " } else { ": " }).passage(words)
        });
        let line = match table.rows.is_cut() {
            true => line.label("; ").cut(table.rows.items.len(), table.rows.total),
            false => line,
        };
        page.write("  ", "    ", line);
    }
    if table.is_by_report {
        header(table, page);
    }
    for row in &table.rows.items {
        match table.is_by_report {
            true => signs(table, row, detail, page),
            false => lines(row, detail, page),
        }
    }
}

/// Columns of one report: its number in brackets, or a sign of up to three letters, and a blank.
fn column(number: usize) -> usize {
    number.to_string().len() + 3
}

fn column_of(table: &StoryTable) -> usize {
    column(table.story.reports.last().copied().unwrap_or_default())
}

fn header(table: &StoryTable, page: &mut Page) {
    let mut first = NUMBER.to_owned();
    let width = column_of(table);
    for report in &table.story.reports {
        first.push_str(&format!("{:<width$}", format!("[{report}]")));
    }
    first.push_str(&format!("{:<ORIGINS$}", "origins"));
    page.write(&first, "", page.line().label("claim"));
}

fn signs(table: &StoryTable, row: &Row, detail: Detail, page: &mut Page) {
    let mut first = format!("{:>4}. ", row.claim.number);
    let width = column_of(table);
    for report in &table.story.reports {
        let sign = row.cells.get(report).map_or("", |cell| cell.sign());
        first.push_str(&format!("{sign:<width$}"));
    }
    first.push_str(&format!("{:<ORIGINS$}", origins(row)));
    let others = " ".repeat(first.len());
    page.write(&first, &others, words(row, detail, page));
}

fn lines(row: &Row, detail: Detail, page: &mut Page) {
    page.write(&format!("{:>4}. ", row.claim.number), NUMBER, words(row, detail, page));
    let line = page.line().label("origins: ").name(&origins(row));
    let line = row.by_cell(detail.lines).iter().fold(line, |line, (cell, reports)| {
        let line = line.label("; ").label(cell.label()).label(" ").number(reports.total).label(": ");
        Part::reports(reports).iter().fold(line, part)
    });
    page.write(NUMBER, NUMBER, line);
}

fn words(row: &Row, detail: Detail, page: &Page) -> Line {
    let wording = &row.claim.wording;
    let at_most = if detail.rows == usize::MAX { usize::MAX } else { WORDING };
    page.line().beginning(wording, at_most)
}

/// `1-2`, and behind `x` those who deny.
fn origins(row: &Row) -> String {
    let range = |OriginCount { at_least, at_most }: OriginCount| match at_least == at_most {
        true => at_most.to_string(),
        false => format!("{at_least}-{at_most}"),
    };
    let of =
        |prefix: &str, count: Option<OriginCount>| count.map(|count| format!("{prefix}{}", range(count)));
    let said = of("", row.claim.said.as_ref().map(|said| said.backing.count));
    let denied = of("x ", row.claim.denied.as_ref().map(|denied| denied.backing.count));
    [said, denied].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
