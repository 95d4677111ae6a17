//! What an extractor of articles is, and how it is kept from doing harm.

use super::limits;
use crate::refusal::Refusal;
use crate::time_limit::{Ended, within};
use std::sync::Arc;
use std::time::Duration;

/// What an extractor found in a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The paragraphs of the account, each without line ends at its ends, none empty. Their words are looked for in the
    /// page; those that are not found there do not count.
    pub paragraphs: Vec<String>,
}

/// Takes the article out of a web page.
pub trait ArticleExtractor: Send + Sync {
    /// The program with its version, as findings name it.
    fn name(&self) -> &'static str;

    /// The article of a page; nothing where the page has none. `url` is the address that the page was
    /// fetched from, where that is known.
    fn extract(&self, html: &str, url: Option<&str>) -> Option<Article>;
}

/// What an extractor gives with fewer characters may be a remark above a report that it did not see; then the next one
/// is asked, too. Three of 511 pages of WCXB defeat one of two extractors, and never both.
const LITTLE_CHARACTERS: usize = 250;

/// The time for each step on a page. A page of the usual kind takes a hundredth of a second, the largest ones that the limits
/// allow some seconds.
const MOST_TIME: Duration = Duration::from_secs(60);

/// Runs extractors on a page, if it is within the limits: the first, and the next where it finds little; the one that finds
/// most holds, and its name is given. A panic, or an extractor that does not end, costs this page only.
pub fn extract_guarded(
    html: &str,
    extractors: &[&'static dyn ArticleExtractor],
) -> Result<Option<(Article, &'static str)>, Refusal> {
    extract_within(MOST_TIME, html, extractors)
}

fn extract_within(
    limit: Duration,
    html: &str,
    extractors: &[&'static dyn ArticleExtractor],
) -> Result<Option<(Article, &'static str)>, Refusal> {
    let html: Arc<str> = html.into();
    let checked = Arc::clone(&html);
    within(limit, move || limits::check(&checked))
        .map_err(|ended| refusal(ended, extractors[0].name(), limit))??;
    let mut best: Option<(usize, Article, &str)> = None;
    for &extractor in extractors {
        let page = Arc::clone(&html);
        let found = within(limit, move || extractor.extract(&page, None));
        let Some(article) = found.map_err(|ended| refusal(ended, extractor.name(), limit))? else {
            continue;
        };
        let characters = article.paragraphs.iter().map(|paragraph| paragraph.chars().count()).sum();
        if best.as_ref().is_none_or(|(most, ..)| *most < characters) {
            best = Some((characters, article, extractor.name()));
        }
        if characters >= LITTLE_CHARACTERS {
            break;
        }
    }
    Ok(best.map(|(_, article, name)| (article, name)))
}

fn refusal(ended: Ended, name: &str, limit: Duration) -> Refusal {
    let save = "save the text of the report as plain text";
    match ended {
        Ended::Broken => Refusal::new(format!("the extractor ({name}) broke down on this page"), save),
        Ended::TooLong => {
            let seconds = limit.as_secs();
            Refusal::new(format!("given up: the extractor ({name}) was not done in {seconds} seconds"), save)
        }
        Ended::NotBegun => Refusal::new("no memory left to read the page", "read fewer pages at once"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Breaking;

    impl ArticleExtractor for Breaking {
        fn name(&self) -> &'static str {
            "breaking 1.0"
        }

        fn extract(&self, html: &str, _: Option<&str>) -> Option<Article> {
            std::panic::resume_unwind(Box::new(html.len()))
        }
    }

    #[test]
    fn a_panic_is_a_refusal() {
        let refusal = extract_guarded("<p>Port shut", &[&Breaking]).expect_err("it breaks down");
        assert_eq!(refusal.reason, "the extractor (breaking 1.0) broke down on this page");
    }

    struct Waiting;

    impl ArticleExtractor for Waiting {
        fn name(&self) -> &'static str {
            "waiting 1.0"
        }

        fn extract(&self, _: &str, _: Option<&str>) -> Option<Article> {
            std::thread::sleep(Duration::from_secs(5));
            None
        }
    }

    #[test]
    fn what_does_not_end_is_given_up() {
        let limit = Duration::from_millis(200);
        let refusal = extract_within(limit, "<p>Port shut", &[&Waiting]).expect_err("it waits");
        assert_eq!(refusal.reason, "given up: the extractor (waiting 1.0) was not done in 0 seconds");
    }

    struct Finding(&'static str, &'static str);

    impl ArticleExtractor for Finding {
        fn name(&self) -> &'static str {
            self.0
        }

        fn extract(&self, _: &str, _: Option<&str>) -> Option<Article> {
            (!self.1.is_empty()).then(|| Article { paragraphs: vec![self.1.to_owned()] })
        }
    }

    #[test]
    fn the_next_extractor_is_asked_where_one_finds_little() {
        let long = "Port shut. ".repeat(30).leak();
        let asked = |first, second| {
            let extractors = [("first", first), ("second", second)]
                .map(|(name, finds)| &*Box::leak(Box::new(Finding(name, finds))) as &dyn ArticleExtractor);
            let found = extract_guarded("<p>", &extractors).expect("none breaks down");
            found.map(|(article, name)| (article.paragraphs.concat().len(), name.to_owned()))
        };
        assert_eq!(asked(long, long), Some((330, "first".to_owned())));
        assert_eq!(asked("Port", long), Some((330, "second".to_owned())));
        assert_eq!(asked("Port shut", "Port"), Some((9, "first".to_owned())));
        assert_eq!(asked("", "Port"), Some((4, "second".to_owned())));
        assert_eq!(asked("", ""), None);
    }
}
