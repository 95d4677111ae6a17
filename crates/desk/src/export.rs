//! Rows of a list as a file: the same rows, the same order, nothing left out.

use crate::Desk;
use crate::pages::OTHERS;
use crate::reply::{Problem, with_type};
use crate::routes::{Answer, Asked};
use crate::shelf::{
    ClaimRow, DisagreementRow, FamilyRow, Filter, List, PlaceRow, ReportRow, Row, StoryRow, VoiceRow, Words,
};
use axum::http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};
use stemma::model::{Day, OriginCount};
use stemma_report::coder::csv_line;

/// Rows of one file; beyond that a line at its end says so.
const ROWS: usize = 100_000;

/// A file of rows: `claims.csv` or `claims.jsonl`.
pub fn export(desk: &Desk, asked: &Asked) -> Answer {
    let missing = || Problem::missing("there is no such export; there are csv and jsonl, as in claims.csv");
    let (name, form) = asked.id.rsplit_once('.').ok_or_else(missing)?;
    let list = List::of(name).ok_or_else(missing)?;
    let filter = Filter::of_list(list, &asked.query, &OTHERS).map_err(Problem::wrong)?;
    let found = desk.shelf.list(list, &filter, 0, ROWS);
    let left_out = found.total - found.items.len();
    let (kind, mut text) = match form {
        "csv" => ("text/csv; charset=utf-8", csv(list, &found.items)),
        "jsonl" => ("application/jsonl; charset=utf-8", lines(&found.items)),
        _ => return Err(missing()),
    };
    if left_out > 0 {
        let note = format!("{} of {} rows; narrow the filter for the others", found.items.len(), found.total);
        match form {
            "csv" => text.push_str(&csv_line([format!("NOT ALL ROWS: {note}")])),
            _ => text.push_str(&format!("{}\n", json!({ "cut": note }))),
        }
    }
    let mut reply = with_type(StatusCode::OK, kind, text);
    let disposition = format!("attachment; filename=\"stemma-{}.{form}\"", list.name());
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        reply.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    Ok(reply)
}

fn lines(rows: &[Row]) -> String {
    rows.iter().map(|row| format!("{}\n", value(row))).collect()
}

/// The columns of a list, and each row in them; lists in a cell are parted by blanks.
fn csv(list: List, rows: &[Row]) -> String {
    let columns = columns(list);
    let mut text = csv_line(columns);
    for row in rows {
        let value = value(row);
        text.push_str(&csv_line(columns.iter().map(|column| cell(&value, column))));
    }
    text
}

fn cell(row: &Value, column: &str) -> String {
    let found = column.split('.').try_fold(row, |value, key| value.get(key));
    match found {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            let texts: Vec<String> = items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect();
            texts.join("; ")
        }
        Some(other) => other.to_string(),
    }
}

fn columns(list: List) -> &'static [&'static str] {
    match list {
        List::Stories => &[
            "id", "words.text", "words.report", "words.start", "words.end", "reports", "outlets",
            "without_outlet", "claims", "disagreements", "origins.at_least", "origins.at_most", "first_day",
            "last_day", "terms",
        ],
        List::Claims => &[
            "id", "words.text", "words.report", "words.start", "words.end", "story", "reports", "of_reports",
            "said.at_least", "said.at_most", "denied.at_least", "denied.at_most", "lonely", "disputes",
        ],
        List::Disagreements => &["id", "kind", "order", "story", "claims", "sides"],
        List::Reports => &["id", "title", "name", "outlet", "day", "copied_percent", "statements"],
        List::Families => {
            &["id", "words.text", "words.report", "words.start", "words.end", "reports", "witnesses", "edits"]
        }
        List::Voices => {
            &["id", "words.text", "words.report", "words.start", "words.end", "kind", "statements", "reports"]
        }
        List::Places => &["id", "name", "what", "reports", "mentions"],
    }
}

fn words(found: &Words) -> Value {
    json!({
        "text": found.text, "report": found.report, "start": found.range.start, "end": found.range.end,
        "cut": found.text.len() < found.range.len(),
    })
}

fn origins(found: OriginCount) -> Value {
    json!({ "at_least": found.at_least, "at_most": found.at_most })
}

fn day(found: Option<Day>) -> Value {
    found.map_or(Value::Null, |day| Value::String(day.to_string()))
}

/// A row for programs: the same keys in a file and in the API.
pub fn value(row: &Row) -> Value {
    match row {
        Row::Story(row) => story(row),
        Row::Claim(row) => claim(row),
        Row::Disagreement(row) => disagreement(row),
        Row::Report(row) => report(row),
        Row::Family(row) => family(row),
        Row::Voice(row) => voice(row),
        Row::Place(row) => place(row),
    }
}

fn story(row: &StoryRow) -> Value {
    json!({
        "id": row.id, "words": row.leading.as_ref().map(words), "terms": row.terms, "reports": row.n_reports,
        "outlets": row.n_outlets, "without_outlet": row.n_without_outlet, "claims": row.n_claims,
        "disagreements": row.n_disagreements, "origins": origins(row.origins),
        "first_day": day(row.days.map(|(first, _)| first)), "last_day": day(row.days.map(|(_, last)| last)),
    })
}

fn claim(row: &ClaimRow) -> Value {
    json!({
        "id": row.id, "words": words(&row.words), "story": row.story, "reports": row.n_reports,
        "of_reports": row.of_reports, "said": origins(row.said), "denied": origins(row.denied),
        "lonely": row.is_lonely, "disputes": row.disputes,
    })
}

fn disagreement(row: &DisagreementRow) -> Value {
    let sides: Vec<Value> = row
        .sides
        .iter()
        .map(|(side, n_reports)| json!({ "words": words(side), "reports": n_reports }))
        .collect();
    json!({
        "id": row.id, "kind": row.kind, "order": row.order, "story": row.story, "claims": row.claims, "sides": sides,
    })
}

fn report(row: &ReportRow) -> Value {
    json!({
        "id": row.id, "title": row.title, "name": row.name, "outlet": row.outlet, "day": day(row.day),
        "copied_percent": row.copied_percent, "statements": row.n_statements,
    })
}

fn family(row: &FamilyRow) -> Value {
    json!({
        "id": row.id, "words": words(&row.words), "reports": row.n_reports, "witnesses": row.n_witnesses,
        "edits": row.n_edits,
    })
}

fn voice(row: &VoiceRow) -> Value {
    json!({
        "id": row.id, "words": row.name.as_ref().map(words), "kind": row.kind, "statements": row.n_statements,
        "reports": row.n_reports,
    })
}

fn place(row: &PlaceRow) -> Value {
    json!({
        "id": row.id, "name": row.name, "what": row.what, "reports": row.n_reports, "mentions": row.n_mentions,
    })
}
