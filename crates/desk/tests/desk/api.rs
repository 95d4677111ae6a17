//! The description of the API, walked: every path of it answers as it says, to good values and to bad ones.

use super::pile::{Got, PILE};
use serde_json::Value;

fn description() -> Value {
    PILE.get("/api/v1/openapi.json").json()
}

/// Whether a value is as a schema says; as far as the description uses schemas.
fn fits(whole: &Value, schema: &Value, value: &Value) -> bool {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.trim_start_matches("#/components/schemas/");
        let found = &whole["components"]["schemas"][name];
        return found.is_object() && fits(whole, found, value);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        return any.iter().any(|one| fits(whole, one, value));
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    };
    if !types.iter().any(|name| is(name)) {
        return false;
    }
    let fields =
        value.as_object().into_iter().flatten().all(|(key, field)| match schema["properties"].get(key) {
            Some(schema) => fits(whole, schema, field),
            None => schema["additionalProperties"] != Value::Bool(false),
        });
    let required = schema["required"].as_array().into_iter().flatten();
    let has_all = value.is_null() || required.filter_map(Value::as_str).all(|key| value.get(key).is_some());
    let items = value.as_array().into_iter().flatten().all(|item| fits(whole, &schema["items"], item));
    fields && has_all && items
}

fn check(whole: &Value, path: &str, got: &Got) {
    let response = &whole["paths"][path]["get"]["responses"][got.status.as_str()];
    assert!(response.is_object(), "{path}: {} is not described: {}", got.status, got.body);
    let (kind, content) =
        response["content"].as_object().expect("the test has it").iter().next().expect("the test has it");
    assert_eq!(got.header("content-type"), kind, "{path}");
    assert!(fits(whole, &content["schema"], &got.json()), "{path}: {}", got.body);
}

#[test]
fn every_path_answers_as_described() {
    let whole = description();
    let paths = whole["paths"].as_object().expect("the test has it");
    assert_eq!(paths.len(), 17);
    for path in paths.keys() {
        let Some(list) = path.strip_suffix("/{id}") else {
            check(&whole, path, &PILE.get(path));
            continue;
        };
        let ids = match list.rsplit('/').next().expect("the test has it") {
            "findings" => PILE.ids("claims"),
            name => PILE.ids(name),
        };
        for id in ids {
            let got = PILE.get(&path.replace("{id}", &id));
            assert_eq!(got.status, 200, "{path} {id}");
            check(&whole, path, &got);
        }
    }
}

#[test]
fn bad_values_are_refused_as_described_and_never_break_the_server() {
    let whole = description();
    let bad = [
        "",
        "0",
        "-1",
        "x",
        "%00",
        "%ff",
        "%F0%9F%92%A5",
        "../..",
        "'",
        "<script>",
        "1e9",
        "99999999999999999999",
        "%E2%80%AE",
        "2021-13-45",
        "a-b",
    ];
    for (path, found) in whole["paths"].as_object().expect("the test has it") {
        for value in bad {
            let id = value.replace(['<', '>', '/', ' '], "%2F");
            if path.contains("{id}") && !value.is_empty() {
                let got = PILE.get(&path.replace("{id}", &id));
                assert!(matches!(got.status.as_u16(), 400 | 404), "{path} {value}: {}", got.status);
                assert_eq!(got.header("content-type"), "application/problem+json", "{path} {value}");
            }
            for parameter in found["get"]["parameters"]
                .as_array()
                .expect("the test has it")
                .iter()
                .filter(|one| one["in"] == "query")
            {
                let value = value.replace(['<', '>', ' '], "+");
                let got = PILE
                    .get(&format!("{path}?{}={value}", parameter["name"].as_str().expect("the test has it")));
                assert!(matches!(got.status.as_u16(), 200 | 400), "{path} {parameter}: {}", got.status);
                check(&whole, path, &got);
            }
        }
    }
}

#[test]
fn an_address_that_is_none_is_a_problem_in_the_form_of_the_standard() {
    for address in ["/api/v1/nothing", "/api/v2", "/api/", "/api/v1/claims/a/b"] {
        let got = PILE.get(address);
        assert_eq!(
            (got.status.as_u16(), got.header("content-type")),
            (404, "application/problem+json"),
            "{address}"
        );
        assert_eq!(got.json()["status"], 404);
    }
    let got = PILE.ask(&[], "GET", "/api/v1/claims");
    assert_eq!((got.status.as_u16(), got.header("content-type")), (401, "application/problem+json"));
}

#[test]
fn a_finding_is_as_it_stands_in_the_json_lines() {
    for list in ["stories", "claims", "reports", "families", "voices", "disagreements"] {
        for id in PILE.ids(list).into_iter().take(5) {
            let one = PILE.get(&format!("/api/v1/{list}/{id}")).json();
            assert_eq!(one["finding"]["id"], id.as_str());
            assert_eq!(PILE.get(&format!("/api/v1/findings/{id}")).json(), one["finding"]);
        }
    }
}
