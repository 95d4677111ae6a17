//! The alignment of a family: its wordings one below the other, each with what was changed in it, where it was
//! changed, and how often it stands.
//!
//! No mark is by colour alone: what is gone is struck through, what is new is underlined, each change has its kind
//! in words beside it, and a screen reader hears where it begins and ends.

use super::words::{count, kinds, words};
use super::{NEW_LINE, Page};
use crate::Place;
use crate::first_screen::Listing;
use crate::view::{AlignedSegment, AlignedWording, Alignment};
use maud::{Markup, html};
use stemma::model::FamilyIdx;

/// Wordings that are aligned; what a reader compares at one sitting. All witnesses stand below it one by one.
const WORDINGS: usize = 12;

/// Places of one wording that are named; below the alignment each witness has its own.
const PLACES: usize = 24;

/// The alignment, folded away; nothing where all witnesses have the same words.
pub fn folded(page: &Page, family: FamilyIdx) -> Markup {
    let aligned = Alignment::of(page.account, family, WORDINGS);
    if aligned.n_wordings < 2 {
        return Markup::default();
    }
    let shown = aligned.wordings.len();
    html! {
        (NEW_LINE)
        details.alignment {
            summary {
                "Aligned: "
                @if shown < aligned.n_wordings { (shown) " of " }
                (count(aligned.n_wordings, "wording", "wordings")) " of "
                (count(aligned.n_witnesses, "witness", "witnesses"))
            }
            ol.wordings { @for found in &aligned.wordings { (NEW_LINE) li { (wording(page, found)) } } }
        }
    }
}

fn wording(page: &Page, found: &AlignedWording) -> Markup {
    let mut places: Vec<Place> = found
        .witnesses
        .iter()
        .map(|passage| page.numbering.place(page.account.passage(*passage).span))
        .collect();
    places.sort_unstable();
    let places = Listing::of(places, PLACES);
    html! {
        p.facts { (count(found.witnesses.len(), "time", "times")) (page.links.places(":", &places)) }
        p.aligned dir="auto" { @for segment in &found.segments { (run(segment)) } }
    }
}

fn run(segment: &AlignedSegment) -> Markup {
    if !segment.is_change() {
        return words(segment.to);
    }
    let (old, new) = (segment.from.trim(), segment.to.trim());
    let sides = [segment.from, segment.to];
    let opens = sides.iter().any(|side| side.starts_with(char::is_whitespace));
    let closes = sides.iter().any(|side| side.ends_with(char::is_whitespace));
    html! {
        @if opens { " " }
        @if !old.is_empty() { span.unseen { "[not here: " } del { (words(old)) } span.unseen { "]" } }
        @if !old.is_empty() && !new.is_empty() { " " }
        @if !new.is_empty() { span.unseen { "[only here: " } ins { (words(new)) } span.unseen { "]" } }
        " " span.label.change { (kinds(segment.kinds)) }
        @if closes { " " }
    }
}

#[cfg(test)]
mod tests {
    use crate::example;
    use crate::html::html;
    use crate::html::reading::read;

    /// One sentence in so many wordings.
    fn wordings(number: usize) -> Vec<String> {
        let place = |n| {
            format!("Page {n}\n\nAbout {n} people left the old harbour of Veld on Sunday after a fire.\n")
        };
        (100..100 + number).map(place).collect()
    }

    #[test]
    fn a_change_is_told_from_what_is_the_same_without_colour() {
        let page = html(&example::found_in(&wordings(2)));
        let text = read(&page).text;
        assert!(text.contains("Aligned: 2 wordings of 2 witnesses"), "{text}");
        assert!(text.contains("About [not here: 101] [only here: 100] swap, number people left"), "{text}");
        assert!(page.contains("<del>") && page.contains("<ins>"));
    }

    #[test]
    fn many_wordings_are_shown_in_part() {
        let mut texts = wordings(40);
        let again = texts[7].replace("Page", "Sheet");
        texts.push(again);
        let text = read(&html(&example::found_in(&texts))).text;
        assert!(text.contains("Aligned: 12 of 40 wordings of 41 witnesses"), "{text}");
        assert_eq!(text.matches("[only here:").count(), 11);
    }

    #[test]
    fn where_all_words_are_the_same_there_is_nothing_to_align() {
        let texts = wordings(1).into_iter().chain([wordings(1)[0].replace("Page", "Sheet")]);
        let text = read(&html(&example::found_in(&texts.collect::<Vec<_>>()))).text;
        assert!(text.contains("1 family of copied passages") && !text.contains("Aligned:"), "{text}");
    }
}
