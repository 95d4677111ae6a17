//! The text that a page shows, with the way back to where it is written.

use super::paragraphs::INLINE;
use super::references::{Place, reference};
use super::scan::{Piece, RAW, Tag, attribute, scan};
use crate::mapped::{Mapped, MappedText};
use std::ops::Range;

/// Elements around what is not the account, or repeats it: what stands in one is the last place to look for a sentence
/// that also stands elsewhere.
const ASIDE: &[&str] = &["nav", "aside", "header", "footer", "a", "button", "figure", "label", "select"];

/// Names under which metadata give a title, the one that goes first first.
const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "headline", "title"];

/// What a page shows, and the titles that it gives itself without showing them.
pub struct Shown<'a> {
    /// The page itself.
    pub page: &'a str,
    /// The text between the tags: one blank for each run of white space, one line end between blocks. Its map leads to
    /// the bytes of the decoded page.
    pub text: Mapped,
    /// The parts of that text, in order.
    pub parts: Vec<Part>,
    /// The titles in the element `title` and in metadata, the one that goes first first.
    pub titles: Vec<Mapped>,
    /// Elements that give a date for programs, in order.
    pub marks: Vec<Mark>,
    /// Where a tag stands between two letters of the text, in order. A page may set such pieces apart by its style.
    pub joins: Vec<usize>,
}

/// An element that gives a date for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where its content begins, in bytes of the text.
    pub at: usize,
    /// Its tag.
    pub tag: Tag,
}

/// A part of a text, up to the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it begins, in bytes of the text.
    pub start: usize,
    /// How many elements around it say that it is not the account; one more where it stands in no paragraph.
    pub doubt: u32,
    /// Whether it is a headline of the highest rank.
    pub is_headline: bool,
}

/// Reads what a page shows.
pub fn shown(page: &str) -> Shown<'_> {
    let mut reading = Reading { text: Writing::of(page), ..Reading::default() };
    for piece in scan(page) {
        reading.piece(piece);
    }
    reading.named.sort_by_key(|(rank, _)| *rank);
    let titles = reading.named.into_iter().map(|(_, title)| title).filter(|title| !title.text.is_empty());
    Shown {
        page,
        text: reading.text.written.finish(),
        parts: reading.parts,
        titles: titles.collect(),
        marks: reading.marks,
        joins: reading.joins,
    }
}

/// What has been read of a page.
#[derive(Default)]
struct Reading<'a> {
    text: Writing<'a>,
    parts: Vec<Part>,
    marks: Vec<Mark>,
    joins: Vec<usize>,
    /// Titles with the rank of the name that they have.
    named: Vec<(usize, Mapped)>,
    /// How many elements are open that say that this is not the account.
    aside: u32,
    in_paragraph: bool,
    in_headline: bool,
}

impl Reading<'_> {
    fn piece(&mut self, piece: Piece) {
        match piece {
            Piece::Text(range) => self.text.add(range, Place::Text),
            Piece::Open(tag) => self.tag(&tag, true),
            Piece::Close(tag) => self.tag(&tag, false),
            Piece::Raw(tag, range) if tag.name == "title" => {
                let title = words(self.text.page, range, Place::Text);
                self.named.push((TITLES.len(), title));
            }
            Piece::Raw(_, range) => self.text.gap(range.start..range.start, " "),
        }
    }

    fn tag(&mut self, tag: &Tag, opens: bool) {
        let page = self.text.page;
        let name = tag.name.as_str();
        let at = tag.attributes.end;
        if name == "meta" {
            self.metadata(tag);
        }
        if matches!(name, "br" | "td" | "th") {
            self.text.gap(at..at, " ");
        } else if !INLINE.contains(&name) && !RAW.contains(&name) {
            self.text.gap(at..at, "\n");
        }
        if self.text.gap.is_none() && self.joins.last() != Some(&self.text.len) {
            self.joins.push(self.text.len);
        }
        if opens && is_date(page, tag) {
            // Behind the white space that is yet to be written.
            let gap = usize::from(self.text.gap.is_some() && self.text.len > 0);
            self.marks.push(Mark { at: self.text.len + gap, tag: tag.clone() });
        }
        let is_empty = page[tag.attributes.clone()].ends_with('/');
        match name {
            _ if ASIDE.contains(&name) && opens && !is_empty => self.aside += 1,
            _ if ASIDE.contains(&name) => self.aside = self.aside.saturating_sub(1),
            "p" => self.in_paragraph = opens,
            "h1" => self.in_headline = opens,
            _ => return,
        }
        self.parts.push(Part {
            start: self.text.len,
            doubt: self.aside + u32::from(!self.in_paragraph),
            is_headline: self.in_headline,
        });
    }

    fn metadata(&mut self, tag: &Tag) {
        let page = self.text.page;
        let name = ["property", "name", "itemprop"].iter().find_map(|name| attribute(page, tag, name));
        let rank = name.and_then(|name| {
            TITLES.iter().position(|title| page[name.clone()].trim().eq_ignore_ascii_case(title))
        });
        if let (Some(rank), Some(content)) = (rank, attribute(page, tag, "content")) {
            self.named.push((rank, words(page, content, Place::Attribute)));
        }
    }
}

/// Whether an element gives a date for programs: `time`, or one of schema.org's dates of publication.
fn is_date(page: &str, tag: &Tag) -> bool {
    let inside = &page[tag.attributes.clone()];
    let is_published = || {
        let names = attribute(page, tag, "itemprop").map(|range| page[range].to_ascii_lowercase());
        names.is_some_and(|names| names.split_ascii_whitespace().any(|name| name == "datepublished"))
    };
    tag.name == "time" || (tag.name != "meta" && inside.contains("item") && is_published())
}

/// The words of a part of a page that has no tags.
pub fn words(page: &str, range: Range<usize>, place: Place) -> Mapped {
    let mut writing = Writing::of(page);
    writing.add(range, place);
    writing.written.finish()
}

/// A text in the making, with references resolved and white space made one.
#[derive(Default)]
struct Writing<'a> {
    page: &'a str,
    written: MappedText,
    /// The bytes of the text so far.
    len: usize,
    /// White space that is written when something follows it, and where it stands.
    gap: Option<(Range<usize>, &'static str)>,
}

impl<'a> Writing<'a> {
    fn of(page: &'a str) -> Self {
        Writing { page, ..Writing::default() }
    }

    fn add(&mut self, range: Range<usize>, place: Place) {
        let mut at = range.start;
        while at < range.end {
            let rest = &self.page[at..range.end];
            let run = rest.find(|c: char| c == '&' || c.is_whitespace()).unwrap_or(rest.len());
            self.write(&rest[..run], at..at + run);
            at += run;
            let rest = &rest[run..];
            if let Some((characters, length)) = reference(rest, place) {
                match characters.chars().all(char::is_whitespace) {
                    true => self.gap(at..at + length, " "),
                    false => self.write(&characters, at..at + length),
                }
                at += length;
            } else if rest.starts_with('&') {
                self.write("&", at..at + 1);
                at += 1;
            } else {
                let blank = rest.len() - rest.trim_start().len();
                if blank > 0 {
                    self.gap(at..at + blank, " ");
                }
                at += blank;
            }
        }
    }

    fn write(&mut self, text: &str, original: Range<usize>) {
        if text.is_empty() {
            return;
        }
        if let Some((place, gap)) = self.gap.take()
            && self.len > 0
        {
            self.written.push(gap, place);
            self.len += gap.len();
        }
        self.written.push(text, original);
        self.len += text.len();
    }

    /// White space: a line end goes over a blank, and what is longer says better where it stands.
    fn gap(&mut self, original: Range<usize>, gap: &'static str) {
        let (place, before) = self.gap.take().unwrap_or((original.clone(), gap));
        let gap = if before == "\n" { before } else { gap };
        self.gap = Some((longer(place, original), gap));
    }
}

/// The longer of two places.
fn longer(a: Range<usize>, b: Range<usize>) -> Range<usize> {
    if b.len() > a.len() { b } else { a }
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::model::ByteRange;

    /// The bytes of the page behind the first place where the words stand in its text.
    fn opened<'a>(page: &'a str, of: &Mapped, words: &str) -> Vec<&'a str> {
        let start = of.text.find(words).expect("the words are shown");
        let ranges = of.map.original(ByteRange::new(start, start + words.len()));
        ranges.into_iter().map(|range| &page[range.as_usize()]).collect()
    }

    #[test]
    fn text_is_shown_as_a_reader_sees_it_and_leads_back_to_its_bytes() {
        let page = "<p>Caf&eacute;s <b>&amp; bars</b>,\n\tshut</p><p>Two</p>";
        let shown = shown(page);
        assert_eq!(shown.text.text, "Cafés & bars, shut\nTwo");
        assert_eq!(opened(page, &shown.text, "Cafés"), ["Caf&eacute;s"]);
        assert_eq!(opened(page, &shown.text, "s & bars, shut"), ["s ", "&amp; bars", ",\n\tshut"]);
        assert_eq!(opened(page, &shown.text, "Two"), ["Two"]);
    }

    #[test]
    fn what_is_not_shown_is_no_text() {
        let page =
            "<title>T</title><script>a</script><!--b--><style>c</style>d<noscript>e</noscript><br>f<i>g</i>";
        assert_eq!(shown(page).text.text, "d fg");
    }

    #[test]
    fn titles_of_metadata_come_in_the_order_of_their_names() {
        let page = "<title> Port\nshut - Courier</title><meta name=title content=One>\
                    <meta property=og:title content='Port &quot;shut&quot;'>";
        let shown = shown(page);
        let titles: Vec<&str> = shown.titles.iter().map(|title| title.text.as_str()).collect();
        assert_eq!(titles, ["Port \"shut\"", "One", "Port shut - Courier"]);
        assert_eq!(opened(page, &shown.titles[0], "\"shut\""), ["&quot;shut&quot;"]);
    }

    #[test]
    fn parts_say_where_the_account_is_unlikely() {
        let shown = shown("<nav><a>Home</a></nav><h1>Port</h1><p>Text</p>");
        let part = |word| {
            let at = shown.text.text.find(word).expect("it is shown");
            *shown.parts.iter().rfind(|part| part.start <= at).expect("it has a part")
        };
        assert_eq!((part("Home").doubt, part("Port").doubt, part("Text").doubt), (3, 1, 0));
        assert!(part("Port").is_headline && !part("Text").is_headline);
    }
}
