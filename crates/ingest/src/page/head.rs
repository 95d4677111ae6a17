//! What a page says of itself, in the places where pages say it, each with the field that said so.
//!
//! Only metadata count. A date in the text, in an address or in a copyright notice may be anybody's.

use crate::address;
use crate::dates;
use crate::record::shortened;
use serde_json::{Map, Value};
use stemma::model::DateEvidence;
use trafilatura::dom::Document;

/// Fields of `<meta>` for the day of publication (attributes `property`, `name` or `itemprop`), the one that
/// goes first first: Open Graph, schema.org, Dublin Core, and what the great publishing systems write.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_date",
    "publication_date",
    "pubdate",
    "date",
];

/// The same for the day of the last change.
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "article:modified",
    "article.updated",
    "dc.date.modified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
    "revised",
];

/// The same for the name of the site.
const OUTLET: &[&str] = &["og:site_name", "dc.publisher", "dcterms.publisher", "application-name"];

/// The same for the author.
const AUTHOR: &[&str] = &["author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator"];

/// Kinds of schema.org object that are about a report: their names end so (`NewsArticle`, `BlogPosting`).
const REPORTS: [&str; 2] = ["Article", "Posting"];

/// What a page says of itself.
pub struct Head {
    /// Names in small letters and contents, in the order of the page.
    metas: Vec<(String, String)>,
    /// The addresses that the page calls its canonical ones.
    canonical: Vec<String>,
    /// The first object about a report that scripts carry as data.
    report: Map<String, Value>,
    /// What was left out.
    pub remarks: Vec<String>,
}

impl Head {
    /// Reads the head of a page.
    pub fn of(page: &Document) -> Self {
        let attribute = |id, name| page.get_attribute(id, name);
        let mut metas = Vec::new();
        for id in page.query_selector_all(page.root(), "meta[content]") {
            let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|of| attribute(id, of));
            let content = attribute(id, "content").unwrap_or_default();
            if let Some(name) = name.filter(|_| !content.trim().is_empty()) {
                metas.push((name.trim().to_ascii_lowercase(), content.trim().to_owned()));
            }
        }
        let links = page.query_selector_all(page.root(), "link[rel~=canonical]");
        Head {
            metas,
            canonical: links.into_iter().filter_map(|id| attribute(id, "href")).collect(),
            report: report_in_scripts(page),
            remarks: Vec::new(),
        }
    }

    /// The address of the page: the canonical one, else that of Open Graph.
    pub fn url(&mut self) -> Option<String> {
        let named = self.metas.iter().filter(|(name, _)| name == "og:url").map(|(_, content)| content);
        let given: Vec<String> = self.canonical.iter().chain(named).cloned().collect();
        let kept = given.iter().find_map(|url| address::of_page(url)).map(str::to_owned);
        if kept.is_none()
            && let Some(first) = given.first()
        {
            let shown = shortened(first);
            self.remarks.push(format!("the page's address is not one of the web and was left out: {shown}"));
        }
        kept
    }

    /// What the page calls its site.
    pub fn outlet(&self) -> Option<String> {
        let publisher = self.report.get("publisher").and_then(name_of);
        self.content(OUTLET).map(|(_, content)| content.to_owned()).or(publisher)
    }

    /// Whom the page names as author.
    pub fn author(&self) -> Option<String> {
        let author = self.report.get("author").and_then(name_of);
        self.content(AUTHOR).map(|(_, content)| content.to_owned()).or(author)
    }

    /// When the page says that it was published.
    pub fn published(&mut self) -> Option<DateEvidence> {
        self.date(PUBLISHED, "datePublished")
    }

    /// When it says that it was changed last.
    pub fn modified(&mut self) -> Option<DateEvidence> {
        self.date(MODIFIED, "dateModified")
    }

    /// The first field that gives a date. Of those that give something else, the first is said, if none does.
    fn date(&mut self, fields: &[&str], key: &str) -> Option<DateEvidence> {
        let in_metas = fields.iter().flat_map(|field| {
            let of_field = self.metas.iter().filter(move |(name, _)| name == field);
            of_field.map(|(name, content)| (format!("html:{name}"), content.as_str()))
        });
        let in_script = self.report.get(key).and_then(Value::as_str);
        let given: Vec<(String, &str)> =
            in_metas.chain(in_script.map(|value| (format!("html:json-ld:{key}"), value))).collect();
        for (method, value) in &given {
            if let Some(value) = dates::iso(value) {
                return Some(DateEvidence { value, method: method.clone() });
            }
        }
        let (method, value) = given.first()?;
        self.remarks.push(format!("{method} is not an ISO date and was left out: {}", shortened(value)));
        None
    }

    fn content(&self, fields: &[&str]) -> Option<(&str, &str)> {
        fields.iter().find_map(|field| {
            let found = self.metas.iter().find(|(name, _)| name == field)?;
            Some((found.0.as_str(), found.1.as_str()))
        })
    }
}

/// The first object about a report in the scripts of type JSON-LD; none is an empty one.
fn report_in_scripts(page: &Document) -> Map<String, Value> {
    page.scripts_with_type(&["application/ld+json"])
        .into_iter()
        .filter_map(|id| serde_json::from_str(&page.text_content(id)).ok())
        .find_map(report_in)
        .unwrap_or_default()
}

/// An object about a report: the value itself, or one of a list or of a graph.
fn report_in(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Array(values) => values.into_iter().find_map(report_in),
        Value::Object(object) if is_report(&object) => Some(object),
        Value::Object(mut object) => object.remove("@graph").and_then(report_in),
        _ => None,
    }
}

fn is_report(object: &Map<String, Value>) -> bool {
    let is_name =
        |kind: &Value| kind.as_str().is_some_and(|name| REPORTS.iter().any(|end| name.ends_with(end)));
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
