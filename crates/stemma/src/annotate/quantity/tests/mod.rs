//! Tables of quantities as news writes them, and of numbers that count nothing.
//!
//! A row has its quantities in brackets: the words, then bounds (`12`, `12+` at least, `..12` at most, `~12` about,
//! `10..15`, `?` a word without a number), unit or class, and what is counted behind a colon.

mod counts;
mod laws;
mod measures;
mod traps;

use super::find_quantities;
use crate::annotate::time::find_times;
use crate::model::{Amount, ByteRange, CountClass, Measure, Quantity, ReportIdx};

fn found_in(text: &str) -> Vec<Quantity> {
    let whole = [ByteRange::new(0, text.len())];
    let times = find_times(ReportIdx(0), text, whole, None);
    find_quantities(ReportIdx(0), text, whole, &times)
}

fn marked(text: &str) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for quantity in found_in(text) {
        let range = quantity.span.range.as_usize();
        marked += &format!("{}[{}|{}]", &text[at..range.start], &text[range.clone()], told(&quantity, text));
        at = range.end;
    }
    marked + &text[at..]
}

/// What a quantity says, as a row writes it.
fn told(quantity: &Quantity, text: &str) -> String {
    let unit = match &quantity.measure {
        Measure::Count if quantity.class == CountClass::Other => String::new(),
        Measure::Count => format!(" {:?}", quantity.class).to_lowercase(),
        Measure::Percent => " %".to_owned(),
        Measure::Money(unit) | Measure::Distance(unit) | Measure::Area(unit) => format!(" {unit}"),
    };
    let counted = quantity.counted.map(|range| format!(": {}", range.of(text))).unwrap_or_default();
    bounds(quantity) + &unit + &counted
}

fn bounds(quantity: &Quantity) -> String {
    match (quantity.low, quantity.stated, quantity.high) {
        (None, None, None) => "?".to_owned(),
        (Some(low), None, Some(high)) => format!("{}..{}", written(low), written(high)),
        (None, Some(stated), None) => format!("~{}", written(stated)),
        (Some(_), Some(stated), None) => format!("{}+", written(stated)),
        (None, Some(stated), Some(_)) => format!("..{}", written(stated)),
        (_, Some(stated), _) => written(stated),
        (low, None, high) => format!("{low:?}{high:?}"),
    }
}

fn written(amount: Amount) -> String {
    crate::annotate::numbers::Number(amount.thousandths).written()
}

/// The text of a row, without its brackets and what stands behind bars.
fn plain(row: &str) -> String {
    let mut text = String::new();
    let mut is_told = false;
    for c in row.chars() {
        match c {
            '[' => {}
            '|' => is_told = true,
            ']' => is_told = false,
            c if is_told => _ = c,
            c => text.push(c),
        }
    }
    text
}

/// Fails with all rows that are read otherwise than they are written.
fn check(rows: &[&str]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|row| (row, marked(&plain(row))))
        .filter(|(row, found)| *row != found)
        .map(|(row, found)| format!("expected {row}\n   found {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
