//! The first screen on the page: what is reported, what is in dispute, what is not stated.

use super::lineage::part;
use super::timeline::days;
use super::words::{count, cut, quotation, wording_inline, words};
use super::{NEW_LINE, Page, nothing, section};
use crate::Place;
use crate::first_screen::{
    Disagreed, Disputed, FirstScreen, Limits, Listing, Marked, NotStated, Side, Silent, Unattributed, Undated,
};
use crate::view::{Cell, ClaimView, NO_CLAIMS, Part, When, when_head};
use maud::{Markup, html};
use stemma::model::{DisagreementKind, SilenceKind};

/// The three lists.
pub fn sections(page: &Page, screen: &FirstScreen) -> Markup {
    html! { (reported(page, screen)) (disputed(page, screen)) (not_stated(page, &screen.not_stated)) }
}

fn reported(page: &Page, screen: &FirstScreen) -> Markup {
    let list = &screen.reported;
    if page.tables.claims.claims.is_empty() {
        return section("reported", &Markup::default(), &nothing(NO_CLAIMS));
    }
    let legend = html! {
        @if list.is_cut() {
            (list.items.len()) " of " (count(list.total, "claim", "claims")) ": those that most reports carry. The others stand in "
            a href="#claims" { "Claims by reports" } ". "
        }
        "By day as far as known, each in its plainest words, verbatim. Numbers are those of Claims by reports."
    };
    let head = |found: &ClaimView| when_head(found.when.as_ref());
    let body = html! {
        @for of_day in list.items.chunk_by(|one, next| head(one) == head(next)) {
            h3.day { (parts(page, &head(&of_day[0]))) }
            ol.items {
                @for found in of_day {
                    (NEW_LINE)
                    li id=(format!("reported-{}", found.number)) value=(found.number) { (claim(page, found)) }
                }
            }
        }
    };
    section("reported", &legend, &body)
}

/// The words of a claim, and who says or denies it where.
fn claim(page: &Page, found: &ClaimView) -> Markup {
    let id = &page.tables.claim_ids[found.claim.0 as usize];
    let time = found.when.as_ref().map(When::parts).unwrap_or_default();
    let words = |others: &Listing<Place>| {
        html! {
            p.facts {
                "words: " (page.links.place(found.worded_in)) (page.links.places(", also", others))
                @if !time.is_empty() { " \u{b7} " (parts(page, &time)) }
                " \u{b7} " a href=(page.links.finding("claims", id)) { "how it is known" }
            }
        }
    };
    html! {
        (quotation(&found.wording))
        @if let Some(said) = &found.said {
            p.facts.behind { (parts(page, &found.said_parts())) }
            (words(&said.places))
        }
        @if let Some(denied) = &found.denied {
            p.facts.behind { (denial(page, found)) }
            @if found.said.is_some() {
                p.facts { (page.links.places("denied at", &denied.places)) }
            } @else {
                (words(&denied.places))
            }
        }
    }
}

/// Who denies a claim, the word itself in the colour of what differs.
pub fn denial(page: &Page, found: &ClaimView) -> Markup {
    let told = found.denied_parts();
    html! {
        @if let Some((first, rest)) = told.split_first() {
            span.differs { (part(page, first)) } (parts(page, rest))
        }
    }
}

fn parts(page: &Page, parts: &[Part]) -> Markup {
    html! { @for one in parts { (part(page, one)) } }
}

fn disputed(page: &Page, screen: &FirstScreen) -> Markup {
    let empty = match page.tables.claims.claims.is_empty() {
        true => NO_CLAIMS,
        false => "nothing that cannot all hold, no denial",
    };
    let overtaken = &screen.overtaken;
    let body = html! {
        (list("in-dispute", &screen.disputed, empty, |item| disputed_item(page, item)))
        @if overtaken.total > 0 {
            h3 #overtaken { "Overtaken" }
            p.legend { "What a later state of affairs has replaced." }
            (list("overtaken", overtaken, "", |found| disagreed(page, found)))
        }
    };
    let is_empty = screen.disputed.total + overtaken.total == 0;
    let legend = html! { @if !is_empty { "Words that cannot all hold are " mark { "marked" } "." } };
    section("in-dispute", &legend, &body)
}

/// One thing that not all agree on.
pub fn disputed_item(page: &Page, item: &Disputed) -> Markup {
    match item {
        Disputed::Disagreement(found) => disagreed(page, found),
        Disputed::Denied(found) => html! {
            p.facts { span.differs { "denied" } ", and nobody in the pile says that it is so; " (page.claim_link(found.number)) }
            (claim(page, found))
        },
    }
}

fn disagreed(page: &Page, found: &Disagreed) -> Markup {
    html! {
        p.facts id=(page.tables.disagreement_ids[found.idx]) {
            span.differs { (found.kind_label()) } "; " (found.order_label())
            @for (idx, number) in found.claims.iter().enumerate() {
                (if idx > 0 { ", " } else { "; " }) (page.claim_link(*number))
            }
        }
        ul.sides { @for one in &found.sides.items { (NEW_LINE) li { (side(page, one, found.kind == DisagreementKind::Attribution)) } } }
        @if found.sides.is_cut() { p.facts { "sides" (cut(&found.sides)) } }
    }
}

/// A side; `is_told` is whether its words tell who stands behind it.
fn side(page: &Page, side: &Side, is_told: bool) -> Markup {
    html! {
        (marked(&side.words))
        p.facts.behind {
            span.carried { (count(side.n_reports, "report", "reports")) } ", "
            (page.links.place(side.words.place)) (page.links.places(", also", &side.also_in))
            @if !is_told {
                @for (idx, origin) in side.origins.items.iter().enumerate() {
                    (if idx > 0 { "; " } else { ": " }) (parts(page, &origin.parts()))
                }
                (cut(&side.origins))
            }
        }
    }
}

fn marked(way: &Marked) -> Markup {
    html! {
        p.words dir="auto" {
            @if way.has_more_before { span.label { "[\u{2026}]" } " " }
            (words(way.before))
            mark { (wording_inline(&way.words)) }
            (words(way.after))
            @if way.has_more_after { " " span.label { "[\u{2026}]" } }
        }
    }
}

fn not_stated(page: &Page, open: &NotStated) -> Markup {
    let is_empty = open.speakers.total == 0 && open.days.total == 0 && open.silences.is_empty();
    let body = html! {
        @if is_empty { (nothing("nothing that was looked for")) }
        @if open.speakers.total > 0 {
            h3 { "Who speaks, where no words name anybody" }
            (list("not-stated", &open.speakers, "", |item| unattributed(page, item)))
        }
        @if open.days.total > 0 { h3 { "When it was published" } (undated(page, &open.days)) }
        @if !open.silences.is_empty() {
            h3 { "Which reports do not carry what is reported above, by its number" }
            @for (kind, silent) in &open.silences { (silence(page, *kind, silent)) }
        }
    };
    section("not-stated", &Markup::default(), &body)
}

fn unattributed(page: &Page, item: &Unattributed) -> Markup {
    html! {
        (quotation(&item.wording))
        @for found in &item.places.items {
            p.facts {
                (page.links.place(found.place)) ", "
                @match found.source {
                    Some(source) => { "source words: " span.source { (words(source)) } },
                    None => { "no source words" },
                }
            }
        }
        @if item.places.is_cut() { p.facts { "places" (cut(&item.places)) } }
    }
}

fn undated(page: &Page, list: &Listing<Undated>) -> Markup {
    let (first, rest) = list.items.split_at(list.items.len().min(Limits::FIRST_LOOK.items));
    let row = |items: &[Undated]| {
        html! {
            ul.plain {
                @for undated in items { li { (part(page, &Part::Report(undated.report))) " " (days(undated.left)) } }
            }
        }
    };
    html! {
        (row(first))
        @if !rest.is_empty() { details { summary { "and " (rest.len()) " more" } (row(rest)) } }
    }
}

fn silence(page: &Page, kind: SilenceKind, silent: &[Silent]) -> Markup {
    html! {
        p.facts { span.kind { (Cell::of_silence(kind).label()) } }
        ul.silences {
            @for one in silent {
                (NEW_LINE)
                li { a href=(format!("#reported-{}", one.claim)) { (one.claim) } ": " (page.report_list(&one.reports)) }
            }
        }
    }
}

/// The items of a list: those of a first look, and the others folded away.
fn list<T>(id: &'static str, list: &Listing<T>, empty: &'static str, item: impl Fn(&T) -> Markup) -> Markup {
    let shown = list.items.len().min(Limits::FIRST_LOOK.items);
    let (first, rest) = list.items.split_at(shown);
    let row = |items: &[T], before: usize| {
        html! {
            ol.items start=(before + 1) {
                @for (idx, found) in items.iter().enumerate() {
                    (NEW_LINE)
                    li id=(format!("{id}-{}", before + idx + 1)) { (item(found)) }
                }
            }
        }
    };
    html! {
        @if first.is_empty() {
            (nothing(empty))
        } @else {
            (row(first, 0))
            @if !rest.is_empty() {
                details {
                    summary { (shown) " of " (list.total) " shown; show the other " (rest.len()) }
                    (row(rest, shown))
                }
            }
        }
    }
}
