//! How deep and how large can the tree of a page be? Told from its tags, without building the tree, where they are in order.
//!
//! A parser closes elements that nobody closed, opens others anew, moves and ignores tags. Here the stack of open elements is
//! followed only as long as each step has one meaning in the HTML standard; at the first tag that might have another, the
//! answer is nothing, and the tree has to be built. So the answer is what a parser does, never a guess. A law in the tests
//! of `limits` compares both.

use super::scan::{Piece, RAW, Tag, scan};

/// Elements without an end.
const VOID: &[&str] =
    &["area", "base", "br", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that every page has once, whatever its tags say, with the document itself.
const FRAME: &[&str] = &["html", "head", "body"];
const FRAME_LEVELS: usize = 3;
const FRAME_NODES: usize = 4;

/// Elements that parsers treat in ways of their own, and rare ones.
const UNUSUAL: &[&str] = &[
    "applet", "basefont", "bgsound", "caption", "col", "colgroup", "command", "dialog", "dir", "frame",
    "frameset", "image", "isindex", "keygen", "listing", "marquee", "math", "menuitem", "object", "optgroup",
    "plaintext", "rb", "rp", "rt", "rtc", "search", "selectedcontent", "template", "xmp",
];

/// Blocks: each ends an open paragraph, and its own end closes what may stay open in it.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "fieldset", "figcaption",
    "figure", "footer", "header", "hgroup", "main", "menu", "nav", "ol", "section", "summary", "ul",
];

const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// Elements that may stay open where what they stand in ends.
const ENDS_ALONG: &[&str] = &["p", "li", "dd", "dt", "option"];

const PARTS_OF_TABLE: &[&str] = &["tbody", "thead", "tfoot", "tr", "td", "th"];
const GROUPS: &[&str] = &["tbody", "thead", "tfoot"];
const CELLS: &[&str] = &["td", "th"];

/// Elements that may not stand in another one of their kind.
const NEVER_IN_ITSELF: &[&str] = &["a", "nobr", "button", "form"];

/// Elements that a drawing can hold; whatever else stands in one may end it.
const DRAWN: &[&str] = &[
    "animate", "animatetransform", "circle", "clippath", "defs", "ellipse", "feblend", "fecolormatrix",
    "fecomposite", "feflood", "fegaussianblur", "femerge", "femergenode", "feoffset", "filter", "g", "line",
    "lineargradient", "mask", "path", "pattern", "polygon", "polyline", "radialgradient", "rect", "stop",
    "symbol", "text", "tspan", "use",
];

/// With more open elements nothing is told: each step looks at all of them, and a page may have millions.
const MOST_OPEN: usize = 256;

/// What a tree is made of at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Levels of nesting above the innermost element.
    pub levels: usize,
    /// Elements and comments.
    pub nodes: usize,
}

/// Bounds for the tree of a page; nothing where its tags are not in order.
pub fn bounds(page: &str) -> Option<Bounds> {
    let mut open = Open::default();
    for piece in scan(page) {
        match piece {
            Piece::Text(_) => {}
            Piece::Open(tag) => open.start(page, tag)?,
            Piece::Close(tag) => open.end(&tag.name)?,
            Piece::Raw(tag, range) => open.raw(&tag.name, &page[range])?,
        }
        if open.stack.len() > MOST_OPEN {
            return None;
        }
        open.deepest = open.deepest.max(open.stack.len() + open.tables);
    }
    // Only a drawing can hold such a section, and the scanner takes it for something else.
    if open.has_drawing && page.contains("<![CDATA[") {
        return None;
    }
    let tags = page.bytes().filter(|byte| *byte == b'<').count();
    Some(Bounds { levels: FRAME_LEVELS + open.deepest, nodes: FRAME_NODES + tags + open.implied })
}

/// The elements that are open, without the frame.
#[derive(Default)]
struct Open {
    stack: Vec<String>,
    /// How many of them are tables: each may have a group of rows without a tag.
    tables: usize,
    /// Elements without a tag.
    implied: usize,
    is_in_drawing: bool,
    has_drawing: bool,
    deepest: usize,
}

impl Open {
    fn innermost(&self) -> &str {
        self.stack.last().map_or("", String::as_str)
    }

    fn is_in(&self, names: &[&str]) -> bool {
        names.contains(&self.innermost())
    }

    fn has(&self, name: &str) -> bool {
        self.stack.iter().any(|open| open == name)
    }

    fn start(&mut self, page: &str, tag: Tag) -> Option<()> {
        let name = tag.name.as_str();
        if self.is_in_drawing {
            return self.start_in_drawing(page, tag);
        }
        if UNUSUAL.contains(&name) || (self.innermost() == "select" && name != "option") {
            return None;
        }
        if FRAME.contains(&name) {
            return self.stack.is_empty().then_some(());
        }
        let is_line = VOID.contains(&name) || RAW.contains(&name);
        let is_block = BLOCKS.contains(&name)
            || HEADINGS.contains(&name)
            || matches!(name, "p" | "li" | "dd" | "dt" | "pre" | "form" | "table" | "hr");
        self.end_items(name)?;
        if is_block {
            self.end_paragraph(name)?;
        }
        self.end_cells(name);
        let is_in_table = self.innermost() == "table" || self.is_in(GROUPS) || self.innermost() == "tr";
        let fits = match name {
            "td" | "th" => self.innermost() == "tr",
            "tr" => self.is_in(GROUPS) || self.innermost() == "table",
            "tbody" | "thead" | "tfoot" => self.innermost() == "table",
            "script" | "style" => true,
            _ => !is_in_table,
        };
        let is_nested = (HEADINGS.contains(&name) && self.is_in(HEADINGS))
            || (NEVER_IN_ITSELF.contains(&name) && self.has(name));
        if !fits || is_nested {
            return None;
        }
        if is_line {
            return Some(());
        }
        match name {
            "table" => {
                self.tables += 1;
                self.implied += 1;
            }
            // Rows outside of a group may have one each.
            "tr" => self.implied += 1,
            "svg" => (self.is_in_drawing, self.has_drawing) = (true, true),
            _ => {}
        }
        self.stack.push(tag.name);
        Some(())
    }

    fn start_in_drawing(&mut self, page: &str, tag: Tag) -> Option<()> {
        let is_empty = page[tag.attributes.clone()].ends_with('/');
        let is_raw = matches!(tag.name.as_str(), "title" | "style");
        if !DRAWN.contains(&tag.name.as_str()) && !is_raw {
            return None;
        }
        if is_raw {
            // The scanner reads on to its end.
            return (!is_empty).then_some(());
        }
        if !is_empty {
            self.stack.push(tag.name);
        }
        Some(())
    }

    /// A new item ends the one before it in its list.
    fn end_items(&mut self, name: &str) -> Option<()> {
        let names: &[&str] = match name {
            "li" => &["li"],
            "dd" | "dt" => &["dd", "dt"],
            "option" => &["option"],
            _ => return Some(()),
        };
        if self.innermost() == "p" && name != "option" {
            self.end_paragraph(name)?;
        }
        if self.is_in(names) {
            self.stack.pop();
            return Some(());
        }
        // Up to a list, all others may be ended along.
        let is_list =
            |open: &&String| matches!(open.as_str(), "ul" | "ol" | "dl" | "menu" | "select" | "td" | "th");
        let inside = self.stack.iter().rev().take_while(|open| !is_list(open));
        inside.into_iter().all(|open| !names.contains(&open.as_str())).then_some(())
    }

    /// A block ends an open paragraph, if it is the innermost element.
    fn end_paragraph(&mut self, name: &str) -> Option<()> {
        if self.innermost() == "p" && name != "table" {
            self.stack.pop();
        }
        let is_border = |open: &&String| matches!(open.as_str(), "td" | "th" | "button");
        let mut inside = self.stack.iter().rev().take_while(|open| !is_border(open));
        (!inside.any(|open| open == "p")).then_some(())
    }

    /// A new cell ends the one before it, and a new row the row.
    fn end_cells(&mut self, name: &str) {
        let is_row = name == "tr" || GROUPS.contains(&name);
        if (is_row || CELLS.contains(&name)) && self.is_in(CELLS) {
            self.stack.pop();
        }
        if is_row && self.innermost() == "tr" {
            self.stack.pop();
        }
        if GROUPS.contains(&name) && self.is_in(GROUPS) {
            self.stack.pop();
        }
    }

    fn end(&mut self, name: &str) -> Option<()> {
        if name == self.innermost() {
            self.stack.pop();
            self.tables -= usize::from(name == "table");
            self.is_in_drawing &= name != "svg";
            return Some(());
        }
        if self.is_in_drawing {
            // The end of what the scanner read as one piece.
            return matches!(name, "title" | "style").then_some(());
        }
        if FRAME.contains(&name) || RAW.contains(&name) || (VOID.contains(&name) && name != "br") {
            return Some(());
        }
        if !self.has(name) {
            let is_part = PARTS_OF_TABLE.contains(&name) || UNUSUAL.contains(&name);
            let closes_other = HEADINGS.contains(&name) && HEADINGS.iter().any(|other| self.has(other));
            // The end of a paragraph that nobody began is one.
            self.implied += usize::from(matches!(name, "p" | "br"));
            let is_in_table = self.is_in(PARTS_OF_TABLE) || self.innermost() == "table";
            let may_close = closes_other || is_in_table || (is_part && self.tables > 0);
            return (!may_close && self.innermost() != "select" && name != "br").then_some(());
        }
        self.end_along(name)
    }

    /// The end of a block, a list or a part of a table closes what may stay open in it; no other end closes anything here.
    fn end_along(&mut self, name: &str) -> Option<()> {
        let is_of_table = name == "table" || PARTS_OF_TABLE.contains(&name);
        if !(is_of_table || BLOCKS.contains(&name) || ENDS_ALONG.contains(&name) || name == "select") {
            return None;
        }
        let at = self.stack.iter().rposition(|open| open == name)?;
        let may_stay = |open: &String| {
            ENDS_ALONG.contains(&open.as_str()) || (is_of_table && PARTS_OF_TABLE.contains(&open.as_str()))
        };
        if !self.stack[at + 1..].iter().all(may_stay) {
            return None;
        }
        self.stack.truncate(at);
        self.tables -= usize::from(name == "table");
        Some(())
    }

    /// Content that is no markup; but a drawing may take it for some, and a script in a comment of a script hides its end.
    fn raw(&self, name: &str, content: &str) -> Option<()> {
        let is_nested = || name == "script" && has_script_in_comment(content);
        (!content.contains('<') || !(self.is_in_drawing || is_nested())).then_some(())
    }
}

/// Whether a script may begin in a comment of a script, whose end would then end no more than that.
fn has_script_in_comment(content: &str) -> bool {
    let mut rest = content;
    while let Some(at) = rest.find("<!--") {
        // The dashes of the beginning may be those of the end.
        let comment = &rest[at + "<!".len()..];
        let end = comment.find("-->").unwrap_or(comment.len());
        if comment[..end].to_ascii_lowercase().contains("<script") {
            return true;
        }
        rest = &comment[end..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(page: &str) -> Option<usize> {
        bounds(page).map(|bounds| bounds.levels - FRAME_LEVELS)
    }

    #[test]
    fn what_is_closed_for_certain_does_not_add_up() {
        assert_eq!(levels(&"<p>Port shut".repeat(100)), Some(1));
        assert_eq!(levels(&format!("<ul>{}</ul>", "<li><b>Port</b> shut".repeat(100))), Some(3));
        assert_eq!(levels(&"<div><span>Port</span></div>".repeat(100)), Some(2));
        assert_eq!(levels(&format!("<table>{}</table>", "<tr><td>Port<td>shut".repeat(100))), Some(4));
        assert_eq!(levels("<script>//<![CDATA[\n<!-- a --> <script</script><div>"), Some(1));
    }

    #[test]
    fn where_tags_are_not_in_order_nothing_is_told() {
        for page in [
            "<div><b>Port</div>",
            "<b><div>Port</b></div>",
            "<p><span>Port<p>",
            "<h1><h2>",
            "<a><b><a>",
            "<table><div>",
            "<div><object></div>",
            "<svg><title><b></title>",
            "<svg><![CDATA[ > <title> ]]></svg>",
            "<svg><div>",
            "<select><div>",
            "<script><!-- <script> </script> <title> --></script> <div>",
            "<frameset>",
            "<math>",
        ] {
            assert_eq!(levels(page), None, "{page}");
        }
    }
}
