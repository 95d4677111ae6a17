//! The first screen on a terminal.

use super::annotated::days;
use super::line::Line;
use super::lineage::part;
use super::page::Page;
use crate::Place;
use crate::first_screen::{
    Disagreed, Disputed, FirstScreen, Listing, Marked, NotStated, Side, Silent, Unattributed, Undated,
};
use crate::view::{Cell, ClaimView, NO_CLAIMS, Part, When, when_head};
use stemma::account::labels::edit_label;
use stemma::model::{DisagreementKind, EditKind, SilenceKind};

/// Under the words of an item.
const UNDER: &str = "     ";
/// Under the words of a side.
const SIDE: &str = "       ";

const LEGEND: &str =
    "by day as far as known, each in its plainest words; numbers are those of Claims by reports";
const CUT_LEGEND: &str = "those that most reports carry, by day as far as known, each in its plainest words; \
                          numbers are those of Claims by reports, where the others stand";

/// Writes the lists. `has_claims` is whether the account claims anything at all.
pub fn write(screen: &FirstScreen, has_claims: bool, page: &mut Page) {
    reported(screen, has_claims, page);
    disputed(screen, has_claims, page);
    not_stated(&screen.not_stated, page);
}

fn reported(screen: &FirstScreen, has_claims: bool, page: &mut Page) {
    let list = &screen.reported;
    page.title("What is reported", |line| match list.is_cut() {
        true => line.label(": ").number(list.items.len()).label(" of ").count(list.total, "claim", "claims"),
        false => line,
    });
    if !has_claims {
        nothing(NO_CLAIMS, page);
        return;
    }
    page.legend(match list.is_cut() {
        true => CUT_LEGEND,
        false => LEGEND,
    });
    let mut head = Vec::new();
    for claim in &list.items {
        let own = when_head(claim.when.as_ref());
        if own != head {
            page.blank();
            let line = own.iter().fold(page.line(), part);
            page.write("  ", "  ", line);
            head = own;
        }
        let number = format!("{:>3}. ", claim.number);
        for (nth, line) in claim_lines(claim, page).into_iter().enumerate() {
            page.write(if nth == 0 { &number } else { UNDER }, UNDER, line);
        }
    }
}

/// The words of a claim, and who says or denies it where.
pub fn claim_lines(claim: &ClaimView, page: &Page) -> Vec<Line> {
    let mut lines = vec![page.line().strong_wording(&claim.wording)];
    let words = |line: Line| line.label("words: ").place(claim.worded_in);
    if let Some(said) = &claim.said {
        lines.push(claim.said_parts().iter().fold(page.line(), part));
        lines.push(also(words(page.line()), &said.places));
    }
    if let Some(denied) = &claim.denied {
        lines.push(claim.denied_parts().iter().fold(page.line(), part));
        lines.push(match &claim.said {
            Some(_) => places(page.line().label("denied at "), &denied.places),
            None => also(words(page.line()), &denied.places),
        });
    }
    let time = claim.when.as_ref().map(When::parts).unwrap_or_default();
    lines.extend((!time.is_empty()).then(|| time.iter().fold(page.line(), part)));
    lines
}

fn disputed(screen: &FirstScreen, has_claims: bool, page: &mut Page) {
    let list = &screen.disputed;
    if list.total > 0 || screen.overtaken.total > 0 {
        page.heading(
            "In dispute",
            list.items.len(),
            list.total,
            "words that cannot all hold stand in {braces}",
        );
    } else {
        page.heading("In dispute", 0, 0, "");
    }
    if list.total == 0 {
        nothing(if has_claims { "nothing that cannot all hold, no denial" } else { NO_CLAIMS }, page);
    }
    for (item, found) in (1..).zip(&list.items) {
        let number = format!("{item:>3}. ");
        match found {
            Disputed::Disagreement(found) => disagreed(&number, found, page),
            Disputed::Denied(claim) => {
                let line = page.line().label("denied, and nobody in the pile says that it is so (claim ");
                page.write(&number, UNDER, line.number(claim.number).label(")"));
                for line in claim_lines(claim, page) {
                    page.write(UNDER, SIDE, line);
                }
            }
        }
    }
    if screen.overtaken.total > 0 {
        let list = &screen.overtaken;
        page.heading("Overtaken", list.items.len(), list.total, "what a later state of affairs has replaced");
        for (item, found) in (1..).zip(&list.items) {
            disagreed(&format!("{item:>3}. "), found, page);
        }
    }
}

fn disagreed(number: &str, found: &Disagreed, page: &mut Page) {
    let head = page.line().label(found.kind_label()).label("; ").label(found.order_label());
    let head = head.label(if found.claims.len() == 1 { " (claim " } else { " (claims " });
    let head = found
        .claims
        .iter()
        .enumerate()
        .fold(head, |line, (idx, claim)| line.label(if idx > 0 { ", " } else { "" }).number(*claim));
    page.write(number, UNDER, head.label(")"));
    for side in &found.sides.items {
        let line = marked(page.line().label("- "), &side.words);
        page.write(UNDER, SIDE, line);
        let is_told = found.kind == DisagreementKind::Attribution;
        page.write(SIDE, SIDE, held_by(side, is_told, page));
    }
    if found.sides.is_cut() {
        let line = page.line().label("sides: ").cut(found.sides.items.len(), found.sides.total);
        page.write(UNDER, UNDER, line);
    }
}

/// Who stands behind a side; `is_told` is whether its words tell.
fn held_by(side: &Side, is_told: bool, page: &Page) -> Line {
    let line = page.line().count(side.n_reports, "report", "reports").label(", ");
    let line = also(line.place(side.words.place), &side.also_in);
    if is_told {
        return line;
    }
    let line = line.label(": ");
    let line = side.origins.items.iter().enumerate().fold(line, |line, (idx, origin)| {
        origin.parts().iter().fold(line.label(if idx > 0 { "; " } else { "" }), part)
    });
    match side.origins.is_cut() {
        true => line.label("; ").cut(side.origins.items.len(), side.origins.total),
        false => line,
    }
}

fn marked(mut line: Line, way: &Marked) -> Line {
    if way.has_more_before {
        line = line.more_before();
    }
    line = line.passage(way.before).label("{");
    for piece in &way.words.pieces {
        line = line.marked(piece);
    }
    line = line.cut_note(&way.words).label("}").passage(way.after);
    if way.has_more_after {
        line = line.more_after();
    }
    line
}

fn not_stated(open: &NotStated, page: &mut Page) {
    page.heading("Not stated", 0, 0, "");
    if open.speakers.total == 0 && open.days.total == 0 && open.silences.is_empty() {
        nothing("nothing that was looked for", page);
        return;
    }
    speakers(&open.speakers, page);
    days_of(&open.days, page);
    silences(&open.silences, page);
}

fn speakers(list: &Listing<Unattributed>, page: &mut Page) {
    if list.total == 0 {
        return;
    }
    sub("who speaks, where no words name anybody", list, page);
    for (item, found) in (1..).zip(&list.items) {
        let mut line = page.line();
        for (idx, at) in found.places.items.iter().enumerate() {
            line = line.label(if idx > 0 { "; " } else { "" }).place(at.place);
            line = match at.source {
                Some(words) => line.label(", \u{201c}").passage(words).label("\u{201d}"),
                None => line.label(", no source words"),
            };
        }
        if found.places.is_cut() {
            line = line.label(", ").cut(found.places.items.len(), found.places.total);
        }
        let line = line.label(": ").wording(&found.wording);
        page.write(&format!("{item:>3}. "), UNDER, line);
    }
}

fn days_of(list: &Listing<Undated>, page: &mut Page) {
    if list.total == 0 {
        return;
    }
    sub("when it was published", list, page);
    let line = list.items.iter().enumerate().fold(page.line(), |line, (idx, undated)| {
        let line = line.label(if idx > 0 { "; " } else { "" }).report(undated.report).glued();
        days(line, undated.left)
    });
    page.write(UNDER, UNDER, line);
}

fn silences(silences: &[(SilenceKind, Vec<Silent>)], page: &mut Page) {
    if silences.is_empty() {
        return;
    }
    page.write(
        "  ",
        "  ",
        page.line().label("which reports do not carry what is reported above, by its number"),
    );
    for (kind, silent) in silences {
        let line = page.line().label(Cell::of_silence(*kind).label());
        let line = silent.iter().enumerate().fold(line, |line, (idx, one)| {
            let line =
                line.label(if idx > 0 { "; " } else { " \u{2013} " }).number(one.claim).label(":").glued();
            Part::reports(&one.reports).iter().fold(line, part)
        });
        page.write(UNDER, SIDE, line);
    }
}

/// The head of a list inside a section.
fn sub<T>(title: &'static str, list: &Listing<T>, page: &mut Page) {
    let mut line = page.line().label(title);
    if list.is_cut() {
        line = line.label(": ").cut(list.items.len(), list.total);
    }
    page.write("  ", "  ", line);
}

fn nothing(what: &'static str, page: &mut Page) {
    page.write("  ", "  ", page.line().label(what));
}

/// Adds the names of kinds of edit.
pub fn kinds(line: Line, kinds: &[EditKind]) -> Line {
    kinds
        .iter()
        .enumerate()
        .fold(line, |line, (idx, kind)| line.label(if idx > 0 { ", " } else { "" }).kind(edit_label(*kind)))
}

/// Adds the other places of an item.
fn also(line: Line, others: &Listing<Place>) -> Line {
    if others.total == 0 { line } else { places(line.label(", also "), others) }
}

fn places(mut line: Line, places: &Listing<Place>) -> Line {
    for (idx, place) in places.items.iter().enumerate() {
        line = line.label(if idx > 0 { ", " } else { "" }).place(*place);
    }
    if places.is_cut() {
        line = line.label(", ").cut(places.items.len(), places.total);
    }
    line
}
