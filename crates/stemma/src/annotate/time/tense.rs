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
        let preposition = tokens.before(start, 1).lower;
        if preposition == "since" || preposition == "ended" {
            return Some(false);
        }
        if opens_future(preposition) && !has_pluperfect(tokens, start) {
            return Some(true);
        }
        let before = (1..=REACH).map_while(|places| {
            let token = tokens.before(start, places);
            let stops = token.lower.is_empty() || matches!(token.lower, ";" | ":" | "\u{2014}" | "--");
            (!stops).then(|| shown_by(tokens, start - places))
        });
        if let Some(found) = before.flatten().next() {
            return Some(found);
        }
        let behind = (end..(end + REACH).min(tokens.len())).map_while(|at| {
            let stops = matches!(tokens.lower(at), ";" | ":" | "\u{2014}" | "--");
            (!stops).then(|| shown_by(tokens, at))
        });
        behind.flatten().next()
    }
}

/// Words right before a day that has not come yet.
fn opens_future(word: &str) -> bool {
    matches!(
        word,
        "until" | "till" | "by" | "payable" | "due" | "effective" | "expires" | "matures" | "maturing" | "record" | "begins"
            | "starts" | "starting" | "beginning" | "ending"
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
        "will" | "shall" | "'ll" | "\u{2019}ll" | "won't" | "expected" | "scheduled" | "expects" | "plans" | "slated"
        | "due" | "upcoming" | "should" | "may" | "might" | "could" | "payable" | "set" | "intends" | "hopes" | "until" | "deadline" | "going" => {
            Some(true)
        }
        "was" | "were" | "had" | "did" | "went" | "came" | "began" | "took" | "made" | "left"
        | "fell" | "rose" | "met" | "held" | "shot" | "found" | "got" | "won" | "lost" | "became" | "gave" | "struck" | "died" | "cut" | "has" | "have" | "been" => Some(false),
        "to" => is_infinitive(tokens, at).then_some(true),
        // Who reports a thing does so in the past, whenever the thing is.
        "announced" | "added" | "reported" | "confirmed" | "declared" | "planned" | "proposed" => None,
        word => (word.len() > 4 && word.ends_with("ed")).then_some(false),
    }
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
