//! The rows of lists, each a list item that leads to the page of its finding.

use crate::shelf::{
    ClaimRow, DisagreementRow, FamilyRow, Mention, PlaceRow, ReportRow, Row, StoryRow, VoiceRow, Words,
};
use maud::{Markup, html};
use stemma::model::{Day, OriginCount};
use stemma_report::html::words::{count, name, words};
use stemma_report::view::{Part, count_parts};

/// Words of a report, with a mark where they go on.
pub fn said(found: &Words) -> Markup {
    html! {
        span.source dir="auto" { (words(&found.text)) }
        @if found.text.len() < found.range.len() { " " span.label { "[\u{2026}]" } }
    }
}

/// The place of words, as a link to them.
pub fn place(found: &Words) -> Markup {
    html! { a.place href=(address(found)) { "words" } }
}

/// The address of words in their report.
pub fn address(found: &Words) -> String {
    format!("/reports/{}?at={}-{}#here", found.report, found.range.start, found.range.end)
}

/// How many origins there are.
pub fn origins(found: OriginCount) -> Markup {
    html! {
        @for part in count_parts(found) {
            @match part { Part::Label(label) => { (label) }, Part::Number(number) => { (number) }, _ => {} }
        }
    }
}

/// How many outlets there are, as far as they are named.
pub fn outlets(found: &StoryRow) -> Markup {
    html! {
        @match (found.n_outlets, found.n_without_outlet) {
            (0, _) => "outlets not stated",
            (named, 0) => { (count(named, "outlet", "outlets")) },
            (named, without) => { (count(named, "outlet", "outlets")) ", not stated by " (without) },
        }
    }
}

/// The first and last day.
pub fn days(found: Option<(Day, Day)>) -> Markup {
    html! {
        @match found {
            None => "day not known",
            Some((first, last)) if first == last => { span.nowrap { (first) } },
            Some((first, last)) => { span.nowrap { (first) } " to " span.nowrap { (last) } },
        }
    }
}

/// Rows one below the other.
pub fn rows(found: &[Row]) -> Markup {
    html! { ul.rows { @for one in found { li.row { (row(one)) } } } }
}

/// One row.
pub fn row(found: &Row) -> Markup {
    match found {
        Row::Story(found) => story(found),
        Row::Claim(found) => claim(found),
        Row::Disagreement(found) => disagreement(found),
        Row::Report(found) => report(found),
        Row::Family(found) => family(found),
        Row::Voice(found) => voice(found),
        Row::Place(found) => place_row(found),
    }
}

fn story(found: &StoryRow) -> Markup {
    html! {
        p.head {
            a href=(format!("/stories/{}", found.id)) {
                @match &found.leading {
                    Some(leading) => (said(leading)),
                    None => { @for term in &found.terms { (words(term)) " " } @if found.terms.is_empty() { "story without a claim" } },
                }
            }
        }
        p.facts {
            strong { (count(found.n_reports, "report", "reports")) } " \u{25b8} "
            (outlets(found))
            " \u{25b8} " strong { (origins(found.origins)) } " behind the claim above \u{b7} "
            (count(found.n_claims, "claim", "claims"))
            @if found.n_disagreements > 0 { " \u{b7} " span.differs { (count(found.n_disagreements, "open disagreement", "open disagreements")) } }
            " \u{b7} " (days(found.days))
        }
        @if !found.terms.is_empty() && found.leading.is_some() {
            p.facts.terms { @for (idx, term) in found.terms.iter().enumerate() { (if idx > 0 { ", " } else { "" }) span.source { (words(term)) } } }
        }
    }
}

fn claim(found: &ClaimRow) -> Markup {
    html! {
        p.head { a href=(format!("/claims/{}", found.id)) { (said(&found.words)) } }
        p.facts {
            strong { (found.n_reports) " of " (count(found.of_reports, "report", "reports")) }
            @if found.said.at_most > 0 { " \u{b7} said by " strong { (origins(found.said)) } }
            @if found.denied.at_most > 0 { " \u{b7} " span.differs { "denied by " (origins(found.denied)) } }
            @if found.is_lonely { " \u{b7} " span.kind { "lonely" } }
            @for kind in &found.disputes { " \u{b7} " span.differs { "open: " (kind) } }
            " \u{b7} " (place(&found.words)) " \u{b7} " a href=(format!("/stories/{}", found.story)) { "story" }
        }
    }
}

fn disagreement(found: &DisagreementRow) -> Markup {
    html! {
        p.head { a href=(format!("/disagreements/{}", found.id)) { span.differs { (found.kind) } } " " span.label { (found.order) } }
        ul.sides {
            @for (side, n_reports) in &found.sides {
                li { (said(side)) " " span.facts { (count(*n_reports, "report", "reports")) " \u{b7} " (place(side)) } }
            }
        }
    }
}

/// A report as a link.
pub fn report_link(found: &ReportRow) -> Markup {
    html! {
        a href=(format!("/reports/{}", found.id)) {
            @match &found.title { Some(title) => { span.source dir="auto" { (words(title)) } }, None => { (name(&found.name)) } }
        }
    }
}

fn report(found: &ReportRow) -> Markup {
    html! {
        p.head { (report_link(found)) }
        p.facts {
            @match &found.outlet { Some(outlet) => { (name(outlet)) }, None => "outlet not stated" }
            " \u{b7} " (days(found.day.map(|day| (day, day)))) " \u{b7} "
            @match found.copied_percent { Some(percent) => { strong { (percent) " %" } " stands elsewhere" }, None => "no paragraph" }
            " \u{b7} " (count(found.n_statements, "statement", "statements")) " \u{b7} " span.name { (name(&found.name)) }
        }
    }
}

fn family(found: &FamilyRow) -> Markup {
    html! {
        p.head { a href=(format!("/families/{}", found.id)) { (said(&found.words)) } }
        p.facts {
            strong { (count(found.n_reports, "report", "reports")) } ", " (count(found.n_witnesses, "witness", "witnesses")) ", "
            (count(found.n_edits, "edit", "edits")) " \u{b7} " (place(&found.words))
        }
    }
}

fn voice(found: &VoiceRow) -> Markup {
    html! {
        p.head {
            a href=(format!("/voices/{}", found.id)) {
                @match &found.name { Some(name) => (said(name)), None => "without a name" }
            }
            " " span.label { (found.kind) }
        }
        p.facts { (count(found.n_statements, "statement", "statements")) " in " (count(found.n_reports, "report", "reports")) }
    }
}

fn place_row(found: &PlaceRow) -> Markup {
    html! {
        p.head { a href=(format!("/places/{}", found.id)) { (name(&found.name)) } " " span.label { (name(&found.what)) } }
        p.facts { "named " (count(found.n_mentions, "time", "times")) " in " (count(found.n_reports, "report", "reports")) }
    }
}

/// A name of a place and what stands round it.
pub fn mention(found: &Mention) -> Markup {
    html! {
        p.words dir="auto" { span.label { "\u{2026} " } (words(&found.before)) mark { (words(&found.words.text)) } (words(&found.after)) span.label { " \u{2026}" } }
        p.facts { (report_link(&found.report)) " \u{b7} " (place(&found.words)) }
    }
}
