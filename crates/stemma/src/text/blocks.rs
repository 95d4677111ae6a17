//! Lines into blocks: the lines of a hard-wrapped paragraph belong together, other lines stand alone.

use super::lines::{Line, find_lines};
use crate::model::ByteRange;

/// A line, or the lines of one hard-wrapped paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// From its first to its last character that is not white space.
    pub range: ByteRange,
    /// Whether several lines were joined.
    pub joined: bool,
}

/// Narrower columns are lists and verse, wider lines are whole paragraphs: editors, mail programs and
/// text browsers wrap between 60 and 100 characters.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// Marks that open a list item.
const BULLETS: &[char] = &[
    '•', '·', '▪', '◦', '‣', '●', '■', '○', '►', '▶', '*', '-', '–', '—', '»', '›', '>',
];

/// The blocks of a text, in order. Together they hold every character that is not white space.
pub(super) fn find_blocks(text: &str) -> Vec<Block> {
    let lines = find_lines(text);
    let width = wrap_width(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut previous: Option<&Line> = None;
    for line in &lines {
        let goes_on = previous.is_some_and(|before| {
            width.is_some_and(|width| {
                may_go_on(text, before, line) && fills(text, before, line, width)
            })
        });
        match blocks.last_mut() {
            Some(block) if goes_on => {
                block.range.end = line.range.end;
                block.joined = true;
            }
            _ => blocks.push(Block {
                range: line.range,
                joined: false,
            }),
        }
        previous = Some(line);
    }
    blocks
}

/// The line without the bullet that opens it.
pub(super) fn without_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(BULLETS)?;
    rest.starts_with(char::is_whitespace)
        .then(|| rest.trim_start())
}

/// How wide a hard-wrapped text is, in characters; absent where the text is not hard-wrapped.
///
/// A wrapped line is full: the first word of the next line would not have fitted. Prose goes on with a
/// lower-case word in about three of four lines; a list of headlines or names never does.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let pairs = || {
        lines
            .windows(2)
            .filter(|pair| may_go_on(text, &pair[0], &pair[1]))
    };
    let mut lengths = vec![0usize; WRAP_WIDTHS.end() + 2];
    for pair in pairs() {
        lengths[column(&pair[0]).min(WRAP_WIDTHS.end() + 1)] += 1;
    }
    let width = percentile_95(&lengths)?;
    if !WRAP_WIDTHS.contains(&width) {
        return None;
    }
    let (mut all, mut full, mut lower) = (0, 0, 0);
    for pair in pairs() {
        all += 1;
        if fills(text, &pair[0], &pair[1], width) {
            full += 1;
            lower += usize::from(pair[1].range.of(text).starts_with(char::is_lowercase));
        }
    }
    // Last lines of paragraphs that follow each other without a blank line are short: hence not all.
    (full * 10 >= all * 6 && lower * 10 >= full * 4).then_some(width)
}

/// The length that 19 of 20 lines do not exceed: a stray long line must not hide how wide the rest is.
fn percentile_95(lengths: &[usize]) -> Option<usize> {
    let total: usize = lengths.iter().sum();
    let mut seen = 0;
    lengths.iter().position(|count| {
        seen += count;
        total > 0 && seen * 20 >= total * 19
    })
}

/// Whether nothing in the layout parts two lines: no blank line, no bullet, no deeper indent.
fn may_go_on(text: &str, before: &Line, after: &Line) -> bool {
    !after.after_blank
        && after.indent <= before.indent
        && without_bullet(after.range.of(text)).is_none()
}

/// The column in which a line ends.
fn column(line: &Line) -> usize {
    usize::from(line.indent) + usize::from(line.length)
}

/// Whether the first word of the next line would not have fitted into this one.
fn fills(text: &str, before: &Line, after: &Line, width: usize) -> bool {
    let length = column(before);
    let room = width.saturating_sub(length);
    let first_word = after
        .range
        .of(text)
        .chars()
        .take(room + 1)
        .take_while(|c| !c.is_whitespace())
        .count();
    length <= *WRAP_WIDTHS.end() && first_word + 1 > room
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks_of(text: &str) -> Vec<&str> {
        find_blocks(text)
            .iter()
            .map(|block| block.range.of(text))
            .collect()
    }

    const WRAPPED: &str = "The harbour of Velmora was closed on Tuesday after a ferry\n\
        struck the eastern pier, the port authority said. Nobody was\n\
        hurt, but two hundred passengers had to wait until dusk.";

    #[test]
    fn lines_of_a_wrapped_paragraph_are_one_block() {
        let text = format!("Ferry strikes pier\n\n{WRAPPED}\n\nThe pier is old.\n");
        assert_eq!(
            blocks_of(&text),
            ["Ferry strikes pier", WRAPPED, "The pier is old."]
        );
    }

    #[test]
    fn a_short_line_ends_a_wrapped_paragraph_also_without_a_blank_line() {
        let text = format!("{WRAPPED}\n{WRAPPED}");
        assert_eq!(blocks_of(&text), [WRAPPED, WRAPPED]);
    }

    #[test]
    fn an_indent_begins_a_wrapped_paragraph() {
        let paragraph = "The harbour of Velmora was closed on Tuesday after a ferry\n\
            struck the eastern pier, as the port authority said. Nobody was\n\
            hurt, but two hundred passengers had to wait until the evening.";
        let text = format!("    {paragraph}\n    {paragraph}");
        assert_eq!(blocks_of(&text), [paragraph, paragraph]);
    }

    #[test]
    fn lines_that_are_paragraphs_stay_apart() {
        let text = "The ferry struck the pier at noon, the port authority said.\n\
            Nobody was hurt, the captain told the harbour radio later on.\n\
            The pier will stay closed until the end of the week, he said.";
        assert_eq!(blocks_of(text).len(), 3);
    }

    #[test]
    fn headlines_one_below_the_other_stay_apart() {
        let text = "Ferry strikes pier in Velmora harbour at noon on Tuesday\n\
            Council of Velmora votes for a new bridge over the bay\n\
            Velmora United lose again and drop to last place of league";
        assert_eq!(blocks_of(text).len(), 3);
    }

    #[test]
    fn a_bullet_is_a_mark_and_a_blank() {
        assert_eq!(without_bullet("•  Anna Lund"), Some("Anna Lund"));
        assert_eq!(without_bullet("-5 degrees"), None);
        assert_eq!(without_bullet("Anna Lund"), None);
    }
}
