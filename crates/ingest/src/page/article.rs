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

/// What an extractor gives with fewer characters may be a remark above a report that it did not see; then the next one
/// is asked, too. Three of 511 pages of WCXB defeat one of two extractors, and never both.
const LITTLE_CHARACTERS: usize = 250;

/// Runs extractors on a page, if it is within the limits: the first, and the next where it finds little; the one that finds
/// most holds, and its name is given. A panic costs this page only.
pub fn extract_guarded<'a>(
    html: &str,
    extractors: &[&'a dyn ArticleExtractor],
) -> Result<Option<(Article, &'a str)>, Refusal> {
    let broken = |extractor: &dyn ArticleExtractor| {
        Refusal::new(
            format!("the extractor ({}) broke down on this page", extractor.name()),
            "save the text of the report as plain text",
        )
    };
    on_large_stack(|| limits::check(html)).unwrap_or_else(|| Err(broken(extractors[0])))?;
    let mut best: Option<(usize, Article, &str)> = None;
    for extractor in extractors {
        let found = on_large_stack(|| Ok(extractor.extract(html, None)));
        let Some(article) = found.unwrap_or_else(|| Err(broken(*extractor)))? else {
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

/// Does some work on a thread with a stack for deep pages; nothing where it panics.
fn on_large_stack<T: Send>(work: impl FnOnce() -> Result<T, Refusal> + Send) -> Option<Result<T, Refusal>> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name("page".to_owned())
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, work);
        match thread {
            Ok(thread) => thread.join().ok(),
            Err(_) => Some(Err(Refusal::new("no memory left to read the page", "read fewer pages at once"))),
        }
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
        let refusal = extract_guarded("<p>Port shut", &[&Breaking]).expect_err("it breaks down");
        assert_eq!(refusal.reason, "the extractor (breaking 1.0) broke down on this page");
    }

    struct Finding(&'static str, &'static str);

    impl ArticleExtractor for Finding {
        fn name(&self) -> &str {
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
            let (first, second) = (Finding("first", first), Finding("second", second));
            let found = extract_guarded("<p>", &[&first, &second]).expect("none breaks down");
            found.map(|(article, name)| (article.paragraphs.concat().len(), name.to_owned()))
        };
        assert_eq!(asked(long, long), Some((330, "first".to_owned())));
        assert_eq!(asked("Port", long), Some((330, "second".to_owned())));
        assert_eq!(asked("Port shut", "Port"), Some((9, "first".to_owned())));
        assert_eq!(asked("", "Port"), Some((4, "second".to_owned())));
        assert_eq!(asked("", ""), None);
    }
}
