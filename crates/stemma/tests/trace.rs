//! Where a sentence stands: every verbatim place, with edits that lead there character for character.

mod pile;

use pile::{name, source};
use proptest::prelude::*;
use stemma::model::Source;
use stemma::{Account, Config, InMemory, Silent, Trace, copies, trace};

const SAFE: &str = "The harbour of Veld is entirely safe.";

fn copied(sources: Vec<Source>) -> Account {
    copies(sources, Vec::new(), Vec::new(), &Config::default(), &InMemory::default(), &Silent)
        .expect("memory does not fail")
}

fn sources(texts: &[&str]) -> Vec<Source> {
    texts.iter().enumerate().map(|(nth, text)| source(&format!("{nth}.txt"), text)).collect()
}

fn traced(query: &str, texts: &[&str]) -> Trace {
    trace(query, copied(sources(texts)))
}

/// The places of a sentence of the query, as report and words.
fn places(trace: &Trace, sentence: usize) -> Vec<(String, String)> {
    let Some(family) = trace.sentences[sentence].family else { return Vec::new() };
    let account = &trace.account;
    let spans = account.families[family.0 as usize].passages.iter().map(|idx| account.passage(*idx).span);
    let mut places: Vec<(String, String)> = spans
        .filter(|span| span.report != trace.query)
        .map(|span| {
            (name(account, span).to_owned(), span.range.of(&account.report(span.report).text).to_owned())
        })
        .collect();
    places.sort();
    places
}

fn assert_edits_lead_to_every_place(trace: &Trace) {
    let account = &trace.account;
    let words = |idx| {
        let span = account.passage(idx).span;
        (span.range, account.report(span.report).text.as_str())
    };
    for family in &account.families[trace.n_own_families..] {
        let (from, query) = words(family.representative);
        for place in family.passages.iter().filter(|idx| **idx != family.representative) {
            let (to, text) = words(*place);
            let mut made = String::new();
            let mut at = from.start as usize;
            for edit in account.edits.iter().filter(|edit| edit.to.passage == *place) {
                made.push_str(&query[at..edit.from.range.start as usize]);
                made.push_str(edit.to.range.of(text));
                at = edit.from.range.end as usize;
                assert!(!edit.kinds.is_empty());
            }
            made.push_str(&query[at..from.end as usize]);
            assert_eq!(made, to.of(text));
        }
    }
}

#[test]
fn a_sentence_is_found_where_it_stands_and_where_it_was_changed() {
    let texts = [
        "Rain fell. \u{201c}The harbour of Veld is entirely safe,\u{201d} it said.",
        "He claimed that the old harbour of Veld and its towns are entirely safe.",
        "The harbour of Ostrand was shut for the day, and Veld was not.",
    ];
    let found = traced(SAFE, &texts);
    assert_eq!(
        places(&found, 0),
        [
            ("0.txt".to_owned(), "The harbour of Veld is entirely safe".to_owned()),
            ("1.txt".to_owned(), "the old harbour of Veld and its towns are entirely safe".to_owned()),
        ]
    );
    assert_edits_lead_to_every_place(&found);
}

#[test]
fn what_descends_from_one_text_with_a_place_is_a_place() {
    let copy = "About 1,700 people left the old port of Veld on Sunday after a fire in the grain store.";
    let wire = "Some 1,600 people left the old harbour of Veld on Sunday after a fire in the grain store.";
    let query = "About 1,700 people fled the old port of Veld";
    let found = traced(query, &[copy, wire, "Some people left Veld."]);
    let expected = [
        ("0.txt", "About 1,700 people left the old port of Veld"),
        ("1.txt", "Some 1,600 people left the old harbour of Veld"),
    ];
    assert_eq!(places(&found, 0), expected.map(|(name, words)| (name.to_owned(), words.to_owned())));
    assert_edits_lead_to_every_place(&found);
}

#[test]
fn a_caption_is_searched_like_a_paragraph() {
    let text =
        format!("Old harbour closed\n\nPhoto: {SAFE}\n\nRain fell on the quay all day and all night.\n");
    assert_eq!(places(&traced(SAFE, &[&text]), 0).len(), 1);
}

#[test]
fn the_query_changes_nothing_that_the_pile_says() {
    let texts = [SAFE, "It rained. The harbour of Veld is entirely safe."];
    let alone = copied(sources(&texts));
    let found = traced(SAFE, &texts);
    assert_eq!(found.account.reports[..found.query.0 as usize], alone.reports);
    assert_eq!(found.account.families[..found.n_own_families], alone.families);
    assert_eq!(found.account.lineage, alone.lineage);
}

#[test]
fn copies_are_those_of_the_account() {
    let texts = [
        SAFE,
        "It rained. The harbour of Veld is entirely secure.",
        "The harbour of Veld is entirely safe, he said.",
    ];
    let account = stemma::account(
        sources(&texts),
        Vec::new(),
        Vec::new(),
        pile::knowledge(),
        &Config::default(),
        &Silent,
    );
    let copies = copied(sources(&texts));
    assert_eq!(
        (&copies.families, &copies.passages, &copies.edits),
        (&account.families, &account.passages, &account.edits)
    );
    assert_eq!(copies.reports, account.reports);
    assert!(copies.statements.is_empty());
}

proptest! {
    #[test]
    fn every_verbatim_sentence_is_found_and_every_edit_leads_there(
        words in prop::collection::vec("[a-c]{1,5}|\u{e9}t\u{e9}|12|\u{5927}\u{706b}", 1..12),
        put_in in prop::collection::vec("[a-d]{1,5}", 0..6),
        at in any::<prop::sample::Index>(),
    ) {
        let query = words.join(" ");
        let mut changed = words.clone();
        changed.splice(at.index(words.len())..at.index(words.len()), put_in);
        let (verbatim, changed) = (format!("Xyz {query}."), format!("{}.", changed.join(" ")));
        let found = traced(&query, &[&verbatim, &changed]);
        prop_assert!(places(&found, 0).iter().any(|(_, words)| *words == query), "{:?}", places(&found, 0));
        assert_edits_lead_to_every_place(&found);
    }
}
