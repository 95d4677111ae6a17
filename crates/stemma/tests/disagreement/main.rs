//! What cannot all hold, on invented items: nothing made up where reports agree, and enough found where they do not.
//!
//! The items are plain text in `items/`, meant to be read and written by people who know news and not this program:
//!
//! ```text
//! Invented: ... (the first line of every file says so)
//!
//! ## a remark
//! == plain-number-001
//! //- wire 2031-05-20
//! # A headline
//! Four people were killed when the crane fell, the fire service said.
//! //- paper 2031-05-20
//! The crane killed six people, according to the mayor.
//! ! number same | wire: Four people were killed | paper: killed six people
//! ```
//!
//! - `== name` opens an item. The first word of its name is its group, the words up to the number are what it is
//!   about; the table goes by these.
//!   - `none-...`: reports that differ, and of which nothing may be reported as a disagreement. That a later state of
//!     affairs has overtaken an earlier one ([`DisagreementOrder::Update`]) may always be said.
//!   - `plain-...`: disagreements without a word of denial.
//!   - `denied-...`: disagreements with one.
//! - `//- name` opens a report, with the day of its publication behind the name where that is known. Then its text:
//!   each line is a paragraph, `# ` opens a headline.
//! - Below the reports stands what a careful editor would report. `> none` for nothing, or for each disagreement
//!   `! kind | side | side`. A side is `report: words`, several of them between ` + `; each run of words stands exactly
//!   once in its report. The kind may be one of several (`denial/number`), and behind it may stand the order in
//!   time, again one of several (`same/both`); without it any order will do but an update.
//! - `? kind | side | side` may be reported and is not asked for: where careful editors differ.
//!
//! A disagreement is found where two of its sides overlap the words of two different sides expected, in the reports
//! that are named, and its kind and order are among those expected.

mod format;
mod judge;
mod numbers;
#[path = "../pile/mod.rs"]
mod pile;

use format::{Group, Item};
use judge::{Finding, Verdict, judge};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;
use stemma::model::{Account, DateEvidence};

/// The files of items, by name.
const FILES: &[(&str, &str)] = &[
    ("none-updates.txt", include_str!("items/none-updates.txt")),
    ("none-ranges.txt", include_str!("items/none-ranges.txt")),
    ("none-others.txt", include_str!("items/none-others.txt")),
    ("none-words.txt", include_str!("items/none-words.txt")),
    ("plain-numbers.txt", include_str!("items/plain-numbers.txt")),
    ("plain-when-where-who.txt", include_str!("items/plain-when-where-who.txt")),
    ("plain-outcomes.txt", include_str!("items/plain-outcomes.txt")),
    ("plain-copies.txt", include_str!("items/plain-copies.txt")),
    ("denied.txt", include_str!("items/denied.txt")),
];

/// The fewest items of each group.
const FEWEST: [(Group, usize); 3] = [(Group::None, 36), (Group::Plain, 26), (Group::Denied, 14)];

/// The fewest items that trap somebody who only compares numbers.
const FEWEST_NUMBER_TRAPS: usize = 25;

/// What must be found of the disagreements of a group, in hundredths.
const FLOOR_FOUND: usize = 80;

/// Found of those without a word of denial, and of those with one. The aim is the share above; these are what is reached, and may only
/// rise.
const FLOOR_PLAIN: usize = 27;
const FLOOR_DENIED: usize = 15;

static ITEMS: LazyLock<Vec<Item>> =
    LazyLock::new(|| FILES.iter().flat_map(|(name, text)| format::items(name, text)).collect());

static VERDICTS: LazyLock<Vec<Verdict<'static>>> =
    LazyLock::new(|| ITEMS.iter().map(|item| judge(item, &judge::reported(&account(item)))).collect());

/// The account of an item.
fn account(item: &Item) -> Account {
    let sources = item.reports.iter().map(|report| {
        let mut source = pile::source(&report.name, &report.text);
        let evidence = |value: &String| DateEvidence { value: value.clone(), method: "item".to_owned() };
        source.published = report.published.as_ref().map(evidence);
        source
    });
    pile::account(sources.collect())
}

#[test]
fn items_say_what_they_are_and_there_are_enough() {
    let names: std::collections::BTreeSet<&str> = ITEMS.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names.len(), ITEMS.len(), "two items of one name");
    for (group, fewest) in FEWEST {
        let n_items = ITEMS.iter().filter(|item| item.group == group).count();
        assert!(n_items >= fewest, "{n_items} items of {group:?}");
    }
    for item in ITEMS.iter() {
        let n_sides = item.expected.iter().map(|expected| expected.sides.len()).min();
        assert!(n_sides.is_none_or(|n_sides| n_sides >= 2), "{} has a disagreement with one side", item.name);
        let words = item.denial_words();
        match item.group {
            Group::None => {}
            Group::Plain => assert!(words.is_empty(), "{} denies by {words:?}", item.name),
            Group::Denied => assert!(!words.is_empty(), "{} denies nothing", item.name),
        }
    }
}

/// The judge is content with just what is expected, and not with a part of it or with anything else.
#[test]
fn the_judge_takes_what_is_expected_and_nothing_else() {
    for item in ITEMS.iter() {
        let asked = || item.expected.iter().filter(|expected| expected.asked);
        let right: Vec<Finding> = asked().map(Finding::of).collect();
        let verdict = judge(item, &right);
        assert!(verdict.n_found() == verdict.n_asked() && verdict.n_stray() == 0, "{verdict}");
        let one_sided = |expected| {
            let mut finding = Finding::of(expected);
            finding.sides[1] = finding.sides[0].clone();
            finding
        };
        let wrong: Vec<Finding> = asked().map(one_sided).collect();
        let verdict = judge(item, &wrong);
        assert!(verdict.n_found() == 0 && verdict.n_stray() == wrong.len(), "{verdict}");
    }
    let (some, none) = (&ITEMS.iter().find_map(|item| item.expected.first()), &ITEMS[0]);
    assert_eq!(judge(none, &some.map(Finding::of).into_iter().collect::<Vec<_>>()).n_stray(), 1);
}

/// Who reports each pair of different numbers is wrong about many items that hold no disagreement, and still
/// misses too many that do: the items cannot be passed by that.
#[test]
fn comparing_numbers_alone_does_not_do() {
    let verdicts: Vec<Verdict> = ITEMS.iter().map(|item| judge(item, &numbers::reported(item))).collect();
    let is_wrong = |verdict: &&Verdict| verdict.item.group == Group::None && verdict.n_stray() > 0;
    let n_wrong = verdicts.iter().filter(is_wrong).count();
    assert!(n_wrong >= FEWEST_NUMBER_TRAPS, "only {n_wrong} items trap it\n{}", table(&verdicts));
    let (found, asked) = found_of(&verdicts, Group::Plain);
    assert!(found * 100 < asked * FLOOR_FOUND, "it finds {found} of {asked}\n{}", table(&verdicts));
}

#[test]
#[expect(clippy::disallowed_macros, reason = "the table is what the test is for; the core stays silent")]
fn nothing_is_reported_where_reports_agree() {
    println!("{}", table(&VERDICTS));
    let wrong = listed(|verdict| verdict.item.group == Group::None && verdict.n_stray() > 0);
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
#[expect(clippy::disallowed_macros, reason = "the table is what the test is for; the core stays silent")]
fn enough_is_found_with_and_without_a_word_of_denial() {
    let by_numbers: Vec<Verdict> = ITEMS.iter().map(|item| judge(item, &numbers::reported(item))).collect();
    let nothing: Vec<Verdict> = ITEMS.iter().map(|item| judge(item, &[])).collect();
    println!("found:\n{}", table(&VERDICTS));
    println!("each pair of different numbers would give:\n{}", table(&by_numbers));
    println!("silence would give:\n{}", table(&nothing));
    for (group, floor) in [(Group::Plain, FLOOR_PLAIN), (Group::Denied, FLOOR_DENIED)] {
        let (found, asked) = found_of(&VERDICTS, group);
        let missed = listed(|verdict| verdict.item.group == group && verdict.n_found() < verdict.n_asked());
        let missed = missed.join("\n\n");
        assert!(found >= floor, "{group:?}: {found} of {asked} found\n\n{missed}");
    }
}

/// How many disagreements of a group were found, of how many.
fn found_of(verdicts: &[Verdict], group: Group) -> (usize, usize) {
    let of_group = || verdicts.iter().filter(|verdict| verdict.item.group == group);
    (of_group().map(Verdict::n_found).sum(), of_group().map(Verdict::n_asked).sum())
}

/// What became of some items, to be read by a person.
fn listed(matches: impl Fn(&Verdict) -> bool) -> Vec<String> {
    VERDICTS.iter().filter(|verdict| matches(verdict)).map(Verdict::to_string).collect()
}

/// One line for each kind of items: how many, what was found of what was asked for, what was reported besides.
fn table(verdicts: &[Verdict]) -> String {
    let mut rows: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for verdict in verdicts {
        let counts = [1, verdict.n_found(), verdict.n_asked(), verdict.n_stray()];
        for row in [verdict.item.kind(), verdict.item.group.name()] {
            let row = rows.entry(row).or_default();
            row.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }
    rows.iter().fold(String::new(), |mut table, (kind, [items, found, asked, stray])| {
        let _ = writeln!(
            table,
            "{kind:<22} {items:>3} items, {found:>3} of {asked:>3} found, {stray:>3} besides"
        );
        table
    })
}
