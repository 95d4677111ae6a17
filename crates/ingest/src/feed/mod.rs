//! Feeds into sources, one an item: RSS 0.9 to 2.0, Atom, JSON Feed.
//!
//! A source has the name of its feed with the number of its item (`feed.xml#3`), the hash of the bytes of its item, and
//! a map that leads to them. The text is the fullest that an item has; markup in it is stripped as in a page.

mod item;
mod json;
mod time;
mod xml;

pub use json::read_json_feed;
pub use xml::read_feed;

/// The first elements of feeds.
const ROOTS: [&str; 4] = ["rss", "feed", "rdf:rdf", "atom:feed"];

/// Whether a text begins as a feed in XML does.
pub fn is_feed(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
            match rest.find(['[', '>']) {
                Some(at) if rest[at..].starts_with('[') => "]>",
                _ => ">",
            }
        } else {
            break;
        };
        match rest.find(end) {
            Some(at) => rest = rest[at + end.len()..].trim_start(),
            None => return false,
        }
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric() && c != ':').unwrap_or(tag.len())];
    ROOTS.iter().any(|root| root.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_known_by_its_first_element() {
        for feed in [
            "<rss version='2.0'>",
            "\u{feff} <?xml version='1.0'?>\n<!-- by hand --><feed xmlns='x'>",
            "<?xml version='1.0'?><rdf:RDF>",
            "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>",
        ] {
            assert!(is_feed(feed), "{feed}");
        }
        for other in ["<html>", "<?xml version='1.0'?><feedback/>", "<!-- <rss>", "feed", "<?xml", ""] {
            assert!(!is_feed(other), "{other}");
        }
    }
}
