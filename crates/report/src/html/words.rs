//! The words of the page: foreign text set apart and made visible, places as links, fixed labels.
//!
//! All foreign text gets into the page here. It is inserted as text, its unseen characters are escapes, and
//! it stands in a `bdi` or a block of its own direction, so that it cannot turn round what stands beside it.

use crate::Place;
use crate::excerpt::Wording;
use crate::first_screen::Listing;
use crate::visible::{is_unseen, visible, visible_passage};
use maud::{Markup, html};
use std::cell::RefCell;
use std::collections::BTreeSet;
use stemma::account::labels::edit_label;
use stemma::model::EditKind;

/// How many places stand one behind the other before the rest folds away.
const PLACES_IN_A_ROW: usize = 12;

/// Where the links of a page lead, and the places that it links to, so that the full texts can offer them.
#[derive(Debug, Default)]
pub struct Links {
    targets: RefCell<BTreeSet<(usize, u32)>>,
    /// By number of the report: its identifier, where reports and findings have pages of their own. Without them,
    /// everything stands in this page.
    elsewhere: Option<Vec<String>>,
}

impl Links {
    /// Links to pages of their own; `reports` are the identifiers of the reports in the order of their numbers.
    pub fn elsewhere(reports: Vec<String>) -> Self {
        Links { elsewhere: Some(reports), ..Links::default() }
    }

    /// All places linked to so far: report and byte.
    pub fn targets(&self) -> BTreeSet<(usize, u32)> {
        self.targets.borrow().clone()
    }

    /// Remembers that a place is linked to.
    pub fn target(&self, place: Place) {
        self.targets.borrow_mut().insert((place.report, place.range.start));
    }

    /// Whether reports and findings have pages of their own.
    pub fn has_pages(&self) -> bool {
        self.elsewhere.is_some()
    }

    /// The address of a report.
    pub fn report(&self, number: usize) -> String {
        match &self.elsewhere {
            Some(reports) => format!("/reports/{}", reports[number - 1]),
            None => format!("#report-{number}"),
        }
    }

    /// The address of the full text of a report.
    pub fn full_text(&self, number: usize) -> String {
        match &self.elsewhere {
            Some(_) => self.report(number),
            None => format!("#r{number}"),
        }
    }

    /// The address of a finding that has a page of its own, where there are such pages. `list` is the kind of finding in
    /// the plural.
    pub fn finding(&self, list: &'static str, id: &str) -> String {
        match &self.elsewhere {
            Some(_) => format!("/{list}/{id}"),
            None => format!("#{id}"),
        }
    }

    /// The address of a place of the gazetteer, by its number; only where it has a page.
    pub fn gazetteer(&self, id: u32) -> Option<String> {
        self.elsewhere.as_ref().map(|_| format!("/places/g{id}"))
    }

    /// The address of a mark in a text: the finding as it stands here or has a page.
    pub fn any(&self, id: &str) -> String {
        match &self.elsewhere {
            Some(_) => format!("/id/{id}"),
            None => format!("#{id}"),
        }
    }

    /// A place as a link to its words: `[2] 462–675`.
    pub fn place(&self, place: Place) -> Markup {
        let range = place.range;
        html! {
            a.place href=(self.address(place)) {
                b { "[" (place.report) "]" } " " (range.start) "\u{2013}" (range.end)
            }
        }
    }

    /// The address of a place inside the page.
    pub fn address(&self, place: Place) -> String {
        self.target(place);
        match &self.elsewhere {
            Some(_) => {
                let (report, range) = (self.report(place.report), place.range);
                format!("{report}?at={}-{}#here", range.start, range.end)
            }
            None => format!("#{}", anchor(place.report, place.range.start)),
        }
    }

    /// Places behind a label; nothing where there are none. A long list folds away.
    pub fn places(&self, label: &'static str, places: &Listing<Place>) -> Markup {
        let (first, rest) = places.items.split_at(places.items.len().min(PLACES_IN_A_ROW));
        html! {
            @if !first.is_empty() {
                (label) " " (self.row(first))
                @if !rest.is_empty() {
                    " " details.more { summary { "and " (rest.len()) " more" } (self.row(rest)) }
                }
                (cut(places))
            }
        }
    }

    fn row(&self, places: &[Place]) -> Markup {
        html! {
            @for (idx, place) in places.iter().enumerate() {
                @if idx > 0 { ", " }
                (self.place(*place))
            }
        }
    }
}

/// The name of a place inside the page.
pub fn anchor(report: usize, byte: u32) -> String {
    format!("r{report}-b{byte}")
}

/// A place in words.
pub fn place_label(place: Place) -> String {
    format!("[{}] {}\u{2013}{}", place.report, place.range.start, place.range.end)
}

/// Words of a report, on one line.
pub fn words(text: &str) -> Markup {
    html! { bdi { (visible_passage(text)) } }
}

/// A file name or another short foreign text.
pub fn name(text: &str) -> Markup {
    html! { bdi { (visible(text)) } }
}

/// The address of a document: a link only where it leads to the web and nothing in it is unseen.
pub fn address(url: &str) -> Markup {
    let (scheme, _) = url.split_once("://").unwrap_or_default();
    let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let is_plain = !url.contains(|c: char| is_unseen(c) || c.is_whitespace());
    html! {
        @if is_web && is_plain {
            a href=(url) rel="noreferrer noopener" { (name(url)) }
        } @else {
            (name(url))
        }
    }
}

/// Words of a report as a quotation of their own.
pub fn quotation(wording: &Wording) -> Markup {
    html! { p.words dir="auto" { (wording_inline(wording)) } }
}

/// Words of a report, those between two runs left out with a mark.
pub fn wording_inline(wording: &Wording) -> Markup {
    html! {
        (pieces(&wording.pieces))
        @if wording.is_cut() {
            " " span.label { "[\u{2026}] (" (wording.shown) " of " (wording.bytes) " bytes)" }
        }
    }
}

/// Runs of words with other words between them.
pub fn pieces(pieces: &[&str]) -> Markup {
    html! {
        @for (idx, piece) in pieces.iter().enumerate() {
            @if idx > 0 { " " span.label { "[\u{2026}]" } " " }
            (words(piece))
        }
    }
}

/// Says how much of a list is there, where that is not all.
pub fn cut<T>(list: &Listing<T>) -> Markup {
    html! { @if list.is_cut() { ", " (list.items.len()) " of " (list.total) } }
}

/// A count with what is counted.
pub fn count(number: usize, one: &'static str, many: &'static str) -> Markup {
    html! { (number) " " (if number == 1 { one } else { many }) }
}

/// The names of kinds of edit.
pub fn kinds(kinds: &[EditKind]) -> String {
    let labels: Vec<String> = kinds.iter().map(|kind| kind_label(*kind)).collect();
    labels.join(", ")
}

/// What a kind of edit is called.
pub fn kind_label(kind: EditKind) -> String {
    edit_label(kind).replace('-', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use stemma::model::ByteRange;

    #[test]
    fn only_an_address_of_the_web_is_a_link() {
        let is_link = |url: &str| address(url).into_string().contains("href");
        assert!(is_link("https://news.example/a?b=c&d"));
        assert!(is_link("HTTP://news.example/"));
        for url in [
            "javascript:alert(1)",
            "javascript:alert('https://')",
            " https://news.example/",
            "data:text/html,x",
            "https:news.example",
            "https://news.example/\u{202e}",
            "https://news.example/ a",
            "",
        ] {
            assert!(!is_link(url), "{url}");
        }
    }

    #[test]
    fn an_address_cannot_leave_its_attribute() {
        let shown = address("https://news.example/\"><script>").into_string();
        assert!(shown.starts_with("<a href=\"https://news.example/&quot;&gt;&lt;script&gt;\""), "{shown}");
    }

    #[test]
    fn a_place_that_is_linked_to_is_remembered() {
        let links = Links::default();
        let shown = links.place(Place { report: 2, range: ByteRange::new(462, 675) }).into_string();
        assert_eq!(shown, "<a class=\"place\" href=\"#r2-b462\"><b>[2]</b> 462\u{2013}675</a>");
        assert_eq!(links.targets(), BTreeSet::from([(2, 462)]));
    }
}
