//! Rows as JSON Lines: each cell with its places.

use super::cells::{Cell, Rows};
use super::known::number_of;
use super::plover::{PLOVER_COLUMNS, cells};
use serde_json::{Map, Value, json};
use stemma::event::EventRow;
use stemma::model::Span;

/// The name of the form.
const SCHEMA: &str = "stemma.events/1";

/// A header, then a row a line.
pub fn write(rows: &Rows) -> String {
    let header = json!({
        "record": "events",
        "schema": SCHEMA,
        "program": env!("CARGO_PKG_VERSION"),
        "digest": rows.digest,
        "counts": {"reports": rows.account.reports.len(), "rows": rows.coded.rows.len(), "tellings": rows.coded.events.len()},
    });
    let mut written = format!("{header}\n");
    for (number, row) in rows.all() {
        written.push_str(&format!("{}\n", record(rows, number, row)));
    }
    written
}

fn record(rows: &Rows, number: usize, row: &EventRow) -> Value {
    let columns = PLOVER_COLUMNS.iter().zip(cells(rows, number, row)).skip(1);
    let told: Map<String, Value> = columns
        .filter(|(_, cell)| !cell.value.is_empty())
        .map(|(column, cell)| ((*column).to_owned(), of_cell(rows, &cell)))
        .collect();
    let tellings: Vec<Value> = row
        .members
        .iter()
        .map(|one| {
            let event = &rows.coded.events[one.event];
            let place = |range| place(rows, Span { report: event.span.report, range });
            json!({
                "clause": place(event.span.range),
                "predicate": place(event.predicate),
                "factuality": event.factuality.name(),
                "told_by": event.teller.map(place),
                "origin": Some(rows.origin(one)).filter(|origin| !origin.is_empty()),
                "copy": one.is_copy,
            })
        })
        .collect();
    json!({
        "record": "event",
        "row": number,
        "cells": told,
        "tellings": tellings,
        "known_row": number_of(rows, row),
    })
}

fn of_cell(rows: &Rows, cell: &Cell) -> Value {
    let places: Vec<Value> = cell.places.iter().map(|span| place(rows, *span)).collect();
    json!({"value": cell.value, "places": places})
}

fn place(rows: &Rows, span: Span) -> Value {
    let report = &rows.account.reports[span.report.0 as usize];
    json!({
        "report": report.captures.first().map(|one| one.name.as_str()),
        "start": span.range.start,
        "end": span.range.end,
        "words": rows.words(span),
    })
}
