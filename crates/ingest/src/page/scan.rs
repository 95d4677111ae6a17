//! The markup of a page with the place of everything: tags, and the text between them.
//!
//! Extractors do not say where in a page their text stands. This reads the page once more, by the rules of the HTML
//! standard for tokens; what the standard changes while it builds a tree (text that stands where no text may) is
//! left where it is written.

use std::ops::Range;

/// Elements whose content is no markup.
pub const RAW: &[&str] =
    &["script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "title", "textarea"];

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text between tags, as it is written.
    Text(Range<usize>),
    /// A tag that opens an element.
    Open(Tag),
    /// A tag that closes one.
    Close(Tag),
    /// What stands in an element whose content is no markup, with the tag that opened it.
    Raw(Tag, Range<usize>),
}

/// A tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name, in small letters.
    pub name: String,
    /// Where its attributes stand.
    pub attributes: Range<usize>,
}

/// The pieces of a page, in order.
pub fn scan(page: &str) -> Pieces<'_> {
    Pieces { page, at: 0, raw: None }
}

/// See [`scan`].
pub struct Pieces<'a> {
    page: &'a str,
    at: usize,
    /// The element that was opened last, if its content is no markup.
    raw: Option<Tag>,
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some(tag) = self.raw.take() {
            let start = self.at;
            self.at = start + end_of_raw(&self.page[start..], &tag.name);
            return Some(Piece::Raw(tag, start..self.at));
        }
        while self.at < self.page.len() {
            let start = self.at;
            if let Some(piece) = self.markup() {
                return Some(piece);
            }
            if self.at > start {
                continue;
            }
            // A `<` that begins no tag is text.
            let behind = &self.page.as_bytes()[start + 1..];
            let end = behind.iter().position(|byte| *byte == b'<').unwrap_or(behind.len());
            self.at = start + 1 + end;
            return Some(Piece::Text(start..self.at));
        }
        None
    }
}

impl Pieces<'_> {
    /// A tag; nothing where there is none, with the place moved behind what is no text either.
    fn markup(&mut self) -> Option<Piece> {
        let rest = &self.page.as_bytes()[self.at..];
        match rest {
            [b'<', first, ..] if first.is_ascii_alphabetic() => {
                let tag = self.tag(self.at + 1);
                if RAW.contains(&tag.name.as_str()) {
                    self.raw = Some(tag.clone());
                }
                Some(Piece::Open(tag))
            }
            [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => {
                let tag = self.tag(self.at + 2);
                Some(Piece::Close(tag))
            }
            [b'<', b'!', b'-', b'-', ..] => {
                self.at += end_of_comment(&self.page[self.at..]);
                None
            }
            [b'<', b'!' | b'?' | b'/', ..] => {
                self.at += rest.iter().position(|byte| *byte == b'>').map_or(rest.len(), |end| end + 1);
                None
            }
            _ => None,
        }
    }

    /// The tag whose name begins at `start`; the place moves behind it.
    fn tag(&mut self, start: usize) -> Tag {
        let bytes = self.page.as_bytes();
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let length = bytes[start..].iter().position(is_end).unwrap_or(bytes.len() - start);
        let name = self.page[start..start + length].to_ascii_lowercase();
        let attributes = start + length;
        let end = attributes + end_of_attributes(&bytes[attributes..]);
        self.at = (end + 1).min(bytes.len());
        Tag { name, attributes: attributes..end }
    }
}

/// Where a tag ends: at a `>` that stands in no quoted value. A `=` where a name would begin belongs to the name.
fn end_of_attributes(bytes: &[u8]) -> usize {
    let blanks = |at: usize| at + bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let mut at = 0;
    loop {
        let between = |byte: &u8| !byte.is_ascii_whitespace() && *byte != b'/';
        at += bytes[at..].iter().position(between).unwrap_or(bytes.len() - at);
        if bytes.get(at).is_none_or(|byte| *byte == b'>') {
            return at;
        }
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=');
        at += 1;
        at += bytes[at..].iter().position(is_end).unwrap_or(bytes.len() - at);
        let behind = blanks(at);
        if bytes.get(behind) != Some(&b'=') {
            continue;
        }
        at = blanks(behind + 1);
        if let Some(quote @ (b'"' | b'\'')) = bytes.get(at) {
            let inside = &bytes[at + 1..];
            at += 1 + inside.iter().position(|byte| byte == quote).map_or(inside.len(), |end| end + 1);
        } else {
            let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            at += bytes[at..].iter().position(is_end).unwrap_or(bytes.len() - at);
        }
    }
}

fn end_of_comment(text: &str) -> usize {
    let inside = "<!--".len();
    if text[inside..].starts_with('>') {
        return inside + 1;
    }
    if text[inside..].starts_with("->") {
        return inside + 2;
    }
    let end = |(at, _): (usize, &str)| {
        let behind = &text[inside + at..];
        let length = ["-->", "--!>"].into_iter().find(|end| behind.starts_with(end)).map(str::len)?;
        Some(inside + at + length)
    };
    text[inside..].match_indices('-').find_map(end).unwrap_or(text.len())
}

/// Where the closing tag of an element stands whose content is no markup; at the end where there is none.
fn end_of_raw(text: &str, name: &str) -> usize {
    let closes = |at: &usize| {
        let behind = &text.as_bytes()[at + 2..];
        let is_name = behind.len() > name.len() && behind[..name.len()].eq_ignore_ascii_case(name.as_bytes());
        is_name && (behind[name.len()].is_ascii_whitespace() || matches!(behind[name.len()], b'/' | b'>'))
    };
    text.match_indices("</").map(|(at, _)| at).find(closes).unwrap_or(text.len())
}

/// Where the value of an attribute stands, without its quotation marks.
pub fn attribute(page: &str, tag: &Tag, name: &str) -> Option<Range<usize>> {
    let bytes = page.as_bytes();
    let (mut at, end) = (tag.attributes.start, tag.attributes.end);
    let blank = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
    loop {
        at += bytes[at..end].iter().take_while(|byte| blank(**byte)).count();
        if at >= end {
            return None;
        }
        let start = at;
        at += 1 + bytes[at + 1..end].iter().take_while(|byte| !blank(**byte) && **byte != b'=').count();
        let found = bytes[start..at].eq_ignore_ascii_case(name.as_bytes());
        let gap = bytes[at..end].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        let value = match bytes[at..end].get(gap) {
            Some(b'=') => value(bytes, at + gap + 1, end),
            _ => (at..at, at),
        };
        if found {
            return Some(value.0);
        }
        at = value.1;
    }
}

/// Where a value stands, and where what follows it begins.
fn value(bytes: &[u8], start: usize, end: usize) -> (Range<usize>, usize) {
    let start = start + bytes[start..end].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    if let Some(quote @ (b'"' | b'\'')) = bytes[start..end].first() {
        let inside = start + 1;
        let length = bytes[inside..end].iter().position(|byte| byte == quote).unwrap_or(end - inside);
        return (inside..inside + length, (inside + length + 1).min(end));
    }
    let length = bytes[start..end].iter().take_while(|byte| !byte.is_ascii_whitespace()).count();
    (start..start + length, start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> Vec<String> {
        let piece = |piece| match piece {
            Piece::Text(range) => format!("'{}'", &page[range]),
            Piece::Open(tag) => tag.name,
            Piece::Close(tag) => format!("/{}", tag.name),
            Piece::Raw(tag, range) => format!("{}:'{}'", tag.name, &page[range]),
        };
        scan(page).map(piece).collect()
    }

    #[test]
    fn tags_and_texts_come_in_order() {
        assert_eq!(
            shown("<!doctype html><P class='a>b'>Port <B\n>shut</b></P\t><br/>now"),
            ["p", "'Port '", "b", "'shut'", "/b", "/p", "br", "'now'"]
        );
    }

    #[test]
    fn what_begins_no_tag_is_text_and_comments_are_none() {
        assert_eq!(
            shown("1 < 2 <3 <!-- <p>no</p> -->yes<!-->a<!--->b<?x?></>c</ d>e<"),
            ["'1 '", "'< 2 '", "'<3 '", "'yes'", "'a'", "'b'", "'c'", "'e'", "'<'"]
        );
    }

    #[test]
    fn a_mark_of_equality_alone_begins_no_value() {
        assert_eq!(shown("<p =\">a<b x= '>' y = >c"), ["p", "'a'", "b", "'c'"]);
    }

    #[test]
    fn scripts_hold_no_tags() {
        assert_eq!(
            shown("<script>if (a<b) '<p>'; </scripts></SCRIPT ><p>x<title>a<b></title>"),
            [
                "script",
                "script:'if (a<b) '<p>'; </scripts>'",
                "/script",
                "p",
                "'x'",
                "title",
                "title:'a<b>'",
                "/title"
            ]
        );
        assert_eq!(shown("<style>p"), ["style", "style:'p'"]);
    }

    #[test]
    fn attributes_are_found_however_they_are_written() {
        let page = "<meta  NAME=author content = \"A > B\" data-x='1'/empty>";
        let Some(Piece::Open(tag)) = scan(page).next() else { panic!("it is a tag") };
        let of = |name| attribute(page, &tag, name).map(|range| &page[range]);
        assert_eq!(of("name"), Some("author"));
        assert_eq!(of("content"), Some("A > B"));
        assert_eq!(of("data-x"), Some("1"));
        assert_eq!(of("empty"), Some(""));
        assert_eq!(of("author"), None);
    }

    #[test]
    fn broken_tags_end_with_the_page() {
        for page in ["<", "</", "<a", "<a href", "<a href=", "<a href='x", "<!--", "<!-", "<title>"] {
            let end = scan(page).count();
            assert!(end <= 2, "{page}");
        }
    }
}
