//! Which form have these bytes: records, a web page, or plain text? Told by the end of the name and by how
//! they begin; where the two disagree, the bytes decide what they can.

use crate::feed;
use crate::format::{self, Markup};
use crate::record::is_object;
use std::ffi::OsStr;
use std::path::Path;

/// How far into a file the mark of a feed in JSON is looked for; it comes first in what programs write.
const FEED_MARK_BYTES: usize = 1024;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One record a line.
    Lines,
    /// One JSON value: a record, or a list of records.
    Json,
    /// Perhaps one JSON value, else plain text.
    JsonOrText,
    /// One row a report; in some only tabs part the cells.
    Table {
        /// Whether the name says so.
        only_tabs: bool,
    },
    /// A feed in XML.
    Feed,
    /// A feed in JSON.
    JsonFeed,
    /// A web page.
    Page,
    /// Plain text, or what is not read.
    Text,
}

/// The form of a file with this path (empty for standard input) that begins with these bytes.
pub fn form(path: &Path, head: &[u8]) -> Form {
    let extension = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "jsonl" | "ndjson" => Form::Lines,
        "json" if is_json_feed(head) => Form::JsonFeed,
        "json" if begins_with_line_of_json(head) => Form::Lines,
        "json" => Form::Json,
        "html" | "htm" | "xhtml" => Form::Page,
        "csv" => Form::Table { only_tabs: false },
        "tsv" | "tab" => Form::Table { only_tabs: true },
        _ => by_content(head),
    }
}

fn by_content(head: &[u8]) -> Form {
    if begins_with_line_of_json(head) {
        return Form::Lines;
    }
    let text = String::from_utf8_lossy(head);
    if feed::is_feed(&text) {
        return Form::Feed;
    }
    if is_json_feed(head) {
        return Form::JsonFeed;
    }
    if format::markup(&text) == Some(Markup::Page) {
        return Form::Page;
    }
    match begins_like_records(&text) {
        true => Form::JsonOrText,
        false => Form::Text,
    }
}

/// Whether it begins as JSON and names the standard of feeds in it.
fn is_json_feed(head: &[u8]) -> bool {
    let start = &head[..head.len().min(FEED_MARK_BYTES)];
    let text = String::from_utf8_lossy(start);
    begins_like_records(&text)
        && ["://jsonfeed.org/version/", ":\\/\\/jsonfeed.org\\/version\\/"]
            .iter()
            .any(|mark| text.contains(mark))
}

/// Whether the first line is a whole object and something stands below it.
fn begins_with_line_of_json(head: &[u8]) -> bool {
    let mut lines = head.splitn(2, |byte| *byte == b'\n');
    let (Some(first), Some(below)) = (lines.next(), lines.next()) else {
        return false;
    };
    !below.trim_ascii().is_empty() && str::from_utf8(first).is_ok_and(is_object)
}

/// `{"` or `[{`, as no sentence begins.
fn begins_like_records(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let (open, inside) = text.split_at_checked(1).unwrap_or_default();
    match open {
        "{" => inside.trim_start().starts_with('"'),
        "[" => inside.trim_start().starts_with('{'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, head: &str) -> Form {
        form(Path::new(name), head.as_bytes())
    }

    #[test]
    fn the_end_of_the_name_tells_the_form() {
        assert_eq!(of("a.jsonl", ""), Form::Lines);
        assert_eq!(of("a.NDJSON", "[{}]"), Form::Lines);
        assert_eq!(of("a.json", "[]"), Form::Json);
        assert_eq!(of("a.htm", "Port shut"), Form::Page);
        assert_eq!(of("a.txt", "Port shut"), Form::Text);
    }

    #[test]
    fn the_bytes_tell_it_where_the_name_does_not() {
        assert_eq!(of("", "{\"text\": 1}\n{\"text\""), Form::Lines);
        assert_eq!(of("a.json", "{\"text\": 1}\n{\"text\""), Form::Lines);
        assert_eq!(of("a.json", "{\"text\": 1}\n \n"), Form::Json);
        assert_eq!(of("a.txt", "\u{feff} [ {\n"), Form::JsonOrText);
        assert_eq!(of("a", "{\n  \"text\""), Form::JsonOrText);
        assert_eq!(of("a.txt", "<!doctype html><p>"), Form::Page);
    }

    #[test]
    fn brackets_and_braces_of_a_report_are_text() {
        for text in ["[Dorvath, Thursday] The port", "{Sic} he wrote", "[1] {2}", "{", "[", "é"] {
            assert_eq!(of("a.txt", text), Form::Text, "{text}");
        }
    }
}
