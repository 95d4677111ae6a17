//! Tells code from prose in Markdown, as far as checks of paths and links need it.

/// A run of text with the line (from 1) on which it begins.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// The line of its first character.
    pub line: usize,
    /// The text; it may go over several lines.
    pub text: String,
}

/// A page taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    /// Between backticks, and the lines of fenced blocks.
    pub code: Vec<Piece>,
    /// Everything else, cut where code stands.
    pub prose: Vec<Piece>,
}

/// Takes a page apart. Code between backticks may go over the end of a line, but not of a paragraph.
pub fn parse(page: &str) -> Markdown {
    let mut parsed = Markdown::default();
    let mut fence: Option<&str> = None;
    let mut paragraph = Piece { line: 1, text: String::new() };
    for (number, line) in (1..).zip(page.lines()) {
        let marker = fence_marker(line);
        match fence {
            Some(open) if closes(line, open) => fence = None,
            Some(_) => push(&mut parsed.code, number, line),
            None if marker.is_some() || line.trim().is_empty() => {
                split_paragraph(&paragraph, &mut parsed);
                paragraph.text.clear();
                fence = marker;
            }
            None => {
                if paragraph.text.is_empty() {
                    paragraph.line = number;
                }
                paragraph.text.push_str(line);
                paragraph.text.push('\n');
            }
        }
    }
    split_paragraph(&paragraph, &mut parsed);
    parsed
}

/// The run of marks that opens or closes a fenced block.
fn fence_marker(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|mark| "`~".contains(*mark))?;
    let rest = line.trim_start_matches(mark);
    let marker = &line[..line.len() - rest.len()];
    // Backticks after the marker: this is code within a line, not a block.
    (marker.len() >= 3 && !rest.contains('`')).then_some(marker)
}

/// A block is closed by at least as many of the same marks, and nothing else on the line.
fn closes(line: &str, open: &str) -> bool {
    fence_marker(line).is_some_and(|marker| marker.starts_with(open) && marker == line.trim())
}

fn split_paragraph(paragraph: &Piece, parsed: &mut Markdown) {
    let text = paragraph.text.as_str();
    let line_at = |offset: usize| paragraph.line + text[..offset].matches('\n').count();
    let mut prose_start = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let ticks_start = at + found;
        let code_start = ticks_start + run_of_ticks(&text[ticks_start..]);
        let n_ticks = code_start - ticks_start;
        at = code_start;
        if let Some(length) = closing_ticks(&text[code_start..], n_ticks) {
            let code_end = code_start + length;
            push(&mut parsed.prose, line_at(prose_start), &text[prose_start..ticks_start]);
            push(&mut parsed.code, line_at(code_start), &text[code_start..code_end]);
            at = code_end + n_ticks;
            prose_start = at;
        }
    }
    push(&mut parsed.prose, line_at(prose_start), &text[prose_start..]);
}

fn run_of_ticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// Where the next run of exactly this many backticks begins.
fn closing_ticks(text: &str, n_ticks: usize) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text[at..].find('`')?;
        let run = run_of_ticks(&text[at..]);
        if run == n_ticks {
            return Some(at);
        }
        at += run;
    }
}

fn push(pieces: &mut Vec<Piece>, line: usize, text: &str) {
    if !text.trim().is_empty() {
        pieces.push(Piece { line, text: text.to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of a page, each piece with its line.
    fn code(page: &str) -> Vec<(usize, String)> {
        let pieces = parse(page).code.into_iter();
        pieces.map(|piece| (piece.line, piece.text)).collect()
    }

    fn expect(pieces: &[(usize, &str)]) -> Vec<(usize, String)> {
        let owned = pieces.iter().map(|(line, text)| (*line, (*text).to_owned()));
        owned.collect()
    }

    #[test]
    fn code_within_lines_keeps_its_line() {
        let page = "One `a` and\ntwo `b`.\n\nThree ``c ` d`` here.\n";
        assert_eq!(code(page), expect(&[(1, "a"), (2, "b"), (4, "c ` d")]));
    }

    #[test]
    fn code_over_the_end_of_a_line_does_not_turn_the_rest_inside_out() {
        let page = "A `long\ncommand` and `b`.\n";
        assert_eq!(code(page), expect(&[(1, "long\ncommand"), (2, "b")]));
    }

    #[test]
    fn a_stray_backtick_ends_with_its_paragraph() {
        let page = "A stray ` here.\n\nThen `b`.\n";
        assert_eq!(code(page), expect(&[(3, "b")]));
    }

    #[test]
    fn fenced_lines_are_code_and_their_backticks_mean_nothing() {
        let page = "```text\nls ` docs\n```sh\n```\nThen `b`.\n~~~~\n```\n~~~~\n";
        assert_eq!(code(page), expect(&[(2, "ls ` docs"), (3, "```sh"), (5, "b"), (7, "```")]));
    }

    #[test]
    fn prose_is_what_is_left() {
        let prose = parse("See [`a`](a.md) now.\n").prose;
        let texts: Vec<_> = prose.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(texts, ["See [", "](a.md) now.\n"]);
    }
}
