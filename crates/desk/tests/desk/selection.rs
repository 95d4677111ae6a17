//! A part of an account says of a finding what the whole says of it.

use super::pile::PILE;

/// Claims of the table on the page of a story.
const CLAIMS: usize = 60;

/// The text of a page, tags taken out.
fn text(page: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in page.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&quot;", "\"").replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_claim_of_a_story_stands_on_its_page_with_its_figures() {
    for story in PILE.ids("stories") {
        let rows = PILE.get(&format!("/api/v1/claims?story={story}&limit=200")).json();
        let page = PILE.get(&format!("/stories/{story}"));
        let shown = text(&page.body);
        let rows = rows["items"].as_array().expect("the test has it");
        assert!(!rows.is_empty() || shown.contains("no claim found"));
        let mut n_shown = 0;
        for row in rows {
            let id = row["id"].as_str().expect("the test has it");
            n_shown += usize::from(page.body.contains(&format!("id=\"{id}\"")));
            let claim = text(&PILE.get(&format!("/claims/{id}")).body);
            let words = row["words"]["text"]
                .as_str()
                .expect("the test has it")
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(claim.contains(&words), "{words}");
            let carried = row["reports"].as_u64().expect("the test has it");
            let of = row["of_reports"].as_u64().expect("the test has it");
            let denied = row["denied"]["at_most"].as_u64().expect("the test has it") > 0;
            assert!(denied || claim.contains(&format!("{carried} of {of} report")), "{id}: {claim}");
        }
        assert_eq!(n_shown, rows.len().min(CLAIMS), "the table of the story");
        assert!(rows.len() <= CLAIMS || shown.contains(&format!("{CLAIMS} of {} claims", rows.len())));
    }
}

#[test]
fn what_a_record_names_stands_on_the_page_of_its_finding() {
    for id in PILE.ids("claims") {
        let record = PILE.get(&format!("/api/v1/findings/{id}")).json();
        let page = PILE.get(&format!("/claims/{id}"));
        let instances = record["instances"].as_array().expect("the test has it");
        assert!(!instances.is_empty());
        for instance in instances {
            let found = PILE
                .get(&format!("/api/v1/findings/{}", instance["instance"].as_str().expect("the test has it")))
                .json();
            let span = &found["span"];
            let (report, start, end) =
                (span["report"].as_str().expect("the test has it"), &span["start"], &span["end"]);
            assert!(page.body.contains(&format!("/reports/{report}?at={start}-{end}#here")), "{id}: {found}");
        }
    }
}
