//! The words that prove a finding, with what stands round them: for the pane, and as a page where no script runs.

use super::shell::View;
use crate::Desk;
use crate::reply::{Problem, lead_to, page};
use crate::routes::{Answer, Asked};
use crate::shelf::List;
use axum::http::StatusCode;
use maud::{Markup, html};
use stemma::model::{ByteRange, Report};
use stemma_report::html::words::{name, words};

/// Bytes shown on either side where the paragraph is longer.
const AROUND: usize = 600;

/// The evidence of a place: the report and `at`, the bytes of its text. With `bare`, without the frame of a page.
pub fn evidence(desk: &Desk, asked: &Asked) -> Answer {
    let found = desk.shelf.report(&asked.id);
    let found = found.ok_or_else(|| Problem::missing("there is no report of this identifier"))?;
    let report = found.selection.account.report(found.selection.numbering.order()[0]);
    let range = asked_range(asked, &report.text)?
        .ok_or_else(|| Problem::wrong("`at` is missing: two bytes, as 12-80"))?;
    let body = shown(&asked.id, report, range);
    if asked.value("bare").is_some() {
        return Ok(page(StatusCode::OK, body));
    }
    let body = html! { h1 { "Evidence" } (body) };
    let view = View { title: "Evidence".to_owned(), list: Some(List::Reports), body, ..View::default() };
    Ok(page(StatusCode::OK, view.framed(desk)))
}

fn shown(id: &str, report: &Report, range: ByteRange) -> Markup {
    let layout = &report.layout;
    let blocks = layout
        .titles
        .iter()
        .chain(&layout.paragraphs)
        .copied()
        .chain(layout.furniture.iter().map(|line| line.range));
    let around = blocks.clone().find(|block| block.overlap(range) > 0).unwrap_or(range);
    let text = &report.text;
    let (start, end) = (range.start as usize, range.end as usize);
    let from = text.ceil_char_boundary((around.start as usize).max(start.saturating_sub(AROUND)).min(start));
    let to = text.floor_char_boundary((around.end as usize).min(end + AROUND).max(end));
    let is_title = layout.titles.iter().any(|title| title.overlap(range) > 0);
    html! {
        article.shown {
            h2.unseen { "Evidence" }
            p.words dir="auto" {
                @if from > around.start as usize { span.label { "[\u{2026}] " } }
                (words(&text[from..start])) @if start == end { span.label { "[nothing]" } } @else { mark.asked { (words(&text[start..end])) } } (words(&text[end..to]))
                @if to < around.end as usize { span.label { " [\u{2026}]" } }
            }
            p.facts {
                @if is_title { "headline, " }
                "bytes " (range.start) "\u{2013}" (range.end) " of "
                a href=(format!("/reports/{id}?at={}-{}#here", range.start, range.end)) {
                    @match layout.titles.first() {
                        Some(title) => { (words(title.of(text))) },
                        None => { (name(stemma_report::file_name(report))) },
                    }
                }
            }
            p.facts {
                @match &report.outlet { Some(outlet) => { (name(outlet)) }, None => "outlet not stated" }
                ", "
                @match &report.published { Some(date) => { (name(&date.value)) }, None => "date not stated" }
                ", file " span.name { (name(stemma_report::file_name(report))) }
            }
        }
    }
}

/// The bytes that are asked for: on boundaries of characters, inside the text, and not none.
pub fn asked_range(asked: &Asked, text: &str) -> Result<Option<ByteRange>, Problem> {
    let Some(at) = asked.value("at").filter(|at| !at.is_empty()) else { return Ok(None) };
    let pair = at
        .split_once('-')
        .and_then(|(start, end)| Some((start.parse::<u32>().ok()?, end.parse::<u32>().ok()?)));
    let is_inside = |(start, end): &(u32, u32)| {
        let (start, end) = (*start as usize, *end as usize);
        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
    };
    match pair.filter(is_inside) {
        Some((start, end)) => Ok(Some(ByteRange { start, end })),
        None => Err(Problem::wrong(format!(
            "the text has no bytes `{}`; `at` is two bytes of it, as 12-80",
            at.chars().take(40).collect::<String>()
        ))),
    }
}

/// Any finding by its identifier: leads to its page, or to the words where it stands.
pub fn any(desk: &Desk, asked: &Asked) -> Answer {
    if let Some(list) = desk.shelf.list_of(&asked.id) {
        return Ok(lead_to(&format!("/{}/{}", list.name(), asked.id)));
    }
    let place = desk.shelf.place_of(&asked.id);
    let (report, range) = place.ok_or_else(|| Problem::missing("there is no finding of this identifier"))?;
    Ok(lead_to(&format!("/reports/{report}?at={}-{}#here", range.start, range.end)))
}
