//! The noun phrase behind a number: what is counted.

use crate::annotate::lexer::{TokenKind, Tokens};

/// The longest noun phrase that is counted, in words.
const MOST_WORDS: usize = 6;

/// The tokens of what is counted, if anything is: up to the first plural, or to where the phrase must end.
pub(super) fn counted(tokens: &Tokens, at: usize) -> Option<(usize, usize)> {
    let start = tokens.past_hyphen(past_of_the(tokens, at));
    let mut end = start;
    while end < start + MOST_WORDS {
        let token = tokens.get(end);
        let joined = end > start && tokens.is_hyphen(end);
        if joined {
            end += 1;
            continue;
        }
        // "IS gunmen", "WHO workers": capitals make a name of a small word.
        let is_short_name = token.capital && matches!(token.lower, "is" | "who" | "it" | "us");
        if token.kind != TokenKind::Word
            || ends_phrase(token.lower) && !is_short_name
            || is_verb(tokens, end, start)
        {
            break;
        }
        end += 1;
        if is_plural(token.lower) && !goes_on(tokens, end) {
            break;
        }
    }
    (end > start).then_some((start, end))
}

/// "of the", "of its" behind a number: "12 of the hostages".
fn past_of_the(tokens: &Tokens, at: usize) -> usize {
    let of = at + usize::from(tokens.lower(at) == "of");
    let more = of
        + usize::from(
            matches!(tokens.lower(of), "more" | "other") && of == at && is_followed_by_noun(tokens, of + 1),
        );
    if of > at && matches!(tokens.lower(of), "the" | "its" | "their" | "his" | "her" | "these" | "those") {
        of + 1
    } else {
        more
    }
}

fn is_followed_by_noun(tokens: &Tokens, at: usize) -> bool {
    tokens.get(at).kind == TokenKind::Word && !ends_phrase(tokens.lower(at))
}

/// Plurals, as far as their form tells.
pub(super) fn is_plural(word: &str) -> bool {
    let irregular = matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "gunmen"
            | "policemen"
            | "servicemen"
            | "fishermen"
            | "militiamen"
            | "police"
            | "troops"
            | "dead"
            | "wounded"
            | "injured"
            | "killed"
            | "hurt"
            | "missing"
            | "aircraft"
            | "personnel"
            | "staff"
            | "cattle"
            | "countrymen"
            | "businessmen"
            | "lawmen"
            | "firemen"
            | "displaced"
            | "homeless"
            | "casualties"
            | "media"
    );
    let regular = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    irregular || regular
}

/// Whether a plural is only the first part of a longer name for what is counted: "sales clerks", "arms dealers".
fn goes_on(tokens: &Tokens, at: usize) -> bool {
    let before = tokens.before(at, 1).lower;
    let is_modifier = matches!(
        before,
        "sales"
            | "arms"
            | "sports"
            | "women"
            | "police"
            | "armed"
            | "forces"
            | "human"
            | "united"
            | "states"
            | "nations"
            | "special"
            | "troops"
            | "aircraft"
    ) || tokens.before(at, 1).capital && before.ends_with('s');
    is_modifier
        && tokens.get(at).kind == TokenKind::Word
        && is_plural(tokens.lower(at))
        && !ends_phrase(tokens.lower(at))
        && !is_verb(tokens, at, 0)
}

/// Words that stand behind a noun phrase and not in it.
fn ends_phrase(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "and"
            | "or"
            | "but"
            | "nor"
            | "of"
            | "in"
            | "on"
            | "at"
            | "to"
            | "from"
            | "by"
            | "with"
            | "without"
            | "for"
            | "as"
            | "into"
            | "onto"
            | "over"
            | "under"
            | "after"
            | "before"
            | "since"
            | "until"
            | "during"
            | "through"
            | "across"
            | "against"
            | "among"
            | "between"
            | "near"
            | "around"
            | "about"
            | "inside"
            | "outside"
            | "within"
            | "aboard"
            | "toward"
            | "towards"
            | "per"
            | "than"
            | "who"
            | "which"
            | "that"
            | "when"
            | "where"
            | "while"
            | "if"
            | "because"
            | "is"
            | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "do"
            | "does"
            | "did"
            | "not"
            | "also"
            | "still"
            | "now"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "you"
            | "i"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "this"
            | "these"
            | "those"
            | "there"
            | "here"
            | "so"
            | "too"
            | "out"
            | "up"
            | "down"
            | "off"
            | "away"
            | "back"
            | "ago"
            | "later"
            | "earlier"
            | "each"
            | "every"
            | "all"
            | "both"
            | "said"
            | "told"
            | "including"
            | "versus"
            | "vs"
            | "apart"
            | "behind"
            | "ahead"
            | "old"
            | "s"
            | "'s"
            | "left"
            | "fled"
            | "went"
            | "came"
            | "took"
            | "made"
            | "met"
            | "held"
            | "lost"
            | "won"
            | "fell"
            | "rose"
            | "got"
            | "began"
            | "ran"
            | "sat"
            | "gave"
            | "saw"
            | "only"
            | "alive"
            | "today"
            | "yesterday"
            | "times"
            | "such"
            | "like"
            | "via"
            | "amid"
            | "despite"
            | "yet"
            | "then"
            | "once"
            | "just"
            | "already"
            | "even"
    )
}

/// Whether a word is a verb in the past: "12 rebels escaped", "12 died". Participles that stand for people
/// ("12 wounded") are nouns.
fn is_verb(tokens: &Tokens, at: usize, start: usize) -> bool {
    let word = tokens.lower(at);
    if !word.ends_with("ed") || is_plural(word) {
        return false;
    }
    let noun_before = at > start && is_plural(tokens.before(at, 1).lower);
    let behind = tokens.get(at + 1);
    // "12 armed men" goes on, "12 escaped on foot" does not.
    noun_before || behind.kind != TokenKind::Word || ends_phrase(behind.lower)
}
