//! The API: the same lists and findings for programs, as JSON, to be read only.
//!
//! Lists have cursors, answers have entity tags, problems have the form of RFC 9457. The description (OpenAPI 3.1) is made of the same
//! table as the routes, so that neither can know a path that the other does not.

mod description;

use crate::Desk;
use crate::export::value;
use crate::pages::page_of;
use crate::reply::{Problem, with_type};
use crate::routes::{Answer, Asked};
use crate::shelf::List;
use axum::http::StatusCode;
use serde_json::{Value, json};

/// A path, what it answers, and what it is for.
pub struct ApiPath {
    /// The path; `{id}` is an identifier.
    pub path: &'static str,
    /// What answers.
    pub answer: fn(&Desk, &Asked) -> Answer,
    /// What it is for.
    pub about: &'static str,
    /// The list that it is of; absent for the others.
    pub list: Option<List>,
}

/// All paths.
pub const PATHS: [ApiPath; 17] = [
    other("/api/v1", overview, "How many findings there are, and the digest of the account"),
    other("/api/v1/openapi.json", description::description, "This description"),
    other("/api/v1/findings/{id}", finding, "Any finding, as it stands in the JSON Lines of the account"),
    rows("/api/v1/stories", List::Stories, |desk, asked| list(desk, List::Stories, asked)),
    rows("/api/v1/claims", List::Claims, |desk, asked| list(desk, List::Claims, asked)),
    rows("/api/v1/disagreements", List::Disagreements, |desk, asked| list(desk, List::Disagreements, asked)),
    rows("/api/v1/reports", List::Reports, |desk, asked| list(desk, List::Reports, asked)),
    rows("/api/v1/families", List::Families, |desk, asked| list(desk, List::Families, asked)),
    rows("/api/v1/voices", List::Voices, |desk, asked| list(desk, List::Voices, asked)),
    rows("/api/v1/places", List::Places, |desk, asked| list(desk, List::Places, asked)),
    one("/api/v1/stories/{id}", List::Stories, |desk, asked| item(desk, List::Stories, asked)),
    one("/api/v1/claims/{id}", List::Claims, |desk, asked| item(desk, List::Claims, asked)),
    one("/api/v1/disagreements/{id}", List::Disagreements, |desk, asked| {
        item(desk, List::Disagreements, asked)
    }),
    one("/api/v1/reports/{id}", List::Reports, |desk, asked| item(desk, List::Reports, asked)),
    one("/api/v1/families/{id}", List::Families, |desk, asked| item(desk, List::Families, asked)),
    one("/api/v1/voices/{id}", List::Voices, |desk, asked| item(desk, List::Voices, asked)),
    one("/api/v1/places/{id}", List::Places, |desk, asked| item(desk, List::Places, asked)),
];

const fn other(path: &'static str, answer: fn(&Desk, &Asked) -> Answer, about: &'static str) -> ApiPath {
    ApiPath { path, answer, about, list: None }
}

const fn rows(path: &'static str, list: List, answer: fn(&Desk, &Asked) -> Answer) -> ApiPath {
    ApiPath { path, answer, about: "Rows that pass a filter, in the order of the desk", list: Some(list) }
}

const fn one(path: &'static str, list: List, answer: fn(&Desk, &Asked) -> Answer) -> ApiPath {
    ApiPath {
        path,
        answer,
        about: "One finding: its row, and the finding as it stands in the JSON Lines",
        list: Some(list),
    }
}

fn reply(value: &Value) -> Answer {
    Ok(with_type(StatusCode::OK, "application/json", value.to_string()))
}

fn overview(desk: &Desk, _: &Asked) -> Answer {
    let totals = desk.shelf.totals();
    let counts: serde_json::Map<String, Value> =
        List::ALL.into_iter().map(|list| (list.name().to_owned(), json!(totals.of(list)))).collect();
    reply(&json!({
        "digest": desk.shelf.digest(), "schema": stemma::account::SCHEMA, "program": env!("CARGO_PKG_VERSION"),
        "counts": counts, "not_read": totals.unread.len(), "description": "/api/v1/openapi.json",
    }))
}

fn list(desk: &Desk, list: List, asked: &Asked) -> Answer {
    let found = page_of(desk, list, asked)?;
    let items: Vec<Value> = found.rows.items.iter().map(value).collect();
    reply(&json!({ "items": items, "total": found.rows.total, "next": found.next }))
}

fn item(desk: &Desk, list: List, asked: &Asked) -> Answer {
    let missing = || Problem::missing(&format!("there is no {} of this identifier", list.one()));
    let row = desk.shelf.row(list, &asked.id).ok_or_else(missing)?;
    reply(&json!({ "row": value(&row), "finding": record(desk, &asked.id) }))
}

fn finding(desk: &Desk, asked: &Asked) -> Answer {
    match record(desk, &asked.id) {
        Value::Null => Err(Problem::missing("there is no finding of this identifier")),
        found => reply(&found),
    }
}

/// A finding as it stands in the JSON Lines; null where none is called so.
fn record(desk: &Desk, id: &str) -> Value {
    desk.shelf.record(id).and_then(|line| serde_json::from_str(line).ok()).unwrap_or(Value::Null)
}
