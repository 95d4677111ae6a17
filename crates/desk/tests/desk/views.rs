//! What the pages show, and that lists, files and the API show the same.

use super::pile::PILE;
use axum::http::StatusCode;

#[test]
fn a_list_goes_on_where_it_stopped_and_tells_how_much_there_is() {
    let all = PILE.ids("claims");
    let mut found = Vec::new();
    let mut after = String::new();
    loop {
        let page = PILE.get(&format!("/api/v1/claims?limit=7&after={after}")).json();
        assert_eq!(page["total"], all.len());
        found.extend(
            page["items"]
                .as_array()
                .expect("the test has it")
                .iter()
                .map(|item| item["id"].as_str().expect("the test has it").to_owned()),
        );
        match page["next"].as_str() {
            Some(next) => after = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(found, all);
    let page = PILE.get("/claims?limit=7");
    assert!(page.body.contains(&format!("1\u{2013}7 of {}", all.len())), "{}", page.body);
    assert!(page.body.contains("rel=\"next\""));
}

#[test]
fn a_filter_means_the_same_everywhere() {
    for query in [
        "lonely=1", "disputed=1", "reports=3", "origins=1", "words=dam", "outlet=orna", "without=orna",
        "since=2021-03-05",
    ] {
        let rows = PILE.get(&format!("/api/v1/claims?{query}&limit=200")).json();
        let total = rows["total"].as_u64().expect("the test has it");
        let all = PILE.ids("claims").len() as u64;
        assert!(0 < total && total < all, "{query}: {total} of {all}");
        let csv = PILE.get(&format!("/export/claims.csv?{query}"));
        assert_eq!(csv.body.lines().count() as u64, total + 1, "{query}");
        let lines = PILE.get(&format!("/export/claims.jsonl?{query}"));
        let exported: Vec<serde_json::Value> =
            lines.body.lines().map(|line| serde_json::from_str(line).expect("the test has it")).collect();
        assert_eq!(&exported, rows["items"].as_array().expect("the test has it"), "{query}");
        let page = PILE.get(&format!("/claims?{query}"));
        assert!(page.body.contains("aria-label=\"take off"), "{query}");
    }
}

#[test]
fn reports_that_mostly_stand_elsewhere_come_in_that_order() {
    let found = PILE.get("/api/v1/reports?copied=20").json();
    let rows = found["items"].as_array().expect("it is a list");
    let percents: Vec<u64> = rows.iter().filter_map(|row| row["copied_percent"].as_u64()).collect();
    assert!(!percents.is_empty() && percents.iter().all(|percent| *percent >= 20));
    assert!(percents.is_sorted_by(|one, other| one >= other), "{percents:?}");
}

#[test]
fn what_cannot_be_asked_is_told() {
    for (address, message) in [
        ("/claims?colour=red", "is no filter"),
        ("/voices?lonely=1", "voices cannot be asked for `lonely`"),
        ("/export/claims.csv?copied=1", "claims cannot be asked for `copied`"),
        ("/claims?since=yesterday", "is no day"),
        ("/claims?limit=0", "`limit` is a number from 1 to 200"),
        ("/claims?limit=201", "`limit` is a number from 1 to 200"),
        ("/claims?after=19-00000000", "is no cursor of this list"),
        ("/search?q=x&after=1", ""),
    ] {
        let got = PILE.get(address);
        if message.is_empty() {
            assert_eq!(got.status, StatusCode::OK);
        } else {
            assert_eq!(got.status, StatusCode::BAD_REQUEST, "{address}");
            assert!(got.body.contains(message), "{}", got.body);
        }
    }
    let report = &PILE.ids("reports")[0];
    for at in ["", "x", "5", "9-5", "0-99999999", "-1-5", "4294967296-5"] {
        let got = PILE.get(&format!("/evidence/{report}?at={at}"));
        assert_eq!(got.status, StatusCode::BAD_REQUEST, "{at}");
    }
    for address in [
        "/claims/m0000000000000000",
        "/stories/x",
        "/reports/%2e%2e",
        "/families/f",
        "/voices/v",
        "/places/g0",
        "/places/x",
        "/id/zzz",
        "/export/claims.xlsx",
        "/nothing",
    ] {
        assert_eq!(PILE.get(address).status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[test]
fn what_was_typed_is_shown_as_it_was_understood() {
    let got = PILE.get("/search?q=dam+outlet%3Aorna+what%3Athis");
    assert!(got.body.contains("Understood as: "), "{}", got.body);
    for (key, value) in [("words", "dam what:this"), ("outlet", "orna")] {
        assert!(
            got.body.contains(&format!("{key}</span> <strong><bdi>{value}</bdi></strong>")),
            "{}",
            got.body
        );
    }
    let got = PILE.get("/search?q=");
    assert!(got.body.contains("nothing is asked"));
}

#[test]
fn a_story_has_every_part_and_the_command_for_it() {
    let story = &PILE.ids("stories")[0];
    let got = PILE.get(&format!("/stories/{story}"));
    for part in [
        "reported", "in-dispute", "not-stated", "claims", "copies", "reports", "statements", "when", "where",
        "provenance",
    ] {
        assert!(got.body.contains(&format!("<h2 id=\"{part}\">")), "{part}");
    }
    assert!(got.body.contains("class=\"ribbon"), "the strips are joined");
    let places = PILE.ids("stories").into_iter().map(|id| PILE.get(&format!("/stories/{id}?map=1")).body);
    assert!(!got.body.contains("<svg class=\"map\""), "land is drawn where it is asked for");
    assert!(
        places.into_iter().any(|page| page.contains("<svg class=\"map\"")),
        "a map where places are known"
    );
    assert!(got.body.contains("stemma claims reports/"), "the command for this view");
}

#[test]
fn the_keys_of_the_help_are_those_of_the_script() {
    let script = PILE.get("/desk.js").body;
    let help = PILE.get("/help").body;
    for key in ["j", "k", "l", "h", "o", "p", "Escape", "n", "e", "g"] {
        assert!(script.contains(&format!("    {key}: ")), "{key}");
    }
    for key in ["j", "k", "l", "h", "Enter", "o", "p", "Escape", "n", "/", "e", "?", "g"] {
        assert!(help.contains(&format!("<kbd>{key}</kbd>")), "{key}");
    }
}

#[test]
fn who_has_an_answer_is_not_given_it_again() {
    let first = PILE.get("/claims");
    let tag = first.header("etag");
    assert_eq!(tag.len(), 34);
    let bearer = format!("Bearer {}", PILE.token);
    let again = PILE.ask(
        &[("authorization", &bearer), ("if-none-match", &format!("\"x\", W/{tag}"))],
        "GET",
        "/claims",
    );
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_ne!(PILE.get("/claims?lonely=1").header("etag"), tag);
    assert_eq!(PILE.get("/claims/x").header("etag"), "");
}
