//! Reads how the text goes on behind a stop.

use super::line_words::holds;

/// Longest word looked at round a stop, in characters; no abbreviation is longer.
pub(super) const REACH: usize = 24;

/// Words that open sentences and seldom follow an abbreviation inside one.
const OPENERS: &[&str] = &[
    "a", "about", "according", "after", "all", "also", "although", "an", "and", "another", "any", "as",
    "asked", "at", "because", "before", "both", "but", "by", "despite", "during", "each", "earlier", "even",
    "every", "few", "for", "from", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead",
    "it", "its", "last", "later", "many", "meanwhile", "more", "moreover", "most", "my", "neither", "no",
    "nobody", "none", "nor", "not", "nothing", "now", "of", "on", "once", "one", "only", "or", "other",
    "others", "our", "over", "several", "she", "since", "so", "some", "soon", "still", "such", "that", "the",
    "their", "then", "there", "these", "they", "this", "those", "though", "through", "thus", "to", "two",
    "under", "until", "we", "what", "when", "where", "whether", "which", "while", "who", "why", "with",
    "without", "yesterday", "yet", "you", "your",
];

/// What stands behind a stop.
pub(super) struct Next<'a> {
    /// Whether white space lies between.
    pub gap: bool,
    /// Whether a dash opens it.
    pub dashed: bool,
    /// Whether a quotation of more than a few words opens it (`Calif. "We never ...`); a few words in marks
    /// may be a name (`U.S. "Gray Heron" aircraft`).
    pub opens_long_quotation: bool,
    /// Where its first word or mark begins.
    pub at: usize,
    /// Its first word.
    pub word: &'a str,
    pub kind: Kind,
    /// Whether that word is a single letter with a full stop.
    is_initial: bool,
}

/// How a piece of text begins, opening marks aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
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
    pub fn read(block: &'a str, from: usize) -> Option<Self> {
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
            opens_long_quotation: matches!(first, '"' | '\u{201c}') && is_long_quotation(&block[at..]),
            dashed: matches!(first, '-' | '–' | '—' | '―'),
            at,
            word,
            is_initial: word.chars().count() == 1 && block[at + word.len()..].starts_with('.'),
            kind: kind_of(word, block[at..].chars().next()),
        })
    }

    /// Whether its first word is one that opens sentences ("A ship", but not "A. Lund").
    pub fn opens_sentence(&self) -> bool {
        self.kind == Kind::Upper && !self.is_initial && is_opener(self.word)
    }

    /// "al-Aswad", "el-Haddad": names whose first letter is small.
    pub fn is_name_with_small_particle(&self) -> bool {
        ["al-", "el-", "as-", "ash-", "an-", "ar-"].iter().any(|particle| {
            self.word.strip_prefix(particle).is_some_and(|name| name.starts_with(char::is_uppercase))
        })
    }
}

/// Whether no quotation mark closes soon, or a sentence ends before it does.
fn is_long_quotation(rest: &str) -> bool {
    let mark = |c: &char| matches!(c, '"' | '\u{201d}' | ',' | '.' | '!' | '?');
    !matches!(rest.chars().take(2 * REACH).find(mark), Some('"' | '\u{201d}'))
}

/// Whether a word opens sentences and seldom is a name.
pub(super) fn is_opener(word: &str) -> bool {
    holds(OPENERS, &word.to_lowercase())
}

/// Marks that open a sentence: quotation marks, brackets, dashes, bullets, and the dots for what was left out.
fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
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
    } else if first.is_alphabetic() || matches!(first, '$' | '£' | '€' | '¥' | '₹' | '#' | '@' | '+') {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(OPENERS.is_sorted());
    }

    #[test]
    fn marks_before_the_first_word_do_not_hide_it() {
        for (text, word, kind) in [
            (" The ferry", "The", Kind::Upper),
            (" \u{201c}We left", "We", Kind::Upper),
            (" - (two) left", "two", Kind::Lower),
            (" iPhone sales", "iPhone", Kind::Upper),
            (" 1,600 left", "1", Kind::Digit),
            (" , he said", "", Kind::Mark),
            (" $5 was paid", "", Kind::Other),
        ] {
            let next = Next::read(text, 0).unwrap();
            assert_eq!((next.word, next.kind), (word, kind), "{text}");
        }
        assert!(Next::read("  ", 0).is_none());
    }
}
