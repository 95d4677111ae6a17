//! The extractor that the crate `trafilatura` has.

use super::article::{Article, ArticleExtractor};
use super::paragraphs::paragraphs;
use trafilatura::{HtmlDateMode, Options, extract};
use url::Url;

/// What is named in findings; a test holds the version against `Cargo.lock`.
const NAME: &str = "trafilatura 0.6.0";

/// Takes articles out of pages by rules, and by the methods of Readability and jusText where those find more.
///
/// Comments of readers are left out. What the page says of itself is read by our own rules (`head`, `published`): the
/// crate does not tell which field gave a date, and takes the last change for the publication.
#[derive(Debug, Clone, Copy, Default)]
pub struct Trafilatura;

impl ArticleExtractor for Trafilatura {
    fn name(&self) -> &str {
        NAME
    }

    fn extract(&self, html: &str, url: Option<&str>) -> Option<Article> {
        let found = extract(html, &options(url)).ok()?;
        Some(Article { paragraphs: paragraphs(&found.content_html) })
    }
}

fn options(url: Option<&str>) -> Options {
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    match url.and_then(|url| Url::parse(url).ok()) {
        Some(url) => options.with_url(url),
        None => options,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_has_the_version_that_is_built_in() {
        let lock = include_str!("../../../../Cargo.lock");
        let (crate_name, version) = NAME.split_once(' ').expect("a name and a version");
        let entry = format!("name = \"{crate_name}\"\nversion = \"{version}\"\n");
        assert!(lock.contains(&entry), "Cargo.lock has another version than {NAME}");
    }
}
