//! The first screen on a terminal.

use super::line::Line;
use super::page::Page;
use crate::Place;
use crate::first_screen::{
    Denial, Difference, Disputed, FirstScreen, Listing, Marked, Named, NotStated, Reported, Speech,
};
use stemma::account::labels::edit_label;
use stemma::model::EditKind;

/// Under the words of an item.
const UNDER: &str = "     ";

/// Writes the three lists.
pub fn write(screen: &FirstScreen, n_reports: usize, page: &mut Page) {
    let legend = "in the words of the report named first";
    let nothing = "no shared passage and no quotation found";
    section("What is reported", legend, nothing, &screen.reported, page, |item, page| {
        reported(item, n_reports, page)
    });
    let legend = "words that differ stand in {braces}";
    let nothing = "no differing number or negation and no denial found";
    section("In dispute", legend, nothing, &screen.disputed, page, disputed);
    let legend = "quotations whose speaker is not named";
    let nothing = "no quotation without a named speaker found";
    section("Not stated", legend, nothing, &screen.not_stated, page, not_stated);
}

fn section<T>(
    title: &'static str,
    legend: &'static str,
    nothing: &'static str,
    list: &Listing<T>,
    page: &mut Page,
    lines: impl Fn(&T, &mut Page) -> Vec<Line>,
) {
    if list.total == 0 {
        page.heading(title, 0, 0, "");
        let line = page.line().label(nothing);
        page.write("  ", "  ", line);
        return;
    }
    page.heading(title, list.items.len(), list.total, legend);
    for (idx, item) in list.items.iter().enumerate() {
        let number = format!("{:>3}. ", idx + 1);
        for (nth, line) in lines(item, page).into_iter().enumerate() {
            page.write(if nth == 0 { &number } else { UNDER }, UNDER, line);
        }
    }
}

fn reported(item: &Reported, n_reports: usize, page: &mut Page) -> Vec<Line> {
    let places = page
        .line()
        .number(item.n_reports)
        .label(" of ")
        .count(n_reports, "report", "reports")
        .label(": ")
        .place(item.worded_in);
    let mut lines = vec![page.line().wording(&item.wording), also(places, &item.also_in)];
    match &item.speech {
        Speech::None => {}
        Speech::NotStated => lines.push(page.line().label("no speaker stated")),
        Speech::By(voices) => {
            let (denying, saying) = parted(voices);
            if !saying.is_empty() {
                lines.push(named(page.line().label("said by "), &saying));
            }
            if !denying.is_empty() {
                lines.push(named(page.line().label("denied by "), &denying));
            }
        }
        Speech::Within(voices) => {
            let all: Vec<&Named> = voices.items.iter().collect();
            lines.push(named(page.line().label("speaking in it: "), &all));
        }
    }
    if !item.differs.is_empty() {
        let line = page.line().label("witnesses differ: ");
        let line = kinds(line, &item.differs);
        lines.push(line.label(" (see In dispute)"));
    }
    lines
}

/// Adds the names of kinds of edit.
pub fn kinds(line: Line, kinds: &[EditKind]) -> Line {
    kinds
        .iter()
        .enumerate()
        .fold(line, |line, (idx, kind)| line.label(if idx > 0 { ", " } else { "" }).kind(edit_label(*kind)))
}

fn parted<'a, 'b>(voices: &'b Listing<Named<'a>>) -> (Vec<&'b Named<'a>>, Vec<&'b Named<'a>>) {
    voices.items.iter().partition(|voice| voice.denies)
}

fn named(line: Line, voices: &[&Named]) -> Line {
    voices
        .iter()
        .enumerate()
        .fold(line, |line, (idx, voice)| line.label(if idx > 0 { "; " } else { "" }).named(voice))
}

/// Adds the other places of an item.
fn also(line: Line, others: &Listing<Place>) -> Line {
    if others.total == 0 {
        return line;
    }
    let mut line = line.label(", also ");
    for (idx, place) in others.items.iter().enumerate() {
        line = line.label(if idx > 0 { ", " } else { "" }).place(*place);
    }
    if others.is_cut() {
        line = line.label(", ").cut(others.items.len(), others.total);
    }
    line
}

fn disputed(item: &Disputed, page: &mut Page) -> Vec<Line> {
    match item {
        Disputed::Difference(found) => difference(found, page),
        Disputed::Denial(found) => denial(found, page),
    }
}

fn difference(found: &Difference, page: &mut Page) -> Vec<Line> {
    let head = page.line().label("witnesses differ: ");
    let head = kinds(head, &found.kinds);
    let mut lines = vec![head, marked(&found.from, page)];
    lines.extend(found.to.items.iter().map(|way| marked(way, page)));
    if found.to.is_cut() {
        let line = page.line().label("ways to put it: ");
        lines.push(line.cut(found.to.items.len(), found.to.total));
    }
    lines
}

fn marked(way: &Marked, page: &mut Page) -> Line {
    let mut line = page.line().place(way.place).label(": ");
    if way.has_more_before {
        line = line.more_before();
    }
    line = line.passage(way.before).label("{");
    for piece in &way.edited.pieces {
        line = line.marked(piece);
    }
    line = line.cut_note(&way.edited).label("}").passage(way.after);
    if way.has_more_after {
        line = line.more_after();
    }
    also(line, &way.also_in)
}

fn denial(found: &Denial, page: &mut Page) -> Vec<Line> {
    let who = page.line();
    let who = if found.by.total == 0 {
        who.label("denied, no speaker stated")
    } else {
        let voices: Vec<&Named> = found.by.items.iter().collect();
        named(who.label("denied by "), &voices)
    };
    let words = page.line().place(found.worded_in).label(": ");
    vec![who, also(words.wording(&found.wording), &found.also_in)]
}

fn not_stated(item: &NotStated, page: &mut Page) -> Vec<Line> {
    let mut places = page.line();
    for (idx, found) in item.places.items.iter().enumerate() {
        places = places.label(if idx > 0 { "; " } else { "" }).place(found.place);
        places = match found.source {
            Some(words) => places.label(", source words: ").passage(words),
            None => places.label(", no source words"),
        };
    }
    if item.places.is_cut() {
        let shown = item.places.items.len();
        places = places.label(", ").cut(shown, item.places.total);
    }
    vec![page.line().wording(&item.wording), places]
}
