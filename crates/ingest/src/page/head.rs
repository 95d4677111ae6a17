//! What a page says of itself, in the places where pages say it, each with the field that said so.
//!
//! What the fields say is given as it is; `published` decides what of it is a date.

use super::references::Place;
use super::scan::{Piece, Tag, attribute, scan};
use super::shown::words;
use crate::address;
use crate::record::shortened;
use serde_json::{Map, Value};

/// Fields of `<meta>` for the day of publication (attributes `property`, `name` or `itemprop`), the one that
/// goes first first: Open Graph, schema.org, Dublin Core, and what the great publishing systems write. A hyphen stands for an
/// underscore, too.
const PUBLISHED: &[&str] = &[
    "article:published-time",
    "og:article:published-time",
    "datepublished",
    "og:published-time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "published",
    "og:publish-date",
    "date-pub",
    "citation-publication-date",
    "citation-online-date",
    "citation-date",
    "dcterms.created",
    "dc.date.created",
    "publish-date",
    "publishdate",
    "published-date",
    "publication-date",
    "pubdate",
    "date",
];

/// The same for the day of the last change.
const MODIFIED: &[&str] = &[
    "article:modified-time",
    "og:article:modified-time",
    "og:updated-time",
    "datemodified",
    "article:modified",
    "article.updated",
    "dc.date.modified",
    "dcterms.modified",
    "modified-date",
    "modified-time",
    "lastmod",
    "last-modified",
    "revised",
];

/// The same for the name of the site.
const OUTLET: &[&str] = &["og:site_name", "dc.publisher", "dcterms.publisher", "application-name"];

/// Kinds of schema.org object that are about a report: their names end so (`NewsArticle`, `BlogPosting`).
const REPORTS: &[&str] = &["Article", "Posting"];

/// Kinds that are about the page that carries it.
const PAGES: &[&str] = &["WebPage"];

/// The type of scripts that carry data.
const DATA: &str = "application/ld+json";

/// What a page says of itself.
#[derive(Default)]
pub struct Head {
    /// Names in small letters and contents, in the order of the page.
    metas: Vec<(String, String)>,
    /// The addresses that the page calls its canonical ones.
    canonical: Vec<String>,
    /// Objects that scripts carry as data: the first about a report, and the first about a page.
    report: Map<String, Value>,
    page: Map<String, Value>,
    /// Scripts of data that are no JSON.
    broken: Vec<String>,
}

/// A field of the head, as findings name it, and what it says.
pub type Field = (String, String);

impl Head {
    /// Reads the head of a page.
    pub fn of(page: &str) -> Self {
        let mut head = Head::default();
        for piece in scan(page) {
            match piece {
                Piece::Open(tag) if tag.name == "meta" => head.meta(page, &tag),
                Piece::Open(tag) if tag.name == "link" => head.link(page, &tag),
                Piece::Raw(tag, range) if is_data(page, &tag) => head.data(&page[range]),
                _ => {}
            }
        }
        head
    }

    fn meta(&mut self, page: &str, tag: &Tag) {
        let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|of| value(page, tag, of));
        let content = value(page, tag, "content").filter(|content| !content.is_empty());
        if let Some((name, content)) = name.zip(content) {
            self.metas.push((name.to_ascii_lowercase(), content));
        }
    }

    fn link(&mut self, page: &str, tag: &Tag) {
        let is_canonical = value(page, tag, "rel").is_some_and(|kinds| {
            kinds.split_ascii_whitespace().any(|kind| kind.eq_ignore_ascii_case("canonical"))
        });
        self.canonical.extend(value(page, tag, "href").filter(|_| is_canonical));
    }

    /// Takes the objects that a script carries as data, if it is JSON.
    fn data(&mut self, script: &str) {
        let Ok(value) = serde_json::from_str::<Value>(script.trim()) else {
            self.broken.push(script.to_owned());
            return;
        };
        for (found, kinds) in [(&mut self.report, REPORTS), (&mut self.page, PAGES)] {
            if found.is_empty() {
                *found = object_in(&value, kinds).cloned().unwrap_or_default();
            }
        }
    }

    /// The address of the page: the canonical one, else that of Open Graph. What is none is said in a remark.
    pub fn url(&self, remarks: &mut Vec<String>) -> Option<String> {
        let named = self.metas.iter().filter(|(name, _)| name == "og:url").map(|(_, content)| content);
        let given: Vec<&String> = self.canonical.iter().chain(named).collect();
        let kept = given.iter().find_map(|url| address::of_page(url)).map(str::to_owned);
        if kept.is_none()
            && let Some(first) = given.first()
        {
            let shown = shortened(first);
            remarks.push(format!("the page's address is not one of the web and was left out: {shown}"));
        }
        kept
    }

    /// What the page calls its site.
    pub fn outlet(&self) -> Option<String> {
        let publisher = self.report.get("publisher").and_then(name_of);
        self.content(OUTLET).map(str::to_owned).or(publisher)
    }

    /// What it says of when it was published, the field that goes first first.
    pub fn published(&self) -> Vec<Field> {
        self.dates(PUBLISHED, "datePublished")
    }

    /// What it says of when it was changed last.
    pub fn modified(&self) -> Vec<Field> {
        self.dates(MODIFIED, "dateModified")
    }

    fn dates(&self, fields: &[&str], key: &str) -> Vec<Field> {
        let in_metas = fields.iter().flat_map(|field| {
            let of_field = self.metas.iter().filter(move |(name, _)| is_named(name, field));
            of_field.map(|(name, content)| (format!("html:{name}"), content.clone()))
        });
        // What the site says of the report itself goes before what it says of the page around it.
        let in_objects = [&self.report, &self.page]
            .into_iter()
            .find_map(|object| object.get(key)?.as_str().filter(|value| !value.is_empty()))
            .into_iter();
        let in_broken = self.broken.iter().filter_map(|script| value_in_broken(script, key));
        let in_scripts =
            in_objects.chain(in_broken).map(|value| (format!("html:json-ld:{key}"), value.to_owned()));
        in_metas.chain(in_scripts).collect()
    }

    fn content(&self, fields: &[&str]) -> Option<&str> {
        fields.iter().find_map(|field| {
            let found = self.metas.iter().find(|(name, _)| name == field)?;
            Some(found.1.as_str())
        })
    }
}

/// Whether a name is that of a field, with hyphens or underscores.
fn is_named(name: &str, field: &str) -> bool {
    name == field || (name.len() == field.len() && name.replace('_', "-") == field)
}

/// Whether an element is a script that carries data.
fn is_data(page: &str, tag: &Tag) -> bool {
    tag.name == "script" && value(page, tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case(DATA))
}

/// The value of an attribute, with its references resolved and without white space around it.
fn value(page: &str, tag: &Tag, name: &str) -> Option<String> {
    attribute(page, tag, name).map(|range| words(page, range, Place::Attribute).text)
}

/// The first text behind a key in data that are no JSON, because of a stray comma or line end.
fn value_in_broken<'a>(script: &'a str, key: &str) -> Option<&'a str> {
    let (_, behind) = script.split_once(&format!("\"{key}\""))?;
    let value = behind.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    value.split_once('"').map(|(value, _)| value)
}

/// The first object of some kinds: the value itself, or one of a list or of a graph.
fn object_in<'a>(value: &'a Value, kinds: &[&str]) -> Option<&'a Map<String, Value>> {
    match value {
        Value::Array(values) => values.iter().find_map(|value| object_in(value, kinds)),
        Value::Object(object) if is_of(object, kinds) => Some(object),
        Value::Object(object) => object.get("@graph").and_then(|graph| object_in(graph, kinds)),
        _ => None,
    }
}

fn is_of(object: &Map<String, Value>, kinds: &[&str]) -> bool {
    let is_name =
        |kind: &Value| kind.as_str().is_some_and(|name| kinds.iter().any(|end| name.ends_with(end)));
    match object.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_name),
        Some(kind) => is_name(kind),
        None => false,
    }
}

/// The name of somebody: a text, an object with a name, or the first of a list of those.
fn name_of(value: &Value) -> Option<String> {
    let name = match value {
        Value::String(name) => name.trim().to_owned(),
        Value::Object(object) => object.get("name")?.as_str()?.trim().to_owned(),
        Value::Array(values) => values.first().filter(|first| !first.is_array()).and_then(name_of)?,
        _ => return None,
    };
    (!name.is_empty()).then_some(name)
}
