//! Feasts with a date: "Christmas", "last Thanksgiving", "Easter Monday".

use super::meaning::{Feast, Found, Meaning, Step};
use super::relative::step_of;
use super::years::year_behind;
use crate::annotate::lexer::Tokens;

/// Feasts by their words, the longest first where one begins another.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["new", "year", "'s", "eve"], Feast::Fixed(12, 31)),
    (&["new", "year", "'s", "day"], Feast::Fixed(1, 1)),
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["valentine", "'s", "day"], Feast::Fixed(2, 14)),
    (&["st", ".", "patrick", "'s", "day"], Feast::Fixed(3, 17)),
    (&["april", "fools", "'", "day"], Feast::Fixed(4, 1)),
    (&["may", "day"], Feast::Fixed(5, 1)),
    (&["bastille", "day"], Feast::Fixed(7, 14)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["armistice", "day"], Feast::Fixed(11, 11)),
    (&["thanksgiving", "day"], Feast::Nth(11, 4, 4)),
    (&["thanksgiving"], Feast::Nth(11, 4, 4)),
    (&["labor", "day"], Feast::Nth(9, 1, 1)),
    (&["memorial", "day"], Feast::Nth(5, 1, 0)),
    (&["columbus", "day"], Feast::Nth(10, 1, 2)),
    (&["martin", "luther", "king", "day"], Feast::Nth(1, 1, 3)),
    (&["presidents", "'", "day"], Feast::Nth(2, 1, 3)),
    (&["mother", "'s", "day"], Feast::Nth(5, 7, 2)),
    (&["father", "'s", "day"], Feast::Nth(6, 7, 3)),
    (&["ash", "wednesday"], Feast::Easter(-46)),
    (&["palm", "sunday"], Feast::Easter(-7)),
    (&["maundy", "thursday"], Feast::Easter(-3)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["easter", "week"], Feast::EasterWeek),
    (&["easter"], Feast::Easter(0)),
    (&["pentecost"], Feast::Easter(49)),
    (&["whit", "monday"], Feast::Easter(50)),
];

/// A feast that begins here, with "last", "this" or "next" before it and a year behind.
pub(super) fn feast(tokens: &Tokens, at: usize) -> Option<Found> {
    let step = step_of(tokens.lower(at));
    let name = at + usize::from(step.is_some());
    if !tokens.get(name).capital {
        return None;
    }
    let (words, feast) = FEASTS.iter().find(|(words, _)| reads_as(tokens, name, words))?;
    let end = name + words.len();
    let is_longer_name = matches!(
        tokens.lower(end),
        "island"
            | "islands"
            | "agreement"
            | "accord"
            | "accords"
            | "parade"
            | "rising"
            | "uprising"
            | "tree"
            | "card"
            | "carol"
    );
    let (year, behind) = year_behind(tokens, end);
    let end = if year.is_some() { behind } else { end };
    let meaning = Meaning::Feast { feast: *feast, year, step: step.unwrap_or(Step::Unstated) };
    (!is_longer_name).then(|| Found::plain(at, end, meaning))
}

fn reads_as(tokens: &Tokens, at: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(idx, word)| {
        let lower = tokens.lower(at + idx);
        lower == *word || *word == "'s" && lower == "\u{2019}s" || *word == "'" && lower == "\u{2019}"
    })
}
