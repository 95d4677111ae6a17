//! The markup of an article into its paragraphs.

use super::references::{Place, reference};
use super::scan::{Piece, RAW, scan};

/// Elements inside of a paragraph. Every other one stands by itself, as browsers show it.
pub const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "td", "th", "time", "tt", "u", "var", "wbr",
];

/// Elements whose content is no text of the report, should one have come through; those whose content is no markup are
/// none either.
const NO_TEXT: &[&str] = &["template", "object", "svg", "math"];

/// The paragraphs of an article, from its cleaned markup.
pub fn paragraphs(html: &str) -> Vec<String> {
    let mut paragraphs = Paragraphs::default();
    // The innermost element whose content is no text, and how many of its name are open.
    let mut hidden: Option<(String, usize)> = None;
    for piece in scan(html) {
        match (piece, &mut hidden) {
            (Piece::Open(tag), Some((name, depth))) if tag.name == *name => *depth += 1,
            (Piece::Close(tag), Some((name, depth))) if tag.name == *name => {
                *depth -= 1;
                if *depth == 0 {
                    hidden = None;
                }
            }
            (_, Some(_)) => {}
            (Piece::Text(range), None) => paragraphs.text(&html[range]),
            (Piece::Raw(..), None) => paragraphs.current.push(' '),
            (Piece::Open(tag), None) if NO_TEXT.contains(&tag.name.as_str()) => {
                paragraphs.current.push(' ');
                hidden = Some((tag.name, 1));
            }
            (Piece::Open(tag) | Piece::Close(tag), None) => paragraphs.border(&tag.name),
        }
    }
    paragraphs.end();
    paragraphs.done
}

/// Paragraphs in the making.
#[derive(Default)]
struct Paragraphs {
    done: Vec<String>,
    current: String,
    /// Where in the current one the last `<br>` stood.
    line_break: Option<usize>,
}

impl Paragraphs {
    fn text(&mut self, written: &str) {
        let mut rest = written;
        while let Some(at) = rest.find('&') {
            self.current.push_str(&rest[..at]);
            let (characters, length) = reference(&rest[at..], Place::Text).unwrap_or(("&".to_owned(), 1));
            self.current.push_str(&characters);
            rest = &rest[at + length..];
        }
        self.current.push_str(rest);
    }

    fn border(&mut self, tag: &str) {
        if tag == "br" {
            self.line_break();
        } else if !INLINE.contains(&tag) && !RAW.contains(&tag) {
            self.end();
        } else if matches!(tag, "td" | "th") {
            self.current.push(' ');
        }
    }

    /// Pages of old end a paragraph by two of these. One alone is a blank: a line of its own would look like
    /// a paragraph of its own.
    fn line_break(&mut self) {
        match self.line_break {
            Some(last) if self.current[last..].trim().is_empty() => self.end(),
            _ => {
                self.current.push(' ');
                self.line_break = Some(self.current.len());
            }
        }
    }

    fn end(&mut self) {
        let words: Vec<&str> = self.current.split_whitespace().collect();
        if !words.is_empty() {
            self.done.push(words.join(" "));
        }
        self.current.clear();
        self.line_break = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_paragraphs_and_what_stands_inside_of_them_is_not() {
        let html = "<p>The <b>port</b> is <a href=x>shut</a>,\n he said.</p><h2>Ferries</h2><ul><li>One\
                    <li>Two</ul>Loose words<p></p>";
        assert_eq!(paragraphs(html), ["The port is shut, he said.", "Ferries", "One", "Two", "Loose words"]);
    }

    #[test]
    fn one_break_is_a_blank_and_two_end_a_paragraph() {
        assert_eq!(
            paragraphs("<p>One<br>line.<br>\n<br/>Another<br><br><br>third</p>"),
            ["One line.", "Another", "third"]
        );
    }

    #[test]
    fn the_cells_of_a_row_stand_beside_each_other() {
        assert_eq!(
            paragraphs("<table><tr><th>Town<td>Dead</tr><tr><td>Sild<td>12</table>"),
            ["Town Dead", "Sild 12"]
        );
    }

    #[test]
    fn text_that_looks_like_markup_is_text_and_scripts_are_none() {
        assert_eq!(
            paragraphs("<p>He wrote &lt;b&gt; &amp;amp;</p><script>x()</script><style>p{}</style>"),
            ["He wrote <b> &amp;"]
        );
    }
}
