//! The markup of an article into its paragraphs.

use trafilatura::dom::{Document, NodeId};

/// Elements inside of a paragraph. Every other one stands by itself, as browsers show it.
pub const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "td", "th", "time", "tt", "u", "var", "wbr",
];

/// Elements whose content is no text of the report, should one have come through.
const NO_TEXT: &[&str] = &["script", "style", "noscript", "template", "iframe", "object", "svg", "math"];

/// The paragraphs of an article, from its cleaned markup.
pub fn paragraphs(html: &str) -> Vec<String> {
    let document = Document::parse(html);
    let mut paragraphs = Paragraphs::default();
    if let Some(body) = document.body() {
        paragraphs.element(&document, body);
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
    /// Calls itself once a level; the page was measured before.
    fn element(&mut self, document: &Document, id: NodeId) {
        self.current.push_str(&document.text(id));
        for child in document.children(id) {
            let tag = document.tag_name(child);
            let is_inline = INLINE.contains(&tag);
            if tag == "br" {
                self.line_break();
            } else if NO_TEXT.contains(&tag) {
                self.current.push(' ');
            } else {
                self.border(is_inline, tag);
                self.element(document, child);
                self.border(is_inline, tag);
            }
            self.current.push_str(&document.tail(child));
        }
    }

    fn border(&mut self, is_inline: bool, tag: &str) {
        if !is_inline {
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
