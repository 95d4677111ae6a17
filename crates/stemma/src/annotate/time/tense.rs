//! Does the clause round a time speak of what was or of what is to come?
//!
//! A guess from the words alone, behind a trait, so that a parser may say it better.

use crate::annotate::lexer::{TokenKind, Tokens};

/// Words about a clause, and the place in it of which the tense is asked.
pub(super) trait Tense {
    /// Whether it speaks of what is to come; nothing where it does not say.
    fn is_future(&self, tokens: &Tokens, start: usize, end: usize) -> Option<bool>;
}

/// Tense by the nearest verb that shows one.
pub(super) struct SurfaceTense;

/// How many tokens away a verb may stand.
const REACH: usize = 12;

impl Tense for SurfaceTense {
    fn is_future(&self, tokens: &Tokens, start: usize, end: usize) -> Option<bool> {
        if tokens.before(start, 1).lower == "as" && matches!(tokens.before(start, 2).lower, "soon" | "early")
        {
            return Some(true);
        }
        let preposition = tokens.before(start, 1).lower;
        if preposition == "since" || preposition == "ended" {
            return Some(false);
        }
        if opens_future(preposition) && !has_pluperfect(tokens, start) {
            return Some(true);
        }
        if (1..=REPORTING_REACH).any(|places| is_reporting(tokens.before(start, places).lower)) {
            return Some(false);
        }
        before(tokens, start).or_else(|| behind(tokens, end))
    }
}

/// What the nearest telling verb before a place shows, within its clause.
fn before(tokens: &Tokens, start: usize) -> Option<bool> {
    let places = (1..=REACH.min(start)).take_while(|places| {
        !matches!(
            tokens.lower(start - places),
            ";" | ":" | "\u{2014}" | "--" | "but" | "while" | "although" | "because"
        )
    });
    places.filter_map(|places| shown_by(tokens, start - places)).next()
}

/// What the next telling verb behind a place shows; a comma right behind the time opens its clause.
fn behind(tokens: &Tokens, end: usize) -> Option<bool> {
    let from = if tokens.lower(end) == "," { end + 1 } else { end };
    let places = (from..(from + REACH).min(tokens.len())).take_while(|at| {
        !matches!(
            tokens.lower(*at),
            ";" | ":" | "," | "\u{2014}" | "--" | "that" | "but" | "while" | "although" | "because" | "\""
        )
    });
    places.filter_map(|at| shown_by(tokens, at)).next()
}

/// How near a verb of saying stands to the day on which it was said ("told reporters in Rome Friday").
const REPORTING_REACH: usize = 4;

/// Verbs of saying: what they report may be to come, what was said has been said.
fn is_reporting(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "told"
            | "announced"
            | "added"
            | "reported"
            | "confirmed"
            | "declared"
            | "wrote"
            | "warned"
            | "claimed"
            | "stated"
    )
}

/// Words right before a day that has not come yet.
fn opens_future(word: &str) -> bool {
    matches!(
        word,
        "until"
            | "till"
            | "by"
            | "payable"
            | "due"
            | "effective"
            | "expires"
            | "matures"
            | "maturing"
            | "record"
            | "begins"
            | "starts"
            | "starting"
            | "beginning"
            | "ending"
    )
}

/// Whether "had" stands near: "by Wednesday, all had left" looks back on Wednesday.
fn has_pluperfect(tokens: &Tokens, start: usize) -> bool {
    let from = start.saturating_sub(REACH);
    (from..start + REACH).any(|at| matches!(tokens.lower(at), "had" | "was" | "were"))
}

/// What a word says about time, if it does.
fn shown_by(tokens: &Tokens, at: usize) -> Option<bool> {
    let token = tokens.get(at);
    if token.kind != TokenKind::Word {
        return None;
    }
    match token.lower {
        "will" | "shall" | "'ll" | "\u{2019}ll" | "won't" | "expected" | "scheduled" | "expects"
        | "slated" | "due" | "upcoming" | "intends" | "hopes" | "until" | "deadline" | "going" => Some(true),
        "plans" => (tokens.lower(at + 1) == "to").then_some(true),
        "planned" => (tokens.lower(at + 1) == "for").then_some(true),
        // "will be paid", "to be published", "is held": the verb before tells.
        _ if matches!(tokens.before(at, 1).lower, "be" | "is" | "are") => None,
        word if is_reporting(word) || word == "proposed" => None,
        word if holds_past_form(word) => Some(false),
        "to" => is_infinitive(tokens, at).then_some(true),
        word => (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")).then_some(false),
    }
}

/// Past forms of verbs that do not end in "-ed", and forms of "have" and "be" that go with them.
fn holds_past_form(word: &str) -> bool {
    const FORMS: &[&str] = &[
        "became", "been", "began", "bought", "broke", "brought", "built", "came", "caught", "chose", "cut",
        "did", "drew", "drove", "fell", "felt", "fled", "flew", "fought", "found", "gave", "got", "grew",
        "had", "has", "have", "heard", "held", "hit", "kept", "knew", "led", "left", "lost", "made", "met",
        "paid", "ran", "rose", "sank", "sat", "saw", "sent", "shook", "shot", "shut", "sold", "sought",
        "spent", "split", "spoke", "stood", "struck", "swept", "took", "threw", "took", "was", "went",
        "were", "withdrew", "woke", "won",
    ];
    FORMS.contains(&word)
}

/// "to leave", but not "to the", "to Moscow", and not behind a past verb ("went to see").
fn is_infinitive(tokens: &Tokens, at: usize) -> bool {
    if tokens.lower(at + 1) == "be" {
        return true;
    }
    let is_be = matches!(tokens.before(at, 1).lower, "is" | "are" | "due" | "plans" | "expected");
    let behind = tokens.get(at + 1);
    is_be && behind.kind == TokenKind::Word && !behind.capital
}
