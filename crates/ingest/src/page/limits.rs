//! Is a page such that an extractor ends in bounded time and memory?
//!
//! Extractors walk over the tree of a page again and again, and some steps cost the square of its depth or of
//! its number of elements. A real page is far below all of these limits; one above is no report.

use super::attributes;
use super::bounds::bounds;
use crate::refusal::{Refusal, with_separators};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};

/// The largest page, in bytes. Pages of newspapers have some hundred kilobytes, with data that their scripts
/// carry a few million.
const MOST_BYTES: usize = 16 << 20;

/// The deepest nesting. Browsers stop at 512; the extractor is silent about what lies below 500 levels, and
/// nothing may be cut in silence.
const MOST_LEVELS: u32 = 256;

/// The largest number of elements and comments. The longest lists of comments have some ten thousand.
const MOST_NODES: usize = 100_000;

/// What to do about a page that is not read.
const SAVE_TEXT: &str = "save the text of the report as plain text";

/// Bytes that are parsed between two looks at the depth.
const STEP_BYTES: usize = 4096;

/// Refuses a page that is too large, too deep, or made of too many pieces.
pub fn check(html: &str) -> Result<(), Refusal> {
    if html.len() > MOST_BYTES {
        return Err(refusal("large", html.len(), "bytes", MOST_BYTES));
    }
    if attributes::too_many(html) {
        return Err(Refusal::new("too complex for a page: its tags have too many attributes", SAVE_TEXT));
    }
    let is_within = |levels: usize, nodes: usize| levels <= MOST_LEVELS as usize && nodes <= MOST_NODES;
    if bounds(html).is_some_and(|bounds| is_within(bounds.levels, bounds.nodes)) {
        return Ok(());
    }
    skeleton(html)?.verdict()
}

/// The tree of a page; an error as soon as it is too deep or has too many elements.
fn skeleton(html: &str) -> Result<Skeleton, Refusal> {
    let mut parser = parse_document(Skeleton::default(), ParseOpts::default());
    let mut rest = html;
    while !rest.is_empty() {
        let (step, after) = rest.split_at(rest.floor_char_boundary(STEP_BYTES));
        parser.process(StrTendril::from(step));
        parser.tokenizer.sink.sink.verdict()?;
        rest = after;
    }
    Ok(parser.finish())
}

fn refusal(what: &str, count: usize, of: &str, limit: usize) -> Refusal {
    let (count, limit) = (with_separators(count as u64), with_separators(limit as u64));
    Refusal::new(format!("too {what} for a page: {count} {of}, and the limit is {limit}"), SAVE_TEXT)
}

/// A node, by its place in the list of all.
type Node = usize;

/// The tree of a page without its text: who stands in whom, and how deep.
struct Skeleton {
    names: RefCell<Vec<QualName>>,
    parents: RefCell<Vec<Option<Node>>>,
    /// Those that were ever put there; some have gone since.
    children: RefCell<Vec<Vec<Node>>>,
    deepest: Cell<u32>,
}

impl Default for Skeleton {
    fn default() -> Self {
        let document = QualName::new(None, html5ever::ns!(), html5ever::local_name!(""));
        Skeleton {
            names: RefCell::new(vec![document]),
            parents: RefCell::new(vec![None]),
            children: RefCell::new(vec![Vec::new()]),
            deepest: Cell::new(0),
        }
    }
}

impl Skeleton {
    fn verdict(&self) -> Result<(), Refusal> {
        let nodes = self.names.borrow().len();
        if self.deepest.get() > MOST_LEVELS {
            let levels = self.deepest.get() as usize;
            return Err(refusal("deep", levels, "levels of tags", MOST_LEVELS as usize));
        }
        if nodes > MOST_NODES {
            return Err(refusal("complex", nodes, "elements", MOST_NODES));
        }
        Ok(())
    }

    fn add(&self, name: QualName) -> Node {
        self.names.borrow_mut().push(name);
        self.parents.borrow_mut().push(None);
        self.children.borrow_mut().push(Vec::new());
        self.names.borrow().len() - 1
    }

    fn put(&self, parent: Node, child: NodeOrText<Node>) {
        let NodeOrText::AppendNode(child) = child else {
            return;
        };
        self.parents.borrow_mut()[child] = Some(parent);
        self.children.borrow_mut()[parent].push(child);
        let parents = self.parents.borrow();
        let above = std::iter::successors(Some(parent), |node| parents[*node]);
        // A chain that is longer than any step adds is a circle, which no parser makes.
        let levels = above.take(MOST_LEVELS as usize + STEP_BYTES).count() as u32;
        self.deepest.set(self.deepest.get().max(levels));
    }
}

impl TreeSink for Skeleton {
    type Handle = Node;
    type Output = Self;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Node {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a Node) -> Ref<'a, QualName> {
        Ref::map(self.names.borrow(), |names| &names[*target])
    }

    fn create_element(&self, name: QualName, _: Vec<Attribute>, _: ElementFlags) -> Node {
        self.add(name)
    }

    fn create_comment(&self, _: StrTendril) -> Node {
        self.add(QualName::new(None, html5ever::ns!(), html5ever::local_name!("")))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Node {
        self.create_comment(StrTendril::new())
    }

    fn append(&self, parent: &Node, child: NodeOrText<Node>) {
        self.put(*parent, child);
    }

    fn append_based_on_parent_node(&self, element: &Node, above: &Node, child: NodeOrText<Node>) {
        let parent = self.parents.borrow()[*element];
        self.put(parent.unwrap_or(*above), child);
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is no child of it, but nests as deep.
    fn get_template_contents(&self, target: &Node) -> Node {
        *target
    }

    fn same_node(&self, x: &Node, y: &Node) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Node, child: NodeOrText<Node>) {
        let parent = self.parents.borrow()[*sibling];
        self.put(parent.unwrap_or(*sibling), child);
    }

    fn add_attrs_if_missing(&self, _: &Node, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &Node) {
        self.parents.borrow_mut()[*target] = None;
    }

    fn reparent_children(&self, node: &Node, new_parent: &Node) {
        let children = std::mem::take(&mut self.children.borrow_mut()[*node]);
        for child in children {
            if self.parents.borrow()[child] == Some(*node) {
                self.put(*new_parent, NodeOrText::AppendNode(child));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn said(html: &str) -> String {
        check(html).expect_err("it is too much").reason
    }

    #[test]
    fn a_page_of_the_usual_kind_passes() {
        let list = "<li><a href='x' title='a > b'>Port shut<br>".repeat(5_000);
        assert_eq!(check(&format!("<!doctype html><ul>{list}</ul><p>Text")), Ok(()));
        assert_eq!(check(""), Ok(()));
        assert_eq!(check(&"Text without a tag. ".repeat(100_000)), Ok(()));
    }

    #[test]
    fn paragraphs_and_items_that_are_never_closed_do_not_nest() {
        assert_eq!(check(&"<p>Port shut".repeat(10_000)), Ok(()));
        assert_eq!(check(&format!("<table>{}", "<tr><td>Port".repeat(10_000))), Ok(()));
        assert_eq!(check(&format!("<select>{}", "<option>Port".repeat(10_000))), Ok(()));
    }

    #[test]
    fn ten_megabytes_of_nested_tags_are_refused_at_the_first_steps() {
        for tag in ["<div>", "<b>", "<font size=1>", "<svg>", "<table><tr><td>", "<template>", "<rt>"] {
            let reason = said(&tag.repeat(10_000_000 / tag.len()));
            assert!(reason.starts_with("too deep for a page: "), "{tag}: {reason}");
        }
    }

    #[test]
    fn closing_tags_that_a_parser_ignores_do_not_hide_the_depth() {
        let reason = said(&"<div><object></div></object>".repeat(100_000));
        assert!(reason.starts_with("too deep for a page: "), "{reason}");
    }

    #[test]
    fn tags_that_every_paragraph_opens_anew_are_refused() {
        let many: String = (0..100_000).map(|at| format!("<p><font a={at}></p>")).collect();
        assert!(said(&many).starts_with("too "));
    }

    #[test]
    fn too_many_elements_and_comments_are_refused() {
        for piece in ["<br>", "<p>x</p>", "<!--x-->", "</p>"] {
            let reason = said(&format!("<body>{}", piece.repeat(1_000_000)));
            assert!(reason.starts_with("too complex for a page: "), "{piece}: {reason}");
        }
    }

    /// Pieces that a parser closes, opens anew, moves, ignores or takes for no markup.
    const PIECES: &[&str] = &[
        "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>", "<i id=1>", "</i>",
        "<i id=2>", "<font a=1>", "</font>", "<nobr>", "</nobr>", "<span>", "</span>", "<ul>", "</ul>",
        "<li>", "</li>", "<dl>", "<dd>", "</dl>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>",
        "<tbody>", "</tbody>", "<caption>", "</caption>", "<select>", "</select>", "<option>", "<svg>",
        "</svg>", "<path/>", "<title>", "</title>", "<script>", "</script>", "<!--", "-->", "<object>",
        "</object>", "<template>", "</template>", "<button>", "</button>", "<h1>", "</h1>", "<style>",
        "</style>", "<form>", "</form>", "<br>", "<math>", "<mi>", "</math>", "<foreignObject>", "<![CDATA[",
        "]]>", "<textarea>", "</textarea>", "<div =\"", "\">", "<x>", "<b/>", "<g>", "</g>", "<li/>", "<dt>",
        "<h2>", "</h2>", "<hr>", "<th>", "<thead>", "</option>", "<script><!--", "</br>", "<meta>",
        "</title>", "<pre>", "</pre>", "<a>", "<input>", "</x>", "<col>", "<frameset>", "<ruby>", "<rt>",
        "</ruby>", "<noscript>", "</noscript>", "</body>", "</html>", "<html>", "<body>", "<head>", "</p x>",
        "text", " ", "<desc>",
    ];

    proptest! {
        #[test]
        fn no_tree_is_deeper_or_larger_than_its_tags_tell(
            pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..12)
        ) {
            let page = pieces.concat();
            if let Some(bounds) = bounds(&page) {
                let tree = skeleton(&page).expect("it is small");
                prop_assert!(tree.deepest.get() as usize <= bounds.levels, "{page}");
                prop_assert!(tree.names.borrow().len() <= bounds.nodes, "{page}");
            }
        }
    }

    #[test]
    fn a_page_is_no_archive() {
        assert!(said(&"x".repeat(MOST_BYTES + 1)).starts_with("too large for a page: 16,777,217 bytes"));
    }
}
