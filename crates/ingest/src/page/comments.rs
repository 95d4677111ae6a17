//! What programs that save pages write into them: when, and from where.

use super::day;
use crate::address;
use stemma::model::DateEvidence;

/// How far into a page, or from its end, such a comment is looked for, in bytes. Programs write it first or last.
const WITHIN_BYTES: usize = 16 << 10;

/// What stands before the time in such a comment, and who writes so.
const SAVED: &[(&str, &str)] = &[
    ("FILE ARCHIVED ON ", "html:archived-on"),
    ("saved date: ", "html:saved-date"),
    ("by HTTrack Website Copier", "html:mirrored"),
];

/// What stands before the address.
const FROM: &[&str] = &["saved from url=", "\n url: ", "Mirrored from "];

/// When a page was saved, if the program that did it says so.
pub fn captured(page: &str) -> Option<DateEvidence> {
    comments(page).find_map(|comment| {
        let day = |(mark, method): &(&str, &str)| {
            let behind = &comment[comment.find(mark)? + mark.len()..];
            let (_, value) = day::days(&first_line(behind).replace(" GMT", "")).into_iter().next()?;
            Some(DateEvidence { value, method: (*method).to_owned() })
        };
        SAVED.iter().find_map(day)
    })
}

/// The address that a page was saved from, if the program that did it says so.
pub fn saved_from(page: &str) -> Option<String> {
    comments(page).find_map(|comment| {
        FROM.iter().find_map(|mark| {
            let behind = &comment[comment.find(mark)? + mark.len()..];
            let behind = behind.trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit());
            let address = behind.split_whitespace().next()?;
            address::of_page(address).map(str::to_owned)
        })
    })
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The comments near the beginning and the end of a page.
fn comments(page: &str) -> impl Iterator<Item = &str> {
    let start = &page[..page.floor_char_boundary(WITHIN_BYTES)];
    let end = &page[page.ceil_char_boundary(page.len().saturating_sub(WITHIN_BYTES)).max(start.len())..];
    [start, end].into_iter().flat_map(|part| {
        part.split("<!--").skip(1).map(|rest| rest.split_once("-->").map_or(rest, |(comment, _)| comment))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_that_save_pages_say_when_and_from_where() {
        for (comment, day) in [
            (
                "<html><!-- Page saved with SingleFile \n url: https://a.example/x \n saved date: Fri Mar 05 2021 10:15:00 GMT+0100 -->",
                "2021-03-05",
            ),
            (
                "<html></html>\n<!--\n     FILE ARCHIVED ON 10:15:00 Mar 05, 2021 AND RETRIEVED FROM",
                "2021-03-05",
            ),
            (
                "<!-- Mirrored from a.example/x by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 05 Mar 2021 10:15:00 GMT -->",
                "2021-03-05",
            ),
        ] {
            assert_eq!(captured(comment).map(|date| date.value).as_deref(), Some(day), "{comment}");
        }
        assert_eq!(captured("<p>saved date: 5 March 2021"), None);
        let saved = "<!-- saved from url=(0019)https://a.example/x -->";
        assert_eq!(saved_from(saved).as_deref(), Some("https://a.example/x"));
        assert_eq!(saved_from("<!-- saved from url=(0019)about:internet -->"), None);
    }
}
