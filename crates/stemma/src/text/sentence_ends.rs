//! Does a full stop, with what stands round it, end a sentence?
//!
//! English news, in rules: a stop ends a sentence unless the word before it is an abbreviation or the word
//! after it goes on in lower case. Where an abbreviation may stand inside or at the end ("U.S."), only a
//! word that opens sentences ("The", "He", "In") behind it ends the sentence, as in Kiss and Strunk,
//! Unsupervised Multilingual Sentence Boundary Detection (Computational Linguistics 32, 2006).

use super::abbreviations::{Abbreviation, abbreviation};
use super::date_line::{is_calendar_word, is_zone_word};
use super::line_words::holds;
use super::sentence_starts::{Kind, Next, REACH, is_opener};
use super::stops::{Mark, Stop};

/// Verbs that report what a quotation says.
const REPORTING: &[&str] = &[
    "added",
    "adds",
    "announced",
    "answered",
    "argued",
    "asked",
    "asks",
    "called",
    "claimed",
    "commented",
    "concluded",
    "confirmed",
    "continued",
    "cried",
    "declared",
    "exclaimed",
    "explained",
    "insisted",
    "joked",
    "noted",
    "observed",
    "pleaded",
    "quipped",
    "recalled",
    "remarked",
    "remembered",
    "replied",
    "responded",
    "said",
    "says",
    "screamed",
    "shouted",
    "stated",
    "stressed",
    "told",
    "tweeted",
    "urged",
    "wondered",
    "wrote",
    "yelled",
];

/// Words that may follow the verb of a reporting clause, which has its content before it.
const AFTER_REPORTING: &[&str] = &[
    "after", "as", "at", "before", "by", "during", "from", "in", "later", "of", "on", "on-air",
    "via", "when", "while",
];

/// Ends of host and file names: a stop before them is part of the name.
const NAME_ENDS: &[&str] = &[
    "ai", "app", "biz", "ca", "co", "com", "csv", "de", "doc", "docx", "edu", "eu", "exe", "fr",
    "gov", "htm", "html", "in", "info", "int", "io", "jpg", "js", "ly", "me", "mil", "mp", "net",
    "news", "org", "pdf", "php", "png", "ru", "tv", "txt", "uk", "us", "xls", "xlsx", "xml", "zip",
];

/// Names that end in an exclamation mark.
const EXCLAIMING_NAMES: &[&str] = &["jeopardy", "yahoo", "yum"];

/// Whether a stop ends the sentence that began at `sentence_start`.
pub(super) fn ends_sentence(
    block: &str,
    sentence_start: usize,
    stop: &Stop,
    is_title: bool,
) -> bool {
    let next = Next::read(block, stop.end);
    let Some(next) = next else { return true };
    let before = word_before(block, stop.start);
    // "5 p. m.": a blank has crept in.
    let before = match block[..stop.start].get(stop.start.saturating_sub(4)..) {
        Some("p. m" | "P. M") => "p.m",
        Some("a. m" | "A. M") => "a.m",
        _ => before,
    };
    if !next.gap && stop.mark != Mark::Foreign {
        return runs_together(block, stop, before, &next);
    }
    if matches!(next.kind, Kind::Mark) || in_brackets_alone(block, stop) {
        return false;
    }
    if next.kind == Kind::Lower {
        let plain = stop.mark == Mark::Full && !stop.closes && abbreviation(before).is_none();
        return plain && next.is_name_with_small_particle()
            || stop.mark == Mark::Foreign && !stop.closes;
    }
    if stop.closes && next.kind == Kind::Upper && is_reporting_clause(&block[next.at..], stop.mark)
    {
        return false;
    }
    match stop.mark {
        Mark::Foreign => true,
        Mark::Strong => !holds(EXCLAIMING_NAMES, &before.to_lowercase()) || next.opens_sentence(),
        Mark::Ellipsis => next.kind != Kind::Digit,
        Mark::Full => {
            !is_enumerator(&block[sentence_start..stop.start])
                && full_stop_ends(before, &next, is_title && !stop.closes)
        }
    }
}

/// Whether a single full stop with a blank behind it ends a sentence, by the words round it.
fn full_stop_ends(before: &str, next: &Next, is_title: bool) -> bool {
    let is_figure = !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit());
    let Some(kind) = abbreviation(before) else {
        // "5. January" is a date of the continent.
        return !(is_figure
            && before.len() <= 2
            && is_calendar_word(next.word)
            && !next.opens_sentence());
    };
    if next.dashed || is_title {
        return false;
    }
    let digit = next.kind == Kind::Digit;
    match kind {
        // "diagnosed with MS. The ..."
        Abbreviation::BeforeName => before == before.to_uppercase() && next.opens_sentence(),
        Abbreviation::Inside => false,
        Abbreviation::BeforeFigure => !digit && !is_roman_numeral(next.word),
        Abbreviation::Month => !digit,
        Abbreviation::Weekday => !digit && !is_calendar_word(next.word),
        Abbreviation::HalfOfDay => {
            !digit && !is_calendar_word(next.word) && !is_zone_word(next.word)
        }
        Abbreviation::EndOfList => !digit,
        Abbreviation::Either => next.opens_sentence() || next.opens_long_quotation,
    }
}

/// Whether a stop without a blank behind it parts two sentences that have run together ("left.The").
fn runs_together(block: &str, stop: &Stop, before: &str, next: &Next) -> bool {
    let mut last = block[..stop.start].chars().rev();
    let after_word =
        last.next().is_some_and(char::is_lowercase) && last.next().is_some_and(char::is_lowercase);
    let long_word = next.word.chars().count() >= 2;
    // Longer than any word in reach: an address.
    let in_address = before.is_empty()
        || before.contains(['@', '/', ':'])
        || before.starts_with("www.")
        || holds(NAME_ENDS, &next.word.to_lowercase())
        || block[next.at + next.word.len()..]
            .strip_prefix(['.', '/', '@', '='])
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    stop.mark != Mark::Ellipsis
        && abbreviation(before).is_none()
        && after_word
        && next.kind == Kind::Upper
        && long_word
        && !in_address
}

/// Whether a stop stands in brackets of its own ("[...]"), in place of words left out.
fn in_brackets_alone(block: &str, stop: &Stop) -> bool {
    stop.mark == Mark::Ellipsis && block[..stop.start].ends_with(['[', '('])
}

/// Whether all that stands before a stop is the number or letter of a list ("1.", "a.", "IV.").
fn is_enumerator(sentence: &str) -> bool {
    if sentence.len() > REACH {
        return false;
    }
    let item = sentence.trim_matches(|c: char| !c.is_alphanumeric());
    let figure = item.len() <= 3 && item.bytes().all(|byte| byte.is_ascii_digit());
    figure || item.chars().count() == 1 || is_roman_numeral(item)
}

/// A numeral from II upward; "I" is a pronoun.
fn is_roman_numeral(word: &str) -> bool {
    (1..=4).contains(&word.len())
        && word != "I"
        && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

fn is_quoted(word: &str) -> bool {
    word.starts_with(['"', '\u{201c}', '\'', '\u{2018}'])
}

/// Whether a name and a verb of saying follow, and then no content: `"Go!" Anna Lund shouted.`
fn is_reporting_clause(rest: &str, mark: Mark) -> bool {
    // Not further, for a text without blanks would be read again from each stop.
    let reach = rest
        .char_indices()
        .nth(5 * REACH)
        .map_or(rest.len(), |(at, _)| at);
    let mut words = rest[..reach].split_whitespace().take(8);
    let mut names = 0;
    while let Some(piece) = words.next() {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        if names > 0 && holds(REPORTING, word) {
            let marks = &piece[word.len()..];
            let next = words.next().unwrap_or_default();
            // `Lund added, "We ..."` reports what follows.
            return match marks {
                "" => next.is_empty() || mark == Mark::Strong && holds(AFTER_REPORTING, next),
                "," => mark == Mark::Strong && !is_quoted(next),
                _ => marks.starts_with(['.', '!', '?']),
            };
        }
        let is_name = word.starts_with(char::is_uppercase) || word.starts_with("al-");
        if !is_name || names == 0 && is_opener(word) || piece.ends_with(',') {
            return false;
        }
        names += 1;
    }
    false
}

/// The word before a place, with the stops and hyphens inside it; empty where it is too long to abbreviate.
fn word_before(block: &str, at: usize) -> &str {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '&' | '/' | '@' | ':');
    let length = block[..at]
        .chars()
        .rev()
        .take(REACH + 1)
        .take_while(|c| inside(*c))
        .count();
    if length > REACH {
        return "";
    }
    let start = block[..at]
        .char_indices()
        .rev()
        .take(length)
        .last()
        .map_or(at, |(start, _)| start);
    block[start..at].trim_start_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        for list in [REPORTING, AFTER_REPORTING, NAME_ENDS, EXCLAIMING_NAMES] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn a_reporting_clause_is_a_name_a_verb_and_no_content() {
        assert!(is_reporting_clause("Anna Lund said.", Mark::Full));
        assert!(is_reporting_clause(
            "Mr. Lund asked in Velmora.",
            Mark::Strong
        ));
        assert!(!is_reporting_clause(
            "Mr. Lund said the ferry sank.",
            Mark::Strong
        ));
        assert!(!is_reporting_clause(
            "Anna Lund added, \"We left.\"",
            Mark::Strong
        ));
        assert!(!is_reporting_clause("He said.", Mark::Full));
        assert!(!is_reporting_clause("Then the ferry sank.", Mark::Full));
    }
}
