//! Words for the past, the present and the future at large: "now", "recently", "the near future".

use super::meaning::{Found, Meaning};
use crate::annotate::lexer::{TokenKind, Tokens};

const PAST: &str = "PAST_REF";
const PRESENT: &str = "PRESENT_REF";
const FUTURE: &str = "FUTURE_REF";

/// Phrases and what they refer to, the longest first where one begins another.
const PHRASES: &[(&[&str], &str)] = &[
    (&["now"], PRESENT),
    (&["right", "now"], PRESENT),
    (&["just", "now"], PRESENT),
    (&["nowadays"], PRESENT),
    (&["these", "days"], PRESENT),
    (&["currently"], PRESENT),
    (&["presently"], PRESENT),
    (&["at", "present"], PRESENT),
    (&["this", "time"], PRESENT),
    (&["the", "current"], PRESENT),
    (&["current"], PRESENT),
    (&["this", "moment"], PRESENT),
    (&["the", "moment"], PRESENT),
    (&["the", "present"], PRESENT),
    (&["recently"], PAST),
    (&["more", "recently"], PAST),
    (&["most", "recently"], PAST),
    (&["lately"], PAST),
    (&["recent"], PAST),
    (&["formerly"], PAST),
    (&["the", "past"], PAST),
    (&["the", "recent", "past"], PAST),
    (&["the", "distant", "past"], PAST),
    (&["soon"], FUTURE),
    (&["the", "future"], FUTURE),
    (&["the", "near", "future"], FUTURE),
    (&["the", "foreseeable", "future"], FUTURE),
    (&["the", "near", "term"], FUTURE),
    (&["the", "short", "term"], FUTURE),
    (&["the", "long", "term"], FUTURE),
    (&["the", "long", "run"], FUTURE),
    (&["a", "later", "date"], FUTURE),
];

/// A reference that begins here, the longest.
pub(super) fn reference(tokens: &Tokens, at: usize) -> Option<Found> {
    let reads = PHRASES.iter().filter(|(words, _)| tokens.reads(at, words));
    let (words, reference) = reads.max_by_key(|(words, _)| words.len())?;
    let end = at + words.len();
    is_meant(tokens, at, end).then(|| Found::plain(at, end, Meaning::Reference(reference)))
}

/// Whether the words speak of time here.
fn is_meant(tokens: &Tokens, at: usize, end: usize) -> bool {
    let before = tokens.before(at, 1).lower;
    let behind = tokens.get(end);
    match tokens.lower(at) {
        // "as soon as", "so soon"; "now that" joins clauses.
        "soon" => !matches!(before, "as" | "so" | "too") && behind.lower != "after",
        "now" => behind.lower != "that" || before == "until",
        "recent" | "current" => behind.kind == TokenKind::Word && behind.lower != "of",
        "this" => matches!(before, "at" | "by"),
        "the" if matches!(tokens.lower(at + 1), "moment" | "present") => {
            matches!(before, "at" | "for") && (behind.kind == TokenKind::Mark || behind.lower.is_empty())
        }
        "the" if tokens.lower(at + 1) == "current" => false,
        // "the past two weeks", "the future of Syria", "past the gate".
        "the" => {
            behind.kind != TokenKind::Number
                && behind.lower != "of"
                && matches!(before, "in" | "for" | "into" | "from" | "of" | "over")
                && (behind.kind == TokenKind::Mark || is_small(behind.lower))
        }
        _ => true,
    }
}

/// Words behind "the past" that show it to be the noun.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "but"
            | "to"
            | "for"
            | "by"
            | "with"
            | "when"
            | "as"
            | "that"
            | "has"
            | "have"
            | "had"
            | "is"
            | "was"
            | "we"
            | "he"
            | "they"
            | "it"
            | "if"
            | "because"
            | "the"
            | "would"
            | "could"
            | "will"
            | "may"
            | "at"
            | "on"
            | "than"
    )
}
