//! The text of a report, written from the page: its headline and the paragraphs of its article, each character with
//! the bytes where it stands.

use super::placed::{Found, PageLetters};
use super::shown::Shown;
use crate::mapped::{Mapped, MappedText};
use crate::record::{TITLE_END, begins_with_title};

/// Between two paragraphs.
const PARAGRAPH_END: &str = "\n\n";

/// A text of a report, with a map to the decoded page.
pub struct Written {
    /// Title, empty line, paragraphs with an empty line between each two.
    pub text: Mapped,
    /// How many bytes of the letters of the extractor stand nowhere in the page.
    pub missing: usize,
    /// Characters of its paragraphs.
    pub characters: usize,
    /// From the first to the last of them in the text that the page shows.
    pub place: std::ops::Range<usize>,
}

/// Writes the text of a report.
pub fn written(shown: &Shown<'_>, title: Option<&Mapped>, paragraphs: &[String]) -> Written {
    let found = PageLetters::of(&shown.text.text, &shown.parts).find(paragraphs);
    let mut body = MappedText::default();
    let mut end = 0;
    for paragraph in found.iter().filter(|found| !found.pieces.is_empty()) {
        if end > 0 {
            body.push(PARAGRAPH_END, end..end);
        }
        end = push_paragraph(&mut body, shown, paragraph, end);
    }
    let body = body.finish();
    let characters = body.text.chars().count();
    let places = || found.iter().flat_map(|found| found.pieces.iter().map(|(range, _)| range.clone()));
    let first = places().map(|range| range.start).min().unwrap_or(0);
    let place = first..places().map(|range| range.end).max().unwrap_or(first);
    let missing = found.iter().map(|found| found.missing).sum();
    let text = match title.filter(|title| !begins_with_title(&body.text, &title.text)) {
        Some(title) => under_title(title, &body),
        None => body,
    };
    Written { text, missing, characters, place }
}

/// Writes one paragraph and says where in the page it ends.
fn push_paragraph(body: &mut MappedText, shown: &Shown<'_>, paragraph: &Found, mut end: usize) -> usize {
    for (number, (range, has_gap)) in paragraph.pieces.iter().enumerate() {
        if number > 0 && *has_gap {
            body.push(" ", end..end);
        }
        body.push_part(&shown.text, range.clone());
        let last = shown.text.map.original(stemma::model::ByteRange::new(range.start, range.end));
        end = last.last().map_or(end, |range| range.as_usize().end);
    }
    end
}

fn under_title(title: &Mapped, body: &Mapped) -> Mapped {
    let mut text = MappedText::default();
    text.push_part(title, 0..title.text.len());
    let end = title.map.segments().last().map_or(0, |segment| segment.original.as_usize().end);
    text.push(TITLE_END, end..end);
    for segment in body.map.segments() {
        text.push(&body.text[segment.text.as_usize()], segment.original.as_usize());
    }
    text.finish()
}
