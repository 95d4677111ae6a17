//! Which of the titles of a page is its headline?

use super::shown::Shown;
use crate::mapped::{Mapped, MappedText};
use std::collections::BTreeSet;
use std::ops::Range;

/// A longer headline is a text that somebody made large, in characters.
const MOST_CHARACTERS: usize = 300;

/// The only headline of a page with fewer words may be the label of a section.
const FEWEST_WORDS: usize = 4;

/// So many headlines and titles are compared; a page has two or three of each.
const MOST_TITLES: usize = 20;

/// Between a headline and the name of a site.
const BEFORE_SITE: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " • ", " » ", " :: "];

/// The headline of a page.
pub struct Headline {
    /// Its text, with a map to the page.
    pub text: Mapped,
    /// Where it stands in the text that the page shows; absent where it is not shown.
    pub place: Option<Range<usize>>,
}

/// The headline of a page, from where it is written: the shown headline of the highest rank that shares most words with
/// the titles that the page gives itself, else one of those titles, without the name of the site. Nothing where the
/// page has neither.
pub fn headline(shown: &Shown<'_>, outlet: Option<&str>) -> Option<Headline> {
    let site = outlet.map(words).unwrap_or_default();
    let headlines: Vec<(BTreeSet<String>, Range<usize>)> = headlines(shown)
        .into_iter()
        .map(|range| (words(&shown.text.text[range.clone()]), range))
        .filter(|(own, _)| *own != site)
        .collect();
    let named: Vec<BTreeSet<String>> =
        shown.titles.iter().take(MOST_TITLES).map(|title| words(&title.text)).collect();
    let shared = |own: &BTreeSet<String>| {
        named.iter().map(|named| (own.intersection(named).count(), named.len())).max().unwrap_or_default()
    };
    let best =
        headlines.iter().map(|(own, range)| (shared(own), own, range)).rev().max_by_key(|best| best.0.0);
    let is_told = |(both, named): (usize, usize), own: &BTreeSet<String>| {
        let is_alike = 2 * both >= own.len() && 3 * both >= named;
        let is_only = headlines.len() == 1 && own.len() >= FEWEST_WORDS && both > 0;
        is_alike || is_only || (headlines.len() == 1 && named == 0)
    };
    match best {
        Some((shared, own, range)) if is_told(shared, own) => {
            let mut title = MappedText::default();
            title.push_part(&shown.text, range.clone());
            Some(Headline { text: title.finish(), place: Some(range.clone()) })
        }
        _ => {
            let text = without_site(shown.titles.first()?, outlet);
            let place = shown.text.text.find(&text.text).map(|at| at..at + text.text.len());
            Some(Headline { text, place })
        }
    }
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Where the shown headlines of the highest rank stand.
fn headlines(shown: &Shown<'_>) -> Vec<Range<usize>> {
    let text = &shown.text.text;
    let ends = shown.parts.iter().skip(1).map(|part| part.start).chain([text.len()]);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (part, end) in shown.parts.iter().zip(ends) {
        match found.last_mut() {
            Some(last) if part.is_headline && goes_on => last.end = end,
            _ if part.is_headline => found.push(part.start..end),
            _ => {}
        }
        goes_on = part.is_headline;
    }
    let trimmed = |range: Range<usize>| {
        let inside = &text[range.clone()];
        let start = range.start + (inside.len() - inside.trim_start().len());
        start..start + inside.trim().len()
    };
    let fits = |range: &Range<usize>| (1..=MOST_CHARACTERS).contains(&text[range.clone()].chars().count());
    found.into_iter().map(trimmed).filter(fits).take(MOST_TITLES).collect()
}

/// A title without the name of the site that stands behind it (or before it), if it is that of the outlet.
fn without_site(title: &Mapped, outlet: Option<&str>) -> Mapped {
    let text = &title.text;
    let letters = |text: &str| -> String { words(text).into_iter().collect() };
    let outlet = outlet.map(letters).filter(|outlet| !outlet.is_empty());
    let is_site = |part: &str| outlet.as_deref().is_some_and(|outlet| letters(part) == outlet);
    let behind = BEFORE_SITE.iter().filter_map(|mark| Some((text.rfind(mark)?, mark))).max();
    let before = BEFORE_SITE.iter().filter_map(|mark| Some((text.find(mark)?, mark))).min();
    let range = match (behind, before) {
        (Some((at, mark)), _) if is_site(&text[at + mark.len()..]) => 0..at,
        (_, Some((at, mark))) if is_site(&text[..at]) => at + mark.len()..text.len(),
        _ => 0..text.len(),
    };
    let mut part = MappedText::default();
    part.push_part(title, range);
    part.finish()
}

#[cfg(test)]
mod tests {
    use super::super::shown::shown;
    use super::*;

    fn title(page: &str, outlet: Option<&str>) -> Option<String> {
        headline(&shown(page), outlet).map(|title| title.text.text)
    }

    #[test]
    fn the_shown_headline_goes_before_the_title_of_the_window() {
        let page = "<title>Storm shuts the port of Dorvath - Courier</title><h1>Courier</h1>\
                    <h1>Storm <b>shuts</b> the port</h1><p>Text</p>";
        assert_eq!(title(page, None).as_deref(), Some("Storm shuts the port"));
    }

    #[test]
    fn a_headline_about_something_else_is_not_taken() {
        let page = "<title>Storm shuts the port - The Courier</title><h1>News from Sild</h1>";
        assert_eq!(title(page, Some("The Courier")).as_deref(), Some("Storm shuts the port"));
        assert_eq!(title(page, Some("Sild Post")).as_deref(), Some("Storm shuts the port - The Courier"));
    }

    #[test]
    fn without_a_title_the_only_headline_is_it_and_without_both_there_is_none() {
        assert_eq!(title("<h1>Storm shuts the port</h1>", None).as_deref(), Some("Storm shuts the port"));
        assert_eq!(title("<h1>Courier</h1><h1>Storm shuts the port</h1>", None), None);
        assert_eq!(title("<p>Text</p>", None), None);
    }

    #[test]
    fn the_name_of_the_site_may_stand_in_front() {
        let page = "<title>Courier | Storm shuts the port</title>";
        assert_eq!(title(page, Some("Courier")).as_deref(), Some("Storm shuts the port"));
    }
}
