//! Who copied whom: what shows it, and what must never come out.

mod pile;

use pile::{account, source};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use stemma::Account;
use stemma::account::{copied_bytes, records, verify};
use stemma::model::{DateEvidence, Evidence, Parent, PassageIdx, Source};

const HARBOUR: &str =
    "The harbour master closed the northern basin of Tolmouth after two ferries had collided in thick fog.

Nobody on board the larger ferry was hurt, and its captain went ashore in the evening.

\"We heard the horn far too late to turn away,\" said Captain Orla Venn of the smaller ferry.

Divers are to look at both hulls once the current allows it.

Traders on the quay have waited three days for their crates of lemons.";

const VALLEY: &str =
    "Farmers in the Brenn valley blocked the only bridge with tractors to protest against the price of water.

The valley council had doubled that price in spring without asking anybody beforehand.

\"We shall stay until the council sits down with us,\" farmer Jon Aske told a crowd of neighbours.

A brass band from Upper Brenn played until the rain came.

Some of the tractors ran out of fuel before noon and had to be pushed.";

/// Pasted together from both, with words swapped and speakers blurred.
const MOSAIC: &str =
    "Farmers in the Brenn valley blocked the sole bridge with tractors to protest against the cost of water.

Nobody on board the larger ferry was hurt, and its captain went ashore in the evening.

\"We shall stay until the council sits down with us,\" the farmer told a crowd of neighbours.

The harbour master closed the northern basin of Tolmouth after two ships had collided in dense fog.";

/// A second page that took a sentence from the first and kept its words.
const SECOND: &str =
    "The harbour master shut the northern basin of Tolmouth after two ships had collided in dense fog.

The valley council had doubled that price in spring without asking anyone beforehand.

Nobody on board the larger ferry was hurt, and its captain went ashore in the evening.

Some of the tractors ran out of petrol before noon and had to be pushed.";

fn pile_of(texts: &[(&str, &str)]) -> Account {
    account(texts.iter().map(|(name, text)| source(name, text)).collect())
}

fn name_of(account: &Account, passage: PassageIdx) -> &str {
    pile::name(account, account.passage(passage).span)
}

/// Each witness as `name: words`, with the report of its parent or why there is none.
fn parents(account: &Account) -> BTreeMap<String, String> {
    let line = |descent: &stemma::model::Descent| {
        let span = account.passage(descent.passage).span;
        let words = span.range.of(&account.report(span.report).text);
        let parent = match descent.parent {
            Parent::Passage(parent) => name_of(account, parent).to_owned(),
            other => format!("{other:?}"),
        };
        (format!("{}: {words}", name_of(account, descent.passage)), parent)
    };
    account.lineage.iter().map(line).collect()
}

fn parents_of<'a>(parents: &'a BTreeMap<String, String>, name: &str) -> Vec<&'a str> {
    let of_name = parents.iter().filter(|(witness, _)| witness.starts_with(name));
    of_name.map(|(_, parent)| parent.as_str()).collect()
}

#[test]
fn a_page_pasted_together_is_the_child_of_those_that_were_written() {
    let account = pile_of(&[("harbour", HARBOUR), ("valley", VALLEY), ("mosaic", MOSAIC)]);
    let parents = parents(&account);
    assert_eq!(parents_of(&parents, "mosaic: Farmers"), ["valley"]);
    assert_eq!(parents_of(&parents, "mosaic: The harbour"), ["harbour"]);
    assert!(parents_of(&parents, "harbour").iter().all(|parent| *parent == "Original"), "{parents:?}");
    assert!(parents_of(&parents, "valley").iter().all(|parent| *parent == "Original"), "{parents:?}");
    let shown = account.lineage.iter().flat_map(|descent| &descent.evidence);
    assert!(shown.clone().any(|evidence| matches!(evidence, Evidence::Mosaic { copied_percent: 100, .. })));
    assert!(shown.clone().any(|evidence| matches!(evidence, Evidence::LostAttribution { .. })));
}

#[test]
fn who_keeps_the_words_that_a_copyist_put_in_copied_the_copyist() {
    let account =
        pile_of(&[("harbour", HARBOUR), ("valley", VALLEY), ("mosaic", MOSAIC), ("second", SECOND)]);
    let parents = parents(&account);
    assert_eq!(parents_of(&parents, "second: The harbour"), ["mosaic"]);
    assert_eq!(parents_of(&parents, "mosaic: The harbour"), ["harbour"]);
    assert_eq!(parents_of(&parents, "second: The valley"), ["valley"]);
}

#[test]
fn an_equal_sentence_in_two_reports_without_dates_has_no_known_parent() {
    let sentence = "The harbour master closed the northern basin of Tolmouth after two ferries had collided.";
    let first = format!("{sentence}\n\nIts captain went ashore in the evening and slept in an inn.");
    let second = format!("A brass band from Upper Brenn played until the rain came.\n\n{sentence}");
    let account = pile_of(&[("first", &first), ("second", &second)]);
    assert_eq!(account.lineage.len(), 2);
    for descent in &account.lineage {
        assert_eq!((descent.parent, descent.support_percent), (Parent::NotDecidable, None));
        assert!(descent.evidence.is_empty());
    }
}

fn dated(name: &str, text: &str, day: Option<u8>) -> Source {
    let published = day.map(|day| DateEvidence { value: format!("2019-03-{day:02}"), method: "test".into() });
    Source { published, ..source(name, text) }
}

#[test]
fn dates_decide_where_the_words_do_not() {
    let sentence = "The harbour master closed the northern basin of Tolmouth after two ferries had collided.";
    let later = format!("{sentence}\n\nNobody was hurt.");
    let account = account(vec![dated("later", &later, Some(12)), dated("earlier", sentence, Some(11))]);
    let parents = parents(&account);
    assert_eq!(parents_of(&parents, "later"), ["earlier"]);
    assert_eq!(parents_of(&parents, "earlier"), ["Original"]);
    assert!(account.lineage.iter().any(|descent| matches!(descent.evidence[..], [Evidence::Dates { .. }])));
}

/// Sentences that reports of a generated pile take over, with a word swapped here and there.
const SENTENCES: &[&str] = &[
    "The harbour master closed the northern basin of Tolmouth after two ferries had collided in thick fog",
    "Farmers in the Brenn valley blocked the only bridge with tractors to protest against the price of water",
    "Divers are to look at both hulls once the current allows them to go down, Captain Orla Venn said",
    "A brass band from Upper Brenn played on the market square until the rain drove everybody away",
    "The valley council had doubled the fees in spring without asking any of the villages beforehand",
    "Traders on the quay have waited three days for their crates of lemons and will not wait for more",
];
const WORDS: &[&str] = &["ships", "dense", "cost", "sole", "petrol", "the", "he", "said"];

fn report() -> impl Strategy<Value = (String, Option<u8>)> {
    let line = (0..SENTENCES.len(), 0..18usize, 0..WORDS.len(), prop::bool::ANY);
    (prop::collection::vec(line, 1..6), prop::option::of(1..5u8)).prop_map(|(lines, day)| {
        let write = |(sentence, at, word, changed): &(usize, usize, usize, bool)| {
            let mut words: Vec<&str> = SENTENCES[*sentence].split(' ').collect();
            if *changed {
                let at = at % words.len();
                words[at] = WORDS[*word];
            }
            format!("{}.", words.join(" "))
        };
        (lines.iter().map(write).collect::<Vec<_>>().join("\n\n"), day)
    })
}

proptest! {
    #[test]
    fn no_cycle_no_parent_in_the_same_report_and_none_that_was_published_later(
        reports in prop::collection::vec(report(), 2..8),
    ) {
        let sources = reports.iter().enumerate().map(|(idx, (text, day))| dated(&idx.to_string(), text, *day));
        let account = account(sources.collect());
        let parent_of: BTreeMap<PassageIdx, PassageIdx> = account.lineage.iter().filter_map(|descent| {
            let Parent::Passage(parent) = descent.parent else { return None };
            Some((descent.passage, parent))
        }).collect();
        for (child, parent) in &parent_of {
            let (child, parent) = (account.passage(*child), account.passage(*parent));
            prop_assert_eq!(child.family, parent.family);
            prop_assert_ne!(child.span.report, parent.span.report);
            let published = |report| account.report(report).published.clone().map(|date| date.value);
            if let (Some(of_child), Some(of_parent)) = (published(child.span.report), published(parent.span.report)) {
                prop_assert!(of_parent <= of_child);
            }
        }
        for start in parent_of.keys() {
            let mut seen = BTreeSet::new();
            let mut at = Some(*start);
            while let Some(passage) = at {
                prop_assert!(seen.insert(passage), "a passage descends from itself");
                at = parent_of.get(&passage).copied();
            }
        }
    }

    #[test]
    fn what_is_found_holds_when_it_is_checked(reports in prop::collection::vec(report(), 2..8)) {
        let sources = reports.iter().enumerate().map(|(idx, (text, day))| dated(&idx.to_string(), text, *day));
        let sources: Vec<Source> = sources.collect();
        let account = account(sources.clone());
        prop_assert_eq!(verify(&records(&account), &sources), []);
        for (shares, copied) in account.shares.iter().zip(copied_bytes(&account)) {
            prop_assert_eq!(shares.copied_bytes, copied);
            let most = |parts: &mut dyn Iterator<Item = usize>| parts.max().unwrap_or(0);
            prop_assert!(most(&mut shares.with.iter().map(|pair| pair.bytes)) <= copied);
            prop_assert!(most(&mut shares.parents.iter().map(|one| one.bytes)) <= copied);
            prop_assert!(shares.parents.iter().map(|one| one.bytes).sum::<usize>() >= copied);
        }
    }

    #[test]
    fn names_and_order_of_files_change_nothing(reports in prop::collection::vec(report(), 2..7)) {
        let sources = reports.iter().enumerate().map(|(idx, (text, day))| dated(&format!("a{idx}"), text, *day));
        let renamed = reports.iter().enumerate().rev().map(|(idx, (text, day))| dated(&format!("{}z", 9 - idx), text, *day));
        // Equal texts with different dates are one report, whose date the order of names may choose.
        let texts: BTreeSet<&String> = reports.iter().map(|(text, _)| text).collect();
        prop_assume!(texts.len() == reports.len());
        let (one, other) = (account(sources.collect()), account(renamed.collect()));
        prop_assert_eq!(one.lineage, other.lineage);
        prop_assert_eq!(one.shares, other.shares);
    }
}
