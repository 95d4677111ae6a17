//! The copied passages side by side: each family with its witnesses, and what was changed on the way.

use super::lineage::lineage;
use super::reports::called;
use super::words::{count, kind_label, kinds, words};
use super::{NEW_LINE, Page, alignment, nothing};
use crate::Place;
use crate::view::{Change, FamilyView, Piece, SUPPORT, WitnessView};
use maud::{Markup, html};

/// The section.
pub fn section(page: &Page) -> Markup {
    let legend = html! {
        "Each witness is compared with the first of its passage: "
        del { "words of the first witness" } " " ins { "words that stand for them" }
        "; in the first, " mark { "words that another witness changes" }
        ". The first is the one that shares most words with all others; that says nothing about who copied whom. \
        Who copied whom is told with what shows it, where anything does. " (SUPPORT) "."
    };
    if page.tables.families.is_empty() {
        return super::section("passages", &Markup::default(), &nothing("no copied passage found"));
    }
    let body = html! { @for found in &page.tables.families { (family(page, found)) } };
    super::section("passages", &legend, &body)
}

/// A family and its witnesses.
pub fn family(page: &Page, found: &FamilyView) -> Markup {
    let (first, others) = found.witnesses.split_at(found.witnesses.len().min(1));
    html! {
        (NEW_LINE)
        article.family id=(found.id) {
            h3 { "Passage " (found.number) }
            p.facts {
                (count(found.n_reports, "report", "reports")) ", "
                (count(found.witnesses.len(), "witness", "witnesses"))
                @for (idx, (kind, number)) in found.kinds.iter().enumerate() {
                    (if idx == 0 { ". Edits: " } else { ", " }) (kind_label(*kind)) " \u{d7}" (number)
                }
            }
            (alignment::folded(page, found.family))
            div.witnesses {
                @for shown in first { (witness(page, shown)) }
                div.others { @for shown in others { (NEW_LINE) (witness(page, shown)) } }
            }
            (lineage(page, &found.lineage, found.number))
        }
    }
}

/// A family told in a line: the words of its first witness, and how many there are.
pub fn in_a_line(page: &Page, found: &FamilyView) -> Markup {
    let first = found.witnesses.first();
    html! {
        (NEW_LINE)
        article.family id=(found.id) {
            h3 { a href=(page.links.finding("families", &found.id)) { "Passage " (found.number) } }
            p.facts {
                (count(found.n_reports, "report", "reports")) ", "
                (count(found.witnesses.len(), "witness", "witnesses"))
                @for (idx, (kind, number)) in found.kinds.iter().enumerate() {
                    (if idx == 0 { ". Edits: " } else { ", " }) (kind_label(*kind)) " \u{d7}" (number)
                }
            }
            @if let Some(first) = first {
                p.words dir="auto" { @for piece in &first.pieces { (run(*piece)) } }
                p.facts { (page.links.place(first.place)) }
            }
        }
    }
}

fn witness(page: &Page, shown: &WitnessView) -> Markup {
    let report = &page.tables.reports[shown.place.report - 1];
    html! {
        div.witness id=(shown.id) {
            p.facts { (page.links.place(shown.place)) " " span.from { (called(report)) } }
            @if shown.is_same && !shown.is_representative {
                p.facts.same { "the same words" (marks(shown.n_marks)) }
            } @else {
                p.words dir="auto" { @for piece in &shown.pieces { (run(*piece)) } }
                @if !shown.is_representative { (changes(page, shown)) }
            }
        }
    }
}

fn run(piece: Piece) -> Markup {
    match piece {
        Piece::Same(same) => words(same),
        Piece::ChangedElsewhere(changed) => html! { mark { (words(changed)) } },
        Piece::Changed { from, to } => changed_words(from, to),
    }
}

/// What was changed and to what, the white space round it outside of both.
fn changed_words(from: &str, to: &str) -> Markup {
    let (old, new) = (from.trim(), to.trim());
    let opens = [from, to].iter().any(|side| side.starts_with(char::is_whitespace));
    let closes = [from, to].iter().any(|side| side.ends_with(char::is_whitespace));
    html! {
        @if opens { " " }
        @if !old.is_empty() { del { (words(old)) } }
        @if !old.is_empty() && !new.is_empty() { " " }
        @if !new.is_empty() { ins { (words(new)) } }
        @if closes { " " }
    }
}

fn changes(page: &Page, shown: &WitnessView) -> Markup {
    html! {
        ul.changes {
            @for change in &shown.changes { (NEW_LINE) (changed(page, change)) }
            @if shown.n_marks > 0 { li { (count(shown.n_marks, "edit", "edits")) " of punctuation only" } }
        }
    }
}

fn changed(page: &Page, change: &Change) -> Markup {
    html! {
        li id=(change.id) {
            span.kind { (kinds(change.kinds)) } " "
            (side(change.from)) " \u{2192} " (side(change.to)) " "
            span.label {
                (range(page, change.from_place)) " \u{2192} " (range(page, change.to_place))
            }
        }
    }
}

fn side(text: &str) -> Markup {
    html! { @if text.is_empty() { span.missing { "nothing" } } @else { span.source { (words(text)) } } }
}

/// A place whose report is known from where it stands.
fn range(page: &Page, place: Place) -> Markup {
    html! {
        a.place href=(page.links.address(place)) {
            (place.range.start) "\u{2013}" (place.range.end)
        }
    }
}

fn marks(n_marks: usize) -> Markup {
    html! { @if n_marks > 0 { " but for " (count(n_marks, "edit", "edits")) " of punctuation" } }
}
