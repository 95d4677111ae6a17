//! When the reports were published: a table with what says so, and behind it the same days as a drawing.
//!
//! A full dot is a day that is known; a hollow bar, days of which one is it; a hollow dot at the end of a line, days without
//! a beginning or an end; a report without any has a hollow dot beside the line. The drawing says nothing that the table
//! does not say, and is hidden from programs that read aloud.

use super::reports::row_head;
use super::words::name;
use super::{NEW_LINE, Page, table_head};
use crate::view::{DatingView, DaysLeft, HintView, hint_label};
use maud::{Markup, html};
use stemma::model::{DateHintKind, Day};

/// How many reports are drawn; more are no longer read as a picture.
const DRAWN: usize = 60;
/// Height of a row, in pixels of the page.
const ROW: i64 = 22;
/// Where the first day stands; before it there is room for the numbers of reports and for unknown days.
const LEFT: i64 = 64;
/// Where the last day stands; with a margin, a phone shows it as it is.
const RIGHT: i64 = 330;
/// Half the height of a dot or bar.
const SIGN: i64 = 5;
/// Days that lie further apart than this, in which a report can have been published, say too little to stretch the drawing
/// to them; they run out of it.
const TELLING: i64 = 366;
/// Hints shown with a report; the rest folds away.
const HINTS: usize = 3;

/// The section; none where there is no report.
pub fn section(page: &Page) -> Markup {
    section_of(page, &page.tables.datings)
}

/// The same of some of the reports.
pub fn section_of(page: &Page, datings: &[DatingView]) -> Markup {
    let legend = html! {
        "The days on which each report can have been published, with what says so. What is not stated is not guessed."
    };
    super::section("when", &legend, &html! { (table(page, datings)) (drawing(datings)) })
}

fn table(page: &Page, datings: &[DatingView]) -> Markup {
    html! {
        table.shares {
            (table_head(["Report", "Published", "What says so"]))
            tbody {
                @for view in datings {
                    (NEW_LINE)
                    tr {
                        (row_head(page, &page.tables.reports[view.number - 1]))
                        td {
                            (days(view.left))
                            @if let Some(n_days) = view.scattered { span.label { " (" (n_days) " days of these)" } }
                        }
                        td { (hints(page, view)) }
                    }
                }
            }
        }
    }
}

/// The days that are left to a report.
pub fn days(left: DaysLeft) -> Markup {
    html! {
        @match left {
            DaysLeft::NotStated => "not stated",
            DaysLeft::Contradicted => "cannot be told, hints contradict each other",
            DaysLeft::One(only) => { (day(only)) },
            DaysLeft::From(first) => { (day(first)) " or later" },
            DaysLeft::Until(last) => { (day(last)) " or earlier" },
            DaysLeft::Between(first, last) => { (day(first)) " to " (day(last)) },
        }
    }
}

/// A day, never broken at its hyphens.
fn day(day: Day) -> Markup {
    html! { span.nowrap { (day) } }
}

fn hints(page: &Page, view: &DatingView) -> Markup {
    let (first, rest) = view.hints.split_at(view.hints.len().min(HINTS));
    html! {
        @if view.hints.is_empty() { "\u{2013}" }
        ol.hints { @for shown in first { (hint(page, view, shown)) } }
        @if !rest.is_empty() {
            details.more {
                summary { "and " (rest.len()) " more" }
                ol.hints start=(HINTS + 1) { @for shown in rest { (hint(page, view, shown)) } }
            }
        }
        @for group in &view.contradictions {
            p.label {
                "These hints cannot all hold:"
                @for number in group { " " (number) }
            }
        }
    }
}

fn hint(page: &Page, view: &DatingView, shown: &HintView) -> Markup {
    let method = view.report.published.as_ref().filter(|_| shown.kind == DateHintKind::Published);
    html! {
        li {
            (hint_label(shown.kind))
            @if let Some(evidence) = method { " (" (name(&evidence.method)) ")" }
            @for place in &shown.words { " " (page.links.place(*place)) }
            ": "
            @if shown.allows == DaysLeft::NotStated { "a day in many years" } @else { (days(shown.allows)) }
        }
    }
}

/// The drawing; none where no report is told close enough.
fn drawing(datings: &[DatingView]) -> Markup {
    let telling: Vec<Day> = datings.iter().filter_map(|view| telling(view.left)).flatten().collect();
    let (Some(first), Some(last)) = (telling.iter().min(), telling.iter().max()) else { return html! {} };
    let drawn = &datings[..datings.len().min(DRAWN)];
    let scale = Scale { first: *first, n_days: days_between(*first, *last) };
    let (width, height) = (RIGHT + LEFT / 2, (drawn.len() as i64 + 1) * ROW);
    html! {
        svg.tree.timeline width=(width) height=(height) viewBox=(format!("0 0 {width} {height}")) aria-hidden="true" focusable="false" {
            text x=(LEFT - 2 * SIGN) y=(ROW - SIGN) { (first) }
            @if scale.n_days > 0 { text.end x=(width) y=(ROW - SIGN) { (last) } }
            @for (row, view) in (1..).zip(drawn) { (sign(view, row * ROW + ROW / 2, &scale)) }
        }
        @if drawn.len() < datings.len() {
            p.label { "Drawing: " (drawn.len()) " of " (datings.len()) " reports" }
        }
    }
}

/// The first and the last day of days close enough together to be drawn to scale.
fn telling(left: DaysLeft) -> Option<[Day; 2]> {
    match left {
        DaysLeft::One(day) => Some([day, day]),
        DaysLeft::Between(first, last) if days_between(first, last) <= TELLING => Some([first, last]),
        _ => None,
    }
}

/// From days to pixels; what lies outside the drawing stands at its edge.
struct Scale {
    first: Day,
    n_days: i64,
}

impl Scale {
    fn x(&self, day: Day) -> i64 {
        LEFT + (RIGHT - LEFT) * days_between(self.first, day).clamp(0, self.n_days) / self.n_days.max(1)
    }
}

/// Whole days from one day to another.
fn days_between(first: Day, last: Day) -> i64 {
    i64::from((last - first).get_days())
}

fn sign(view: &DatingView, y: i64, scale: &Scale) -> Markup {
    html! {
        text x="0" y=(y + SIGN) { "[" (view.number) "]" }
        @match view.left {
            DaysLeft::NotStated | DaysLeft::Contradicted => { circle.open cx=(LEFT - 4 * SIGN) cy=(y) r=(SIGN) {} },
            DaysLeft::One(day) => { circle.known cx=(scale.x(day)) cy=(y) r=(SIGN) {} },
            DaysLeft::From(day) => { (open_end(scale.x(day), RIGHT, y)) },
            DaysLeft::Until(day) => { (open_end(scale.x(day), LEFT, y)) },
            DaysLeft::Between(first, last) => {
                rect.open x=(scale.x(first) - SIGN) y=(y - SIGN)
                    width=(scale.x(last) - scale.x(first) + 2 * SIGN) height=(2 * SIGN) rx=(SIGN) {}
            },
        }
    }
}

/// Days with one end: a hollow dot there, and a line towards the other.
fn open_end(from: i64, to: i64, y: i64) -> Markup {
    html! {
        path.edge d=(format!("M{from} {y}H{to}")) {}
        circle.open cx=(from) cy=(y) r=(SIGN) {}
    }
}
