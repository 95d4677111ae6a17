//! Tables of times as news writes them, and of words that only look like times.
//!
//! The reports of the first table are of Monday, 21 May 2018; those of the second have no date.

mod found;
mod laws;
mod traps;
mod undated;

use super::find_times;
use crate::model::{ByteRange, ReportIdx};
use jiff::civil::{Date, date};

const REPORT_DATE: Date = date(2018, 5, 21);

/// The text with its times in brackets, each with its value: `[Monday|2018-05-21]`.
fn marked(text: &str, report_date: Option<Date>) -> String {
    let whole = ByteRange::new(0, text.len());
    let mut marked = String::new();
    let mut at = 0;
    for time in find_times(ReportIdx(0), text, [whole], report_date) {
        let range = time.span.range.as_usize();
        marked += &format!("{}[{}|{}]", &text[at..range.start], &text[range.clone()], time.value);
        at = range.end;
    }
    marked + &text[at..]
}

/// The text of a row of a table, without its brackets and values.
fn plain(row: &str) -> String {
    let mut text = String::new();
    let mut is_value = false;
    for c in row.chars() {
        match c {
            '[' => {}
            '|' => is_value = true,
            ']' => is_value = false,
            c if is_value => _ = c,
            c => text.push(c),
        }
    }
    text
}

/// Fails with all rows that are read otherwise than they are written.
fn check(rows: &[&str], report_date: Option<Date>) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| (row, marked(&plain(row), report_date)))
        .filter(|(row, found)| *row != found)
        .map(|(row, found)| format!("expected {row}\n   found {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
