//! Numbers that count nothing: ages, scores, names with a number, ordinals, "one" the pronoun.

use super::bounds::Bounded;
use crate::annotate::lexer::{TokenKind, Tokens};
use crate::annotate::numbers::ordinal;

/// Whether what looks like a quantity is none.
pub(super) fn counts_nothing(tokens: &Tokens, found: &Bounded) -> bool {
    let at = found.number_at;
    is_part_of_word(tokens, at, found.end)
        || is_score(tokens, at, found.end)
        || is_age(tokens, found)
        || is_named(tokens, found)
        || ordinal(tokens, at)
            .is_some_and(|(_, end)| end >= found.end && tokens.get(at).kind == TokenKind::Number)
        || is_ordinal_tail(tokens, found.end)
        || is_pronoun(tokens, found)
        || is_figure_of_speech(tokens, found)
}

/// "F-16", "COVID-19", "4x4", "2.0.1", "555-1998", "B52".
fn is_part_of_word(tokens: &Tokens, at: usize, end: usize) -> bool {
    let token = tokens.get(at);
    let before = tokens.before(at, 1);
    let behind = tokens.get(end);
    let glued_before = token.glued
        && (before.kind == TokenKind::Word
            || before.kind == TokenKind::Number && token.kind == TokenKind::Number);
    let joined = token.glued
        && before.glued
        && matches!(before.lower, "-" | "." | "/" | ":" | "_" | "@")
        && token.kind == TokenKind::Number
        && tokens.before(at, 2).kind != TokenKind::Mark;
    let letters_behind = token.kind == TokenKind::Number
        && behind.glued
        && behind.kind == TokenKind::Word
        && !matches!(
            behind.lower,
            "km" | "m"
                | "bn"
                | "k"
                | "kg"
                | "cm"
                | "mm"
                | "ft"
                | "pct"
                | "mph"
                | "'s"
                | "th"
                | "st"
                | "nd"
                | "rd"
        );
    let marks_behind = behind.glued
        && tokens.get(end + 1).glued
        && tokens.get(end + 1).kind == TokenKind::Number
        && matches!(behind.lower, "." | ":" | "/" | "_");
    let is_hash = before.lower == "#" && token.glued;
    glued_before || joined || letters_behind || marks_behind || is_hash
}

/// "3-1", "2-0", "6-4, 7-5": two small numbers with a hyphen where no unit or noun follows, or a word of sport.
fn is_score(tokens: &Tokens, at: usize, end: usize) -> bool {
    let small = |at: usize| tokens.get(at).kind == TokenKind::Number && tokens.lower(at).len() <= 3;
    let has_dash =
        (at..end + 1).any(|at| matches!(tokens.lower(at), "-" | "\u{2013}") && tokens.get(at).glued);
    if !has_dash || !small(at) {
        return false;
    }
    let last =
        (at..=end + 1).rev().find(|at| tokens.get(*at).kind == TokenKind::Number && tokens.get(*at).glued);
    let Some(last) = last.filter(|last| *last > at && *last <= at + 2) else { return false };
    let behind = tokens.lower(last + 1);
    let descending =
        tokens.lower(at).parse::<u32>().unwrap_or(0) >= tokens.lower(last).parse::<u32>().unwrap_or(0);
    let sport = (1..=4).any(|places| {
        matches!(
            tokens.before(at, places).lower,
            "won"
                | "beat"
                | "lost"
                | "defeated"
                | "win"
                | "victory"
                | "draw"
                | "drew"
                | "defeat"
                | "lead"
                | "led"
                | "score"
                | "voted"
                | "vote"
                | "ruled"
                | "decision"
        )
    });
    let noun_follows = tokens.get(last + 1).kind == TokenKind::Word
        && super::counted::is_plural(behind)
        && behind != "sets"
        && behind != "votes";
    descending
        || sport
        || !noun_follows
            && !matches!(behind, "percent" | "%" | "km" | "miles" | "million" | "billion" | "per" | "member")
}

/// "44-year-old", ", 44,", "aged 44", "44 years old", "at the age of 44".
fn is_age(tokens: &Tokens, found: &Bounded) -> bool {
    let (at, end) = (found.number_at, found.end);
    let before = tokens.before(at, 1);
    let unit = tokens.past_hyphen(end);
    let is_unit = matches!(
        tokens.lower(unit),
        "year" | "years" | "month" | "months" | "day" | "days" | "week" | "weeks"
    );
    let says_old = is_unit && matches!(tokens.lower(tokens.past_hyphen(unit + 1)), "old" | "olds" | "of");
    let aged = matches!(before.lower, "aged" | "age" | "ages" | "turned" | "turns" | "turning")
        || before.lower == "of" && tokens.before(at, 2).lower == "age";
    let between_commas = before.lower == ","
        && tokens.before(at, 2).kind == TokenKind::Word
        && (matches!(tokens.lower(end), "," | "." | ")" | ";")
            || matches!(tokens.lower(end), "of" | "from" | "was" | "who" | "and"))
        && tokens.get(at).kind == TokenKind::Number
        && tokens.lower(at).len() <= 2
        && tokens.before(at, 2).capital;
    let in_brackets = before.lower == "("
        && tokens.lower(end) == ")"
        && tokens.lower(at).len() <= 2
        && tokens.before(at, 2).capital;
    says_old || aged || between_commas || in_brackets
}

/// "Article 5", "Resolution 2254", "Channel 4", "Boeing 737", "Group of 20", "Room 12", "No. 7", "World War 2".
fn is_named(tokens: &Tokens, found: &Bounded) -> bool {
    if found.start != found.number_at || tokens.get(found.number_at).kind != TokenKind::Number {
        return is_titled(tokens, found);
    }
    let before = tokens.before(found.number_at, 1);
    let is_kind = matches!(
        before.lower,
        "article"
            | "articles"
            | "resolution"
            | "resolutions"
            | "channel"
            | "route"
            | "highway"
            | "interstate"
            | "flight"
            | "room"
            | "ward"
            | "page"
            | "pages"
            | "chapter"
            | "section"
            | "paragraph"
            | "rule"
            | "law"
            | "no"
            | "number"
            | "nos"
            | "version"
            | "boeing"
            | "airbus"
            | "radio"
            | "level"
            | "phase"
            | "stage"
            | "tier"
            | "day"
            | "week"
            | "grade"
            | "type"
            | "model"
            | "group"
            | "platform"
            | "gate"
            | "line"
            | "unit"
            | "station"
            | "block"
            | "zone"
            | "district"
            | "sector"
            | "area"
            | "division"
            | "act"
            | "apollo"
            | "formula"
            | "protocol"
            | "category"
            | "magnitude"
            | "degree"
            | "figure"
            | "table"
            | "windows"
            | "class"
            | "year"
            | "count"
            | "lot"
            | "pier"
            | "exit"
            | "building"
            | "apartment"
            | "suite"
            | "camp"
            | "checkpoint"
            | "world"
            | "vol"
            | "volume"
            | "title"
            | "proposition"
            | "amendment"
            | "bill"
            | "case"
    );
    let numbered = before.lower == "."
        && matches!(tokens.before(found.number_at, 2).lower, "no" | "nos" | "vol" | "art" | "p" | "pp");
    let group =
        before.lower == "of" && matches!(tokens.before(found.number_at, 2).lower, "group" | "gang" | "age");
    let street = tokens.get(found.end).capital
        && matches!(
            tokens.lower(found.end + 1),
            "street" | "avenue" | "road" | "st" | "ave" | "rd" | "lane" | "boulevard" | "drive"
        );
    is_kind
        && !matches!(before.lower, "day" | "year" | "week" | "group" | "class" | "count" | "camp" | "area" | "building" | "line" | "unit" if !before.capital)
        || numbered
        || group
        || street
        || is_titled(tokens, found)
}

/// A number word inside a name: "Two Rivers", "Seven Sisters", "the Big Three", "the Five Eyes".
fn is_titled(tokens: &Tokens, found: &Bounded) -> bool {
    let first = tokens.get(found.number_at);
    let is_name = first.capital
        && first.kind == TokenKind::Word
        && found.number_at > 0
        && !matches!(
            tokens.before(found.number_at, 1).lower,
            "." | "\"" | "\u{201c}" | ":" | "'" | "\u{2018}" | "\u{2014}" | "-" | "\u{2022}"
        );
    is_name && !found.is_vague && (tokens.get(found.end).capital || tokens.before(found.number_at, 1).capital)
}

/// "twenty-first", "two-thirds", "one-third", "a hundredth".
fn is_ordinal_tail(tokens: &Tokens, end: usize) -> bool {
    let tail = tokens.past_hyphen(end);
    let is_fraction = |word: &str| {
        matches!(word, "third" | "thirds" | "quarter" | "quarters" | "half" | "halves")
            || word.ends_with("ths") && word.len() > 4
    };
    let is_joined = tail > end && (is_fraction(tokens.lower(tail)) || ordinal(tokens, tail).is_some());
    is_joined || tokens.lower(end) == "th" && tokens.get(end).glued
}

/// "one of them", "no one", "the one", "one day", "one another", "one by one", "two-faced".
fn is_pronoun(tokens: &Tokens, found: &Bounded) -> bool {
    if tokens.lower(found.number_at) != "one" || found.end != found.number_at + 1 {
        return false;
    }
    let before = tokens.before(found.number_at, 1).lower;
    let behind = tokens.lower(found.end);
    matches!(before, "no" | "any" | "every" | "each" | "number" | "the" | "this" | "that" | "which" | "day" | "by" | "another" | "some" | "only" if before != "only")
        || matches!(
            behind,
            "of" | "another"
                | "by"
                | "day"
                | "can"
                | "would"
                | "should"
                | "must"
                | "could"
                | "is"
                | "was"
                | "has"
                | "that"
                | "who"
                | "in"
                | "or"
                | "'s"
                | "side"
                | "hand"
                | "more"
                | "way"
                | "thing"
                | "knows"
                | "says"
        )
        || tokens.get(found.end).kind == TokenKind::Mark
}

/// "a few" before nothing counted, "hundreds and thousands", "scores of the match", "at one point", "millions" alone in
/// "millions in aid", "second to none".
fn is_figure_of_speech(tokens: &Tokens, found: &Bounded) -> bool {
    let behind = tokens.lower(found.end);
    let before = tokens.before(found.start, 1).lower;
    let is_music = tokens.lower(found.number_at) == "scores" && tokens.before(found.end, 1).lower != "of";
    let is_point = before == "at" && matches!(behind, "point" | "stage" | "time");
    let is_zero = matches!(behind, "tolerance" | "hour" | "sum") && tokens.lower(found.number_at) == "zero"
        || behind == "-" && tokens.lower(found.number_at) == "zero";
    is_music || is_point || is_zero
}
