//! Foreign text made safe to show: what a reader could not see becomes an escape that he can.
//!
//! Reports and file names come from anywhere. A control character can move the cursor, rename the window
//! or erase a line; a bidirectional control can make a sentence read backwards; characters without a
//! shape can hide words. All of them are shown as `\u{202e}`. Letters of every script, blanks and
//! private-use characters stay as they are. A text that already holds the letters of an escape is not
//! told apart from one: the exact bytes are in the JSON Lines.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Characters with no shape of their own, or with power over those around them, in order.
///
/// These are Unicode's control characters, its `Default_Ignorable_Code_Point` and `Bidi_Control`
/// characters, the separators of lines and paragraphs, and the format characters that only steer others.
const UNSEEN: [(char, char); 20] = [
    ('\u{0}', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// Whether a reader could not see this character, or would see others wrongly because of it.
pub fn is_unseen(c: char) -> bool {
    let behind = UNSEEN.partition_point(|(first, _)| *first <= c);
    behind > 0 && c <= UNSEEN[behind - 1].1
}

/// A name, a message or any other foreign text, every unseen character of it as an escape.
///
/// Line ends and tabs are escaped too: a name that holds one must not look like two names.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    text.chars().for_each(|c| push(&mut shown, c));
    Cow::Owned(shown)
}

/// A passage of a report on one line: a line end or tab, with the white space round it, is one blank;
/// every other unseen character is an escape.
pub fn visible_passage(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
        if rest[..blanks].contains(breaks_line) {
            shown.push(' ');
            rest = &rest[blanks..];
        } else if blanks > 0 {
            shown.push_str(&rest[..blanks]);
            rest = &rest[blanks..];
        } else {
            push(&mut shown, c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(shown)
}

/// Line ends and tabs.
fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t')
}

fn is_blank(c: char) -> bool {
    c == ' ' || breaks_line(c)
}

fn push(shown: &mut String, c: char) {
    if is_unseen(c) {
        write!(shown, "\\u{{{:x}}}", u32::from(c)).expect("a String takes every write");
    } else {
        shown.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_so_that_it_can_be_searched() {
        assert!(UNSEEN.iter().all(|(first, last)| first <= last));
        assert!(UNSEEN.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn an_escape_sequence_cannot_reach_the_terminal() {
        assert_eq!(visible("a\u{1b}[31mred"), "a\\u{1b}[31mred");
        assert_eq!(visible("a\u{9b}31mred\u{7f}"), "a\\u{9b}31mred\\u{7f}");
    }

    #[test]
    fn text_that_turns_round_or_hides_is_seen() {
        assert_eq!(visible("safe\u{202e}txt.exe"), "safe\\u{202e}txt.exe");
        assert_eq!(visible("pass\u{200b}word"), "pass\\u{200b}word");
        assert_eq!(visible("\u{feff}a\u{ad}b\u{2066}"), "\\u{feff}a\\u{ad}b\\u{2066}");
        assert_eq!(visible("\u{e0041}\u{e01ef}"), "\\u{e0041}\\u{e01ef}");
    }

    #[test]
    fn letters_of_every_script_blanks_and_private_use_stay() {
        let text = "Málaga دمشق 大马士革\u{a0}\u{3000}\u{e000}👍";
        assert!(matches!(visible(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn a_name_with_a_line_end_does_not_look_like_two_names() {
        assert_eq!(visible("a.txt\nb.txt\t"), "a.txt\\u{a}b.txt\\u{9}");
    }

    #[test]
    fn a_passage_over_two_lines_reads_as_one() {
        assert_eq!(visible_passage("one \r\n\r\n  two\tthree  four"), "one two three  four");
        assert_eq!(visible_passage("one\u{b}\ntwo"), "one\\u{b} two");
    }
}
