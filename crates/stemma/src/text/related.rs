//! Does a line point to another text ("Read more: ...")?

use super::line_words::{holds, lower_words};

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

/// "Read more: ...", "Watch: Ferry leaves port".
pub(super) fn is_pointer(line: &str) -> bool {
    let Some((label, rest)) = line.split_once([':', '|', '»']) else {
        return false;
    };
    let label = lower_words(label).join(" ");
    let has_headline =
        lower_words(rest).len() >= 2 && !rest.trim_end().ends_with(['.', '!', '"', '\u{201d}']);
    !rest.trim().is_empty() && (holds(POINTERS, &label) || has_headline && holds(SHOWS, &label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(POINTERS.is_sorted() && SHOWS.is_sorted());
    }

    #[test]
    fn a_weak_label_points_only_to_a_headline() {
        assert!(is_pointer("Read more: the ferry sank."));
        assert!(is_pointer("Watch: Ferry leaves port"));
        assert!(!is_pointer("Watch: it will sink, she said."));
        assert!(!is_pointer("Velmora: Ferry leaves port"));
    }
}
