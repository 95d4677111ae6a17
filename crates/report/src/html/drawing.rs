//! The lineage of one family as a drawing: a row for each witness, below its parent and to the right of it.
//!
//! It says what the list beside it says, and is hidden from programs that read aloud. It grows downwards and
//! hardly to the right, so that a phone shows it as it is.

use crate::view::{DescentView, LOST_ANCESTOR, LineageView, NOT_DECIDABLE, ParentView};
use maud::{Markup, html};

/// How many witnesses are drawn; more are no longer read as a picture.
const DRAWN: usize = 24;
/// Height of a row, in pixels of the page.
const ROW: usize = 26;
/// How far a child stands to the right of its parent, unless the tree is deep.
const STEP: usize = 26;
/// How far the deepest witness stands to the right, at most; a phone is some 390 pixels wide.
const DEEPEST: usize = 104;
/// Room for the name of a witness behind its sign.
const NAME: usize = 232;
/// Half the width of a sign.
const SIGN: usize = 6;

/// A row of the drawing.
struct Row {
    depth: usize,
    /// The row of the parent.
    below: Option<usize>,
    class: &'static str,
    /// The report; absent where the text is not in the pile.
    line: Option<(usize, u32, u32)>,
    note: &'static str,
}

/// The drawing.
pub fn drawing(found: &LineageView, number: usize) -> Markup {
    let drawn = &found.lines[..found.lines.len().min(DRAWN)];
    let rows = rows(drawn);
    let depth = rows.iter().map(|row| row.depth).max().unwrap_or(0);
    let step = STEP.min(DEEPEST.checked_div(depth).unwrap_or(STEP));
    let (width, height) = (2 * SIGN + depth * step + NAME, rows.len() * ROW);
    html! {
        svg.tree width=(width) height=(height) viewBox=(format!("0 0 {width} {height}")) aria-hidden="true" focusable="false" {
            @for (idx, row) in rows.iter().enumerate() {
                @if let Some(parent) = row.below { (edge(&rows, parent, idx, step)) }
            }
            @for (idx, row) in rows.iter().enumerate() { (sign(row, idx, step)) }
        }
        @if drawn.len() < found.lines.len() {
            p.label { "Drawing of passage " (number) ": " (drawn.len()) " of " (found.lines.len()) " witnesses" }
        }
    }
}

/// The rows, in the order of the list; a lost ancestor has one of its own.
fn rows(lines: &[DescentView]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut last_at: Vec<usize> = Vec::new();
    for line in lines {
        let (class, note) = match line.parent {
            ParentView::LostAncestor => {
                rows.push(Row { depth: 0, below: None, class: "lost", line: None, note: LOST_ANCESTOR });
                last_at.truncate(0);
                last_at.push(rows.len() - 1);
                ("known", "")
            }
            ParentView::Passage(_) => ("known", ""),
            ParentView::Original => ("known", "original so far"),
            ParentView::NotDecidable => ("open", NOT_DECIDABLE),
        };
        last_at.truncate(line.depth);
        let place = (line.place.report, line.place.range.start, line.place.range.end);
        let below = last_at.last().copied();
        rows.push(Row { depth: line.depth, below, class, line: Some(place), note });
        last_at.push(rows.len() - 1);
    }
    rows
}

fn x(row: &Row, step: usize) -> usize {
    SIGN + 1 + row.depth * step
}

fn y(idx: usize) -> usize {
    idx * ROW + ROW / 2
}

fn edge(rows: &[Row], parent: usize, child: usize, step: usize) -> Markup {
    let (from, to) = (x(&rows[parent], step), x(&rows[child], step) - SIGN);
    let path = format!("M{from} {}V{}H{to}", y(parent) + SIGN, y(child));
    html! { path.edge d=(path) {} }
}

fn sign(row: &Row, idx: usize, step: usize) -> Markup {
    let (x, y) = (x(row, step), y(idx));
    html! {
        circle class=(row.class) cx=(x) cy=(y) r=(SIGN - 1) {}
        text x=(x + 2 * SIGN) y=(y + SIGN - 1) {
            @if let Some((report, start, end)) = row.line {
                "[" (report) "] " (start) "\u{2013}" (end)
                @if !row.note.is_empty() { ", " }
            }
            (row.note)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;
    use stemma::model::ByteRange;

    fn line(report: usize, depth: usize, parent: ParentView) -> DescentView<'static> {
        let place = Place { report, range: ByteRange::new(0, 9) };
        DescentView { idx: 0, place, depth, parent, support_percent: None, evidence: Vec::new() }
    }

    fn of(report: usize) -> ParentView {
        ParentView::Passage(Place { report, range: ByteRange::new(0, 9) })
    }

    #[test]
    fn every_line_leads_to_the_parent_that_the_list_names() {
        let lines = [
            line(1, 0, ParentView::Original),
            line(2, 1, of(1)),
            line(3, 2, of(2)),
            line(4, 1, of(1)),
            line(5, 1, ParentView::LostAncestor),
            line(6, 2, of(5)),
            line(7, 0, ParentView::NotDecidable),
        ];
        let rows = rows(&lines);
        let below: Vec<Option<usize>> = rows.iter().map(|row| row.below).collect();
        assert_eq!(below, [None, Some(0), Some(1), Some(0), None, Some(4), Some(5), None]);
        let signs: Vec<&str> = rows.iter().map(|row| row.class).collect();
        assert_eq!(signs, ["known", "known", "known", "known", "lost", "known", "known", "open"]);
    }

    #[test]
    fn a_deep_tree_stays_within_a_phone() {
        let lines: Vec<DescentView> = (0..40)
            .map(|depth| line(depth + 1, depth, if depth == 0 { ParentView::Original } else { of(depth) }))
            .collect();
        let drawn = drawing(&LineageView { lines, undecided: Vec::new() }, 1).into_string();
        assert!(drawn.contains("24 of 40 witnesses"));
        let width = drawn.split("width=\"").nth(1).and_then(|rest| rest.split('"').next());
        let width: usize = width.and_then(|width| width.parse().ok()).expect("the drawing has a width");
        assert!(width <= 350, "{width}");
    }
}
