//! The extractors of the crates `trafilatura` and `libreadability`.

use super::article::{Article, ArticleExtractor};
use super::paragraphs::paragraphs;
use trafilatura::{HtmlDateMode, Options, extract};
use url::Url;

/// What is named in findings; a test holds the version against `Cargo.lock`.
const TRAFILATURA: &str = "trafilatura 0.6.0";
const READABILITY: &str = "libreadability 0.3.0";

/// Takes articles out of pages by rules, and by the methods of Readability and jusText where those find more.
///
/// Comments of readers are left out. What the page says of itself is read by our own rules (`head`, `published`): the
/// crate does not tell which field gave a date, and takes the last change for the publication.
#[derive(Debug, Clone, Copy, Default)]
pub struct Trafilatura;

impl ArticleExtractor for Trafilatura {
    fn name(&self) -> &'static str {
        TRAFILATURA
    }

    fn extract(&self, html: &str, url: Option<&str>) -> Option<Article> {
        let found = extract(html, &options(url)).ok()?;
        Some(Article { paragraphs: paragraphs(&found.content_html) })
    }
}

/// Takes articles out of pages as the reader view of browsers does: by points for paragraphs and what holds them. Faster,
/// and less exact about what surrounds an article.
#[derive(Debug, Clone, Copy, Default)]
pub struct Readability;

impl ArticleExtractor for Readability {
    fn name(&self) -> &'static str {
        READABILITY
    }

    fn extract(&self, html: &str, url: Option<&str>) -> Option<Article> {
        let found = libreadability::extract(html, url.filter(|url| Url::parse(url).is_ok())).ok()?;
        Some(Article { paragraphs: paragraphs(&found.content) })
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
    fn the_names_have_the_versions_that_are_built_in() {
        let lock = include_str!("../../../../Cargo.lock");
        for name in [TRAFILATURA, READABILITY] {
            let (crate_name, version) = name.split_once(' ').expect("a name and a version");
            let entry = format!("name = \"{crate_name}\"\nversion = \"{version}\"\n");
            assert!(lock.contains(&entry), "Cargo.lock has another version than {name}");
        }
    }
}
