//! Does a line label a list, a menu entry, a section, or a button that sends a page on?

use super::line_words::{holds, lower_words};

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
    "see all",
    "see also",
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

/// A label or menu entry: in full, or made of the words that such labels are made of.
pub(super) fn is_menu(line: &str) -> bool {
    if line.ends_with(['.', '!', '?', '"']) && !line.ends_with("...") {
        return false;
    }
    let words = lower_words(line);
    !words.is_empty()
        && words.len() <= 8
        && (holds(MENU, &words.join(" ")) || labels_list(&words) || shares(&words))
}

/// Whether a line is the name of a section and nothing else.
pub(super) fn is_section(line: &str) -> bool {
    holds(SECTIONS, &lower_words(line).join(" "))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        for list in [
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
    fn labels_of_lists_are_known_by_their_words_also_in_new_order() {
        for line in [
            "Latest News",
            "Most read this week",
            "More top stories",
            "Today's headlines",
            "Trending now",
            "Related Articles:",
        ] {
            assert!(is_menu(line), "{line}");
        }
        for line in [
            "The story so far",
            "News of the arrest spread",
            "He read the news.",
            "More ferries",
            "Top of the league",
        ] {
            assert!(!is_menu(line), "{line}");
        }
    }
}
