//! One web page into one source: its article, without what surrounds it, and what its head says of it.
//!
//! No way leads from the text of an article back to the bytes of its page; the map of such a source has no
//! segments, and its derivation names the extractor.

mod article;
mod attributes;
mod charset;
mod extractor;
mod head;
mod limits;
mod paragraphs;

pub use article::{Article, ArticleExtractor};
pub use charset::decode_page;
pub use extractor::Trafilatura;

use crate::decode::{Decoded, with_control_characters};
use crate::format::{self, Markup};
use crate::outlets::{Outlet, Outlets};
use crate::record::{TITLE_END, begins_with_title};
use crate::refusal::Refusal;
use crate::{Pile, address};
use stemma::model::{Derivation, OriginalMap, Sha256, Source};

/// Between two paragraphs.
const PARAGRAPH_END: &str = "\n\n";

/// The shortest text that counts as an article, in characters: what Readability counts as a paragraph. The
/// shortest flash of an agency is twice as long, a label of a menu shorter.
const LEAST_CHARACTERS: usize = 25;

/// The source of one decoded page, or why it gives none.
pub fn read_page(
    name: &str,
    original_sha256: Sha256,
    page: Decoded,
    extractor: &dyn ArticleExtractor,
    outlets: &Outlets,
) -> Pile {
    let mut remarks = page.remarks;
    let text = match article(&page.text, extractor) {
        Ok(text) => text,
        Err(refusal) => return Pile::of_refusal(name, refusal),
    };
    remarks.extend(text.remarks.iter().cloned());
    let decoded = match with_control_characters(Decoded {
        text: text_of(&text),
        map: OriginalMap::default(),
        encoding: page.encoding,
        remarks,
    }) {
        Ok(decoded) => decoded,
        Err(refusal) => return Pile::of_refusal(name, refusal),
    };
    let host = text.url.as_deref().and_then(address::host);
    let Outlet { name: outlet, owner } = outlets.of(host.as_deref(), text.outlet);
    let source = Source {
        name: name.to_owned(),
        record_id: None,
        original_sha256,
        encoding: decoded.encoding.to_owned(),
        text: decoded.text,
        derivation: Derivation::Extracted { extractor: extractor.name().to_owned() },
        map: decoded.map,
        outlet,
        owner,
        url: text.url,
        published: text.published,
        modified: text.modified,
        captured: None,
    };
    Pile::of(source, decoded.remarks)
}

fn article(page: &str, extractor: &dyn ArticleExtractor) -> Result<Article, Refusal> {
    if let Some(Markup::Other(refusal)) = format::markup(page) {
        return Err(refusal);
    }
    article::extract_guarded(page, extractor)?
        .filter(has_text)
        .ok_or_else(|| Refusal::new("no article text found", "save the text of the report as plain text"))
}

/// A title alone is no article, nor is a stray label.
fn has_text(article: &Article) -> bool {
    let characters: usize = article.paragraphs.iter().map(|paragraph| paragraph.chars().count()).sum();
    characters >= LEAST_CHARACTERS
}

/// Title, empty line, paragraphs with an empty line between each two.
fn text_of(article: &Article) -> String {
    let body = article.paragraphs.join(PARAGRAPH_END);
    match &article.title {
        Some(title) if !begins_with_title(&body, title) => format!("{title}{TITLE_END}{body}"),
        _ => body,
    }
}
