//! JSON Feed (version 1 and 1.1).

use super::item::{Channel, Item, Items, Written};
use crate::Pile;
use crate::mapped::{Mapped, MappedText};
use crate::outlets::Outlets;
use crate::record::{Field, elements, fields_of, push_string, without_mark};
use crate::refusal::Refusal;
use stemma::model::OriginalMap;

/// Reads a feed.
pub fn read_json_feed(name: &str, bytes: &[u8], outlets: &Outlets) -> Result<Pile, Refusal> {
    let refuse = |reason: String| Refusal::new(reason, "fetch the feed again");
    let text = str::from_utf8(bytes).map_err(|_| refuse("not UTF-8, as JSON must be".to_owned()))?;
    let feed = fields_of(without_mark(text)).map_err(refuse)?;
    let channel = Channel {
        title: said(&feed, "title"),
        url: said(&feed, "home_page_url").or_else(|| said(&feed, "feed_url")),
    };
    let list = feed.iter().find(|field| field.name == "items").map_or("[]", |field| field.raw);
    let mut items = Items::of(name, channel, outlets, "UTF-8");
    for element in elements(list).map_err(refuse)? {
        let item = match fields_of(element) {
            Ok(fields) => item(&fields),
            Err(_) => Item::default(),
        };
        items.add(item, element.as_bytes(), 0, &OriginalMap::shifted(element.len(), 0));
    }
    items.finish()
}

fn item(fields: &[Field]) -> Item {
    let text = |name, written| mapped(fields, name).map(|text| (text, written));
    let whole = [text("content_html", Written::Html), text("content_text", Written::Plain)];
    let mut texts: Vec<(Mapped, Written)> = whole.into_iter().flatten().collect();
    let full = texts.len();
    texts.extend(text("summary", Written::Plain));
    Item {
        id: said(fields, "id"),
        title: text("title", Written::Plain),
        texts,
        full,
        url: said(fields, "url"),
        outlet: None,
        published: said(fields, "date_published")
            .map(|date| (date, "jsonfeed:date_published"))
            .into_iter()
            .collect(),
        modified: said(fields, "date_modified")
            .map(|date| (date, "jsonfeed:date_modified"))
            .into_iter()
            .collect(),
    }
}

fn mapped(fields: &[Field], name: &str) -> Option<Mapped> {
    let field = fields.iter().find(|field| field.name == name && field.raw.starts_with('"'))?;
    let mut text = MappedText::default();
    push_string(field.raw, field.at, &mut text);
    Some(text.finish()).filter(|text| !text.text.trim().is_empty())
}

fn said(fields: &[Field], name: &str) -> Option<String> {
    mapped(fields, name).map(|text| text.text)
}
