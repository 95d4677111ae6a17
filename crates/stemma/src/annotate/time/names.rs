//! Is a word of the calendar a name of something else here? "May" the verb, "the March on Rome", the Sunday Times.

use crate::annotate::lexer::{TokenKind, Tokens};

/// Whether the name of a month, without a day or a year, is that month: some are also verbs and names.
pub(super) fn is_month_here(tokens: &Tokens, at: usize) -> bool {
    let before = tokens.before(at, 1);
    let behind = tokens.get(at + 1);
    let leads_to_month = matches!(
        before.lower,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "of"
            | "during"
            | "through"
            | "from"
            | "last"
            | "next"
            | "this"
            | "past"
            | "each"
            | "every"
            | "early"
            | "late"
            | "mid"
            | "between"
            | "before"
            | "after"
            | "for"
            | "to"
            | "and"
            | "or"
            | "-"
            | "\u{2013}"
            | "/"
            | "coming"
            | "following"
            | "previous"
            | "around"
            | "throughout"
            | "later"
            | "earlier"
            | "ending"
            | "ended"
            | "as"
    );
    if !is_also_a_name(tokens.lower(at)) {
        let part_of_name = behind.capital && behind.kind == TokenKind::Word && !leads_to_month;
        return !part_of_name;
    }
    let is_person = behind.kind == TokenKind::Word && (behind.capital || is_said(behind.lower));
    // "the May election", "a June agreement", but "the March on Rome".
    let is_attribute = matches!(before.lower, "a" | "an" | "the" | "its" | "their")
        && behind.kind == TokenKind::Word
        && !behind.capital
        && behind.lower.len() > 3
        && !matches!(behind.lower, "from" | "into" | "with");
    // "from May" and "for May" may speak of a person; "in May" does not.
    is_attribute
        || leads_to_month
            && !is_person
            && !(matches!(before.lower, "and" | "or" | "to" | "as")
                && tokens.lower(at) == "may"
                && behind.kind == TokenKind::Word
                && !starts_clause(behind.lower))
}

fn is_also_a_name(month: &str) -> bool {
    matches!(month, "may" | "march" | "april" | "june" | "august" | "mar" | "jan")
}

/// Verbs that a person has and a month has not.
fn is_said(word: &str) -> bool {
    matches!(word, "said" | "says" | "told" | "added" | "wrote" | "asked" | "spoke")
}

fn starts_clause(word: &str) -> bool {
    matches!(
        word,
        "and" | "or" | "when" | "after" | "before" | "the" | "but" | "because" | "as" | "for" | "with"
    )
}

/// Whether the name of a weekday belongs to a longer name: newspapers, broadcasts, well-known days.
pub(super) fn is_title_weekday(tokens: &Tokens, at: usize) -> bool {
    let behind = tokens.get(at + 1);
    let before = tokens.before(at, 1);
    let is_paper = behind.capital
        && matches!(
            behind.lower,
            "times"
                | "telegraph"
                | "mirror"
                | "express"
                | "mail"
                | "herald"
                | "post"
                | "people"
                | "sun"
                | "world"
                | "independent"
                | "tribune"
                | "business"
                | "review"
                | "magazine"
                | "star"
                | "record"
                | "night"
                | "morning"
                | "club"
                | "school"
                | "group"
                | "market"
                | "blues"
                | "service"
        );
    // "Saturday Night Live", but "Saturday Night" in a headline.
    let is_broadcast =
        is_paper && (!matches!(behind.lower, "night" | "morning") || tokens.get(at + 2).capital);
    let is_feast = before.capital
        && matches!(
            before.lower,
            "good"
                | "black"
                | "bloody"
                | "ash"
                | "palm"
                | "easter"
                | "cyber"
                | "super"
                | "holy"
                | "maundy"
                | "shrove"
                | "ruby"
                | "man"
                | "girl"
                | "joe"
                | "rick"
                | "freaky"
        );
    is_broadcast || is_feast
}
