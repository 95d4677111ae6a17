//! RSS and Atom, event by event. Nothing that a document defines for itself is looked up, so that no entity grows, and
//! the place of every character is kept.

use super::item::{Channel, Item, Items, Written};
use crate::Pile;
use crate::decode::Decoded;
use crate::mapped::{Mapped, MappedText};
use crate::outlets::Outlets;
use crate::page::{self, Place, reference};
use crate::refusal::{Refusal, with_separators};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;
use stemma::model::ByteRange;

/// The elements that are an item.
const ITEMS: [&str; 2] = ["item", "entry"];

/// An element of the feed, or of an item in it, that says something by itself.
struct Field {
    name: String,
    /// The address in its attribute, where it is a link of Atom.
    link: Option<String>,
    written: Written,
    /// Whether what is inside is markup as it stands, as in Atom's type xhtml.
    is_markup: bool,
    text: MappedText,
    /// Where its content begins.
    start: usize,
    /// How deep it stands.
    depth: usize,
}

/// Reads a feed.
pub fn read_feed(name: &str, bytes: Vec<u8>, outlets: &Outlets) -> Result<Pile, Refusal> {
    let decoded = page::decode_page(bytes.clone(), None)?;
    let mut reading = Reading::of(&decoded.text);
    let end = reading.run();
    let channel = reading.channel;
    let mut items = Items::of(name, channel, outlets, decoded.encoding);
    for (item, range) in reading.items {
        let places = decoded.map.original(ByteRange::new(range.start, range.end));
        let file = match (places.first(), places.last()) {
            (Some(first), Some(last)) => first.as_usize().start..last.as_usize().end,
            _ => 0..0,
        };
        items.add(item, &bytes[file.clone()], file.start, &decoded.map);
    }
    let Decoded { remarks, .. } = decoded;
    let mut pile = match (items.finish(), &end) {
        (Err(_), Some(refusal)) => return Err(refusal.clone()),
        (pile, _) => pile?,
    };
    pile.notes.extend(remarks.into_iter().map(|text| stemma::model::Note { name: name.to_owned(), text }));
    if let Some(refusal) = end {
        pile.absorb(Pile::of_refusal(name, refusal));
    }
    Ok(pile)
}

/// What has been read of a feed.
struct Reading<'a> {
    text: &'a str,
    channel: Channel,
    items: Vec<(Item, Range<usize>)>,
    item: Option<(Item, usize, usize)>,
    field: Option<Field>,
    depth: usize,
}

impl<'a> Reading<'a> {
    fn of(text: &'a str) -> Self {
        Reading { text, channel: Channel::default(), items: Vec::new(), item: None, field: None, depth: 0 }
    }

    /// Reads to the end, or to where it is no XML any more.
    fn run(&mut self) -> Option<Refusal> {
        let mut reader = Reader::from_str(self.text);
        let config = reader.config_mut();
        // What closes what is decided by depth; feeds with a bare "&" are many.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            let start = reader.buffer_position() as usize;
            let event = match reader.read_event() {
                Ok(event) => event,
                Err(error) => {
                    let at = with_separators(reader.error_position());
                    return Some(Refusal::new(
                        format!("not XML from byte {at} on, so that nothing behind it was read: {error}"),
                        "fetch the feed again",
                    ));
                }
            };
            let end = reader.buffer_position() as usize;
            match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    self.open(&tag, start, end);
                }
                Event::Empty(tag) => {
                    self.depth += 1;
                    self.open(&tag, start, end);
                    self.close(end, end);
                }
                Event::End(_) => self.close(start, end),
                Event::Text(_) | Event::GeneralRef(_) => self.characters(start..end, true),
                Event::CData(_) => {
                    let inside = start + "<![CDATA[".len()..end.saturating_sub("]]>".len());
                    self.characters(inside, false);
                }
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        let is_cut = self.item.is_some();
        is_cut.then(|| {
            Refusal::new("cut off inside of its last item, which was not read", "fetch the feed again")
        })
    }

    fn open(&mut self, tag: &BytesStart, start: usize, end: usize) {
        if self.field.is_some() {
            return;
        }
        let name = tag.name();
        let name = name.as_ref();
        let name = name.strip_prefix("atom:").unwrap_or(name).to_owned();
        let is_direct = self.item.as_ref().is_none_or(|(_, _, depth)| self.depth == depth + 1);
        if self.item.is_none() && ITEMS.contains(&name.as_str()) {
            self.item = Some((Item::default(), start, self.depth));
        } else if is_direct && is_read(&name) {
            let kind = attribute(tag, "type").unwrap_or_default();
            let is_markup = kind == "xhtml";
            // RSS says nothing of it, and has markup in titles, too; Atom's texts are plain where nothing is said.
            let is_atom = ["summary", "content"].contains(&name.as_str()) || !kind.is_empty();
            let is_plain = is_atom && !matches!(kind.as_str(), "html" | "text/html" | "xhtml");
            let written = if is_plain { Written::Plain } else { Written::Html };
            let rel = attribute(tag, "rel").unwrap_or_default();
            let link = attribute(tag, "href").filter(|_| matches!(rel.as_str(), "" | "alternate"));
            let link = link.or_else(|| attribute(tag, "isPermaLink"));
            let text = MappedText::default();
            self.field = Some(Field { name, link, written, is_markup, text, start: end, depth: self.depth });
        }
    }

    fn close(&mut self, start: usize, end: usize) {
        if let Some(field) = self.field.take_if(|field| field.depth >= self.depth) {
            self.done(field, start);
        }
        if let Some((item, from, _)) = self.item.take_if(|(_, _, depth)| *depth >= self.depth) {
            self.items.push((item, from..end));
        }
        self.depth = self.depth.saturating_sub(1);
    }

    /// Characters of the field that is open, and of nothing inside of it unless it is markup, which is taken whole.
    fn characters(&mut self, range: Range<usize>, has_references: bool) {
        let depth = self.depth;
        let Some(field) = self.field.as_mut().filter(|field| field.depth == depth && !field.is_markup) else {
            return;
        };
        let text = &self.text[range.clone()];
        if !has_references {
            return field.text.push(text, range);
        }
        let (mut rest, mut at) = (text, range.start);
        while let Some(plain) = rest.find('&') {
            field.text.push(&rest[..plain], at..at + plain);
            let (said, length) =
                reference(&rest[plain..], Place::Text).unwrap_or_else(|| ("&".to_owned(), 1));
            let place = at + plain;
            field.text.push(&said, place..place + length);
            (rest, at) = (&rest[plain + length..], place + length);
        }
        field.text.push(rest, at..at + rest.len());
    }

    fn done(&mut self, mut field: Field, end: usize) {
        if field.is_markup {
            field.text.push(&self.text[field.start..end.max(field.start)], field.start..end.max(field.start));
        }
        let text = field.text.finish();
        let said = || Some(text.text.trim().to_owned()).filter(|said| !said.is_empty());
        match &mut self.item {
            Some((item, ..)) => put(item, &field.name, field.link.as_deref(), text, field.written),
            None => match field.name.as_str() {
                "title" => self.channel.title = self.channel.title.take().or_else(said),
                "link" => self.channel.url = self.channel.url.take().or(field.link).or_else(said),
                _ => {}
            },
        }
    }
}

/// The elements of an item that are read.
fn is_read(name: &str) -> bool {
    const READ: &[&str] = &[
        "title", "link", "guid", "id", "source", "pubDate", "published", "updated", "dc:date", "date",
        "issued", "modified", "description", "summary", "content", "content:encoded",
    ];
    READ.contains(&name)
}

fn put(item: &mut Item, name: &str, link: Option<&str>, text: Mapped, written: Written) {
    let said = text.text.trim().to_owned();
    match name {
        "title" if item.title.is_none() => item.title = Some((text, written)),
        "link" if item.url.is_none() => {
            item.url = link.map(str::to_owned).or(Some(said)).filter(|url| !url.is_empty());
        }
        "guid" | "id" if !said.is_empty() => {
            let is_address = said.starts_with("http") && link != Some("false");
            item.url = item.url.take().or_else(|| is_address.then(|| said.clone()));
            item.id = Some(said);
        }
        "source" => item.outlet = Some(said).filter(|outlet| !outlet.is_empty()),
        "pubDate" => item.published.push((said, "rss:pubDate")),
        "dc:date" => item.published.push((said, "rss:dc:date")),
        "date" => item.published.push((said, "rss:date")),
        "published" => item.published.push((said, "atom:published")),
        "issued" => item.published.push((said, "atom:issued")),
        "updated" => item.modified.push((said, "atom:updated")),
        "modified" => item.modified.push((said, "atom:modified")),
        "content" | "content:encoded" if !text.text.trim().is_empty() => {
            item.texts.insert(item.full, (text, written));
            item.full += 1;
        }
        "description" | "summary" => item.texts.push((text, written)),
        _ => {}
    }
}

/// The value of an attribute, its references read.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    // Checking each against all before it costs the square of their number.
    attributes.with_checks(false);
    let found = attributes.flatten().find(|attribute| attribute.key.as_ref() == name)?;
    let raw = found.value.into_owned();
    let (mut said, mut rest) = (String::new(), raw.as_str());
    while let Some(plain) = rest.find('&') {
        said.push_str(&rest[..plain]);
        let (character, length) =
            reference(&rest[plain..], Place::Attribute).unwrap_or_else(|| ("&".to_owned(), 1));
        said.push_str(&character);
        rest = &rest[plain + length..];
    }
    said.push_str(rest);
    Some(said)
}
