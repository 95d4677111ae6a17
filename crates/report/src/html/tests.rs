//! What a reader finds on the page of a small account.

use super::html;
use super::reading::{read, squeezed};
use crate::terminal::{Options, terminal};
use crate::visible::visible_passage;
use crate::{Numbering, example};
use std::collections::BTreeSet;
use stemma::account::record::{Record, Value};
use stemma::account::records;

#[test]
fn a_small_account_as_a_page() {
    let page = html(&example::account());
    let (head, rest) = page.split_once("<style>").expect("the page has a style");
    let (style, body) = rest.split_once("</style>").expect("the style ends");
    assert_eq!(style, super::policy::STYLE);
    let policy = super::policy::policy();
    let shown = format!("{}<style></style>{body}", head.replace(&policy, "POLICY"));
    insta::assert_snapshot!(shown);
}

#[test]
fn every_name_stands_once_and_every_link_leads_to_one() {
    let mut account = example::account();
    let again = account.statements[3].clone();
    account.statements.extend(vec![again; 3]);
    let reading = read(&html(&account));
    let ids: BTreeSet<&str> = reading.ids.iter().map(String::as_str).collect();
    assert_eq!(ids.len(), reading.ids.len(), "{:?}", reading.ids);
    let links: Vec<&str> = reading.links.iter().filter_map(|link| link.strip_prefix('#')).collect();
    assert!(links.len() > 60);
    for link in links {
        assert!(ids.contains(link), "#{link}");
    }
}

#[test]
fn every_finding_has_its_name_in_the_page() {
    let account = example::account();
    let reading = read(&html(&account));
    for record in records(&account) {
        let (kind, id) = (text(&record, "record"), text(&record, "id"));
        if record.get("usage") == Some(&"people".into()) {
            continue; // A people is no place to be found in the table.
        }
        if matches!(
            kind,
            "passage"
                | "family"
                | "edit"
                | "descent"
                | "share"
                | "statement"
                | "voice"
                | "instance"
                | "claim"
                | "disagreement"
                | "place"
        ) {
            assert!(reading.ids.iter().any(|known| known == id), "{kind} {id}");
        } else if kind == "report" {
            assert!(reading.text.contains(id), "{kind} {id}");
        }
    }
}

#[test]
fn the_page_holds_every_word_of_every_report() {
    let account = example::account();
    let page = html(&account);
    let (_, texts) = page.split_once("id=\"full-texts\"").expect("the page has full texts");
    let shown: String = without_signs(texts).split_whitespace().collect();
    for report in &account.reports {
        for line in report.text.lines().filter(|line| !line.is_empty()) {
            let words: String = line.split_whitespace().collect();
            assert!(shown.contains(&words), "{line}");
        }
    }
}

/// The text of a part of a page without the signs that findings leave in full texts.
fn without_signs(part: &str) -> String {
    let mut text = String::new();
    for (nth, piece) in part.split("<a class=\"sign\"").enumerate() {
        let own = if nth == 0 { piece } else { piece.split_once("</a>").map_or("", |(_, behind)| behind) };
        text.push_str(own);
    }
    read(&text).text
}

#[test]
fn what_a_witness_shows_is_what_stands_in_its_report() {
    let account = example::account();
    let shown: Vec<String> = read(&html(&account)).quotations.iter().map(|words| squeezed(words)).collect();
    for passage in &account.passages {
        let words =
            squeezed(&visible_passage(passage.span.range.of(&account.report(passage.span.report).text)));
        assert!(shown.contains(&words), "{words}");
    }
}

#[test]
fn json_terminal_and_page_agree() {
    let account = example::account();
    let records = records(&account);
    let digest = text(&records[0], "digest");
    let options = Options { width: 120, colour: false, all: true, digest: Some(digest) };
    let on_terminal = squeezed(&terminal(&account, &options).replace(['{', '}'], ""));
    let page = html(&account);
    let on_page = read(&page);
    assert!(on_terminal.contains(digest) && on_page.text.contains(digest));
    for (key, on_both) in
        [("families", "families of copied passages"), ("statements", "statements"), ("claims", "claims")]
    {
        let counted = format!("{} {on_both}", count(&records[0], key));
        assert!(on_terminal.contains(&counted) && on_page.text.contains(&counted), "{counted}");
    }
    let numbering = Numbering::of(&account);
    let numbers: Vec<(String, usize)> = records
        .iter()
        .filter(|record| text(record, "record") == "report")
        .zip(0..)
        .map(|(record, idx)| (text(record, "id").to_owned(), numbering.number(stemma::model::ReportIdx(idx))))
        .collect();
    let mut n_places = 0;
    for record in &records {
        let spans: Vec<&Record> = match text(record, "record") {
            "passage" | "furniture" => vec![map(record, "span")],
            "statement" => list(record, "content"),
            _ => continue,
        };
        for span in spans {
            let report = numbers.iter().find(|(id, _)| id == text(span, "report")).expect("a known report").1;
            let (start, end) = (count(span, "start"), count(span, "end"));
            let words = squeezed(text(span, "text"));
            assert!(on_terminal.contains(&format!("[{report}] {start}-{end}")), "[{report}] {start}-{end}");
            assert!(on_page.text.contains(&format!("[{report}] {start}\u{2013}{end}")));
            assert!(on_page.ids.contains(&format!("r{report}-b{start}")));
            assert!(on_terminal.contains(&words) && on_page.text.contains(&words), "{words}");
            n_places += 1;
        }
    }
    assert_eq!(n_places, account.passages.len() + account.statements.len() + 2);
}

#[test]
fn lists_are_the_same_on_terminal_and_page() {
    let account = example::account();
    let numbering = Numbering::of(&account);
    let limits = crate::first_screen::Limits::PAGE;
    let datings = stemma::datings(&account);
    let claims = crate::view::ClaimList::of(&account, &numbering, &datings, limits);
    let screen = crate::first_screen::FirstScreen::of(&account, &numbering, &datings, &claims, limits);
    let reading = read(&html(&account));
    for (name, total) in [
        ("reported", screen.reported.total),
        ("in-dispute", screen.disputed.total),
        ("not-stated", screen.not_stated.speakers.total),
    ] {
        let items =
            reading.ids.iter().filter(|id| id.strip_prefix(name).is_some_and(|rest| rest.starts_with('-')));
        assert_eq!(items.count(), total, "{name}");
    }
}

#[test]
fn a_citation_says_all_that_is_known_and_what_is_not() {
    let mut account = example::account();
    account.reports[1].outlet = Some("Coast Daily".into());
    account.reports[1].url = Some("https://coast.example/1".into());
    let hash = account.reports[1].text_sha256;
    let text = read(&html(&account)).text;
    let citation = format!(
        "a strike \u{2014} The union (indirect, denied), Coast Daily, title not stated, date not stated, \
         https://coast.example/1, file coast.txt, bytes 115\u{2013}123 of the text with SHA-256 {hash}"
    );
    assert!(text.contains(&citation), "{text}");
    assert!(text.contains("\u{2014} speaker not stated (quotation), outlet not stated, "), "{text}");
}

#[test]
fn a_citation_never_gives_a_probable_speaker_as_stated() {
    let text = read(&html(&crate::example_speakers::account())).text;
    for words in [
        "\u{2014} Mara Quill [probable] (quotation), ",
        "\u{2014} Mara Quill [named in another report] (quotation), ",
        "\u{2014} Mara Quill [resolved] (quotation), ",
        "\u{2014} Mara Quill (indirect, promised), ",
        "\u{2014} Quill (indirect, not denied), ",
        "\u{2014} The minister (indirect, will be warned), ",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn terminal_and_page_make_the_same_remarks() {
    let account = crate::example_speakers::account();
    let numbering = Numbering::of(&account);
    let options = crate::terminal::Options { width: 120, colour: false, all: true, digest: None };
    let on_terminal = squeezed(&crate::terminal::terminal(&account, &options));
    let on_page = read(&html(&account)).text.replace('\u{2013}', "-");
    let mut n_remarks = 0;
    for view in crate::view::voices(&account, &numbering, None).iter().flat_map(|voice| &voice.statements) {
        for remark in view.remarks() {
            let told: String = remark.iter().map(told).collect();
            assert!(on_terminal.contains(&squeezed(&told)), "{told}: {on_terminal}");
            assert!(squeezed(&on_page).contains(&squeezed(&told)), "{told}: {on_page}");
            n_remarks += 1;
        }
    }
    assert_eq!(n_remarks, 10);
}

pub fn told(part: &crate::view::Part) -> String {
    use crate::view::Part;
    match part {
        Part::Label(label) => (*label).to_owned(),
        Part::Near(words) | Part::Name(words) => (*words).to_owned(),
        Part::Number(number) => number.to_string(),
        Part::Report(report) => format!("[{report}]"),
        Part::Place(place) => format!("[{}] {}-{}", place.report, place.range.start, place.range.end),
        other => format!("{other:?}"),
    }
}

#[test]
fn what_was_not_found_is_said() {
    let text = read(&html(&example::bare("a.txt", "Nothing here.\n"))).text;
    for words in [
        "Account of 1 report",
        "no claim found: only English is read for claims; copied passages stand below",
        "When it was published",
        "no copied passage found",
        "no statement found",
        "no furniture found",
        "everything was read",
        "Not statedoutlet, address, published, changed",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn what_does_not_fit_a_first_look_folds_away_and_is_not_left_out() {
    let lines: Vec<String> = (0..40).map(|nth| format!("\u{201c}Boat {nth} has left.\u{201d}")).collect();
    let mut account = example::bare("a.txt", &lines.join("\n\n"));
    account.statements = lines.iter().map(|line| example::statement(&account, 0, line, "", "")).collect();
    let reading = read(&html(&account));
    assert!(reading.text.contains("12 of 40 shown; show the other 28"));
    for line in &lines {
        assert!(reading.quotations.iter().filter(|shown| *shown == line).count() >= 2, "{line}");
    }
}

#[test]
fn a_pile_of_equal_passages_takes_no_square_of_space() {
    let page_of = |n_reports: u32| {
        let mut account = stemma::Account::default();
        for nth in 0..n_reports {
            account.reports.push(example::report(&format!("{nth}.txt"), &format!("The boats left. {nth}")));
        }
        for nth in 0..n_reports {
            let span = example::span(&account, nth, "The boats left.");
            account.passages.push(stemma::model::Passage { span, family: stemma::model::FamilyIdx(0) });
        }
        let all: Vec<u32> = (0..n_reports).collect();
        account.families = vec![example::family(&all, 0)];
        html(&account)
    };
    let (some, many) = (page_of(200), page_of(800));
    assert!(many.len() < some.len() * 5, "{} and {}", some.len(), many.len());
    assert!(many.contains("more than 100 reports"));
}

fn text<'a>(record: &'a Record, key: &str) -> &'a str {
    match record.get(key) {
        Some(Value::Text(text)) => text,
        _ => "",
    }
}

fn count(record: &Record, key: &str) -> i64 {
    let counts = match record.get("counts") {
        Some(Value::Map(counts)) => counts,
        _ => record,
    };
    match counts.get(key) {
        Some(Value::Int(number)) => *number,
        other => panic!("{key} is no number: {other:?}"),
    }
}

fn map<'a>(record: &'a Record, key: &str) -> &'a Record {
    match record.get(key) {
        Some(Value::Map(map)) => map,
        other => panic!("{key} is no map: {other:?}"),
    }
}

fn list<'a>(record: &'a Record, key: &str) -> Vec<&'a Record> {
    match record.get(key) {
        Some(Value::List(items)) => items
            .iter()
            .map(|item| match item {
                Value::Map(map) => map,
                other => panic!("no map in {key}: {other:?}"),
            })
            .collect(),
        other => panic!("{key} is no list: {other:?}"),
    }
}
