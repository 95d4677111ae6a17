//! Does a line, by its own words and form, belong to the page and not to the report?

use super::blocks::without_bullet;
use super::byline::{is_byline, is_name};
use super::caption::is_caption;
use super::date_line::{DateLine, reads_as_date};
use super::line_words::{holds, lower_words};
use super::promotion::is_promotion;
use crate::model::FurnitureKind;

/// Furniture is short: longer blocks are text, whatever they begin with. In bytes.
pub(super) const LONGEST: usize = 600;

/// Labels before a colon that point to another text, whatever stands behind them.
const POINTERS: &[&str] = &[
    "also on",
    "also read",
    "also see",
    "don't miss",
    "from our archive",
    "from the archive",
    "from the archives",
    "further reading",
    "latest news",
    "more",
    "more about this",
    "more from us",
    "more headlines",
    "more news",
    "more on this",
    "more on this story",
    "more stories",
    "must read",
    "read also",
    "read also on",
    "read more",
    "read more about",
    "read more here",
    "read more on",
    "read more on this",
    "read next",
    "recommended",
    "recommended for you",
    "recommended reading",
    "related",
    "related article",
    "related articles",
    "related content",
    "related coverage",
    "related news",
    "related post",
    "related posts",
    "related stories",
    "related story",
    "related topics",
    "see also",
    "see more",
    "similar stories",
    "suggested",
    "top stories",
    "trending",
    "trending now",
    "you may also like",
    "you might also like",
];

/// Labels before a colon that introduce a headline of another text, or a film or a gallery; they open
/// sentences too, so that what follows must be a headline.
const SHOWS: &[&str] = &[
    "gallery",
    "in pics",
    "in pictures",
    "in video",
    "interactive",
    "listen",
    "listen now",
    "live",
    "live blog",
    "live updates",
    "photo gallery",
    "photos",
    "pictures",
    "podcast",
    "read",
    "slideshow",
    "video",
    "watch",
    "watch live",
    "watch now",
];

/// Lines that are a menu entry or the label of a list, in full.
const MENU: &[&str] = &[
    "about the author",
    "about us",
    "add a comment",
    "add comment",
    "all comments",
    "back to top",
    "close",
    "comment",
    "comments",
    "comments are closed",
    "contact us",
    "continue reading",
    "continue reading the main story",
    "copy link",
    "don't miss",
    "editor's choice",
    "editor's pick",
    "editor's picks",
    "editors' choice",
    "editors' picks",
    "email this",
    "first published",
    "follow us",
    "from around the web",
    "from the web",
    "go to top",
    "home page",
    "homepage",
    "in this article",
    "in this story",
    "join the conversation",
    "join the discussion",
    "jump to content",
    "keep reading",
    "leave a comment",
    "leave a reply",
    "load more",
    "loading",
    "log in",
    "login",
    "menu",
    "more from this section",
    "more in this section",
    "more on this",
    "more on this topic",
    "newsletters",
    "next",
    "next article",
    "next page",
    "next post",
    "next story",
    "no comments",
    "no comments yet",
    "on the web",
    "page not found",
    "post a comment",
    "post comment",
    "post navigation",
    "previous",
    "previous article",
    "previous page",
    "previous post",
    "previous story",
    "print this",
    "print this page",
    "read full article",
    "read full story",
    "read more",
    "read more here",
    "read next",
    "read the full article",
    "read the full story",
    "register",
    "reply",
    "save article",
    "scroll down",
    "search",
    "see also",
    "see all",
    "see more",
    "share",
    "share article",
    "share this",
    "share this article",
    "share this page",
    "share this post",
    "share this story",
    "share this with",
    "share your thoughts",
    "show comments",
    "show more",
    "sign in",
    "site map",
    "sitemap",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "story continues below",
    "table of contents",
    "tags",
    "top of page",
    "topics",
    "view all",
    "view comments",
    "view more",
    "what's hot",
    "what's next",
    "what's trending",
    "write a comment",
    "you may also like",
    "you may have missed",
    "you might also like",
];

/// Names of sections. They head chapters of a report too, so they count above and below it only.
const SECTIONS: &[&str] = &[
    "africa",
    "americas",
    "analysis",
    "art",
    "arts",
    "asia",
    "asia pacific",
    "australia",
    "books",
    "business",
    "canada",
    "china",
    "cities",
    "climate",
    "comment",
    "community",
    "crime",
    "culture",
    "debate",
    "economy",
    "editorial",
    "education",
    "elections",
    "entertainment",
    "environment",
    "europe",
    "fashion",
    "features",
    "film",
    "finance",
    "food",
    "football",
    "global",
    "headlines",
    "health",
    "home",
    "india",
    "international",
    "investigations",
    "latin america",
    "law",
    "life",
    "lifestyle",
    "local",
    "local news",
    "magazine",
    "markets",
    "media",
    "middle east",
    "money",
    "music",
    "nation",
    "national",
    "nature",
    "news",
    "obituaries",
    "opinion",
    "people",
    "photos",
    "politics",
    "property",
    "regional",
    "religion",
    "russia",
    "science",
    "society",
    "sport",
    "sports",
    "style",
    "tech",
    "technology",
    "television",
    "top news",
    "travel",
    "tv",
    "uk",
    "uk news",
    "us",
    "us news",
    "video",
    "videos",
    "war",
    "weather",
    "world",
    "world news",
];

/// What lists of other texts are made of.
const LISTED: &[&str] = &[
    "article",
    "articles",
    "content",
    "coverage",
    "galleries",
    "headlines",
    "items",
    "links",
    "news",
    "photos",
    "pictures",
    "posts",
    "reading",
    "reads",
    "stories",
    "story",
    "topics",
    "updates",
    "videos",
];

/// How such a list chooses them.
const CHOSEN: &[&str] = &[
    "breaking",
    "commented",
    "featured",
    "hot",
    "hottest",
    "last",
    "latest",
    "more",
    "most",
    "new",
    "newest",
    "other",
    "our",
    "popular",
    "promoted",
    "read",
    "recent",
    "recommended",
    "related",
    "shared",
    "similar",
    "suggested",
    "today's",
    "top",
    "trending",
    "viewed",
    "watched",
];

/// Words that join the two.
const LIST_JOINTS: &[&str] = &[
    "all", "and", "for", "from", "in", "now", "of", "on", "our", "right", "section", "site", "the",
    "this", "to", "today", "week", "world", "you",
];

/// Buttons that send a page on.
const SHARING: &[&str] = &[
    "comment",
    "comments",
    "copy",
    "e-mail",
    "email",
    "facebook",
    "flipboard",
    "instagram",
    "like",
    "likes",
    "link",
    "linkedin",
    "mail",
    "messenger",
    "pin",
    "pinterest",
    "pocket",
    "print",
    "reddit",
    "rss",
    "save",
    "share",
    "shares",
    "telegram",
    "tumblr",
    "tweet",
    "tweets",
    "twitter",
    "views",
    "vk",
    "whatsapp",
    "x",
    "youtube",
];

const SHARING_JOINTS: &[&str] = &[
    "a", "article", "by", "friend", "on", "or", "page", "post", "story", "this", "to", "via",
    "with",
];

/// What a line is wherever it stands; none where it may belong to the report.
pub(super) fn recognise(line: &str) -> Option<FurnitureKind> {
    let plain = without_bullet(line).unwrap_or(line);
    if line.len() > LONGEST {
        return None;
    }
    if is_promotion(plain) {
        Some(FurnitureKind::Promotion)
    } else if reads_as_date(plain) == Some(DateLine::Anywhere) {
        Some(FurnitureKind::DateLine)
    } else if is_caption(plain) {
        Some(FurnitureKind::Caption)
    } else if is_byline(plain) {
        Some(FurnitureKind::Byline)
    } else if is_pointer(plain) {
        Some(FurnitureKind::Related)
    } else if is_menu(plain) {
        Some(FurnitureKind::Navigation)
    } else {
        of_segments(plain, false)
    }
}

/// What a line is above or below the report, where nothing of the report is expected.
pub(super) fn recognise_outside_body(line: &str) -> Option<FurnitureKind> {
    let plain = without_bullet(line).unwrap_or(line);
    if line.len() > LONGEST {
        return None;
    }
    recognise(line)
        .or_else(|| reads_as_date(plain).map(|_| FurnitureKind::DateLine))
        .or_else(|| {
            let words = lower_words(plain).join(" ");
            holds(SECTIONS, &words).then_some(FurnitureKind::Navigation)
        })
        .or_else(|| of_segments(plain, true))
}

/// "Read more: ...", "Watch: Ferry leaves port".
fn is_pointer(line: &str) -> bool {
    let Some((label, rest)) = line.split_once([':', '|', '»']) else {
        return false;
    };
    let label = lower_words(label).join(" ");
    let has_headline =
        lower_words(rest).len() >= 2 && !rest.trim_end().ends_with(['.', '!', '"', '\u{201d}']);
    !rest.trim().is_empty() && (holds(POINTERS, &label) || has_headline && holds(SHOWS, &label))
}

/// A label or menu entry: in full, or made of the words that such labels are made of.
fn is_menu(line: &str) -> bool {
    if line.ends_with(['.', '!', '?', '"']) && !line.ends_with("...") {
        return false;
    }
    let words = lower_words(line);
    !words.is_empty()
        && words.len() <= 8
        && (holds(MENU, &words.join(" ")) || labels_list(&words) || shares(&words))
}

/// "Latest news", "Most read stories this week", "Related articles".
fn labels_list(words: &[String]) -> bool {
    let has = |list: &[&str]| words.iter().any(|word| holds(list, word));
    let list_ends = words
        .iter()
        .all(|word| holds(LISTED, word) || holds(CHOSEN, word) || holds(LIST_JOINTS, word));
    let most = words.len() >= 2 && words[0] == "most" && holds(CHOSEN, &words[1]);
    words.len() >= 2 && list_ends && has(CHOSEN) && (has(LISTED) || most || words[0] == "trending")
}

/// "Share on Facebook", "12 shares Tweet Email", "Facebook Twitter".
fn shares(words: &[String]) -> bool {
    let is_figure = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let buttons = words.iter().filter(|word| holds(SHARING, word)).count();
    let others = words
        .iter()
        .all(|word| holds(SHARING, word) || holds(SHARING_JOINTS, word) || is_figure(word));
    others && (buttons >= 2 || buttons == 1 && words.len() >= 2)
}

/// A line of several short parts ("Home > World > Europe", "Anna Lund | 5 May 2016 | World").
fn of_segments(line: &str, outside_body: bool) -> Option<FurnitureKind> {
    if line.ends_with(['.', '!', '?', '"', ':', ',']) {
        return None;
    }
    let segments: Vec<&str> = line
        .split(['|', '>', '»', '›', '→', '•', '·', '/'])
        .map(str::trim)
        .collect();
    let short = |segment: &&str| (1..=4).contains(&lower_words(segment).len());
    if segments.len() < 2 || segments.len() > 8 {
        return None;
    }
    let any = |fits: &dyn Fn(&str) -> bool| segments.iter().any(|segment| fits(segment));
    let is_section = |segment: &str| holds(SECTIONS, &lower_words(segment).join(" "));
    let dated = any(&|segment| reads_as_date(segment).is_some());
    let signed = any(&is_byline);
    let known = |segment: &&str| {
        reads_as_date(segment).is_some()
            || is_byline(segment)
            || is_section(segment)
            || is_name(segment)
            || short(segment)
    };
    if !segments.iter().all(known) {
        return None;
    }
    if dated {
        Some(FurnitureKind::DateLine)
    } else if signed {
        Some(FurnitureKind::Byline)
    } else if line.contains(['>', '»', '›', '→']) && segments.iter().all(short)
        || outside_body && any(&is_section) && segments.iter().all(short)
    {
        Some(FurnitureKind::Navigation)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use FurnitureKind::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        for list in [
            POINTERS,
            SHOWS,
            MENU,
            SECTIONS,
            LISTED,
            CHOSEN,
            LIST_JOINTS,
            SHARING,
            SHARING_JOINTS,
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn furniture_is_known_by_its_form() {
        for (line, kind) in [
            ("Posted on May 5, 2016", DateLine),
            ("Anna Lund | 5 May 2016 | 10:30", DateLine),
            ("By Anna Lund | Velmora Herald", Byline),
            ("  • Staff and agencies".trim(), Byline),
            ("More news: Ferry runs again", Related),
            ("READ MORE: Why did the ferry sink?", Related),
            ("See also: The harbour in ten pictures.", Related),
            ("Watch: Ferry leaves port", Related),
            ("Latest News", Navigation),
            ("Most read this week", Navigation),
            ("Recommended stories", Navigation),
            ("Related Articles:", Navigation),
            ("Home > World > Europe", Navigation),
            ("Share this article", Navigation),
            ("Share on Facebook", Navigation),
            ("Facebook Twitter Email", Navigation),
            ("Leave a comment", Navigation),
            ("Advertisement", Promotion),
            ("Photo: Anna Lund", Caption),
        ] {
            assert_eq!(recognise(line), Some(kind), "{line}");
        }
    }

    #[test]
    fn what_a_report_may_say_is_not_furniture() {
        for line in [
            "Watch: it will rain, she said.",
            "Live fire was heard in the harbour.",
            "He asked for more news.",
            "More than 40 people read the news.",
            "Share prices fell",
            "World",
            "News of the arrest spread",
            "Either/or",
            "The story so far",
            "Anna Lund",
            "\"Read more books\", she said.",
            "7 p.m.",
            "Related: none.\"".trim_start_matches("Related: "),
        ] {
            assert_eq!(recognise(line), None, "{line}");
        }
    }

    #[test]
    fn above_and_below_the_report_less_is_needed() {
        for (line, kind) in [
            ("World", Navigation),
            ("7 p.m.", DateLine),
            ("World | Europe", Navigation),
        ] {
            assert_eq!(recognise_outside_body(line), Some(kind), "{line}");
        }
    }
}
