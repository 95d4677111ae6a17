//! What an extractor of articles is, and how it is kept from doing harm.

use super::limits;
use crate::refusal::Refusal;

/// Bytes of stack for an extractor. Walks over a page call themselves once a level, and [`limits`] allows
/// some hundred levels; without optimisation each may need tens of kilobytes. Only what is used is taken.
const STACK_BYTES: usize = 256 << 20;

/// What an extractor found in a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The paragraphs of the account, each without line ends at its ends, none empty. Their words are looked for in the
    /// page; those that are not found there do not count.
    pub paragraphs: Vec<String>,
}

/// Takes the article out of a web page.
pub trait ArticleExtractor: Sync {
    /// The program with its version, as findings name it.
    fn name(&self) -> &str;

    /// The article of a page; nothing where the page has none. `url` is the address that the page was
    /// fetched from, where that is known.
    fn extract(&self, html: &str, url: Option<&str>) -> Option<Article>;
}

/// Runs an extractor on a page that is within the limits. A panic in it costs this page only.
pub fn extract_guarded(html: &str, extractor: &dyn ArticleExtractor) -> Result<Option<Article>, Refusal> {
    std::thread::scope(|scope| {
        let work = || {
            limits::check(html)?;
            Ok(extractor.extract(html, None))
        };
        let thread = std::thread::Builder::new()
            .name("page".to_owned())
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, work)
            .map_err(|_| Refusal::new("no memory left to read the page", "read fewer pages at once"))?;
        thread.join().unwrap_or_else(|_| {
            Err(Refusal::new(
                format!("the extractor ({}) broke down on this page", extractor.name()),
                "save the text of the report as plain text",
            ))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Breaking;

    impl ArticleExtractor for Breaking {
        fn name(&self) -> &str {
            "breaking 1.0"
        }

        fn extract(&self, html: &str, _: Option<&str>) -> Option<Article> {
            std::panic::resume_unwind(Box::new(html.len()))
        }
    }

    #[test]
    fn a_panic_is_a_refusal() {
        let refusal = extract_guarded("<p>Port shut", &Breaking).expect_err("it breaks down");
        assert_eq!(refusal.reason, "the extractor (breaking 1.0) broke down on this page");
    }
}
