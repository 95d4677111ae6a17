//! The first screen on the page: what is reported, what is in dispute, what is not stated.

use super::words::{count, cut, kinds, quotation, wording_inline, words};
use super::{NEW_LINE, Page, nothing, section};
use crate::first_screen::{
    Denial, Difference, Disputed, FirstScreen, Limits, Listing, Marked, Named, NotStated, Reported, Speech,
};
use crate::view::FamilyView;
use maud::{Markup, html};

/// The three lists.
pub fn sections(page: &Page, screen: &FirstScreen) -> Markup {
    let differ = html! { "Words that differ are " mark { "marked" } "." };
    let reported = list("reported", &screen.reported, "no shared passage and no quotation found", |item| {
        reported(page, item)
    });
    let disputed =
        list("in-dispute", &screen.disputed, "no differing number or negation and no denial found", |item| {
            disputed(page, item)
        });
    let not_stated =
        list("not-stated", &screen.not_stated, "no quotation without a named speaker found", |item| {
            not_stated(page, item)
        });
    html! {
        (section("reported", &html! { "In the words of the report named first." }, &reported))
        (section("in-dispute", &differ, &disputed))
        (section("not-stated", &html! { "Quotations whose speaker is not named." }, &not_stated))
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

fn reported(page: &Page, item: &Reported) -> Markup {
    html! {
        (quotation(&item.wording))
        p.facts {
            span.carried { (item.n_reports) " of " (count(page.account.reports.len(), "report", "reports")) }
            ": " (page.links.place(item.worded_in)) (page.links.places(", also", &item.also_in))
            @if let Some(family) = page.family_at(item) {
                " \u{b7} " a href=(format!("#{}", family.id)) { "passage " (family.number) ", side by side" }
            }
        }
        (speech(page, &item.speech))
        @if !item.differs.is_empty() {
            p.facts {
                span.differs { "witnesses differ: " (kinds(&item.differs)) }
                " (" a href="#in-dispute" { "In dispute" } ")"
            }
        }
    }
}

impl<'a> Page<'a> {
    /// The family whose representative gives an item its words.
    fn family_at(&self, item: &Reported) -> Option<&'a FamilyView<'a>> {
        let number = *self.representatives.get(&item.worded_in)?;
        self.tables.families.get(number - 1)
    }
}

fn speech(page: &Page, speech: &Speech) -> Markup {
    let voices = |label: &str, voices: &[&Named]| {
        html! {
            @if !voices.is_empty() { p.facts { (page.links.voices(label, voices.iter().copied())) } }
        }
    };
    match speech {
        Speech::None => Markup::default(),
        Speech::NotStated => html! { p.facts { span.missing { "no speaker stated" } } },
        Speech::By(by) => {
            let (denying, saying): (Vec<&Named>, Vec<&Named>) =
                by.items.iter().partition(|voice| voice.denies);
            html! { (voices("said by", &saying)) (voices("denied by", &denying)) }
        }
        Speech::Within(within) => {
            let all: Vec<&Named> = within.items.iter().collect();
            voices("speaking in it:", &all)
        }
    }
}

fn disputed(page: &Page, item: &Disputed) -> Markup {
    match item {
        Disputed::Difference(found) => difference(page, found),
        Disputed::Denial(found) => denial(page, found),
    }
}

fn difference(page: &Page, found: &Difference) -> Markup {
    html! {
        p.facts { span.differs { "witnesses differ: " (kinds(&found.kinds)) } }
        (marked(page, &found.from))
        @for way in &found.to.items { (marked(page, way)) }
        @if found.to.is_cut() { p.facts { "ways to put it" (cut(&found.to)) } }
    }
}

fn marked(page: &Page, way: &Marked) -> Markup {
    html! {
        p.words dir="auto" {
            @if way.has_more_before { span.label { "[\u{2026}]" } " " }
            (words(way.before))
            @if way.edited.bytes > 0 {
                mark { (wording_inline(&way.edited)) }
            } @else {
                mark.absent { span.label { "[nothing here]" } } " "
            }
            (words(way.after))
            @if way.has_more_after { " " span.label { "[\u{2026}]" } }
        }
        p.facts { (page.links.place(way.place)) (page.links.places(", also", &way.also_in)) }
    }
}

fn denial(page: &Page, found: &Denial) -> Markup {
    html! {
        (quotation(&found.wording))
        p.facts { (page.links.place(found.worded_in)) (page.links.places(", also", &found.also_in)) }
        p.facts {
            @if found.by.items.is_empty() {
                span.differs { "denied" } ", " span.missing { "no speaker stated" }
            } @else {
                span.differs { "denied" } " " (page.links.voices("by", found.by.items.iter()))
            }
        }
    }
}

fn not_stated(page: &Page, item: &NotStated) -> Markup {
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
