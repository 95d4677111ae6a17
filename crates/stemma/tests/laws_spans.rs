//! Laws of places and of order, on piles whose letters, marks and blanks take one to four bytes.

mod pile;
mod planted;

use pile::{account, source};
use planted::pile;
use proptest::prelude::*;
use stemma::account::record::Value;
use stemma::account::records;
use stemma::model::{Account, ByteRange, Span};

/// What may stand in the place of a blank or a full stop: marks and letters of two to four bytes, combining
/// ones among them, and blanks of other widths.
const NOISE: &[&str] = &[
    " ", "\u{a0}", " – ", "… ", "\u{301} ", " “", "” ", "’s ", " 𝛼 ", " 渡轮 ", "\u{200b} ", ", ", "; ",
    " (", ") ", "! ", "\n\n", "\r\n", " «", "» ", " é", "\t",
];

/// Puts noise in the place of some blanks: after every so many, one and then the next of a list.
fn noisy(text: &str, every: usize, noise: &[usize]) -> String {
    let mut marks = noise.iter().map(|which| NOISE[which % NOISE.len()]).cycle();
    let pieces = text.split(' ').enumerate();
    pieces.fold(String::new(), |mut all, (at, piece)| {
        if at > 0 {
            all.push_str(if at.is_multiple_of(every) { marks.next().unwrap_or(" ") } else { " " });
        }
        all + piece
    })
}

prop_compose! {
    fn texts()(pile in pile(), every in 2..9usize, noise in prop::collection::vec(0..NOISE.len(), 1..6)) -> Vec<String> {
        // Each report is disturbed at other places, so that copies differ in their marks, too.
        pile.iter().zip(every..).map(|(report, every)| noisy(&report.text().0, every, &noise)).collect()
    }
}

fn account_of<'a>(texts: impl Iterator<Item = (usize, &'a String)>) -> Account {
    account(texts.map(|(number, text)| source(&format!("{number}.txt"), text)).collect())
}

/// Every place that a finding rests on.
fn places(account: &Account) -> Vec<Span> {
    let passage = |idx| account.passage(idx).span.report;
    let mut places: Vec<Span> = account.passages.iter().map(|passage| passage.span).collect();
    for edit in &account.edits {
        for side in [&edit.from, &edit.to] {
            places.push(Span { report: passage(side.passage), range: side.range });
        }
    }
    for statement in &account.statements {
        let ranges = statement.content.iter().chain(&statement.cue).chain(&statement.source);
        places.extend(ranges.map(|range| Span { report: statement.span.report, range: *range }));
        places.push(statement.span);
    }
    places
}

proptest! {
    #[test]
    fn every_place_opens_on_character_boundaries(texts in texts()) {
        let account = account_of(texts.iter().enumerate());
        for place in places(&account) {
            let text = &account.report(place.report).text;
            prop_assert!(text.get(place.range.as_usize()).is_some(), "{place:?} of {text:?}");
        }
        let empty = account.passages.iter().find(|passage| passage.span.range.is_empty());
        prop_assert!(empty.is_none());
    }

    #[test]
    fn edits_lie_in_their_witnesses_one_behind_the_other_and_turn_one_into_the_other(texts in texts()) {
        let account = account_of(texts.iter().enumerate());
        for (family, idx) in account.families.iter().zip(0..) {
            for witness in family.passages.iter().filter(|witness| **witness != family.representative) {
                let (from, to) = (account.passage(family.representative).span, account.passage(*witness).span);
                let (old, new) = (&account.report(from.report).text, &account.report(to.report).text);
                let (mut at_old, mut at_new, mut rebuilt) = (from.range.start, to.range.start, String::new());
                let edits = account.edits.iter().filter(|e| e.family.0 == idx && e.to.passage == *witness);
                for edit in edits {
                    let (cut, put) = (edit.from.range, edit.to.range);
                    prop_assert!(edit.from.passage == family.representative && !edit.kinds.is_empty());
                    prop_assert!(at_old <= cut.start && from.range.contains(cut), "not one behind the other");
                    prop_assert!(at_new <= put.start && to.range.contains(put), "not one behind the other");
                    prop_assert!(cut.of(old) != put.of(new), "an edit that changes nothing");
                    rebuilt.push_str(ByteRange { start: at_old, end: cut.start }.of(old));
                    rebuilt.push_str(put.of(new));
                    (at_old, at_new) = (cut.end, put.end);
                }
                rebuilt.push_str(ByteRange { start: at_old, end: from.range.end }.of(old));
                prop_assert_eq!(rebuilt, to.range.of(new));
            }
        }
    }

    #[test]
    fn any_order_and_any_names_give_the_same_records_on_any_number_of_threads(
        (texts, order) in texts().prop_flat_map(|texts| {
            let order: Vec<usize> = (0..texts.len()).collect();
            (Just(texts), Just(order).prop_shuffle())
        }),
        n_threads in 1..4usize,
    ) {
        let written = records(&account_of(texts.iter().enumerate()));
        let threads = rayon::ThreadPoolBuilder::new().num_threads(n_threads).build().unwrap();
        let shuffled = threads.install(|| account_of(order.iter().map(|at| (*at, &texts[*at]))));
        prop_assert_eq!(&written, &records(&shuffled));
        // Names are in the records, and not in the digest, which the first record carries.
        let renamed = account_of(order.iter().zip(100..).map(|(at, name)| (name, &texts[*at])));
        prop_assert_eq!(digest(&account_of(texts.iter().enumerate())), digest(&renamed));
    }
}

fn digest(account: &Account) -> Value {
    records(account)[0]["digest"].clone()
}
