//! One item of a feed into a source, whatever the feed was written in.

use super::time;
use crate::decode::{Decoded, with_control_characters};
use crate::mapped::{self, Mapped, MappedText};
use crate::outlets::{Outlet, Outlets};
use crate::record::{TITLE_END, begins_with_title, shortened};
use crate::refusal::{Refusal, with_separators};
use crate::{Pile, address, page};
use stemma::model::{ByteRange, DateEvidence, Derivation, OriginalMap, Segment, Sha256, Source};

/// Between two paragraphs.
const PARAGRAPH_END: &str = "\n\n";

/// What a field of an item is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Characters that mean themselves.
    Plain,
    /// Markup.
    Html,
}

/// What an item says.
#[derive(Debug, Default)]
pub struct Item {
    pub id: Option<String>,
    pub title: Option<(Mapped, Written)>,
    /// The texts that it gives, the one that is likely to be fullest first; those behind it may be a summary.
    pub texts: Vec<(Mapped, Written)>,
    /// How many of the texts claim to be the whole.
    pub full: usize,
    pub url: Option<String>,
    /// Who published it, where the item itself says so.
    pub outlet: Option<String>,
    /// Dates with the field that gives them; the first that is a date is taken.
    pub published: Vec<(String, &'static str)>,
    pub modified: Vec<(String, &'static str)>,
}

/// What a feed says of itself.
#[derive(Debug, Default)]
pub struct Channel {
    pub title: Option<String>,
    pub url: Option<String>,
}

/// A feed while its items are read.
pub struct Items<'a> {
    pub name: &'a str,
    pub channel: Channel,
    pub outlets: &'a Outlets,
    pub encoding: &'a str,
    pub pile: Pile,
    seen: usize,
    summaries: usize,
}

impl<'a> Items<'a> {
    pub fn of(name: &'a str, channel: Channel, outlets: &'a Outlets, encoding: &'a str) -> Self {
        Items { name, channel, outlets, encoding, pile: Pile::default(), seen: 0, summaries: 0 }
    }

    /// Adds the source of an item, whose maps lead to a text; `bytes` are the item in its file, where it begins at
    /// `start`, and `file` leads there from that text.
    pub fn add(&mut self, item: Item, bytes: &[u8], start: usize, file: &OriginalMap) {
        self.seen += 1;
        let name = format!("{}#{}", self.name, self.seen);
        let mut remarks = Vec::new();
        let of_item = match self.source(&name, item, &mut remarks) {
            Ok(source) => {
                let mapped = Mapped { text: source.text, map: source.map, bad: 0, first_bad: None };
                let mapped = mapped::through(&mapped, file);
                let map = moved(&mapped.map, start);
                Pile::of(
                    Source { text: mapped.text, map, original_sha256: Sha256::of(bytes), ..source },
                    remarks,
                )
            }
            Err(refusal) => Pile::of_refusal(&name, refusal),
        };
        self.pile.absorb(of_item);
    }

    /// All items, with what is to be said of the feed.
    pub fn finish(mut self) -> Result<Pile, Refusal> {
        if self.seen == 0 {
            return Err(Refusal::new("a feed without items", ""));
        }
        if self.summaries > 0 {
            let (few, all) = (with_separators(self.summaries as u64), with_separators(self.seen as u64));
            let text = format!(
                "{few} of {all} items give no more than a description or summary, which may be less than the report"
            );
            self.pile.notes.push(stemma::model::Note { name: self.name.to_owned(), text });
        }
        Ok(self.pile)
    }

    fn source(&mut self, name: &str, item: Item, remarks: &mut Vec<String>) -> Result<Source, Refusal> {
        let texts = item.texts.iter().enumerate().map(|(at, text)| (at, stripped(text)));
        let mut said = texts.filter(|(_, text)| !text.text.trim().is_empty());
        let Some((at, text)) = said.next() else {
            return Err(Refusal::new("no text: the item has no content, description or summary", ""));
        };
        self.summaries += usize::from(at >= item.full);
        let title = item.title.as_ref().map(stripped);
        let text = with_title(title.as_ref(), &text);
        let encoding = "UTF-8";
        let decoded = Decoded { text: text.text, map: text.map, encoding, remarks: Vec::new() };
        let decoded = with_control_characters(decoded)?;
        remarks.extend(decoded.remarks);
        let url = item.url.as_deref().and_then(address::of_page).map(str::to_owned);
        if let (None, Some(other)) = (&url, item.url.as_deref().filter(|url| !url.trim().is_empty())) {
            remarks.push(format!(
                "its link is not an address of the web and was left out: {}",
                shortened(other)
            ));
        }
        let host = url.as_deref().and_then(address::host);
        let named = item.outlet.or_else(|| self.own_title(host.as_deref()));
        let Outlet { name: outlet, owner } = self.outlets.of(host.as_deref(), named);
        Ok(Source {
            name: name.to_owned(),
            record_id: item.id,
            original_sha256: Sha256::of(&[]),
            encoding: self.encoding.to_owned(),
            text: decoded.text,
            derivation: Derivation::Record,
            map: decoded.map,
            outlet,
            owner,
            url,
            published: date(&item.published, remarks),
            modified: date(&item.modified, remarks),
            captured: None,
        })
    }

    /// The title of the feed, where the item is at home there: feeds that gather from elsewhere have a title, too.
    fn own_title(&self, host: Option<&str>) -> Option<String> {
        let home = self.channel.url.as_deref().and_then(address::host)?;
        let title = self.channel.title.as_deref()?.trim();
        let is_home = address::registered_domain(&home)? == address::registered_domain(host?)?;
        (is_home && !title.is_empty()).then(|| title.to_owned())
    }
}

fn date(given: &[(String, &'static str)], remarks: &mut Vec<String>) -> Option<DateEvidence> {
    for (text, field) in given {
        match time::written(text) {
            Some(value) => return Some(DateEvidence { value, method: (*field).to_owned() }),
            None if text.trim().is_empty() => {}
            None => {
                remarks
                    .push(format!("{field} is not one certain date and was left out: {}", shortened(text)));
            }
        }
    }
    None
}

fn stripped((text, written): &(Mapped, Written)) -> Mapped {
    match written {
        Written::Plain => text.clone(),
        Written::Html => without_markup(text),
    }
}

/// The text that markup shows, a paragraph for each block.
fn without_markup(html: &Mapped) -> Mapped {
    let mut text = MappedText::default();
    let Some((shown, map)) = page::shown_text(html.text.clone().into_bytes()) else {
        return text.finish();
    };
    let shown = Mapped { text: shown, map, bad: 0, first_bad: None };
    let (mut start, mut end) = (0, 0);
    for line in shown.text.split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        if line.trim().is_empty() {
            continue;
        }
        if end > 0 {
            text.push(PARAGRAPH_END, end..end);
        }
        text.push_part(&shown, range.clone());
        let original = shown.map.original(ByteRange::new(range.start, range.end));
        end = original.last().map_or(end, |range| range.as_usize().end);
    }
    mapped::through(&text.finish(), &html.map)
}

/// A title, an empty line and a text; the title alone where the text begins with it.
fn with_title(title: Option<&Mapped>, text: &Mapped) -> Mapped {
    let mut whole = MappedText::default();
    if let Some(title) = title.filter(|title| !title.text.trim().is_empty())
        && !begins_with_title(&text.text, &title.text)
    {
        let blank = title.text.len() - title.text.trim_start().len();
        whole.push_part(title, blank..blank + title.text.trim().len());
        whole.push(TITLE_END, 0..0);
    }
    for segment in text.map.segments() {
        whole.push(&text.text[segment.text.as_usize()], segment.original.as_usize());
    }
    whole.finish()
}

/// A map into the item instead of its file.
fn moved(map: &OriginalMap, start: usize) -> OriginalMap {
    let moved = |place: u32| (place as usize).saturating_sub(start);
    let segments = map.segments().iter().map(|segment| Segment {
        text: segment.text,
        original: ByteRange::new(moved(segment.original.start), moved(segment.original.end)),
    });
    OriginalMap::from_segments(segments.collect())
}
