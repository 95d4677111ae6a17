//! One invented pile with twelve hints, and what becomes of it without each of them.

use super::only_day;
use crate::model::{DateEvidence, DateHintKind, Dating, Day, Source};
use crate::{Annotated, Config, Silent, annotated};
use jiff::civil::date;

/// The twelve hints, by their places.
const HINTS: usize = 12;

/// A story in four reports. A hint that is left out is replaced by what says nothing of the day.
fn pile(left_out: Option<usize>) -> Vec<Source> {
    let hint = |idx: usize, words: &str, instead: &str| {
        if left_out == Some(idx) { instead.to_owned() } else { words.to_owned() }
    };
    let shared = "The old harbour of Velmora was closed for all ships on Monday after the crane had fallen into its basin, the mayor said.";
    let first = format!("Harbour closed\n\n{shared}\n\nNobody was hurt when the crane fell, he added.");
    let second = format!(
        "{}The fishermen of Velmora ask for help\n\nFishermen met in the town hall and asked for help. {} {}",
        hint(1, "Published: Tuesday, May 22\n\n", ""),
        hint(2, "In 2017, the crane was repaired.", "Once, the crane was repaired."),
        hint(3, "They will be heard again on May 30, 2018.", "They will be heard again."),
    );
    let third = format!(
        "Divers search the basin\n\n{} {} {} Divers found nothing in the mud.",
        hint(4, shared, "The harbour stays closed."),
        hint(5, "A diver was lost on May 24, 2018.", "A diver was lost."),
        hint(6, "The search will end on May 24, 2018.", "The search will end."),
    );
    let fourth = format!(
        "The crane is lifted\n\n{}The crane was lifted out of the basin by two ships. {} {}",
        hint(8, "VELMORA, May 28 (Herald) - ", ""),
        hint(9, "It had been checked on Friday, May 25.", "It had been checked."),
        hint(10, "Since 2016, it had been closed to visitors.", "It had been closed to visitors."),
    );
    let mut sources: Vec<Source> = [first, second, third, fourth]
        .into_iter()
        .enumerate()
        .map(|(idx, text)| Source::of_text(format!("{idx}.txt"), text))
        .collect();
    let dated = |value: &str| Some(DateEvidence { value: value.to_owned(), method: "json:date".to_owned() });
    let unless = |idx: usize, value: &str| if left_out == Some(idx) { None } else { dated(value) };
    sources[0].published = unless(0, "2018-05-21T10:15");
    sources[1].captured = unless(7, "2019-03-01");
    sources[3].captured = unless(11, "2020-06-01");
    sources
}

fn read(sources: Vec<Source>) -> Annotated {
    annotated(sources, &Config::default(), &Silent)
}

/// The dating of the report whose text begins so.
fn dating_of<'a>(read: &'a Annotated, name: &str) -> &'a Dating {
    let idx = read.reports.iter().position(|report| report.captures[0].name == name);
    &read.datings[idx.expect("the pile has such a report")]
}

fn days_left(read: &Annotated) -> Vec<u32> {
    ["0.txt", "1.txt", "2.txt", "3.txt"]
        .map(|name| dating_of(read, name).days_left.unwrap_or(u32::MAX))
        .to_vec()
}

#[test]
fn twelve_hints_date_four_reports() {
    let read = read(pile(None));
    let found: Vec<Option<Day>> =
        (0..4).map(|idx| only_day(dating_of(&read, &format!("{idx}.txt")))).collect();
    let days = [21, 22, 24, 28].map(|day| Some(date(2018, 5, day)));
    assert_eq!(found, days, "{:#?}", read.datings);
}

#[test]
fn without_any_one_of_them_the_range_stays_or_widens() {
    let all = days_left(&read(pile(None)));
    for left_out in 0..HINTS {
        let fewer = days_left(&read(pile(Some(left_out))));
        assert!(
            all.iter().zip(&fewer).all(|(all, fewer)| fewer >= all),
            "without hint {left_out}: {fewer:?}"
        );
    }
}

#[test]
fn most_of_them_are_needed() {
    let all = days_left(&read(pile(None)));
    let needed: Vec<usize> = (0..HINTS).filter(|idx| days_left(&read(pile(Some(*idx)))) != all).collect();
    assert!(needed.len() >= 6, "{needed:?}");
}

#[test]
fn hints_that_contradict_each_other_are_named() {
    let text = "Published: May 21, 2018\n\nThe crane falls\n\nThe crane fell on June 3, 2018, and nobody was hurt by it.";
    let read = read(vec![Source::of_text("a.txt".to_owned(), text.to_owned())]);
    let dating = &read.datings[0];
    assert_eq!(dating.days_left, Some(0));
    assert_eq!((dating.earliest, dating.latest), (None, None));
    let [group] = dating.contradictions.as_slice() else { panic!("{dating:#?}") };
    let kinds: Vec<DateHintKind> = group.iter().map(|idx| dating.hints[*idx as usize].kind).collect();
    assert_eq!(kinds, [DateHintKind::DateLine, DateHintKind::ToldPast]);
}

#[test]
fn without_hints_nothing_is_guessed() {
    let text = "The crane falls\n\nThe crane fell on Monday, and nobody was hurt by it.";
    let read = read(vec![Source::of_text("a.txt".to_owned(), text.to_owned())]);
    assert_eq!(
        (read.datings[0].earliest, read.datings[0].latest, read.datings[0].days_left),
        (None, None, None)
    );
    assert_eq!(read.times[0][0].value, "XXXX-WXX-1");
}
