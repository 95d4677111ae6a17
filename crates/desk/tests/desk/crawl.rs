//! Every link of every page leads to a page.

use super::pile::{PILE, Pile};
use axum::http::StatusCode;
use std::collections::{BTreeSet, VecDeque};

/// Pages that are opened; the desk of the example has fewer.
const PAGES: usize = 4000;

/// What stands between two texts, each time.
fn between<'a>(text: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split_once(after).map(|(found, _)| found)).collect()
}

fn crawl(pile: &Pile) -> BTreeSet<String> {
    let mut known = BTreeSet::from(["/".to_owned()]);
    let mut waiting = VecDeque::from(["/".to_owned()]);
    while let Some(address) = waiting.pop_front() {
        let got = pile.get(&address);
        assert!(
            matches!(got.status, StatusCode::OK | StatusCode::SEE_OTHER),
            "{address}: {} {}",
            got.status,
            got.body
        );
        let mut links = between(&got.body, "href=\"", "\"");
        links.push(got.header("location"));
        for link in links {
            let link = link.replace("&amp;", "&");
            if let Some((own, name)) = link.split_once('#').filter(|(own, _)| own.is_empty()) {
                assert!(got.body.contains(&format!("id=\"{name}\"")), "{address} has no {name} {own}");
                continue;
            }
            let page = link.split('#').next().unwrap_or_default().to_owned();
            assert!(page.is_empty() || page.starts_with('/'), "{address} leads out to {page}");
            if !page.is_empty() && known.len() < PAGES && known.insert(page.clone()) {
                waiting.push_back(page);
            }
        }
    }
    known
}

#[test]
fn every_link_leads_to_a_page_and_every_finding_is_reached() {
    let known = crawl(&PILE);
    assert!(known.len() < PAGES, "not all pages were opened");
    for list in ["stories", "claims", "disagreements", "reports", "families", "voices", "places"] {
        let ids = PILE.ids(list);
        assert!(!ids.is_empty(), "{list}");
        for id in ids {
            let is_reached = |page: &String| page.split('?').next() == Some(&format!("/{list}/{id}"));
            assert!(known.iter().any(is_reached), "no link leads to {list} {id}");
        }
    }
    for form in ["csv", "jsonl"] {
        assert!(known.iter().any(|page| page.starts_with(&format!("/export/claims.{form}"))));
    }
}

#[test]
fn a_link_to_words_opens_at_the_words() {
    for id in PILE.ids("claims") {
        let claim = PILE.get(&format!("/api/v1/claims/{id}")).json();
        let words = &claim["row"]["words"];
        let (report, start, end) =
            (words["report"].as_str().expect("the test has it"), &words["start"], &words["end"]);
        let page = PILE.get(&format!("/reports/{report}?at={start}-{end}"));
        let marked = between(&page.body, "<mark class=\"asked\"", "</mark>");
        let marked: String =
            marked.iter().map(|part| part.split_once('>').expect("the test has it").1).collect();
        let plain = |text: &str| text.replace("&quot;", "\"").split_whitespace().collect::<String>();
        assert_eq!(plain(&marked), plain(words["text"].as_str().expect("the test has it")), "{id}");
        assert_eq!(page.body.matches("id=\"here\"").count(), 1);
        let pane = PILE.get(&format!("/evidence/{report}?at={start}-{end}&bare=1"));
        assert!(!pane.body.contains("<html") && pane.body.contains("<mark class=\"asked\">"));
    }
}
