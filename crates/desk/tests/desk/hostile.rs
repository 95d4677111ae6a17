//! Reports that want to do harm: in their texts, headlines, outlets, addresses and file names.

use super::pile::Pile;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use stemma::model::{DateEvidence, Source};

const SCRIPT: &str = "<script>alert(1)</script>";

static HOSTILE: LazyLock<Pile> = LazyLock::new(|| {
    let said = |who: &str| {
        format!(
            "{SCRIPT}\" onmouseover=\"x\n\nThe harbour of Lindmar was closed on Monday after \u{202e}gnirts{SCRIPT}, the mayor said.\n\n\
             \"Nobody may enter the harbour of Lindmar, {SCRIPT}\u{2067}\" {who} said.\n\n{}\n",
            "word ".repeat(20_000)
        )
    };
    let source = |name: &str, who: &str| Source {
        outlet: Some(format!("{SCRIPT}\"'><img src=x onerror=alert(1)>")),
        owner: Some("=1+1".into()),
        url: Some("javascript:alert(1)".into()),
        published: Some(DateEvidence { value: SCRIPT.into(), method: SCRIPT.into() }),
        ..Source::of_text(name.into(), said(who))
    };
    Pile::of(vec![
        source("../../<script>alert(2)</script>.txt", "Mayor Ada Roon"),
        source("=cmd|' /C calc'!A0\u{202e}txt.exe", &format!("Captain {SCRIPT} Lund")),
        source("b\u{1b}[31m.txt", "Mayor Ada Roon"),
        Source::of_text(String::new(), String::new()),
    ])
});

/// Every page that the lists lead to.
fn pages() -> Vec<String> {
    let lists = ["stories", "claims", "disagreements", "reports", "families", "voices", "places"];
    let mut pages: Vec<String> =
        ["/", "/search?q=harbour+%3Cscript%3E", "/help", "/sources", "/?without=%3Cscript%3Ealert(1)"]
            .map(String::from)
            .into();
    for list in lists {
        pages.push(format!("/{list}"));
        pages.push(format!("/{list}?words=%3Cscript%3E%22%27&outlet=%22%3E%3Cscript%3E"));
        pages.extend(HOSTILE.ids(list).into_iter().map(|id| format!("/{list}/{id}")));
    }
    pages
}

/// The names of all attributes.
fn attributes(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for tag in page.split('<').skip(1) {
        let (mut name, mut is_value) = (String::new(), false);
        for c in tag.chars() {
            match c {
                '"' => is_value = !is_value,
                _ if is_value => {}
                '>' => break,
                '=' | ' ' => _ = found.insert(std::mem::take(&mut name)),
                c => name.push(c),
            }
        }
        found.insert(name);
    }
    found
}

#[test]
fn no_word_of_a_report_becomes_markup() {
    let pages = pages();
    assert!(pages.len() > 25, "{}", pages.len());
    for page in pages {
        let got = HOSTILE.get(&page);
        assert_eq!(got.status, 200, "{page}");
        let scripts: Vec<&str> = got.body.match_indices("<script").map(|(at, _)| &got.body[at..]).collect();
        assert!(scripts.iter().all(|script| script.starts_with("<script src=\"/desk.js\" defer>")), "{page}");
        assert!(!got.body.contains("<img") && !got.body.contains("href=\"javascript"), "{page}");
        let own = attributes(&got.body);
        assert!(
            own.contains("href") && !own.iter().any(|name| name.starts_with("on") || name == "style"),
            "{page}: {own:?}"
        );
        let unseen = got.body.chars().find(|c| matches!(c, '\u{202e}' | '\u{2067}' | '\u{1b}'));
        assert_eq!(unseen, None, "{page}");
    }
}

#[test]
fn no_cell_becomes_a_formula_and_no_header_is_split() {
    let csv = HOSTILE.get("/export/reports.csv");
    for cell in csv.body.lines().flat_map(|line| line.split(',')) {
        assert!(!cell.starts_with(['=', '+', '@', '|']), "{cell}");
    }
    let got = HOSTILE.get("/export/reports.csv%0d%0aSet-Cookie:x=1");
    assert_eq!((got.status.as_u16(), got.header("set-cookie")), (404, ""));
    let got = HOSTILE.get("/id/%0d%0aLocation:%20http:%2f%2fevil.example");
    assert_eq!((got.status.as_u16(), got.header("location")), (404, ""));
}
