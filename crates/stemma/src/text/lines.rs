//! A text into its lines, whatever marks end them.

use crate::model::ByteRange;

/// A line that holds more than white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// The line without surrounding white space.
    pub range: ByteRange,
    /// White space before it, in characters; no more than fits.
    pub indent: u16,
    /// Its length in characters; no more than fits.
    pub length: u16,
    /// Whether a blank line (or the start of the text) stands before it.
    pub after_blank: bool,
}

/// The lines of a text that hold more than white space, in order.
pub(super) fn find_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut start = 0;
    let mut marks = text
        .char_indices()
        .filter(|(_, c)| ends_line(*c))
        .peekable();
    while start <= text.len() {
        let mark = marks.next();
        let end = mark.map_or(text.len(), |(at, _)| at);
        match line_in(text, start, end, after_blank) {
            Some(line) => {
                lines.push(line);
                after_blank = false;
            }
            None => after_blank = true,
        }
        let Some((at, c)) = mark else { break };
        start = at + c.len_utf8();
        if c == '\r' && marks.next_if_eq(&(start, '\n')).is_some() {
            start += 1;
        }
        after_blank |= c == '\u{2029}';
    }
    lines
}

/// Line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator.
fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The line between two marks, unless it is blank.
fn line_in(text: &str, start: usize, end: usize, after_blank: bool) -> Option<Line> {
    let line = &text[start..end];
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return None;
    }
    let indent = line.len() - line.trim_start().len();
    let begin = start + indent;
    Some(Line {
        range: ByteRange::new(begin, begin + trimmed.len()),
        indent: count(&line[..indent]),
        length: count(trimmed),
        after_blank,
    })
}

/// Characters of a piece, as far as 16 bits count.
fn count(piece: &str) -> u16 {
    u16::try_from(piece.chars().count()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(text: &str) -> Vec<(&str, bool)> {
        find_lines(text)
            .iter()
            .map(|line| (line.range.of(text), line.after_blank))
            .collect()
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{c}", "\u{b}"] {
            let text = format!("Rain fell{end}  Wind rose {end}{end}Snow came");
            let expected = [
                ("Rain fell", true),
                ("Wind rose", false),
                ("Snow came", true),
            ];
            assert_eq!(lines_of(&text), expected, "line end {end:?}");
        }
    }

    #[test]
    fn a_paragraph_separator_is_as_good_as_a_blank_line() {
        assert_eq!(lines_of("One\u{2029}Two"), [("One", true), ("Two", true)]);
    }

    #[test]
    fn a_text_of_white_space_has_no_line() {
        assert_eq!(lines_of(""), []);
        assert_eq!(lines_of(" \r\n\t\u{a0}\n"), []);
    }
}
