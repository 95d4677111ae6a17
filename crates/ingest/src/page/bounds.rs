//! How deep and how large can the tree of a page be at most? Told from its tags alone, without building the tree.
//!
//! A parser closes elements that nobody closed, opens others anew, and ignores tags. What is counted here is never less
//! than what it makes: an element is taken for closed only where the HTML standard closes it for certain, and what may be
//! opened anew is added. Real pages stay far below the limits even so; where the tags do not tell, the answer is
//! nothing, and the tree has to be built. A law in the tests compares both.

use super::scan::{Piece, RAW, Tag, scan};

/// Elements without an end.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];

/// Elements that a parser opens anew where another one's end closed them.
const FORMATTING: &[&str] =
    &["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Blocks whose end closes everything inside of them, unless one of [`BORDERS`] stands between.
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "button", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "main", "menu", "nav", "ol", "section",
    "summary", "ul",
];

/// Elements over which no end closes anything that is looked for here.
const BORDERS: &[&str] = &[
    "applet", "caption", "html", "marquee", "math", "object", "select", "svg", "table", "td", "template",
    "th",
];

/// Elements inside of a line. An end of one closes another only where nothing but these stand between.
const LINE: &[&str] = &[
    "abbr", "acronym", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "kbd", "label", "mark", "picture",
    "q", "samp", "span", "sub", "sup", "time", "var", "video", "audio", "canvas",
];

/// How many levels, and how many elements, the end of an element that is not the innermost one can add at most, where others
/// are moved: eight rounds of the standard, each with some copies.
const MOVED_LEVELS: usize = 8;
const MOVED_ELEMENTS: usize = 40;

/// `html`, `head`, `body`, and the document.
const ALWAYS: usize = 4;

/// What a table may get without a tag: a body and a row, and for a cell outside of both the same.
const IN_TABLE: usize = 3;

/// At most so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Levels of nesting.
    pub levels: usize,
    /// Elements and comments.
    pub nodes: usize,
}

/// Bounds for the tree of a page; nothing where its tags alone do not tell.
pub fn bounds(page: &str) -> Option<Bounds> {
    let tags = page.bytes().filter(|byte| *byte == b'<').count();
    let mut open = Open { nodes: ALWAYS + tags, ..Open::default() };
    for piece in scan(page) {
        match piece {
            Piece::Text(_) => open.nodes += open.anew.len(),
            Piece::Open(tag) => open.start(page, tag)?,
            Piece::Close(tag) => open.end(&tag.name),
            Piece::Raw(tag, range) => open.raw(&tag.name, &page[range])?,
        }
        open.deepest = open.deepest.max(open.stack.len() + open.in_tables + open.moved + open.anew.len());
    }
    // Sections of characters that are no markup stand in drawings alone, where the scanner does not know them.
    let is_foreign = open.has_foreign && page.contains("<![CDATA[");
    (!is_foreign).then_some(Bounds { levels: ALWAYS + open.deepest, nodes: open.nodes })
}

/// What the standard does with an element, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Formatting,
    Line,
    Block,
    Border,
    Other,
}

fn kind(name: &str) -> Kind {
    match name {
        _ if BLOCKS.contains(&name) => Kind::Block,
        _ if FORMATTING.contains(&name) => Kind::Formatting,
        _ if LINE.contains(&name) => Kind::Line,
        _ if BORDERS.contains(&name) => Kind::Border,
        _ => Kind::Other,
    }
}

/// An element that is open.
struct Element {
    name: String,
    kind: Kind,
}

impl Element {
    fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }

    fn is_in_line(&self) -> bool {
        matches!(self.kind, Kind::Formatting | Kind::Line)
    }

    /// Whether the end of a row or a cell closes nothing beyond it.
    fn is_border_of_table(&self) -> bool {
        self.is(&["table", "template", "html", "svg", "math", "select", "caption"])
    }
}

/// The elements that are open.
#[derive(Default)]
struct Open {
    stack: Vec<Element>,
    /// How many of them are drawings or formulas.
    foreign: usize,
    has_foreign: bool,
    /// Levels that the open tables may have without a tag.
    in_tables: usize,
    /// Formatting that the end of another element closed, and that may be opened anew from then on.
    anew: Vec<String>,
    /// Levels that moving elements may have added.
    moved: usize,
    deepest: usize,
    nodes: usize,
}

impl Open {
    fn start(&mut self, page: &str, tag: Tag) -> Option<()> {
        self.nodes += self.anew.len();
        let name = tag.name.as_str();
        if matches!(name, "frameset" | "plaintext") {
            return None;
        }
        let is_empty = self.foreign > 0 && page[tag.attributes.clone()].ends_with('/');
        if VOID.contains(&name) || RAW.contains(&name) || is_empty {
            self.nodes += IN_TABLE;
            return Some(());
        }
        match name {
            "p" => {
                self.close(&["p"], |open| open.kind != Kind::Border && open.name != "button");
            }
            "li" => self.close_item(&["li"]),
            "dd" | "dt" => self.close_item(&["dd", "dt"]),
            "option" if self.stack.last().is_some_and(|last| last.name == "option") => self.pop(),
            "td" | "th" => self.close_up_to(&["tr"]),
            "tr" => self.close_up_to(&["tbody", "thead", "tfoot", "table"]),
            "tbody" | "thead" | "tfoot" => self.close_up_to(&["table"]),
            "a" | "nobr" if self.stack.iter().any(|open| open.name == name) => self.end_in_line(name),
            "a" | "nobr" => self.move_if_anew(name),
            _ => {}
        }
        match name {
            "table" => {
                self.in_tables += IN_TABLE;
                self.nodes += IN_TABLE;
            }
            "tr" | "td" | "th" => self.nodes += IN_TABLE,
            "svg" | "math" => {
                self.foreign += 1;
                self.has_foreign = true;
            }
            _ => {}
        }
        self.stack.push(Element { kind: kind(name), name: tag.name });
        Some(())
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "p" | "br") {
            self.nodes += self.anew.len();
        }
        let kind = kind(name);
        if kind == Kind::Formatting {
            self.move_if_anew(name);
        }
        if self.stack.last().is_some_and(|last| last.name == name) {
            self.pop();
        } else if kind == Kind::Block || matches!(name, "p" | "li" | "dd" | "dt") {
            // The end of a paragraph or an item reaches less far than that of a block, and within that just as far.
            self.close(&[name], |open| open.kind != Kind::Border && !open.is(&["button", "ol", "ul"]));
        } else if matches!(name, "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th") {
            self.close(&[name], |open| !open.is_border_of_table());
        } else if matches!(kind, Kind::Formatting | Kind::Line) {
            self.end_in_line(name);
        }
    }

    /// The end of an element inside of a line that is not the innermost one.
    fn end_in_line(&mut self, name: &str) {
        if !self.close(&[name], Element::is_in_line) && kind(name) == Kind::Formatting {
            self.moves();
        }
    }

    /// The end of formatting of which another of the same name may have been opened anew can mean that one.
    fn move_if_anew(&mut self, name: &str) {
        if self.anew.iter().any(|other| other == name) {
            self.moves();
        }
    }

    fn moves(&mut self) {
        self.moved += MOVED_LEVELS;
        self.nodes += MOVED_ELEMENTS;
    }

    /// A new item closes the one before, unless a list or another block stands between.
    fn close_item(&mut self, names: &[&str]) {
        self.close(names, |open| open.is_in_line() || open.is(&["address", "div", "p"]));
    }

    /// A new cell or row closes all up to what it stands in.
    fn close_up_to(&mut self, parents: &[&str]) {
        if let Some(at) = self.innermost(parents, |open| !open.is_border_of_table()) {
            self.shorten(at + 1);
        }
    }

    /// Closes the innermost element with one of these names, and all inside of it, if each of those is such that it is closed
    /// along.
    fn close(&mut self, names: &[&str], is_closed_along: impl Fn(&Element) -> bool) -> bool {
        let Some(at) = self.innermost(names, is_closed_along) else {
            return false;
        };
        self.shorten(at + 1);
        self.pop();
        true
    }

    fn innermost(&self, names: &[&str], is_passed: impl Fn(&Element) -> bool) -> Option<usize> {
        let at = self.stack.iter().rposition(|open| open.is(names) || !is_passed(open))?;
        self.stack[at].is(names).then_some(at)
    }

    /// Closes elements that nobody closed: formatting among them is opened anew.
    fn shorten(&mut self, length: usize) {
        while self.stack.len() > length {
            if let Some(last) = self.stack.last().filter(|last| last.kind == Kind::Formatting) {
                self.anew.push(last.name.clone());
            }
            self.pop();
        }
    }

    fn pop(&mut self) {
        match self.stack.pop().as_ref().map(|last| last.name.as_str()) {
            Some("table") => self.in_tables -= IN_TABLE,
            Some("svg" | "math") => self.foreign -= 1,
            _ => {}
        }
    }

    /// Content that is no markup; but in a drawing, in a list to select from, or in a script within a script it may be.
    fn raw(&self, name: &str, content: &str) -> Option<()> {
        let is_elsewhere = || self.foreign > 0 || self.stack.iter().any(|open| open.name == "select");
        let is_nested = || {
            name == "script" && content.contains("<!--") && content.to_ascii_lowercase().contains("<script")
        };
        (!content.contains('<') || !(is_elsewhere() || is_nested())).then_some(())
    }
}
