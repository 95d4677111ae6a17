//! Does a full stop, with what stands round it, end a sentence?
//!
//! English news, in rules: a stop ends a sentence unless the word before it is an abbreviation or the word
//! after it goes on in lower case. Where an abbreviation may stand inside or at the end ("U.S."), only a
//! word that opens sentences ("The", "He", "In") behind it ends the sentence, as in Kiss and Strunk,
//! Unsupervised Multilingual Sentence Boundary Detection (Computational Linguistics 32, 2006).

use super::abbreviations::{Abbreviation, abbreviation};
use super::date_line::{is_calendar_word, is_zone_word};
use super::line_words::holds;

/// A run of marks that may end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// Where its first mark stands.
    pub start: usize,
    /// Behind its last mark, closing quotation marks and brackets among them.
    pub end: usize,
    /// Its strongest mark.
    pub mark: Mark,
    /// Whether a quotation mark or bracket closes in it.
    pub closes: bool,
    /// Whether an odd number of straight quotation marks lies in it.
    pub turns_quote: bool,
}

/// Marks that may end a sentence, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// One full stop.
    Full,
    /// Several, or the character for three.
    Ellipsis,
    /// A question or exclamation mark.
    Strong,
    /// A full stop of a script without capitals, or of full width: it abbreviates nothing.
    Foreign,
}

/// Words that open sentences and seldom follow an abbreviation inside one.
const OPENERS: &[&str] = &[
    "a",
    "about",
    "according",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "any",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "even",
    "every",
    "few",
    "for",
    "from",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "moreover",
    "most",
    "my",
    "neither",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "she",
    "several",
    "since",
    "so",
    "some",
    "soon",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "thus",
    "to",
    "two",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "with",
    "without",
    "yesterday",
    "yet",
    "you",
    "your",
];

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

/// Longest word looked at before or after a stop, in characters; no abbreviation is longer.
const REACH: usize = 24;

/// Whether a character may end a sentence.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '‽') || is_foreign(c)
}

/// Full stops and question marks of other scripts: Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese,
/// Khmer, Chinese and Japanese.
fn is_foreign(c: char) -> bool {
    matches!(
        c,
        '؟' | '۔'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '፧'
            | '။'
            | '។'
            | '。'
            | '｡'
            | '．'
            | '！'
            | '？'
    )
}

/// Reads on from the first mark of a stop over all marks, closing quotation marks and closing brackets.
/// `quote_open` says whether a straight quotation mark is open before it.
pub(super) fn read_stop(block: &str, start: usize, quote_open: bool) -> Stop {
    let mut stop = Stop {
        start,
        end: start,
        mark: Mark::Full,
        closes: false,
        turns_quote: false,
    };
    let mut full_stops = 0;
    while let Some(c) = char_at(block, stop.end) {
        let after = stop.end + c.len_utf8();
        let is_open = quote_open != stop.turns_quote;
        if is_terminator(c) {
            full_stops = if c == '.' { full_stops + 1 } else { 0 };
            stop.mark = stop.mark.max(mark_of(c, full_stops));
        } else if closes(block, c, after, is_open) {
            full_stops = 0;
            stop.closes = true;
            stop.turns_quote ^= c == '"';
        } else if let Some(end) = footnote_end(block, stop.end) {
            stop.end = end;
            continue;
        } else if c == ' '
            && is_open
            && block[after..].starts_with('"')
            && ends_word(block, after + 1)
        {
            // `left . " He`: a closing mark that a blank has crept before.
        } else {
            break;
        }
        stop.end = after;
    }
    stop
}

fn mark_of(c: char, full_stops: usize) -> Mark {
    match c {
        '.' if full_stops < 2 => Mark::Full,
        '.' | '…' => Mark::Ellipsis,
        c if is_foreign(c) => Mark::Foreign,
        _ => Mark::Strong,
    }
}

/// Whether a mark behind a stop closes what opened before it.
fn closes(block: &str, c: char, after: usize, quote_open: bool) -> bool {
    match c {
        '"' => quote_open || ends_word(block, after),
        ')' | ']' | '}' | '\u{201d}' | '»' | '」' | '』' | '）' | '》' | '〉' => true,
        '\'' | '\u{2019}' | '\u{201c}' | '\u{2018}' => ends_word(block, after),
        _ => false,
    }
}

/// Whether no word begins at a place.
fn ends_word(block: &str, at: usize) -> bool {
    char_at(block, at).is_none_or(|c| {
        c.is_whitespace() || is_terminator(c) || "\"'\u{201d}\u{2019})],;:".contains(c)
    })
}

/// Behind "[12]", if that stands here.
fn footnote_end(block: &str, at: usize) -> Option<usize> {
    let rest = block[at..].strip_prefix('[')?;
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[digits..].starts_with(']')).then_some(at + digits + 2)
}

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
        Abbreviation::BeforeName | Abbreviation::Inside => false,
        Abbreviation::BeforeFigure => !digit && !is_roman_numeral(next.word),
        Abbreviation::Month => !digit,
        Abbreviation::Weekday => !digit && !is_calendar_word(next.word),
        Abbreviation::HalfOfDay => {
            !digit && !is_calendar_word(next.word) && !is_zone_word(next.word)
        }
        Abbreviation::EndOfList => !digit,
        Abbreviation::Either => next.opens_sentence(),
    }
}

/// Whether a stop without a blank behind it parts two sentences that have run together ("left.The").
fn runs_together(block: &str, stop: &Stop, before: &str, next: &Next) -> bool {
    let mut last = block[..stop.start].chars().rev();
    let after_word =
        last.next().is_some_and(char::is_lowercase) && last.next().is_some_and(char::is_lowercase);
    let long_word = next.word.chars().count() >= 2;
    let in_address = before.contains(['@', '/', ':'])
        || before.starts_with("www.")
        || holds(NAME_ENDS, &next.word.to_lowercase())
        || block[next.at + next.word.len()..]
            .strip_prefix(['.', '/', '@', '='])
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    stop.mark != Mark::Ellipsis
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

/// Whether a name and a verb of saying follow, and then no content: `"Go!" Anna Lund shouted.`
fn is_reporting_clause(rest: &str, mark: Mark) -> bool {
    // Not further, for a text without blanks would be read again from each stop.
    let reach = rest.char_indices().nth(5 * REACH).map_or(rest.len(), |(at, _)| at);
    let mut words = rest[..reach].split_whitespace().take(6);
    let mut names = 0;
    for piece in words.by_ref() {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        if names > 0 && holds(REPORTING, word) {
            let ends_here = piece.len() > word.len();
            return ends_here
                || words
                    .next()
                    .is_none_or(|next| mark == Mark::Strong && holds(AFTER_REPORTING, next));
        }
        let is_name = word.starts_with(char::is_uppercase) || word.starts_with("al-");
        if !is_name || names == 0 && holds(OPENERS, &word.to_lowercase()) || piece.ends_with(',') {
            return false;
        }
        names += 1;
    }
    false
}

/// What stands behind a stop.
struct Next<'a> {
    /// Whether white space lies between.
    gap: bool,
    /// Whether a dash opens it.
    dashed: bool,
    /// Where its first word or mark begins.
    at: usize,
    /// Its first word.
    word: &'a str,
    kind: Kind,
}

/// How a piece of text begins, opening marks aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Upper,
    Lower,
    Digit,
    /// A letter of a script without capitals, or a sign such as "$" or "#".
    Other,
    /// A comma, colon or the like.
    Mark,
}

impl<'a> Next<'a> {
    /// Reads from behind a stop; none where only white space is left.
    fn read(block: &'a str, from: usize) -> Option<Self> {
        let rest = block[from..].trim_start();
        let begin = block.len() - rest.len();
        let first = rest.chars().next()?;
        let mut at = begin;
        for c in rest.chars().take(REACH) {
            let skips = is_opening(c) || at > begin && c.is_whitespace();
            if !skips {
                break;
            }
            at += c.len_utf8();
        }
        let word = first_word(&block[at..]);
        Some(Next {
            gap: begin > from,
            dashed: matches!(first, '-' | '–' | '—' | '―'),
            at,
            word,
            kind: kind_of(word, char_at(block, at)),
        })
    }

    /// Whether its first word is one that opens sentences.
    fn opens_sentence(&self) -> bool {
        self.kind == Kind::Upper && holds(OPENERS, &self.word.to_lowercase())
    }

    /// "al-Aswad", "el-Haddad": names whose first letter is small.
    fn is_name_with_small_particle(&self) -> bool {
        ["al-", "el-", "as-", "ash-", "an-", "ar-"]
            .iter()
            .any(|particle| {
                self.word
                    .strip_prefix(particle)
                    .is_some_and(|name| name.starts_with(char::is_uppercase))
            })
    }
}

/// Marks that open a sentence: quotation marks, brackets, dashes, bullets, and the dots for what was left out.
fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '\u{201c}'
            | '\u{201d}'
            | '\u{2018}'
            | '\u{2019}'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '('
            | '['
            | '{'
            | '「'
            | '『'
            | '（'
            | '¿'
            | '¡'
            | '•'
            | '·'
            | '▪'
            | '*'
            | '-'
            | '–'
            | '—'
            | '―'
            | '…'
            | '.'
    )
}

fn kind_of(word: &str, first: Option<char>) -> Kind {
    let Some(first) = first else {
        return Kind::Mark;
    };
    if first.is_uppercase() {
        Kind::Upper
    } else if first.is_lowercase() {
        // "iPhone", "eBay": the second letter is the capital.
        let brand = word.chars().nth(1).is_some_and(char::is_uppercase);
        if brand { Kind::Upper } else { Kind::Lower }
    } else if first.is_numeric() {
        Kind::Digit
    } else if first.is_alphabetic()
        || matches!(first, '$' | '£' | '€' | '¥' | '₹' | '#' | '@' | '+')
    {
        Kind::Other
    } else {
        Kind::Mark
    }
}

/// Letters, digits, and the hyphens between them.
fn first_word(rest: &str) -> &str {
    let end = rest
        .char_indices()
        .take(REACH)
        .take_while(|(_, c)| c.is_alphanumeric() || *c == '-')
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    &rest[..end]
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

fn char_at(block: &str, at: usize) -> Option<char> {
    block[at..].chars().next()
}
