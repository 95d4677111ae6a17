//! Reads a stop: the marks that may end a sentence, with the quotation marks and brackets that close behind them.

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

/// Whether a character may end a sentence.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '‽') || is_foreign(c)
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

/// Behind a footnote ("\[12\]"), if that stands here.
fn footnote_end(block: &str, at: usize) -> Option<usize> {
    let rest = block[at..].strip_prefix('[')?;
    let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && rest[digits..].starts_with(']')).then_some(at + digits + 2)
}

/// The character that begins at a place, if the text goes on.
fn char_at(block: &str, at: usize) -> Option<char> {
    block[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop_of(block: &str) -> &str {
        let start = block.find(is_terminator).unwrap();
        let quote_open = block[..start].matches('"').count() % 2 == 1;
        &block[start..read_stop(block, start, quote_open).end]
    }

    #[test]
    fn a_stop_takes_in_what_closes_behind_it() {
        for (block, stop) in [
            ("It sank. We", "."),
            ("It sank?! We", "?!"),
            ("\"It sank.\" We", ".\""),
            ("It sank. \"We", "."),
            ("It sank.\"We", "."),
            ("\"It sank . \" We", ". \""),
            ("(It sank.) We", ".)"),
            ("\u{201c}It sank.\u{201d} We", ".\u{201d}"),
            (
                "\u{201c}\u{2018}It sank.\u{2019}\u{201d} We",
                ".\u{2019}\u{201d}",
            ),
            ("It sank.[12] We", ".[12]"),
            ("It sank... We", "..."),
        ] {
            assert_eq!(stop_of(block), stop, "{block}");
        }
    }
}
