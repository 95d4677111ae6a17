//! Does a line, by its own words and form, belong to the page and not to the report?

use super::blocks::without_bullet;
use super::byline::is_byline;
use super::caption::is_caption;
use super::date_line::{DateLine, reads_as_date};
use super::line_words::{is_capitalised, lower_words};
use super::navigation::{is_menu, is_section};
use super::promotion::is_promotion;
use super::related::is_pointer;
use crate::model::FurnitureKind;

/// Furniture is short: longer blocks are text, whatever they begin with. In bytes.
pub(super) const LONGEST: usize = 600;

/// What a line is wherever it stands; none where it may belong to the report.
pub(super) fn recognise(line: &str) -> Option<FurnitureKind> {
    let plain = without_bullet(line).unwrap_or(line);
    if line.len() > LONGEST {
        return None;
    }
    if !line.contains(char::is_alphanumeric) {
        // "* * *" parts what the page shows; it says nothing.
        Some(FurnitureKind::Navigation)
    } else if is_promotion(plain) {
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

/// What else a line is above or below the report, where nothing of the report is expected.
pub(super) fn recognise_outside_body(line: &str) -> Option<FurnitureKind> {
    let plain = without_bullet(line).unwrap_or(line);
    if line.len() > LONGEST {
        None
    } else if reads_as_date(plain).is_some() {
        Some(FurnitureKind::DateLine)
    } else if is_section(plain) {
        Some(FurnitureKind::Navigation)
    } else {
        of_segments(plain, true)
    }
}

/// A line of several short parts ("Home > World > Europe", "Anna Lund | 5 May 2016 | World").
fn of_segments(line: &str, outside_body: bool) -> Option<FurnitureKind> {
    if line.ends_with(['.', '!', '?', '"', ':', ',']) {
        return None;
    }
    let path = line.contains(" > ") || line.contains(['»', '›']);
    let segments: Vec<&str> = line.split(['|', '>', '»', '›', '•', '·']).map(str::trim).collect();
    if !(2..=8).contains(&segments.len()) {
        return None;
    }
    let is_label = |segment: &&str| {
        let words = lower_words(segment).len();
        (1..=4).contains(&words)
            && is_capitalised(segment)
            && !segment.contains(|c: char| c.is_ascii_digit() || c == '=')
    };
    let is_date = |segment: &&str| match reads_as_date(segment) {
        Some(DateLine::Anywhere) => true,
        Some(DateLine::OutsideBody) => outside_body,
        None => false,
    };
    let is_signed = |segment: &&str| is_byline(segment);
    let fits = |segment: &&str| {
        is_date(segment) || is_signed(segment) || is_label(segment) || reads_as_date(segment).is_some()
    };
    if !segments.iter().all(fits) {
        None
    } else if segments.iter().any(is_date) {
        Some(FurnitureKind::DateLine)
    } else if segments.iter().any(is_signed) {
        Some(FurnitureKind::Byline)
    } else {
        let sections = segments.iter().any(|segment| is_section(segment));
        ((path || outside_body) && sections).then_some(FurnitureKind::Navigation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use FurnitureKind::*;

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
            ("* * *", Navigation),
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
        for (line, kind) in [("World", Navigation), ("7 p.m.", DateLine), ("World | Europe", Navigation)] {
            assert_eq!(recognise_outside_body(line), Some(kind), "{line}");
        }
    }
}
