//! What narrows or widens a time: "early", "late last", "mid-", "the end of", "at least", "nearly", "or so".

use super::meaning::{Found, Meaning};
use crate::annotate::lexer::Tokens;
use crate::model::TimeModifier;

/// Phrases before a time: their words, the modifier, and what they may stand before.
const BEFORE: &[(&[&str], TimeModifier, Scope)] = &[
    (&["early"], TimeModifier::Start, Scope::Date),
    (&["earlier"], TimeModifier::Start, Scope::Date),
    (&["earlier", "in"], TimeModifier::Start, Scope::Step),
    (&["early", "in"], TimeModifier::Start, Scope::Step),
    (&["late", "in"], TimeModifier::End, Scope::Step),
    (&["the", "early"], TimeModifier::Start, Scope::Date),
    (&["the", "beginning", "of"], TimeModifier::Start, Scope::Date),
    (&["the", "start", "of"], TimeModifier::Start, Scope::Date),
    (&["mid"], TimeModifier::Mid, Scope::Date),
    (&["mid", "-"], TimeModifier::Mid, Scope::Date),
    (&["the", "mid", "-"], TimeModifier::Mid, Scope::Date),
    (&["the", "middle", "of"], TimeModifier::Mid, Scope::Date),
    (&["late"], TimeModifier::End, Scope::Date),
    (&["late", "-"], TimeModifier::End, Scope::Date),
    (&["early", "-"], TimeModifier::Start, Scope::Date),
    (&["later"], TimeModifier::End, Scope::Date),
    (&["the", "late"], TimeModifier::End, Scope::Date),
    (&["the", "end", "of"], TimeModifier::End, Scope::Date),
    (&["about"], TimeModifier::Approx, Scope::Amount),
    (&["around"], TimeModifier::Approx, Scope::Amount),
    (&["roughly"], TimeModifier::Approx, Scope::Amount),
    (&["approximately"], TimeModifier::Approx, Scope::Amount),
    (&["some"], TimeModifier::Approx, Scope::Number),
    (&["nearly"], TimeModifier::EqualOrLess, Scope::Amount),
    (&["almost"], TimeModifier::EqualOrLess, Scope::Amount),
    (&["up", "to"], TimeModifier::EqualOrLess, Scope::Amount),
    (&["at", "most"], TimeModifier::EqualOrLess, Scope::Amount),
    (&["no", "more", "than"], TimeModifier::EqualOrLess, Scope::Amount),
    (&["less", "than"], TimeModifier::LessThan, Scope::Amount),
    (&["fewer", "than"], TimeModifier::LessThan, Scope::Amount),
    (&["under"], TimeModifier::LessThan, Scope::Amount),
    (&["at", "least"], TimeModifier::EqualOrMore, Scope::Amount),
    (&["no", "less", "than"], TimeModifier::EqualOrMore, Scope::Amount),
    (&["more", "than"], TimeModifier::MoreThan, Scope::Amount),
    (&["over"], TimeModifier::MoreThan, Scope::Number),
    (&["well", "over"], TimeModifier::MoreThan, Scope::Number),
    (&["just", "over"], TimeModifier::MoreThan, Scope::Number),
];

/// What a modifier may stand before.
#[derive(Clone, Copy, PartialEq)]
enum Scope {
    /// A day or something longer.
    Date,
    /// The same, with words that begin with "the" or "this" ("earlier in the year").
    Step,
    /// How long, or how long ago.
    Amount,
    /// The same, beginning with a number ("over the past year" is no amount).
    Number,
}

/// A modifier that begins here: the token behind it, and whether it may stand before what was found there.
pub(super) fn modified(tokens: &Tokens, at: usize, core: impl Fn(usize) -> Option<Found>) -> Option<Found> {
    let phrases = BEFORE.iter().filter(|(words, ..)| tokens.reads(at, words));
    let mut best: Option<Found> = None;
    for (words, modifier, scope) in phrases {
        let behind = at + words.len();
        let Some(found) = core(behind).filter(|found| fits(tokens, behind, found, *scope)) else { continue };
        if best.as_ref().is_none_or(|best| best.end < found.end || best.modifier.is_none()) {
            best = Some(Found { start: at, modifier: Some(*modifier), ..found });
        }
    }
    best
}

fn fits(tokens: &Tokens, at: usize, found: &Found, scope: Scope) -> bool {
    let is_amount = matches!(found.meaning, Meaning::Duration(_))
        || matches!(found.meaning, Meaning::Shift { count, .. } if count < -1 || tokens.before(found.end, 1).lower == "ago")
        || matches!(found.meaning, Meaning::SpokenQuarter { .. })
            && tokens.before(found.end, 1).lower == "ago";
    let is_open = matches!(
        found.meaning,
        Meaning::Reference(_) | Meaning::Set(_) | Meaning::TimeOfDay | Meaning::Recurring(_)
    );
    let first = tokens.lower(at);
    match scope {
        Scope::Amount => is_amount,
        Scope::Number => is_amount && !matches!(first, "the" | "past" | "last" | "next" | "recent" | "these"),
        Scope::Date => !is_amount && !is_open,
        Scope::Step => !is_amount && !is_open && matches!(first, "the" | "this"),
    }
}

/// "or so", "or later", "and beyond", "at least", "or more" behind a time.
pub(super) fn with_suffix(tokens: &Tokens, found: Found) -> Found {
    let (words, modifier) =
        match (tokens.lower(found.end), tokens.lower(found.end + 1), tokens.lower(found.end + 2)) {
            ("or", "so", "ago") => (3, TimeModifier::Approx),
            ("or", "so", _) => (2, TimeModifier::Approx),
            ("or", "more", _) => (2, TimeModifier::EqualOrMore),
            ("or", "less", _) => (2, TimeModifier::EqualOrLess),
            _ => return found,
        };
    Found { end: found.end + words, modifier: Some(modifier), ..found }
}
