//! The texts of reports as strips side by side, as long as their texts are, with ribbons between passages that they share.
//!
//! It shows at a glance which report is put together from which; what it shows stands in the table of reports and at each
//! passage in words, so it is hidden from programs that read aloud.

use super::Page;
use crate::view::ReportView;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// How many texts stand side by side; with more, the ribbons are no longer told apart.
const DRAWN: usize = 12;
/// From one strip to the next, in units of the drawing.
const STEP: usize = 64;
/// Width of a strip.
const WIDTH: usize = 22;
/// Height of the longest text.
const HEIGHT: usize = 320;
/// Room for the numbers above.
const HEAD: usize = 20;
/// How many colours tell families apart before they come again; beside each other they differ in place too.
const COLOURS: usize = 6;

/// A passage as it lies on a strip.
struct Lying {
    top: usize,
    bottom: usize,
    is_changed: bool,
}

/// The drawing; nothing where less than two texts have something in common.
pub fn strips(page: &Page, reports: &[ReportView]) -> Markup {
    let drawn = &reports[..reports.len().min(DRAWN)];
    let longest = drawn.iter().map(|view| view.report.text.len()).max().unwrap_or(0).max(1);
    let scale = |byte: usize| HEAD + byte * HEIGHT / longest;
    let mut families: Vec<BTreeMap<usize, Vec<Lying>>> = Vec::new();
    for family in &page.tables.families {
        let mut lying: BTreeMap<usize, Vec<Lying>> = BTreeMap::new();
        for witness in family.witnesses.iter().filter(|witness| witness.place.report <= drawn.len()) {
            let range = witness.place.range;
            let (top, bottom) =
                (scale(range.start as usize), scale(range.end as usize).max(scale(range.start as usize) + 2));
            lying.entry(witness.place.report).or_default().push(Lying {
                top,
                bottom,
                is_changed: !witness.changes.is_empty(),
            });
        }
        if lying.len() > 1 {
            families.push(lying);
        }
    }
    if families.is_empty() {
        return Markup::default();
    }
    let width = (drawn.len() - 1) * STEP + WIDTH + 2;
    let height = HEAD + HEIGHT + 4;
    let left = |number: usize| 1 + (number - 1) * STEP;
    html! {
        figure.strips {
            svg width=(width) height=(height) viewBox=(format!("0 0 {width} {height}")) aria-hidden="true" focusable="false" {
                @for (nth, lying) in families.iter().enumerate() { (ribbons(lying, nth % COLOURS, &left)) }
                @for (number, view) in (1..).zip(drawn) {
                    text x=(left(number)) y=(HEAD - 6) { "[" (number) "]" }
                    rect.strip x=(left(number)) y=(HEAD) width=(WIDTH) height=(scale(view.report.text.len()) - HEAD) {}
                    @for (nth, lying) in families.iter().enumerate() {
                        @for one in lying.get(&number).into_iter().flatten() {
                            rect class=(format!("piece c{}{}", nth % COLOURS, if one.is_changed { " changed" } else { "" }))
                                x=(left(number)) y=(one.top) width=(WIDTH) height=(one.bottom - one.top) {}
                        }
                    }
                }
            }
            figcaption.label {
                "Texts as long as they are; coloured is what stands in another one of them, ribbons join what is shared. "
                "A dashed edge: words were changed on the way. "
                @if drawn.len() < reports.len() { (drawn.len()) " of " (reports.len()) " reports are drawn. " }
                "Each passage stands below in words."
            }
        }
    }
}

/// From each strip to the next one on which the family lies.
fn ribbons(lying: &BTreeMap<usize, Vec<Lying>>, colour: usize, left: &impl Fn(usize) -> usize) -> Markup {
    let columns: Vec<(&usize, &Vec<Lying>)> = lying.iter().collect();
    html! {
        @for pair in columns.windows(2) {
            @let (from, to) = (left(*pair[0].0) + WIDTH, left(*pair[1].0));
            @let middle = (from + to) / 2;
            @for (one, other) in pair[0].1.iter().zip(pair[1].1) {
                path class=(format!("ribbon c{colour}")) d=(format!(
                    "M{from} {}C{middle} {} {middle} {} {to} {}L{to} {}C{middle} {} {middle} {} {from} {}Z",
                    one.top, one.top, other.top, other.top, other.bottom, other.bottom, one.bottom, one.bottom
                )) {}
            }
        }
    }
}
