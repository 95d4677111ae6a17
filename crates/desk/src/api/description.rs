//! The description of the API, made of the table of its paths.

use super::{ApiPath, PATHS};
use crate::Desk;
use crate::reply::with_type;
use crate::routes::{Answer, Asked};
use crate::shelf::is_known;
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

/// The filters of lists: key, what it asks, its schema. A field of a form that nobody filled in asks nothing.
fn filters() -> Vec<Value> {
    let text = json!({ "type": "string" });
    let day =
        json!({ "anyOf": [{ "type": "string", "format": "date" }, { "type": "string", "enum": [""] }] });
    let flag = json!({ "type": "string", "enum": ["", "0", "1"] });
    let number = json!({ "anyOf": [
        { "type": "integer", "minimum": 0, "maximum": 999_999_999 }, { "type": "string", "enum": [""] },
    ] });
    let parameter = |key: &str, about: &str, schema: &Value| json!({ "name": key, "in": "query", "required": false, "description": about, "schema": schema });
    vec![
        parameter("words", "has all of these words", &text),
        parameter("story", "of the story of this identifier", &text),
        parameter("outlet", "published by this outlet", &text),
        parameter(
            "without",
            "published by none of these outlets",
            &json!({ "type": "array", "items": { "type": "string" } }),
        ),
        parameter("place", "of reports that name the place of this identifier", &text),
        parameter("since", "published on this day or later", &day),
        parameter("until", "published on this day or earlier", &day),
        parameter("lonely", "several reports, one origin", &flag),
        parameter("disputed", "in an open disagreement", &flag),
        parameter("reports", "in at least so many reports", &number),
        parameter("origins", "with at least so many independent origins", &number),
        parameter(
            "copied",
            "of reports: at least so many hundredths stand elsewhere; these come first",
            &number,
        ),
        parameter(
            "limit",
            "rows of the answer",
            &json!({ "type": "integer", "minimum": 1, "maximum": 200, "default": 25 }),
        ),
        parameter("after", "`next` of the answer before", &json!({ "type": "string" })),
    ]
}

/// The description.
pub fn description(_: &Desk, _: &Asked) -> Answer {
    Ok(with_type(StatusCode::OK, "application/json", whole().to_string()))
}

pub(super) fn whole() -> Value {
    let paths: Map<String, Value> =
        PATHS.iter().map(|path| (path.path.to_owned(), json!({ "get": operation(path) }))).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "stemma desk",
            "version": "1",
            "description": "An account of news reports, read only. Every finding has the report and the bytes of its text that prove it.",
        },
        "security": [{ "token": [] }, { "cookie": [] }],
        "paths": paths,
        "components": { "schemas": schemas(), "securitySchemes": {
            "token": { "type": "http", "scheme": "bearer" },
            "cookie": { "type": "apiKey", "in": "cookie", "name": "stemma-PORT" },
        } },
    })
}

fn operation(path: &ApiPath) -> Value {
    let is_one = path.path.ends_with("{id}");
    let mut parameters = Vec::new();
    if is_one {
        parameters.push(json!({
            "name": "id", "in": "path", "required": true, "description": "an identifier of the account",
            "schema": { "type": "string", "minLength": 1 },
        }));
    } else if let Some(list) = path.list {
        parameters = filters();
        parameters.retain(|one| one["name"].as_str().is_some_and(|key| is_known(key, list)));
    }
    let schema = match (path.list, is_one) {
        (Some(list), true) => json!({ "type": "object", "required": ["row", "finding"], "properties": {
            "row": { "$ref": format!("#/components/schemas/{}", list.one()) },
            "finding": { "type": ["object", "null"] },
        } }),
        (Some(list), false) => {
            json!({ "type": "object", "required": ["items", "total", "next"], "properties": {
            "items": { "type": "array", "items": { "$ref": format!("#/components/schemas/{}", list.one()) } },
            "total": { "type": "integer" },
            "next": { "type": ["string", "null"] },
        } })
        }
        (None, _) => json!({ "type": "object" }),
    };
    let mut responses = Map::new();
    responses.insert("200".to_owned(), json!({
        "description": "what was asked for",
        "headers": { "ETag": { "description": "changes with the account", "schema": { "type": "string" } } },
        "content": { "application/json": { "schema": schema } },
    }));
    for (status, about) in [
        ("304", "as it was when the entity tag was given"),
        ("400", "asked for wrongly"),
        ("401", "without the token"),
        ("403", "from a page of another site"),
        ("404", "there is none"),
        ("405", "to be read only"),
        ("413", "with a body"),
        ("414", "the address is too long"),
        ("421", "by another name than this desk has"),
    ] {
        let mut response = json!({ "description": about });
        if status != "304" {
            response["content"] = json!({ "application/problem+json": { "schema": { "$ref": "#/components/schemas/problem" } } });
        }
        responses.insert(status.to_owned(), response);
    }
    json!({ "summary": path.about, "operationId": operation_id(path.path), "parameters": parameters, "responses": responses })
}

fn operation_id(path: &str) -> String {
    let parts = path.trim_start_matches("/api/v1").split('/').filter(|part| !part.is_empty());
    let id: Vec<&str> =
        parts.map(|part| if part == "{id}" { "one" } else { part.trim_end_matches(".json") }).collect();
    if id.is_empty() { "overview".to_owned() } else { id.join("-") }
}

fn schemas() -> Value {
    let text = json!({ "type": "string" });
    let maybe = json!({ "type": ["string", "null"] });
    let number = json!({ "type": "integer", "minimum": 0 });
    let words = json!({ "$ref": "#/components/schemas/words" });
    let maybe_words = json!({ "anyOf": [{ "$ref": "#/components/schemas/words" }, { "type": "null" }] });
    let origins = json!({ "$ref": "#/components/schemas/origins" });
    let texts = json!({ "type": "array", "items": { "type": "string" } });
    let sides = json!({ "type": "array", "items": object(&[("words", &words), ("reports", &number)]) });
    let percent = json!({ "type": ["integer", "null"], "minimum": 0, "maximum": 100 });
    let flag = json!({ "type": "boolean" });
    json!({
        "problem": object(&[("type", &text), ("title", &text), ("status", &number), ("detail", &text)]),
        "words": object(&[("text", &text), ("report", &text), ("start", &number), ("end", &number), ("cut", &flag)]),
        "origins": object(&[("at_least", &number), ("at_most", &number)]),
        "story": object(&[
            ("id", &text), ("words", &maybe_words), ("terms", &texts), ("reports", &number), ("outlets", &number),
            ("without_outlet", &number), ("claims", &number), ("disagreements", &number), ("origins", &origins),
            ("first_day", &maybe), ("last_day", &maybe),
        ]),
        "claim": object(&[
            ("id", &text), ("words", &words), ("story", &text), ("reports", &number), ("of_reports", &number),
            ("said", &origins), ("denied", &origins), ("lonely", &flag), ("disputes", &texts),
        ]),
        "disagreement": object(&[
            ("id", &text), ("kind", &text), ("order", &text), ("story", &text), ("claims", &texts), ("sides", &sides),
        ]),
        "report": object(&[
            ("id", &text), ("title", &maybe), ("name", &text), ("outlet", &maybe), ("day", &maybe),
            ("copied_percent", &percent), ("statements", &number),
        ]),
        "family": object(&[("id", &text), ("words", &words), ("reports", &number), ("witnesses", &number), ("edits", &number)]),
        "voice": object(&[("id", &text), ("words", &maybe_words), ("kind", &text), ("statements", &number), ("reports", &number)]),
        "place": object(&[("id", &text), ("name", &text), ("what", &text), ("reports", &number), ("mentions", &number)]),
    })
}

/// An object that has exactly these keys.
fn object(fields: &[(&str, &Value)]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|(key, schema)| ((*key).to_owned(), (*schema).clone())).collect();
    let required: Vec<&str> = fields.iter().map(|(key, _)| *key).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
