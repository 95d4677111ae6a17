//! One web page into one source: its article, without what surrounds it, and what its head says of it.
//!
//! An extractor says which paragraphs are the article, not where they stand. They are looked for in the text that the
//! page shows (`shown`, `placed`), and the text of the report is written from there (`written`), so that every
//! character of it leads back to its bytes in the page.

mod article;
mod attributes;
mod bounds;
mod charset;
mod comments;
mod day;
mod extractor;
mod head;
mod letters;
mod limits;
mod paragraphs;
mod placed;
mod published;
mod references;
mod scan;
mod shown;
mod shown_days;
mod title;
mod written;

pub use article::{Article, ArticleExtractor};
pub use charset::{decode_page, of_label};
pub use day::of_field as date_of_field;
pub use extractor::{Readability, Trafilatura};
pub use references::{Place, reference};

use crate::decode::{Decoded, with_control_characters};
use crate::format::{self, Markup};
use crate::outlets::{Outlet, Outlets};
use crate::refusal::{Refusal, with_separators};
use crate::{Pile, address, mapped};
use head::Head;
use stemma::model::{Derivation, OriginalMap, Sha256, Source};

/// The shortest text that counts as an article, in characters: what Readability counts as a paragraph. The
/// shortest flash of an agency is twice as long, a label of a menu shorter.
const LEAST_CHARACTERS: usize = 25;

/// The source of one decoded page, or why it gives none.
pub fn read_page(
    name: &str,
    original_sha256: Sha256,
    page: Decoded,
    extractors: &[&'static dyn ArticleExtractor],
    outlets: &Outlets,
) -> Pile {
    let mut remarks = page.remarks;
    let (article, extractor) = match article(&page.text, extractors) {
        Ok(found) => found,
        Err(refusal) => return Pile::of_refusal(name, refusal),
    };
    let head = Head::of(&page.text);
    let url = head.url(&mut remarks).or_else(|| comments::saved_from(&page.text));
    let shown = shown::shown(&page.text);
    let named = head.outlet();
    let headline = title::headline(&shown, named.as_deref());
    let title = headline.as_ref().map(|headline| &headline.text);
    let written = written::written(&shown, title, &article.paragraphs);
    if written.characters < LEAST_CHARACTERS {
        return Pile::of_refusal(name, no_article());
    }
    if written.missing > 0 {
        remarks.push(format!(
            "{} bytes of what the extractor gave stand nowhere in the text of the page and were left out",
            with_separators(written.missing as u64)
        ));
    }
    let place = headline.and_then(|headline| headline.place);
    let shown_days = shown_days::shown_days(&shown, place, written.place);
    let captured = comments::captured(&page.text);
    let dates = published::dates(&head, &shown_days, url.as_deref(), captured.as_ref(), &mut remarks);
    let mapped = mapped::through(&written.text, &page.map);
    let decoded = match with_control_characters(Decoded {
        text: mapped.text,
        map: mapped.map,
        encoding: page.encoding,
        remarks,
    }) {
        Ok(decoded) => decoded,
        Err(refusal) => return Pile::of_refusal(name, refusal),
    };
    let host = url.as_deref().and_then(address::host);
    let Outlet { name: outlet, owner } = outlets.of(host.as_deref(), named);
    let source = Source {
        name: name.to_owned(),
        record_id: None,
        original_sha256,
        encoding: decoded.encoding.to_owned(),
        text: decoded.text,
        derivation: Derivation::Extracted { extractor: extractor.to_owned() },
        map: decoded.map,
        outlet,
        owner,
        url,
        published: dates.published,
        modified: dates.modified,
        captured,
    };
    Pile::of(source, decoded.remarks)
}

/// All text that a page shows, furniture and all, with the way back to its bytes; nothing where the bytes are no text.
pub fn shown_text(bytes: Vec<u8>) -> Option<(String, OriginalMap)> {
    let page = decode_page(bytes, None).ok()?;
    let whole = mapped::through(&shown::shown(&page.text).text, &page.map);
    Some((whole.text, whole.map))
}

fn article(
    page: &str,
    extractors: &[&'static dyn ArticleExtractor],
) -> Result<(Article, &'static str), Refusal> {
    if let Some(Markup::Other(refusal)) = format::markup(page) {
        return Err(refusal);
    }
    article::extract_guarded(page, extractors)?.ok_or_else(no_article)
}

fn no_article() -> Refusal {
    Refusal::new("no article text found", "save the text of the report as plain text")
}
